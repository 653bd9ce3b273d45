package portal

import (
	"slices"

	"thidua/internal/vi"
)

// A Member is a unit of a group, and what it sent of what the group owes. The
// group itself sends nothing.
type Member struct {
	Unit    *Unit
	Last    *Report      // that speaks for it, of the last period; nil where none came
	Overdue []Obligation // of the duties of the group
}

// LastSent is the day of the last report that the unit sent, or that was sent
// for it; zero where none came.
func (u *UnitFigures) LastSent() (last vi.Date) {
	for _, report := range u.Reports {
		if report.SubmittedOn.After(last) || last.IsZero() {
			last = report.SubmittedOn
		}
	}
	for i := range u.Obligations {
		if report := u.Obligations[i].Report; report != nil && (report.SubmittedOn.After(last) || last.IsZero()) {
			last = report.SubmittedOn
		}
	}
	return last
}

// SilentSince is the day since which nothing came of a unit that has fallen
// silent: a report is overdue that fell due after its last one, or it never
// sent any. It is zero of a unit that has not.
func (u *UnitFigures) SilentSince(unit *Unit) vi.Date {
	last := u.LastSent()
	overdue := u.Overdue()
	switch {
	case len(overdue) == 0:
		return vi.Date{}
	case last.IsZero():
		return unit.ReportsSince
	case slices.ContainsFunc(overdue, func(o Obligation) bool { return o.Due.Date.After(last) }):
		return last
	}
	return vi.Date{}
}

// Own counts the targets followed that stand in the unit's own plans; the rest
// were given to it by plans of others.
func (u *UnitFigures) Own() (n int) {
	for _, progress := range u.Progress {
		if slices.Contains(u.Plans, progress.Plan) {
			n++
		}
	}
	return n
}

// Followed counts the targets of Progress, each once, however many units answer
// for it.
func (u *UnitFigures) Followed() int {
	seen := map[*Target]bool{}
	for _, progress := range u.Progress {
		seen[progress.Target] = true
	}
	return len(seen)
}

// Reachable is the unit itself, or the nearest above it, that tells how it can be
// reached; nil where none does.
func (p *Portal) Reachable(unit *Unit) *Unit {
	tells := func(u *Unit) bool {
		return slices.ContainsFunc(u.Contacts, func(c Contact) bool { return c.Value != "" })
	}
	if tells(unit) {
		return unit
	}
	for _, above := range p.Ancestors(unit) {
		if tells(above) {
			return above
		}
	}
	return nil
}

// LostIn is the year in which the unit lost the recognition that it had; 0 where
// it was never recognised, or still is.
func (r *RecognitionPath) LostIn() (year int) {
	held := false
	for _, row := range r.Rows {
		switch {
		case row.Step == Decided:
			held, year = true, 0
		case row.Step == Lost && held:
			held, year = false, row.Year.Year
		}
	}
	return year
}
