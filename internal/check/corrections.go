package check

import (
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// corrections finds corrections that do not fit what was sealed or what the
// results say now, that say too little, and those that are no more although
// they were sealed.
func corrections(p *portal.Portal) (problems []portal.Problem) {
	for _, r := range p.Reports {
		for i := range r.Corrections {
			problems = append(problems, correctionForm(r, i)...)
		}
	}
	known := map[string]bool{} // ids of targets; that others are unknown is told
	for _, plan := range p.Plans {
		for i := range plan.Targets {
			known[plan.Targets[i].ID] = true
		}
	}
	amended(p, func(r *portal.Report, a portal.Amendments, _ func(portal.RowKey) *portal.Result) {
		report := func(i int, field, rule string, args ...any) {
			problems = append(problems, portal.Problem{Pos: r.Source.At(at("corrections", i, field)), Rule: rule, Args: args})
		}
		for _, lost := range a.Lost {
			problems = append(problems, portal.Problem{
				Pos: r.Source.At("corrections"), Rule: "correction-lost",
				Args: []any{string(lost.Field), rowName(lost.Target, lost.Part), lost.Date.Short(), lost.ShownFrom(), lost.ShownTo()},
			})
		}
		last := r.Sealed()
		for _, i := range a.Pending {
			c := &r.Corrections[i]
			if last != nil && c.Date.Before(last.LockedOn) {
				report(i, "date", "correction-before", c.Date.Short(), last.LockedOn.Short())
			}
		}
		for _, i := range a.Rowless {
			if c := &r.Corrections[i]; known[c.Target] && !misspelt(r, known) {
				report(i, "target", "correction-row", rowName(c.Target, c.Part))
			}
		}
		for _, i := range a.Ambiguous {
			report(i, "target", "correction-plan", r.Corrections[i].Target)
		}
		for _, cell := range a.Cells {
			altered := func(lost *portal.Correction) bool {
				return lost.Target == cell.Row.Target && lost.Part == cell.Row.Part && lost.Field == cell.Field
			}
			if !slices.ContainsFunc(a.Lost, altered) { // else it is told where it was
				chain(r, cell, report)
			}
		}
		if last == nil && len(r.Corrections) > 0 && r.Status.Public() {
			problems = append(problems, portal.Problem{
				Pos: r.Source.At("corrections"), Rule: "correction-unlocked", Severity: portal.Note, Args: []any{r.Unit, r.Period.String()},
			})
		}
	})
	return problems
}

// misspelt reports whether a row names a target that nobody knows: it may be the
// one that is missed.
func misspelt(r *portal.Report, known map[string]bool) bool {
	for i := range r.Results {
		if !known[r.Results[i].Target] {
			return true
		}
	}
	return false
}

// correctionForm finds what is wrong with a correction by itself.
func correctionForm(r *portal.Report, i int) (problems []portal.Problem) {
	c := &r.Corrections[i]
	report := func(field, rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: r.Source.At(at("corrections", i, field)), Rule: rule, Args: args})
	}
	for _, text := range []struct{ field, text string }{{"why", c.Why}, {"approved_by", c.ApprovedBy}} {
		if strings.Contains(text.text, portal.Blank) {
			report(text.field, "blank-left", text.text)
		}
	}
	if !c.Date.IsZero() && !c.Date.Full() {
		report("date", "correction-date", c.Date.String())
	}
	if c.ApprovedBy == "" && r.Status.Public() {
		report("approved_by", "correction-approved")
	}
	if !readable(c) {
		for _, text := range []struct{ field, text string }{{"from", c.From}, {"to", c.To}} {
			if _, err := vi.ParseNumber(text.text); err != nil && text.text != "" {
				report(text.field, "correction-number", text.field, text.text)
			}
		}
		return problems
	}
	if c.Was() == c.Is() && c.Field != "" {
		report("field", "correction-nothing", string(c.Field))
	}
	return problems
}

// readable reports whether a correction of a number holds numbers.
func readable(c *portal.Correction) bool {
	for _, text := range []string{c.From, c.To} {
		if _, err := vi.ParseNumber(text); c.Field.IsNumber() && text != "" && err != nil {
			return false
		}
	}
	return true
}

// chain follows the corrections of a cell from what was sealed to what the cell
// says now. Where nothing was sealed nobody knows where they begin.
func chain(r *portal.Report, cell portal.AmendedCell, report func(i int, field, rule string, args ...any)) {
	value, sure := cell.Sealed, r.Sealed() != nil
	for _, i := range cell.By {
		c := &r.Corrections[i]
		if !readable(c) {
			return
		}
		if sure && c.Was() != value {
			report(i, "from", "correction-from", string(cell.Field), rowName(c.Target, c.Part), c.From, value)
		}
		value, sure = c.Is(), true
	}
	if len(cell.By) > 0 && value != cell.Now {
		last := cell.By[len(cell.By)-1]
		c := &r.Corrections[last]
		report(last, "to", "correction-to", string(cell.Field), rowName(c.Target, c.Part), c.To, cell.Now)
	}
}
