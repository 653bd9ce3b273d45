package portal

import (
	"slices"
	"strings"
)

// A Schedule is a calendar as a reader looks at it: what is near, one by one;
// what is far or over, a year at a time and each deadline once.
type Schedule struct {
	Near    []Due     // now or within 90 days, the first to end first
	Later   []DueYear // after that, the next year first
	Past    []DueYear // the last year first
	Undated []Due     // the plan names no day
}

// A DueYear are the occurrences of one year, by deadline.
type DueYear struct {
	Year   int
	Series []DueSeries
}

// A DueSeries are the occurrences of one deadline in one year, in the order of
// time.
type DueSeries struct {
	Plan     *Plan
	Deadline *Deadline
	Dues     []Due
}

// Next is what falls due next, at most n occurrences: near ones, or else the
// first of the later ones, so that a quiet season does not look like the end.
// Anniversaries are nobody's duty and left out, and what has been sent.
func (s Schedule) Next(n int) []Due {
	next := slices.Clone(s.Near)
	if len(s.Later) > 0 {
		for _, series := range s.Later[0].Series {
			next = append(next, series.Dues[0])
		}
	}
	next = slices.DeleteFunc(next, func(d Due) bool { return d.Deadline.Kind == DueAnniversary || d.Report != nil })
	return next[:min(n, len(next))]
}

// IsEmpty reports whether there is nothing in the schedule.
func (s Schedule) IsEmpty() bool {
	return len(s.Near)+len(s.Later)+len(s.Past)+len(s.Undated) == 0
}

// NextOf is the next occurrence of the deadline "plan#deadline", or its last one
// where all are past; nil where it is not held.
func (f *Figures) NextOf(name string) *Due {
	plan, id, _ := strings.Cut(name, "#")
	figures := f.Plans[plan]
	if figures == nil {
		return nil
	}
	if next := figures.Next(id); next != nil {
		return next
	}
	for i := range figures.Calendar {
		if due := &figures.Calendar[len(figures.Calendar)-1-i]; due.Deadline.ID == id {
			return due
		}
	}
	return nil
}

// Next is the next occurrence of the plan's deadline of this id, or its undated
// one; nil where all are past.
func (f *PlanFigures) Next(id string) *Due {
	for i := range f.Calendar {
		if due := &f.Calendar[i]; due.Deadline.ID == id && due.State != DuePast {
			return due
		}
	}
	return nil
}
