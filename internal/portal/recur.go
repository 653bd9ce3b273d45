package portal

import "thidua/internal/vi"

// PeriodKinds are the periods in which something recurs; once is none.
var PeriodKinds = map[Every]vi.PeriodKind{
	EveryWeek:     vi.Week,
	EveryMonth:    vi.Month,
	EveryQuarter:  vi.Quarter,
	EveryHalfYear: vi.HalfYear,
	EveryYear:     vi.Year,
}

// DayOf is the day by which a period belongs to a longer one: that of a week is
// its Thursday, as in ISO 8601.
func DayOf(p vi.Period) vi.Date {
	if p.Kind() == vi.Week {
		return p.First().AddDays(3)
	}
	return p.First()
}

// Recurrences counts the periods of a kind inside another one, within the time
// from from to to, either of which may be open.
func Recurrences(kind vi.PeriodKind, in vi.Period, from, to vi.Date) (n int64) {
	for p := vi.PeriodOf(in.First(), kind); !p.IsZero() && !p.First().After(in.Last()); p = p.Next() {
		day := DayOf(p)
		if in.Contains(day) && (from.IsZero() || !p.Last().Before(from)) && (to.IsZero() || !day.After(to)) {
			n++
		}
	}
	return n
}

// Whole is what a promise that recurs within the period of the report comes to
// in all of it: three talks in a quarter, of one a month. It is nil where the
// figure is no such sum: a share, a limit for each time, or of another time.
func (s *Standing) Whole() *Measure { return s.whole(s.Target.Measure, s.Verdict) }

// WholeOf is Whole of part n of a compound target.
func (s *Standing) WholeOf(n int) *Measure {
	return s.whole(s.Target.Measure.Part(n), s.Parts[n].Verdict)
}

func (s *Standing) whole(m Measure, v Verdict) *Measure {
	kind, recurs := PeriodKinds[m.Every]
	asks := m.Kind == AtLeast || m.Kind == MoreThan || m.Kind == Equal
	if !recurs || kind <= s.Period.Kind() || !asks || !m.Value.IsSet() || m.Percentage() || m.Each != "" || v.Each != "" ||
		!v.Figure.Given() || v.Figure.Share() || v.Kind != FigureOfPeriod {
		return nil
	}
	from, to := s.Target.Span(s.Plan)
	if !m.By.IsZero() {
		to = m.By
	}
	times := Recurrences(kind, s.Period, from, to)
	if times < 2 {
		return nil
	}
	return &Measure{Kind: m.Kind, Value: m.Value.Times(times), Unit: m.Unit}
}
