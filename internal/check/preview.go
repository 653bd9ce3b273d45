package check

import (
	"slices"

	"thidua/internal/portal"
)

// Preview judges problems as they are for a build that shows drafts, too. What is
// public names a draft there that can be seen, so that only its publication has
// to wait; and nothing is left out but what was withdrawn.
func Preview(problems []portal.Problem) []portal.Problem {
	var kept []portal.Problem
	for _, p := range problems {
		switch {
		case p.Rule == "refers-unpublished":
			p.Severity = portal.Warning
		case p.Rule == "left-out" && !slices.Contains(p.Args, any(string(portal.Withdrawn))):
			continue
		}
		kept = append(kept, p)
	}
	return kept
}
