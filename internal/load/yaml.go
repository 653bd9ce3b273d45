package load

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// parseYAML reads one YAML document whose first line is line offset+1 of the
// file. It returns nil where the text holds nothing, or reports what is wrong.
func parseYAML(src *source, text string, offset int) *yaml.Node {
	var document yaml.Node
	if !saysSomething(text) {
		return nil
	}
	if err := yaml.Load([]byte(text), &document); err != nil {
		reportYAML(src, text, err, offset)
		return nil
	}
	if len(document.Content) == 0 {
		return nil
	}
	root := document.Content[0]
	if !settle(src, root, offset) {
		return nil
	}
	return root
}

// saysSomething reports whether a text has a line that is no comment.
func saysSomething(text string) bool {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return true
		}
	}
	return false
}

// settle moves the lines of a tree to where they are in the file and refuses
// what would make a value depend on another place: anchors, aliases, tags,
// merge keys, the same key twice. An alias is never followed.
func settle(src *source, node *yaml.Node, offset int) bool {
	node.Line += offset
	switch {
	case node.Kind == yaml.AliasNode:
		src.report(node.Line, node.Column, "yaml-alias", "*"+node.Value)
		return false
	case node.Anchor != "":
		src.report(node.Line, node.Column, "yaml-alias", "&"+node.Anchor)
		return false
	case node.Style&yaml.TaggedStyle != 0:
		src.report(node.Line, node.Column, "yaml-tag", node.Tag)
		return false
	case strings.ContainsFunc(node.Value, isControl): // the text has none, so "\x1b" or the like made it
		src.report(node.Line, node.Column, "yaml-escape")
		return false
	}
	good := reportPastedValue(src, node)
	seen := map[string]bool{}
	for i, child := range node.Content {
		if node.Kind == yaml.MappingNode && i%2 == 0 {
			if child.Kind != yaml.ScalarNode || child.Value == "<<" {
				src.report(child.Line+offset, child.Column, "yaml-key")
				return false
			}
			if seen[child.Value] {
				src.report(child.Line+offset, child.Column, "duplicate-key", child.Value)
				good = false
			}
			seen[child.Value] = true
		}
		good = settle(src, child, offset) && good
	}
	return good
}

var plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// jsonValue is a tree as the schemas see it. Only its shape matters there:
// values are taken from the nodes as they were written.
func jsonValue(node *yaml.Node) any {
	switch node.Kind {
	case yaml.MappingNode:
		object := make(map[string]any, len(node.Content)/2)
		for i := 0; i < len(node.Content); i += 2 {
			object[node.Content[i].Value] = jsonValue(node.Content[i+1])
		}
		return object
	case yaml.SequenceNode:
		list := make([]any, len(node.Content))
		for i, child := range node.Content {
			list[i] = jsonValue(child)
		}
		return list
	}
	switch {
	case isNull(node):
		return nil
	case !isPlain(node):
		return settled(node.Value)
	case node.Value == "true" || node.Value == "false":
		return node.Value == "true"
	case plainNumber.MatchString(node.Value):
		return json.Number(node.Value)
	}
	return node.Value
}

func isPlain(node *yaml.Node) bool {
	const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return node.Style&quoted == 0
}

// isNull reports whether a scalar says that nothing is given.
func isNull(node *yaml.Node) bool {
	return node.Kind == yaml.ScalarNode && isPlain(node) &&
		(node.Value == "" || node.Value == "~" || node.Value == "null")
}

// find follows a path of keys and indexes as the schema validator gives it.
// It returns the last node on the way that exists.
func find(node *yaml.Node, path []string) *yaml.Node {
	for _, key := range path {
		next := child(node, key)
		if next == nil {
			return node
		}
		node = next
	}
	return node
}

func child(node *yaml.Node, key string) *yaml.Node {
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(node.Content); i += 2 {
			if node.Content[i].Value == key {
				return node.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(node.Content) {
			return node.Content[i]
		}
	}
	return nil
}
