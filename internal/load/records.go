package load

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// readList reads a YAML file that is a list of records.
func readList[T any](src *source, schema string) any {
	root := parseYAML(src, src.text, 0)
	if root == nil && src.broken() {
		return nil
	}
	if root == nil {
		return []T(nil)
	}
	if !check(src, schema, root) && root.Kind != yaml.SequenceNode {
		return nil
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
		return nil
	}
	root := parseYAML(src, front, 1)
	if root == nil {
		if !src.broken() {
			src.report(1, 1, "no-front-matter")
		}
		return nil
	}
	if !check(src, schema, root) && root.Kind != yaml.MappingNode {
		return nil
	}
	record := new(T)
	decode(src, root, record)
	setBody(src, record, body, line)
	return record
}

// setBody gives a record the text below its front matter, which starts at line.
func setBody(src *source, record any, body string, line int) {
	body = vi.Clean(body)
	if reportLong(src, body, line, record) {
		return
	}
	switch r := record.(type) {
	case *portal.Plan:
		r.SetClauses(parseClauses(src, body, line))
	case interface{ Head() *portal.Record }:
		r.Head().Body = prose(body)
		r.Head().Manuscript = portal.Manuscript{Text: body, Pos: portal.Pos{File: src.path, Line: line, Column: 1}}
	}
}

// splitFrontMatter cuts the text between two lines "---" from what follows.
func splitFrontMatter(src *source) (front, body string, line int, ok bool) {
	first, rest, _ := strings.Cut(src.text, "\n")
	if strings.TrimRight(first, " \t") != "---" {
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
	var of *yaml.Node // whose keys are known
	var keys map[string]*yaml.Node
	for _, f := range faults {
		at := find(root, f.path)
		if f.key != "" && at.Kind == yaml.MappingNode {
			if at != of { // all faults in the keys of a map come together
				of, keys = at, keysOf(at)
			}
			if key := keys[f.key]; key != nil {
				at = key
			}
		}
		src.report(at.Line, at.Column, f.rule, f.args...)
	}
}

// keysOf finds the keys of a map by their names.
func keysOf(node *yaml.Node) map[string]*yaml.Node {
	keys := make(map[string]*yaml.Node, len(node.Content)/2)
	for i := 0; i < len(node.Content); i += 2 {
		keys[node.Content[i].Value] = node.Content[i]
	}
	return keys
}
