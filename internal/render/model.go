package render

import (
	"fmt"
	"net/url"

	"thidua/internal/portal"
)

// A Model is what templates see as site.Params.portal. Its look-ups return an
// error for what is not there, so that Hugo names template and line.
type Model struct {
	*portal.Portal
	Figures *portal.Figures
	Pages   []Page // those given to Hugo; no template may list them
	BaseURL string // ends in "/", or is empty
	Root    string // the path at which the site is served: "/", or "/thi-dua/"
	Draft   bool

	alignments map[string]*portal.Alignment
}

func newModel(in Input, pages []Page) *Model {
	root := "/"
	if at, err := url.Parse(in.BaseURL); err == nil && at.Path != "" {
		root = at.Path
	}
	if in.Root != "" {
		root = in.Root
	}
	alignments := make(map[string]*portal.Alignment, len(in.Figures.Alignments))
	for _, alignment := range in.Figures.Alignments {
		alignments[alignment.ID()] = alignment
	}
	return &Model{alignments: alignments, Portal: in.Portal, Figures: in.Figures, Pages: pages, BaseURL: in.BaseURL, Root: root, Draft: in.Draft}
}

// Has tells whether a record of a kind ("unit", "plan", "movement", "model",
// "document") is held, for references that may lead nowhere.
func (m *Model) Has(kind, id string) (bool, error) {
	switch kind {
	case "unit":
		return m.Portal.Unit(id) != nil, nil
	case "plan":
		return m.Portal.Plan(id) != nil, nil
	case "movement":
		return m.Portal.Movement(id) != nil, nil
	case "model":
		return m.Portal.Model(id) != nil, nil
	case "document":
		return m.Portal.Document(id) != nil, nil
	case "exemplar":
		return m.Portal.Exemplar(id) != nil, nil
	case "field":
		return m.Portal.Field(id) != nil, nil
	case "report":
		return m.Portal.Report(id) != nil, nil
	case "programme":
		return m.Portal.Recognition(id) != nil, nil
	}
	return false, fmt.Errorf("no kind of record is called %q", kind)
}

// Unit finds a unit.
func (m *Model) Unit(id string) (*portal.Unit, error) { return need("unit", id, m.Portal.Unit(id)) }

// Plan finds a plan.
func (m *Model) Plan(id string) (*portal.Plan, error) { return need("plan", id, m.Portal.Plan(id)) }

// Movement finds a movement.
func (m *Model) Movement(id string) (*portal.Movement, error) {
	return need("movement", id, m.Portal.Movement(id))
}

// Model finds a model (mô hình).
func (m *Model) Model(id string) (*portal.Model, error) {
	return need("model", id, m.Portal.Model(id))
}

// Document finds a document that is cited.
func (m *Model) Document(id string) (*portal.Document, error) {
	return need("document", id, m.Portal.Document(id))
}

// Report finds a report by "unit/period".
func (m *Model) Report(id string) (*portal.Report, error) {
	return need("report", id, m.Portal.Report(id))
}

// ReportFigures are the figures of a report.
func (m *Model) ReportFigures(id string) (*portal.ReportFigures, error) {
	return need("report", id, m.Figures.Reports[id])
}

// Exemplar finds an exemplar.
func (m *Model) Exemplar(id string) (*portal.Exemplar, error) {
	return need("exemplar", id, m.Portal.Exemplar(id))
}

// ExemplarFigures are the figures of an exemplar.
func (m *Model) ExemplarFigures(id string) (*portal.ExemplarFigures, error) {
	return need("exemplar", id, m.Figures.Exemplars[id])
}

// Issue finds an issue of the column by its month.
func (m *Model) Issue(id string) (*portal.Column, error) {
	return need("issue", id, m.Portal.Column(id))
}

// Field finds a field.
func (m *Model) Field(id string) (*portal.Field, error) { return need("field", id, m.Portal.Field(id)) }

// FieldFigures are the figures of a field.
func (m *Model) FieldFigures(id string) (*portal.FieldFigures, error) {
	return need("field", id, m.Figures.Fields[id])
}

// StandardTitle is the text of an exemplar's standard, or the id of one that is
// not held.
func (m *Model) StandardTitle(id string) string {
	for _, field := range m.Fields {
		for _, standard := range field.Standards {
			if standard.ID == id {
				return standard.Text
			}
		}
	}
	return id
}

// Programme finds a programme of recognition.
func (m *Model) Programme(id string) (*portal.Recognition, error) {
	return need("programme", id, m.Portal.Recognition(id))
}

// ProgrammeFigures are the figures of a programme of recognition.
func (m *Model) ProgrammeFigures(id string) (*portal.RecognitionFigures, error) {
	return need("programme", id, m.Figures.Programmes[id])
}

// Alignment finds two plans side by side by "below/above".
func (m *Model) Alignment(id string) (*portal.Alignment, error) {
	return need("alignment", id, m.alignments[id])
}

// List finds a list by the path of its first page.
func (m *Model) List(path string) (*portal.List, error) {
	return need("list", path, m.Figures.Lists[path])
}

// ListPage is a page of a list, counted from 1.
func (m *Model) ListPage(path string, number int) (portal.ListPage, error) {
	list, err := m.List(path)
	if err != nil {
		return portal.ListPage{}, err
	}
	return list.Page(number)
}

// Sections are the sections of a group on the site map, in their order. Hugo is
// given every section, whatever is rendered.
func (m *Model) Sections(group string) (sections []Page) {
	for _, page := range m.Pages {
		if page.Kind == "section" && page.Group == group {
			sections = append(sections, page)
		}
	}
	return sections
}

// OtherPath is the path of a page of a list in the other language; "" where it
// has none, or where there is no such list.
func (m *Model) OtherPath(path string, number int) string {
	if list := m.Figures.Lists[path]; list != nil {
		return list.OtherPath(number)
	}
	return ""
}

// Deadline finds "plan#deadline"; nil where it is not held.
func (m *Model) Deadline(name string) *portal.Due { return m.Figures.NextOf(name) }

// PlanFigures are the figures of a plan.
func (m *Model) PlanFigures(id string) (*portal.PlanFigures, error) {
	return need("plan", id, m.Figures.Plans[id])
}

// UnitFigures are the figures of a unit.
func (m *Model) UnitFigures(id string) (*portal.UnitFigures, error) {
	return need("unit", id, m.Figures.Units[id])
}

// MovementFigures are the figures of a movement.
func (m *Model) MovementFigures(id string) (*portal.MovementFigures, error) {
	return need("movement", id, m.Figures.Movements[id])
}

// GroupTitle is the title of a movement's group, or the id of one that is not
// held.
func (m *Model) GroupTitle(movement, id string) string {
	if held := m.Portal.Movement(movement); held != nil {
		if group, ok := held.Group(id); ok {
			return group.Title
		}
	}
	return id
}

func need[T any](kind, id string, found *T) (*T, error) {
	if found == nil {
		return nil, fmt.Errorf("there is no %s %q", kind, id)
	}
	return found, nil
}
