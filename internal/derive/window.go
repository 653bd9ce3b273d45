package derive

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// A window is the time over which a measure is judged when a period is
// reported: the period itself, a longer one that holds it, or the whole time of
// the target.
type window struct {
	from, to vi.Date   // to may be zero: nobody knows the end
	period   vi.Period // that it is; zero for the time of a target
	times    int64     // how often the measure recurs in a period that is longer than its own
	longer   bool      // than the period reported
	lasting  bool      // to be reached once
	ends     vi.Date   // its last day on which the target holds; zero where nobody knows
}

// windowOf finds the window of a measure. A measure that does not say how often
// it is owed is judged in every period that is reported, but a number of things
// to do (three clubs, two talks) over the whole time of its target.
func windowOf(m *portal.Measure, target *portal.Target, plan *portal.Plan, period vi.Period) window {
	w := windowIn(m, target, plan, period)
	_, to := target.Span(plan)
	if w.ends = w.to.Last(); to.Last().Before(w.ends) {
		w.ends = to.Last()
	}
	return w
}

// windowIn is the window as the measure alone sets it, whenever the target ends.
func windowIn(m *portal.Measure, target *portal.Target, plan *portal.Plan, period vi.Period) window {
	from, to := target.Span(plan)
	if !m.By.IsZero() {
		to = m.By
	}
	w := window{from: period.First(), to: period.Last(), times: 1}
	kind, recurs := kindOf[m.Every]
	switch {
	case !recurs && m.Kind != portal.LessThanPrevious && (m.Every == portal.Once || !m.By.IsZero() || m.Cumulative || countsOnce(m)):
		return window{from: from, to: to, times: 1, longer: true, lasting: true}
	case !recurs || kind == period.Kind():
	case shorter(kind, period.Kind()):
		if !m.PerCase() {
			w.times = portal.Recurrences(kind, period, from, to)
		}
	default:
		if around := vi.PeriodOf(portal.DayOf(period), kind); !around.IsZero() {
			w = windowOver(around, period.Kind())
		}
	}
	return w
}

// windowOver is the window of a period that is reported in shorter ones.
func windowOver(long vi.Period, kind vi.PeriodKind) window {
	first, last := vi.PeriodOf(long.First(), kind), vi.PeriodOf(long.Last(), kind)
	if !long.Contains(portal.DayOf(first)) {
		first = first.Next()
	}
	if !long.Contains(portal.DayOf(last)) {
		last = last.Previous()
	}
	return window{from: first.First(), to: last.Last(), period: long, times: 1, longer: true}
}

// stock reports whether a figure says how things stand at the end of its period,
// so that the last one counts and none are added up: what is counted from the
// beginning; how many of several have kept a promise so far; of what is to be
// reached by a day, a share, or what is left of something that should fall.
func (w window) stock(m *portal.Measure, f portal.Figure) bool {
	falls := m.Kind == portal.AtMost || m.Kind == portal.LessThan
	return m.Cumulative || m.Each != "" && f.Share() || w.lasting && (f.Share() || m.Percentage() || falls)
}

// countsOnce reports whether a measure without a period asks for a number of
// things.
func countsOnce(m *portal.Measure) bool {
	switch m.Kind {
	case portal.AtLeast, portal.MoreThan, portal.Equal:
		return !m.Percentage() && !m.PerCase()
	}
	return false
}

func shorter(a, b vi.PeriodKind) bool { return a > b }

// closes reports whether a window is over when a period is, whatever its report
// counts.
func (w window) closes(period vi.Period) bool {
	return !w.to.IsZero() && !w.to.Last().After(period.Last())
}

// closedBy reports whether the figures of a report certainly reach the end of the
// window.
func (w window) closedBy(r *portal.Report) bool {
	return r != nil && !w.ends.IsZero() && !r.Cutoff().IsZero() && !r.Cutoff().Before(w.ends)
}

// timeIn is the time that is judged in a period: that itself, or the longer one of
// the window; zero for the time of a target.
func (w window) timeIn(period vi.Period) vi.Period {
	if w.longer {
		return w.period
	}
	return period
}
