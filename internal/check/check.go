// Package check holds the rules that look across the records of a portal, and
// the words, Vietnamese and English, of every problem found on the way from a
// file to a page.
package check

import (
	"slices"
	"sync"

	"thidua/internal/portal"
	"thidua/internal/vi"
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
	decreeFields,
	wordings,
	members,
	resultTargets,
	resultNumbers,
	resultsLonger,
	answers,
	brokenLedgers,
	lockedChanged,
	corrections,
	hiddenPlaces,
}

// onTheDay are the rules that depend on the day: what was in order yesterday
// may not be today.
var onTheDay = []func(*portal.Portal, vi.Date) []portal.Problem{
	consents,
	awards,
	submissions,
	dossiers,
	approvedLater,
}

// Run finds all that is wrong across the records of p, as seen on a day. A rule
// that panics does so here, where the caller can recover, and not in a
// goroutine.
func Run(p *portal.Portal, today vi.Date) []portal.Problem {
	found := make([][]portal.Problem, len(rules)+len(onTheDay))
	broken := make([]any, len(found))
	var all sync.WaitGroup
	run := func(i int, rule func() []portal.Problem) {
		all.Go(func() {
			defer func() { broken[i] = recover() }()
			found[i] = rule()
		})
	}
	for i, rule := range rules {
		run(i, func() []portal.Problem { return rule(p) })
	}
	for i, rule := range onTheDay {
		run(len(rules)+i, func() []portal.Problem { return rule(p, today) })
	}
	all.Wait()
	for _, trouble := range broken {
		if trouble != nil {
			panic(trouble)
		}
	}
	return slices.Concat(found...)
}
