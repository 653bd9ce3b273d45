// Package sheet makes the Excel forms that clerks fill in, and reads them back.
// It is the only package that knows excelize, which writes the forms; what
// comes back is read by a reader of its own, since it may be anything.
package sheet

import (
	"cmp"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/table"
	"thidua/internal/vi"
	"thidua/internal/words"
)

// A Form is an Excel file to be filled in.
type Form struct {
	Kind, Name string // what it is imported as: "result", "xa-minh-hoa-1-m0001/2026-Q3"
	Title      string
	Of         string // whose form it is
	Legend     string
	Pages      []Page
	Lists      []List
}

// A Page is a sheet with a table.
type Page struct {
	Name    string
	Columns []Column
	Rows    [][]Cell
}

// A Column is one of a page.
type Column struct {
	Name  string
	Width float64 // in characters
	Code  bool    // for the program: small, and not printed
}

// A Cell is one that a clerk sees, and perhaps fills in.
type Cell struct {
	Text   string
	Number vi.Number // instead of a text
	Open   bool      // may be filled in
	Wanted bool      // an answer is expected here
	Kind   table.Kind
	List   string // the list to choose from
	Free   bool   // other texts than those of the list may stand here
	Share  side   // of a part of a whole
	Prompt string // key of the words for whoever comes to the cell
	Lines  int    // how high it is at least
}

// A side of a share is what may not be greater, or smaller, than the other.
type side int

const (
	noSide side = iota
	part        // the whole stands to the right
	whole       // the part stands to the left
)

// A List is what may be chosen in a cell.
type List struct {
	Name  string
	Items []string
}

// dash stands between a name and the id that is meant by it.
const dash = " — "

// Results is the form of the results of a unit in a period. Rows are those that
// were reported already.
func Results(p *portal.Portal, unit string, period vi.Period, rows []portal.Result) *Form {
	form := newForm(p, "result", unit+"/"+period.String(), unit)
	form.Title, _ = words.Fill(form.Title, strings.ToUpper(period.Label()))
	form.Legend = texts().Legend
	columns := table.Of("result")
	name := func(key string) string { return columns.Column(key).Name() }
	page := Page{Name: texts().Pages["result"], Columns: []Column{
		{name("target"), 15, true}, {name("part"), 6, true}, {name("plan"), 15, true},
		{texts().Columns["clause"], 10, false}, {texts().Columns["statement"], 38, false}, {texts().Columns["ask"], 30, false},
		{name("numerator"), 10, false}, {name("denominator"), 10, false}, {name("value"), 10, false},
		{name("note"), 22, false}, {name("difficulty"), 22, false}, {name("proposal"), 22, false}, {name("evidence"), 22, false},
	}}
	given := map[answerKey]*portal.Result{}
	for i := range rows {
		given[keyOf(&rows[i])] = &rows[i]
	}
	for _, q := range p.Owners().Questions(unit, period) {
		row := q.Row()
		key := keyOf(&row)
		old := given[key]
		if old == nil {
			key.plan = "" // a row need not name its plan
			old = given[key]
		}
		if old != nil {
			row.Numerator, row.Denominator, row.Value = old.Numerator, old.Denominator, old.Value
			row.Note, row.Difficulty, row.Proposal, row.Evidence = old.Note, old.Difficulty, old.Proposal, old.Evidence
			delete(given, key)
		}
		page.Rows = append(page.Rows, resultCells(&row, &q))
	}
	for i := range rows { // of what the unit does not owe: check speaks of it
		if given[keyOf(&rows[i])] == &rows[i] {
			page.Rows = append(page.Rows, resultCells(&rows[i], nil))
		}
	}
	form.Pages = []Page{page}
	return form
}

// An answerKey is what a row answers.
type answerKey struct {
	plan, target string
	part         vi.Number
}

func keyOf(row *portal.Result) answerKey { return answerKey{row.Plan, row.Target, row.Part} }

func resultCells(row *portal.Result, q *portal.Question) []Cell {
	clause, statement, ask := "", "", ""
	var answer answer
	if q != nil {
		clause, statement = string(q.Target.Clause), q.Statement()
		answer = answerOf(q.Measure)
		how, _ := words.Fill(texts().How[answer.how], q.Measure.Each)
		ask = asked(q.Measure) + ". " + how
	}
	locked := func(text string) Cell { return Cell{Text: text} }
	figure := func(n vi.Number, wanted bool, prompt string, side side) Cell {
		return Cell{Number: n, Open: true, Wanted: wanted, Kind: table.Number, Prompt: prompt, Share: side}
	}
	open := func(text string, wanted bool) Cell { return Cell{Text: text, Open: true, Wanted: wanted} }
	left, right := noSide, noSide
	if q != nil && answer.share && (!q.Measure.Value.IsSet() || q.Measure.Value.Compare(vi.IntNumber(100)) <= 0) {
		left, right = part, whole
	}
	numerator := "numerator"
	if answer.how == "few" {
		numerator = "few"
	}
	return []Cell{
		locked(row.Target), {Number: row.Part}, locked(row.Plan), locked(clause), locked(statement), locked(ask),
		figure(row.Numerator, answer.share, numerator, left), figure(row.Denominator, answer.share, "denominator", right), figure(row.Value, answer.value, "value", noSide),
		open(row.Note, answer.how == "words"), open(row.Difficulty, false), open(row.Proposal, false), open(row.Evidence, answer.how == "disclose"),
	}
}

// spareRows are those for what nobody has written down yet.
const spareRows = 60

