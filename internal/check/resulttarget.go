package check

import (
	"slices"
	"strings"
	"sync"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// resultTargets finds rows of results that no figure could be made of: of a
// target that the unit does not answer for, or not in the period, of several
// targets at once, of a part that there is not; the same row twice; a row that
// a body of the unit reports itself. And reports of a time of which no plan
// asks the unit anything.
func resultTargets(p *portal.Portal) (problems []portal.Problem) {
	answerable(p, func(a *answering) {
		seen := map[portal.RowKey]*portal.Result{}
		for i := range a.report.Results {
			row := &a.report.Results[i]
			of, found := a.row(row)
			problems = append(problems, found...)
			if of == nil {
				continue
			}
			problems = append(problems, a.unpublished(of.Plan, row)...)
			problems = append(problems, partOf(of, row)...)
			key := portal.RowKey{Plan: of.Plan.ID, Target: row.Target, Part: row.Part}
			if first := seen[key]; first != nil {
				problems = append(problems, portal.Problem{
					Pos: row.Source.At("target"), Rule: "result-twice",
					Args: []any{rowName(row.Target, row.Part), first.Source.At("target").String()},
				})
			} else {
				seen[key] = row
			}
		}
		problems = append(problems, a.untouched()...)
	})
	return problems
}

// An answering is a report while its rows are held against what its unit has to
// answer for.
type answering struct {
	portal  *portal.Portal
	report  *portal.Report
	owed    []portal.Owed // at any time
	parts   []string      // in whose name the report may speak
	targets map[string][]portal.Owed
	owners  *portal.Owners
	asked   func() map[string]bool // the units that plans ask for reports
	sealed  map[portal.RowKey]bool
}

// answerable visits the reports whose rows can be judged: not those that were
// withdrawn, that lie in the folder of another, or whose unit is not known.
func answerable(p *portal.Portal, visit func(*answering)) {
	var owners *portal.Owners
	asked := sync.OnceValue(func() map[string]bool { return askedForReports(p) })
	byUnit := map[string]*answering{}
	for _, r := range p.Reports {
		if r.Status == portal.Withdrawn || r.ID != r.Unit+"/"+r.Period.String() || p.Unit(r.Unit) == nil {
			continue
		}
		if owners == nil {
			owners = p.Owners()
		}
		of := byUnit[r.Unit]
		if of == nil {
			of = &answering{
				portal: p, owners: owners, owed: owners.Of(r.Unit), parts: owners.Parts(r.Unit), asked: asked, targets: map[string][]portal.Owed{},
			}
			for _, owed := range of.owed {
				of.targets[owed.Target.ID] = append(of.targets[owed.Target.ID], owed)
			}
			byUnit[r.Unit] = of
		}
		a := *of
		a.report = r
		if last := r.Sealed(); last != nil {
			a.sealed = map[portal.RowKey]bool{}
			for i := range last.Rows {
				key := last.Rows[i].Key()
				a.sealed[key] = true
				key.Plan = "" // as a row may leave it
				a.sealed[key] = true
			}
		}
		visit(&a)
	}
}

// row finds the target that a row speaks of, or says why it is none.
func (a *answering) row(row *portal.Result) (of *portal.Owed, problems []portal.Problem) {
	report := func(field, rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: row.Source.At(field), Rule: rule, Args: args})
	}
	var ever, now, own []*portal.Owed
	for i := range a.targets[row.Target] {
		owed := &a.targets[row.Target][i]
		if row.Plan != "" && row.Plan != owed.Plan.ID {
			continue
		}
		ever = append(ever, owed)
		if !owed.In(a.report.Period) && !owed.Base(a.report.Period) {
			continue
		}
		now = append(now, owed)
		if !a.owners.Elsewhere(owed, a.report.Unit, a.report.Period) {
			own = append(own, owed)
		}
	}
	switch {
	case row.Target == "": // the schema has said so
	case len(own) > 0 && onePlan(own):
		return own[0], nil
	case len(own) > 1:
		report("target", "result-ambiguous", row.Target, plansOf(own))
	case len(now) > 0:
		report("target", "result-elsewhere", row.Target, now[0].Owner, a.report.Period.String())
	case len(ever) > 0:
		from, to := ever[0].Target.Span(ever[0].Plan)
		if to.Before(from) {
			return nil, nil // told where it is written
		}
		report("target", "result-time", row.Target, a.report.Period.Label(), from.Short(), to.Short())
	default:
		a.unowed(row, report)
	}
	if a.sealed[portal.RowKey{Plan: row.Plan, Target: row.Target, Part: row.Part}] { // it was right then
		for i := range problems {
			problems[i].Severity = portal.Warning
		}
	}
	return nil, problems
}

// unowed reports a row of a target that is there and not the unit's. That a
// name is unknown, a plan withdrawn, or invented where the report is real, is
// found with the references.
func (a *answering) unowed(row *portal.Result, report func(field, rule string, args ...any)) {
	unread := func(file string) bool {
		return strings.HasPrefix(file, "data/units") || strings.HasPrefix(file, "content/ke-hoach/"+row.Plan)
	}
	if slices.ContainsFunc(a.portal.Unread, unread) {
		return
	}
	plans := a.portal.Plans
	if row.Plan != "" {
		plans = []*portal.Plan{a.portal.Plan(row.Plan)}
	}
	for _, plan := range plans {
		if plan == nil || plan.Status == portal.Withdrawn || plan.Sample != a.report.Sample {
			continue
		}
		for i := range plan.Targets {
			if target := &plan.Targets[i]; target.ID == row.Target && a.ownersKnown(plan, target) {
				report("target", "result-not-owed", a.report.Unit, row.Target, plan.ID, strings.Join(target.Owner, ", "))
				return
			}
		}
	}
}

