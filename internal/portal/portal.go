package portal

import (
	"cmp"
	"slices"
	"strings"
)

// A Portal is everything that was read of one site, each kind in the order of
// its ids, if it has any.
type Portal struct {
	Units        []*Unit
	Movements    []*Movement
	Plans        []*Plan
	Documents    []*Document
	Fields       []*Field
	Models       []*Model
	Exemplars    []*Exemplar
	Reports      []*Report
	Recognitions []*Recognition
	Columns      []*Column
	Wording      []*Wording
	Legal        []*LegalReference // in the order of the file
	Pages        []*Page
	Tombstones   []Tombstone // only of a portal as an audience sees it

	// Unread are files that hold records and could not be read, sorted. What is
	// in them is not known, so nothing that they may hold is called missing.
	Unread []string

	units      map[string]*Unit
	successors map[string][]*Unit
	spans      map[*Unit]Span // when each unit is one
	movements  map[string]*Movement
	plans      map[string]*Plan
	documents  map[string]*Document
	fields     map[string]*Field
	models     map[string]*Model
	reports    map[string]*Report
	programmes map[string]*Recognition
	exemplars  map[string]*Exemplar
	columns    map[string]*Column
}

// Index sorts the records and makes them findable. Of two records with one id
// the first read is found; check reports the other.
func (p *Portal) Index() {
	p.units = index(p.Units, func(r *Unit) string { return r.ID })
	p.successors = make(map[string][]*Unit)
	for _, unit := range p.Units {
		for _, id := range unit.Predecessors {
			p.successors[id] = append(p.successors[id], unit)
		}
	}
	p.spans = p.validities()
	p.movements = index(p.Movements, func(r *Movement) string { return r.ID })
	p.plans = index(p.Plans, func(r *Plan) string { return r.ID })
	p.documents = index(p.Documents, func(r *Document) string { return r.ID })
	p.fields = index(p.Fields, func(r *Field) string { return r.ID })
	p.models = index(p.Models, func(r *Model) string { return r.ID })
	p.exemplars = index(p.Exemplars, func(r *Exemplar) string { return r.ID })
	p.reports = index(p.Reports, func(r *Report) string { return r.ID })
	p.programmes = index(p.Recognitions, func(r *Recognition) string { return r.ID })
	p.columns = index(p.Columns, func(r *Column) string { return r.ID })
}

func index[T any](records []*T, id func(*T) string) map[string]*T {
	slices.SortStableFunc(records, func(a, b *T) int { return cmp.Compare(id(a), id(b)) })
	byID := make(map[string]*T, len(records))
	for _, record := range slices.Backward(records) {
		byID[id(record)] = record
	}
	return byID
}

// Unit finds a unit by its id; nil where there is none. So do the others.
func (p *Portal) Unit(id string) *Unit { return p.units[id] }

func (p *Portal) Movement(id string) *Movement { return p.movements[id] }

func (p *Portal) Plan(id string) *Plan { return p.plans[id] }

func (p *Portal) Document(id string) *Document { return p.documents[id] }

func (p *Portal) Field(id string) *Field { return p.fields[id] }

func (p *Portal) Model(id string) *Model { return p.models[id] }

func (p *Portal) Report(id string) *Report { return p.reports[id] }

func (p *Portal) Exemplar(id string) *Exemplar { return p.exemplars[id] }

func (p *Portal) Column(id string) *Column { return p.columns[id] }

func (p *Portal) Recognition(id string) *Recognition { return p.programmes[id] }

// Deadline finds a deadline by "plan#deadline", nil where there is none.
func (p *Portal) Deadline(name string) (*Plan, *Deadline) {
	id, last, _ := strings.Cut(name, "#")
	plan := p.plans[id]
	if plan == nil {
		return nil, nil
	}
	for i := range plan.Deadlines {
		if plan.Deadlines[i].ID == last {
			return plan, &plan.Deadlines[i]
		}
	}
	return plan, nil
}
