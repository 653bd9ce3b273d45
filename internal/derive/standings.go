package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// filings are the reports of one unit, in the order of their periods.
type filings []filing

// A filing is a report with its rows made findable. The report is nil where
// none came for a period in which one was due.
type filing struct {
	period vi.Period
	report *portal.Report
	rows   map[string][]*portal.Result // by target
}

func file(period vi.Period, report *portal.Report) filing {
	f := filing{period: period, report: report}
	if report == nil {
		return f
	}
	rows := make([]*portal.Result, len(report.Results)) // of which each target has a part, in most reports one
	f.rows = make(map[string][]*portal.Result, len(report.Results))
	for i := range report.Results {
		row := &report.Results[i]
		if have := f.rows[row.Target]; have != nil {
			f.rows[row.Target] = append(have, row)
			continue
		}
		rows[i] = row
		f.rows[row.Target] = rows[i : i+1 : i+1]
	}
	return f
}

// row finds what the report says of a target or of one of its parts, counted
// from 1; part 0 is the whole. A row need not name its plan where only one has
// such a target.
func (f filing) row(plan *portal.Plan, target *portal.Target, part int) (found *portal.Result) {
	var n vi.Number
	if part > 0 {
		n = vi.IntNumber(int64(part))
	}
	for _, row := range f.rows[target.ID] {
		switch {
		case row.Part != n:
		case row.Plan == plan.ID:
			found = row
		case row.Plan == "" && (found == nil || found.Plan == ""):
			found = row
		}
	}
	return found
}

func (all filings) standing(i int, of *portal.Owed) portal.Standing {
	now := all[i]
	s := portal.Standing{Plan: of.Plan, Target: of.Target, Owner: of.Owner, Period: now.period, Report: now.report}
	s.Row = now.row(of.Plan, of.Target, 0)
	m := &of.Target.Measure
	if !m.Kind.Compound() {
		s.Figure, s.Previous, s.SoFar, s.State = all.judge(i, of, m, 0)
		return s
	}
	for n := range m.Parts {
		part := portal.Part{Measure: &m.Parts[n], Row: now.row(of.Plan, of.Target, n+1)}
		var soFar bool
		part.Figure, _, soFar, part.State = all.judge(i, of, part.Measure, n+1)
		s.SoFar = s.SoFar || soFar
		s.Parts = append(s.Parts, part)
	}
	s.State = combine(m.Kind, s.Parts)
	return s
}

// judge finds the figure of a measure over its window and says where it stands.
func (all filings) judge(i int, of *portal.Owed, m *portal.Measure, part int) (figure, previous portal.Figure, soFar bool, state portal.TargetState) {
	now := all[i]
	w := windowOf(m, of.Target, of.Plan, now.period)
	o := observation{times: w.times, closed: !w.longer || w.closes(now.period), lasting: w.lasting}
	if row := now.row(of.Plan, of.Target, part); row != nil {
		o.said = row.Note != "" || row.Evidence != ""
		o.shown = row.Evidence != ""
		o.figure = row.Figure()
	}
	o.complete = o.figure.Given()
	if w.longer {
		o.figure, o.complete, soFar = all.over(w, i, of, m, part)
	}
	if m.Kind == portal.LessThanPrevious {
		o.previous = all.earlier(i, of, m, part)
	}
	state = judge(m, o)
	if state == portal.NoData && w.longer && !o.closed && !o.said && m.Kind != portal.LessThanPrevious {
		state = portal.NotDue
	}
	return o.figure, o.previous, soFar, state
}

// over is the figure of a window that is longer than a period, as far as the
// i-th one. Shares of a year and counts are added up. What is counted from the
// beginning, or measures a stock that is to be reached once, is as the last
// report leaves it. It is complete where no period of the window lacks it.
func (all filings) over(w window, i int, of *portal.Owed, m *portal.Measure, part int) (figure portal.Figure, complete, soFar bool) {
	now := all[i]
	stock := m.Cumulative || w.lasting && m.Percentage()
	missing := false
	n := 0
	expected := vi.PeriodOf(w.from.First(), now.period.Kind())
	for _, f := range all[:i+1] {
		if f.period.Kind() != now.period.Kind() || !w.from.IsZero() && f.period.Last().Before(w.from) {
			continue
		}
		if !expected.IsZero() && f.period != expected {
			missing = true // a period before it has no report at all
		}
		expected = f.period.Next()
		row := f.row(of.Plan, of.Target, part)
		if row == nil || !row.Figure().Given() {
			missing = true
			continue
		}
		n++
		switch given := row.Figure(); {
		case n == 1 || stock:
			figure = given
		case m.Kind == portal.FractionOfRemaining: // the rest is that of the beginning
			figure.Numerator = figure.Numerator.Add(given.Numerator)
		default:
			figure = figure.Plus(given)
		}
		if stock {
			missing = false
		}
	}
	return figure, n > 0 && !missing, n > 1 && !stock
}

// earlier is the figure of the time that a measure compares the i-th period
// with: the same period of the year before, or the one before where the measure
// is owed in each.
func (all filings) earlier(i int, of *portal.Owed, m *portal.Measure, part int) portal.Figure {
	now := all[i].period
	then := now.Previous()
	if kind := kindOf[m.Every]; kind == 0 || kind == vi.Year {
		then = now.YearBefore()
	}
	at := slices.IndexFunc(all[:i], func(f filing) bool { return f.period == then })
	if at < 0 {
		return portal.Figure{}
	}
	if row := all[at].row(of.Plan, of.Target, part); row != nil {
		return row.Figure()
	}
	return portal.Figure{}
}

// combine says where a compound target stands by where its parts stand: by the
// first of these states that a part is in. Parts of which nothing occurred, or
// that words alone tell of, do not decide. One that nobody has answered yet
// because its time is not over keeps the whole open.
func combine(kind portal.MeasureKind, parts []portal.Part) portal.TargetState {
	order := []portal.TargetState{portal.Missed, portal.NoData, portal.InProgress, portal.Met, portal.Narrative}
	if kind == portal.AnyOf {
		order = []portal.TargetState{portal.Met, portal.InProgress, portal.NoData, portal.Missed, portal.Narrative}
	}
	has := func(state portal.TargetState) bool {
		return slices.ContainsFunc(parts, func(p portal.Part) bool { return p.State == state })
	}
	open := slices.ContainsFunc(parts, func(p portal.Part) bool { return p.State == portal.NotDue && !p.Figure.Given() })
	for _, state := range order {
		switch {
		case !has(state):
		case open && state != order[0] && state != portal.NoData:
			return portal.InProgress
		default:
			return state
		}
	}
	return portal.NotDue
}
