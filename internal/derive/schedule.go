package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
)

// arrange makes a schedule of occurrences that are in the order of time.
func arrange(dues []portal.Due) portal.Schedule {
	var s portal.Schedule
	for _, due := range dues {
		switch due.State {
		case portal.DueNow, portal.DueSoon:
			s.Near = append(s.Near, due)
		case portal.DueLater:
			s.Later = addDue(s.Later, due)
		case portal.DuePast:
			s.Past = addDue(s.Past, due)
		case portal.DueUndated:
			s.Undated = append(s.Undated, due)
		}
	}
	slices.SortStableFunc(s.Near, func(a, b portal.Due) int { return a.Date.Last().Compare(b.Date.Last()) })
	slices.SortStableFunc(s.Past, func(a, b portal.DueYear) int { return cmp.Compare(b.Year, a.Year) })
	return s
}

func addDue(years []portal.DueYear, due portal.Due) []portal.DueYear {
	if len(years) == 0 || years[len(years)-1].Year != due.Date.Year {
		years = append(years, portal.DueYear{Year: due.Date.Year})
	}
	year := &years[len(years)-1]
	for i := range year.Series {
		if year.Series[i].Deadline == due.Deadline {
			year.Series[i].Dues = append(year.Series[i].Dues, due)
			return years
		}
	}
	year.Series = append(year.Series, portal.DueSeries{Plan: due.Plan, Deadline: due.Deadline, Dues: []portal.Due{due}})
	return years
}
