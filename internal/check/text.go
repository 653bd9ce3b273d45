package check

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// planTexts reads the words of every plan once, clause by clause, for the rules
// about what stands in them.
func planTexts(p *portal.Portal) (problems []portal.Problem) {
	for _, plan := range p.Plans {
		cited := newCitations(p, plan)
		for clause := range portal.Walk(plan.Clauses) {
			wrong := decreeForm{plan: plan, clause: clause}
			for _, text := range [...]string{clause.Title, clause.Text} {
				for mention := range vi.Mentions(text) {
					wrong.look(text, mention)
					if mention.Kind == vi.NumberMention {
						cited.look(clause, text, mention)
					}
				}
			}
			problems = append(problems, wrong.problems...)
		}
		problems = append(problems, cited.problems...)
	}
	return problems
}
