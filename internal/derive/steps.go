package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// markSteps marks the deadlines that programmes of recognition name for their
// steps with what the dossiers say was done: by the unit that owes it, or in the
// name of its place. Nothing is inferred from what is not written: a step counts
// for the year that its row names, if it has no day or one in that year, and of
// several rounds in a year only by its day. Who took no step is not judged, since
// nobody has to take part.
func markSteps(p *portal.Portal, places *portal.Places, f *portal.Figures) {
	type step struct {
		name portal.Step
		year int
	}
	debtors := debtors{}
	for _, r := range p.Recognitions {
		rounds := map[step][]*portal.Due{} // in the order of time
		for _, of := range r.Steps {
			plan, deadline := p.Deadline(of.Deadline)
			if deadline == nil {
				continue
			}
			calendar := f.Plans[plan.ID].Calendar
			debtors.add(p, places, deadline)
			for i := range calendar {
				if due := &calendar[i]; due.Deadline == deadline && !due.Date.IsZero() {
					key := step{of.Step, due.Date.Year}
					rounds[key] = append(rounds[key], due)
				}
			}
		}
		for _, dues := range rounds {
			slices.SortStableFunc(dues, func(a, b *portal.Due) int { return lastInTime(*a).Compare(lastInTime(*b)) })
		}
		for i := range r.Dossiers {
			row := &r.Dossiers[i]
			if row.ToCome(f.Today) {
				continue
			}
			if due, unit := debtors.round(row, rounds[step{row.Step, row.Year.Year}]); due != nil {
				due.Taken = append(due.Taken, portal.Taken{Programme: r, Dossier: row, Unit: unit.ID, Late: daysLate(places, row, due, unit)})
			}
		}
	}
	for _, figures := range f.Plans {
		for i := range figures.Calendar {
			if due := &figures.Calendar[i]; len(due.Taken) > 0 {
				due.Owing = len(owing(p, due.Deadline.Owner))
			}
		}
	}
}

// debtors are those who owe a deadline, by their ids and those of their places.
type debtors map[*portal.Deadline]map[string]*portal.Unit

func (d debtors) add(p *portal.Portal, places *portal.Places, deadline *portal.Deadline) {
	if d[deadline] != nil {
		return
	}
	d[deadline] = map[string]*portal.Unit{}
	for _, unit := range owing(p, deadline.Owner) {
		for _, voice := range places.Voices(unit) {
			if d[deadline][voice.ID] == nil || voice == unit {
				d[deadline][voice.ID] = unit
			}
		}
	}
}

// round finds the round to which a step belongs and the unit that owed it: the
// first that was not over on its day, or else the last; nil where that cannot be
// told, or its unit owes none.
func (d debtors) round(row *portal.Dossier, dues []*portal.Due) (*portal.Due, *portal.Unit) {
	if !row.Date.IsZero() && row.Date.Year != row.Year.Year {
		return nil, nil
	}
	var found *portal.Due
	var by *portal.Unit
	rounds := 0
	for _, due := range dues {
		unit := d[due.Deadline][row.Unit]
		if unit == nil {
			continue
		}
		rounds++
		if found == nil || row.Date.After(lastInTime(*found)) {
			found, by = due, unit
		}
	}
	if rounds > 1 && !row.Date.Full() {
		return nil, nil
	}
	return found, by
}

// daysLate is how many days a step was taken after the last in time; 0 where it
// was not, or where it is not followed what the unit sends.
func daysLate(places *portal.Places, row *portal.Dossier, due *portal.Due, unit *portal.Unit) int {
	var since vi.Date
	for _, voice := range places.Voices(unit) {
		if since.IsZero() {
			since = voice.ReportsSince
		}
	}
	last := lastInTime(*due)
	if since.IsZero() || last.Before(since) || !row.Date.After(last) {
		return 0
	}
	return last.DaysUntil(row.Date.First())
}

// stepsByUnit finds the steps that a unit took of each time of a deadline, by the
// first of all that were taken of it.
type stepsByUnit struct {
	portal *portal.Portal
	owners *portal.Owners
	taken  map[*portal.Taken]map[string][]portal.Taken
}

// of leaves of the steps taken those of a unit and its bodies, its parts, where
// they owe them; of what others owe in its plans, all.
func (s stepsByUnit) of(parts []string, dues []portal.Due) []portal.Due {
	for i := range dues {
		due := &dues[i]
		if len(due.Taken) == 0 || !s.owes(parts, due.Deadline.Owner) {
			continue
		}
		by := s.taken[&due.Taken[0]]
		if by == nil {
			by = map[string][]portal.Taken{}
			for _, taken := range due.Taken {
				by[taken.Unit] = append(by[taken.Unit], taken)
			}
			s.taken[&due.Taken[0]] = by
		}
		due.Taken, due.Owing = nil, 0
		for _, part := range parts {
			due.Taken = append(due.Taken, by[part]...)
		}
	}
	return dues
}

// owes reports whether one of several units is an owner, or a member of one. What
// a group owes, its members do.
func (s stepsByUnit) owes(units, owning portal.IDs) bool {
	return slices.ContainsFunc(units, func(id string) bool {
		return len(s.portal.Unit(id).Members) == 0 && slices.ContainsFunc(owning, func(owner string) bool { return s.owners.Owes(id, owner) })
	})
}
