package load

import (
	"html"
	"html/template"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	tohtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"thidua/internal/portal"
)

// inline is what may stand inside a line of text anywhere: emphasis and
// links. HTML is no part of it, so that it is shown as the characters it is,
// nor are pictures: those of people need consent and come as photo.
func inline() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(linksOnly{parser.NewLinkParser()}, 200),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	}
}

// linksOnly reads [text](address) and leaves ![pictures] alone.
type linksOnly struct{ parser.InlineParser }

func (linksOnly) Trigger() []byte { return []byte{'[', ']'} }

func (l linksOnly) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	l.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// anyIndent lets a paragraph begin however far it is indented. There are no
// code blocks here to take such lines, and goldmark drops what nothing takes,
// with all that follows.
type anyIndent struct{ parser.BlockParser }

func (anyIndent) CanAcceptIndentedLine() bool { return true }

// The time that goldmark takes grows with the square of a paragraph's marks, so
// paragraphs have an end. No honest one comes near.
const (
	longestParagraph = 16 << 10 // bytes
	mostMarks        = 1000
)

// What begins a block of its own on the line below another.
var (
	planBlock  = regexp.MustCompile(`^\s*(?:[-+]\s|#)`)
	storyBlock = regexp.MustCompile(`^\s*(?:[-+*]\s|#|>|\||\d{1,9}[.)]\s)`)
)

// reportLong finds paragraphs that are too long to be read in good time.
func reportLong(src *source, body string, line int, record any) (found bool) {
	begins := storyBlock
	if _, ok := record.(*portal.Plan); ok {
		begins = planBlock
	}
	start, length, marks := line, 0, 0
	for part := range strings.Lines(body) {
		if strings.TrimSpace(part) == "" || begins.MatchString(part) {
			start, length, marks = line, 0, 0
		}
		length += len(part)
		for i := range len(part) {
			if strings.IndexByte("*_[]<>!&\\-+|", part[i]) >= 0 {
				marks++
			}
		}
		if length > longestParagraph || marks > mostMarks {
			src.report(start, 1, "paragraph-long", longestParagraph, mostMarks)
			return true
		}
		line++
	}
	return false
}

// toHTML writes a tree as HTML. Links to dangerous schemes are emptied.
var toHTML = renderer.NewRenderer(renderer.WithNodeRenderers(
	util.Prioritized(tohtml.NewRenderer(tohtml.WithWriter(asWritten{tohtml.DefaultWriter})), 1000),
	// Alignment would be an inline style, which the site's policy forbids.
	util.Prioritized(extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)), 500),
	util.Prioritized(namedTable{}, 400),
))

// asWritten writes text as the characters it is: "&nbsp;" is six of them, as
// "<b>" is three. So nothing invisible comes in by its name or number.
type asWritten struct{ tohtml.Writer }

func (asWritten) Write(out util.BufWriter, text []byte) {
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && util.IsPunct(text[i+1]) {
			i++
		}
		if escaped := util.EscapeHTMLByte(text[i]); escaped != nil {
			_, _ = out.Write(escaped) // errors come back from Flush
		} else {
			_ = out.WriteByte(text[i])
		}
	}
}

// story reads the body of a record that is not a plan: headings, paragraphs,
// lists, quotations and tables.
var story = goldmark.New(
	goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(anyIndent{parser.NewParagraphParser()}, 1000),
		),
		parser.WithInlineParsers(inline()...),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0), util.Prioritized(tableNames{}, 10)),
	)),
	goldmark.WithRenderer(toHTML),
)

// prose is the body of a record as HTML that is safe to show.
func prose(body string) template.HTML {
	var out strings.Builder
	if err := story.Convert([]byte(body), &out); err != nil {
		panic(err) // a strings.Builder takes everything
	}
	return template.HTML(out.String())
}

// words are what a reader sees of HTML that toHTML wrote, on one line.
func words(markup string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(markup, "<")
		out.WriteString(before)
		if !found {
			break
		}
		var tag string
		tag, markup, _ = strings.Cut(rest, ">")
		if tag == "br" {
			out.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(html.UnescapeString(out.String())), " ")
}
