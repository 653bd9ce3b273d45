package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// together adds up what the units report that answer for one target: the members
// of a group, and those whose own plans carry it out. Who did not answer for the
// target itself counts by what his own plan aligns with it.
func together(p *portal.Portal, f *portal.Figures) {
	below := map[*portal.Target][]portal.Promise{}
	for _, plan := range p.Plans {
		for i := range plan.Targets {
			target := &plan.Targets[i]
			for n, name := range target.Aligns {
				if of, held := p.Promise(name); held && !slices.Contains(target.Aligns[:n], name) {
					below[of.Target] = append(below[of.Target], portal.Promise{Plan: plan, Target: target})
				}
			}
		}
	}
	for _, plan := range p.Plans {
		figures := f.Plans[plan.ID]
		for i := range plan.Targets {
			target := &plan.Targets[i]
			answers := answersFor(p, f, plan, target, below[target])
			if sum := addUp(&target.Measure, answers); sum != nil {
				sum.Plan, sum.Target, sum.Below = plan, target, !ofGroup(p, target)
				if figures.Together == nil {
					figures.Together = map[string]*portal.Together{}
				}
				figures.Together[target.ID] = sum
			}
		}
	}
	for _, unit := range p.Units {
		figures := f.Units[unit.ID]
		for _, plan := range figures.Plans {
			for i := range plan.Targets {
				if sum := f.Plans[plan.ID].Together[plan.Targets[i].ID]; sum != nil {
					figures.Together = append(figures.Together, sum)
				}
			}
		}
	}
}

// An answering unit is one of several that answer for a target, with what came
// of it there; nil where it has told nothing.
type answering struct {
	unit     string
	progress *portal.Progress
}

// answersFor finds who answers for a target, in the order in which the plans
// name them.
func answersFor(p *portal.Portal, f *portal.Figures, plan *portal.Plan, target *portal.Target, below []portal.Promise) (all []answering) {
	at := map[string]int{}
	take := func(of portal.Promise) {
		told := map[string]*portal.Progress{}
		for _, progress := range f.Plans[of.Plan.ID].Progress[of.Target.ID] {
			if tells(progress.Latest) {
				told[progress.Owner] = progress
			}
		}
		for _, unit := range owing(p, of.Target.Owner) {
			n, known := at[unit.ID]
			if !known {
				n = len(all)
				at[unit.ID] = n
				all = append(all, answering{unit: unit.ID})
			}
			if all[n].progress == nil {
				all[n].progress = told[unit.ID]
			}
		}
	}
	if ofGroup(p, target) {
		take(portal.Promise{Plan: plan, Target: target})
	}
	for _, of := range below {
		if of.Target.Measure.Alike(target.Measure) {
			take(of)
		}
	}
	return all
}

// ofGroup reports whether a target is owed by a group of which all members are
// known: of how many a sum speaks could not be said of others.
func ofGroup(p *portal.Portal, target *portal.Target) bool {
	return slices.ContainsFunc(target.Owner, func(id string) bool {
		owner := p.Unit(id)
		return owner != nil && len(owner.Members) > 0 && !owner.MoreMembers
	})
}

// tells reports whether a standing says anything of its target that was reported
// in its period, or that nothing can change any more since its day is over; one
// of several conditions says so by any of them.
func tells(s *portal.Standing) bool {
	if s == nil {
		return false
	}
	if len(s.Parts) > 0 {
		return slices.ContainsFunc(s.Parts, func(part portal.Part) bool { return speaks(s, part.Verdict) })
	}
	return speaks(s, s.Verdict)
}

// speaks says the same of one verdict of a standing.
func speaks(s *portal.Standing, v portal.Verdict) bool {
	if v.State == portal.NoData && !(v.Expired && v.Figure.Given()) || v.State == portal.NotDue && !v.Figure.Given() {
		return false
	}
	settled := v.Kind == portal.FigureFinal && v.Time.IsZero()
	return settled || s.Report != nil && v.Kind != portal.FigureCarried
}

// addUp adds up the answers in the last of the periods that most of them have
// come to, and of several conditions those of each by itself; nil where there
// are not several who answer, or nobody has told anything.
func addUp(of *portal.Measure, answers []answering) *portal.Together {
	at := map[vi.Period]int{}
	var period vi.Period
	for _, a := range answers {
		if a.progress != nil {
			at[a.progress.Latest.Period]++
		}
	}
	for one, n := range at {
		if n > at[period] || n == at[period] && byEnd(one, period) > 0 {
			period = one
		}
	}
	if len(answers) < 2 || period.IsZero() {
		return nil
	}
	sum := &portal.Together{Period: period, Units: len(answers), Parts: make([]portal.PartSum, len(of.Parts))}
	for n := range of.Parts {
		sum.Parts[n].Measure = &of.Parts[n]
	}
	allSettled := true
	for _, a := range answers {
		cell := a.in(period)
		if cell == nil {
			sum.Absent = append(sum.Absent, a.absent())
			continue
		}
		allSettled = allSettled && settled(cell)
		if cell.AsOf.After(sum.Day) || sum.Day.IsZero() {
			sum.Day = cell.AsOf
		}
		m := cell.Target.Measure
		sum.Told++
		sum.Count.Add(cell)
		sum.Add(m, cell.Figure)
		for n := range of.Parts {
			if at := m.PartLike(*of, n); at >= 0 && speaks(cell, cell.Parts[at].Verdict) {
				sum.Parts[n].Add(m.Part(at), cell.Parts[at].Figure)
			}
		}
	}
	if !allSettled {
		sum.Day = vi.Date{}
	}
	slices.SortStableFunc(sum.Absent, func(a, b portal.Absent) int { return cmp.Compare(concern(a), concern(b)) })
	sum.Absent = sum.Absent[:min(len(sum.Absent), namedAbsent)]
	return sum
}

// namedAbsent is how many of those absent are named beside a sum.
const namedAbsent = 3

// concern orders those absent: who missed the target first, who told nothing last.
func concern(a portal.Absent) int {
	switch {
	case a.Last == nil:
		return 2
	case a.Last.State == portal.Missed:
		return 0
	}
	return 1
}

// in is what a unit tells in a period, or has told for good before; nil where it
// tells nothing.
func (a answering) in(period vi.Period) *portal.Standing {
	if a.progress == nil {
		return nil
	}
	if cell := a.progress.At(period); tells(cell) {
		return cell
	}
	if latest := a.progress.Latest; settled(latest) && byEnd(latest.Period, period) < 0 {
		return latest
	}
	return nil
}

func (a answering) absent() portal.Absent {
	of := portal.Absent{Unit: a.unit}
	if a.progress != nil {
		of.Last = a.progress.Latest
	}
	return of
}

// settled reports whether nothing can change what a standing says any more: it
// has a figure for a day that is over. Of several conditions each has to.
func settled(s *portal.Standing) bool {
	done := func(v portal.Verdict) bool {
		return v.State != portal.NoData && v.Kind == portal.FigureFinal && v.Time.IsZero()
	}
	if len(s.Parts) > 0 {
		return !slices.ContainsFunc(s.Parts, func(part portal.Part) bool { return !done(part.Verdict) })
	}
	return done(s.Verdict)
}
