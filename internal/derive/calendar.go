package derive

import (
	"iter"
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// soon is how many days ahead an occurrence counts as near.
const soon = 90

// calendar lists the occurrences of a plan's deadlines in the order of time. A
// recurrence without a day occurs once, undated: the plan does not say when.
func calendar(plan *portal.Plan, today vi.Date) []portal.Due {
	var dues []portal.Due
	for i := range plan.Deadlines {
		deadline := &plan.Deadlines[i]
		again := deadline.Recurrence
		if again == nil {
			due := portal.Due{Plan: plan, Deadline: deadline, Date: deadline.Date, Rule: deadline.Rule}
			dues = append(dues, seen(due, today))
			continue
		}
		if again.On.IsZero() {
			dues = append(dues, seen(portal.Due{Plan: plan, Deadline: deadline}, today))
			continue
		}
		for period := range periods(plan, again, today) {
			due := portal.Due{Plan: plan, Deadline: deadline, Period: period, Date: again.On.In(period), Rule: again.Rule}
			if !outside(due.Date, plan, again, today) {
				dues = append(dues, seen(due, today))
			}
		}
	}
	sortDues(dues)
	return dues
}

// kindOf is the kind of period in which something recurs.
var kindOf = portal.PeriodKinds

// periods runs through the periods of a recurrence, from its own beginning or
// the plan's to its own end or the plan's. One that has no end goes on; it is
// followed to the end of the year after today.
func periods(plan *portal.Plan, again *portal.Recurrence, today vi.Date) iter.Seq[vi.Period] {
	return func(yield func(vi.Period) bool) {
		from, to := span(plan, again, today)
		kind, known := kindOf[again.Every]
		if from.IsZero() || !known {
			return
		}
		for p := vi.PeriodOf(from.First(), kind); !p.IsZero() && !p.First().After(to.Last()); p = p.Next() {
			if !yield(p) {
				return
			}
		}
	}
}

// span is the time in which a recurrence occurs.
func span(plan *portal.Plan, again *portal.Recurrence, today vi.Date) (from, to vi.Date) {
	from, to = again.From, again.To
	if from.IsZero() {
		from = plan.From
	}
	if from.IsZero() {
		from = plan.IssuedOn
	}
	if to.IsZero() {
		to = plan.To
	}
	if to.IsZero() {
		to = vi.Date{Year: max(from.Year, today.Year+1)}
	}
	return from, to
}

// outside reports whether an occurrence surely lies before the plan was issued
// or outside the time of its recurrence.
func outside(date vi.Date, plan *portal.Plan, again *portal.Recurrence, today vi.Date) bool {
	from, to := span(plan, again, today)
	return date.Before(from) || date.After(to) || !plan.IssuedOn.IsZero() && date.Before(plan.IssuedOn)
}

// seen tells where an occurrence stands on a day, and of which time a report
// speaks.
func seen(due portal.Due, today vi.Date) portal.Due {
	due.Covers = covers(due)
	if due.Date.IsZero() {
		due.State = portal.DueUndated
		return due
	}
	begins, last := due.Date.First(), lastInTime(due)
	if due.Rule == portal.Before {
		begins = last
	}
	if due.Date.Full() {
		due.Days = today.DaysUntil(last)
	}
	switch {
	case last.Before(today):
		due.State = portal.DuePast
	case !begins.After(today):
		due.State = portal.DueNow
	case today.DaysUntil(begins) <= soon:
		due.State = portal.DueSoon
	default:
		due.State = portal.DueLater
	}
	return due
}

// lastInTime is the last day on which an occurrence is in time: the day before
// the one that its rule says "before" of; zero where no day is named.
func lastInTime(due portal.Due) vi.Date {
	switch {
	case due.Date.IsZero():
		return vi.Date{}
	case due.Rule == portal.Before:
		return due.Date.First().AddDays(-1)
	}
	return due.Date.Last()
}

// sortDues orders occurrences by date, undated ones last, then by plan and id.
func sortDues(dues []portal.Due) {
	slices.SortFunc(dues, func(a, b portal.Due) int {
		switch {
		case a.Date.IsZero() != b.Date.IsZero():
			if a.Date.IsZero() {
				return 1
			}
			return -1
		case a.Date != b.Date:
			return a.Date.Compare(b.Date)
		case a.Plan != b.Plan:
			return strings.Compare(a.Plan.ID, b.Plan.ID)
		}
		return strings.Compare(a.Deadline.ID, b.Deadline.ID)
	})
}
