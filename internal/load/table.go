package load

import (
	"cmp"
	"encoding"
	"errors"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/table"
	"thidua/internal/vi"
)

// readTable reads a CSV file with a row of column names.
func readTable[T any](src *source, schema string) any {
	columns := table.Of(schema)
	t := &csvTable{src: src, schema: schema, columns: columns, reader: table.NewReader(src.text, func(name string) bool {
		_, known := columns.Find(settled(name))
		return known
	})}
	if !t.readNames(reflect.TypeFor[T]()) {
		return nil
	}
	rows := make([]T, 0, strings.Count(src.text, "\n"))
	for {
		mark := t.reader.Next()
		cells, err := t.reader.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.reportSyntax(err, mark)
			continue
		}
		if !t.fits(cells, mark) {
			continue
		}
		rows = append(rows, *new(T))
		row := reflect.ValueOf(&rows[len(rows)-1]).Elem()
		*row.FieldByName("Source").Addr().Interface().(*portal.Source) = portal.RowOf(t, len(t.marks))
		t.marks = append(t.marks, mark)
		t.row(cells, row)
	}
}

// A csvTable is a CSV file while it is read, and afterwards the memory of where
// its values are: of each row it keeps only where the row begins.
type csvTable struct {
	src     *source
	schema  string
	columns *table.Schema
	reader  *table.Reader
	heads   []head
	marks   []table.Mark
}

// A head is a column of the file.
type head struct {
	name   string        // as the file has it
	column *table.Column // nil: one that nobody reads
	field  []int         // of the record
}

// Find is the place of a value, see [portal.Table].
func (t *csvTable) Find(n int, key string) (at portal.Pos, written bool) {
	i := slices.IndexFunc(t.heads, func(h head) bool { return h.column != nil && h.column.Key == key })
	return t.place(n, i)
}

// place is where a cell of a row is, or the row itself where i is no column.
func (t *csvTable) place(n, i int) (at portal.Pos, written bool) {
	mark := t.marks[n]
	at = portal.Pos{File: t.src.path, Line: int(mark.Line), Column: 1, Cell: portal.Cell{Row: int(mark.Row)}}
	if i < 0 {
		return at, false
	}
	at.Cell.Name = t.heads[i].name
	if cells := t.reader.At(mark); i < len(cells) {
		at.Line, at.Column = int(cells[i].Line), t.reader.Column(cells[i])
		written = settled(cells[i].Text) != ""
	}
	return at, written
}

// mostColumns are more than anybody needs.
const mostColumns = 200

// readNames takes the row that names the columns and reports whether the rows
// below can be read by it.
func (t *csvTable) readNames(record reflect.Type) bool {
	cells, err := t.names()
	if err != nil {
		if !errors.Is(err, io.EOF) {
			t.reportSyntax(err, table.Mark{})
			return false
		}
		t.src.report(1, 1, "csv-empty", strings.Join(t.columns.Keys(), ","))
		return false
	}
	if len(cells) > mostColumns {
		t.report(cells[mostColumns], "csv-wide", len(cells), mostColumns)
		return false
	}
	if i := slices.IndexFunc(cells, t.lost); i >= 0 { // what else is wrong comes from this
		t.report(cells[i], "marks-lost", settled(cells[i].Text))
		return false
	}
	fields := fieldsOf(record)
	first := map[*table.Column]string{}
	var unknown []table.Cell
	good := true
	for _, cell := range cells {
		h := head{name: settled(cell.Text)}
		i, known := t.columns.Find(h.name)
		switch {
		case !known && h.name != "":
			unknown = append(unknown, cell)
		case i >= 0:
			h.column = &t.columns.Columns[i]
			h.field = fields[h.column.Key]
			if other, twice := first[h.column]; twice {
				t.report(cell, "csv-column-twice", h.name, other)
				good = false
			}
			first[h.column] = h.name
		}
		t.heads = append(t.heads, h)
	}
	if len(first) == 0 {
		t.report(cells[0], "csv-no-names", strings.Join(t.columns.Names(), "”, “"), strings.Join(t.columns.Keys(), ","))
		return false
	}
	for _, cell := range unknown {
		t.report(cell, "csv-unknown-column", settled(cell.Text), t.near(settled(cell.Text)), strings.Join(t.columns.Names(), "”, “"))
	}
	for i := range t.columns.Columns {
		if column := &t.columns.Columns[i]; column.Required && first[column] == "" {
			t.report(cells[0], "csv-no-column", column.Name(), column.Key)
		}
	}
	return good
}

