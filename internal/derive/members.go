package derive

import (
	"slices"

	"thidua/internal/portal"
)

// members finds, for each group, what came of each of its units.
func members(p *portal.Portal, f *portal.Figures) {
	for _, group := range p.Units {
		for _, id := range group.Members {
			unit := p.Unit(id)
			if unit == nil {
				continue
			}
			member := portal.Member{Unit: unit}
			for _, voice := range voices(p, unit) {
				for _, report := range f.Units[voice.ID].Reports {
					if member.Last == nil || report.Period.Last().After(member.Last.Period.Last()) {
						member.Last = report
					}
				}
			}
			for _, o := range f.Units[id].Obligations {
				if o.Unit == id && o.Missing() && slices.Contains(o.Due.Deadline.Owner, group.ID) {
					member.Overdue = append(member.Overdue, o)
				}
			}
			figures := f.Units[group.ID]
			figures.Members = append(figures.Members, member)
		}
	}
}
