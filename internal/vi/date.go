package vi

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Years outside this range are typing mistakes.
const (
	minYear = 1900
	maxYear = 2199
)

// A Date is a day, or a month or year whose day nobody stated: 2026-02-14,
// 2026-02, 2026. What is unknown stays unknown and is shown as such. The zero
// Date is no date. Dates may be compared with ==.
//
// Fill in the fields only from values known to be right; [NewDate] and
// [ParseDate] check them.
type Date struct {
	Year  int // 1900–2199
	Month int // 1–12, or 0 if unknown
	Day   int // 1–31, or 0 if unknown
}

// NewDate returns the date with the given parts, of which day, or month and
// day, may be 0 for unknown. It returns the zero Date if the calendar has no
// such date or the year is not in 1900–2199.
func NewDate(year, month, day int) Date {
	if d := (Date{year, month, day}); d.valid() {
		return d
	}
	return Date{}
}

func (d Date) valid() bool {
	switch {
	case d.Year < minYear || d.Year > maxYear || d.Month < 0 || d.Month > 12 || d.Day < 0:
		return false
	case d.Month == 0:
		return d.Day == 0
	}
	return d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && year%100 != 0 || year%400 == 0 {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// hanoi is the time of Vietnam. The whole country has kept UTC+7 without summer
// time since 13 June 1975 (IANA time zone Asia/Ho_Chi_Minh), so a fixed offset is
// right for every day the program judges, and needs no time-zone database.
var hanoi = time.FixedZone("+07", 7*60*60)

// DateOf returns the day on which t falls in Vietnam, or the zero Date if its
// year is not in 1900–2199.
func DateOf(t time.Time) Date {
	year, month, day := t.In(hanoi).Date()
	return NewDate(year, int(month), day)
}

// ParseDate reads a date in ISO 8601 form: "2026", "2026-02" or "2026-02-14",
// with every digit written. The year must be in 1900–2199 and the day must
// exist. Any other text gives a [*DateError].
func ParseDate(s string) (Date, error) {
	if d, ok := parseISO(s); ok {
		return d, nil
	}
	return Date{}, &DateError{Text: s, Suggest: suggestDate(s).String()}
}

func parseISO(s string) (d Date, ok bool) {
	switch len(s) {
	case len("2026-02-14"):
		if s[7] != '-' {
			return Date{}, false
		}
		if d.Day, ok = parseDigits(s[8:]); !ok || d.Day == 0 {
			return Date{}, false
		}
		s = s[:7]
		fallthrough
	case len("2026-02"):
		if s[4] != '-' {
			return Date{}, false
		}
		if d.Month, ok = parseDigits(s[5:]); !ok || d.Month == 0 {
			return Date{}, false
		}
		s = s[:4]
		fallthrough
	case len("2026"):
		d.Year, ok = parseDigits(s)
		return d, ok && d.valid()
	}
	return Date{}, false
}

// parseDigits reads a short text of ASCII digits only.
func parseDigits(s string) (n int, ok bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != ""
}

// A DateError says that a text is not a date in ISO form.
type DateError struct {
	Text    string // the text as given
	Suggest string // the ISO form it probably means, or ""
	Other   string // the ISO form that it may mean as well, or ""
}

func (e *DateError) Error() string {
	if e.Suggest != "" {
		return fmt.Sprintf("%q is not a date in ISO form: want %s", e.Text, e.Suggest)
	}
	return fmt.Sprintf("%q is not a date such as 2026-02-14, 2026-02 or 2026", e.Text)
}

// Dates as people write them, after Fold: "30/01/2026", "ngay 30 thang 01 nam
// 2026", "thang 4/2026", "02/2026", "nam 2028", and ISO forms with short or
// slashed parts.
var (
	dayFirst  = regexp.MustCompile(`^(?:(?:ngay )?(\d{1,2})(?: ?[-/.] ?| thang ))?(?:thang )?(\d{1,2})(?: ?[-/.] ?| nam )(\d{4})$`)
	yearFirst = regexp.MustCompile(`^(?:nam )?(\d{4})(?: ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{1,2}))?)?$`)
)

// suggestDate guesses what date an editor meant by s; the zero Date is no guess.
func suggestDate(s string) Date {
	const longest = 64 // bytes; nobody writes a longer date
	if len(s) > longest {
		return Date{}
	}
	s = Fold(s)
	var day, month, year string
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		day, month, year = m[1], m[2], m[3]
	} else if m := yearFirst.FindStringSubmatch(s); m != nil {
		year, month, day = m[1], m[2], m[3]
	} else {
		return Date{}
	}
	d, ok := Date{}, true
	for _, part := range []struct {
		to   *int
		text string
	}{{&d.Year, year}, {&d.Month, month}, {&d.Day, day}} {
		*part.to, _ = strconv.Atoi(part.text)
		ok = ok && (part.text == "" || *part.to > 0)
	}
	if !ok || !d.valid() {
		return Date{}
	}
	return d
}

// localForm is a date, or a month, as tables have it.
var localForm = regexp.MustCompile(`^(?:(\d{1,2})([-/.]))?(\d{1,2})([-/.])(\d{4})$`)

// ParseLocalDate reads what [ParseDate] reads, and the day first, as people in
// Vietnam and their spreadsheets write it: "14/02/2026", "14/2/2026", "02/2026".
// "5/4/2026" is refused: a spreadsheet set to American English writes the fourth
// of May so; "05/04/2026" it never writes.
func ParseLocalDate(s string) (Date, error) {
	if d, ok := parseISO(s); ok {
		return d, nil
	}
	wrong := &DateError{Text: s, Suggest: suggestDate(s).String()}
	parts := localForm.FindStringSubmatch(s)
	if parts == nil || parts[1] != "" && parts[2] != parts[4] {
		return Date{}, wrong
	}
	day, _ := strconv.Atoi(parts[1])
	month, _ := strconv.Atoi(parts[3])
	year, _ := strconv.Atoi(parts[5])
	d := NewDate(year, month, day)
	if d.Month == 0 || d.Day == 0 && parts[1] != "" {
		return Date{}, wrong
	}
	if american := NewDate(year, day, month); american.Full() && american != d && len(parts[1])+len(parts[3]) < 4 {
		wrong.Other = american.String()
		return Date{}, wrong
	}
	return d, nil
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Full reports whether the day is known.
func (d Date) Full() bool { return d.Day != 0 }

// String returns d in ISO 8601 form, as precise as d is, or "" for no date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Short returns d for tables and lists: "05/4/2026", "30/01/2026", with zeros as
// Long has them; "tháng 4/2026", "tháng 02/2026", "năm 2028"; "" for no date.
func (d Date) Short() string {
	if d.Day != 0 {
		return fmt.Sprintf("%02d/%s/%04d", d.Day, officialMonth(d.Month), d.Year)
	}
	if d.Month != 0 {
		return fmt.Sprintf("tháng %s/%04d", officialMonth(d.Month), d.Year)
	}
	return d.Long()
}

// Long returns d as documents write it: "ngày 05 tháng 4 năm 2026", "tháng 02
// năm 2026", "năm 2028"; "" for no date. Only days below 10 and the months 1 and
// 2 take a zero (NĐ 30, Annex I, on place and date).
func (d Date) Long() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("năm %04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("tháng %s năm %04d", officialMonth(d.Month), d.Year)
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %04d", d.Day, officialMonth(d.Month), d.Year)
}

// officialMonth writes a month by the zero rule of NĐ 30.
func officialMonth(month int) string {
	if month <= 2 {
		return "0" + strconv.Itoa(month)
	}
	return strconv.Itoa(month)
}

// First returns the earliest day that d may mean; of no date, no date.
func (d Date) First() Date {
	if d.IsZero() {
		return d
	}
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last returns the latest day that d may mean; of no date, no date.
func (d Date) Last() Date {
	if d.IsZero() || d.Full() {
		return d
	}
	if d.Month == 0 {
		d.Month = 12
	}
	d.Day = daysIn(d.Year, d.Month)
	return d
}

// Before reports whether d is certainly before o: whatever days the two may
// mean. It is false if either is no date.
func (d Date) Before(o Date) bool {
	return !d.IsZero() && d.Last().Compare(o.First()) < 0
}

// After reports whether d is certainly after o: whatever days the two may mean.
// It is false if either is no date.
func (d Date) After(o Date) bool { return o.Before(d) }

// Compare returns -1, 0 or +1 in an order for lists: by the earliest day, a less
// precise date before a more precise one, no date before all. Unlike [Date.Before],
// it orders dates whose real order is unknown.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.Year, o.Year), cmp.Compare(d.Month, o.Month), cmp.Compare(d.Day, o.Day))
}

// AddDays returns the day n days after d, or before it if n is negative. It
// returns the zero Date if d is not full or the result leaves the years
// 1900–2199.
func (d Date) AddDays(n int) Date {
	const span = (maxYear - minYear + 1) * 366
	if !d.Full() || n > span || n < -span {
		return Date{}
	}
	year, month, day := d.midnight().AddDate(0, 0, n).Date()
	return NewDate(year, int(month), day)
}

// DaysUntil returns the number of days from d to o, negative if o is earlier. A
// partial date counts as its earliest day; for the time left until the end of
// one, pass o.Last(). It is 0 if either is no date.
func (d Date) DaysUntil(o Date) int {
	if d.IsZero() || o.IsZero() {
		return 0
	}
	// Not Sub: a time.Duration ends after 292 years.
	const secondsPerDay = 24 * 60 * 60
	return int((o.midnight().Unix() - d.midnight().Unix()) / secondsPerDay)
}

// Weekday returns the day of the week of d, of its earliest day if d is partial.
// No date has no weekday worth reading.
func (d Date) Weekday() time.Weekday { return d.midnight().Weekday() }

// midnight returns the start of the earliest day of d, in a zone without jumps.
func (d Date) midnight() time.Time {
	d = d.First()
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// MarshalText returns the ISO form, empty for no date. A Date that the calendar
// does not have gives a [*DateError].
func (d Date) MarshalText() ([]byte, error) {
	if !d.IsZero() && !d.valid() {
		return nil, &DateError{Text: d.String()}
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what [ParseDate] reads; an empty text is no date.
func (d *Date) UnmarshalText(text []byte) error {
	return unmarshalText(d, text, ParseDate)
}

// MarshalJSON returns the ISO form as a string, or null for no date.
func (d Date) MarshalJSON() ([]byte, error) { return marshalJSON(d) }

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(data []byte) error {
	return unmarshalJSON(d, data)
}
