package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// stories gathers exemplars by field, by unit and by the issues that name them,
// and the months of the column.
func stories(p *portal.Portal, places *portal.Places, f *portal.Figures) {
	f.Fields = make(map[string]*portal.FieldFigures, len(p.Fields))
	for _, field := range p.Fields {
		f.Fields[field.ID] = new(portal.FieldFigures)
	}
	f.Exemplars = make(map[string]*portal.ExemplarFigures, len(p.Exemplars))
	for _, exemplar := range p.Exemplars {
		f.Exemplars[exemplar.ID] = new(portal.ExemplarFigures)
		for i, id := range exemplar.Fields {
			if of := f.Fields[id]; of != nil && !slices.Contains(exemplar.Fields[:i], id) {
				of.Exemplars = append(of.Exemplars, exemplar)
			}
		}
		if unit := p.Unit(exemplar.Unit); unit != nil {
			for _, voice := range places.Voices(unit) {
				f.Units[voice.ID].Exemplars = append(f.Units[voice.ID].Exemplars, exemplar)
			}
		}
	}
	for _, model := range p.Models {
		for i, id := range model.Fields {
			if of := f.Fields[id]; of != nil && !slices.Contains(model.Fields[:i], id) {
				of.Models = append(of.Models, model)
			}
		}
	}
	for _, issue := range p.Columns {
		for i, id := range issue.Exemplars {
			if of := f.Exemplars[id]; of != nil && !slices.Contains(issue.Exemplars[:i], id) {
				of.Issues = append(of.Issues, issue)
			}
		}
	}
	f.Months = months(p.Columns, f.Today)
}

// months lists the months of the column, the last first: from the first issue
// to the month before today, and today's where its issue has come.
func months(issues []*portal.Column, today vi.Date) (list []portal.ColumnMonth) {
	byMonth := map[vi.Period]*portal.Column{}
	var first, last vi.Period
	for _, issue := range issues {
		month := issue.Month()
		if month.Kind() != vi.Month {
			continue // load has refused the name of its folder
		}
		byMonth[month] = issue
		if first.IsZero() || month.Compare(first) < 0 {
			first = month
		}
		if month.Compare(last) > 0 {
			last = month
		}
	}
	if before := vi.PeriodOf(today, vi.Month).Previous(); last.Compare(before) < 0 {
		last = before
	}
	for month := last; !first.IsZero() && month.Compare(first) >= 0; month = month.Previous() {
		list = append(list, portal.ColumnMonth{Month: month, Issue: byMonth[month]})
	}
	return list
}
