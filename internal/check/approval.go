package check

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// approvals finds public records that nobody has answered for, and those
// without a history, the only origin of their "updated".
func approvals(p *portal.Portal) (problems []portal.Problem) {
	for _, r := range p.Records() {
		if !r.Status.Public() {
			continue
		}
		report := func(field string) {
			problems = append(problems, portal.Problem{Pos: r.Source.At("status"), Rule: "not-approved", Args: []any{string(r.Status), field}})
		}
		if r.ApprovedBy == "" {
			report("approved_by")
		}
		if r.ApprovedOn.IsZero() {
			report("approved_on")
		}
		if r.Status == portal.Published && len(r.History) == 0 {
			report("history")
		}
	}
	return problems
}

// approvedLater finds public records that are said to be approved, or changed, on
// a day to come. That is only a warning: a site may be built as of an earlier
// day.
func approvedLater(p *portal.Portal, today vi.Date) (problems []portal.Problem) {
	for _, r := range p.Records() {
		if !r.Status.Public() {
			continue
		}
		hold := func(path, field string, day vi.Date) {
			if day.After(today) {
				problems = append(problems, portal.Problem{
					Pos: r.Source.At(path), Rule: "record-future", Severity: portal.Warning, Args: []any{field, day.Short(), today.Short()},
				})
			}
		}
		hold("approved_on", "approved_on", r.ApprovedOn)
		for i := range r.History {
			hold(at("history", i, "date"), "history", r.History[i].Date)
		}
	}
	return problems
}

// leftOut names every record that will not be seen, so that nobody looks for
// it in vain: not approved, or withdrawn.
func leftOut(p *portal.Portal) (problems []portal.Problem) {
	for kind, r := range p.Records() {
		note := portal.Problem{Pos: r.Source.At("status"), Severity: portal.Note, Args: []any{kind.Folder + "/" + r.ID, string(r.Status)}}
		switch {
		case !r.Status.Known():
			continue // the schema has said so
		case r.Status == portal.Withdrawn:
			note.Rule = "taken-down"
		case !r.Status.Public():
			note.Rule = "left-out"
		default:
			continue
		}
		problems = append(problems, note)
	}
	return problems
}
