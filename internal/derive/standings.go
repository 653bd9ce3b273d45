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
		s.Verdict = all.judge(i, of, m, 0)
		return s
	}
	s.Time = now.period
	s.Ends = now.period.Last()
	s.Parts = make([]portal.Part, 0, len(m.Parts))
	for n := range m.Parts {
		whole := m.Part(n)
		part := portal.Part{Measure: &m.Parts[n], Row: now.row(of.Plan, of.Target, n+1), Verdict: all.judge(i, of, &whole, n+1)}
		s.SoFar = s.SoFar || part.SoFar
		if part.Time.IsZero() || !s.Time.IsZero() && shorter(s.Time.Kind(), part.Time.Kind()) {
			s.Time = part.Time
		}
		if part.Ends.IsZero() || part.Ends.After(s.Ends) {
			s.Ends = part.Ends
		}
		s.Parts = append(s.Parts, part)
	}
	s.State = combine(m.Kind, s.Parts)
	return s
}

// judge says where a measure stands by the report of a period. Where there is a
// day to reach, the first report that reaches it decides, and what a later one
// says comes after. Of what was not reported there is no figure, and what was
// before the plan is there to compare with.
func (all filings) judge(i int, of *portal.Owed, m *portal.Measure, part int) portal.Verdict {
	now := all[i]
	w := windowOf(m, of.Target, of.Plan, now.period)
	row := now.row(of.Plan, of.Target, part)
	switch {
	case now.report == nil:
		return portal.Verdict{State: portal.NoData, Time: w.timeIn(now.period), Ends: w.ends}
	case now.period.Last().Before(of.Plan.From):
		v := portal.Verdict{State: portal.Baseline, Time: now.period}
		if row != nil && row.Figure().Given() {
			v.Figure, v.Kind = row.Figure(), portal.FigureOfPeriod
			v.At, v.AsOf, v.Sent = now.period, now.report.Cutoff(), unsaid(now.report)
		}
		return v
	}
	if first := all.decided(i, w, of, m, part); first >= 0 {
		v := all.total(first, w, of, m, part)
		if row != nil && row.Figure().Given() && now.report.UpTo().After(w.ends) {
			v.After = row.Figure()
		}
		return v
	}
	return all.happened(i, w, of, m, part, all.total(i, w, of, m, part))
}

// decided finds the report that decides whether a measure was kept that was to be
// reached by a day, where that is another one than the report i: the first that
// certainly reaches the day, of several that of the shortest period; -1 where
// there is none. What was not known when i came decides nothing in it.
func (all filings) decided(i int, w window, of *portal.Owed, m *portal.Measure, part int) int {
	if !w.lasting || w.ends.IsZero() {
		return -1
	}
	before := func(a, b int) bool {
		x, y := all[a].report.Cutoff(), all[b].report.Cutoff()
		return x.Before(y) || x == y && shorter(all[a].period.Kind(), all[b].period.Kind())
	}
	first := -1
	for n := range all {
		if row := all[n].row(of.Plan, of.Target, part); n == i || row == nil || !row.Figure().Given() || !w.closedBy(all[n].report) {
			continue
		}
		later := byEnd(all[n].period, all[i].period) > 0
		if w.closedBy(all[i].report) {
			later = !before(n, i)
		}
		if later || first >= 0 && !before(n, first) {
			continue
		}
		if state := all.total(n, w, of, m, part).State; state == portal.Met || state == portal.Missed {
			first = n
		}
	}
	return first
}

// happened takes the figure of an earlier report of a part of the time, where a
// later one of all of it denies what must not happen, and had.
func (all filings) happened(i int, w window, of *portal.Owed, m *portal.Measure, part int, v portal.Verdict) portal.Verdict {
	if m.Kind != portal.None || v.State == portal.Missed || v.Figure.Amount().Sign() > 0 {
		return v
	}
	for _, f := range all[:i] {
		row := f.row(of.Plan, of.Target, part)
		if row == nil || row.Figure().Amount().Sign() <= 0 || f.period.First().Before(w.from.First()) || f.period.Last().After(all[i].period.Last()) {
			continue
		}
		v.State, v.Figure, v.SoFar, v.Kind = portal.Missed, row.Figure(), false, portal.FigureEarlier
		v.At, v.AsOf, v.Sent = f.period, f.report.Cutoff(), unsaid(f.report)
	}
	return v
}

// total finds the figure of a measure over its window, as far as the report of a
// period tells, and says where it stands.
func (all filings) total(i int, w window, of *portal.Owed, m *portal.Measure, part int) portal.Verdict {
	now := all[i].period
	first := i
	if w.longer {
		first = 0
	}
	said := all[first:i+1].over(w, now, of, m, part)
	o := observation{
		figure: said.figure, times: w.times, closed: w.closedBy(all[i].report), complete: said.complete, lasting: w.lasting,
		said: said.words, shown: said.evidence,
	}
	if m.Kind == portal.LessThanPrevious {
		o.previous = all[:i].earlier(w, now, said.asOf, of, m, part)
	}
	v := portal.Verdict{
		Figure: o.figure, Previous: o.previous, SoFar: said.soFar, Time: w.timeIn(now), Ends: w.ends, After: said.after, State: judge(m, o),
	}
	if !w.longer {
		v.State, v.Each = all.nearer(i, of, m, part, v.State, o)
	}
	if v.State == portal.NoData && w.longer && !o.closed && !said.answered {
		v.State = portal.NotDue
	}
	if v.Figure.Given() {
		v.At, v.AsOf, v.Sent = said.at, said.asOf, said.sent
		v.Kind = kindOfFigure(w, o.closed, said.at, now)
	}
	return v
}

