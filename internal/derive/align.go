package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
)

// alignments holds every plan against those that it carries out, as far as they
// are held, and one that stands alone against the first beside it.
func alignments(p *portal.Portal, f *portal.Figures) {
	add := func(a *portal.Alignment) {
		f.Alignments = append(f.Alignments, a)
		for _, plan := range []*portal.Plan{a.Above, a.Below} {
			f.Plans[plan.ID].Alignments = append(f.Plans[plan.ID].Alignments, a)
		}
	}
	for _, plan := range p.Plans {
		for _, citation := range f.Plans[plan.ID].Above {
			if above := p.Plan(citation.ID); above != nil && above != plan {
				add(align(p, above, plan))
			}
		}
	}
	words := newVocabulary()
	for _, plan := range p.Plans {
		figures := f.Plans[plan.ID]
		if len(figures.Alignments) > 0 || len(figures.Beside) == 0 || figures.Beside[0].Sample != plan.Sample {
			continue
		}
		one, other := figures.Beside[0], plan
		if place := figures.Place; place != nil && place.Kind == portal.Province && f.Plans[one.ID].Place != place {
			one, other = other, one // the province's on the side of those above
		}
		add(compare(words, one, other))
	}
	slices.SortFunc(f.Alignments, func(a, b *portal.Alignment) int {
		return cmp.Or(cmp.Compare(a.Below.ID, b.Below.ID), cmp.Compare(a.Above.ID, b.Above.ID))
	})
}

// align holds a plan against one that it carries out, by what its targets say
// that they align with.
func align(p *portal.Portal, above, below *portal.Plan) *portal.Alignment {
	a := &portal.Alignment{Above: above, Below: below}
	answers := map[*portal.Target][]*portal.Target{}
	var added []*portal.Target
	for i := range below.Targets {
		target := &below.Targets[i]
		aligned := false
		for n, name := range target.Aligns {
			if of, held := p.Promise(name); held && of.Plan == above && !slices.Contains(target.Aligns[:n], name) {
				answers[of.Target] = append(answers[of.Target], target)
				aligned = true
			}
		}
		if !aligned {
			added = append(added, target)
		}
	}
	for i := range above.Targets {
		target := &above.Targets[i]
		for _, answer := range answers[target] {
			a.Pairs = append(a.Pairs, pair(above, target, below, answer))
		}
		if len(answers[target]) == 0 {
			a.Pairs = append(a.Pairs, portal.AlignedPair{Above: target, Change: portal.Dropped})
		}
	}
	for _, target := range added {
		a.Pairs = append(a.Pairs, portal.AlignedPair{Below: target, Change: portal.Added})
	}
	return a
}

// compare holds two plans of one movement against one another, neither of which
// is above the other. Which targets belong together is proposed by their words.
func compare(words *vocabulary, one, other *portal.Plan) *portal.Alignment {
	a := &portal.Alignment{Above: one, Below: other, Proposed: true}
	partners := words.propose(one, other)
	paired := make(map[*portal.Target]bool, len(partners))
	for i := range one.Targets {
		target := &one.Targets[i]
		if partner := partners[target]; partner != nil {
			paired[partner] = true
			a.Pairs = append(a.Pairs, pair(one, target, other, partner))
			continue
		}
		a.Pairs = append(a.Pairs, portal.AlignedPair{Above: target, Change: portal.Dropped})
	}
	for i := range other.Targets {
		if target := &other.Targets[i]; !paired[target] {
			a.Pairs = append(a.Pairs, portal.AlignedPair{Below: target, Change: portal.Added})
		}
	}
	return a
}

// pair says what became of a target in another plan.
func pair(above *portal.Plan, target *portal.Target, below *portal.Plan, answer *portal.Target) portal.AlignedPair {
	change := portal.Altered
	switch (portal.Promise{Plan: below, Target: answer}).Against(portal.Promise{Plan: above, Target: target}) {
	case portal.Same:
		change = portal.Kept
	case portal.Tighter:
		change = portal.Tightened
	case portal.Looser:
		change = portal.Loosened
	}
	return portal.AlignedPair{Above: target, Below: answer, Change: change}
}
