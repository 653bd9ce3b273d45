package country

import (
	"fmt"
	"strings"
)

// A page is the text of one file while it is written.
type page struct{ strings.Builder }

// line writes a line of any text.
func (p *page) line(form string, args ...any) {
	fmt.Fprintf(p, form, args...)
	p.WriteByte('\n')
}

// field writes "key: text" at an indentation, with quotation marks only where
// YAML asks for them, as editors do.
func (p *page) field(indent, key, text string) {
	p.WriteString(indent)
	p.WriteString(key)
	p.WriteString(": ")
	p.WriteString(scalar(text))
	p.WriteByte('\n')
}

// scalar is a text as a value of YAML, outside of brackets.
func scalar(text string) string {
	if strings.Contains(text, ": ") || strings.Contains(text, " #") || strings.HasSuffix(text, ":") ||
		strings.ContainsAny(text[:1], "*&!%@[]{}\"'-?|>`,#:") {
		return `"` + text + `"` // no text of ours has quotation marks of this form
	}
	return text
}

// front writes what the front matter of every record begins with.
func (p *page) front(year int) {
	p.WriteString("---\nstatus: published\napproved_by: Ban biên tập (minh họa)\n")
	p.line("approved_on: %d-03-02\nsample: true", year)
	p.line("history:\n  - {date: %d-03-02, what: Đăng lần đầu, by: Ban biên tập (minh họa)}", year)
}
