package sheet

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/table"
	"thidua/internal/vi"
)

// A Filled form is what came back.
type Filled struct {
	Kind, Name string // what it is, "" where it does not say

	file string // its name, for messages
	book *book
}

// Open reads a workbook that was sent, whose name is for messages. The problem
// says why it cannot be read; nil: it was.
func Open(file string, data []byte) (*Filled, *portal.Problem) {
	report := func(rule string, args ...any) (*Filled, *portal.Problem) {
		return nil, &portal.Problem{Pos: portal.Pos{File: file}, Rule: rule, Args: args}
	}
	if strings.HasPrefix(string(data), "\xd0\xcf\x11\xe0") { // a compound file: of old Excel, or encrypted
		return report("form-old")
	}
	b, err := openBook(data)
	switch {
	case errors.Is(err, errLarge), errors.Is(err, errFar):
		return report("form-large", mostRow, mostBytes>>20)
	case err != nil:
		return report("form-unreadable")
	}
	f := &Filled{file: file, book: b}
	for _, g := range b.sheets {
		if g.at(1, 1) == formMark {
			if version := g.at(1, 2); version != formVersion {
				return report("form-version", version)
			}
			f.Kind, f.Name = g.at(2, 2), g.at(3, 2)
		}
	}
	return f, nil
}

// at is the text of a cell.
func (g *grid) at(row, column int) string {
	for i := range g.rows {
		if g.rows[i].n == row {
			return g.rows[i].text(column)
		}
	}
	return ""
}

func (r *gridRow) text(column int) string {
	if cell := r.at(column); cell != nil {
		return strings.TrimSpace(cell.text)
	}
	return ""
}

func (r *gridRow) at(column int) *gridCell {
	for i := range r.cells {
		if r.cells[i].column == column {
			return &r.cells[i]
		}
	}
	return nil
}

// Place is the position of a cell, as Excel calls it: "kq.xlsx: Kết quả!D12".
// Line and Column are for sorting.
func (f *Filled) place(g *grid, row, column int) portal.Pos {
	return portal.Pos{File: f.file + ": " + g.name, Line: row, Column: column}
}

// Named turns the places of problems in the form into what Excel calls the cells.
func (f *Filled) Named(problems []portal.Problem) []portal.Problem {
	named := slices.Clone(problems)
	for i := range named {
		if at := &named[i].Pos; at.Line > 0 && strings.HasPrefix(at.File, f.file+": ") {
			*at = portal.Pos{File: at.File + "!" + cellName(max(at.Column, 1), at.Line)}
		}
	}
	return named
}

// A Table is what a filled form says in rows.
type Table struct {
	Names []string   // of its columns
	Rows  [][]string // as a CSV file would have them
	Said  []string   // of each row: the words of its target, which nobody reads but people

	form    *Filled
	grid    *grid
	columns []int // of the sheet
	lines   []int // of the sheet
}

// Drop leaves out the rows that are not wanted.
func (t *Table) Drop(unwanted func(row []string) bool) {
	kept := 0
	for n, row := range t.Rows {
		if unwanted(row) {
			continue
		}
		t.Rows[kept], t.Said[kept], t.lines[kept] = row, t.Said[n], t.lines[n]
		kept++
	}
	t.Rows, t.Said, t.lines = t.Rows[:kept], t.Said[:kept], t.lines[:kept]
}

// CSV is the table as a file.
func (t *Table) CSV() []byte { return table.Write(append([][]string{t.Names}, t.Rows...)) }

// Place is where a cell of the CSV file is on the sheet. The file has its names
// in row 1.
func (t *Table) Place(cell portal.Cell) portal.Pos {
	column := 1
	if i := slices.Index(t.Names, cell.Name); i >= 0 {
		column = t.columns[i]
	}
	row := 1
	if i := cell.Row - 2; i >= 0 && i < len(t.lines) {
		row = t.lines[i]
	}
	return t.form.place(t.grid, row, column)
}

// searched are the rows in which the names of columns are looked for: people
// write titles above them.
const searched = 30

// Table reads the table that follows a schema, wherever it is: sheets may have
// been renamed, rows and columns put in. The problems are those of cells that
// cannot be told what they say.
func (f *Filled) Table(schema *table.Schema) (*Table, []portal.Problem) {
	var found *header
	var best *header
	for _, g := range f.book.sheets {
		if g.hidden {
			continue
		}
		h := g.header(schema)
		switch {
		case h == nil:
		case len(h.missing) > 0:
			if best == nil || len(h.columns) > len(best.columns) {
				best = h
			}
		case found != nil:
			return nil, []portal.Problem{{Pos: f.place(g, h.row, 1), Rule: "form-twice", Args: []any{found.grid.name, g.name}}}
		default:
			found = h
		}
	}
	if found == nil && best == nil {
		return nil, []portal.Problem{{Pos: portal.Pos{File: f.file}, Rule: "form-no-table", Args: []any{strings.Join(schema.Names(), "”, “")}}}
	}
	if found == nil {
		return nil, []portal.Problem{{Pos: f.place(best.grid, best.row, 1), Rule: "form-no-column", Args: []any{strings.Join(best.missing, "”, “")}}}
	}
	return f.read(schema, found)
}

