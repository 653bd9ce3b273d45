package load

import (
	"bufio"
	"bytes"
	"cmp"
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
		util.Prioritized(anyIndent{parser.NewParagraphParser()}, 1000),
	),
	parser.WithInlineParsers(inline()...),
)

// bulletsOnly lets a list begin only at "-" or "+".
type bulletsOnly struct{ parser.BlockParser }

func (bulletsOnly) Trigger() []byte { return []byte{'-', '+'} }

// A number as it stands at the beginning of a heading or a paragraph, in
// brackets where the editor restored it.
var (
	sectionNumber = regexp.MustCompile(`^(\(?)([IVXL]+)\.(\)?)(?:\s+|$)`)
	plainNumbers  = regexp.MustCompile(`^(\(?)(\d{1,3}(?:\.\d{1,3})*)\.(\)?)(?:\s+|$)`)
	pointLetter   = regexp.MustCompile(`^(\(?)([a-zđ])\)(?:\s+|$)`)
)

// parseClauses reads the body of a plan, which begins at a line of the file,
// into its tree of clauses.
func parseClauses(src *source, body string, line int) []*portal.Clause {
	b := &builder{src: src, body: []byte(body), starts: lineStarts(body), line: line}
	b.out = bufio.NewWriter(&b.markup)
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
	starts []int // of the lines of body
	line   int   // of the file, on which body begins
	top    draft // holds the clauses of the highest level
	tree   []*portal.Clause
	all    []*draft
	open   []*draft
	closed bool // the line of three stars has been passed
	markup strings.Builder
	out    *bufio.Writer // into markup; without one, goldmark makes its own each time
}

// A draft is a clause while its parts are gathered.
type draft struct {
	*portal.Clause
	text, html, tail strings.Builder
	bullets          int // so many of its children
	numbered         bool
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
		b.list(node, "")
	}
}

func (b *builder) heading(node *ast.Heading) {
	at := b.pos(node)
	b.closed = false
	raw := b.raw(node)
	clause, length, ok := numbered(raw)
	if !ok {
		b.report(at, "heading-number", raw)
		return
	}
	if want := headingLevel(clause); node.Level != want {
		b.report(at, "heading-level", strings.Repeat("#", want)+" "+clause.Number, strings.Repeat("#", node.Level))
	}
	strip(node, length)
	clause.Heading = true
	clause.Title = words(b.render(node))
	if clause.Title == "" {
		b.report(at, "clause-empty", clause.Number)
	}
	b.add(clause, at)
}

// headingLevel is how many "#" a heading with this number has.
func headingLevel(clause *portal.Clause) int {
	switch clause.Kind {
	case portal.Section:
		return 2
	case portal.Numbered:
		return 2 + strings.Count(clause.Number, ".")
	}
	return 4
}

// holder is the clause that an unnumbered paragraph belongs to: the nearest
// open one that is no bullet, or else the opening or the closing lines.
func (b *builder) holder(at portal.Pos) *draft {
	for len(b.open) > 0 {
		last := b.open[len(b.open)-1]
		if !isBullet(last.Clause) {
			return last
		}
		b.open = b.open[:len(b.open)-1]
	}
	clause := &portal.Clause{Kind: portal.Prose, Address: portal.Opening}
	if b.closed {
		clause.Address = portal.Closing
	}
	return b.add(clause, at)
}

// list reads bullets; within is the kind of the bullet that they stand in.
func (b *builder) list(node *ast.List, within portal.ClauseKind) {
	kind := portal.Bullet
	if node.Marker == '+' {
		kind = portal.SubBullet
	}
	for item := node.FirstChild(); item != nil; item = item.NextSibling() {
		at := b.pos(item)
		if within == kind || within == portal.SubBullet {
			b.report(at, "bullet-nested", string(node.Marker))
		}
		if len(b.open) == 0 {
			b.holder(at)
		}
		b.item(item, b.add(&portal.Clause{Kind: kind, Number: string(node.Marker)}, at))
	}
}

func (b *builder) item(item ast.Node, d *draft) {
	for part := item.FirstChild(); part != nil; part = part.NextSibling() {
		switch part := part.(type) {
		case *ast.List:
			b.list(part, d.Kind)
		case *ast.Heading:
			b.report(b.pos(part), "clause-in-bullet", strings.Repeat("#", part.Level))
		case *ast.ThematicBreak:
			b.report(b.pos(part), "clause-in-bullet", "***")
		case *ast.TextBlock, *ast.Paragraph:
			b.reportHidden(part)
			if d.empty() {
				b.runIn(part, d.Clause)
			} else if _, length, ok := numbered(b.raw(part)); ok {
				b.report(b.pos(part), "clause-in-bullet", strings.TrimSpace(b.raw(part)[:length]))
			}
			b.own(d, part)
		}
	}
	if d.empty() {
		b.report(d.Pos, "bullet-empty")
	}
}

