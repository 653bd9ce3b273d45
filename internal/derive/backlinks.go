package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
)

// belowAtMost is how many targets of plans below a clause names: a province's
// clause may have one in each of its communes.
const belowAtMost = 4

// hanging finds what hangs on each clause of a plan: a clause that nothing
// names has no entry. What speaks of the plan as a whole hangs on "".
func hanging(plan *portal.Plan) map[portal.Address]*portal.Hanging {
	on := make(map[portal.Address]*portal.Hanging)
	at := func(address portal.Address) *portal.Hanging {
		if on[address] == nil {
			on[address] = new(portal.Hanging)
		}
		return on[address]
	}
	for i := range plan.Targets {
		h := at(plan.Targets[i].Clause)
		h.Targets = append(h.Targets, &plan.Targets[i])
	}
	for i := range plan.Deadlines {
		h := at(plan.Deadlines[i].Clause)
		h.Deadlines = append(h.Deadlines, &plan.Deadlines[i])
	}
	for i := range plan.Tasks {
		h := at(plan.Tasks[i].Clause)
		h.Tasks = append(h.Tasks, &plan.Tasks[i])
	}
	for _, citation := range plan.Documents {
		h := at(cmp.Or(citation.Clause, portal.Opening))
		h.Citations = append(h.Citations, citation)
	}
	for _, note := range plan.SourceNotes {
		h := at(note.Clause)
		h.Notes = append(h.Notes, note)
	}
	return on
}

// hangModels hangs every model on the plans and clauses that ask for it.
func hangModels(p *portal.Portal, f *portal.Figures) {
	for _, model := range p.Models {
		for _, ref := range model.AskedBy {
			figures := f.Plans[ref.Plan]
			if figures == nil {
				continue
			}
			if !slices.Contains(figures.Models, model) {
				figures.Models = append(figures.Models, model)
			}
			h := figures.Hanging[ref.Clause]
			if h == nil {
				h = new(portal.Hanging)
				figures.Hanging[ref.Clause] = h
			}
			h.Models = append(h.Models, model)
		}
	}
}

// hangBelow hangs every target on the clauses above whose targets it carries out,
// once on each.
func hangBelow(p *portal.Portal, f *portal.Figures) {
	for _, plan := range p.Plans {
		for i := range plan.Targets {
			target := &plan.Targets[i]
			var on []*portal.Hanging
			for _, name := range target.Aligns {
				above, held := p.Promise(name)
				if !held || above.Plan == plan {
					continue
				}
				h := f.Plans[above.Plan.ID].Hanging[above.Target.Clause]
				if slices.Contains(on, h) {
					continue
				}
				on = append(on, h)
				if len(h.Below) == belowAtMost {
					h.Others++
					continue
				}
				h.Below = append(h.Below, portal.Promise{Plan: plan, Target: target})
			}
		}
	}
}
