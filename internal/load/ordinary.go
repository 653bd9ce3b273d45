package load

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"go.yaml.in/yaml/v4"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// ordinaryPage is the shape of a page that Hugo reads: only its words are taken,
// and whether its front matter keeps it back.
var ordinaryPage = shape{read: func(src *source, _ string) any {
	reportShortcodes(src)
	reportForeignPictures(src)
	return &portal.Page{
		Manuscript: portal.Manuscript{Text: vi.Clean(src.text), Pos: portal.Pos{File: src.path, Line: 1, Column: 1}},
		Draft:      readOrdinary(src),
	}
}}

// isOrdinaryPage reports whether Hugo makes a page of its own of a file.
func isOrdinaryPage(name string) bool {
	parts := strings.Split(name, "/")
	page := slices.Contains([]string{".md", ".markdown"}, strings.ToLower(path.Ext(name)))
	first, _, _ := strings.Cut(parts[min(1, len(parts)-1)], ".")
	return parts[0] == "content" && page && !slices.Contains(portal.OwnFolders, first)
}

// otherMarkup reports whether a file would be a page in a language that is not
// looked at, or that Hugo refuses: pages are written in Markdown.
func otherMarkup(name string) bool {
	parts := strings.Split(name, "/")
	return parts[0] == "content" && (len(parts) < 3 || !isKind(parts[1])) && slices.Contains([]string{
		".html", ".htm", ".mdown", ".org", ".adoc", ".asciidoc", ".ad", ".rst", ".pandoc", ".pdc", ".gotmpl",
	}, strings.ToLower(path.Ext(name)))
}

// reportShortcodes finds the codes of Hugo in a page: they bring films, pictures
// and programs of others into it.
func reportShortcodes(src *source) {
	line := 1
	for part := range strings.Lines(src.text) {
		for _, begin := range []string{"{{<", "{{%"} {
			if before, _, found := strings.Cut(part, begin); found {
				src.report(line, 1+utf8.RuneCountInString(before), "page-shortcode")
			}
		}
		line++
	}
}

// reportForeignPictures finds pictures that readers would fetch from elsewhere,
// which would tell others who reads the portal.
func reportForeignPictures(src *source) {
	body, line := src.text, 1
	if strings.HasPrefix(body, "---") {
		quiet := &source{path: src.path, text: src.text} // readOrdinary tells what is wrong
		if _, inner, begins, ok := splitFrontMatter(quiet); ok {
			body, line = inner, begins
		}
	}
	if !strings.Contains(body, "![") {
		return
	}
	data, from := []byte(body), 0
	tree := markdown.Parse(text.NewReader(data))
	_ = ast.Walk(tree, func(node ast.Node, entering bool) (ast.WalkStatus, error) { // the function returns no error
		picture, is := node.(*ast.Image)
		if !is || !entering {
			return ast.WalkContinue, nil
		}
		address := strings.TrimSpace(string(picture.Destination))
		if at, err := url.Parse(address); err == nil && at.Scheme == "" && at.Host == "" && !strings.Contains(address, `\\`) {
			return ast.WalkContinue, nil
		}
		offset := strings.Index(body[from:], address)
		if offset >= 0 {
			offset += from
			from = offset + len(address)
		} else {
			offset = max(strings.Index(body, address), 0)
		}
		before := body[:offset]
		column := 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
		src.report(line+strings.Count(before, "\n"), column, "page-picture", address)
		return ast.WalkContinue, nil
	})
}

// markdown reads a page as Hugo does, as far as pictures and links go.
var markdown = parser.NewParser(
	parser.WithBlockParsers(parser.DefaultBlockParsers()...), parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
)

// ownPlace are the fields of front matter that give a page, or the pages below
// it, another address, another template, another language, or none.
var ownPlace = []string{
	"url", "slug", "path", "aliases", "cascade", "build", "_build", "headless", "outputs", "layout", "type", "kind",
	"lang", "sites", "markup", "content",
}

// readOrdinary looks at the front matter of an ordinary page, which is written
// as that of a record, and reports whether it keeps the page back.
func readOrdinary(src *source) (draft bool) {
	switch begins := strings.TrimSpace(src.text); {
	case strings.HasPrefix(begins, "+++"), strings.HasPrefix(begins, "{"), strings.HasPrefix(begins, "#+"):
		src.report(1, 1, "page-front") // Hugo's other forms
		return false
	case !strings.HasPrefix(begins, "---"):
		return false
	case !strings.HasPrefix(src.text, "---"): // Hugo passes over the lines above
		src.report(1, 1, "page-front")
		return false
	}
	front, _, _, ok := splitFrontMatter(src)
	if !ok {
		return false
	}
	root := parseYAML(src, front, 1)
	switch {
	case root == nil:
		return false
	case root.Kind != yaml.MappingNode:
		src.report(1, 1, "page-front")
		return false
	}
	for i := 0; i < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		name := strings.ToLower(key.Value)
		if slices.Contains(ownPlace, name) {
			src.report(key.Line, key.Column, "page-field", key.Value)
		}
		draft = draft || name == "draft" && value.Value == "true"
	}
	return draft
}
