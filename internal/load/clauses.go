package load

import (
	"html/template"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// dialect reads the body of a plan as docs/data-format.md §4 describes it.
// Numbered lists are no lists here: Markdown would count them anew, and the
// numbers of a plan are part of its text.
var dialect = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(bulletsOnly{parser.NewListParser()}, 300),
		util.Prioritized(bulletsOnly{parser.NewListItemParser()}, 400),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	),
	parser.WithInlineParsers(inline()...),
)

// bulletsOnly lets a list begin only at "-" or "+".
type bulletsOnly struct{ parser.BlockParser }

func (bulletsOnly) Trigger() []byte { return []byte{'-', '+'} }

// A number as it stands at the beginning of a heading or a paragraph.
var (
	sectionNumber = regexp.MustCompile(`^(\(?)([IVXL]+)\.(\)?)\s+`)
	plainNumbers  = regexp.MustCompile(`^(\(?)(\d{1,3}(?:\.\d{1,3})*)\.(\)?)\s+`)
	pointLetter   = regexp.MustCompile(`^(\(?)([a-zđ])\)\s+`)
	looksNumbered = regexp.MustCompile(`^(?:[IVXL]+\.|\d{1,3}(?:\.\d{1,3})*\.|[a-zđ]\))\s+\S`)
	otherBullet   = regexp.MustCompile(`^[*•–—]\s+`)
)

// parseClauses reads the body of a plan, which begins at a line of the file,
// into its tree of clauses.
func parseClauses(src *source, body string, line int) []*portal.Clause {
	b := &builder{src: src, body: []byte(body), starts: lineStarts(body), line: line}
	document := dialect.Parse(text.NewReader(b.body))
	for node := document.FirstChild(); node != nil; node = node.NextSibling() {
		b.block(node)
	}
	b.finish()
	return b.tree
}

// A builder grows the tree from the blocks of the text, one after another. The
// open clauses are the last one of each level on the way down.
type builder struct {
	src    *source
	body   []byte
	starts []int
	line   int
	tree   []*portal.Clause
	open   []*portal.Clause
	closed bool // the line of three stars has been passed
}

func (b *builder) block(node ast.Node) {
	switch node := node.(type) {
	case *ast.ThematicBreak:
		b.open, b.closed = nil, true
	case *ast.Heading:
		b.heading(node)
	case *ast.Paragraph:
		b.paragraph(node)
	case *ast.List:
		b.list(node)
	}
}

func (b *builder) heading(node *ast.Heading) {
	where := b.pos(node)
	b.closed = false
	clause, rest, ok := b.numbered(b.raw(node))
	if !ok {
		b.src.report(where.Line, where.Column, "heading-number", b.raw(node))
		return
	}
	if want := headingLevel(clause); node.Level != want {
		b.src.report(where.Line, where.Column, "heading-level", strings.Repeat("#", want)+" "+clause.Number, strings.Repeat("#", node.Level))
	}
	clause.Heading = true
	clause.Title = plain(rest)
	clause.Pos = where
	if clause.Title == "" {
		b.src.report(where.Line, where.Column, "heading-empty", clause.Number)
	}
	b.add(clause)
}

// headingLevel is how many "#" a heading with this number has.
func headingLevel(clause *portal.Clause) int {
	switch clause.Kind {
	case portal.Section:
		return 2
	case portal.Numbered:
		return 3 + strings.Count(strings.Trim(clause.Number, "()."), ".")
	}
	return 4
}

func (b *builder) paragraph(node ast.Node) {
	where := b.pos(node)
	b.reportHiddenMarkers(node)
	if clause, rest, ok := b.numbered(b.raw(node)); ok && !b.closed {
		clause.Pos = where
		b.strip(node, len(b.raw(node))-len(rest))
		b.runIn(node, clause)
		b.own(clause, node)
		b.add(clause)
		return
	}
	b.own(b.holder(where), node)
}

// reportHiddenMarkers finds lines inside a paragraph that look like the
// beginning of a clause of their own.
func (b *builder) reportHiddenMarkers(node ast.Node) {
	lines := node.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		content := strings.TrimSpace(string(segment.Value(b.body)))
		line, column := b.place(segment.Start)
		switch {
		case otherBullet.MatchString(content):
			b.src.report(line, column, "bullet-mark", string([]rune(content)[:1]))
		case i > 0 && looksNumbered.MatchString(content):
			mark, _, _ := strings.Cut(content, " ")
			b.src.report(line, column, "clause-not-apart", mark)
		}
	}
}

