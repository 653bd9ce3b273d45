package check

import (
	"cmp"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// awards finds awards that nobody can look up: granted or revoked without the
// decision that says so, or by one of a day to come. An award without a status
// claims nothing yet and is not shown.
func awards(p *portal.Portal, today vi.Date) (problems []portal.Problem) {
	for _, exemplar := range p.Exemplars {
		if !exemplar.Status.Public() {
			continue
		}
		report := func(path, rule string, args ...any) {
			problems = append(problems, portal.Problem{Pos: exemplar.Source.At(path), Rule: rule, Args: args})
		}
		for i, award := range exemplar.Awards {
			name := cmp.Or(award.Form, award.Title, "award")
			if missing := undecided(award); award.Status != "" && len(missing) > 0 {
				report(at("award", i), "award-no-decision", name, strings.Join(missing, ", "))
			}
			if award.DecisionDate.After(today) {
				report(at("award", i, "decision_date"), "award-future", name, award.DecisionDate.Short())
			}
		}
	}
	return problems
}

// undecided are the fields of an award that should name its decision and do not.
func undecided(award portal.Award) (missing []string) {
	if award.DecisionRef == "" {
		missing = append(missing, "decision_ref")
	}
	if award.DecisionDate.IsZero() {
		missing = append(missing, "decision_date")
	}
	if award.GrantedBy == "" {
		missing = append(missing, "granted_by")
	}
	return missing
}
