package derive

import "thidua/internal/portal"

// relate finds which plans implement which, by what each says it implements,
// and which share a movement. A parent that is cited and not held stays in
// Above by its citation alone.
func relate(p *portal.Portal) map[string]*portal.PlanFigures {
	related := make(map[string]*portal.PlanFigures, len(p.Plans))
	byMovement := map[string][]*portal.Plan{}
	for _, plan := range p.Plans {
		related[plan.ID] = new(portal.PlanFigures)
		byMovement[plan.Movement] = append(byMovement[plan.Movement], plan)
	}
	for _, plan := range p.Plans {
		figures := related[plan.ID]
		for _, citation := range plan.Documents {
			if citation.Role != portal.RoleImplements {
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
		for _, other := range byMovement[plan.Movement] {
			if other != plan {
				figures.Beside = append(figures.Beside, other)
			}
		}
	}
	return related
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
