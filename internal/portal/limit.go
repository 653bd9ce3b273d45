package portal

import (
	"fmt"
	"regexp"
	"strconv"
)

// A Limit is a time allowed, as a plan states it: 48 hours, 5 working days.
// The zero Limit is none.
type Limit struct {
	N    int
	Unit string // h hours, d days, wd working days, m months
}

var limitForm = regexp.MustCompile(`^([1-9][0-9]{0,3})(h|d|wd|m)$`)

// UnmarshalText reads "48h", "10d", "5wd", "6m".
func (l *Limit) UnmarshalText(text []byte) error {
	found := limitForm.FindSubmatch(text)
	if found == nil {
		return fmt.Errorf("%q is not a time limit such as 48h, 10d, 5wd or 6m", text)
	}
	l.N, _ = strconv.Atoi(string(found[1])) // at most four digits
	l.Unit = string(found[2])
	return nil
}

// IsZero reports whether there is no limit.
func (l Limit) IsZero() bool { return l.N == 0 }

// String is the form that UnmarshalText reads, "" for none.
func (l Limit) String() string {
	if l.IsZero() {
		return ""
	}
	return strconv.Itoa(l.N) + l.Unit
}

// MarshalJSON writes the limit as text, null for none.
func (l Limit) MarshalJSON() ([]byte, error) {
	if l.IsZero() {
		return []byte("null"), nil
	}
	return strconv.AppendQuote(nil, l.String()), nil
}
