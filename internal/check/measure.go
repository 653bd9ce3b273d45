package check

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// measures finds yardsticks that say too little to judge by, or contradict
// themselves: a comparator without a value, parts of a promise that has none.
func measures(p *portal.Portal) (problems []portal.Problem) {
	for _, plan := range p.Plans {
		for i := range plan.Targets {
			target := &plan.Targets[i]
			problems = append(problems, measure(&target.Source, "measure", target.Measure)...)
		}
	}
	return problems
}

func measure(source *portal.Source, path string, m portal.Measure) (problems []portal.Problem) {
	report := func(field, rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: source.At(at(path, field)), Rule: rule, Args: args})
	}
	unread := func(field string) bool { return source.Has(at(path, field)) } // its own mistake is told
	hundred := vi.IntNumber(100)
	switch {
	case m.Kind == "":
		return nil // the schema has said so
	case m.Kind.NeedsValue() && !m.Value.IsSet() && !unread("value"):
		report("value", "measure-no-value", string(m.Kind))
	case m.Kind == portal.None && m.Value.IsSet():
		report("value", "measure-none-value")
	case m.Value.IsSet() && m.Value.Sign() < 0:
		report("value", "measure-negative", m.Value.Format())
	case m.InPercent() && m.Value.IsSet() && m.Value.Compare(hundred) > 0 && m.Kind != portal.AtLeast && m.Kind != portal.MoreThan:
		report("value", "measure-over-100", m.Value.Format())
	}
	if m.Value.IsSet() && m.Unit == "" {
		report("value", "measure-no-unit", m.Value.Format())
	}
	if m.Kind == portal.Within && m.Limit.IsZero() && !unread("limit") {
		report("limit", "measure-no-limit")
	}
	if m.Kind.Compound() != (len(m.Parts) > 0) {
		report("parts", "measure-parts", string(m.Kind))
	}
	for i, part := range m.Parts {
		problems = append(problems, measure(source, at(path, "parts", i), part)...)
	}
	return problems
}
