package check

import (
	"slices"

	"thidua/internal/portal"
)

// weakerThanParent finds targets that promise less than the one above, which
// they say they carry out. What several targets of the same owners promise
// together counts together. Where the plan itself asks for less, a source note
// of kind "number" at the clause says so.
func weakerThanParent(p *portal.Portal) (problems []portal.Problem) {
	for _, plan := range p.Plans {
		for i := range plan.Targets {
			target := &plan.Targets[i]
			for _, name := range target.Aligns {
				above, held := p.Promise(name)
				mine := p.PromiseOf(plan, target)
				if !held || mine.Against(above) != portal.Looser || together(mine, name, above).Against(above) != portal.Looser ||
					plan.Noted(target.Clause, portal.NoteNumber) {
					continue
				}
				field := "to"
				switch {
				case target.Measure.Against(above.Target.Measure) != portal.Same:
					field = "measure"
				case target.Aspiration && !above.Target.Aspiration:
					field = "aspiration"
				}
				problems = append(problems, portal.Problem{
					Pos: target.Source.At(field), Rule: "weaker-than-parent", Severity: portal.Warning,
					Args: []any{askedOf(target), askedOf(above.Target), above.Plan.Cite(above.Target.Clause), above.Plan.ID, string(target.Clause)},
				})
			}
		}
	}
	return problems
}

// together is what the plan promises of the target that name names, by all its
// targets of the same owners. What is only hoped for adds nothing to a vow.
func together(one portal.Promise, name string, above portal.Promise) portal.Promise {
	all := *one.Target
	all.Measure = portal.Measure{Kind: portal.AllOf}
	for _, vowed := range []bool{true, false} {
		for i := range one.Plan.Targets {
			other := &one.Plan.Targets[i]
			if other.Aspiration != vowed && slices.Equal(other.Owner, all.Owner) && slices.Contains(other.Aligns, name) {
				all.Measure.Parts = append(all.Measure.Parts, other.Measure)
			}
		}
		if all.Aspiration = !vowed; len(all.Measure.Parts) > 0 && !above.Target.Aspiration {
			break
		}
	}
	return portal.Promise{Plan: one.Plan, Target: &all, Alone: one.Alone}
}
