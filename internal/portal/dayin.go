package portal

import (
	"fmt"
	"regexp"
	"strconv"

	"thidua/internal/vi"
)

// A DayIn is a day inside a recurring period: "11-30" and "11" in a year,
// "25" in the last month of a quarter or half-year, in a month, and 1 to 7
// (Monday to Sunday) in a week. The zero DayIn is no day.
type DayIn struct {
	Month int // only in a year
	Day   int // 0: some day of Month
}

var (
	monthDayForm = regexp.MustCompile(`^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)
	numberForm   = regexp.MustCompile(`^(0?[1-9]|[12][0-9]|3[01])$`)
)

// UnmarshalText reads "MM-DD" or a number; what the number means depends on
// the period, so load settles it with In.
func (d *DayIn) UnmarshalText(text []byte) error {
	if found := monthDayForm.FindSubmatch(text); found != nil {
		d.Month, _ = strconv.Atoi(string(found[1]))
		d.Day, _ = strconv.Atoi(string(found[2]))
		if first := (vi.Date{Year: 2024, Month: d.Month}); d.Day > first.Last().Day {
			return fmt.Errorf("month %d has no day %d", d.Month, d.Day)
		}
		return nil
	}
	if !numberForm.Match(text) {
		return fmt.Errorf("%q is not a day such as 11-30 or 25", text)
	}
	d.Day, _ = strconv.Atoi(string(text))
	return nil
}

// IsZero reports whether no day is named.
func (d DayIn) IsZero() bool { return d == DayIn{} }

// String is the form that UnmarshalText reads, "" for no day.
func (d DayIn) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%02d", d.Day)
	}
	return fmt.Sprintf("%02d-%02d", d.Month, d.Day)
}

// MarshalJSON writes the day as text, null for none.
func (d DayIn) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return strconv.AppendQuote(nil, d.String()), nil
}

// In is the date that d means in a period. In a year a lone number is a
// month; elsewhere a day of the period's last month, or of the week. A month
// too short for the day gives its last day. No day gives the zero date.
func (d DayIn) In(period vi.Period) vi.Date {
	last := period.Last()
	switch {
	case d.IsZero():
		return vi.Date{}
	case period.Kind() == vi.Week:
		return period.First().AddDays(min(d.Day, 7) - 1)
	case period.Kind() == vi.Year && d.Month == 0:
		return vi.Date{Year: last.Year, Month: min(d.Day, 12)}
	case d.Month != 0:
		last = vi.Date{Year: last.Year, Month: d.Month}.Last()
	}
	return vi.Date{Year: last.Year, Month: last.Month, Day: min(d.Day, last.Day)}
}
