package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// programmes works out how far each programme of recognition has come.
func programmes(p *portal.Portal, today vi.Date) map[string]*portal.RecognitionFigures {
	all := make(map[string]*portal.RecognitionFigures, len(p.Recognitions))
	for _, r := range p.Recognitions {
		figures := &portal.RecognitionFigures{Paths: paths(p, r, today)}
		for _, year := range years(r, today) {
			figures.Years = append(figures.Years, recognitionYear(p, r, figures.Paths, year, today))
		}
		all[r.ID] = figures
	}
	return all
}

// recognised tells the targets of plans what programmes count towards them, in
// the years in which some step was taken.
func recognised(p *portal.Portal, f *portal.Figures) {
	for _, r := range p.Recognitions {
		for i := range f.Programmes[r.ID].Years {
			year := &f.Programmes[r.ID].Years[i]
			for n := range year.Categories {
				of := &year.Categories[n]
				if of.Goal.Target == nil || len(of.Took) == 0 {
					continue
				}
				figures := f.Plans[of.Goal.Plan.ID]
				if figures.Recognised == nil {
					figures.Recognised = map[string][]portal.CountedYear{}
				}
				id := of.Goal.Target.ID
				figures.Recognised[id] = append(figures.Recognised[id], portal.CountedYear{Programme: r, Year: year.Year, CategoryYear: of})
			}
		}
	}
}

// years are those of which there is a goal or a step.
func years(r *portal.Recognition, today vi.Date) (list []int) {
	for _, goal := range r.Goals {
		list = append(list, goal.Year.Year)
	}
	for i := range r.Dossiers {
		if row := &r.Dossiers[i]; !row.ToCome(today) {
			list = append(list, row.Year.Year)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// paths follows each unit through the steps that it has taken by today.
func paths(p *portal.Portal, r *portal.Recognition, today vi.Date) (list []portal.RecognitionPath) {
	at := map[string]int{}
	for i := range r.Dossiers {
		row := &r.Dossiers[i]
		if row.ToCome(today) {
			continue
		}
		n, known := at[row.Unit]
		if !known {
			n = len(list)
			at[row.Unit] = n
			list = append(list, portal.RecognitionPath{Unit: row.Unit, Category: row.Category})
		}
		list[n].Rows = append(list[n].Rows, row)
	}
	for n := range list {
		path := &list[n]
		path.Rows = portal.InTime(path.Rows)
		path.Since = heldSince(path, vi.Date{})
	}
	name := func(path portal.RecognitionPath) string {
		if unit := p.Unit(path.Unit); unit != nil {
			return unit.Name
		}
		return path.Unit
	}
	vi.SortBy(list, name)
	return list
}

// heldSince is the year since which a unit is recognised, as it was at the end
// of a year; the zero date asks for the last that is known. 0 is not at all.
func heldSince(path *portal.RecognitionPath, end vi.Date) (since int) {
	for _, row := range path.Rows {
		if end.Year != 0 && row.Year.Year > end.Year {
			break
		}
		switch row.Step {
		case portal.Decided:
			since = row.Year.Year
		case portal.Lost:
			since = 0
		}
	}
	return since
}

func invented(p *portal.Portal, unit string) bool {
	u := p.Unit(unit)
	return u != nil && u.Sample
}

func recognitionYear(p *portal.Portal, r *portal.Recognition, paths []portal.RecognitionPath, year int, today vi.Date) portal.RecognitionYear {
	y := portal.RecognitionYear{Year: year}
	for i := range r.Categories {
		category := &r.Categories[i]
		c := portal.CategoryYear{Category: category, Took: map[portal.Step]int{}}
		before, decided := 0, 0
		for n := range paths {
			path := &paths[n]
			if path.Category != category.ID || invented(p, path.Unit) != r.Sample {
				continue // an invented step is never counted among real ones
			}
			if heldSince(path, vi.Date{Year: year}) != 0 {
				c.Held++
			}
			already := heldSince(path, vi.Date{Year: year - 1}) != 0
			if already {
				before++
			}
			var took []portal.Step
			for _, row := range path.Rows {
				if row.Year.Year == year && !slices.Contains(took, row.Step) {
					took = append(took, row.Step)
					c.Took[row.Step]++
					if row.Step == portal.Decided && !already {
						decided++
					}
				}
			}
		}
		for _, goal := range r.Goals {
			if goal.Year.Year == year && goal.Category == category.ID {
				c.Goal, _ = p.Promise(goal.Target)
			}
		}
		if c.Goal.Target != nil {
			c.Standing = ofGoal(c, before, decided, vi.Date{Year: year}, today)
		}
		y.Categories = append(y.Categories, c)
	}
	return y
}

// ofGoal holds against its goal how many a year's decisions have recognised that
// were not already; before is how many were. Without any step there is no figure:
// nobody has reported.
func ofGoal(c portal.CategoryYear, before, newly int, year, today vi.Date) portal.Standing {
	m := &c.Goal.Target.Measure
	s := portal.Standing{Plan: c.Goal.Plan, Target: c.Goal.Target}
	o := observation{times: 1, closed: year.Last().Before(today), complete: true}
	decided := vi.IntNumber(int64(newly))
	total := c.Category.Total
	switch {
	case len(c.Took) == 0:
	case m.Kind == portal.FractionOfRemaining && total.IsSet():
		s.Figure = portal.Figure{Numerator: decided, Denominator: total.Add(vi.IntNumber(-int64(before)))}
	case m.Percentage() && total.IsSet():
		s.Figure = portal.Figure{Numerator: vi.IntNumber(int64(c.Held)), Denominator: total}
		o.lasting = true
	case !m.Percentage():
		s.Figure = portal.Figure{Value: decided}
	}
	o.figure = s.Figure
	s.State = judge(m, o)
	s.Time = vi.PeriodOf(year, vi.Year)
	if s.Figure.Given() {
		s.At, s.AsOf, s.Kind = s.Time, year.Last(), portal.FigureFinal
		if !o.closed {
			s.AsOf, s.Kind = today, portal.FigureSoFar
		}
	}
	if s.State == portal.NoData && year.First().After(today) {
		s.State = portal.NotDue
	}
	return s
}
