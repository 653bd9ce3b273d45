package portal

import "thidua/internal/vi"

// TargetState is where a target stands in a period. What has no figure is
// neither met nor missed.
type TargetState string

const (
	Met        TargetState = "met"         // đạt
	Missed     TargetState = "missed"      // không đạt
	InProgress TargetState = "in-progress" // its time is not over and it can still go either way
	NotDue     TargetState = "not-due"     // nothing is owed yet, or nothing occurred that it speaks of
	NoData     TargetState = "no-data"     // chưa có số liệu
	Narrative  TargetState = "narrative"   // no number in the plan; the report tells
)

// A Figure is what was reported of a measure: a part of a whole, or an amount.
// What was not given is unset, never zero.
type Figure struct {
	Numerator   vi.Number
	Denominator vi.Number
	Value       vi.Number
}

// Given reports whether f says anything.
func (f Figure) Given() bool { return f.Value.IsSet() || f.Numerator.IsSet() }

// Share reports whether f is a part of a whole.
func (f Figure) Share() bool { return f.Numerator.IsSet() && f.Denominator.IsSet() }

// OfNothing reports whether f is 0 of 0: nothing occurred that the measure
// speaks of.
func (f Figure) OfNothing() bool { return f.Share() && f.Denominator.Sign() == 0 }

// Amount is f as one number that is no share: its value, or else its numerator.
func (f Figure) Amount() vi.Number {
	if f.Value.IsSet() {
		return f.Value
	}
	return f.Numerator
}

// Plus adds part to part, whole to whole and amount to amount, so that a share
// of several units or periods is never an average of percentages. What one of
// the two does not give, the sum does not either.
func (f Figure) Plus(o Figure) Figure {
	return Figure{f.Numerator.Add(o.Numerator), f.Denominator.Add(o.Denominator), f.Value.Add(o.Value)}
}

// A Standing is one target, as its owner's report of a period leaves it.
type Standing struct {
	Plan     *Plan
	Target   *Target
	Owner    string    // the unit that promised; of a group, the member that reports
	Period   vi.Period // of the report
	Report   *Report   // nil: no report of the period came
	Row      *Result   // nil: the report says nothing of the target
	Parts    []Part    // of a compound measure
	Figure   Figure    // what is judged: of the period, or of the time so far
	Previous Figure    // of a comparison with an earlier time
	SoFar    bool      // Figure adds up several periods
	State    TargetState

	Corrected []*Correction // of its rows, the newest first
}

// A Part is one part of a compound target, where it stands.
type Part struct {
	Measure *Measure
	Row     *Result
	Figure  Figure
	State   TargetState
}

// Unexplained reports whether a target was missed and nobody says why.
func (s *Standing) Unexplained() bool {
	if s.State != Missed {
		return false
	}
	said := func(row *Result) bool { return row != nil && (row.Note != "" || row.Difficulty != "") }
	for _, part := range s.Parts {
		if said(part.Row) {
			return false
		}
	}
	return !said(s.Row)
}

// StateCount counts standings by their states.
type StateCount struct {
	All, Met, Missed, InProgress, NotDue, NoData, Narrative int
	Unexplained                                             int // of those missed
}

// Add counts one more.
func (c *StateCount) Add(s *Standing) {
	c.All++
	switch s.State {
	case Met:
		c.Met++
	case Missed:
		c.Missed++
	case InProgress:
		c.InProgress++
	case NotDue:
		c.NotDue++
	case NoData:
		c.NoData++
	case Narrative:
		c.Narrative++
	}
	if s.Unexplained() {
		c.Unexplained++
	}
}

// Judged is how many are met or missed: the whole of which a share of met
// targets may be taken.
func (c StateCount) Judged() int { return c.Met + c.Missed }

// Reported is how many have a figure or words.
func (c StateCount) Reported() int { return c.Met + c.Missed + c.InProgress + c.Narrative }
