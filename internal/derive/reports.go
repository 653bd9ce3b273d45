package derive

import (
	"slices"

	"thidua/internal/portal"
)

// report works out what came of the promises: which reports are owed and where
// every target stands that they speak of.
func report(p *portal.Portal, owners *portal.Owners, f *portal.Figures) {
	f.Obligations = obligations(p, owners.Places, f)
	f.Reports = make(map[string]*portal.ReportFigures, len(p.Reports))
	for i := range f.Obligations {
		o := &f.Obligations[i]
		give(p, owners.Places, f, o)
		if o.Report != nil {
			of := reportFigures(f, o.Report)
			of.Answers = append(of.Answers, *o)
			of.State = worse(of.State, o.State)
		}
	}
	for _, report := range p.Reports {
		reportFigures(f, report)
	}
	follow(p, owners, f)
	together(p, f)
	corrections(p, f)
}

// give hands an obligation to those who owe it and those who wait for it.
func give(p *portal.Portal, places *portal.Places, f *portal.Figures, o *portal.Obligation) {
	if unit := p.Unit(o.Unit); unit != nil {
		for _, voice := range places.Voices(unit) {
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
