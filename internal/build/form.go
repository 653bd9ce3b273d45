package build

import (
	"context"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/sheet"
	"thidua/internal/skeleton"
)

// Form makes the Excel form of a record with all that is known of it: the
// results of a unit, an exemplar, the units that run a model, the dossiers of a
// programme. The problem says whose form cannot be made; nil: it was.
func (b *Builder) Form(ctx context.Context, record skeleton.Record) ([]byte, *portal.Problem, error) {
	p, _, err := b.loader.Load(ctx)
	if err != nil {
		return nil, nil, err
	}
	form, problem := formOf(p, record)
	if form == nil {
		return nil, problem, nil
	}
	data, err := form.Write()
	return data, nil, err
}

func formOf(p *portal.Portal, record skeleton.Record) (*sheet.Form, *portal.Problem) {
	switch record.Kind.Name {
	case "result":
		if p.Unit(record.Unit) == nil {
			return nil, missing("unknown-unit", record.Unit, p.Units, func(u *portal.Unit) string { return u.ID })
		}
		var rows []portal.Result
		if report := reportOf(p, record.ID); report != nil {
			rows = report.Results
		}
		return sheet.Results(p, record.Unit, record.Period, rows), nil
	case "model":
		if model := p.Model(record.ID); model != nil {
			return sheet.Adoptions(p, model), nil
		}
		return nil, missing("unknown-model", record.ID, p.Models, func(m *portal.Model) string { return m.ID })
	case "recognition":
		for _, programme := range p.Recognitions {
			if programme.ID == record.ID {
				return sheet.Dossiers(p, programme), nil
			}
		}
		return nil, missing("unknown-recognition", record.ID, p.Recognitions, func(r *portal.Recognition) string { return r.ID })
	case "exemplar":
		exemplar := &portal.Exemplar{Record: portal.Record{ID: record.ID}, Title: record.Title}
		for _, known := range p.Exemplars {
			if known.ID == record.ID {
				exemplar = known
			}
		}
		return sheet.Exemplar(p, exemplar), nil
	}
	return nil, &portal.Problem{Rule: "form-none", Args: []any{record.Kind.Name, strings.Join(importKinds, ", ")}}
}

// missing says that there is no record of that id, and which may be meant.
func missing[T any](rule, id string, all []T, idOf func(T) string) *portal.Problem {
	var known []string
	for _, one := range all {
		known = append(known, idOf(one))
	}
	return &portal.Problem{Rule: rule, Args: []any{id, portal.Nearest(id, known)}}
}
