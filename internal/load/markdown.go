package load

import (
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// inline is what may stand inside a line of text anywhere: emphasis and
// links. HTML is no part of it, so that it is shown as the characters it is.
func inline() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	}
}

// toHTML writes a tree as HTML. Links to dangerous schemes are emptied.
var toHTML = renderer.NewRenderer(renderer.WithNodeRenderers(
	util.Prioritized(html.NewRenderer(), 1000),
	util.Prioritized(extension.NewTableHTMLRenderer(), 500),
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
			util.Prioritized(parser.NewParagraphParser(), 1000),
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
