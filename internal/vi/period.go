package vi

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A PeriodKind says how long a period is. The zero PeriodKind is that of no
// period.
type PeriodKind int8

// The kinds of period, from the longest to the shortest.
const (
	Year     PeriodKind = iota + 1 // năm
	HalfYear                       // 6 tháng đầu năm, 6 tháng cuối năm
	Quarter                        // quý
	Month                          // tháng
	Week                           // tuần
)

// String returns "year", "half-year", "quarter", "month" or "week", and "" for
// no period.
func (k PeriodKind) String() string {
	switch k {
	case Year:
		return "year"
	case HalfYear:
		return "half-year"
	case Quarter:
		return "quarter"
	case Month:
		return "month"
	case Week:
		return "week"
	}
	return ""
}

// perYear is how many periods of kind k the given year has.
func (k PeriodKind) perYear(year int) int {
	switch k {
	case Year:
		return 1
	case HalfYear:
		return 2
	case Quarter:
		return 4
	case Month:
		return 12
	case Week:
		// 28 December is always in the last ISO week of its year.
		_, week := Date{year, 12, 28}.midnight().ISOWeek()
		return week
	}
	return 0
}

// months is how many months a period of kind k has, 0 for a week.
func (k PeriodKind) months() int {
	switch k {
	case Year:
		return 12
	case HalfYear:
		return 6
	case Quarter:
		return 3
	case Month:
		return 1
	}
	return 0
}

// A Period (kỳ) is a year, half-year, quarter or month of the calendar, or a
// week of ISO 8601 (Monday to Sunday, week 1 has the year's first Thursday), in
// the years 1900–2199. The zero Period is no period. Periods may be compared
// with ==.
type Period struct {
	kind PeriodKind // small, since there are three in the standing of every target
	n    int8       // which one of the year, from 1
	year int16
}

func newPeriod(kind PeriodKind, year, n int) Period {
	if year < minYear || year > maxYear || n < 1 || n > kind.perYear(year) {
		return Period{}
	}
	return Period{kind, int8(n), int16(year)}
}

// PeriodOf returns the period of the given kind that certainly holds d, or the
// zero Period if there is none: no date, or one less precise than the kind.
func PeriodOf(d Date, kind PeriodKind) Period {
	if !d.valid() {
		return Period{}
	}
	first := d.First()
	year, n := first.Year, 0
	if kind == Week {
		year, n = first.midnight().ISOWeek()
	} else if m := kind.months(); m > 0 {
		n = (first.Month-1)/m + 1
	}
	if p := newPeriod(kind, year, n); p.Contains(d) {
		return p
	}
	return Period{}
}

var periodForm = regexp.MustCompile(`^(\d{4})(?:-(?:H(\d)|Q(\d)|W(\d\d)|(\d\d)))?$`)

// ParsePeriod reads "2026", "2026-H1", "2026-Q3", "2026-09" or "2026-W37", in
// exactly these forms; week 53 only of a year that has one. Any other text gives
// a [*PeriodError].
func ParsePeriod(s string) (Period, error) {
	if m := periodForm.FindStringSubmatch(s); m != nil {
		year, _ := strconv.Atoi(m[1])
		p := newPeriod(Year, year, 1)
		for i, kind := range []PeriodKind{HalfYear, Quarter, Week, Month} {
			if part := m[i+2]; part != "" {
				n, _ := strconv.Atoi(part)
				p = newPeriod(kind, year, n)
			}
		}
		if !p.IsZero() {
			return p, nil
		}
	}
	return Period{}, &PeriodError{Text: s, Suggest: suggestPeriod(s).String()}
}

// A PeriodError says that a text is not a period.
type PeriodError struct {
	Text    string // the text as given
	Suggest string // the form it probably means, or ""
}

func (e *PeriodError) Error() string {
	if e.Suggest != "" {
		return fmt.Sprintf("%q is not a period: want %s", e.Text, e.Suggest)
	}
	return fmt.Sprintf("%q is not a period such as 2026, 2026-H1, 2026-Q3, 2026-09 or 2026-W37", e.Text)
}

// Periods as people write them, after Fold: "quy iii/2026", "q3 2026", "thang 9
// nam 2026", "9/2026", "tuan 37/2026", "6 thang dau nam 2026", "2026-q3",
// "2026/9".
var (
	partFirst     = regexp.MustCompile(`^(|quy|q|thang|t|m|tuan|w|h) ?(\d{1,2}|[ivx]{1,4})(?: ?[-/.] ?|,? nam |,? )(\d{4})$`)
	yearBefore    = regexp.MustCompile(`^(?:nam )?(\d{4}) ?[-/.,]? ?(|quy|q|thang|t|m|tuan|w|h) ?(\d{1,2}|[ivx]{1,4})$`)
	halfFirst     = regexp.MustCompile(`^(?:(?:6|06|sau) thang|nua) (dau|cuoi)(?: nam)? ?[-/.]? ?(\d{4})$`)
	yearAlone     = regexp.MustCompile(`^(?:ca )?(?:nam )?(\d{4})$`)
	kindOfKeyword = map[string]PeriodKind{
		"": Month, "thang": Month, "t": Month, "m": Month,
		"quy": Quarter, "q": Quarter, "tuan": Week, "w": Week, "h": HalfYear,
	}
)

