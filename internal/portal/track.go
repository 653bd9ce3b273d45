package portal

import (
	"fmt"
	"strings"

	"thidua/internal/vi"
)

// A Track is one target that a unit answers for, to be held beside other periods
// of it and beside the same of other units.
type Track struct {
	*Progress           // without cells where nothing was reported, or should have been
	Shared    []Promise // what it carries out, or is, and some other unit of its kind, too: units are compared by these alone
}

// Tracks are the tracks of a unit in one plan.
type Tracks struct {
	Unit    *Unit
	Plan    *Plan
	Periods []vi.Period // the last ones in which anything of it was owed, in the order of time: the columns
	Rows    []Track
}

// An Undertaking is a target by which one unit carries out a target of a plan
// above, or that target itself as a member of the group that owes it.
type Undertaking struct {
	Unit     *Unit // whose plan it is; of a group, the member
	Plan     *Plan
	Target   *Target
	Progress []*Progress // one for each unit that answers for it and has reported, or should have
}

// Name is how other plans refer to a promise: "plan#target".
func (p Promise) Name() string { return p.Plan.ID + "#" + p.Target.ID }

// Form is what two measures have in common whose figures say the same of two
// units: how much each asks for is no part of it.
func (m Measure) Form() string {
	unit := strings.ToLower(m.Unit)
	if sameUnit(unit, "%") {
		unit = "%"
	}
	return fmt.Sprintf("%t|%s|%s|%s|%t|%t", m.Kind.Compound(), unit, strings.ToLower(m.Each), m.Every, m.Cumulative, m.Percentage())
}

// Beside are the reports of the same kind of period that a unit sent before and
// after one of its own; nil where there are none.
func (u *UnitFigures) Beside(report *Report) (b BesideReport) {
	for _, other := range u.Reports { // the latest first
		switch {
		case other.Period.Kind() != report.Period.Kind():
		case other.Period.First().After(report.Period.First()):
			b.After = other
		case b.Before == nil && other.Period.First().Before(report.Period.First()):
			b.Before = other
		}
	}
	return b
}

// BesideReport are the reports before and after one.
type BesideReport struct{ Before, After *Report }