// unsaid is the day on which a report was sent that does not say up to when it
// counts; zero where it does.
func unsaid(r *portal.Report) (sent vi.Date) {
	if r.Cutoff().IsZero() {
		sent = r.SubmittedOn
	}
	return sent
}

// kindOfFigure says of which time a figure is whose last part was reported at.
func kindOfFigure(w window, closed bool, at, now vi.Period) portal.FigureKind {
	switch {
	case at != now && !w.closes(at):
		return portal.FigureCarried
	case !w.longer:
		return portal.FigureOfPeriod
	case closed:
		return portal.FigureFinal
	}
	return portal.FigureSoFar
}

// A tally is what reports say of a measure over a window.
type tally struct {
	figure   portal.Figure
	complete bool // no period lacks a figure
	soFar    bool // the figure adds up several periods
	answered bool // there are figures, words or evidence
	words    bool
	evidence bool          // that can be looked up
	at       vi.Period     // the last period that the figure is of
	asOf     vi.Date       // the last day that it counts; zero where nobody knows
	sent     vi.Date       // when that was sent, where nobody knows
	after    portal.Figure // what the last period says, where the window was over before
}

// over gathers what the filings say of a measure in a window, as far as the
// period until. Counts are added up, shares part to part and whole to whole; of
// bare percentages there is no sum. Of a stock the last figure counts.
func (all filings) over(w window, until vi.Period, of *portal.Owed, m *portal.Measure, part int) (t tally) {
	n, missing, unknown, stock := 0, false, false, false
	expected := vi.PeriodOf(w.from.First(), until.Kind())
	for _, f := range all {
		switch {
		case f.period.Kind() != until.Kind(), f.period.Last().Before(w.from), f.period.Compare(until) > 0:
			continue
		case f.period.First().After(w.to):
			if row := f.row(of.Plan, of.Target, part); row != nil && f.period == until {
				t.after = row.Figure()
			}
			continue
		case !expected.IsZero() && f.period != expected:
			missing = true // a period before it has no report at all
		}
		expected = f.period.Next()
		row := f.row(of.Plan, of.Target, part)
		if row == nil {
			missing = true
			continue
		}
		t.words = t.words || row.Note != "" || row.Evidence != ""
		t.evidence = t.evidence || portal.Traceable(row.Evidence)
		given := row.Figure()
		if !given.Given() {
			missing = true
			continue
		}
		n++
		t.at, t.asOf, t.sent = f.period, f.report.Cutoff(), unsaid(f.report)
		stock = w.stock(m, given)
		switch bare := m.Percentage() && !(t.figure.Share() && given.Share()); {
		case stock:
			t.figure, missing, unknown = given, false, false
		case n == 1 || t.figure.OfNothing():
			t.figure = given
		case given.OfNothing():
		case m.PerCase() && !given.Share() && !t.figure.Share():
			figure, known := worst(m, t.figure, given)
			t.figure, unknown = figure, unknown || !known
		case bare:
			unknown = true
		case m.Kind == portal.FractionOfRemaining: // the rest is that of the beginning
			t.figure.Numerator = t.figure.Numerator.Add(given.Numerator)
		default:
			t.figure = t.figure.Plus(given)
		}
	}
	if !expected.IsZero() && expected.Compare(until) <= 0 && !expected.First().After(w.to) {
		missing = true
	}
	if unknown {
		t.figure = portal.Figure{}
	}
	t.complete, t.soFar, t.answered = n > 0 && !missing, n > 1 && !stock && !m.PerCase(), n > 0 || t.words
	return t
}

// worst is the worse of two figures of what is measured in each case: the
// longest time of waiting, the fewest points. It is not known where the measure
// does not say which way is worse.
func worst(m *portal.Measure, a, b portal.Figure) (worse portal.Figure, known bool) {
	falls := m.Kind == portal.AtMost || m.Kind == portal.LessThan
	if a.Amount().Compare(b.Amount()) < 0 == falls {
		a = b
	}
	return a, falls || rising(comparison(m))
}

// earlier is the figure of the time that a window is compared with: the same
// period of the year before, or the one before where the measure is owed in
// each. Of a time that was not wholly reported there is none, nor of one that was
// counted up to another day than what is compared with it, which counts to asOf.
func (before filings) earlier(w window, now vi.Period, asOf vi.Date, of *portal.Owed, m *portal.Measure, part int) portal.Figure {
	then := now.Previous()
	if kind := kindOf[m.Every]; kind == 0 || kind == vi.Year {
		then = now.YearBefore()
	}
	last := window{from: then.First(), to: then.Last()}
	if w.longer {
		last = windowOver(w.period.Previous(), now.Kind())
		then = vi.PeriodOf(last.to, now.Kind())
	}
	if t := before.over(last, then, of, m, part); t.complete && sameDay(now, asOf, then, t.asOf) {
		return t.figure
	}
	return portal.Figure{}
}

// sameDay reports whether two periods of one kind were counted up to the same
// day: both to their end, or to one of the same month and day.
func sameDay(now vi.Period, asOf vi.Date, then vi.Period, until vi.Date) bool {
	switch short := asOf.Before(now.Last()); {
	case asOf.IsZero() || until.IsZero() || short != until.Before(then.Last()):
		return false
	case short:
		return asOf.Month == until.Month && asOf.Day == until.Day
	}
	return true
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
	switch {
	case has(portal.Baseline):
		return portal.Baseline
	case has(portal.Nothing) && !has(portal.NotDue):
		return portal.Nothing
	}
	return portal.NotDue
}
