package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// sideBySide holds the places that have a plan in a movement next to one
// another, those of one kind together and never ranked: by kind, then by name.
func sideBySide(p *portal.Portal, f *portal.Figures) {
	for _, plan := range p.Plans {
		figures := f.Plans[plan.ID]
		figures.Counts = make(map[string]portal.StateCount, len(plan.Targets))
		for i := range plan.Targets {
			target := &plan.Targets[i]
			var count portal.StateCount
			for _, standing := range standingsNow(f, plan, target) {
				count.Add(standing)
				figures.Count.Add(standing)
				figures.Hanging[target.Clause].Count.Add(standing)
			}
			figures.Counts[target.ID] = count
		}
	}
	for _, figures := range f.Movements {
		at := map[portal.UnitKind]int{}
		for _, plan := range figures.Plans {
			place := f.Plans[plan.ID].Place
			if place == nil {
				continue
			}
			row := portal.PlanCounts{Place: place, Plan: plan, All: f.Plans[plan.ID].Count, Groups: map[string]portal.StateCount{}}
			var all []*portal.Standing
			for i := range plan.Targets {
				target := &plan.Targets[i]
				count := row.Groups[target.Group]
				for _, standing := range standingsNow(f, plan, target) {
					count.Add(standing)
					all = append(all, standing)
				}
				row.Groups[target.Group] = count
			}
			row.Basis, row.Overdue = portal.Basis(all), f.Units[place.ID].Overdue()
			n, known := at[place.Kind]
			if !known {
				n = len(figures.Compared)
				at[place.Kind] = n
				figures.Compared = append(figures.Compared, portal.KindComparison{Kind: place.Kind})
			}
			figures.Compared[n].Rows = append(figures.Compared[n].Rows, row)
		}
		slices.SortFunc(figures.Compared, func(a, b portal.KindComparison) int { return cmp.Compare(a.Kind, b.Kind) })
		for n := range figures.Compared {
			kind := &figures.Compared[n]
			vi.SortBy(kind.Rows, func(row portal.PlanCounts) string { return row.Place.Name })
			for i := range kind.Rows {
				kind.Rows[i].Of = kind
			}
		}
	}
}

// standingsNow is where each unit stands that answers for a target of a plan; one
// standing where none has reported: what a programme of recognition counts, or
// else not due yet, or without data.
func standingsNow(f *portal.Figures, plan *portal.Plan, target *portal.Target) (all []*portal.Standing) {
	for _, progress := range f.Plans[plan.ID].Progress[target.ID] {
		if progress.Latest != nil {
			all = append(all, progress.Latest)
		}
	}
	if len(all) > 0 {
		return all
	}
	if counted := f.Plans[plan.ID].Recognised[target.ID]; len(counted) > 0 {
		return []*portal.Standing{&counted[len(counted)-1].Standing}
	}
	state := portal.NoData
	if target.NotYet(plan, f.Today) {
		state = portal.NotDue
	}
	return []*portal.Standing{{Plan: plan, Target: target, Verdict: portal.Verdict{State: state}}}
}
