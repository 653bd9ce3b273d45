package portal_test

import (
	"encoding"
	"encoding/json"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// FuzzValues reads arbitrary text as each value that has a form of its own. What
// is taken is written so that it is read again as the same, also by others.
func FuzzValues(f *testing.F) {
	for _, text := range []string{"48h", "10d", "5wd", "6m", "0h", "99999h", "11-30", "02-29", "02-30", "25", "07", "32", "ba-nhat#III.1.a", "ba-nhat", "#I", "a#", "a#b#c", "a\xff#\"", "1\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		again(t, text, new(portal.Limit), new(portal.Limit))
		again(t, text, new(portal.ClauseRef), new(portal.ClauseRef))
		again(t, text, new(portal.DayIn), new(portal.DayIn))
		var day portal.DayIn
		if day.UnmarshalText([]byte(text)) != nil {
			return
		}
		for _, name := range []string{"2026", "2026-H1", "2026-Q1", "2026-02", "2026-W53"} {
			period, err := vi.ParsePeriod(name)
			if err != nil {
				t.Fatal(err)
			}
			if in := day.In(period); in.Month < 1 || in.Month > 12 || in.Day > 31 {
				t.Errorf("%q in %s is %s", text, name, in)
			}
		}
	})
}

func again[V interface {
	comparable
	String() string
}, P interface {
	*V
	encoding.TextUnmarshaler
}](t *testing.T, text string, first, second P) {
	t.Helper()
	if first.UnmarshalText([]byte(text)) != nil {
		return
	}
	written := (*first).String()
	if err := second.UnmarshalText([]byte(written)); err != nil || *first != *second {
		t.Errorf("%q is written %q and read again as %v: %v", text, written, *second, err)
	}
	if data, err := json.Marshal(*first); err != nil || !json.Valid(data) {
		t.Errorf("%q becomes %s: %v", text, data, err)
	}
}