// numbered reads the number at the beginning of a heading or paragraph, and how
// many bytes it takes.
func numbered(raw string) (clause *portal.Clause, length int, ok bool) {
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
		if found == nil || form.kind != portal.Point && (found[1] == "(") != (found[3] == ")") {
			continue
		}
		if form.kind == portal.Section {
			if _, good := vi.ParseRoman(found[2]); !good {
				continue
			}
		}
		clause := &portal.Clause{Kind: form.kind, Number: found[2] + form.end, Restored: found[1] == "("}
		return clause, len(found[0]), true
	}
	return nil, 0, false
}

// depth is the level of a clause: it closes every open clause of its own
// level or below.
func depth(clause *portal.Clause) int {
	const point = 1000 // below however many numbers "1.1.1." has
	switch clause.Kind {
	case portal.Section:
		return 1
	case portal.Numbered:
		return 1 + strings.Count(clause.Number, ".")
	case portal.Point, portal.Prose: // opening and closing lines hold bullets, no more
		return point
	case portal.Bullet:
		return point + 1
	}
	return point + 2
}

// add hangs a clause on the nearest open one above its level and opens it.
func (b *builder) add(clause *portal.Clause, at portal.Pos) *draft {
	b.open = slices.DeleteFunc(b.open, func(d *draft) bool { return depth(d.Clause) >= depth(clause) })
	parent, siblings := &b.top, &b.tree
	if len(b.open) > 0 {
		parent = b.open[len(b.open)-1]
		siblings = &parent.Children
	}
	clause.Pos = at
	if isBullet(clause) {
		parent.bullets++
	}
	parent.numbered = parent.numbered || clause.Kind == portal.Numbered
	if clause.Kind != portal.Prose {
		clause.Address = b.address(clause, parent)
	}
	if parent != &b.top && parent.numbered && parent.bullets > 0 && (isBullet(clause) || clause.Kind == portal.Numbered) {
		b.report(at, "mixed-numbering", string(parent.Address))
	}
	*siblings = append(*siblings, clause)
	d := &draft{Clause: clause}
	b.all = append(b.all, d)
	b.open = append(b.open, d)
	return d
}

func isBullet(c *portal.Clause) bool {
	return c.Kind == portal.Bullet || c.Kind == portal.SubBullet
}

// address names a clause below its parent by its own number; "1.1." below
// khoản 1 gives only its last part.
func (b *builder) address(clause *portal.Clause, parent *draft) portal.Address {
	var above portal.Address
	if parent != &b.top {
		above = parent.Address
	}
	if isBullet(clause) {
		return above.Join(strconv.Itoa(parent.bullets))
	}
	number := strings.TrimRight(clause.Number, ".)")
	if i := strings.LastIndexByte(number, '.'); i >= 0 {
		if parent == &b.top || parent.Number != number[:i+1] {
			b.report(clause.Pos, "numbering-parent", clause.Number, number[:i+1])
		}
		number = number[i+1:]
	}
	if clause.Kind == portal.Numbered {
		number = cmp.Or(strings.TrimLeft(number, "0"), "0")
	}
	return above.Join(number)
}

func (b *builder) report(at portal.Pos, rule string, args ...any) {
	b.src.report(at.Line, at.Column, rule, args...)
}

// pos is where a block begins in the file.
func (b *builder) pos(node ast.Node) portal.Pos {
	offset := node.Pos()
	if node.Kind() == ast.KindTextBlock { // made of a paragraph, without its place
		offset = node.Lines().At(0).Start
	}
	start := bytes.LastIndexByte(b.body[:offset], '\n') + 1
	if bytes.ContainsRune(b.body[start:offset], '\t') { // goldmark counts the columns of a tab
		offset = start + len(b.body[start:]) - len(bytes.TrimLeft(b.body[start:], " \t"))
	}
	return b.place(offset)
}

// place turns an offset in the body into line and column of the file.
func (b *builder) place(offset int) portal.Pos {
	i, exact := slices.BinarySearch(b.starts, offset)
	if !exact {
		i--
	}
	return portal.Pos{File: b.src.path, Line: b.line + i, Column: 1 + utf8.RuneCount(b.body[b.starts[i]:offset])}
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

// finish gives the clauses what was gathered for them, and reports addresses
// that two of them share.
func (b *builder) finish() {
	first := make(map[portal.Address]*draft, len(b.all))
	for _, d := range b.all {
		d.Text, d.HTML, d.Tail = d.text.String(), template.HTML(d.html.String()), template.HTML(d.tail.String())
		if other := first[d.Address]; other != nil {
			b.report(d.Pos, "duplicate-clause", string(d.Address), other.Pos.Line)
			continue
		}
		first[d.Address] = d
	}
}