// holder is the clause that an unnumbered paragraph belongs to: the nearest
// open one that is no bullet, or else the opening or the closing lines.
func (b *builder) holder(where portal.Pos) *portal.Clause {
	for len(b.open) > 0 {
		last := b.open[len(b.open)-1]
		if last.Kind != portal.Bullet && last.Kind != portal.SubBullet {
			return last
		}
		b.open = b.open[:len(b.open)-1]
	}
	address := portal.Opening
	if b.closed {
		address = portal.Closing
	}
	clause := &portal.Clause{Kind: portal.Prose, Address: address, Pos: where}
	b.add(clause)
	return clause
}

func (b *builder) list(node *ast.List) {
	for item := node.FirstChild(); item != nil; item = item.NextSibling() {
		clause := &portal.Clause{Kind: portal.Bullet, Number: string(node.Marker)}
		if node.Marker == '+' {
			clause.Kind = portal.SubBullet
		}
		clause.Pos = b.pos(item)
		b.add(clause)
		for part := item.FirstChild(); part != nil; part = part.NextSibling() {
			switch part := part.(type) {
			case *ast.List:
				b.list(part)
			case *ast.Heading:
				b.src.report(clause.Pos.Line, clause.Pos.Column, "heading-in-bullet")
			case *ast.TextBlock, *ast.Paragraph:
				b.reportHiddenMarkers(part)
				if clause.Text == "" && clause.Title == "" {
					b.runIn(part, clause)
				}
				b.own(clause, part)
			}
		}
		if clause.Text == "" && clause.Title == "" {
			b.src.report(clause.Pos.Line, clause.Pos.Column, "bullet-empty")
		}
	}
}

// numbered reads the number at the beginning of a heading or paragraph.
func (b *builder) numbered(raw string) (clause *portal.Clause, rest string, ok bool) {
	for _, form := range []struct {
		pattern *regexp.Regexp
		kind    portal.ClauseKind
		end     string
	}{
		{sectionNumber, portal.Section, "."},
		{plainNumbers, portal.Numbered, "."},
		{pointLetter, portal.Point, ")"},
	} {
		found := form.pattern.FindStringSubmatch(raw)
		if found == nil || form.kind != portal.Point && found[1] == "(" != (found[3] == ")") {
			continue
		}
		if form.kind == portal.Section {
			if _, good := vi.ParseRoman(found[2]); !good {
				continue
			}
		}
		clause := &portal.Clause{Kind: form.kind, Number: found[2] + form.end, Restored: found[1] == "("}
		return clause, raw[len(found[0]):], true
	}
	return nil, raw, false
}

// depth is the level of a clause: it closes every open clause of its own
// level or below.
func depth(clause *portal.Clause) int {
	switch clause.Kind {
	case portal.Section:
		return 1
	case portal.Numbered:
		return 2 + strings.Count(clause.Number, ".") - 1
	case portal.Point, portal.Prose: // opening and closing lines hold bullets, no more
		return 10
	case portal.Bullet:
		return 11
	}
	return 12
}

// add hangs a clause on the nearest open one above its level and opens it.
func (b *builder) add(clause *portal.Clause) {
	b.open = slices.DeleteFunc(b.open, func(c *portal.Clause) bool { return depth(c) >= depth(clause) })
	siblings := &b.tree
	var parent *portal.Clause
	if len(b.open) > 0 {
		parent = b.open[len(b.open)-1]
		siblings = &parent.Children
	}
	if clause.Kind != portal.Prose {
		clause.Address = b.address(clause, parent, *siblings)
	}
	if parent != nil && len(*siblings) > 0 && isBullet((*siblings)[0]) != isBullet(clause) {
		b.src.report(clause.Pos.Line, clause.Pos.Column, "mixed-numbering", string(parent.Address))
	}
	*siblings = append(*siblings, clause)
	b.open = append(b.open, clause)
}

func isBullet(c *portal.Clause) bool {
	return c.Kind == portal.Bullet || c.Kind == portal.SubBullet
}

// address names a clause below its parent by its own number; "1.1." below
// khoản 1 gives only its last part.
func (b *builder) address(clause, parent *portal.Clause, siblings []*portal.Clause) portal.Address {
	var above portal.Address
	if parent != nil {
		above = parent.Address
	}
	if isBullet(clause) {
		count := 1
		for _, sibling := range siblings {
			if isBullet(sibling) {
				count++
			}
		}
		return above.Join(strconv.Itoa(count))
	}
	number := strings.TrimRight(clause.Number, ".)")
	head, tail, compound := cutLast(number)
	if compound {
		if parent == nil || parent.Kind != portal.Numbered || strings.TrimSuffix(parent.Number, ".") != head {
			b.src.report(clause.Pos.Line, clause.Pos.Column, "numbering-parent", clause.Number, head+".")
		}
		number = tail
	}
	return above.Join(strings.TrimLeft(number[:len(number)-1], "0") + number[len(number)-1:])
}

