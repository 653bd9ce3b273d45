package portal

import "thidua/internal/vi"

// A Progress is one target of one unit that promised it, over all periods that
// were reported, by itself or by a unit that speaks for it, or should have been.
type Progress struct {
	Plan   *Plan
	Target *Target
	Owner  string
	Cells  []*Standing // in the order of time; none for a period in which it was not owed
	Latest *Standing   // where it stands: see Newer; nil where nothing was reported
}

// At is where the target stood in a period; nil where it was not owed then, or
// nothing was to be reported.
func (p *Progress) At(period vi.Period) *Standing {
	for _, cell := range p.Cells {
		if cell.Period == period {
			return cell
		}
	}
	return nil
}

// Now is the latest standing, or one without data.
func (p *Progress) Now() *Standing {
	if p.Latest != nil {
		return p.Latest
	}
	return &Standing{Plan: p.Plan, Target: p.Target, Owner: p.Owner, Course: p, Verdict: Verdict{State: NoData}}
}

// Missed are the times in which the promise was missed, but for the one in which
// it stands now: a later figure, or that of a longer time, undoes none of them.
// A longer time that was judged by them is not told twice.
func (p *Progress) Missed() (missed []*Standing) {
	for _, cell := range p.Cells {
		if cell.State == Missed && cell.ByEach() == "" && cell != p.Latest && (p.Latest == nil || cell.Time != p.Latest.Time) {
			missed = append(missed, cell)
		}
	}
	return missed
}
