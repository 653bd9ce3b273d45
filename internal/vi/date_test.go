package vi

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func date(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if s != "" && err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDateReadsISOOfAnyPrecision(t *testing.T) {
	for s, want := range map[string]Date{
		"2026":       {2026, 0, 0},
		"2026-02":    {2026, 2, 0},
		"2026-02-14": {2026, 2, 14},
		"2028-02-29": {2028, 2, 29},
		"1900-01-01": {1900, 1, 1},
		"2199-12-31": {2199, 12, 31},
	} {
		if got, err := ParseDate(s); got != want || err != nil {
			t.Errorf("ParseDate(%q) = %v, %v", s, got, err)
		}
	}
}

func TestParseDateRefusesAndSuggests(t *testing.T) {
	for _, tt := range []struct{ promise, in, suggest string }{
		{"slashes", "30/01/2026", "2026-01-30"},
		{"hyphens", "5-5-2026", "2026-05-05"},
		{"dots", "1.2.2026", "2026-02-01"},
		{"spaces inside", "30 / 1 / 2026", "2026-01-30"},
		{"month and year", "02/2026", "2026-02"},
		{"official wording", "ngày 30 tháng 01 năm 2026", "2026-01-30"},
		{"official wording in capitals, decomposed", "NGA\u0300Y 05 THA\u0301NG 4 N\u0102M 2026", "2026-04-05"},
		{"wording with a slash", "ngày 30 tháng 4/2026", "2026-04-30"},
		{"month in words", "tháng 4 năm 2026", "2026-04"},
		{"year in words", "năm 2028", "2028"},
		{"short parts", "2026-2-4", "2026-02-04"},
		{"year first with slashes", "2026/02/14", "2026-02-14"},
		{"space around", " 2026-02-14\n", "2026-02-14"},
		{"the day after February's last", "2026-02-29", ""},
		{"a day that no month has", "32/01/2026", ""},
		{"a month that no year has", "01/13/2026", ""},
		{"a zero month", "2026-00", ""},
		{"a zero day", "2026-02-00", ""},
		{"a zero day with slashes", "0/2/2026", ""},
		{"a year before the range", "1899", ""},
		{"a year after the range", "01/01/2200", ""},
		{"two digits for the year", "30/01/26", ""},
		{"a time", "2026-02-14T00:00:00Z", ""},
		{"a sign", "+2026", ""},
		{"other digits", "２０２６", ""},
		{"nothing", "", ""},
		{"words", "quý III", ""},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			d, err := ParseDate(tt.in)
			var wrong *DateError
			if !errors.As(err, &wrong) || !d.IsZero() {
				t.Fatalf("ParseDate(%q) = %v, %v", tt.in, d, err)
			}
			if want := (DateError{Text: tt.in, Suggest: tt.suggest}); *wrong != want {
				t.Errorf("got %+v, want %+v", *wrong, want)
			}
		})
	}
}

func TestNewDateIsZeroForWhatTheCalendarLacks(t *testing.T) {
	for _, d := range []Date{
		NewDate(2026, 2, 29), NewDate(2026, 13, 1), NewDate(2026, 0, 1), NewDate(1899, 1, 1),
		NewDate(2026, -1, 0), NewDate(2026, 1, -1), NewDate(2200, 0, 0),
	} {
		if !d.IsZero() {
			t.Errorf("got %v", d)
		}
	}
	if got := NewDate(2028, 2, 29); got != (Date{2028, 2, 29}) {
		t.Errorf("got %v", got)
	}
}

