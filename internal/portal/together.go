package portal

import (
	"strings"

	"thidua/internal/vi"
)

// Together is what several units that answer for one target come to in one
// period: the members of the group that owes it, and those whose own plans carry
// it out. Nothing is judged by it: each of them promised for itself.
type Together struct {
	Plan   *Plan
	Target *Target
	Period vi.Period // the last that most of those who report have come to
	Figure Figure    // part added to part and whole to whole, never an average of percentages; not given where there is no sum
	Count  StateCount
	Added  int  // how many have a figure in the sum
	Told   int  // how many reported of it in the period
	Units  int  // how many answer for it
	Below  bool // they do so by plans of their own, beside the owner of the target
}

// Partial reports whether the sum lacks somebody.
func (t *Together) Partial() bool { return t.Added < t.Units }

// Sums reports whether figures of several units add up: not those of words, of
// several conditions, of bare percentages, and of what is measured in each case.
func (m Measure) Sums(f Figure) bool {
	switch {
	case m.Kind.Compound(), m.Kind == Qualitative, !f.Given():
		return false
	case f.Share():
		return true
	}
	return !m.Percentage() && !m.PerCase()
}

// Alike reports whether figures of two measures say the same of two units, so
// that they may be added up; how much each asks for may differ.
func (m Measure) Alike(o Measure) bool {
	return m.Kind.Compound() == o.Kind.Compound() && sameUnit(m.Unit, o.Unit) && strings.EqualFold(m.Each, o.Each) &&
		m.Every == o.Every && m.Cumulative == o.Cumulative && m.Percentage() == o.Percentage()
}
