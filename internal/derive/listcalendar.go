package derive

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// monthsAhead is how many months have a page, this one included.
const monthsAhead = 14

// calendar lists what falls due within 90 days, and in each of the coming months; what is done once,
// by its year; what comes again, once; and what the plans name no day for.
// Duties of each week and month stand only with what comes again: each month
// would repeat them.
func (c *catalogue) calendar() (all []*portal.List) {
	shelfOf := func(path string, of portal.ListKind, value string, dues []*portal.Due) []*portal.List {
		return shelf[*portal.Due]{
			path: "moc-thoi-gian/" + path, of: of, value: portal.Label{Text: value}, size: rowsSize, items: dues, nested: true,
			sample: func(due *portal.Due) bool { return due.Plan.Sample },
			facets: []facet[*portal.Due]{
				one("unit", "don-vi", func(due *portal.Due) facetValue { return c.province(c.issuer(due.Plan)) }),
			},
		}.lists()
	}
	months, years := map[vi.Period][]*portal.Due{}, map[int][]*portal.Due{}
	var again, undated []*portal.Due
	seen := map[*portal.Deadline]int{} // where in again its next occurrence is
	for i := range c.f.Calendar {
		due := &c.f.Calendar[i]
		recurs := due.Deadline.Recurrence != nil
		if recurs {
			at, known := seen[due.Deadline]
			switch {
			case !known:
				seen[due.Deadline] = len(again)
				again = append(again, due)
			case again[at].State == portal.DuePast:
				again[at] = due
			}
		} else if due.Date.IsZero() {
			undated = append(undated, due)
		} else {
			years[due.Date.Year] = append(years[due.Date.Year], due)
		}
		if due.Date.Month != 0 && !(recurs && shorter(kindOf[due.Deadline.Recurrence.Every], vi.Quarter)) {
			month := vi.PeriodOf(due.Date.First(), vi.Month)
			months[month] = append(months[month], due)
		}
	}
	soon := slices.DeleteFunc(c.open(), func(due *portal.Due) bool { return due.State == portal.DueLater })
	all = append(all, shelfOf("sap-toi", portal.ListSoon, "", soon)...)
	month := vi.PeriodOf(c.f.Today, vi.Month)
	for range monthsAhead {
		made := shelfOf(month.Slug(), portal.ListMonth, month.Label(), months[month])
		c.f.Calendars.Months = append(c.f.Calendars.Months, made[0])
		all = append(all, made...)
		month = month.Next()
	}
	all = append(all, shelf[*portal.Milestone]{
		path: "moc-thoi-gian/dau-moc", of: portal.ListMilestones, size: rowsSize, items: c.milestones(), nested: true,
		sample: func(m *portal.Milestone) bool { return m.Plan.Sample },
		facets: []facet[*portal.Milestone]{
			one("unit", "don-vi", func(m *portal.Milestone) facetValue { return c.province(c.issuer(m.Plan)) }),
		},
	}.lists()...)
	for _, year := range slices.Sorted(maps.Keys(years)) {
		made := shelfOf("nam/"+fmt.Sprint(year), portal.ListYear, fmt.Sprint(year), years[year])
		c.f.Calendars.Years = append(c.f.Calendars.Years, made[0])
		all = append(all, made...)
	}
	all = append(all, shelfOf("dinh-ky", portal.ListRhythms, "", again)...)
	return append(all, shelfOf("khong-ngay", portal.ListUndated, "", undated)...)
}

// received lists what others owe to a unit that waits for much, as a province
// does: of each duty the next time.
func (c *catalogue) received() (all []*portal.List) {
	for _, unit := range c.portal.Units {
		receives := c.f.Units[unit.ID].Receives
		if len(receives) <= receivedMin {
			continue
		}
		var dues []*portal.Due
		at := map[*portal.Deadline]int{}
		for i := range receives {
			due := &receives[i]
			n, known := at[due.Deadline]
			switch {
			case !known:
				at[due.Deadline] = len(dues)
				dues = append(dues, due)
			case dues[n].State == portal.DuePast:
				dues[n] = due
			}
		}
		if len(dues) <= receivedMin {
			continue
		}
		slices.SortStableFunc(dues, func(a, b *portal.Due) int {
			return cmp.Or(standsAt(a)-standsAt(b), a.Date.Compare(b.Date))
		})
		all = append(all, shelf[*portal.Due]{
			path: "don-vi/" + unit.ID + "/duoc-nhan", of: portal.ListReceived, value: portal.Label{Text: unit.Name}, size: rowsSize, items: dues,
			sample: func(due *portal.Due) bool { return due.Plan.Sample },
		}.lists()...)
	}
	return all
}

// standsAt puts what has a day before what has none, and what is over last.
func standsAt(due *portal.Due) int {
	switch {
	case due.State == portal.DuePast:
		return 2
	case due.Date.IsZero():
		return 1
	}
	return 0
}

// milestones are the stages that are not over and the next occurrence of each
// anniversary, in the order of time.
func (c *catalogue) milestones() (list []*portal.Milestone) {
	for _, plan := range c.portal.Plans {
		for _, stage := range plan.Stages {
			if stage.To.IsZero() || !stage.To.Last().Before(c.f.Today) {
				list = append(list, &portal.Milestone{Plan: plan, Text: stage.Title, Clause: stage.Clause, From: stage.From, To: stage.To, Stage: true})
			}
		}
	}
	seen := map[*portal.Deadline]bool{}
	for _, due := range c.f.Calendar {
		if due.Deadline.Kind == portal.DueAnniversary && due.State != portal.DuePast && !due.Date.IsZero() && !seen[due.Deadline] {
			seen[due.Deadline] = true
			list = append(list, &portal.Milestone{Plan: due.Plan, Text: due.Deadline.Text, Clause: due.Deadline.Clause, From: due.Date, To: due.Date})
		}
	}
	slices.SortStableFunc(list, func(a, b *portal.Milestone) int { return cmp.Or(a.To.Compare(b.To), a.From.Compare(b.From)) })
	return list
}

// next is what falls due next: real duties, or where there are none invented
// ones, each deadline once.
func (c *catalogue) next() (next []portal.Due) {
	for _, sample := range []bool{false, true} {
		for _, due := range c.open() {
			if due.Plan.Sample == sample && len(next) < nextSize {
				next = append(next, *due)
			}
		}
		if len(next) > 0 {
			break
		}
	}
	return next
}

// open are the duties that are not over, each by its next time, in the order of
// their last days. Anniversaries are nobody's duty.
func (c *catalogue) open() (open []*portal.Due) {
	seen := map[*portal.Deadline]bool{}
	for i := range c.f.Calendar {
		due := &c.f.Calendar[i]
		if due.State != portal.DuePast && due.State != portal.DueUndated && due.Deadline.Kind != portal.DueAnniversary && !seen[due.Deadline] {
			seen[due.Deadline] = true
			open = append(open, due)
		}
	}
	slices.SortStableFunc(open, func(a, b *portal.Due) int { return a.Date.Last().Compare(b.Date.Last()) })
	return open
}
