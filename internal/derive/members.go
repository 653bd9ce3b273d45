package derive

import (
	"slices"

	"thidua/internal/portal"
)

// members finds, for each group, what came of each of its units, and tells these
// what is asked of the group.
func members(p *portal.Portal, places *portal.Places, f *portal.Figures) {
	for _, group := range p.Units {
		of := f.Units[group.ID]
		asked := portal.Body{Unit: group, Targets: of.Count().All, Tasks: of.TaskCount()}
		told := map[string]bool{}
		tell := func(unit *portal.Unit) {
			if asked.Targets+asked.Tasks > 0 && !told[unit.ID] {
				told[unit.ID] = true
				figures := f.Units[unit.ID]
				figures.Groups = append(figures.Groups, asked)
			}
		}
		for _, id := range group.Members {
			unit := p.Unit(id)
			if unit == nil {
				continue
			}
			tell(unit)
			if place := places.Around(unit); place != nil && place != places.Around(group) {
				tell(place)
			}
			member := portal.Member{Unit: unit}
			for _, voice := range places.Voices(unit) {
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
			of.Members = append(of.Members, member)
		}
	}
}
