package portal

import (
	"slices"

	"thidua/internal/vi"
)

// ReportState is where a duty to report stands.
type ReportState string

const (
	OnTime        ReportState = "on-time"
	Late          ReportState = "late"        // it came, after its last day
	Overdue       ReportState = "overdue"     // it has not come, and its last day is over
	ReportNotDue  ReportState = "not-due"     // it has not come, and its last day is not over
	ReportUndated ReportState = "undated"     // the plan names no day
	NotTracked    ReportState = "not-tracked" // the unit does not report through this portal, or did not yet
)

// An Obligation is one report that one unit owes.
type Obligation struct {
	Due    Due
	Unit   string    // who owes it; of a group, each member
	Covers vi.Period // the time that it speaks of; zero where the plan does not say
	Report *Report   // what answers it; nil where nothing has come
	State  ReportState
	Days   int // of one that is late or overdue: how many days after the last in time
}

// Missing reports whether the obligation's last day is over and nothing came.
func (o *Obligation) Missing() bool { return o.State == Overdue }

// ReportFigures are what is worked out of one report.
type ReportFigures struct {
	Standings []Standing // of all that its unit owes in its period, in the order of the plans
	Count     StateCount
	Answers   []Obligation // the duties that it fulfils
	State     ReportState  // the worst of those; not-tracked where it fulfils none
}

// Open are the reports that are missing, and those that are not due yet or have
// no day: what has still to come.
func (u *UnitFigures) Open() (open []Obligation) {
	for _, o := range u.Obligations {
		if o.Report == nil && o.State != NotTracked {
			open = append(open, o)
		}
	}
	return open
}

// Tracked reports whether it is followed here what the unit sends.
func (u *UnitFigures) Tracked() bool {
	return slices.ContainsFunc(u.Obligations, func(o Obligation) bool { return o.State != NotTracked })
}

// Coming are the next reports to come: of each duty the first that is not due
// yet, or has no day.
func (u *UnitFigures) Coming() (coming []Obligation) {
	seen := map[*Deadline]bool{}
	for _, o := range u.Open() {
		if !o.Missing() && !seen[o.Due.Deadline] {
			seen[o.Due.Deadline] = true
			coming = append(coming, o)
		}
	}
	return coming
}

// Overdue are the reports that are missing.
func (u *UnitFigures) Overdue() []Obligation { return missing(u.Obligations) }

// Overdue are all reports that are missing.
func (f *Figures) Overdue() []Obligation { return missing(f.Obligations) }

// Missing are the reports that the unit waits for in vain.
func (u *UnitFigures) Missing() []Obligation { return missing(u.Awaited) }

func missing(obligations []Obligation) (list []Obligation) {
	for _, o := range obligations {
		if o.Missing() {
			list = append(list, o)
		}
	}
	return list
}
