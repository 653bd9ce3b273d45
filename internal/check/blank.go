package check

import (
	"strings"

	"thidua/internal/portal"
)

// blanksLeft finds what the skeleton of a record left to fill in and nobody
// has: an error in what the public sees, a note in what is still being written.
func blanksLeft(p *portal.Portal) (problems []portal.Problem) {
	look := func(r *portal.Record, at portal.Pos, text string) {
		_, after, found := strings.Cut(text, portal.Blank)
		if !found {
			return
		}
		after, _, _ = strings.Cut(after, "<") // the end of its paragraph
		problem := portal.Problem{Pos: at, Rule: "blank-left", Args: []any{portal.Blank + after}}
		if !r.Status.Public() {
			problem.Severity = portal.Note
		}
		problems = append(problems, problem)
	}
	for _, plan := range p.Plans {
		for clause := range portal.Walk(plan.Clauses) {
			look(&plan.Record, clause.Pos, clause.Title+" "+clause.Text)
		}
	}
	for _, r := range p.Records() {
		look(r, r.Source.Start(), string(r.Body))
	}
	return problems
}
