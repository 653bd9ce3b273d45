package check

import "thidua/internal/portal"

// duplicateIDs finds records of one kind, and rows of one plan, that share an
// id. Pages of one kind have their URL from the id, so a shared id is a shared
// URL.
func duplicateIDs(p *portal.Portal) (problems []portal.Problem) {
	once := func() func(source *portal.Source, path, id string) {
		first := map[string]portal.Pos{}
		return func(source *portal.Source, path, id string) {
			if id == "" {
				return // the schema has said so
			}
			here := source.At(path)
			if there, seen := first[id]; seen {
				problems = append(problems, portal.Problem{Pos: here, Rule: "duplicate-id", Args: []any{id, there.String()}})
				return
			}
			first[id] = here
		}
	}
	units, documents, fields, legal := once(), once(), once(), once()
	for _, reference := range p.Legal {
		legal(&reference.Source, "id", reference.ID)
	}
	for _, unit := range p.Units {
		units(&unit.Source, "id", unit.ID)
	}
	for _, document := range p.Documents {
		documents(&document.Source, "id", document.ID)
	}
	for _, plan := range p.Plans { // a citation names either
		documents(&plan.Source, "id", plan.ID)
	}
	for _, field := range p.Fields {
		fields(&field.Source, "id", field.ID)
		standards := once()
		for i, standard := range field.Standards {
			standards(&field.Source, at("standards", i, "id"), standard.ID)
		}
	}
	for _, plan := range p.Plans {
		targets, deadlines, tasks := once(), once(), once()
		for i := range plan.Targets {
			targets(&plan.Targets[i].Source, "id", plan.Targets[i].ID)
		}
		for i := range plan.Deadlines {
			deadlines(&plan.Deadlines[i].Source, "id", plan.Deadlines[i].ID)
		}
		for i := range plan.Tasks {
			tasks(&plan.Tasks[i].Source, "id", plan.Tasks[i].ID)
		}
	}
	for _, movement := range p.Movements {
		groups := once()
		for i, group := range movement.Groups {
			groups(&movement.Source, at("groups", i, "id"), group.ID)
		}
	}
	return problems
}
