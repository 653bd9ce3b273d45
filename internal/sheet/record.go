package sheet

import (
	"errors"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/table"
	"thidua/internal/vi"
)

// A Record is what a filled form says of one record, field by field, with the
// rows of its lists.
type Record struct {
	Story string

	form   *Filled
	schema *table.Schema
	values map[string]value
	lists  map[string]*Table
}

// A value is what was written for a field, and where.
type value struct {
	text string
	at   portal.Pos
}

// Record reads a form with a field on each row: its name, then what it is.
func (f *Filled) Record(schema *table.Schema) (*Record, []portal.Problem) {
	r := &Record{form: f, schema: schema, values: map[string]value{}, lists: map[string]*Table{}}
	var best *grid
	for _, g := range f.book.sheets {
		if !g.hidden && (best == nil || g.fields(schema) > best.fields(schema)) {
			best = g
		}
	}
	if best == nil || best.fields(schema) < 2 {
		return nil, []portal.Problem{{Pos: portal.Pos{File: f.file}, Rule: "form-no-fields", Args: []any{strings.Join(named(schema), "”, “")}}}
	}
	problems := r.fields(best)
	for i := range schema.Columns {
		column := &schema.Columns[i]
		if column.Kind != table.List || len(column.Names) == 0 {
			continue
		}
		for _, g := range f.book.sheets {
			h := g.header(column.Parts)
			if g == best || g.hidden || h == nil || len(h.missing) > 0 || r.lists[column.Key] != nil {
				continue
			}
			t, wrong := f.read(column.Parts, h)
			r.lists[column.Key] = t
			problems = append(append(problems, wrong...), f.faults(t, column.Parts)...)
		}
		if r.lists[column.Key] == nil {
			problems = append(problems, portal.Problem{Pos: portal.Pos{File: f.file}, Rule: "form-no-sheet", Severity: portal.Warning, Args: []any{column.Name()}})
		}
	}
	return r, problems
}

// named are the fields that clerks fill in.
func named(schema *table.Schema) (names []string) {
	for i := range schema.Columns {
		if column := &schema.Columns[i]; len(column.Names) > 0 && column.Kind != table.List {
			names = append(names, column.Name())
		}
	}
	return names
}

// fields counts the rows that begin with the name of a field.
func (g *grid) fields(schema *table.Schema) (count int) {
	for _, r := range g.rows {
		if cell := r.at(1); cell != nil {
			if i, _ := schema.Find(vi.Clean(cell.text)); i >= 0 {
				count++
			}
		}
	}
	return count
}

// fields reads the rows of a sheet: the name of a field, and its value.
func (r *Record) fields(g *grid) (problems []portal.Problem) {
	const name, content = 1, 2
	add := func(at portal.Pos, rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: at, Rule: rule, Args: args})
	}
	for n := range g.rows {
		row := &g.rows[n]
		label := row.at(name)
		if label == nil {
			continue
		}
		at := r.form.place(g, row.n, content)
		if vi.Fold(label.text) == vi.Fold(texts().Columns["story"]) {
			if cell := row.at(content); cell != nil {
				r.Story = strings.TrimSpace(cell.text)
			}
			continue
		}
		i, _ := r.schema.Find(vi.Clean(label.text))
		if i < 0 || r.schema.Columns[i].Kind == table.List {
			continue
		}
		column := &r.schema.Columns[i]
		text := ""
		if cell := row.at(content); cell != nil {
			var wrong *portal.Problem
			if text, wrong = r.form.book.text(cell, column, column.Name()); wrong != nil {
				wrong.Pos = at
				problems = append(problems, *wrong)
				continue
			}
		}
		if _, twice := r.values[column.Key]; twice {
			add(at, "form-field-twice", column.Name())
		}
		text = column.Value(strings.TrimSpace(vi.Clean(text)))
		r.values[column.Key] = value{text, at}
		if text == "" && column.Required {
			add(at, "form-empty", column.Name())
		} else {
			problems = append(problems, faultsOf(column, text, at)...)
		}
	}
	for i := range r.schema.Columns {
		column := &r.schema.Columns[i]
		if _, found := r.values[column.Key]; !found && column.Required && len(column.Names) > 0 {
			add(portal.Pos{File: r.form.file + ": " + g.name}, "form-no-field", column.Name())
		}
	}
	for _, a := range g.merged {
		if a.left <= content && a.right > content && a.right > a.left && a.top == a.bottom {
			continue // a value spread over the help beside it
		}
		if a.left <= content && content <= a.right {
			add(r.form.place(g, a.top, a.left), "form-merged", cellName(a.left, a.top)+":"+cellName(a.right, a.bottom))
		}
	}
	return problems
}

