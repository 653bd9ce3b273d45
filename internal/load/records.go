package load

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"thidua/internal/portal"
)

// readList reads a YAML file that is a list of records.
func readList[T any](src *source, schema string) any {
	root := parseYAML(src, src.text, 0)
	if root == nil {
		return []T(nil)
	}
	if !check(src, schema, root) && root.Kind != yaml.SequenceNode {
		return []T(nil)
	}
	list := &source{path: src.path} // rows take their ids from the file, not from its folder
	rows := make([]T, len(root.Content))
	for i, node := range root.Content {
		decode(list, node, &rows[i])
	}
	src.problems = append(src.problems, list.problems...)
	return rows
}

// readPage reads an index.md: front matter, then a body.
func readPage[T any](src *source, schema string) any {
	front, body, line, ok := splitFrontMatter(src)
	if !ok {
		return (*T)(nil)
	}
	root := parseYAML(src, front, 1)
	if root == nil {
		if !src.broken() {
			src.report(1, 1, "no-front-matter")
		}
		return (*T)(nil)
	}
	if !check(src, schema, root) && root.Kind != yaml.MappingNode {
		return (*T)(nil)
	}
	record := new(T)
	decode(src, root, record)
	setBody(src, record, body, line)
	return record
}

// setBody gives a record the text below its front matter, which starts at line.
func setBody(src *source, record any, body string, line int) {
	switch r := record.(type) {
	case *portal.Plan:
		r.SetClauses(parseClauses(src, body, line))
	case *portal.Movement:
		r.Body = prose(body)
	case *portal.Model:
		r.Body = prose(body)
	case *portal.Exemplar:
		r.Body = prose(body)
	case *portal.Report:
		r.Body = prose(body)
	case *portal.Recognition:
		r.Body = prose(body)
	case *portal.Column:
		r.Body = prose(body)
	}
}

// readTable reads a CSV file with a row of column names.
func readTable[T any](src *source, schema string) any {
	reader := csv.NewReader(strings.NewReader(src.text))
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		src.report(1, 1, "csv-empty")
		return []T(nil)
	}
	var rows []T
	for err == nil {
		start := reader.InputOffset()
		var values []string
		if values, err = reader.Read(); err != nil {
			break
		}
		line, _ := reader.FieldPos(0)
		if len(values) != len(header) {
			src.report(line, 1, "csv-columns", len(values), len(header))
			continue
		}
		text := strings.TrimLeft(src.text[start:reader.InputOffset()], "\n")
		rows = append(rows, *new(T))
		readRow(src, schema, header, values, func(i int) (int, int) {
			fieldLine, column := reader.FieldPos(i)
			return fieldLine, runeColumn(text, fieldLine-line, column)
		}, &rows[len(rows)-1])
	}
	var trouble *csv.ParseError
	if errors.As(err, &trouble) {
		src.report(trouble.Line, trouble.Column, "csv-syntax", trouble.Err.Error())
	}
	return rows
}

// readRow reads one row of a table as an object whose values are all text.
func readRow[T any](src *source, schema string, header, values []string, fieldPos func(int) (line, column int), into *T) {
	line, _ := fieldPos(0)
	object := &yaml.Node{Kind: yaml.MappingNode, Line: line, Column: 1}
	for i, name := range header {
		fieldLine, fieldColumn := fieldPos(i)
		key := &yaml.Node{Kind: yaml.ScalarNode, Value: strings.TrimSpace(name), Line: 1}
		value := &yaml.Node{Kind: yaml.ScalarNode, Value: values[i], Line: fieldLine, Column: fieldColumn}
		if values[i] != "" {
			value.Style = yaml.DoubleQuotedStyle // text, whatever it looks like
		}
		object.Content = append(object.Content, key, value)
	}
	row := make(map[string]any, len(header))
	for i := 0; i < len(object.Content); i += 2 {
		row[object.Content[i].Value] = object.Content[i+1].Value
	}
	reportFaults(src, object, validate(schema, row))
	decode(&source{path: src.path}, object, into)
}

// runeColumn turns a column that csv counts in bytes, on a line of the row
// counted from 0, into one counted in characters.
func runeColumn(row string, line, column int) int {
	for ; line > 0; line-- {
		row = row[strings.IndexByte(row, '\n')+1:]
	}
	return 1 + utf8.RuneCountInString(row[:min(column-1, len(row))])
}

// splitFrontMatter cuts the text between two lines "---" from what follows.
func splitFrontMatter(src *source) (front, body string, line int, ok bool) {
	rest, found := strings.CutPrefix(src.text, "---\n")
	if !found {
		src.report(1, 1, "no-front-matter")
		return "", "", 0, false
	}
	length := 0
	line = 2
	for part := range strings.Lines(rest) {
		line++
		if strings.TrimRight(part, " \t\n") == "---" {
			return rest[:length], rest[length+len(part):], line, true
		}
		length += len(part)
	}
	src.report(1, 1, "front-matter-open")
	return "", "", 0, false
}

// check holds a tree against its schema and reports whether it passed.
func check(src *source, schema string, root *yaml.Node) bool {
	faults := validate(schema, jsonValue(root))
	reportFaults(src, root, faults)
	return len(faults) == 0
}

func reportFaults(src *source, root *yaml.Node, faults []fault) {
	for _, f := range faults {
		node := find(root, f.path)
		line, column := node.Line, node.Column
		if f.key != "" && node.Kind == yaml.MappingNode {
			for i := 0; i < len(node.Content); i += 2 {
				if key := node.Content[i]; key.Value == f.key {
					line, column = key.Line, key.Column
				}
			}
		}
		src.report(line, column, f.rule, f.args...)
	}
}
