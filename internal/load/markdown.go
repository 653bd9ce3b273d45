package load

import (
	"html"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	tohtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"thidua/internal/vi"
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

// toHTML writes a tree as HTML. Links to dangerous schemes are emptied.
var toHTML = renderer.NewRenderer(renderer.WithNodeRenderers(
	util.Prioritized(tohtml.NewRenderer(), 1000),
	// Alignment would be an inline style, which the site's policy forbids.
	util.Prioritized(extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)), 500),
))

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
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
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
	return strings.Join(strings.Fields(vi.Clean(html.UnescapeString(out.String()))), " ")
}
