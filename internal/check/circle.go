package check

import (
	"slices"

	"thidua/internal/portal"
)

// circles finds units that are their own superior and plans that carry
// themselves out, if only by way of others: a page that follows them upwards
// would never arrive.
func circles(p *portal.Portal) (problems []portal.Problem) {
	for _, unit := range p.Units {
		above := func(id string) portal.IDs {
			if u := p.Unit(id); u != nil && u.Parent != "" {
				return portal.IDs{u.Parent}
			}
			return nil
		}
		if reaches(unit.ID, above) {
			problems = append(problems, portal.Problem{Pos: unit.Source.At("parent"), Rule: "circle-unit", Args: []any{unit.ID}})
		}
	}
	for _, plan := range p.Plans {
		if reaches(plan.ID, func(id string) portal.IDs { return implemented(p.Plan(id)) }) {
			problems = append(problems, portal.Problem{Pos: plan.Source.At("documents"), Rule: "circle-plan", Args: []any{plan.ID}})
		}
	}
	return problems
}

// implemented are the documents that a plan, if there is one, carries out.
func implemented(plan *portal.Plan) (documents portal.IDs) {
	if plan == nil {
		return nil
	}
	for _, citation := range plan.Documents {
		if citation.Role == portal.RoleImplements {
			documents = append(documents, citation.ID)
		}
	}
	return documents
}

// reaches reports whether going up from id leads back to it.
func reaches(id string, above func(string) portal.IDs) bool {
	seen := map[string]bool{}
	for ahead := above(id); len(ahead) > 0; {
		next := ahead[len(ahead)-1]
		ahead = ahead[:len(ahead)-1]
		if next == id {
			return true
		}
		if !seen[next] {
			seen[next] = true
			ahead = slices.Concat(ahead, above(next))
		}
	}
	return false
}
