package load

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"thidua/internal/portal"
)

// What stands at the beginning of a line and should have been a clause of its
// own.
var (
	looksNumbered = regexp.MustCompile(`^(?:[IVXL]+\.|\d{1,3}(?:\.\d{1,3})*\.|[a-zđ]\))\s+\S`)
	boldNumber    = regexp.MustCompile(`^\*+((?:[IVXL]+\.|\d{1,3}(?:\.\d{1,3})*\.|[a-zđ]\)))\s`)
	gluedHeading  = regexp.MustCompile(`^#{1,6}[^#\s]`)
	lateBullet    = regexp.MustCompile(`^[-+]\s+\S`)
)

func (b *builder) paragraph(node ast.Node) {
	at := b.pos(node)
	b.reportHidden(node)
	raw := b.raw(node)
	clause, length, ok := numbered(raw)
	if !ok || b.closed {
		if bold := boldNumber.FindStringSubmatch(raw); bold != nil && !b.closed {
			b.report(at, "number-in-bold", bold[1])
		}
		b.own(b.holder(at), node)
		return
	}
	if clause.Kind == portal.Section {
		b.report(at, "section-plain", clause.Number)
	}
	strip(node, length)
	d := b.add(clause, at)
	b.runIn(node, clause)
	b.own(d, node)
	if d.empty() {
		b.report(at, "clause-empty", clause.Number)
	}
}

// reportHidden finds lines inside a paragraph that look like the beginning of a
// clause of their own.
func (b *builder) reportHidden(node ast.Node) {
	lines := node.Lines()
	contents := make([]string, lines.Len())
	for i := range contents {
		segment := lines.At(i)
		contents[i] = strings.TrimSpace(string(segment.Value(b.body)))
	}
	b.reportPasted(contents, func(i int) portal.Pos { return b.place(lines.At(i).Start) })
	for i, content := range contents {
		at := b.place(lines.At(i).Start)
		mark, _, _ := strings.Cut(content, " ")
		switch {
		case gluedHeading.MatchString(content):
			hashes := content[:strings.IndexFunc(content, func(r rune) bool { return r != '#' })]
			b.report(at, "heading-space", hashes+" "+content[len(hashes):])
		case otherBullet.MatchString(content):
			b.report(at, "bullet-mark", string([]rune(content)[:1]))
		case lateBullet.MatchString(content):
			b.report(at, "bullet-indent", mark)
		case i > 0 && looksNumbered.MatchString(content):
			b.report(at, "clause-not-apart", mark)
		}
	}
}

// own adds a paragraph to the text of a clause: before its children, or after.
func (b *builder) own(d *draft, node ast.Node) {
	markup := b.render(node)
	said := words(markup)
	if said == "" {
		return
	}
	if d.text.Len() > 0 {
		d.text.WriteByte('\n')
	}
	d.text.WriteString(said)
	out := &d.html
	if len(d.Children) > 0 {
		out = &d.tail
	}
	out.WriteString("<p>" + markup + "</p>")
}

// empty reports whether nothing has been said in the clause so far.
func (d *draft) empty() bool { return d.text.Len() == 0 && d.Title == "" }

// runIn takes bold words at the beginning of a paragraph as the title of its
// clause, if a colon or a full stop ends them, or the paragraph. Other bold
// words are part of the text.
func (b *builder) runIn(node ast.Node, clause *portal.Clause) {
	bold, ok := node.FirstChild().(*ast.Emphasis)
	if !ok || bold.Level != 2 {
		return
	}
	title := words(b.render(bold))
	ended := strings.HasSuffix(title, ":") || strings.HasSuffix(title, ".")
	next := bold.NextSibling()
	if after, ok := next.(*ast.Text); ok { // the mark may stand outside the bold words
		value := string(after.Segment.Value(b.body))
		rest, colon := strings.CutPrefix(value, ":")
		rest, stop := strings.CutPrefix(rest, ". ")
		if ended = ended || colon || stop; ended {
			rest = strings.TrimLeft(rest, " ")
			after.Segment = after.Segment.WithStart(after.Segment.Stop - len(rest))
		}
	}
	if next != nil && !ended {
		return
	}
	clause.Title = strings.TrimRight(title, ":. ")
	node.RemoveChild(node, bold)
}

// strip takes n bytes, the number, from the beginning of a block.
func strip(node ast.Node, n int) {
	for child := node.FirstChild(); child != nil && n > 0; child = node.FirstChild() {
		words, ok := child.(*ast.Text)
		if !ok {
			return
		}
		length := words.Segment.Len()
		if length > n {
			words.Segment = words.Segment.WithStart(words.Segment.Start + n)
			return
		}
		n -= length
		node.RemoveChild(node, child)
	}
}

// render writes what stands inside a node as HTML.
func (b *builder) render(node ast.Node) string {
	b.markup.Reset()
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		if err := toHTML.Render(b.out, b.body, child); err != nil {
			panic(err) // a strings.Builder takes everything
		}
	}
	if err := b.out.Flush(); err != nil {
		panic(err)
	}
	return strings.TrimSpace(b.markup.String())
}

// raw is the first line of a block as written.
func (b *builder) raw(node ast.Node) string {
	lines := node.Lines()
	if lines.Len() == 0 {
		return ""
	}
	first := lines.At(0)
	return strings.TrimSpace(string(first.Value(b.body)))
}
