package check

import "thidua/internal/portal"

// answers finds reports that say they fulfil a duty which is none of theirs, or
// none of reporting. Names that nothing has are found with the references.
func answers(p *portal.Portal) (problems []portal.Problem) {
	var owners *portal.Owners
	for _, r := range p.Reports {
		if len(r.Answers) == 0 || p.Unit(r.Unit) == nil {
			continue
		}
		if owners == nil {
			owners = p.Owners()
		}
		parts := owners.Parts(r.Unit)
		for i, name := range r.Answers {
			report := func(rule string, args ...any) {
				problems = append(problems, portal.Problem{Pos: r.Source.At(at("answers", i)), Rule: rule, Args: args})
			}
			_, deadline := p.Deadline(name)
			switch {
			case deadline == nil:
			case deadline.Kind != portal.DueReport:
				report("answers-kind", name, string(deadline.Kind))
			case !owes(p, deadline.Owner, parts):
				report("answers-not-owed", name, r.Unit)
			}
		}
	}
	return problems
}
