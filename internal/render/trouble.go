package render

import (
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/common/herrors"

	"thidua/internal/portal"
)

// trouble makes a problem of what Hugo could not render: a mistake in a
// template, in an ordinary page or in config.toml, at its place in the file.
func trouble(site string, err error) []portal.Problem {
	if name := photo.FindStringSubmatch(err.Error()); name != nil {
		return []portal.Problem{{Pos: portal.Pos{File: "content/" + name[1]}, Rule: "photo-broken", Args: []any{path.Base(name[1])}}}
	}
	problem := portal.Problem{Rule: "template", Args: []any{lastWords(err)}}
	for _, at := range slices.Backward(herrors.UnwrapFileErrors(err)) {
		where := at.Position()
		if where.LineNumber < 1 || where.Filename == "" {
			continue
		}
		problem.Pos = portal.Pos{File: below(site, where.Filename), Line: where.LineNumber, Column: max(where.ColumnNumber, 0)}
		break
	}
	if problem.Pos.File == "" {
		problem.Pos.File = ConfigFile
	}
	if problem.Pos.File == ConfigFile {
		problem.Rule = "config"
	}
	return []portal.Problem{problem}
}

// photo matches what Hugo says of a photograph that it cannot decode to its end.
var photo = regexp.MustCompile(`error calling Filter: filter /(dien-hinh/[^:]+): `)

// below is a file's path below the site, with slashes.
func below(site, file string) string {
	if rel, err := filepath.Rel(site, file); err == nil && !strings.HasPrefix(rel, "..") {
		file = rel
	}
	return filepath.ToSlash(file)
}

// place matches the names of files and templates that Hugo strings before its
// message: `"…/page.html:2:3": `, `template: page.html:2:3: `.
var place = regexp.MustCompile(`"[^"]+:\d+:\d+": |template: [^ ]+:\d+(?::\d+)?: `)

// lastWords is the part of Hugo's message that says what is wrong.
func lastWords(err error) string {
	words := err.Error()
	if at := place.FindAllStringIndex(words, -1); len(at) > 0 {
		words = words[at[len(at)-1][1]:]
	}
	return strings.TrimSpace(words)
}
