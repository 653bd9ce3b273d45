// Package derive works figures out of a portal for one day: how plans are
// related, what hangs on each clause, what falls due when. It is pure: the same
// portal and day give the same figures, and nothing in the portal is changed.
package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// Figures derives everything that pages show and no record states.
func Figures(p *portal.Portal, today vi.Date) *portal.Figures {
	f := &portal.Figures{
		Today: today,
		Plans: make(map[string]*portal.PlanFigures, len(p.Plans)),
	}
	var calendars [][]portal.Due
	owners := p.Owners()
	places := owners.Places
	relations := relate(p, places)
	for _, plan := range p.Plans {
		figures := relations[plan.ID]
		figures.Hanging = hanging(plan)
		figures.Place = places.OfPlan(plan)
		figures.Calendar = calendar(plan, today)
		f.Plans[plan.ID] = figures
	}
	markSteps(p, places, f)
	for _, plan := range p.Plans {
		figures := f.Plans[plan.ID]
		figures.Schedule = arrange(figures.Calendar)
		calendars = append(calendars, figures.Calendar)
	}
	f.Calendar = slices.Concat(calendars...)
	sortDues(f.Calendar)

	hangModels(p, f)
	hangBelow(p, f)
	alignments(p, owners, f)
	f.Units = units(p, places, f)
	report(p, owners, f)
	duties(p, owners, f)
	members(p, places, f)
	f.Movements = movements(p)
	f.Programmes = programmes(p, today)
	recognised(p, f)
	sideBySide(p, f)
	tracks(p, f)
	stories(p, places, f)
	lists(p, f)
	f.Public = public(p, f)
	f.Legal = legal(p, today)
	return f
}
