package derive

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"thidua/internal/portal"
)

// alike is the least likeness at which two targets are proposed as a pair. It
// is set by the pairs of testdata/ba-nhat.csv, see TestProposedPairs.
const alike = 0.28

// propose finds which targets of two plans speak of the same thing. Each has at
// most one partner; the likest are paired first.
//
// Two targets are as alike as the words they share are rare: the cosine of
// their syllables and pairs of syllables, each weighted by its inverse document
// frequency among the targets of both plans (Spärck Jones 1972), and somewhat
// more where both are judged in the same way.
func propose(one, other *portal.Plan) map[*portal.Target]*portal.Target {
	left, right := profiles(one, other)
	type candidate struct {
		i, j  int
		score float64
	}
	var candidates []candidate
	for i := range left {
		for j := range right {
			if score := left[i].likeness(&right[j]); score >= alike {
				candidates = append(candidates, candidate{i, j, score})
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	partners := make(map[*portal.Target]*portal.Target)
	taken := make([]bool, len(right))
	for _, c := range candidates {
		if partners[left[c.i].target] == nil && !taken[c.j] {
			partners[left[c.i].target] = right[c.j].target
			taken[c.j] = true
		}
	}
	return partners
}

// A profile is what a target is about.
type profile struct {
	target *portal.Target
	terms  []term // in the order of their numbers, of length 1 together
}

type term struct {
	id     int
	weight float64
}

// profiles weighs the words of the targets of two plans.
func profiles(one, other *portal.Plan) (left, right []profile) {
	ids := map[string]int{}
	var inTargets []int // how many have the term
	count := func(plan *portal.Plan) (all []map[int]float64) {
		for i := range plan.Targets {
			terms := map[int]float64{}
			for _, text := range termsOf(&plan.Targets[i]) {
				id, known := ids[text]
				if !known {
					id = len(ids)
					ids[text] = id
					inTargets = append(inTargets, 0)
				}
				if terms[id] == 0 {
					inTargets[id]++
				}
				terms[id]++
			}
			all = append(all, terms)
		}
		return all
	}
	ones, others := count(one), count(other)
	total := float64(len(ones) + len(others))
	weigh := func(plan *portal.Plan, all []map[int]float64) (list []profile) {
		for i, counts := range all {
			p := profile{target: &plan.Targets[i]}
			sum := 0.0
			for id, n := range counts {
				weight := (1 + math.Log(n)) * math.Log(1+total/float64(inTargets[id]))
				p.terms = append(p.terms, term{id, weight})
			}
			slices.SortFunc(p.terms, func(a, b term) int { return cmp.Compare(a.id, b.id) })
			for _, t := range p.terms {
				sum += t.weight * t.weight
			}
			for n := range p.terms {
				p.terms[n].weight /= math.Sqrt(sum)
			}
			list = append(list, p)
		}
		return list
	}
	return weigh(one, ones), weigh(other, others)
}

// termsOf are the syllables of a target's statement and subjects, and the pairs
// of neighbouring ones.
func termsOf(target *portal.Target) (terms []string) {
	texts := []string{target.Statement}
	for _, part := range target.Measure.Parts {
		texts = append(texts, part.Subject)
	}
	for _, text := range texts {
		syllables := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		for i, syllable := range syllables {
			terms = append(terms, syllable)
			if i > 0 {
				terms = append(terms, syllables[i-1]+" "+syllable)
			}
		}
	}
	return terms
}

// likeness is between 0 and 1.
func (p *profile) likeness(o *profile) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(p.terms) && j < len(o.terms); {
		switch a, b := p.terms[i], o.terms[j]; {
		case a.id == b.id:
			sum += a.weight * b.weight
			i++
			j++
		case a.id < b.id:
			i++
		default:
			j++
		}
	}
	if sum > 0 && p.target.Measure.Kind == o.target.Measure.Kind {
		sum += (1 - sum) * sameKind
	}
	return sum
}

// sameKind is how much likelier a pair is of which both are judged in the same
// way.
const sameKind = 0.08