// names is the first row that names a column, without the empty cells at its
// end: a spreadsheet saves the titles above it, too. Where there is none, it is
// the first row that says anything.
func (t *csvTable) names() ([]table.Cell, error) {
	var first []table.Cell
	for rows := 0; rows <= table.Titles; {
		cells, err := t.reader.Read()
		if err != nil && first == nil {
			return nil, err
		}
		if err != nil {
			break
		}
		if cells = trimmed(cells); len(cells) == 0 {
			continue
		}
		if slices.ContainsFunc(cells, t.known) {
			return slices.Clone(cells), nil
		}
		if rows++; first == nil {
			first = slices.Clone(cells)
		}
	}
	return first, nil
}

// known reports whether a cell names a column that is read.
func (t *csvTable) known(cell table.Cell) bool {
	i, _ := t.columns.Find(settled(cell.Text))
	return i >= 0
}

// lost reports whether a cell was the name of a column before its letters were
// lost.
func (t *csvTable) lost(cell table.Cell) bool {
	name := settled(cell.Text)
	_, known := t.columns.Find(name)
	return !known && lostName(name)
}

// near is the name of a column that somebody may have meant.
func (t *csvTable) near(name string) string {
	return cmp.Or(portal.Nearest(name, t.columns.Keys()), portal.Nearest(name, t.columns.Names()))
}

// fits reports whether a row says anything, and says so where it has more cells
// than there are columns. One may have fewer: Excel leaves out what is empty at
// the end of sixteen rows.
func (t *csvTable) fits(cells []table.Cell, mark table.Mark) bool {
	cells = trimmed(cells)
	if len(cells) <= len(t.heads) {
		return len(cells) > 0
	}
	at := portal.Pos{File: t.src.path, Line: int(cells[len(t.heads)].Line), Column: t.reader.Column(cells[len(t.heads)]), Cell: portal.Cell{Row: int(mark.Row)}}
	t.src.problems = append(t.src.problems, portal.Problem{Pos: at, Rule: "csv-columns", Args: []any{len(cells), len(t.heads)}})
	return false
}

// row fills a record from the cells of the row that was read last.
func (t *csvTable) row(cells []table.Cell, record reflect.Value) {
	accepted := true
	for i := range t.heads {
		h := &t.heads[i]
		text := ""
		if i < len(cells) {
			text = settled(cells[i].Text)
		}
		if h.column == nil {
			if text != "" && h.name == "" {
				t.reportCell(i, "csv-unnamed-column")
			}
			continue
		}
		text = h.column.Value(table.Unguard(text))
		if !h.column.Accepts(text) {
			accepted = false
		}
		if text == "" || h.field == nil {
			continue
		}
		into := record.FieldByIndex(h.field)
		if into.Kind() == reflect.String {
			if lostMarks(text) {
				t.reportCell(i, "marks-lost", text)
			}
			into.SetString(text)
		} else {
			t.value(i, text, into.Addr().Interface().(encoding.TextUnmarshaler))
		}
	}
	if !accepted {
		t.validate(cells)
	}
}

