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
	Alone  bool // one unit owes it by itself: no group, and nobody with it
}

// PromiseOf is a target of a plan as a promise.
func (p *Portal) PromiseOf(plan *Plan, target *Target) Promise {
	of := Promise{Plan: plan, Target: target}
	if len(target.Owner) == 1 {
		owner := p.Unit(target.Owner[0])
		of.Alone = owner != nil && owner.Kind != Group
	}
	return of
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
			return p.PromiseOf(plan, &plan.Targets[i]), true
		}
	}
	return Promise{}, false
}

// Against tells how a promise stands to the one above it: by its measure as
// Measure.Against does, by whether it is vowed or only hoped for ("phấn đấu"),
// and by its time, as far as the two name one of their own. Where one of them
// is owed by a day, the other is owed by the end of its plan. A sum that others
// owe, 50 models in a whole province, is as much as one's own or not compared.
// What one promises of "every unit", or of 100% of the units, the other of the
// one unit that owes it, is held against it as asked of that unit.
func (p Promise) Against(above Promise) Strictness {
	switch {
	case p.Alone && !p.Target.Measure.ofUnits():
		if m, each := above.Target.Measure.ofOneUnit(); each {
			return p.against(above.with(m))
		}
	case above.Alone && !above.Target.Measure.ofUnits():
		if m, each := p.Target.Measure.ofOneUnit(); each {
			return p.with(m).against(above)
		}
	}
	a, b := p.Target.Measure, above.Target.Measure
	if (a.sum() || b.sum()) && !slices.Equal(p.Target.Owner, above.Target.Owner) {
		if a.By, b.By = (vi.Date{}), (vi.Date{}); a.Against(b) != Same {
			return Incomparable
		}
	}
	return p.against(above)
}

func (p Promise) against(above Promise) Strictness {
	return strictness(p.keeps(above), above.keeps(p))
}

// with is p with another measure.
func (p Promise) with(m Measure) Promise {
	target := *p.Target
	target.Measure = m
	p.Target = &target
	return p
}

// ofUnits reports whether m, or a part of it, is asked of each of several units.
func (m Measure) ofUnits() bool {
	return namesUnits(m.Each) || m.allUnits() || slices.ContainsFunc(m.Parts, Measure.ofUnits)
}

// ofOneUnit is what m asks of one of the units of which it is asked; each is
// false where it is not asked of units. "100% of the units", beside something
// that they do, is that one does it.
func (m Measure) ofOneUnit() (one Measure, each bool) {
	if namesUnits(m.Each) {
		m.Each, each = "", true
	}
	if m.Kind != AllOf {
		return m, each
	}
	var parts []Measure
	for _, part := range m.Parts {
		one, of := part.ofOneUnit()
		each = each || of || part.allUnits()
		if !part.allUnits() {
			parts = append(parts, one)
		}
	}
	switch len(parts) {
	case 0:
		return m, false
	case 1:
		part := m.part(parts[0])
		part.Subject = m.Subject
		return part, each
	}
	m.Parts = parts
	return m, each
}

// allUnits reports whether m asks for all units: a part "Đơn vị thực hiện: 100%".
func (m Measure) allUnits() bool {
	whole := m.Kind == Equal || m.Kind == AtLeast
	return whole && m.InPercent() && m.Value == vi.IntNumber(100) && namesUnits(m.Subject)
}

// namesUnits reports whether words begin with what units are called.
func namesUnits(words string) bool {
	words = strings.ToLower(words) + " "
	for _, name := range []string{"đơn vị", "cơ quan", "địa phương", "xã", "phường", "công an cấp xã", "công an xã", "ubnd", "ủy ban nhân dân"} {
		if rest, begins := strings.CutPrefix(words, name); begins && strings.ContainsRune(" ,;", rune(rest[0])) {
			return true
		}
	}
	return false
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

// Differs tells in what two promises differ that are as strict as each other,
// beside who owes them.
func (p Promise) Differs(o Promise) (differs []Difference) {
	a, b := p.Target, o.Target
	if !strings.EqualFold(strings.Join(strings.Fields(a.Statement), " "), strings.Join(strings.Fields(b.Statement), " ")) {
		differs = append(differs, OtherWords)
	}
	if !slices.Equal(a.Measure.periods(), b.Measure.periods()) {
		differs = append(differs, OtherPeriod)
	}
	from, to := a.Span(p.Plan)
	begins, ends := b.Span(o.Plan)
	if from != begins || cmp.Or(a.Measure.By, to) != cmp.Or(b.Measure.By, ends) {
		differs = append(differs, OtherTime)
	}
	return differs
}

// periods are how often m is owed, and each of its parts, sorted; one of no
// parts has itself alone.
func (m Measure) periods() (all []Every) {
	for _, part := range m.Parts {
		all = append(all, m.part(part).periods()...)
	}
	if len(m.Parts) == 0 {
		all = []Every{m.Every}
	}
	slices.Sort(all)
	return slices.Compact(all)
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