// suggestPeriod guesses what period an editor meant by s; the zero Period is no
// guess.
func suggestPeriod(s string) Period {
	const longest = 64 // bytes; nobody writes a longer period
	if len(s) > longest {
		return Period{}
	}
	s = Fold(s)
	var word, part, year string
	if m := halfFirst.FindStringSubmatch(s); m != nil {
		word, part, year = "h", "1", m[2]
		if m[1] == "cuoi" {
			part = "2"
		}
	} else if m := partFirst.FindStringSubmatch(s); m != nil {
		word, part, year = m[1], m[2], m[3]
	} else if m := yearBefore.FindStringSubmatch(s); m != nil {
		year, word, part = m[1], m[2], m[3]
	} else if m := yearAlone.FindStringSubmatch(s); m != nil {
		y, _ := strconv.Atoi(m[1])
		return newPeriod(Year, y, 1)
	}
	n, err := strconv.Atoi(part)
	if err != nil && word != "" {
		n, _ = ParseRoman(strings.ToUpper(part))
	}
	y, _ := strconv.Atoi(year)
	return newPeriod(kindOfKeyword[word], y, n)
}

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p == Period{} }

// Equal reports whether p and o are the same period, as == does; it is here for
// generic code such as go-cmp.
func (p Period) Equal(o Period) bool { return p == o }

// Kind returns the kind of p, 0 for no period.
func (p Period) Kind() PeriodKind { return p.kind }

// String returns the form that [ParsePeriod] reads, or "" for no period.
func (p Period) String() string {
	switch p.kind {
	case Year:
		return fmt.Sprintf("%d", p.year)
	case HalfYear:
		return fmt.Sprintf("%d-H%d", p.year, p.n)
	case Quarter:
		return fmt.Sprintf("%d-Q%d", p.year, p.n)
	case Month:
		return fmt.Sprintf("%d-%02d", p.year, p.n)
	case Week:
		return fmt.Sprintf("%d-W%02d", p.year, p.n)
	}
	return ""
}

// Slug returns p as part of a web address: "2026-q3".
func (p Period) Slug() string { return strings.ToLower(p.String()) }

// Label returns the Vietnamese name of p inside a sentence: "năm 2026", "6 tháng
// đầu năm 2026", "6 tháng cuối năm 2026", "quý III/2026", "tháng 02/2026",
// "tháng 9/2026", "tuần 37/2026"; "" for no period. Months follow the zero rule
// of NĐ 30.
func (p Period) Label() string {
	switch p.kind {
	case Year:
		return fmt.Sprintf("năm %d", p.year)
	case HalfYear:
		half := "đầu"
		if p.n == 2 {
			half = "cuối"
		}
		return fmt.Sprintf("6 tháng %s năm %d", half, p.year)
	case Quarter:
		return fmt.Sprintf("quý %s/%d", Roman(int(p.n)), p.year)
	case Month:
		return fmt.Sprintf("tháng %s/%d", officialMonth(int(p.n)), p.year)
	case Week:
		return fmt.Sprintf("tuần %d/%d", p.n, p.year)
	}
	return ""
}

// First returns the first day of p. That of week 1 may lie in the year before.
func (p Period) First() Date {
	switch p.kind {
	case 0:
		return Date{}
	case Week:
		// 4 January is always in week 1.
		fourth := Date{int(p.year), 1, 4}
		sinceMonday := (int(fourth.Weekday()) + 6) % 7
		return fourth.AddDays(7*(int(p.n)-1) - sinceMonday)
	}
	return Date{int(p.year), (int(p.n)-1)*p.kind.months() + 1, 1}
}

// Last returns the last day of p. That of the last week may lie in the year
// after.
func (p Period) Last() Date {
	switch p.kind {
	case 0:
		return Date{}
	case Week:
		return p.First().AddDays(6)
	}
	return Date{int(p.year), int(p.n) * p.kind.months(), 0}.Last()
}

// Contains reports whether d certainly lies in p: 2026-02 lies in 2026-Q1 but
// not in 2026-W06. No date lies in no period.
func (p Period) Contains(d Date) bool {
	return !p.IsZero() && !d.IsZero() &&
		p.First().Compare(d.First()) <= 0 && d.Last().Compare(p.Last()) <= 0
}

// Next returns the period of the same kind after p, or the zero Period after the
// last one.
func (p Period) Next() Period {
	if int(p.n) == p.kind.perYear(int(p.year)) {
		return newPeriod(p.kind, int(p.year)+1, 1)
	}
	return newPeriod(p.kind, int(p.year), int(p.n)+1)
}

// Previous returns the period of the same kind before p, or the zero Period
// before the first one.
func (p Period) Previous() Period {
	if p.n == 1 {
		return newPeriod(p.kind, int(p.year)-1, p.kind.perYear(int(p.year)-1))
	}
	return newPeriod(p.kind, int(p.year), int(p.n)-1)
}

// Compare returns -1, 0 or +1 in the order of the first days, a longer period
// before a shorter one that starts with it, no period before all.
func (p Period) Compare(o Period) int {
	return cmp.Or(p.First().Compare(o.First()), cmp.Compare(p.kind, o.kind))
}

// MarshalText returns the form of String.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what [ParsePeriod] reads; an empty text is no period.
func (p *Period) UnmarshalText(text []byte) error {
	return unmarshalText(p, text, ParsePeriod)
}

// MarshalJSON returns the form of String as a string, or null for no period.
func (p Period) MarshalJSON() ([]byte, error) { return marshalJSON(p) }

// UnmarshalJSON reads what MarshalJSON writes.
func (p *Period) UnmarshalJSON(data []byte) error { return unmarshalJSON(p, data) }

// YearBefore returns the period of the same name in the year before: 2025-Q3 of
// 2026-Q3; the zero Period of one that the year before has not.
func (p Period) YearBefore() Period { return newPeriod(p.kind, int(p.year)-1, int(p.n)) }
