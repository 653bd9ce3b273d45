package check

import (
	"slices"
	"strings"

	"thidua/internal/portal"
)

// structural begin the rules whose breach gives the clauses after it other
// addresses.
var structural = []string{"heading-", "numbering-", "clause-", "point-letter", "mixed-numbering", "duplicate-clause", "paragraph-long"}

// Causes leaves out what is wrong only because something else is: while the
// numbering of a plan is broken, nobody can say which clauses it lacks.
func Causes(problems []portal.Problem) []portal.Problem {
	broken := map[string]bool{}
	for _, p := range problems {
		if p.Level() == portal.Error && slices.ContainsFunc(structural, func(rule string) bool { return strings.HasPrefix(p.Rule, rule) }) {
			broken[p.Pos.File] = true
		}
	}
	return slices.DeleteFunc(problems, func(p portal.Problem) bool {
		if p.Rule != "unknown-clause" || len(p.Args) < 3 {
			return false
		}
		plan, _ := p.Args[2].(string)
		return broken["content/"+portal.PlanKind.Folder+"/"+plan+"/index.md"]
	})
}