// validate asks the schema itself about a row that was not certainly right.
func (t *csvTable) validate(cells []table.Cell) {
	content := make(map[string]any, len(t.heads))
	where := make(map[string]int, len(t.heads))
	for i := range t.heads {
		column := t.heads[i].column
		if column == nil {
			continue
		}
		text := ""
		if i < len(cells) {
			text = column.Value(table.Unguard(settled(cells[i].Text)))
		}
		content[column.Key], where[column.Key] = text, i
	}
	for _, f := range validate(t.schema, content) {
		if len(f.path) == 0 {
			continue // of a column that is missing, which has been said
		}
		i := where[f.path[0]]
		switch column := t.heads[i].column; {
		case content[column.Key] == "":
			t.reportCell(i, "cell-empty", t.heads[i].name)
		case column.Choices != nil:
			var words []string
			for _, one := range column.Choices {
				words = append(words, one.Word)
			}
			t.reportCell(i, "cell-choice", content[column.Key], strings.Join(words, "”, “"))
		default:
			t.reportCell(i, f.rule, f.args...)
		}
	}
}

// value reads a text that has a form of its own: a number, a date.
func (t *csvTable) value(i int, text string, into encoding.TextUnmarshaler) {
	if date, ok := into.(*vi.Date); ok {
		*date = t.date(i, text)
		return
	}
	err := into.UnmarshalText([]byte(text))
	if err == nil {
		return
	}
	name := t.heads[i].name
	var number *vi.NumberError
	switch {
	case errors.As(err, &number) && number.Ambiguous:
		_, args := textTrouble(into, err, text)
		t.reportCell(i, "ambiguous-number", append([]any{name}, args...)...)
	case errors.As(err, &number):
		if part, percent := strings.CutSuffix(text, "%"); percent {
			t.reportCell(i, "cell-percent", name, text, strings.TrimSpace(part))
			return
		}
		t.reportCell(i, "cell-number", name, text, vi.SuggestNumber(text))
	default:
		rule, args := textTrouble(into, err, text)
		t.reportCell(i, rule, append([]any{name}, args...)...)
	}
}

// date reads a date as a table may have it: also day first, as Excel in Vietnam
// shows it.
func (t *csvTable) date(i int, text string) vi.Date {
	date, err := vi.ParseLocalDate(text)
	var wrong *vi.DateError
	if !errors.As(err, &wrong) {
		return date
	}
	name := t.heads[i].name
	switch {
	case wrong.Other != "":
		t.reportCell(i, "ambiguous-date", name, text, dayFirst(wrong.Suggest), dayFirst(wrong.Other))
	case wrong.Suggest == "" && fullDate.MatchString(text):
		t.reportCell(i, "cell-no-day", name, text)
	default:
		t.reportCell(i, "cell-date", name, text, dayFirst(wrong.Suggest))
	}
	return date
}

// fullDate is a day, month and year in digits, whatever their order.
var fullDate = regexp.MustCompile(`^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})$`)

// dayFirst writes a date in ISO form as forms ask for it: 05/12/2026.
func dayFirst(iso string) string {
	parts := strings.Split(iso, "-")
	slices.Reverse(parts)
	return strings.Join(parts, "/")
}

// report tells of a cell of the row of names.
func (t *csvTable) report(cell table.Cell, rule string, args ...any) {
	t.src.report(int(cell.Line), t.reader.Column(cell), rule, args...)
}

// reportCell tells of a cell of the row that was read last.
func (t *csvTable) reportCell(i int, rule string, args ...any) {
	at, _ := t.place(len(t.marks)-1, i)
	t.src.problems = append(t.src.problems, portal.Problem{Pos: at, Rule: rule, Args: args})
}

// reportSyntax says where a quotation mark stands wrong.
func (t *csvTable) reportSyntax(err error, mark table.Mark) {
	var trouble *table.SyntaxError
	if !errors.As(err, &trouble) {
		panic(err) // a text in memory fails in no other way
	}
	rule := "csv-quote-open"
	if errors.Is(err, table.ErrBehindQuote) {
		rule = "csv-quote-inside"
	}
	at := portal.Pos{File: t.src.path, Line: int(trouble.Cell.Line), Column: t.reader.Column(trouble.Cell), Cell: portal.Cell{Row: int(mark.Row)}}
	t.src.problems = append(t.src.problems, portal.Problem{Pos: at, Rule: rule})
}

// trimmed drops empty cells at the end of a row.
func trimmed(cells []table.Cell) []table.Cell {
	for len(cells) > 0 && settled(cells[len(cells)-1].Text) == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}
