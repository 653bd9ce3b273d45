package check

import "thidua/internal/portal"

// deadlineForms finds deadlines whose time contradicts itself: both a date and
// a recurrence, a recurrence without a period, a day that the period cannot
// have.
func deadlineForms(p *portal.Portal) (problems []portal.Problem) {
	for _, plan := range p.Plans {
		for i := range plan.Deadlines {
			d := &plan.Deadlines[i]
			report := func(field, rule string, args ...any) {
				problems = append(problems, portal.Problem{Pos: d.Source.At(field), Rule: rule, Args: args})
			}
			again := d.Recurrence
			switch {
			case again == nil:
				if d.Date.IsZero() && d.Rule != "" {
					report("rule", "deadline-rule-alone")
				}
				continue
			case !d.Date.IsZero():
				report("recurrence", "deadline-twice")
			case again.Every == portal.Once:
				report("recurrence.every", "deadline-once")
			}
			if !dayFits(again) {
				report("recurrence.on", "deadline-day", again.On.String(), string(again.Every))
			}
		}
	}
	return problems
}

// dayFits reports whether a recurrence names a day that its period can have.
func dayFits(again *portal.Recurrence) bool {
	on := again.On
	switch {
	case on.IsZero():
		return true
	case again.Every == portal.EveryYear:
		return on.Month != 0 || on.Day <= 12
	case again.Every == portal.EveryWeek:
		return on.Month == 0 && on.Day <= 7
	}
	return on.Month == 0
}
