package derive

import (
	"slices"

	"thidua/internal/portal"
)

// stories gathers exemplars by field, by unit and by the issues that name them,
// and looks at the column.
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
	f.Column = column(p, f.Today)
}