// Adoptions is the form of the units that run a model.
func Adoptions(p *portal.Portal, model *portal.Model) *Form {
	form := newForm(p, "model", model.ID, "")
	form.Of = model.Title
	form.lists(p, nil)
	rows := make([][]string, len(model.Adoptions))
	for i := range model.Adoptions {
		rows[i] = table.Of("adoption").Cells(&model.Adoptions[i])
	}
	form.Pages = []Page{form.table(texts().Pages["model"], table.Of("adoption"), rows, spareRows, map[string]float64{"unit": 45, "evidence": 50})}
	return form
}

// Dossiers is the form of the dossiers of a programme.
func Dossiers(p *portal.Portal, programme *portal.Recognition) *Form {
	form := newForm(p, "recognition", programme.ID, "")
	form.Of = programme.Title
	form.lists(p, programme)
	rows := make([][]string, len(programme.Dossiers))
	for i := range programme.Dossiers {
		rows[i] = table.Of("dossier").Cells(&programme.Dossiers[i])
	}
	form.Pages = []Page{form.table(texts().Pages["recognition"], table.Of("dossier"), rows, spareRows, map[string]float64{"unit": 45, "category": 25, "step": 28, "decision": 20, "note": 40})}
	return form
}

// Exemplar is the form of an exemplar. A new one has an id, and perhaps a title.
func Exemplar(p *portal.Portal, exemplar *portal.Exemplar) *Form {
	form := newForm(p, "exemplar", exemplar.ID, "")
	form.Of = cmp.Or(exemplar.Title, exemplar.ID)
	form.lists(p, nil)
	columns := table.Of("exemplar")
	values := columns.Cells(exemplar)
	page := Page{Name: texts().Pages["exemplar"], Columns: []Column{{texts().Columns["field"], 24, false}, {texts().Columns["content"], 70, false}, {texts().Columns["help"], 60, false}}}
	var others []Page
	for i := range columns.Columns {
		column := &columns.Columns[i]
		switch {
		case len(column.Names) == 0: // not for clerks
		case column.Kind == table.List:
			others = append(others, form.table(column.Name(), column.Parts, columns.Items(exemplar, column.Key), 10, nil))
		default:
			cell := form.cell(column, values[i])
			page.Rows = append(page.Rows, []Cell{{Text: column.Name()}, cell, {Text: form.help(column, &cell)}})
		}
	}
	page.Rows = append(page.Rows, []Cell{{Text: texts().Columns["story"]}, {Text: strings.TrimSpace(exemplar.Manuscript.Text), Open: true, Wanted: true, Lines: 15}, {Text: texts().Prompts["story"]}})
	form.Pages = append([]Page{page}, others...)
	return form
}

func newForm(p *portal.Portal, kind, name, unit string) *Form {
	form := &Form{Kind: kind, Name: name, Title: texts().Titles[kind], Of: unit, Legend: texts().Plain}
	if unit := p.Unit(unit); unit != nil {
		form.Of = unit.Name
		if unit.Sample {
			form.Of, _ = words.Fill(texts().Sample, unit.Name)
		}
	}
	return form
}

// table is the page of a table: a row for each that is known, and spare ones.
func (f *Form) table(name string, schema *table.Schema, rows [][]string, spare int, widths map[string]float64) Page {
	page := Page{Name: name}
	for i := range schema.Columns {
		column := &schema.Columns[i]
		f.choices(column)
		page.Columns = append(page.Columns, Column{Name: column.Name(), Width: cmp.Or(widths[column.Key], 18)})
	}
	for n := range len(rows) + spare {
		row := make([]Cell, len(schema.Columns))
		for i := range schema.Columns {
			text := ""
			if n < len(rows) {
				text = rows[n][i]
			}
			row[i] = f.cell(&schema.Columns[i], text)
			row[i].Wanted = row[i].Wanted && n <= len(rows) // one row shows what is needed
		}
		page.Rows = append(page.Rows, row)
	}
	return page
}

// cell is an open cell for a value of a column.
func (f *Form) cell(column *table.Column, text string) Cell {
	f.choices(column)
	cell := Cell{Text: text, Open: true, Wanted: column.Required, Kind: column.Kind}
	switch {
	case column.Choices != nil:
		cell.Text, cell.List, cell.Prompt = column.Word(text), f.listOf(column), "choice"
	case column.Kind == table.Flag:
		cell.List, cell.Prompt = "flag", "choice"
		cell.Text = map[string]string{"true": texts().Yes, "false": texts().No}[text]
	case column.Kind == table.Number:
		cell.Text, cell.Prompt = "", "value"
		_ = cell.Number.UnmarshalText([]byte(text)) // it was a number before
	case column.Kind == table.Date:
		cell.Text, cell.Prompt = localDate(text), "date"
	case f.list(column.Key) != nil:
		cell.List, cell.Prompt = column.Key, "choice"
		var shown []string
		for id := range strings.SplitSeq(text, "; ") {
			shown = append(shown, f.shown(column.Key, id))
		}
		cell.Text = strings.Join(shown, "; ")
		if column.Kind == table.IDs {
			cell.Free, cell.Prompt = true, "choices"
		}
	}
	return cell
}

// help says how a field is filled in: by a list, by the form of a date, or in
// the words of the schema.
func (f *Form) help(column *table.Column, cell *Cell) string {
	switch cell.Prompt {
	case "choice", "choices", "date":
		return texts().Prompts[cell.Prompt]
	}
	return column.Help
}

// localDate writes a date as people in Vietnam do.
func localDate(text string) string {
	date, err := vi.ParseDate(text)
	switch {
	case err != nil:
		return text
	case date.Full():
		return date.Short()
	case date.Month > 0:
		return text[5:] + "/" + text[:4]
	}
	return text
}