func TestDateOfIsTheDayInVietnam(t *testing.T) {
	for in, want := range map[string]string{
		"2026-01-30T16:59:59Z":      "2026-01-30",
		"2026-01-30T17:00:00Z":      "2026-01-31",
		"2026-01-01T00:30:00+09:00": "2025-12-31",
		"0001-01-01T00:00:00Z":      "",
	} {
		at, err := time.Parse(time.RFC3339, in)
		if err != nil {
			t.Fatal(err)
		}
		if got := DateOf(at).String(); got != want {
			t.Errorf("DateOf(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestDateWording(t *testing.T) {
	for _, tt := range []struct{ iso, short, long string }{
		{"2026-01-30", "30/01/2026", "ngày 30 tháng 01 năm 2026"},
		{"2026-02-05", "05/02/2026", "ngày 05 tháng 02 năm 2026"},
		{"2026-04-05", "05/4/2026", "ngày 05 tháng 4 năm 2026"},
		{"2026-12-10", "10/12/2026", "ngày 10 tháng 12 năm 2026"},
		{"2026-02", "tháng 02/2026", "tháng 02 năm 2026"},
		{"2026-04", "tháng 4/2026", "tháng 4 năm 2026"},
		{"2028", "năm 2028", "năm 2028"},
		{"", "", ""},
	} {
		d := date(t, tt.iso)
		if d.String() != tt.iso || d.Short() != tt.short || d.Long() != tt.long {
			t.Errorf("%s is written %q, %q, %q", tt.iso, d.String(), d.Short(), d.Long())
		}
	}
}

func TestPartialDateSpansAllItMayMean(t *testing.T) {
	for _, tt := range []struct{ date, first, last string }{
		{"2026", "2026-01-01", "2026-12-31"},
		{"2026-04", "2026-04-01", "2026-04-30"},
		{"2026-02", "2026-02-01", "2026-02-28"},
		{"2028-02", "2028-02-01", "2028-02-29"},
		{"2100-02", "2100-02-01", "2100-02-28"},
		{"2026-02-14", "2026-02-14", "2026-02-14"},
		{"", "", ""},
	} {
		d := date(t, tt.date)
		if d.First().String() != tt.first || d.Last().String() != tt.last {
			t.Errorf("%s spans %v to %v", tt.date, d.First(), d.Last())
		}
		if full := tt.date == tt.first && tt.date != ""; d.Full() != full {
			t.Errorf("%s: Full() = %t", tt.date, d.Full())
		}
	}
}

func TestBeforeAndAfterAreCertain(t *testing.T) {
	for _, tt := range []struct {
		a, b   string
		before bool
	}{
		{"2026-02-14", "2026-02-15", true},
		{"2026-02-14", "2026-02-14", false},
		{"2026-02", "2026-03-01", true},
		{"2026-02", "2026-02-28", false},
		{"2026-02-01", "2026-02", false},
		{"2026", "2027", true},
		{"2026", "2026-12-31", false},
		{"", "2026", false},
		{"2026", "", false},
		{"", "", false},
	} {
		a, b := date(t, tt.a), date(t, tt.b)
		if a.Before(b) != tt.before || b.After(a) != tt.before {
			t.Errorf("%q before %q: %t, after: %t", tt.a, tt.b, a.Before(b), b.After(a))
		}
	}
}

func TestCompareDatesPutsLessPreciseFirst(t *testing.T) {
	want := []Date{{}, {2025, 12, 31}, {2026, 0, 0}, {2026, 1, 0}, {2026, 1, 1}, {2026, 1, 2}, {2026, 2, 0}, {2027, 0, 0}}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Date.Compare)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDaysAreCountedAcrossMonthsAndYears(t *testing.T) {
	for _, tt := range []struct {
		from string
		days int
		to   string
	}{
		{"2026-02-28", 1, "2026-03-01"},
		{"2028-02-28", 1, "2028-02-29"},
		{"2026-01-01", -1, "2025-12-31"},
		{"2026-01-30", 365, "2027-01-30"},
		{"2026-01-30", 0, "2026-01-30"},
		{"1900-01-01", 109572, "2199-12-31"},
	} {
		from, to := date(t, tt.from), date(t, tt.to)
		if got := from.AddDays(tt.days); got != to {
			t.Errorf("%v + %d days = %v, want %v", from, tt.days, got, to)
		}
		if got := from.DaysUntil(to); got != tt.days {
			t.Errorf("%d days from %v to %v, want %d", got, from, to, tt.days)
		}
		if got := to.DaysUntil(from); got != -tt.days {
			t.Errorf("%d days from %v to %v, want %d", got, to, from, -tt.days)
		}
	}
}

func TestAddDaysLeavesNoDateOutsideTheCalendar(t *testing.T) {
	const huge = int(^uint(0) >> 1)
	for _, got := range []Date{
		Date{2199, 12, 31}.AddDays(1), Date{1900, 1, 1}.AddDays(-1), Date{2026, 1, 1}.AddDays(huge),
		Date{2026, 1, 1}.AddDays(-huge - 1), Date{2026, 1, 0}.AddDays(1), Date{}.AddDays(1),
	} {
		if !got.IsZero() {
			t.Errorf("got %v", got)
		}
	}
}

func TestDaysUntilCountsAPartialDateFromItsFirstDay(t *testing.T) {
	today := Date{2026, 1, 30}
	for s, want := range map[string]int{"2026-02": 2, "2026": -29, "": 0} {
		if got := today.DaysUntil(date(t, s)); got != want {
			t.Errorf("%d days until %q, want %d", got, s, want)
		}
	}
}

func TestWeekday(t *testing.T) {
	if got := (Date{2026, 1, 30}).Weekday(); got != time.Friday {
		t.Errorf("30 January 2026 is a %v", got)
	}
	if got := (Date{2026, 2, 0}).Weekday(); got != time.Sunday {
		t.Errorf("February 2026 begins on a %v", got)
	}
}

func TestDateInJSON(t *testing.T) {
	type record struct {
		On      Date `json:"on"`
		Ended   Date `json:"ended"`
		Omitted Date `json:"omitted,omitzero"`
		ByDate  map[Date]int
	}
	in := record{On: Date{2026, 2, 0}, ByDate: map[Date]int{{2026, 0, 0}: 1}}
	data, err := json.Marshal(in)
	if want := `{"on":"2026-02","ended":null,"ByDate":{"2026":1}}`; string(data) != want || err != nil {
		t.Fatalf("got %s, %v, want %s", data, err, want)
	}
	out := record{Ended: Date{2020, 1, 1}}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, out); diff != "" {
		t.Error(diff)
	}
}

func TestDateRefusesBadJSONAndKeepsItsValue(t *testing.T) {
	for _, data := range []string{`2026`, `"30/01/2026"`, `{}`, `true`} {
		d := Date{2026, 1, 1}
		if err := json.Unmarshal([]byte(data), &d); err == nil || d != (Date{2026, 1, 1}) {
			t.Errorf("%s: %v, %v", data, d, err)
		}
	}
	if _, err := json.Marshal(Date{2026, 2, 30}); err == nil {
		t.Error("30 February was written")
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2026", "2026-02", "2026-02-14", "30/01/2026", "ngày 30 tháng 01 năm 2026", "2026-2-30", "năm 2028", "0/0/2026"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err == nil {
			if d.String() != s {
				t.Errorf("ParseDate(%q) writes itself %q", s, d)
			}
			if d.First().Compare(d.Last()) > 0 || !d.First().valid() || !d.Last().valid() {
				t.Errorf("%v spans %v to %v", d, d.First(), d.Last())
			}
			for _, wording := range []string{d.Short(), d.Long()} {
				if suggested := suggestDate(wording); suggested != d {
					t.Errorf("%q suggests %v, want %v", wording, suggested, d)
				}
			}
			return
		}
		var wrong *DateError
		if !errors.As(err, &wrong) || wrong.Text != s || err.Error() == "" {
			t.Fatalf("ParseDate(%q): %v", s, err)
		}
		if wrong.Suggest != "" {
			if _, err := ParseDate(wrong.Suggest); err != nil || wrong.Suggest == s {
				t.Errorf("ParseDate(%q) suggests %q: %v", s, wrong.Suggest, err)
			}
		}
	})
}

