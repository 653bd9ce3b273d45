package load

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// readTable reads a CSV file with a row of column names.
func readTable[T any](src *source, schema string) any {
	reader := csv.NewReader(strings.NewReader(src.text))
	reader.FieldsPerRecord = -1
	t := &table{src: src, schema: schema, reader: reader, lines: strings.Split(src.text, "\n")}
	list := &source{path: src.path} // rows have no id from their folder
	var rows []T
	for {
		values, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.reportSyntax(err)
			if t.names == nil {
				return nil
			}
			continue
		}
		if t.names == nil {
			if !t.readNames(values) {
				return nil
			}
			continue
		}
		if row := t.row(values); row != nil {
			rows = append(rows, *new(T))
			decode(list, row, &rows[len(rows)-1])
		}
	}
	src.problems = append(src.problems, list.problems...)
	if t.names == nil {
		src.report(1, 1, "csv-empty")
		return nil
	}
	return rows
}

// A table is a CSV file while it is read.
type table struct {
	src    *source
	schema string
	reader *csv.Reader
	lines  []string
	names  []*yaml.Node // of the columns
}

// readNames takes the first row as the names of the columns and reports whether
// the rows below can be read by them.
func (t *table) readNames(values []string) bool {
	if len(values) == 1 && strings.ContainsAny(values[0], ";\t") {
		t.src.report(1, 1, "csv-separator")
		return false
	}
	object := &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	seen := make(map[string]any)
	for i, name := range trimEmpty(values, 0) {
		node := t.cell(i, name)
		if _, twice := seen[node.Value]; twice {
			t.src.report(node.Line, node.Column, "duplicate-key", node.Value)
			return false
		}
		seen[node.Value] = ""
		t.names = append(t.names, node)
		object.Content = append(object.Content, node, node)
	}
	faults := slices.DeleteFunc(validate(t.schema, seen), func(f fault) bool { return !f.ofColumn() })
	reportFaults(t.src, object, faults)
	return len(t.names) > 0
}

// ofColumn reports whether a fault of a row is one of the whole table: a column
// that is missing, or that nobody knows.
func (f fault) ofColumn() bool { return f.rule == "missing-field" || f.rule == "unknown-field" }

// row makes an object of a row, whose values are all text, or nil of one that
// is empty or has not the right number of cells.
func (t *table) row(values []string) *yaml.Node {
	line, _ := t.reader.FieldPos(0)
	values = trimEmpty(values, len(t.names))
	if len(trimEmpty(values, 0)) == 0 { // spreadsheets leave such rows at the end
		return nil
	}
	if len(values) != len(t.names) {
		t.src.report(line, 1, "csv-columns", len(values), len(t.names))
		return nil
	}
	object := &yaml.Node{Kind: yaml.MappingNode, Line: line, Column: 1}
	content := make(map[string]any, len(values))
	for i, name := range t.names {
		cell := t.cell(i, values[i])
		object.Content = append(object.Content, name, cell)
		content[name.Value] = cell.Value
	}
	faults := slices.DeleteFunc(validate(t.schema, content), fault.ofColumn)
	reportFaults(t.src, object, faults)
	return object
}

// cell is a value of the row that was read last.
func (t *table) cell(i int, value string) *yaml.Node {
	line, column := t.reader.FieldPos(i)
	node := &yaml.Node{Kind: yaml.ScalarNode, Value: strings.TrimSpace(value), Line: line, Column: t.column(line, column)}
	if node.Value != "" {
		node.Style = yaml.DoubleQuotedStyle // text, whatever it looks like
	}
	return node
}

// column turns a column that csv counts in bytes into one counted in characters.
func (t *table) column(line, column int) int {
	text := t.lines[line-1]
	return 1 + utf8.RuneCountInString(text[:min(column-1, len(text))])
}

// reportSyntax says where a quotation mark stands wrong; one that is never
// closed stands in the row where it was opened, not at the end of the file.
func (t *table) reportSyntax(err error) {
	var trouble *csv.ParseError
	if !errors.As(err, &trouble) {
		t.src.report(1, 1, "csv-syntax", err.Error())
		return
	}
	line, column := trouble.Line, t.column(min(trouble.Line, len(t.lines)), trouble.Column)
	if trouble.Line != trouble.StartLine {
		line, column = trouble.StartLine, 1
	}
	t.src.report(line, column, "csv-syntax", trouble.Err.Error())
}

// trimEmpty drops empty cells at the end of a row, as far as length.
func trimEmpty(values []string, length int) []string {
	for len(values) > length && strings.TrimSpace(values[len(values)-1]) == "" {
		values = values[:len(values)-1]
	}
	return values
}