func cutLast(number string) (head, tail string, found bool) {
	i := strings.LastIndexByte(number, '.')
	if i < 0 {
		return "", number, false
	}
	return number[:i], number[i+1:], true
}

// own adds a paragraph to the text of a clause: before its children, or after.
func (b *builder) own(clause *portal.Clause, node ast.Node) {
	words := plain(b.inlineText(node))
	if words == "" {
		return
	}
	if clause.Text != "" {
		clause.Text += "\n"
	}
	clause.Text += words
	if html := b.render(node); len(clause.Children) > 0 {
		clause.Tail += html
	} else {
		clause.HTML += html
	}
}

// runIn takes bold words at the beginning of a paragraph as the title of its
// clause.
func (b *builder) runIn(node ast.Node, clause *portal.Clause) {
	first := node.FirstChild()
	for first != nil && first.Kind() == ast.KindText && len(strings.TrimSpace(b.inlineText(first))) == 0 {
		first = first.NextSibling()
	}
	bold, ok := first.(*ast.Emphasis)
	if !ok || bold.Level != 2 {
		return
	}
	clause.Title = strings.TrimRight(plain(b.inlineText(bold)), ":. ")
	next := bold.NextSibling()
	node.RemoveChild(node, bold)
	if after, ok := next.(*ast.Text); ok { // the colon may stand outside the bold words
		value := after.Segment.Value(b.body)
		after.Segment = after.Segment.WithStart(after.Segment.Start + len(value) - len(strings.TrimLeft(string(value), ": ")))
	}
}

// strip takes n bytes, the number, from the beginning of a paragraph.
func (b *builder) strip(node ast.Node, n int) {
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

func (b *builder) render(node ast.Node) template.HTML {
	var out strings.Builder
	out.WriteString("<p>")
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		if err := toHTML.Render(&out, b.body, child); err != nil {
			panic(err) // a strings.Builder takes everything
		}
	}
	out.WriteString("</p>")
	return template.HTML(out.String())
}

// raw is the text of a block as written, on one line.
func (b *builder) raw(node ast.Node) string {
	lines := node.Lines()
	if lines.Len() == 0 {
		return ""
	}
	first := lines.At(0)
	return strings.TrimRight(string(first.Value(b.body)), "\n")
}

// inlineText is the text of a node without its marks.
func (b *builder) inlineText(node ast.Node) string {
	var out strings.Builder
	_ = ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			out.Write(n.Segment.Value(b.body))
			if n.SoftLineBreak() || n.HardLineBreak() {
				out.WriteByte(' ')
			}
		case *ast.AutoLink:
			out.Write(n.Label(b.body))
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}

// plain settles white space and takes away the backslashes that keep Markdown
// from reading a mark.
func plain(s string) string {
	return strings.Join(strings.Fields(vi.Clean(unescaped.ReplaceAllString(s, "$1"))), " ")
}

var unescaped = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")

// pos is where a block begins in the file.
func (b *builder) pos(node ast.Node) portal.Pos {
	for n := node; n != nil; n = n.FirstChild() {
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			line, column := b.place(n.Lines().At(0).Start)
			if node.Kind() != ast.KindParagraph {
				column = 1
			}
			return portal.Pos{File: b.src.path, Line: line, Column: column}
		}
	}
	return portal.Pos{File: b.src.path, Line: b.line}
}

// place turns an offset in the body into line and column of the file.
func (b *builder) place(offset int) (line, column int) {
	i, exact := slices.BinarySearch(b.starts, offset)
	if !exact {
		i--
	}
	return b.line + i, 1 + utf8.RuneCount(b.body[b.starts[i]:offset])
}

func lineStarts(body string) []int {
	starts := []int{0}
	for i := range len(body) {
		if body[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// finish reports addresses that two clauses share.
func (b *builder) finish() {
	first := map[portal.Address]*portal.Clause{}
	for clause := range portal.Walk(b.tree) {
		if other := first[clause.Address]; other != nil {
			b.src.report(clause.Pos.Line, clause.Pos.Column, "duplicate-clause", string(clause.Address), other.Pos.Line)
			continue
		}
		first[clause.Address] = clause
	}
}
