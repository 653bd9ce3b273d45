package derive

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// A window is the time over which a measure is judged when a period is
// reported: the period itself, a longer one that holds it, or the whole time of
// the target.
type window struct {
	from, to vi.Date // to may be zero: nobody knows the end
	times    int64   // how often the measure recurs in a period that is longer than its own
	longer   bool    // than the period
	lasting  bool    // to be reached once
}

// windowOf finds the window of a measure. A measure that does not say how often
// it is owed is judged in every period that is reported, but a number of things
// to do (three clubs, two talks) over the whole time of its target.
func windowOf(m *portal.Measure, target *portal.Target, plan *portal.Plan, period vi.Period) window {
	from, to := target.Span(plan)
	if !m.By.IsZero() {
		to = m.By
	}
	w := window{from: period.First(), to: period.Last(), times: 1}
	kind, recurs := kindOf[m.Every]
	switch {
	case m.Every == portal.Once, !m.By.IsZero() && !recurs, m.Cumulative && !recurs, !recurs && countsOnce(m):
		return window{from: from, to: to, times: 1, longer: true, lasting: true}
	case !recurs || kind == period.Kind():
	case shorter(kind, period.Kind()):
		w.times = recurrences(kind, period, from, to)
	default:
		if around := vi.PeriodOf(period.Last(), kind); !around.IsZero() {
			w = window{from: around.First(), to: around.Last(), times: 1, longer: true}
		}
	}
	return w
}

// countsOnce reports whether a measure without a period asks for a number of
// things.
func countsOnce(m *portal.Measure) bool {
	switch m.Kind {
	case portal.AtLeast, portal.MoreThan, portal.Equal:
		return !m.Percentage()
	}
	return false
}

func shorter(a, b vi.PeriodKind) bool { return a > b }

// recurrences counts the periods of a kind inside another one, within the time
// from from to to. A week belongs where its Thursday is, as in ISO 8601.
func recurrences(kind vi.PeriodKind, in vi.Period, from, to vi.Date) (n int64) {
	for p := vi.PeriodOf(in.First(), kind); !p.IsZero() && !p.First().After(in.Last()); p = p.Next() {
		day := p.First()
		if kind == vi.Week {
			day = day.AddDays(3)
		}
		if in.Contains(day) && (from.IsZero() || !p.Last().Before(from)) && (to.IsZero() || !day.After(to)) {
			n++
		}
	}
	return n
}

// closes reports whether a window is over when a period is.
func (w window) closes(period vi.Period) bool {
	return !w.to.IsZero() && !w.to.Last().After(period.Last())
}
