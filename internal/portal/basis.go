package portal

import (
	"cmp"
	"slices"
)

// Basis are the reports that standings are by, each once: the latest period
// first, of those the longest.
func Basis(standings []*Standing) (reports []*Report) {
	for _, s := range standings {
		if s.Report != nil && !slices.Contains(reports, s.Report) {
			reports = append(reports, s.Report)
		}
	}
	latestFirst(reports)
	return reports
}

func latestFirst(reports []*Report) {
	slices.SortFunc(reports, func(a, b *Report) int {
		return cmp.Or(b.Period.Last().Compare(a.Period.Last()), a.Period.First().Compare(b.Period.First()), cmp.Compare(a.Unit, b.Unit))
	})
}

// Basis are the reports by which the unit's targets stand where they do now.
func (u *UnitFigures) Basis() []*Report {
	all := make([]*Standing, len(u.Progress))
	for i, progress := range u.Progress {
		all[i] = progress.Now()
	}
	return Basis(all)
}

// ReportsBy are those reports of one other unit that tell of what a unit answers
// for: its place, or a body of it.
type ReportsBy struct {
	Unit    string
	Reports []*Report // the latest period first
}

// ToldBy are the reports of other units that tell of what a unit answers for,
// by their units.
func (u *UnitFigures) ToldBy(unit *Unit) (all []ReportsBy) {
	of := map[string][]*Report{}
	for _, progress := range u.Progress {
		for _, cell := range progress.Cells {
			if r := cell.Report; r != nil && r.Unit != unit.ID && !slices.Contains(of[r.Unit], r) {
				of[r.Unit] = append(of[r.Unit], r)
			}
		}
	}
	for id, reports := range of {
		latestFirst(reports)
		all = append(all, ReportsBy{id, reports})
	}
	slices.SortFunc(all, func(a, b ReportsBy) int { return cmp.Compare(a.Unit, b.Unit) })
	return all
}

// DaysLate is by how many days the report missed the duty that it was latest
// for; 0 where it was in time, or that is not known.
func (r *ReportFigures) DaysLate() (days int) {
	for _, o := range r.Answers {
		if o.State == Late {
			days = max(days, o.Days)
		}
	}
	return days
}
