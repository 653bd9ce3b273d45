package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
)

// arrange makes a schedule of occurrences that are in the order of time.
func arrange(dues []portal.Due) portal.Schedule {
	var s portal.Schedule
	var later, past byYear
	for _, due := range dues {
		switch due.State {
		case portal.DueNow, portal.DueSoon:
			s.Near = append(s.Near, due)
		case portal.DueLater:
			later.add(due)
		case portal.DuePast:
			past.add(due)
		case portal.DueUndated:
			s.Undated = append(s.Undated, due)
		}
	}
	s.Later, s.Past = later.years, past.years
	slices.SortStableFunc(s.Near, func(a, b portal.Due) int { return a.Date.Last().Compare(b.Date.Last()) })
	slices.SortStableFunc(s.Past, func(a, b portal.DueYear) int { return cmp.Compare(b.Year, a.Year) })
	return s
}

// byYear gathers occurrences that come in the order of time.
type byYear struct {
	years  []portal.DueYear
	series map[*portal.Deadline]int // of the last year, by what comes again in it
}

func (b *byYear) add(due portal.Due) {
	if len(b.years) == 0 || b.years[len(b.years)-1].Year != due.Date.Year {
		b.years = append(b.years, portal.DueYear{Year: due.Date.Year})
		b.series = make(map[*portal.Deadline]int)
	}
	year := &b.years[len(b.years)-1]
	i, known := b.series[due.Deadline]
	if !known {
		i = len(year.Series)
		b.series[due.Deadline] = i
		year.Series = append(year.Series, portal.DueSeries{Plan: due.Plan, Deadline: due.Deadline})
	}
	year.Series[i].Dues = append(year.Series[i].Dues, due)
}
