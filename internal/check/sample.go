package check

import "thidua/internal/portal"

// samples finds invented records about real units. No success, and no failure,
// is made up for a real authority, not even as an example. That a real record
// names an invented one is found with its references.
func samples(p *portal.Portal) (problems []portal.Problem) {
	real := func(source *portal.Source, path string, units ...string) {
		for _, id := range units {
			if unit := p.Unit(id); unit != nil && !unit.Sample {
				problems = append(problems, portal.Problem{Pos: source.At(path), Rule: "sample-of-real", Args: []any{id}})
			}
		}
	}
	for _, plan := range p.Plans {
		if !plan.Sample {
			continue
		}
		real(&plan.Source, "issuer", plan.Issuer...)
		for i := range plan.Targets {
			real(&plan.Targets[i].Source, "owner", plan.Targets[i].Owner...)
		}
		for i := range plan.Tasks {
			real(&plan.Tasks[i].Source, "unit", plan.Tasks[i].Unit...)
		}
	}
	for _, model := range p.Models {
		if model.Sample {
			real(&model.Source, "run_by", model.RunBy...)
		}
	}
	for _, exemplar := range p.Exemplars {
		if exemplar.Sample {
			real(&exemplar.Source, "unit", exemplar.Unit)
		}
	}
	for _, report := range p.Reports {
		if report.Sample {
			real(&report.Source, "unit", report.Unit)
		}
	}
	return problems
}
