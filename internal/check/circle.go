package check

import (
	"slices"

	"thidua/internal/portal"
)

// circles finds what stands above itself, came from itself or took its own
// place, if only by way of others: a page that follows it would never arrive.
func circles(p *portal.Portal) (problems []portal.Problem) {
	report := func(source *portal.Source, path, rule, id string, next func(string) portal.IDs) {
		if reaches(id, next) {
			problems = append(problems, portal.Problem{Pos: source.At(path), Rule: rule, Args: []any{id}})
		}
	}
	for _, unit := range p.Units {
		report(&unit.Source, "parent", "circle-unit", unit.ID, func(id string) portal.IDs {
			if u := p.Unit(id); u != nil && u.Parent != "" {
				return portal.IDs{u.Parent}
			}
			return nil
		})
		report(&unit.Source, "predecessors", "circle-predecessor", unit.ID, func(id string) portal.IDs {
			if u := p.Unit(id); u != nil {
				return u.Predecessors
			}
			return nil
		})
	}
	for _, document := range p.Documents {
		report(&document.Source, "repealed_by", "circle-document", document.ID, func(id string) portal.IDs {
			if d := p.Document(id); d != nil && d.RepealedBy != "" {
				return portal.IDs{d.RepealedBy}
			}
			return nil
		})
	}
	for _, plan := range p.Plans {
		report(&plan.Source, "documents", "circle-plan", plan.ID, func(id string) portal.IDs { return cited(p.Plan(id), portal.RoleImplements) })
		report(&plan.Source, "documents", "circle-replaced", plan.ID, func(id string) portal.IDs { return cited(p.Plan(id), portal.RoleReplaces) })
		for i := range plan.Targets {
			target := &plan.Targets[i]
			if len(target.Aligns) == 0 {
				continue // nearly all
			}
			report(&target.Source, "aligns", "circle-target", plan.ID+"#"+target.ID, func(name string) portal.IDs {
				if promise, held := p.Promise(name); held {
					return promise.Target.Aligns
				}
				return nil
			})
		}
	}
	return problems
}

// cited are the documents that a plan, if there is one, cites in a role.
func cited(plan *portal.Plan, role string) (documents portal.IDs) {
	if plan == nil {
		return nil
	}
	for _, citation := range plan.Documents {
		if citation.Role == role {
			documents = append(documents, citation.ID)
		}
	}
	return documents
}

// reaches reports whether going on from id leads back to it.
func reaches(id string, next func(string) portal.IDs) bool {
	first := next(id)
	if len(first) == 0 {
		return false // most lead nowhere
	}
	seen := map[string]bool{}
	ahead := slices.Clone(first)
	for len(ahead) > 0 {
		here := ahead[len(ahead)-1]
		ahead = ahead[:len(ahead)-1]
		if here == id {
			return true
		}
		if !seen[here] {
			seen[here] = true
			ahead = append(ahead, next(here)...)
		}
	}
	return false
}
