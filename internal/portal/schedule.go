package portal

import (
	"cmp"
	"slices"
)

// A Schedule is a calendar as a reader looks at it: what is near, one by one;
// what is far or over, a year at a time and each deadline once.
type Schedule struct {
	Near    []Due     // now or within 90 days, the first to end first
	Later   []DueYear // after that, the next year first
	Past    []DueYear // the last year first
	Undated []Due     // the plan names no day
}

// A DueYear are the occurrences of one year, by deadline.
type DueYear struct {
	Year   int
	Series []DueSeries
}

// A DueSeries are the occurrences of one deadline in one year, in the order of
// time.
type DueSeries struct {
	Plan     *Plan
	Deadline *Deadline
	Dues     []Due
}

// ScheduleOf arranges occurrences that are in the order of time.
func ScheduleOf(dues []Due) Schedule {
	var s Schedule
	for _, due := range dues {
		switch due.State {
		case DueNow, DueSoon:
			s.Near = append(s.Near, due)
		case DueLater:
			s.Later = addDue(s.Later, due)
		case DuePast:
			s.Past = addDue(s.Past, due)
		case DueUndated:
			s.Undated = append(s.Undated, due)
		}
	}
	slices.SortStableFunc(s.Near, func(a, b Due) int { return a.Date.Last().Compare(b.Date.Last()) })
	slices.SortStableFunc(s.Past, func(a, b DueYear) int { return cmp.Compare(b.Year, a.Year) })
	return s
}

func addDue(years []DueYear, due Due) []DueYear {
	if len(years) == 0 || years[len(years)-1].Year != due.Date.Year {
		years = append(years, DueYear{Year: due.Date.Year})
	}
	year := &years[len(years)-1]
	for i := range year.Series {
		if year.Series[i].Deadline == due.Deadline {
			year.Series[i].Dues = append(year.Series[i].Dues, due)
			return years
		}
	}
	year.Series = append(year.Series, DueSeries{due.Plan, due.Deadline, []Due{due}})
	return years
}

// Next is what falls due next, at most n occurrences: near ones, or else the
// first of the later ones, so that a quiet season does not look like the end.
func (s Schedule) Next(n int) []Due {
	next := slices.Clone(s.Near)
	for _, year := range s.Later {
		for _, series := range year.Series {
			next = append(next, series.Dues[0])
		}
		break
	}
	return next[:min(n, len(next))]
}

// IsEmpty reports whether there is nothing in the schedule.
func (s Schedule) IsEmpty() bool {
	return len(s.Near)+len(s.Later)+len(s.Past)+len(s.Undated) == 0
}

// Next is the next occurrence of the plan's deadline of this id, or its undated
// one; nil where all are past.
func (f *PlanFigures) Next(id string) *Due {
	for i := range f.Calendar {
		if due := &f.Calendar[i]; due.Deadline.ID == id && due.State != DuePast {
			return due
		}
	}
	return nil
}
