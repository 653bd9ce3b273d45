package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// duties arranges what falls due for each unit: by its own name, as a member of
// a group, and for a place through its bodies and in its plans. What it has sent
// already is marked.
func duties(p *portal.Portal, owners *portal.Owners, f *portal.Figures) {
	steps := stepsByUnit{p, owners, map[*portal.Taken]map[string][]portal.Taken{}}
	for _, unit := range p.Units {
		figures := f.Units[unit.ID]
		figures.Incoming = arrange(figures.Receives)
		dues := figures.Owes
		if unit.Kind.IsAdministrative() {
			for _, plan := range figures.Plans {
				dues = slices.Concat(dues, f.Plans[plan.ID].Calendar)
			}
			for _, body := range owners.Parts(unit.ID)[1:] {
				if group := p.Unit(body); len(group.Members) == 0 || group.MoreMembers { // else these owe it, each for itself
					dues = slices.Concat(dues, f.Units[body].Owes)
				}
			}
		}
		figures.Duties = arrange(steps.of(owners.Parts(unit.ID), once(dues, figures.Obligations)))
	}
}

// An occurrence is one time of a deadline.
type occurrence struct {
	deadline *portal.Deadline
	date     vi.Date
	covers   vi.Period
}

// once puts occurrences in the order of time, each once, with the report that a
// unit has sent where all that it owes of it has come.
func once(dues []portal.Due, obligations []portal.Obligation) []portal.Due {
	if len(dues) == 0 {
		return nil
	}
	sent := make(map[occurrence]*portal.Report, len(obligations))
	for i := range obligations {
		o := &obligations[i]
		of := occurrence{o.Due.Deadline, o.Due.Date, o.Due.Covers}
		if have, known := sent[of]; !known || have != nil {
			sent[of] = o.Report
		}
	}
	var list []portal.Due
	known := make(map[occurrence]bool, len(dues))
	for _, due := range dues {
		of := occurrence{due.Deadline, due.Date, due.Covers}
		if !known[of] {
			known[of] = true
			due.Report = sent[of]
			list = append(list, due)
		}
	}
	sortDues(list)
	return list
}
