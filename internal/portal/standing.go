package portal

import (
	"slices"

	"thidua/internal/vi"
)

// TargetState is where a target stands in a period. What has no figure is
// neither met nor missed.
type TargetState string

const (
	Met        TargetState = "met"         // đạt
	Missed     TargetState = "missed"      // không đạt
	InProgress TargetState = "in-progress" // its time is not over and it can still go either way
	NotDue     TargetState = "not-due"     // nothing is owed yet
	Nothing    TargetState = "nothing"     // its time is over, and nothing occurred that it speaks of
	NoData     TargetState = "no-data"     // chưa có số liệu
	Narrative  TargetState = "narrative"   // no number in the plan; the report tells
	Baseline   TargetState = "baseline"    // of a time before the plan: to compare with, never judged
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
	Plan   *Plan
	Target *Target
	Owner  string    // the unit that promised; of a group, the member that reports
	Period vi.Period // of the report
	Report *Report   // nil: no report of the period came
	Row    *Result   // nil: the report says nothing of the target
	Parts  []Part    // of a compound measure
	Course *Progress // the other periods of it; nil where there are none

	Verdict // of a compound measure without figures: those are of its parts

	Corrected []*Correction // of its rows, the newest first
}

// A Part is one part of a compound target, where it stands.
type Part struct {
	Measure *Measure
	Row     *Result
	Verdict
}

// A Verdict says where a measure stands, by which figure, and of which time
// that figure is.
type Verdict struct {
	State    TargetState
	Figure   Figure     // what is judged
	Previous Figure     // of a comparison with an earlier time
	SoFar    bool       // Figure adds up several periods
	Time     vi.Period  // that is judged: the report's own period, or a longer one that holds it; zero: the time of the target
	Kind     FigureKind // "" where there is no figure
	At       vi.Period  // the last period that Figure is of
	AsOf     vi.Date    // the last day that it counts (Report.Cutoff): zero where the report does not say
	Sent     vi.Date    // when that report was sent, where it does not say; zero elsewhere
	Ends     vi.Date    // the last day on which it can be kept; zero where nobody knows
	Expired  bool       // that day is over, and what was reported decides nothing
	Each     Every      // how often it is owed within Time: State is that of each of these, and Figure decides nothing; "" where Figure is judged
	After    Figure     // what this report says although the day by which it was owed is over: never judged
}

// FigureKind says of which time a figure is.
type FigureKind string

const (
	FigureOfPeriod FigureKind = "period"  // of the period reported alone, which is judged by itself
	FigureSoFar    FigureKind = "so-far"  // of a time that goes on after the period reported
	FigureFinal    FigureKind = "final"   // of a longer time that ends with the period reported, or has ended
	FigureCarried  FigureKind = "carried" // of an earlier period: the report says no more of it
	FigureEarlier  FigureKind = "earlier" // of an earlier report, which the report denies: what has happened cannot be undone
)

// Early reports whether the figure was told before the period was over that it
// is of.
func (v Verdict) Early() bool {
	return !v.At.IsZero() && !v.AsOf.IsZero() && v.AsOf.Before(v.At.Last())
}

// PastDay reports whether the figure of what was to be reached by a day counts
// days after it, too: the first report that reached the day went on.
func (v Verdict) PastDay() bool {
	return v.Time.IsZero() && !v.At.IsZero() && v.AsOf.After(v.Ends)
}

// Word is the state as a reader is told of it: where there is a figure that
// decides nothing, "no data" would deny it.
func (s *Standing) Word() string {
	if s.Report == nil && s.State == NoData && !s.Period.IsZero() {
		return Unreported
	}
	for i := range s.Parts {
		if s.State == NoData && s.Parts[i].Figure.Given() {
			if s.Expired {
				return Expired
			}
			return NotEnough
		}
	}
	return s.Verdict.Word()
}

// Word likewise of a part.
func (v Verdict) Word() string {
	switch {
	case v.State != NoData || !v.Figure.Given():
		return string(v.State)
	case v.Expired:
		return Expired
	}
	return NotEnough
}

// ByEach is how often a target is owed that is judged by each of these times
// rather than by the figure of the longer one reported; of several conditions,
// how often the first of those is; "" elsewhere.
func (s *Standing) ByEach() Every {
	for i := range s.Parts {
		if s.Parts[i].Each != "" {
			return s.Parts[i].Each
		}
	}
	return s.Each
}

// Within are the standings of the times inside the one reported, in their order.
func (s *Standing) Within() (cells []*Standing) {
	if s.Course == nil {
		return nil
	}
	for _, cell := range s.Course.Cells {
		if cell != s && s.Period.Contains(cell.Period.First()) && s.Period.Contains(cell.Period.Last()) {
			cells = append(cells, cell)
		}
	}
	return cells
}

// Words for a target that is neither met nor missed, where its state alone would
// say too much or too little.
const (
	NotEnough  = "not-enough" // there is a figure that decides nothing
	Expired    = "expired"    // so there is, and its time is over
	Unreported = "unreported" // no report of the period came
)

// Alone reports whether a figure should be held against that of an earlier time,
// and there is none.
func (m Measure) Alone(v Verdict) bool {
	return m.Kind == LessThanPrevious && v.State == NoData && v.Figure.Given() && !v.Previous.Given()
}

// Unexplained reports whether a target was missed and nobody says why.
func (s *Standing) Unexplained() bool {
	return s.State == Missed && !s.explains() && s.Explained() == nil
}

// explains reports whether the report itself says anything beside its figures.
func (s *Standing) explains() bool {
	said := func(row *Result) bool { return row != nil && (row.Note != "" || row.Difficulty != "") }
	return said(s.Row) || slices.ContainsFunc(s.Parts, func(part Part) bool { return said(part.Row) })
}

// hindered reports whether the report itself says what stood in the way.
func (s *Standing) hindered() bool {
	said := func(row *Result) bool { return row != nil && row.Difficulty != "" }
	return said(s.Row) || slices.ContainsFunc(s.Parts, func(part Part) bool { return said(part.Row) })
}

// Explained is the standing in another report that says why a target was missed
// of which the report itself says nothing: the one whose figure is judged, or
// else one of a longer period that holds it and names a difficulty. Nil where
// there is none.
func (s *Standing) Explained() *Standing {
	if s.State != Missed || s.explains() || s.Course == nil {
		return nil
	}
	for _, cell := range s.Course.Cells {
		judged := cell.Period == s.At || slices.ContainsFunc(s.Parts, func(part Part) bool { return cell.Period == part.At })
		if judged && cell.explains() {
			return cell
		}
	}
	for _, cell := range s.Course.Cells {
		if cell != s && cell.Period.Contains(s.Period.First()) && cell.Period.Contains(s.Period.Last()) && cell.hindered() {
			return cell
		}
	}
	return nil
}

// StateCount counts standings by their states.
type StateCount struct {
	All, Met, Missed, InProgress, NotDue, Nothing, NoData, Narrative int
	Unexplained                                                      int // of those missed
}

// Add counts one more; what is only there to compare with is none.
func (c *StateCount) Add(s *Standing) {
	if s.State == Baseline {
		return
	}
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
	case Nothing:
		c.Nothing++
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

// Open is how many are neither met nor missed: still under way, not due, without
// a case or a figure, or told in words.
func (c StateCount) Open() int { return c.All - c.Judged() }

// Reported is how many have a figure or words.
func (c StateCount) Reported() int { return c.Met + c.Missed + c.InProgress + c.Narrative }
