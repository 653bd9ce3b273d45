package portal

import (
	"cmp"
	"slices"
	"strings"

	"thidua/internal/vi"
)

// A Promise is a target of a plan, as other plans refer to it.
type Promise struct {
	Plan   *Plan
	Target *Target
}

// Promise finds "plan-id#target-id", as Target.Aligns names it.
func (p *Portal) Promise(name string) (Promise, bool) {
	id, target, _ := strings.Cut(name, "#")
	plan := p.Plan(id)
	if plan == nil {
		return Promise{}, false
	}
	for i := range plan.Targets {
		if plan.Targets[i].ID == target {
			return Promise{plan, &plan.Targets[i]}, true
		}
	}
	return Promise{}, false
}

// Against tells how a promise stands to the one above it: by its measure as
// Measure.Against does, by whether it is vowed or only hoped for ("phấn đấu"),
// and by its time, as far as the two name one of their own. Where one of them
// is owed by a day, the other is owed by the end of its plan. A sum that others
// owe, 50 models in a whole province, is as much as one's own or not compared.
func (p Promise) Against(above Promise) Strictness {
	a, b := p.Target.Measure, above.Target.Measure
	if (a.sum() || b.sum()) && !slices.Equal(p.Target.Owner, above.Target.Owner) {
		if a.By, b.By = (vi.Date{}), (vi.Date{}); a.Against(b) != Same {
			return Incomparable
		}
	}
	return strictness(p.keeps(above), above.keeps(p))
}

// PerCase reports whether m is measured in each case rather than counted: points,
// or a limit of time (no more than 30 minutes of waiting). Such figures are never
// added up, neither over periods nor over units; the worst one counts. Of a time
// that is to be reached (8 hours of teaching) the hours add up.
func (m Measure) PerCase() bool {
	unit, _, _ := strings.Cut(strings.ToLower(m.Unit), "/")
	switch strings.TrimSpace(unit) {
	case "điểm":
		return true
	case "giây", "phút", "giờ", "ngày", "ngày làm việc", "tuần", "tháng":
		return !m.Kind.lower()
	}
	return false
}

// sum reports whether m, or a part of it, counts things over the whole of a place
// and time: neither shares, nor what is owed of each case, of each unit or again
// and again.
func (m Measure) sum() bool {
	if slices.ContainsFunc(m.Parts, func(part Measure) bool { return m.part(part).sum() }) {
		return true
	}
	return (m.Kind.lower() || m.Kind.upper()) && !m.InPercent() && !m.PerCase() && m.Each == "" && rank(m.Every) == rank("") && m.plain().Kind != None
}

func (p Promise) keeps(o Promise) bool {
	if p.Target.Aspiration && !o.Target.Aspiration {
		return false
	}
	a, b := p.Target.Measure, o.Target.Measure
	if a.By.IsZero() && b.By.IsZero() {
		return p.holds(o) && keeps(a, b)
	}
	a.By = cmp.Or(a.By, p.Target.To, p.Plan.To)
	b.By = cmp.Or(b.By, o.Target.To, o.Plan.To)
	return keeps(a, b)
}

// holds compares the times of two targets that have both their own: what is to
// be reached is owed no later, and what is to be kept up, for as long.
func (p Promise) holds(o Promise) bool {
	a, b := p.Target, o.Target
	lasting := a.Measure.lasting()
	switch {
	case lasting != b.Measure.lasting():
		return true
	case lasting:
		return (a.To.IsZero() || b.To.IsZero() || a.To.Last().Compare(b.To.Last()) >= 0) &&
			(a.From.IsZero() || b.From.IsZero() || a.From.First().Compare(b.From.First()) <= 0)
	}
	return a.To.IsZero() || b.To.IsZero() || a.To.Last().Compare(b.To.Last()) <= 0
}

// lasting reports whether m is kept over a time rather than reached by its end.
func (m Measure) lasting() bool {
	return m.Kind == None || m.Kind == Retain || m.Every != "" && m.Every != Once
}
