package check

import (
	"slices"

	"thidua/internal/portal"
)

// members finds units that stand for others and are no group, groups of which
// a part is itself a group, and groups that mix real units with invented ones.
func members(p *portal.Portal) (problems []portal.Problem) {
	for _, unit := range p.Units {
		report := func(path, rule string, args ...any) {
			problems = append(problems, portal.Problem{Pos: unit.Source.At(path), Rule: rule, Args: args})
		}
		if len(unit.Members) > 0 && unit.Kind != portal.Group {
			report("members", "members-kind", unit.ID, string(unit.Kind))
			continue
		}
		if unit.MoreMembers && len(unit.Members) == 0 {
			report("more_members", "members-more", unit.ID)
		}
		for i, id := range unit.Members {
			here := at("members", i)
			member := p.Unit(id)
			switch {
			case id == unit.ID:
				report(here, "members-self", id)
			case slices.Contains(unit.Members[:i], id):
				report(here, "members-twice", id)
			case member == nil: // found with the references
			case member.Kind == portal.Group:
				report(here, "members-group", id)
			case member.Sample && !unit.Sample:
				report(here, "sample-in-real", id)
			case unit.Sample && !member.Sample:
				report(here, "sample-of-real", id)
			}
		}
	}
	return problems
}
