package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
)

// corrections gathers what was corrected in public reports, the newest first:
// for the whole portal, for the plan, for the unit that reported and for the one
// that promised. A correction of a target that is not public, as that of a plan
// which was withdrawn, is left out.
func corrections(p *portal.Portal, f *portal.Figures) {
	for _, report := range p.Reports {
		standings := f.Reports[report.ID].Standings
		for i := range report.Corrections {
			c := &report.Corrections[i]
			if s := corrected(standings, c); s != nil {
				f.Corrections = append(f.Corrections, portal.CorrectedReport{Report: report, Plan: s.Plan, Target: s.Target, Correction: c})
				s.Corrected = append(s.Corrected, c)
			}
		}
		for i := range standings {
			slices.SortStableFunc(standings[i].Corrected, func(a, b *portal.Correction) int { return b.Date.Compare(a.Date) })
		}
	}
	slices.SortStableFunc(f.Corrections, func(a, b portal.CorrectedReport) int {
		return cmp.Or(b.Correction.Date.Compare(a.Correction.Date), cmp.Compare(a.Report.ID, b.Report.ID))
	})
	for _, c := range f.Corrections {
		of := f.Plans[c.Plan.ID]
		of.Corrections = append(of.Corrections, c)
		named := portal.IDs{c.Report.Unit}
		if s := corrected(f.Reports[c.Report.ID].Standings, c.Correction); s != nil && s.Owner != c.Report.Unit {
			named = append(named, s.Owner)
		}
		for _, id := range named {
			if figures := f.Units[id]; figures != nil {
				figures.Corrections = append(figures.Corrections, c)
			}
		}
	}
}

// corrected is the standing whose row a correction changed, nil where there is
// none: of several targets of one id that of the plan named, or else the one
// with a row.
func corrected(standings []portal.Standing, c *portal.Correction) (found *portal.Standing) {
	for i := range standings {
		s := &standings[i]
		if s.Target.ID != c.Target || c.Plan != "" && s.Plan.ID != c.Plan {
			continue
		}
		if found == nil || !reports(found) && reports(s) {
			found = s
		}
	}
	return found
}

// reports reports whether a report has a row of the target.
func reports(s *portal.Standing) bool {
	return s.Row != nil || slices.ContainsFunc(s.Parts, func(part portal.Part) bool { return part.Row != nil })
}
