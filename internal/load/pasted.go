package load

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"thidua/internal/portal"
)

// What Word, Excel and web pages leave behind in text that was copied from them.

// hidden are characters that look like a space or like nothing: settled takes
// them out of every value, and vi.Clean out of every body.
var hidden = []string{"\u00a0", "\u2007", "\u202f", "\u00ad", "\u200b", "\u2060", "\ufeff"}

// plainSpaces are the hidden ones that stand for a space. They are replaced before
// a file is read, so that no line of YAML depends on them.
var plainSpaces = strings.NewReplacer("\u00a0", " ", "\u2007", " ", "\u202f", " ")

// withoutHidden makes spaces plain and tells, once for a file, of the first hidden
// character and how many there are.
func withoutHidden(path, text string) (string, []portal.Problem) {
	first, n := len(text), 0
	for _, character := range hidden {
		if i := strings.Index(text, character); i >= 0 {
			first = min(first, i)
			n += strings.Count(text, character)
		}
	}
	if n == 0 {
		return text, nil
	}
	at := portal.Pos{File: path, Line: 1 + strings.Count(text[:first], "\n")}
	at.Column = 1 + utf8.RuneCountInString(text[strings.LastIndexByte(text[:first], '\n')+1:first])
	return plainSpaces.Replace(text), []portal.Problem{{Pos: at, Rule: "pasted-spaces", Severity: portal.Note, Args: []any{n}}}
}

// Marks of lists in the fonts of word processors, with the private ones that
// Symbol and Wingdings have, and letters that were such marks in another font.
const listMarks = `[•·▪▫◦‣⁃●○■□◆◇◊➢➤►▶✓✔❖\x{F000}-\x{F0FF}]`

var (
	otherBullet = regexp.MustCompile(`^(?:[*–—]\s+|` + listMarks + `\s*|[§Øü]\s+|[ov]\t|[-+]\pL)`)
	valueBullet = regexp.MustCompile(`^` + listMarks)
	ownMark     = regexp.MustCompile(`^(?:[-+*]|[IVXL]+\.|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]\))\s+`)
	pastedTag   = regexp.MustCompile(`(?i)</?(?:table|thead|tbody|tr|td|th|p|div|span|font|br|o:p)(?:\s[^<>]*)?/?>`)
)

// reportPasted finds tables among the lines of a paragraph: one of Markdown, one of
// HTML or of Word, cells divided by tabs. Each kind is told once.
func (b *builder) reportPasted(lines []string, at func(int) portal.Pos) {
	told := map[string]bool{}
	tell := func(i int, rule string, args ...any) {
		if !told[rule] {
			told[rule] = true
			b.report(at(i), rule, args...)
		}
	}
	tabs := func(i int) int {
		if i < 0 || i >= len(lines) || strings.IndexByte(lines[i], '\t') < 0 {
			return 0
		}
		return strings.Count(lines[i][len(ownMark.FindString(lines[i])):], "\t")
	}
	for i, line := range lines {
		switch {
		case strings.HasPrefix(line, "|") && strings.Count(line, "|") > 1:
			tell(i, "pasted-table", "|")
		case strings.Contains(line, "<") && pastedTag.MatchString(line):
			tell(i, "pasted-tag", pastedTag.FindString(line))
		case tabs(i) > 1, tabs(i) == 1 && tabs(i-1)+tabs(i+1) > 0:
			tell(i, "pasted-table", "Tab")
		}
	}
}

// reportPastedValue finds a value of YAML that stands in curly quotation marks,
// which are letters there, or begins with the mark of a list. It reports whether
// the value is sound.
func reportPastedValue(src *source, node *yaml.Node) bool {
	if node.Kind != yaml.ScalarNode {
		return true
	}
	if inner, ok := curlyQuoted(node.Value); ok && isPlain(node) {
		src.report(node.Line, node.Column, "curly-quotes", `"`+inner+`"`, `"`+node.Value+`"`)
		return false
	}
	if valueBullet.MatchString(node.Value) {
		src.report(node.Line, node.Column, "bullet-in-value", string([]rune(node.Value)[:1]))
		return false
	}
	return true
}

// curlyQuoted is what stands between curly quotation marks, if they hold the whole
// value and nothing else in it is quoted.
func curlyQuoted(value string) (inner string, ok bool) {
	first, before := utf8.DecodeRuneInString(value)
	last, after := utf8.DecodeLastRuneInString(value)
	if len(value) < before+after || !strings.ContainsRune("“”„‟‘’", first) || !strings.ContainsRune("“”‘’", last) {
		return "", false
	}
	inner = value[before : len(value)-after]
	return inner, !strings.ContainsAny(inner, `“”„‟‘’"`)
}
