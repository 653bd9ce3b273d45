package skeleton

import (
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// A Row is one target that a report has to answer for.
type Row struct {
	Plan, Target string // ids
	Statement    string // on one line
}

// Owed lists what a unit has to report for a period: every target that it owns,
// in the order of the plans, but for those whose time certainly lies outside
// the period and those of plans that were withdrawn.
func Owed(p *portal.Portal, unit string, period vi.Period) (rows []Row) {
	for _, plan := range p.Plans {
		if plan.Status == portal.Withdrawn {
			continue
		}
		for i := range plan.Targets {
			target := &plan.Targets[i]
			from, to := target.From, target.To
			if from.IsZero() {
				from = plan.From
			}
			if to.IsZero() {
				to = plan.To
			}
			if slices.Contains(target.Owner, unit) && vi.IsSlug(target.ID) && meets(period, from, to) {
				rows = append(rows, Row{plan.ID, target.ID, strings.Join(strings.Fields(target.Statement), " ")})
			}
		}
	}
	return rows
}

// meets reports whether a period may share a day with the span; either end may
// be open.
func meets(period vi.Period, from, to vi.Date) bool {
	return (from.IsZero() || from.First().Compare(period.Last()) <= 0) &&
		(to.IsZero() || to.Last().Compare(period.First()) >= 0)
}
