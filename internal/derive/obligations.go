package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// obligations finds every report that somebody owes by the deadlines of the
// plans, and what has come. Only a unit that sends its reports to this portal
// is ever late, and only for what fell due since it does.
func obligations(p *portal.Portal, places *portal.Places, f *portal.Figures) []portal.Obligation {
	desk := receive(p, places)
	var all []portal.Obligation
	for _, plan := range p.Plans {
		for _, due := range f.Plans[plan.ID].Calendar {
			if due.Deadline.Kind != portal.DueReport {
				continue
			}
			for _, unit := range owing(p, due.Deadline.Owner) {
				life := p.Validity(unit)
				for _, one := range occurrences(due, f.Today) {
					o := portal.Obligation{Due: one, Unit: unit.ID, Covers: one.Covers}
					if falls(o, life) {
						all = append(all, desk.settle(o, unit, f.Today))
					}
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b portal.Obligation) int {
		return cmp.Or(a.Due.Date.Compare(b.Due.Date), a.Covers.Compare(b.Covers), cmp.Compare(a.Due.Plan.ID, b.Due.Plan.ID),
			cmp.Compare(a.Due.Deadline.ID, b.Due.Deadline.ID), cmp.Compare(a.Unit, b.Unit))
	})
	return all
}

// falls reports whether an obligation falls to a unit in its life: on its day,
// and for the time that the report speaks of. A commune that was merged owes
// nothing after, and the new one nothing of before.
func falls(o portal.Obligation, life portal.Span) bool {
	return life.Meets(portal.Span{From: o.Due.Date, To: o.Due.Date}) && life.Meets(portal.Span{From: o.Covers.First(), To: o.Covers.Last()})
}

// owing are the units that owners mean, each once: of a group its members, where
// they are known, and itself where there are more of them.
func owing(p *portal.Portal, owners portal.IDs) (units []*portal.Unit) {
	seen := map[*portal.Unit]bool{}
	for _, id := range owners {
		unit := p.Unit(id)
		if unit == nil {
			continue
		}
		ids := portal.IDs{id}
		switch {
		case unit.MoreMembers:
			ids = slices.Concat(unit.Members, ids)
		case len(unit.Members) > 0:
			ids = unit.Members
		}
		for _, id := range ids {
			if unit := p.Unit(id); unit != nil && !seen[unit] {
				seen[unit] = true
				units = append(units, unit)
			}
		}
	}
	return units
}

// occurrences are the single times of a duty that the calendar shows once
// because the plan names no day: one for each period that is over.
func occurrences(due portal.Due, today vi.Date) []portal.Due {
	again := due.Deadline.Recurrence
	if again == nil || !again.On.IsZero() {
		return []portal.Due{due}
	}
	var list []portal.Due
	for period := range periods(due.Plan, again, today) {
		if !period.Last().Before(today) {
			break
		}
		if !outside(period.Last(), due.Plan, again, today) {
			one := due
			one.Period = period
			one.Covers = covers(one)
			list = append(list, one)
		}
	}
	return list
}

// covers is the period that a report speaks of which falls due on a day: that
// of the recurrence, or of the kind that the deadline names the one whose end is
// nearest to the day. A quarter that is reported by 05/4 is the first, half a
// year that is reported by 20/6 that which still runs. Of a month or a year the
// last day counts.
func covers(due portal.Due) vi.Period {
	if due.Deadline == nil || due.Deadline.Kind != portal.DueReport {
		return vi.Period{}
	}
	kind, named := kindOf[due.Deadline.Covers]
	switch {
	case !named || due.Date.IsZero() && kind == due.Period.Kind():
		return due.Period
	case due.Date.IsZero():
		return vi.PeriodOf(due.Period.Last(), kind)
	}
	if vi.PeriodOf(due.Date, kind).IsZero() {
		return vi.Period{} // some day of a year, for a quarter
	}
	day := due.Date.Last()
	around := vi.PeriodOf(day, kind)
	before := around.Previous()
	if !before.IsZero() && before.Last().DaysUntil(day) < day.DaysUntil(around.Last()) {
		return before
	}
	return around
}

// A desk holds the reports that came.
type desk struct {
	places    *portal.Places
	byPeriod  map[string]map[vi.Period]*portal.Report // by unit
	answering map[string]map[string][]*portal.Report  // by "plan#deadline", then unit
}

func receive(p *portal.Portal, places *portal.Places) *desk {
	d := &desk{places, map[string]map[vi.Period]*portal.Report{}, map[string]map[string][]*portal.Report{}}
	for _, report := range p.Reports {
		if d.byPeriod[report.Unit] == nil {
			d.byPeriod[report.Unit] = map[vi.Period]*portal.Report{}
		}
		d.byPeriod[report.Unit][report.Period] = report
		for _, name := range report.Answers {
			if d.answering[name] == nil {
				d.answering[name] = map[string][]*portal.Report{}
			}
			d.answering[name][report.Unit] = append(d.answering[name][report.Unit], report)
		}
	}
	return d
}

// settle finds the report that answers an obligation and says where it stands.
// A place reports for its bodies too.
func (d *desk) settle(o portal.Obligation, unit *portal.Unit, today vi.Date) portal.Obligation {
	var since vi.Date
	for _, voice := range d.places.Voices(unit) {
		if o.Report == nil {
			o.Report = d.answer(&o, voice.ID)
		}
		if since.IsZero() {
			since = voice.ReportsSince
		}
	}
	o.State, o.Days = reportState(o, since, today)
	return o
}

// answer is the report of a unit that answers an obligation: that of the period,
// or one that says so; of several the one that came first.
func (d *desk) answer(o *portal.Obligation, unit string) (first *portal.Report) {
	if !o.Covers.IsZero() {
		first = d.byPeriod[unit][o.Covers]
	}
	for _, report := range d.answering[o.Due.Plan.ID+"#"+o.Due.Deadline.ID][unit] {
		if speaksOf(report, o) && (first == nil || earlier(report, first)) {
			first = report
		}
	}
	return first
}

// speaksOf reports whether a report that names a duty means this time of it:
// one duty that recurs is answered for the periods that end with the report's,
// or hold its end, or end within it.
func speaksOf(report *portal.Report, o *portal.Obligation) bool {
	if o.Due.Deadline.Recurrence == nil || o.Covers.IsZero() {
		return true
	}
	return o.Covers.Contains(report.Period.Last()) || report.Period.Contains(o.Covers.Last())
}

// earlier reports whether a report was sent before another; one that does not
// say when comes last.
func earlier(a, b *portal.Report) bool {
	if a.SubmittedOn.IsZero() || b.SubmittedOn.IsZero() {
		return b.SubmittedOn.IsZero() && !a.SubmittedOn.IsZero()
	}
	return a.SubmittedOn.Compare(b.SubmittedOn) < 0
}

func reportState(o portal.Obligation, since, today vi.Date) (state portal.ReportState, days int) {
	last := lastInTime(o.Due)
	switch {
	case since.IsZero(), !last.IsZero() && last.Before(since), last.IsZero() && !o.Due.Period.IsZero() && o.Due.Period.Last().Before(since):
		return portal.NotTracked, 0
	case last.IsZero():
		return portal.ReportUndated, 0
	case o.Report != nil && o.Report.SubmittedOn.IsZero(): // check asks for the day
		return portal.ReportUndated, 0
	case o.Report == nil && last.Before(today):
		return portal.Overdue, last.DaysUntil(today)
	case o.Report == nil:
		return portal.ReportNotDue, 0
	case o.Report.SubmittedOn.After(last):
		return portal.Late, last.DaysUntil(o.Report.SubmittedOn.First())
	}
	return portal.OnTime, 0
}
