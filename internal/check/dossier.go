package check

import (
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// dossiers finds steps towards recognition that were not taken, or not so: of a
// day to come; before a step that they rest on; a title that was given or lost
// by no decision; one that was kept after it was lost. Nobody is recognised by
// them.
func dossiers(p *portal.Portal, today vi.Date) (problems []portal.Problem) {
	for _, r := range p.Recognitions {
		if r.Status == portal.Withdrawn {
			continue
		}
		ways := map[[2]string][]*portal.Dossier{} // by unit and category
		var order [][2]string
		for i := range r.Dossiers {
			row := &r.Dossiers[i]
			problems = append(problems, dossierRow(row, today)...)
			key := [2]string{row.Unit, row.Category}
			if ways[key] == nil {
				order = append(order, key)
			}
			ways[key] = append(ways[key], row)
		}
		for _, key := range order {
			problems = append(problems, stepsInOrder(ways[key])...)
			problems = append(problems, keptAfterLost(ways[key])...)
		}
	}
	return problems
}

// dossierRow finds what is wrong with a step by itself.
func dossierRow(row *portal.Dossier, today vi.Date) (problems []portal.Problem) {
	report := func(field, rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: row.Source.At(field), Rule: rule, Args: args})
	}
	if row.ToCome(today) {
		field, day := "date", row.Date
		if row.Date.IsZero() {
			field, day = "year", row.Year
		}
		report(field, "dossier-future", stepWord(row.Step), day.Short(), today.Short())
	}
	if (row.Step == portal.Decided || row.Step == portal.Lost) && !strings.ContainsAny(row.Decision, "0123456789") {
		report("decision", "dossier-no-decision", stepWord(row.Step))
	}
	return problems
}

// stepsInOrder finds, among the steps of one unit, those that were taken before
// every one of the year that they rest on: a dossier that came back may be sent
// and appraised again.
func stepsInOrder(rows []*portal.Dossier) (problems []portal.Problem) {
	for _, row := range rows {
		for _, needed := range row.Step.Needs() {
			var first *portal.Dossier
			for _, other := range rows {
				if other.Step == needed && other.Year.Year == row.Year.Year && !other.Date.IsZero() && (first == nil || other.Date.Compare(first.Date) < 0) {
					first = other
				}
			}
			if first != nil && row.Date.Before(first.Date) {
				problems = append(problems, portal.Problem{
					Pos: row.Source.At("date"), Rule: "dossier-order",
					Args: []any{stepWord(row.Step), row.Date.Short(), stepWord(needed), first.Date.Short()},
				})
				break
			}
		}
	}
	return problems
}

// keptAfterLost finds titles that were kept although they had been lost.
func keptAfterLost(rows []*portal.Dossier) (problems []portal.Problem) {
	rows = portal.InTime(rows)
	var lost *portal.Dossier
	for _, row := range rows {
		switch row.Step {
		case portal.Lost:
			lost = row
		case portal.Decided:
			lost = nil
		case portal.StepKept:
			if lost != nil {
				problems = append(problems, portal.Problem{Pos: row.Source.At("step"), Rule: "dossier-kept-lost", Args: []any{lost.Source.At("step").String()}})
			}
		}
	}
	return problems
}

// stepWord is a step as messages tell it.
func stepWord(step portal.Step) []string { return []string{"step-" + string(step)} }
