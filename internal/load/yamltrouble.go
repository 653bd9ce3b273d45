package load

import (
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// yamlTrouble tells the common mistakes apart by the words of the parser, so
// that each gets advice of its own. Opened mistakes are those of something that
// began further up, which is where the editor has to look.
var yamlTrouble = []struct {
	words, rule string
	opened      bool
}{
	{"unexpected end of stream", "yaml-quote", true},
	{"document indicator", "yaml-quote", true},
	{"could not find expected ':'", "yaml-colon-missing", true},
	{"',' or ']'", "yaml-bracket", true},
	{"',' or '}'", "yaml-bracket", true},
	{"exceeded max depth", "yaml-bracket", false},
	{"tab", "yaml-tab", false},
	{"unknown escape", "yaml-escape", false},
	{"block sequence entries are not allowed", "yaml-list", false},
	{"unknown anchor", "yaml-alias", false},
	{"did not find expected", "yaml-indent", false},
}

// reportYAML says what is wrong with a text that is no YAML, and where.
func reportYAML(src *source, text string, err error, offset int) {
	var trouble *yaml.LoadError
	if !errors.As(err, &trouble) || trouble.Mark.Line == 0 { // each file is one document
		src.report(secondDocument(text)+offset, 1, "yaml-documents")
		return
	}
	lines := strings.Split(text, "\n")
	rule, line, column := diagnose(lines, trouble)
	_, after := around(lines, line, column)
	word, _, _ := strings.Cut(after, " ")
	if rule == "yaml-syntax" {
		word = trouble.Message
	}
	src.report(line+offset, column, rule, word)
}

// diagnose names the rule that a text breaks, and the place to mend. The
// parser's own words are those of somebody who knows its grammar, so the lines
// around the place are looked at, too.
func diagnose(lines []string, trouble *yaml.LoadError) (rule string, line, column int) {
	line, column = max(trouble.Mark.Line, 1), max(trouble.Mark.Column, 1)
	if line > len(lines) { // the end of a text without a line end
		line, column = len(lines), 1
	}
	before, after := around(lines, line, column)
	if atLine, atColumn := openQuote(lines[:line-1]); atLine > 0 {
		return "yaml-quote", atLine, atColumn
	}
	switch {
	case strings.Contains(trouble.Message, "mapping values are not allowed"):
		return misplacedColon(lines, line, column)
	case strings.Contains(trouble.Message, "cannot start any token"):
		if strings.HasPrefix(after, "\t") {
			return "yaml-tab", line, column
		}
		return "yaml-start", line, column
	case strings.Contains(trouble.Message, "did not find expected key"):
		before = strings.TrimRight(before, " ")
		if strings.HasSuffix(before, `"`) || strings.HasSuffix(before, "'") {
			return "yaml-quote-inside", line, column
		}
		if strings.HasPrefix(after, "]") || strings.HasPrefix(after, "}") {
			return "yaml-bracket", line, column
		}
	}
	for _, known := range yamlTrouble {
		if !strings.Contains(trouble.Message, known.words) {
			continue
		}
		if mark := trouble.ContextMark; known.opened && mark.Line > 0 {
			line, column = mark.Line, max(mark.Column, 1)
		}
		return known.rule, line, column
	}
	return "yaml-syntax", line, column
}

// opensQuote is a quotation mark where a value begins.
var opensQuote = regexp.MustCompile(`(?:^|: +|- +|, *|[\[{] *)"`)

// openQuote finds the quotation mark that is open at the end of lines, 0 where
// none is. One that is never closed ends at the next mark, of another value, and
// only what follows that is wrong in the parser's eyes.
func openQuote(lines []string) (line, column int) {
	for i, text := range lines {
		if strings.HasPrefix(strings.TrimSpace(text), "#") || strings.Count(text, `"`)%2 == 0 {
			continue
		}
		if line > 0 { // closed here
			line, column = 0, 0
			continue
		}
		if found := opensQuote.FindAllStringIndex(text, -1); found != nil {
			line, column = i+1, utf8.RuneCountInString(text[:found[len(found)-1][1]])
		}
	}
	return line, column
}

// misplacedColon tells a value that holds a colon from a line above that is not
// finished: "a:b", or one that the colon's line is indented below.
func misplacedColon(lines []string, line, column int) (rule string, atLine, atColumn int) {
	before, _ := around(lines, line, column)
	if strings.Contains(before, ": ") {
		return "yaml-colon", line, column
	}
	above := line - 1
	for above > 0 && strings.TrimSpace(lines[above-1]) == "" {
		above--
	}
	if above == 0 || indentation(lines[line-1]) > indentation(lines[above-1]) {
		return "yaml-indent", line, column
	}
	return "yaml-colon-missing", above, 1 + indentation(lines[above-1])
}

// around cuts a line at a column that is counted in characters.
func around(lines []string, line, column int) (before, after string) {
	runes := []rune(lines[line-1])
	at := min(column-1, len(runes))
	return string(runes[:at]), string(runes[at:])
}

func indentation(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// secondDocument is the line where a second YAML document begins.
func secondDocument(text string) int {
	line, content := 0, false
	for part := range strings.Lines(text) {
		line++
		part = strings.TrimRight(part, " \t\n")
		if content && (strings.HasPrefix(part, "---") || part == "...") {
			return line
		}
		content = content || part != "" && part != "---" && part[0] != '#' && part[0] != '%'
	}
	return max(line, 1)
}
