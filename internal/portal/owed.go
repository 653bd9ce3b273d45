package portal

import (
	"cmp"
	"slices"

	"thidua/internal/vi"
)

// An Owed target is one that a unit has to answer for in its reports.
type Owed struct {
	Plan   *Plan
	Target *Target
	Owner  string // who promised: the unit or a body of it, for itself or as member of a group

	at int // in the plan
}

// Owners tell which unit answers for which targets. A unit answers for its own,
// for those of its bodies (a commune for its police and its committee) and, as a
// member, for those of the groups that it belongs to.
type Owners struct {
	*Places
	targets  map[string][]Owed   // by owner, in the order of the plans
	memberOf map[string][]string // the groups of a unit
	reports  map[reported]bool   // those not withdrawn, and whether they are public
}

// A reported period is that of one unit.
type reported struct {
	unit   string
	period vi.Period
}

// Owners finds who answers for the targets of the portal, those of withdrawn
// plans left out.
func (p *Portal) Owners() *Owners {
	o := &Owners{Places: p.Places(), targets: map[string][]Owed{}, memberOf: map[string][]string{}, reports: map[reported]bool{}}
	for _, report := range p.Reports {
		if report.Status != Withdrawn {
			o.reports[reported{report.Unit, report.Period}] = report.Status.Public()
		}
	}
	for _, plan := range p.Plans {
		if plan.Status == Withdrawn {
			continue
		}
		for i := range plan.Targets {
			target := &plan.Targets[i]
			for n, id := range target.Owner {
				if !slices.Contains(target.Owner[:n], id) {
					o.targets[id] = append(o.targets[id], Owed{plan, target, id, i})
				}
			}
		}
	}
	for _, unit := range p.Units {
		for _, id := range unit.Members {
			o.memberOf[id] = append(o.memberOf[id], unit.ID)
		}
	}
	return o
}

// Owes reports whether what an owner promises is owed by a unit: the owner
// itself, or a member of it.
func (o *Owners) Owes(unit, owner string) bool {
	return unit == owner || slices.Contains(o.memberOf[unit], owner)
}

// Of lists what a unit answers for at any time, in the order of the plans:
// every target once.
func (o *Owners) Of(unit string) (owed []Owed) {
	for _, part := range o.Parts(unit) {
		owed = append(owed, o.targets[part]...)
		for _, group := range o.memberOf[part] {
			for _, of := range o.targets[group] {
				of.Owner = part
				owed = append(owed, of)
			}
		}
	}
	slices.SortStableFunc(owed, func(a, b Owed) int {
		if a.Plan == b.Plan {
			return cmp.Compare(a.at, b.at)
		}
		return cmp.Compare(a.Plan.ID, b.Plan.ID)
	})
	return slices.CompactFunc(owed, func(a, b Owed) bool { return a.Target == b.Target })
}

// Owed lists what a unit answers for in a period, in the order of the plans:
// every target once, but for those whose time certainly lies outside.
func (o *Owners) Owed(unit string, period vi.Period) []Owed {
	return slices.DeleteFunc(o.Of(unit), func(of Owed) bool { return !of.In(period) })
}

// Elsewhere reports whether a body of a unit answers for a target in a report of
// its own, which then counts. What is public gives way only to what is public,
// too.
func (o *Owners) Elsewhere(of *Owed, unit string, period vi.Period) bool {
	public, reports := o.reports[reported{of.Owner, period}]
	return of.Owner != unit && reports && (public || !o.reports[reported{unit, period}])
}

// In reports whether a period may share a day with the time of the target.
func (of *Owed) In(period vi.Period) bool {
	from, to := of.Target.Span(of.Plan)
	return (from.IsZero() || from.First().Compare(period.Last()) <= 0) && (to.IsZero() || to.Last().Compare(period.First()) >= 0)
}

// Base reports whether a period lies in the year before the time of a target
// that is compared with an earlier one: what was then is told in a report of
// then.
func (of *Owed) Base(period vi.Period) bool {
	from, _ := of.Target.Span(of.Plan)
	begin := from.First()
	yearBefore := vi.Date{Year: begin.Year - 1, Month: begin.Month, Day: begin.Day}
	return !from.IsZero() && of.Target.Measure.compares() && period.Last().Before(begin) && period.First().Compare(yearBefore) >= 0
}

// compares reports whether m, or a part of it, is held against an earlier time.
func (m Measure) compares() bool {
	return m.Kind == LessThanPrevious || slices.ContainsFunc(m.Parts, Measure.compares)
}

// PlanOf tells which plan the rows of a report speak of that name none: the only
// one that has such a target for the unit to answer for, in the period or else
// at any time; "" where there are none or several.
func (o *Owners) PlanOf(report *Report) func(*Result) string {
	var owed []Owed
	return func(row *Result) string {
		if row.Plan != "" {
			return row.Plan
		}
		if owed == nil {
			owed = o.Of(report.Unit)
		}
		var now, ever []string
		for i := range owed {
			if of := &owed[i]; of.Target.ID == row.Target {
				ever = append(ever, of.Plan.ID)
				if of.In(report.Period) {
					now = append(now, of.Plan.ID)
				}
			}
		}
		for _, plans := range [][]string{now, ever} {
			if len(plans) == 1 {
				return plans[0]
			}
		}
		return ""
	}
}

// NotYet reports whether the time of a target of a plan certainly begins after
// a day: nothing is owed yet, and nothing missing.
func (t *Target) NotYet(plan *Plan, today vi.Date) bool {
	from, _ := t.Span(plan)
	return from.After(today)
}

// Span is the time in which a target of a plan holds: its own, or the plan's.
// Either end may be open.
func (t *Target) Span(plan *Plan) (from, to vi.Date) {
	from, to = t.From, t.To
	if from.IsZero() {
		from = plan.From
	}
	if to.IsZero() {
		to = plan.To
	}
	return from, to
}
