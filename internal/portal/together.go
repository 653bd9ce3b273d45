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
	Sum              // not of several conditions: those are added up each by itself
	Parts  []PartSum // of several conditions, in their order
	Count  StateCount
	Told   int  // how many reported of it in the period
	Units  int  // how many answer for it
	Below  bool // they do so by plans of their own, beside the owner of the target

	Day    vi.Date  // of a promise for a day that is over: the last that the figures tell of; else zero
	Absent []Absent // the first of the Units-Told that told nothing in the period: those that missed it before, others that told of it, the rest
}

// An Absent unit told nothing of a target in the period in which others are
// added up.
type Absent struct {
	Unit string
	Last *Standing // where it stood before or after; nil where it has told nothing
}

// MoreAbsent is how many units are absent that Absent does not name.
func (t *Together) MoreAbsent() int { return t.Units - t.Told - len(t.Absent) }

// A Sum is a figure of several units: part added to part and whole to whole,
// never an average of percentages.
type Sum struct {
	Figure Figure // not given where there is no sum
	Added  int    // how many have a figure in it
}

// A PartSum is what several units have come to in one of several conditions.
type PartSum struct {
	Measure *Measure
	Sum
}

// Partial reports whether the sum lacks somebody of so many units.
func (s Sum) Partial(units int) bool { return s.Added < units }

// Add takes in what one more unit reports of a measure, where such figures add
// up and are of one form with those before.
func (s *Sum) Add(m Measure, f Figure) {
	switch {
	case !m.Sums(f) || s.Added > 0 && s.Figure.Share() != f.Share():
		return
	case s.Added == 0:
		s.Figure = f
	default:
		s.Figure = s.Figure.Plus(f)
	}
	s.Added++
}

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
// that they may be added up; how much each asks for may differ. Of several
// conditions the parts have to be alike, see PartLike.
func (m Measure) Alike(o Measure) bool {
	return m.Kind.Compound() == o.Kind.Compound() && sameUnit(m.Unit, o.Unit) && strings.EqualFold(m.Each, o.Each) &&
		m.Every == o.Every && m.Cumulative == o.Cumulative && m.Percentage() == o.Percentage()
}

// PartLike is the number of the part of m whose figures add up with those of part
// n of another measure: the one at its place, or else another that says of the
// same thing; -1 where there is none.
func (m Measure) PartLike(o Measure, n int) int {
	like := func(i int) bool {
		mine, other := m.Part(i), o.Part(n)
		return mine.Alike(other) && strings.EqualFold(mine.Subject, other.Subject)
	}
	if n < len(m.Parts) && like(n) {
		return n
	}
	for i := range m.Parts {
		if like(i) {
			return i
		}
	}
	return -1
}
