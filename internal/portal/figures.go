package portal

import (
	"slices"

	"thidua/internal/vi"
)

// Figures are what package derive works out of a portal for one day.
type Figures struct {
	Today      vi.Date
	Plans      map[string]*PlanFigures
	Units      map[string]*UnitFigures
	Movements  map[string]*MovementFigures
	Reports    map[string]*ReportFigures
	Programmes map[string]*RecognitionFigures
	Calendar   []Due // of all plans, in the order of time, undated ones last

	Lists     map[string]*List // by their paths
	Calendars Calendars
	Next      []Due // what falls due next, a few real duties, or else invented ones

	Public []PublicItem // what has to be public, and where it is
	Legal  []LegalGroup

	Fields      map[string]*FieldFigures
	Exemplars   map[string]*ExemplarFigures
	Column      ColumnFigures
	Corrections []CorrectedReport // of all reports, the newest first
	Alignments  []*Alignment      // plans side by side, in the order of their ids
	Obligations []Obligation      // every report that is owed, in the order of time, undated ones first
}

// PlanFigures are what hangs on one plan.
type PlanFigures struct {
	Hanging    map[Address]*Hanging
	Calendar   []Due
	Schedule   Schedule
	Above      []Citation               // documents it implements, held or not
	Below      []*Plan                  // held plans that implement it
	Beside     []*Plan                  // a few other held plans of its movement, those of its province first
	Others     int                      // how many more of its movement there are
	Models     []*Model                 // that it asks for
	Place      *Unit                    // whose plan it is; nil where that is not known
	Alignments []*Alignment             // with plans above, below or beside it
	Count      StateCount               // where its targets stand, once for each unit that answers
	Counts     map[string]StateCount    // the same of each target, by its id
	Progress   map[string][]*Progress   // of each target, by its id: one for each unit that answers for it
	Recognised map[string][]CountedYear // what programmes of recognition count towards a target, by its id, year by year
	Together   map[string]*Together     // of each target that several units answer for, by its id: added up

	Corrections []CorrectedReport // of what was reported of its targets, the newest first

	Undertaken map[string][]*List // of a target that several units answer for, by its id: those units, a list for each kind
}

// Hanging is all that hangs on one clause.
type Hanging struct {
	Targets   []*Target
	Deadlines []*Deadline
	Tasks     []*Task
	Models    []*Model
	Citations []Citation
	Notes     []SourceNote
	Count     StateCount // where its targets stand, once for each unit that answers
	Below     []Promise  // a few targets of plans below that align with its targets, in the order of their plans
	Others    int        // how many more of those there are
}

// Linked reports whether anything but targets and source notes hangs on the
// clause.
func (h *Hanging) Linked() bool {
	return len(h.Deadlines)+len(h.Tasks)+len(h.Models)+len(h.Citations)+len(h.Below) > 0
}

// UnitFigures are what a unit promised and owes by its own name. What a
// collective owner promised stands with that owner, a unit of kind Group.
type UnitFigures struct {
	Issued   []*Plan
	Targets  []PlanTargets
	Tasks    []PlanTasks
	Owes     []Due    // reports and other duties of its own, and as a member of a group
	Receives []Due    // what others owe to it, or send through it
	Duties   Schedule // Owes, arranged for a reader; of a place, those of its bodies and all of its plans
	Incoming Schedule // Receives, likewise
	Models   []*Model
	Children []*Unit
	Hotlines []PlanProvision // what plans say of reaching it
	Members  []Member        // of a group, in its order
	Groups   []Body          // that it belongs to and that have something to do; of a place, those of its bodies that reach beyond it
	Bodies   []Body          // of a place: those that promised, work or issued, most targets first
	Plans    []*Plan         // issued by a unit or by its bodies

	Exemplars   []*Exemplar       // of a place, those of its bodies too
	Reports     []*Report         // its own, the latest first
	Corrections []CorrectedReport // of its reports, and of its targets in reports of others; the newest first
	Alignments  []*Alignment      // plans side by side, in the order of their ids
	Obligations []Obligation      // the reports that it owes; of a place, those of its bodies too
	Awaited     []Obligation      // the reports that others owe to it, or send through it
	Periods     []vi.Period       // those of the cells of Progress, in the order of time
	Progress    []*Progress       // of all targets that it or its bodies promised and that were reported, or should have been
	Tracks      []Tracks          // of a place, or of who reports: all that it answers for, over its periods, plan by plan
	Peers       []*Unit           // of its kind, in its province, with which it shares a promise; the first ones by name
	Together    []*Together       // what others have come to in the plans that it or its bodies issued
}

// Standing counts where the unit's targets stand, as far as the last report tells.
func (u *UnitFigures) Standing() (c StateCount) {
	for _, progress := range u.Progress {
		c.Add(progress.Now())
	}
	return c
}