func ExampleParseDate() {
	d, _ := ParseDate("2026-04-05")
	fmt.Println(d.Short())
	fmt.Println(d.Long())
	_, err := ParseDate("30/01/2026")
	fmt.Println(err)
	// Output:
	// 05/4/2026
	// ngày 05 tháng 4 năm 2026
	// "30/01/2026" is not a date in ISO form: want 2026-01-30
}

func ExampleDate_Before() {
	report, deadline := Date{2026, 2, 0}, Date{2026, 2, 15}
	fmt.Println(report.Before(deadline), report.After(deadline)) // some day in February
	// Output: false false
}

func TestLocalDates(t *testing.T) {
	for in, want := range map[string]Date{
		"2026-02-14": {2026, 2, 14}, "2026-02": {2026, 2, 0}, "2026": {2026, 0, 0},
		"14/02/2026": {2026, 2, 14}, "05/04/2026": {2026, 4, 5}, "14/2/2026": {2026, 2, 14}, "4/4/2026": {2026, 4, 4},
		"14-02-2026": {2026, 2, 14}, "14.02.2026": {2026, 2, 14}, "02/2026": {2026, 2, 0}, "2/2026": {2026, 2, 0},
	} {
		if got, err := ParseLocalDate(in); got != want || err != nil {
			t.Errorf("%s: %v, %v", in, got, err)
		}
	}
	for in, want := range map[string]DateError{
		"5/4/2026":   {"5/4/2026", "2026-04-05", "2026-05-04"},
		"05/4/2026":  {"05/4/2026", "2026-04-05", "2026-05-04"},
		"12/25/2026": {"12/25/2026", "", ""},
		"31/02/2026": {"31/02/2026", "", ""},
		"00/2026":    {"00/2026", "", ""},
		"0/5/2026":   {"0/5/2026", "", ""},
		"14/02-2026": {"14/02-2026", "2026-02-14", ""},
		"14/02/26":   {"14/02/26", "", ""},
		"Mar-26":     {"Mar-26", "", ""},
		"":           {"", "", ""},
	} {
		got, err := ParseLocalDate(in)
		var wrong *DateError
		if !errors.As(err, &wrong) || *wrong != want || !got.IsZero() {
			t.Errorf("%q: %v, %+v, want %+v", in, got, wrong, want)
		}
	}
}

func FuzzParseLocalDate(f *testing.F) {
	for _, s := range []string{"2026-02-14", "05/04/2026", "5/4/2026", "02/2026"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseLocalDate(s)
		var wrong *DateError
		switch {
		case err == nil && (d.IsZero() || NewDate(d.Year, d.Month, d.Day) != d):
			t.Errorf("%q is read as %v", s, d)
		case err != nil && (!errors.As(err, &wrong) || wrong.Text != s || !d.IsZero()):
			t.Errorf("%q: %v, %v", s, d, err)
		}
		if iso, err := ParseDate(s); err == nil && iso != d {
			t.Errorf("%q is %v, as a local date %v", s, iso, d)
		}
	})
}
