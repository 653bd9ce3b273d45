package portal

import "slices"

// CorrectedFigures are the corrections of numbers that the figures of s rest on,
// the newest first: of its own rows and, where its figure adds up or repeats
// what earlier periods reported, of theirs.
func (s *Standing) CorrectedFigures() (all []CorrectedReport) {
	cells := []*Standing{s}
	if s.Course != nil {
		for _, cell := range s.Course.Cells {
			if cell != s && cell.Report != s.Report && s.restsOn(cell) {
				cells = append(cells, cell)
			}
		}
	}
	for _, cell := range cells {
		for _, c := range cell.Corrected {
			if c.Field.IsNumber() {
				all = append(all, CorrectedReport{Report: cell.Report, Plan: s.Plan, Target: s.Target, Correction: c})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b CorrectedReport) int { return b.Correction.Date.Compare(a.Correction.Date) })
	return all
}

// restsOn reports whether a figure of s adds up or repeats that of another
// period.
func (s *Standing) restsOn(cell *Standing) bool {
	rests := func(v Verdict) bool {
		switch {
		case v.Kind == FigureCarried && !v.SoFar:
			return cell.Period == v.At
		case v.SoFar && !cell.Period.Last().After(v.At.Last()):
			return v.Time.IsZero() || v.Time.Contains(cell.Period.First())
		}
		return false
	}
	return rests(s.Verdict) || slices.ContainsFunc(s.Parts, func(part Part) bool { return rests(part.Verdict) })
}
