package load

import (
	"path"
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// ordinaryPage is the shape of a page that Hugo reads: only its words are taken,
// whatever its front matter says.
var ordinaryPage = shape{read: func(src *source, _ string) any {
	return &portal.Page{
		Manuscript: portal.Manuscript{Text: vi.Clean(src.text), Pos: portal.Pos{File: src.path, Line: 1, Column: 1}},
		Draft:      isDraft(src.text),
	}
}}

// isOrdinaryPage reports whether Hugo makes a page of its own of a file.
func isOrdinaryPage(name string) bool {
	parts := strings.Split(name, "/")
	page := slices.Contains([]string{".md", ".markdown", ".html", ".htm"}, path.Ext(name))
	first, _, _ := strings.Cut(parts[min(1, len(parts)-1)], ".")
	return parts[0] == "content" && page && !slices.Contains(portal.OwnFolders, first)
}

// isDraft reports whether the front matter of an ordinary page, in whichever of
// Hugo's forms, keeps it back.
func isDraft(text string) bool {
	first, rest, _ := strings.Cut(text, "\n")
	first = strings.TrimSpace(first)
	if first != "---" && first != "+++" {
		return false
	}
	for line := range strings.Lines(rest) {
		line = strings.TrimSpace(line)
		if line == first {
			break
		}
		key, value, found := strings.Cut(strings.NewReplacer("=", ":", " ", "").Replace(line), ":")
		if found && strings.EqualFold(key, "draft") {
			return value == "true"
		}
	}
	return false
}
