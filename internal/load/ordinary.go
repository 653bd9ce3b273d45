package load

import (
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// ordinaryPage is the shape of a page that Hugo reads: only its words are taken,
// and whether its front matter keeps it back.
var ordinaryPage = shape{read: func(src *source, _ string) any {
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
