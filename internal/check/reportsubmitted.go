package check

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// submissions finds public reports that do not tell the day on which they were
// sent, by which they are judged late or not, or tell one before the time that
// they speak of, or one that has not come yet. That is only a warning: a site
// may be built as of an earlier day. Figures are of a day of the period, and none
// are later than the report; one that is sent before its period is over should
// say which.
func submissions(p *portal.Portal, today vi.Date) (problems []portal.Problem) {
	for _, r := range p.Reports {
		report := func(rule string, args ...any) {
			problems = append(problems, portal.Problem{Pos: r.Source.At("submitted_on"), Rule: rule, Args: args})
		}
		switch {
		case r.AsOf.Before(r.Period.First()), r.AsOf.After(r.Period.Last()):
			problems = append(problems, portal.Problem{Pos: r.Source.At("as_of"), Rule: "report-as-of", Args: []any{r.AsOf.Short(), r.Period.Label()}})
		case r.AsOf.After(r.SubmittedOn):
			problems = append(problems, portal.Problem{Pos: r.Source.At("as_of"), Rule: "report-as-of-sent", Args: []any{r.AsOf.Short(), r.SubmittedOn.Short()}})
		}
		switch {
		case !r.Status.Public():
		case r.SubmittedOn.IsZero():
			if !r.Source.Has("submitted_on") { // else its own mistake is told
				report("report-submitted")
			}
		case !r.SubmittedOn.Full():
			report("report-submitted-day", r.SubmittedOn.String())
		case r.SubmittedOn.Before(r.Period.First()):
			report("report-early", r.SubmittedOn.Short(), r.Period.Label(), r.Period.First().Short())
		case r.Cutoff().IsZero() && len(r.Results) > 0:
			problems = append(problems, portal.Problem{
				Pos: r.Source.At("submitted_on"), Rule: "report-no-as-of", Severity: portal.Warning, Args: []any{r.SubmittedOn.Short(), r.Period.Label(), r.Period.Last().Short()},
			})
		case r.SubmittedOn.After(today):
			problems = append(problems, portal.Problem{
				Pos: r.Source.At("submitted_on"), Rule: "report-future", Severity: portal.Warning, Args: []any{r.SubmittedOn.Short(), today.Short()},
			})
		}
	}
	return problems
}
