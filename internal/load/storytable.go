package load

import (
	"html"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tableNames gives each table of a story the heading above it as its name, or else
// its own head, and each cell of that its scope, so that whoever hears the table
// knows what it is about.
type tableNames struct{}

func (tableNames) Transform(document *ast.Document, reader text.Reader, _ parser.Context) {
	name := ""
	_ = ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case !entering:
		case node.Kind() == ast.KindHeading:
			name = plain(node, reader.Source())
		case node.Kind() == extast.KindTable:
			words := name
			if words == "" {
				words = plain(node.FirstChild(), reader.Source()) // its head
			}
			node.SetAttributeString("name", words)
		case node.Kind() == extast.KindTableCell && node.Parent().Kind() == extast.KindTableHeader:
			node.SetAttributeString("scope", []byte("col"))
		}
		return ast.WalkContinue, nil
	})
}

// plain is the text below a node.
func plain(node ast.Node, source []byte) (words string) {
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			words += string(t.Segment.Value(source))
			continue
		}
		if child.Kind() == extast.KindTableCell && words != "" {
			words += ", "
		}
		words += plain(child, source)
	}
	return words
}

// namedTable writes the table in a box of its own, which a narrow screen scrolls
// from side to side and a keyboard reaches.
type namedTable struct{}

func (namedTable) RegisterFuncs(register renderer.NodeRendererFuncRegisterer) {
	register.Register(extast.KindTable, func(out util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			_, err := out.WriteString("</table></div>\n")
			return ast.WalkContinue, err
		}
		name, _ := node.AttributeString("name")
		words, _ := name.(string)
		words = html.EscapeString(words)
		_, err := out.WriteString(`<div class="sideways" role="region" tabindex="0" aria-label="` + words + `"><table><caption class="vh">` + words + "</caption>\n")
		return ast.WalkContinue, err
	})
}