// ownersKnown reports whether the owners of a target are units that its plan may
// name.
func (a *answering) ownersKnown(plan *portal.Plan, target *portal.Target) bool {
	return !slices.ContainsFunc(target.Owner, func(id string) bool {
		unit := a.portal.Unit(id)
		return unit == nil || unit.Sample != plan.Sample
	})
}

// untouched reports a report of a time of which nothing is asked of its unit:
// no plan has a target in it, or a report to send.
func (a *answering) untouched() []portal.Problem {
	unread := func(file string) bool {
		return strings.HasPrefix(file, "data/units") || strings.HasPrefix(file, "content/ke-hoach/")
	}
	asked := slices.ContainsFunc(a.owed, func(of portal.Owed) bool { return of.In(a.report.Period) || of.Base(a.report.Period) })
	if asked || len(a.report.Answers) > 0 || slices.ContainsFunc(a.portal.Unread, unread) || a.sendsReports() {
		return nil
	}
	return []portal.Problem{{
		Pos: a.report.Source.At("period"), Rule: "report-untouched", Severity: portal.Warning, Args: []any{a.report.Unit, a.report.Period.Label()},
	}}
}

// sendsReports reports whether a plan asks the unit, or a body of it, for
// reports.
func (a *answering) sendsReports() bool {
	asked := a.asked()
	return slices.ContainsFunc(a.parts, func(unit string) bool { return asked[unit] })
}

// askedForReports are the units that plans ask for reports.
func askedForReports(p *portal.Portal) map[string]bool {
	asked := map[string]bool{}
	for _, plan := range p.Plans {
		for i := range plan.Deadlines {
			if plan.Deadlines[i].Kind != portal.DueReport {
				continue
			}
			for _, id := range plan.Deadlines[i].Owner {
				asked[id] = true
				if group := p.Unit(id); group != nil {
					for _, id := range group.Members {
						asked[id] = true
					}
				}
			}
		}
	}
	return asked
}

// owes reports whether owners are, or stand for, one of these units.
func owes(p *portal.Portal, owners portal.IDs, units []string) bool {
	for _, id := range owners {
		if slices.Contains(units, id) {
			return true
		}
		if group := p.Unit(id); group != nil && slices.ContainsFunc(group.Members, func(id string) bool { return slices.Contains(units, id) }) {
			return true
		}
	}
	return false
}

// unpublished finds a row of a public report that names no plan, and whose target
// is of one that is not public. One that is named is found with the references.
func (a *answering) unpublished(plan *portal.Plan, row *portal.Result) []portal.Problem {
	if row.Plan != "" || !a.report.Status.Public() || plan.Status.Public() || plan.Status == "" || plan.Status == portal.Withdrawn {
		return nil
	}
	return []portal.Problem{{
		Pos: row.Source.At("target"), Rule: "refers-unpublished", Args: []any{row.Target, string(plan.Status), plan.Source.Start().File},
	}}
}

// partOf finds a row that names no part of a target that has parts, or one that
// it has not. Words may be about the whole.
func partOf(of *portal.Owed, row *portal.Result) []portal.Problem {
	report := func(rule string, args ...any) []portal.Problem {
		return []portal.Problem{{Pos: row.Source.At("part"), Rule: rule, Args: args}}
	}
	parts := len(of.Target.Measure.Parts)
	figures := row.Numerator.IsSet() || row.Denominator.IsSet() || row.Value.IsSet()
	switch {
	case !row.Part.IsSet() && row.Source.Has("part"): // its own mistake is told
	case !of.Target.Measure.Kind.Compound() && row.Part.IsSet():
		return report("result-part-extra", row.Target)
	case !of.Target.Measure.Kind.Compound():
	case parts > 0 && !row.Part.IsSet() && figures:
		return report("result-part-missing", row.Target, parts)
	case row.Part.IsSet() && partNumber(row.Part, parts) == 0:
		return report("result-part-unknown", row.Target, row.Part.Format(), parts)
	}
	return nil
}

// partNumber is a part as a number from 1 to parts, 0 for any other.
func partNumber(part vi.Number, parts int) int {
	for n := 1; n <= parts; n++ {
		if part == vi.IntNumber(int64(n)) {
			return n
		}
	}
	return 0
}

// onePlan reports whether targets are all of one plan, where their id is told
// to be written twice.
func onePlan(owed []*portal.Owed) bool {
	return !slices.ContainsFunc(owed, func(of *portal.Owed) bool { return of.Plan != owed[0].Plan })
}

func plansOf(owed []*portal.Owed) string {
	var plans []string
	for _, of := range owed {
		plans = append(plans, of.Plan.ID)
	}
	return strings.Join(slices.Compact(plans), ", ")
}
