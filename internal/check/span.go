package check

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// timeSpans finds spans of time that end before they begin.
func timeSpans(p *portal.Portal) (problems []portal.Problem) {
	span := func(source *portal.Source, path string, from, to vi.Date) {
		if !from.IsZero() && !to.IsZero() && to.Before(from) {
			problems = append(problems, portal.Problem{Pos: source.At(path), Rule: "span-backwards", Args: []any{from.Short(), to.Short()}})
		}
	}
	for _, unit := range p.Units {
		span(&unit.Source, "valid_to", unit.ValidFrom, unit.ValidTo)
	}
	for _, plan := range p.Plans {
		span(&plan.Source, "to", plan.From, plan.To)
		for i, stage := range plan.Stages {
			span(&plan.Source, at("stages", i, "to"), stage.From, stage.To)
		}
		for i := range plan.Targets {
			span(&plan.Targets[i].Source, "to", plan.Targets[i].From, plan.Targets[i].To)
		}
		for i := range plan.Deadlines {
			if again := plan.Deadlines[i].Recurrence; again != nil {
				span(&plan.Deadlines[i].Source, "recurrence.to", again.From, again.To)
			}
		}
	}
	for _, model := range p.Models {
		for i := range model.Adoptions {
			span(&model.Adoptions[i].Source, "to", model.Adoptions[i].From, model.Adoptions[i].To)
		}
	}
	return problems
}
