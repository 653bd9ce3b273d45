package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// report works out what came of the promises: which reports are owed and where
// every target stands that they speak of.
func report(p *portal.Portal, f *portal.Figures) {
	f.Obligations = obligations(p, f)
	f.Reports = make(map[string]*portal.ReportFigures, len(p.Reports))
	for i := range f.Obligations {
		o := &f.Obligations[i]
		give(p, f, o)
		if o.Report != nil {
			of := reportFigures(f, o.Report)
			of.Answers = append(of.Answers, *o)
			of.State = worse(of.State, o.State)
		}
	}
	for _, report := range p.Reports {
		reportFigures(f, report)
	}
	owners := p.Owners()
	reports := map[string][]*portal.Report{}
	for _, report := range p.Reports {
		reports[report.Unit] = append(reports[report.Unit], report)
	}
	for _, unit := range p.Units {
		if len(reports[unit.ID]) > 0 || !unit.ReportsSince.IsZero() {
			follow(f, owners, unit, reports)
		}
	}
}

// give hands an obligation to those who owe it and those who wait for it.
func give(p *portal.Portal, f *portal.Figures, o *portal.Obligation) {
	if unit := p.Unit(o.Unit); unit != nil {
		for _, voice := range voices(p, unit) {
			figures := f.Units[voice.ID]
			figures.Obligations = append(figures.Obligations, *o)
		}
	}
	waiting := slices.Concat(o.Due.Deadline.Recipient, o.Due.Deadline.Route)
	for i, id := range waiting {
		if figures := f.Units[id]; figures != nil && !slices.Contains(waiting[:i], id) {
			figures.Awaited = append(figures.Awaited, *o)
		}
	}
}

func reportFigures(f *portal.Figures, report *portal.Report) *portal.ReportFigures {
	of := f.Reports[report.ID]
	if of == nil {
		of = &portal.ReportFigures{State: portal.NotTracked}
		f.Reports[report.ID] = of
	}
	return of
}

// worse is the worse of two states of a report that has come.
func worse(a, b portal.ReportState) portal.ReportState {
	order := []portal.ReportState{portal.NotTracked, portal.ReportUndated, portal.OnTime, portal.Late}
	if slices.Index(order, a) < slices.Index(order, b) {
		return b
	}
	return a
}

// follow finds where the targets stand that a unit answers for, in every period
// that it reported or should have.
func follow(f *portal.Figures, owners *portal.Owners, unit *portal.Unit, reports map[string][]*portal.Report) {
	figures := f.Units[unit.ID]
	figures.Reports = slices.Clone(reports[unit.ID])
	slices.SortStableFunc(figures.Reports, func(a, b *portal.Report) int { return byEnd(b.Period, a.Period) })
	all := periodsOf(figures)
	progress := map[*portal.Target]*portal.Progress{}
	for i, filing := range all {
		owed := slices.DeleteFunc(owners.Owed(unit.ID, filing.period), func(of portal.Owed) bool {
			return of.Owner != unit.ID && slices.ContainsFunc(reports[of.Owner], func(r *portal.Report) bool { return r.Period == filing.period })
		})
		standings := all.standings(i, owed)
		if filing.report != nil {
			of := reportFigures(f, filing.report)
			of.Standings = standings
			for n := range standings {
				of.Count.Add(&standings[n])
			}
		}
		for n := range standings {
			s := &standings[n]
			of := progress[s.Target]
			if of == nil {
				of = &portal.Progress{Plan: s.Plan, Target: s.Target, Owner: s.Owner, Cells: make([]*portal.Standing, len(all))}
				progress[s.Target] = of
				attach(f, figures, unit.ID, of)
			}
			of.Cells[i] = s
			if s.Report != nil {
				of.Latest = s
			}
		}
	}
	for _, filing := range all {
		figures.Periods = append(figures.Periods, filing.period)
	}
}

// attach gives a target's progress to the unit that reports, to the body that
// promised and to the plan.
func attach(f *portal.Figures, reporter *portal.UnitFigures, unit string, progress *portal.Progress) {
	reporter.Progress = append(reporter.Progress, progress)
	if owner := f.Units[progress.Owner]; owner != nil && progress.Owner != unit {
		owner.Progress = append(owner.Progress, progress)
	}
	of := f.Plans[progress.Plan.ID]
	if of.Progress == nil {
		of.Progress = map[string][]*portal.Progress{}
	}
	of.Progress[progress.Target.ID] = append(of.Progress[progress.Target.ID], progress)
}

// periodsOf are the periods that a unit reported, and those of reports that it
// still owes, in the order of time.
func periodsOf(figures *portal.UnitFigures) filings {
	var all filings
	has := func(period vi.Period) bool {
		return slices.ContainsFunc(all, func(f filing) bool { return f.period == period })
	}
	for _, report := range figures.Reports {
		if !has(report.Period) {
			all = append(all, file(report.Period, report))
		}
	}
	for i := range figures.Obligations {
		if o := &figures.Obligations[i]; o.Missing() && !o.Covers.IsZero() && !has(o.Covers) {
			all = append(all, file(o.Covers, nil))
		}
	}
	slices.SortFunc(all, func(a, b filing) int { return byEnd(a.period, b.period) })
	return all
}

// byEnd orders periods by their last days, a shorter one before a longer one
// that ends with it.
func byEnd(a, b vi.Period) int {
	if a.Last() != b.Last() {
		return a.Last().Compare(b.Last())
	}
	return b.First().Compare(a.First())
}
