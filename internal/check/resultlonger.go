package check

import (
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// resultsLonger finds counts of what has happened that are less in a report of a
// long time than in those of the times inside it: a year with fewer cases than
// one of its quarters. Only times that the longer report certainly counts are
// held against it; what is measured in each case, or stands at a day, is no sum.
func resultsLonger(p *portal.Portal) (problems []portal.Problem) {
	of := map[string][]*portal.Report{}
	for _, r := range p.Reports {
		if r.Status != portal.Withdrawn {
			of[r.Unit] = append(of[r.Unit], r)
		}
	}
	answerable(p, func(a *answering) {
		inside := within(a.report, of[a.report.Unit])
		for i := 0; len(inside) > 0 && i < len(a.report.Results); i++ {
			row := &a.report.Results[i]
			owed, _ := a.row(row)
			if owed == nil || !happens(owed, row) {
				continue
			}
			if sum, names := told(inside, owed, row); sum.Compare(row.Figure().Amount()) > 0 {
				field := "value"
				if !row.Value.IsSet() {
					field = "numerator"
				}
				problems = append(problems, portal.Problem{
					Pos: row.Source.At(field), Rule: "result-longer",
					Args: []any{rowName(row.Target, row.Part), row.Figure().Amount().Format(), a.report.Period.Label(), sum.Format(), names},
				})
			}
		}
	})
	return problems
}

// within are the reports of shorter times inside that of a report, each kind of
// time by itself, that were over when its figures end.
func within(r *portal.Report, all []*portal.Report) map[vi.PeriodKind][]*portal.Report {
	var inside map[vi.PeriodKind][]*portal.Report
	for _, other := range all {
		kind := other.Period.Kind()
		if kind <= r.Period.Kind() || other.Period.First().Before(r.Period.First()) || other.Period.Last().After(r.UpTo()) {
			continue
		}
		if inside == nil {
			inside = map[vi.PeriodKind][]*portal.Report{}
		}
		inside[kind] = append(inside[kind], other)
	}
	return inside
}

// happens reports whether a row counts what has happened in its time, so that a
// longer time has as many or more.
func happens(of *portal.Owed, row *portal.Result) bool {
	m := of.Target.Measure
	if m.Kind.Compound() {
		n := partNumber(row.Part, len(m.Parts))
		if n == 0 {
			return false
		}
		m = m.Part(n - 1)
	}
	if !row.Figure().Given() || m.Kind == portal.None {
		return row.Figure().Given()
	}
	switch m.Kind {
	case portal.AtMost, portal.LessThan:
		if !m.By.IsZero() || m.Every == portal.Once {
			return false // how things stand
		}
	case portal.AtLeast, portal.MoreThan, portal.Equal, portal.LessThanPrevious:
	default:
		return false
	}
	return !m.Percentage() && !m.PerCase() && !m.Cumulative && m.Each == "" && !row.Figure().Share()
}

// told is the greatest sum that reports of one kind of time tell of a row, and of
// which times; 0 where they tell of nothing.
func told(inside map[vi.PeriodKind][]*portal.Report, of *portal.Owed, row *portal.Result) (most vi.Number, names string) {
	most = vi.IntNumber(0)
	for kind := vi.Year; kind <= vi.Week; kind++ {
		sum, periods := vi.IntNumber(0), []string(nil)
		for _, r := range inside[kind] {
			for i := range r.Results {
				other := &r.Results[i]
				if other.Target != row.Target || other.Part != row.Part || other.Plan != "" && other.Plan != of.Plan.ID || !other.Figure().Amount().IsSet() {
					continue
				}
				sum = sum.Add(other.Figure().Amount())
				if other.Figure().Amount().Sign() > 0 {
					periods = append(periods, r.Period.Label())
				}
				break
			}
		}
		if sum.Compare(most) > 0 {
			most, names = sum, strings.Join(periods, ", ")
		}
	}
	return most, names
}
