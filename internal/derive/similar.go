package derive

import (
	"cmp"
	"iter"
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
func (v *vocabulary) propose(one, other *portal.Plan) map[*portal.Target]*portal.Target {
	left, right := v.profiles(one, other)
	type candidate struct {
		i, j  int
		score float64
	}
	var candidates []candidate
	for i, scores := range v.likeness(left, right) {
		for j, score := range scores {
			if score >= alike {
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

// A vocabulary numbers the terms of plans, and reads each plan once.
type vocabulary struct {
	syllables map[string]int
	pairs     map[[2]int]int // of neighbouring syllables, by their numbers
	counted   map[*portal.Plan][][]count
	inTargets []float64 // by term: how many targets of the two plans at hand have it
	found     [][]term  // by term: in which targets of the one on the right, and how much it weighs there
}

// A count is how often a target has a term.
type count struct{ id, n int }

func newVocabulary() *vocabulary {
	return &vocabulary{syllables: map[string]int{}, pairs: map[[2]int]int{}, counted: map[*portal.Plan][][]count{}}
}

// profiles weighs the words of the targets of two plans.
func (v *vocabulary) profiles(one, other *portal.Plan) (left, right []profile) {
	ones, others := v.counts(one), v.counts(other)
	all := slices.Concat(ones, others)
	for _, counts := range all {
		for _, c := range counts {
			v.inTargets[c.id]++
		}
	}
	weigh := func(plan *portal.Plan, all [][]count, total float64) []profile {
		list := make([]profile, len(all))
		for i, counts := range all {
			terms := make([]term, len(counts))
			sum := 0.0
			for n, c := range counts {
				weight := (1 + math.Log(float64(c.n))) * math.Log(1+total/v.inTargets[c.id])
				terms[n] = term{c.id, weight}
				sum += weight * weight
			}
			for n := range terms {
				terms[n].weight /= math.Sqrt(sum)
			}
			list[i] = profile{&plan.Targets[i], terms}
		}
		return list
	}
	left, right = weigh(one, ones, float64(len(all))), weigh(other, others, float64(len(all)))
	for _, counts := range all {
		for _, c := range counts {
			v.inTargets[c.id] = 0
		}
	}
	return left, right
}

// counts are the terms of every target of a plan, in the order of their numbers.
func (v *vocabulary) counts(plan *portal.Plan) [][]count {
	all, known := v.counted[plan]
	if known {
		return all
	}
	all = make([][]count, len(plan.Targets))
	for i := range plan.Targets {
		terms := v.terms(&plan.Targets[i])
		slices.Sort(terms)
		for _, id := range terms {
			if n := len(all[i]); n > 0 && all[i][n-1].id == id {
				all[i][n-1].n++
				continue
			}
			all[i] = append(all[i], count{id, 1})
		}
	}
	v.counted[plan] = all
	return all
}

// terms are the syllables of a target's statement and subjects, and the pairs of
// neighbouring ones, by their numbers.
func (v *vocabulary) terms(target *portal.Target) (terms []int) {
	texts := []string{target.Statement}
	for _, part := range target.Measure.Parts {
		texts = append(texts, part.Subject)
	}
	for _, text := range texts {
		before := -1
		for syllable := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			id := numbered(v, v.syllables, syllable)
			terms = append(terms, id)
			if before >= 0 {
				terms = append(terms, numbered(v, v.pairs, [2]int{before, id}))
			}
			before = id
		}
	}
	return terms
}

// numbered is the number of a term, which may be a new one.
func numbered[K comparable](v *vocabulary, ids map[K]int, of K) int {
	id, known := ids[of]
	if !known {
		id = len(v.inTargets)
		ids[of] = id
		v.inTargets, v.found = append(v.inTargets, 0), append(v.found, nil)
	}
	return id
}

// likeness runs through the targets on the left, each with how much alike those
// on the right are, between 0 and 1. Only targets that share a term are looked
// at, by an index of the terms on the right.
func (v *vocabulary) likeness(left, right []profile) iter.Seq2[int, []float64] {
	return func(yield func(int, []float64) bool) {
		for j := range right {
			for _, t := range right[j].terms {
				v.found[t.id] = append(v.found[t.id], term{j, t.weight})
			}
		}
		defer func() {
			for j := range right {
				for _, t := range right[j].terms {
					v.found[t.id] = v.found[t.id][:0]
				}
			}
		}()
		scores := make([]float64, len(right))
		for i := range left {
			clear(scores)
			for _, t := range left[i].terms {
				for _, other := range v.found[t.id] {
					scores[other.id] += t.weight * other.weight
				}
			}
			for j := range scores {
				if scores[j] > 0 && left[i].target.Measure.Kind == right[j].target.Measure.Kind {
					scores[j] += (1 - scores[j]) * sameKind
				}
			}
			if !yield(i, scores) {
				return
			}
		}
	}
}

// sameKind is how much likelier a pair is of which both are judged in the same
// way.
const sameKind = 0.08