// A header is the row of a sheet that names the columns.
type header struct {
	grid    *grid
	row     int
	columns []headed
	missing []string
	unknown []headed
	asides  []headed // known, and not read
}

type headed struct {
	name   string
	at     int // column of the sheet
	column *table.Column
}

// header finds the row that names the most columns; nil where none names two of
// them.
func (g *grid) header(schema *table.Schema) (best *header) {
	for _, r := range g.rows {
		if r.n > searched {
			break
		}
		h := &header{grid: g, row: r.n}
		for _, cell := range r.cells {
			name := strings.TrimSpace(vi.Clean(strings.ReplaceAll(cell.text, "\n", " ")))
			i, known := schema.Find(name)
			switch {
			case i >= 0 && !slices.ContainsFunc(h.columns, func(c headed) bool { return c.column == &schema.Columns[i] }):
				h.columns = append(h.columns, headed{name, cell.column, &schema.Columns[i]})
			case known && i < 0:
				h.asides = append(h.asides, headed{name: name, at: cell.column})
			default:
				h.unknown = append(h.unknown, headed{name: name, at: cell.column})
			}
		}
		if len(h.columns) >= 2 && (best == nil || len(h.columns) > len(best.columns)) {
			best = h
		}
	}
	if best != nil {
		for i := range schema.Columns {
			if !slices.ContainsFunc(best.columns, func(c headed) bool { return c.column == &schema.Columns[i] }) {
				best.missing = append(best.missing, schema.Columns[i].Name())
			}
		}
	}
	return best
}

// untold stands for what a cell says that cannot be told: it is not empty.
const untold = "?"

// read reads the rows below a header.
func (f *Filled) read(schema *table.Schema, h *header) (*Table, []portal.Problem) {
	t := &Table{form: f, grid: h.grid}
	for _, c := range h.columns {
		t.Names, t.columns = append(t.Names, c.name), append(t.columns, c.at)
	}
	var problems []portal.Problem
	statement := slices.IndexFunc(h.asides, func(c headed) bool { return vi.Fold(c.name) == vi.Fold(texts().Columns["statement"]) })
	last := h.row
	for n := range h.grid.rows {
		r := &h.grid.rows[n]
		if r.n <= h.row {
			continue
		}
		row := make([]string, len(h.columns))
		empty := true
		for i, c := range h.columns {
			cell := r.at(c.at)
			if cell == nil {
				continue
			}
			text, wrong := f.book.text(cell, c.column, c.name)
			if wrong != nil {
				wrong.Pos = f.place(h.grid, r.n, c.at)
				problems = append(problems, *wrong)
				text = untold
			}
			if text = strings.TrimSpace(text); listed(c.column.Key) {
				text = idIn(text)
			}
			row[i] = text
			empty = empty && text == "" && wrong == nil
		}
		if empty {
			continue
		}
		last = r.n
		said := ""
		if statement >= 0 {
			said = r.text(h.asides[statement].at)
		}
		t.Rows, t.lines, t.Said = append(t.Rows, row), append(t.lines, r.n), append(t.Said, said)
		for _, c := range h.unknown {
			if cell := r.at(c.at); cell != nil {
				problems = append(problems, portal.Problem{
					Pos: f.place(h.grid, h.row, c.at), Rule: "form-column", Severity: portal.Warning, Args: []any{cmp.Or(c.name, letters(c.at))},
				})
			}
		}
	}
	return t, append(problems, f.merged(h, last)...)
}

// merged finds cells of the table that were made one: of those only the first
// has a value, and nobody can say whether it is meant for all.
func (f *Filled) merged(h *header, last int) (problems []portal.Problem) {
	for _, a := range h.grid.merged {
		within := slices.ContainsFunc(h.columns, func(c headed) bool { return a.left <= c.at && c.at <= a.right })
		if within && a.bottom > h.row && a.top <= last {
			cells := cellName(a.left, a.top) + ":" + cellName(a.right, a.bottom)
			problems = append(problems, portal.Problem{Pos: f.place(h.grid, a.top, a.left), Rule: "form-merged", Args: []any{cells}})
		}
	}
	return problems
}

// listed reports whether the values of a column are chosen by name and id.
func listed(key string) bool {
	return slices.Contains([]string{"unit", "category", "movement", "fields", "standards"}, key)
}

func letters(column int) string { return strings.TrimRight(cellName(column, 1), "1") }