// Offices are the units right below it that are neither places nor groups: of a
// place, its bodies.
func (u *UnitFigures) Offices() (offices []*Unit) {
	for _, child := range u.Children {
		if !child.Kind.IsAdministrative() && child.Kind != Group {
			offices = append(offices, child)
		}
	}
	return offices
}

// A Body is a part of a place (its committee, its police, …) and how much of
// the place's promises it answers for.
type Body struct {
	Unit    *Unit
	Targets int
	Tasks   int
	Issued  []*Plan
}

// A PlanProvision is a provision and the plan that makes it.
type PlanProvision struct {
	Plan *Plan
	Provision
}

// Promised counts the targets of all plans that a place issued.
func (u *UnitFigures) Promised() (n int) {
	for _, plan := range u.Plans {
		n += len(plan.Targets)
	}
	return n
}

// PlanTargets are the targets of one plan that a unit owns.
type PlanTargets struct {
	Plan    *Plan
	Targets []*Target
}

// PlanTasks are the tasks of one plan that a unit has a part in.
type PlanTasks struct {
	Plan  *Plan
	Tasks []*Task
}

// MovementFigures are the plans and models of one movement.
type MovementFigures struct {
	Plans  []*Plan
	Linked []*Plan // plans of other movements that tie themselves to this one
	Models []*Model

	Compared []KindComparison // the places that have a plan in it, by kind
}

// PlanCount is how many plans the movement has.
func (m *MovementFigures) PlanCount() Tally { return tally(m.Plans) }

// LinkedCount is how many plans of others tie themselves to it.
func (m *MovementFigures) LinkedCount() Tally { return tally(m.Linked) }

// ModelCount is how many models it has.
func (m *MovementFigures) ModelCount() Tally { return tally(m.Models) }

// A KindComparison are places of one kind, each with a plan of one movement.
type KindComparison struct {
	Kind UnitKind
	Rows []PlanCounts // in the order of names
}

// Ungrouped reports whether some plan has targets in no group of the movement.
func (k KindComparison) Ungrouped() bool {
	return slices.ContainsFunc(k.Rows, func(row PlanCounts) bool { return row.Groups[""].All > 0 })
}

// PlanCounts are where the targets of one plan stand, by group of its movement.
type PlanCounts struct {
	Of     *KindComparison // that it is a row of
	Place  *Unit
	Plan   *Plan
	All    StateCount
	Groups map[string]StateCount

	Basis   []*Report    // that the counts are by, the latest period first
	Overdue []Obligation // reports of the place that have not come
}

// A Due is one occurrence of a deadline, as seen on a day.
type Due struct {
	Plan     *Plan
	Deadline *Deadline
	Period   vi.Period // of a recurrence; zero for what is done once
	Covers   vi.Period // the time that a report speaks of; zero where the plan does not say
	Report   *Report   // in the schedule of a unit: what it has sent, all that it owes of it; else nil
	Taken    []Taken   // what dossiers say was done of it; in the schedule of a unit that owes it, by that unit
	Owing    int       // how many units owe it, where Taken tells of all of them; else 0
	Date     vi.Date   // may be partial; zero where the plan names no day
	Rule     DueRule
	State    DueState
	Days     int // until the last day in time; only where Date is a full day
}

// A Taken step is one of a dossier that a deadline asked for.
type Taken struct {
	Programme *Recognition
	Dossier   *Dossier
	Unit      string // that owed it
	Late      int    // days after the last in time; 0 where it was not, or that is not followed
}

// Late counts the steps that were taken late.
func (d Due) Late() (n int) {
	for _, taken := range d.Taken {
		if taken.Late > 0 {
			n++
		}
	}
	return n
}

// Done counts the units that took the step.
func (d Due) Done() int {
	seen := map[string]bool{}
	for _, taken := range d.Taken {
		seen[taken.Unit] = true
	}
	return len(seen)
}

// DueState is where an occurrence stands in time. Whether the duty was done
// is not known from the plan alone, so none of these says "late".
type DueState string

const (
	DuePast    DueState = "past"    // its last day in time is over
	DueNow     DueState = "now"     // today, or some day of the month or year that it names
	DueSoon    DueState = "soon"    // within 90 days
	DueLater   DueState = "later"   // after that
	DueUndated DueState = "undated" // the plan names no day
)

// A CorrectedReport is one correction, the report that it is of and the target
// whose figure was corrected.
type CorrectedReport struct {
	Report     *Report
	Plan       *Plan
	Target     *Target
	Correction *Correction
}

// FieldFigures are what belongs to one field.
type FieldFigures struct {
	Exemplars []*Exemplar
	Models    []*Model
}

// ExemplarCount is how many exemplars the field has.
func (f *FieldFigures) ExemplarCount() Tally { return tally(f.Exemplars) }

// ModelCount is how many models it has.
func (f *FieldFigures) ModelCount() Tally { return tally(f.Models) }

// ExemplarFigures are the issues of the column that name an exemplar.
type ExemplarFigures struct {
	Issues []*Column
}
