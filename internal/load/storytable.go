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
// its own head, so that whoever hears the table knows what it is about.
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
// from side to side and a keyboard reaches, and the heads of its columns and
// rows as such.
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
	register.Register(extast.KindTableCell, func(out util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		tag, scope := cell(node)
		if !entering {
			_, err := out.WriteString("</" + tag + ">\n")
			return ast.WalkContinue, err
		}
		_, err := out.WriteString("<" + tag + scope + ">")
		return ast.WalkContinue, err
	})
}

// cell is the tag of a cell and the scope of one that is a head: of its column,
// or of its row where the corner above the first column is empty.
func cell(node ast.Node) (tag, scope string) {
	row := node.Parent()
	head := row.Parent().FirstChild() // the head comes first
	switch {
	case row == head && node.HasChildren():
		return "th", ` scope="col"`
	case row != head && node.PreviousSibling() == nil && !head.FirstChild().HasChildren():
		return "th", ` scope="row"`
	}
	return "td", ""
}
