package derive

import (
	"slices"

	"thidua/internal/portal"
)

// besideAtMost is how many plans of the same movement a plan names: enough to
// compare with, and no page that grows with the country.
const besideAtMost = 8

// relate finds which plans implement which, by what each says it implements,
// and which share a movement. A parent that is cited and not held stays in
// Above by its citation alone.
func relate(p *portal.Portal, places *portal.Places) map[string]*portal.PlanFigures {
	related := make(map[string]*portal.PlanFigures, len(p.Plans))
	inMovement := map[string][]*portal.Plan{}
	inProvince := map[[2]string][]*portal.Plan{}
	for _, plan := range p.Plans {
		related[plan.ID] = new(portal.PlanFigures)
		key := [2]string{plan.Movement, places.Top(plan)}
		inMovement[plan.Movement] = append(inMovement[plan.Movement], plan)
		inProvince[key] = append(inProvince[key], plan)
	}
	for _, plan := range p.Plans {
		figures := related[plan.ID]
		for _, citation := range plan.Documents {
			cited := func(c portal.Citation) bool { return c.ID == citation.ID }
			if citation.Role != portal.RoleImplements || slices.ContainsFunc(figures.Above, cited) {
				continue
			}
			figures.Above = append(figures.Above, citation)
			if above := related[citation.ID]; above != nil {
				above.Below = append(above.Below, plan)
			}
		}
		if plan.Movement == "" {
			continue
		}
		near := inProvince[[2]string{plan.Movement, places.Top(plan)}]
		figures.Beside = beside(plan, near, inMovement[plan.Movement])
		figures.Others = len(inMovement[plan.Movement]) - 1 - len(figures.Beside)
	}
	return related
}

// beside takes the first few other plans, near ones before far ones.
func beside(plan *portal.Plan, near, all []*portal.Plan) (some []*portal.Plan) {
	for _, list := range [][]*portal.Plan{near, all} {
		for _, other := range list {
			if len(some) == besideAtMost {
				return some
			}
			if other != plan && !slices.Contains(some, other) {
				some = append(some, other)
			}
		}
	}
	return some
}

// movements gathers the plans and models of each movement.
func movements(p *portal.Portal) map[string]*portal.MovementFigures {
	all := make(map[string]*portal.MovementFigures, len(p.Movements))
	for _, movement := range p.Movements {
		all[movement.ID] = new(portal.MovementFigures)
	}
	for _, plan := range p.Plans {
		if figures := all[plan.Movement]; figures != nil {
			figures.Plans = append(figures.Plans, plan)
		}
		for _, id := range plan.LinkedMovements {
			if figures := all[id]; figures != nil && id != plan.Movement {
				figures.Linked = append(figures.Linked, plan)
			}
		}
	}
	for _, model := range p.Models {
		if figures := all[model.Movement]; figures != nil {
			figures.Models = append(figures.Models, model)
		}
	}
	return all
}
