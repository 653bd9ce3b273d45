package check

import (
	"encoding"
	"reflect"
	"strings"
	"sync"

	"thidua/internal/portal"
)

// A reading goes through the texts of a portal, one after another, and knows
// where it is.
type reading struct {
	see func(r *reading, text string)

	public  bool // the text is published, or was approved to be
	gone    bool // the text was withdrawn
	editors bool // the words are the editors' own and not those of a document
	contact bool // the text is about how to reach a body

	hotlines map[string]bool // the numbers by which the plan that is read says to reach a body

	source     *portal.Source // of a value at path …
	path       []any
	clause     *portal.Clause     // … or a clause …
	manuscript *portal.Manuscript // … or the text below front matter
}

// pos is the place of the character at an offset of the text that is read: of a
// value, the place where it begins; of a clause, likewise.
func (r *reading) pos(offset int) portal.Pos {
	switch {
	case r.manuscript != nil:
		return r.manuscript.At(offset)
	case r.clause != nil:
		return r.clause.Pos
	}
	return r.source.At(at(r.path...))
}

// readAll shows every text of a portal to see.
func readAll(p *portal.Portal, see func(r *reading, text string)) {
	r := &reading{see: see, public: true}
	for _, unit := range p.Units {
		r.values(&unit.Source, unit)
	}
	for _, document := range p.Documents {
		r.values(&document.Source, document)
	}
	for _, field := range p.Fields {
		r.values(&field.Source, field)
	}
	for _, law := range p.Legal {
		r.values(&law.Source, law)
	}
	for _, plan := range p.Plans {
		r.plan(plan)
	}
	for _, movement := range p.Movements {
		r.story(&movement.Record, movement)
	}
	for _, model := range p.Models {
		r.story(&model.Record, model)
		for i := range model.Adoptions {
			r.values(&model.Adoptions[i].Source, &model.Adoptions[i])
		}
	}
	for _, exemplar := range p.Exemplars {
		r.story(&exemplar.Record, exemplar)
	}
	for _, report := range p.Reports {
		r.story(&report.Record, report)
		for i := range report.Results {
			r.values(&report.Results[i].Source, &report.Results[i])
		}
	}
	for _, recognition := range p.Recognitions {
		r.story(&recognition.Record, recognition)
		for i := range recognition.Dossiers {
			r.values(&recognition.Dossiers[i].Source, &recognition.Dossiers[i])
		}
	}
	for _, column := range p.Columns {
		r.story(&column.Record, column)
	}
	for _, page := range p.Pages {
		r.public, r.gone, r.editors = !page.Draft, false, true
		r.whole(&page.Manuscript)
	}
}

// begin is the beginning of a record.
func (r *reading) begin(head *portal.Record, editors bool) {
	r.public, r.gone, r.editors = head.Status.Public(), head.Status == portal.Withdrawn, editors
}

// story reads a record that the editors wrote.
func (r *reading) story(head *portal.Record, record any) {
	r.begin(head, true)
	r.values(&head.Source, record)
	r.whole(&head.Manuscript)
}

// plan reads a plan: a document in other words, but for its summary.
func (r *reading) plan(plan *portal.Plan) {
	r.begin(&plan.Record, false)
	r.hotlines = map[string]bool{}
	addHotlines(r.hotlines, plan)
	r.values(&plan.Source, plan)
	for i := range plan.Targets {
		r.values(&plan.Targets[i].Source, &plan.Targets[i])
	}
	for i := range plan.Deadlines {
		r.values(&plan.Deadlines[i].Source, &plan.Deadlines[i])
	}
	for i := range plan.Tasks {
		r.values(&plan.Tasks[i].Source, &plan.Tasks[i])
	}
	for clause := range portal.Walk(plan.Clauses) {
		r.clause = clause
		r.look(clause.Title)
		r.look(clause.Text)
		r.links(string(clause.HTML))
		r.links(string(clause.Tail))
	}
	r.clause, r.hotlines = nil, nil
}

// links reads the addresses behind the words of a clause.
func (r *reading) links(markup string) {
	for {
		_, after, found := strings.Cut(markup, `href="`)
		if !found {
			return
		}
		address, rest, _ := strings.Cut(after, `"`)
		r.look(address)
		markup = rest
	}
}

func (r *reading) whole(manuscript *portal.Manuscript) {
	r.manuscript = manuscript
	r.look(manuscript.Text)
	r.manuscript = nil
}

func (r *reading) look(text string) {
	if text != "" {
		r.see(r, text)
	}
}

// values reads the texts in the fields of a record.
func (r *reading) values(source *portal.Source, record any) {
	r.source = source
	r.value(reflect.ValueOf(record).Elem())
}

func (r *reading) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		r.look(v.String())
	case reflect.Pointer:
		if !v.IsNil() {
			r.value(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			r.path = append(r.path, i)
			r.value(v.Index(i))
			r.path = r.path[:len(r.path)-1]
		}
	case reflect.Struct:
		for _, field := range textFields(v.Type()) {
			editors, contact := r.editors, r.contact
			r.editors = editors || field.summary
			r.contact = contact || field.contact
			r.path = append(r.path, field.name)
			r.value(v.FieldByIndex(field.index))
			r.path = r.path[:len(r.path)-1]
			r.editors, r.contact = editors, contact
		}
	}
}

// A textField is a field of a record that holds text, in itself or deeper.
type textField struct {
	name             any // as at takes it, made once
	index            []int
	summary, contact bool
}

var knownFields sync.Map // reflect.Type → []textField

// textFields lists the fields of a struct that hold text. Texts are values of
// type string: what has a type of its own is a name, a number, a date.
func textFields(of reflect.Type) []textField {
	if known, ok := knownFields.Load(of); ok {
		return known.([]textField)
	}
	var fields []textField
	for _, field := range reflect.VisibleFields(of) {
		name := field.Tag.Get("yaml")
		if name == "" || name == "-" || !holdsText(field.Type) {
			continue
		}
		fields = append(fields, textField{name, field.Index, name == "summary", name == "hotlines" || field.Type == reflect.TypeFor[[]portal.Contact]()})
	}
	knownFields.Store(of, fields)
	return fields
}

func holdsText(of reflect.Type) bool {
	switch of.Kind() {
	case reflect.String:
		return of == reflect.TypeFor[string]()
	case reflect.Slice, reflect.Pointer:
		return of.Name() == "" && holdsText(of.Elem())
	case reflect.Struct:
		return !reflect.PointerTo(of).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
	}
	return false
}
