package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
)

// proposedAtMost is how many plans that stand alone are held against one and the
// same plan beside them, each on a page of its own: enough to see how they
// differ. The plan of a province, which stands beside those of all its communes,
// would otherwise have a page for each of them.
const proposedAtMost = 8

// alignments holds every plan against those that it carries out, as far as they
// are held, and one that stands alone against the first beside it; of those that
// have the same one beside them, the first few.
func alignments(p *portal.Portal, owners *portal.Owners, f *portal.Figures) {
	add := func(a *portal.Alignment) {
		f.Alignments = append(f.Alignments, a)
		for _, plan := range []*portal.Plan{a.Above, a.Below} {
			f.Plans[plan.ID].Alignments = append(f.Plans[plan.ID].Alignments, a)
		}
	}
	for _, plan := range p.Plans {
		for _, citation := range f.Plans[plan.ID].Above {
			if above := p.Plan(citation.ID); above != nil && above != plan {
				add(align(p, owners, above, plan, f.Plans[plan.ID].Place))
			}
		}
	}
	words := newVocabulary()
	proposed := map[*portal.Plan]int{}
	for _, plan := range p.Plans {
		figures := f.Plans[plan.ID]
		if len(figures.Alignments) > 0 || len(figures.Beside) == 0 || figures.Beside[0].Sample != plan.Sample || proposed[figures.Beside[0]] == proposedAtMost {
			continue
		}
		proposed[figures.Beside[0]]++
		proposed[plan]++
		one, other := figures.Beside[0], plan
		if place := figures.Place; place != nil && place.Kind == portal.Province && f.Plans[one.ID].Place != place {
			one, other = other, one // the province's on the side of those above
		}
		add(compare(p, words, one, other))
	}
	slices.SortFunc(f.Alignments, func(a, b *portal.Alignment) int {
		return cmp.Or(cmp.Compare(a.Below.ID, b.Below.ID), cmp.Compare(a.Above.ID, b.Above.ID))
	})
}

// align holds a plan against one that it carries out, by what its targets say
// that they align with. What the one above asks of others than the place whose
// plan it is, nobody there has dropped.
func align(p *portal.Portal, owners *portal.Owners, above, below *portal.Plan, place *portal.Unit) *portal.Alignment {
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
			of := pair(p, above, target, below, answer)
			if of.Change == portal.Kept && !sameOwners(owners, target, answer) {
				of.Differs = append(of.Differs, portal.OtherOwner)
			}
			a.Pairs = append(a.Pairs, of)
		}
		if len(answers[target]) == 0 {
			change := portal.Dropped
			if place != nil && !binds(p, owners, target, place) {
				change = portal.Elsewhere
			}
			a.Pairs = append(a.Pairs, portal.AlignedPair{Above: target, Change: change})
		}
	}
	for _, target := range added {
		a.Pairs = append(a.Pairs, portal.AlignedPair{Below: target, Change: portal.Added})
	}
	return a
}

// binds reports whether a target may bind a place: it names nobody, or the place,
// a body of it, or a group of which one of these is a member, or may be. What
// the units of another place owe does not.
func binds(p *portal.Portal, owners *portal.Owners, target *portal.Target, place *portal.Unit) bool {
	parts := owners.Parts(place.ID)
	above := p.Ancestors(place)
	for _, id := range target.Owner {
		owner := p.Unit(id)
		switch {
		case owner == nil, slices.ContainsFunc(parts, func(part string) bool { return owners.Owes(part, id) }):
			return true
		case owner.Kind == portal.Group && (len(owner.Members) == 0 || owner.MoreMembers) && (owner.Parent == "" || slices.Contains(above, p.Unit(owner.Parent))):
			return true // of whom nobody is known, or not all
		}
	}
	return len(target.Owner) == 0
}

// compare holds two plans of one movement against one another, neither of which
// is above the other. Which targets belong together is proposed by their words.
func compare(p *portal.Portal, words *vocabulary, one, other *portal.Plan) *portal.Alignment {
	a := &portal.Alignment{Above: one, Below: other, Proposed: true}
	partners := words.propose(one, other)
	paired := make(map[*portal.Target]bool, len(partners))
	for i := range one.Targets {
		target := &one.Targets[i]
		if partner := partners[target]; partner != nil {
			paired[partner] = true
			a.Pairs = append(a.Pairs, pair(p, one, target, other, partner))
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

// sameOwners reports whether everybody who owes a target below owes the one
// above as well, or is a member of a group that does.
func sameOwners(owners *portal.Owners, above, below *portal.Target) bool {
	return !slices.ContainsFunc(below.Owner, func(unit string) bool {
		return !slices.ContainsFunc(above.Owner, func(owner string) bool { return owners.Owes(unit, owner) })
	})
}

// pair says what became of a target in another plan, and of one that is kept, in
// what it differs all the same.
func pair(p *portal.Portal, above *portal.Plan, target *portal.Target, below *portal.Plan, answer *portal.Target) portal.AlignedPair {
	one, other := p.PromiseOf(above, target), p.PromiseOf(below, answer)
	of := portal.AlignedPair{Above: target, Below: answer, Change: portal.Altered}
	switch other.Against(one) {
	case portal.Same:
		of.Change, of.Differs = portal.Kept, other.Differs(one)
	case portal.Tighter:
		of.Change = portal.Tightened
	case portal.Looser:
		of.Change = portal.Loosened
	}
	return of
}
