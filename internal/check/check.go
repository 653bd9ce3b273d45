// Package check holds the rules that look across the records of a portal, and
// the words, Vietnamese and English, of every problem found on the way from a
// file to a page.
package check

import (
	"slices"
	"sync"

	"thidua/internal/portal"
)

// rules are all rules across records. Each gets the whole portal, finds every
// breach and stops at none; each has a file of its own. They run at once.
var rules = []func(*portal.Portal) []portal.Problem{
	duplicateIDs,
	reservedIDs,
	unitIDs,
	unknownReferences,
	circles,
	samples,
	foldersAgree,
	approvals,
	leftOut,
	measures,
	deadlineForms,
	timeSpans,
	numbering,
	blanksLeft,
	weakerThanParent,
	validity,
	documentsIncomplete,
	planTexts,
}

// Run finds all that is wrong across the records of p. A rule that panics does
// so here, where the caller can recover, and not in a goroutine.
func Run(p *portal.Portal) []portal.Problem {
	found := make([][]portal.Problem, len(rules))
	broken := make([]any, len(rules))
	var all sync.WaitGroup
	for i, rule := range rules {
		all.Go(func() {
			defer func() { broken[i] = recover() }()
			found[i] = rule(p)
		})
	}
	all.Wait()
	for _, trouble := range broken {
		if trouble != nil {
			panic(trouble)
		}
	}
	return slices.Concat(found...)
}
