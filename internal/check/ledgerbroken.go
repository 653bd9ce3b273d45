package check

import "thidua/internal/portal"

// brokenLedgers finds entries of ledgers that are not what was sealed, or not
// where it was: a line altered, lost, moved, or brought from another report.
func brokenLedgers(p *portal.Portal) (problems []portal.Problem) {
	for _, of := range p.Reports {
		for i := range of.Ledger {
			entry := &of.Ledger[i]
			report := func(rule string, args ...any) {
				problems = append(problems, portal.Problem{Pos: entry.Pos, Rule: rule, Args: args})
			}
			switch of.Verify(i) {
			case portal.FaultReport:
				report("ledger-broken-report", entry.Unit+"/"+entry.Period.String(), of.ID)
			case portal.FaultVersion:
				expected := 1
				if i > 0 {
					expected = of.Ledger[i-1].Version + 1
				}
				report("ledger-broken-version", entry.Version, expected)
			case portal.FaultLine:
				report("ledger-broken-line", entry.Version)
			case portal.FaultChain:
				report("ledger-broken-chain", entry.Version, entry.Version-1)
			case portal.FaultDay:
				report("ledger-broken-day", entry.Version, entry.LockedOn.Short())
			}
		}
	}
	return problems
}

// soundLedger reports whether nothing is wrong with the ledger of a report, so
// that what it says of the results counts.
func soundLedger(r *portal.Report) bool {
	for i := range r.Ledger {
		if r.Verify(i) != "" {
			return false
		}
	}
	return true
}
