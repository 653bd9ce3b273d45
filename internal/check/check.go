// Package check holds the rules that look across the records of a portal, and
// the words, Vietnamese and English, of every problem found on the way from a
// file to a page.
package check

import "thidua/internal/portal"

// rules are all rules across records. Each gets the whole portal, finds every
// breach and stops at none; each has a file of its own.
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
}

// Run finds all that is wrong across the records of p.
func Run(p *portal.Portal) []portal.Problem {
	var problems []portal.Problem
	for _, rule := range rules {
		problems = append(problems, rule(p)...)
	}
	return problems
}
