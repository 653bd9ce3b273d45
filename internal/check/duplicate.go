package check

import "thidua/internal/portal"

// duplicateIDs finds records of one kind, and rows of one plan, that share an
// id. Pages of one kind have their URL from the id, so a shared id is a shared
// URL.
func duplicateIDs(p *portal.Portal) (problems []portal.Problem) {
	once := func() func(id string, source *portal.Source) {
		first := map[string]portal.Pos{}
		return func(id string, source *portal.Source) {
			if at, seen := first[id]; seen && id != "" {
				problems = append(problems, portal.Problem{
					Pos: source.At("id"), Rule: "duplicate-id", Args: []any{id, at.String()},
				})
				return
			}
			first[id] = source.At("id")
		}
	}
	units, documents, fields := once(), once(), once()
	for _, unit := range p.Units {
		units(unit.ID, &unit.Source)
	}
	for _, document := range p.Documents {
		documents(document.ID, &document.Source)
	}
	for _, plan := range p.Plans { // a citation names either
		documents(plan.ID, &plan.Source)
	}
	for _, field := range p.Fields {
		fields(field.ID, &field.Source)
	}
	for _, plan := range p.Plans {
		targets, deadlines, tasks := once(), once(), once()
		for i := range plan.Targets {
			targets(plan.Targets[i].ID, &plan.Targets[i].Source)
		}
		for i := range plan.Deadlines {
			deadlines(plan.Deadlines[i].ID, &plan.Deadlines[i].Source)
		}
		for i := range plan.Tasks {
			tasks(plan.Tasks[i].ID, &plan.Tasks[i].Source)
		}
	}
	for _, movement := range p.Movements {
		groups := map[string]bool{}
		for i, group := range movement.Groups {
			if groups[group.ID] {
				problems = append(problems, portal.Problem{
					Pos: movement.Source.At(at("groups", i, "id")), Rule: "duplicate-id", Args: []any{group.ID, movement.Source.Start().String()},
				})
			}
			groups[group.ID] = true
		}
	}
	return problems
}