// faults holds the rows of a list against its schema.
func (f *Filled) faults(t *Table, schema *table.Schema) (problems []portal.Problem) {
	for n, row := range t.Rows {
		for i, name := range t.Names {
			at, _ := schema.Find(name)
			column := &schema.Columns[at]
			row[i] = column.Value(row[i])
			problems = append(problems, faultsOf(column, row[i], f.place(t.grid, t.lines[n], t.columns[i]))...)
		}
	}
	return problems
}

// faultsOf is what a schema has against a value, in the words of a form.
func faultsOf(column *table.Column, text string, at portal.Pos) (problems []portal.Problem) {
	add := func(rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: at, Rule: rule, Args: args})
	}
	switch {
	case text == "" && column.Required:
		add("cell-empty", column.Name())
	case text == "":
	case column.Choices != nil && !column.Accepts(text):
		var items []string
		for _, one := range column.Choices {
			items = append(items, one.Word)
		}
		add("cell-choice", text, strings.Join(items, "”, “"))
	case column.Kind == table.Flag && text != "true" && text != "false":
		add("cell-choice", text, texts().Yes+"”, “"+texts().No)
	case column.Kind == table.Date:
		if _, err := vi.ParseDate(text); err != nil {
			var wrong *vi.DateError
			errors.As(err, &wrong)
			add("bad-date", column.Name(), text, wrong.Suggest)
		}
	}
	return problems
}

// Unit is the unit that the record names.
func (r *Record) Unit() string { return idIn(r.values["unit"].text) }

// An Index is the index.md of a record, and where each of its lines came from.
type Index struct {
	Data  []byte
	lines []portal.Pos
}

// At is where a line of the file came from.
func (p *Index) At(line int) portal.Pos { return p.lines[min(max(line-1, 0), len(p.lines)-1)] }

// Index writes the index.md of a record. Before what the form says stands what
// only the portal knows: the lines of its status and history.
func (r *Record) Index(before []string) *Index {
	p := &Index{}
	var out strings.Builder
	line := func(text string, at portal.Pos) {
		out.WriteString(text)
		out.WriteByte('\n')
		for range 1 + strings.Count(text, "\n") {
			p.lines = append(p.lines, at)
		}
	}
	whole := portal.Pos{File: r.form.file}
	line("---", whole)
	for _, text := range before {
		line(text, whole)
	}
	for i := range r.schema.Columns {
		column := &r.schema.Columns[i]
		if t := r.lists[column.Key]; t != nil && len(t.Rows) > 0 {
			line(column.Key+":", whole)
			for n, row := range t.Rows {
				mark := "  - "
				for j, name := range t.Names {
					at, _ := column.Parts.Find(name)
					if written := yamlValue(&column.Parts.Columns[at], row[j]); written != "" {
						line(mark+column.Parts.Columns[at].Key+": "+written, r.form.place(t.grid, t.lines[n], t.columns[j]))
						mark = "    "
					}
				}
			}
			continue
		}
		v := r.values[column.Key]
		if written := yamlValue(column, v.text); written != "" {
			line(column.Key+": "+written, v.at)
		}
	}
	line("---", whole)
	if r.Story != "" {
		line(paragraphs(r.Story), whole)
	}
	p.Data = []byte(out.String())
	return p
}

// yamlValue writes a value; "" for one that was not given.
func yamlValue(column *table.Column, text string) string {
	switch {
	case text == "":
		return ""
	case column.Kind == table.Flag:
		return text
	case column.Kind == table.IDs:
		var ids []string
		for _, id := range chosen(text) {
			ids = append(ids, quoted(id))
		}
		return "[" + strings.Join(ids, ", ") + "]"
	case listed(column.Key):
		text = idIn(text)
	}
	return quoted(text)
}

// quoted is a text in YAML, whatever it looks like and on however many lines it
// was written.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(text) + `"`
}

// paragraphs sets off by an empty line what was written on lines of its own,
// unless somebody did so already.
func paragraphs(text string) string {
	if strings.Contains(text, "\n\n") {
		return text
	}
	return strings.ReplaceAll(text, "\n", "\n\n")
}
