package render

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/gohugoio/hugo/common/herrors"

	"thidua/internal/portal"
)

// trouble makes a problem of what Hugo could not render: a mistake in a
// template, in an ordinary page or in config.toml, at its place in the file.
func trouble(site string, err error) []portal.Problem {
	if name := photo.FindStringSubmatch(err.Error()); name != nil {
		return []portal.Problem{{Pos: portal.Pos{File: "content/" + name[1]}, Rule: "photo-broken", Args: []any{path.Base(name[1])}}}
	}
	problem := portal.Problem{Rule: "template", Args: []any{lastWords(err.Error())}}
	for _, at := range slices.Backward(herrors.UnwrapFileErrors(err)) {
		where := at.Position()
		if where.LineNumber < 1 || where.Filename == "" {
			continue
		}
		problem.Pos = portal.Pos{File: below(site, where.Filename), Line: where.LineNumber, Column: max(where.ColumnNumber, 0)}
		break
	}
	if at := escapedPlace.FindStringSubmatch(err.Error()); at != nil && problem.Pos.File == "" {
		problem.Pos.File = "layouts/" + at[1]
		problem.Pos.Line, _ = strconv.Atoi(at[2])
	}
	if problem.Pos.File == "" {
		problem.Pos.File = ConfigFile
	}
	return []portal.Problem{inItsWords(problem)}
}

// inItsWords gives a problem the rule of the file in which it stands. Whoever
// writes pages is told what to mend, not how Hugo reads them.
func inItsWords(problem portal.Problem) portal.Problem {
	words := fmt.Sprint(problem.Args...)
	switch {
	case problem.Pos.File == ConfigFile:
		problem.Rule = "config"
	case !strings.HasPrefix(problem.Pos.File, "content/"):
	case strings.Contains(words, "shortcode"), strings.Contains(words, "page not found"):
		problem.Rule, problem.Args = "page-shortcode", nil
	default:
		problem.Rule, problem.Args = "page-front", nil
	}
	return problem
}

// escapedPlace is where the last look at a template, for its quotation marks and
// tags, finds something: `html/template:_partials/a.html:3: ends in a …`.
var escapedPlace = regexp.MustCompile(`html/template:([^\s:"]+)(?::(\d+))?`)

// An error that Hugo logs and counts names its file, if at all, in its words:
// `[vi] REF_NOT_FOUND: Ref "a": "/site/content/b.md:8:5": page not found`,
// `the "date" front matter field is not a parsable date: see /site/content/b.md`.
var loggedPlace = regexp.MustCompile(`"?((?:/|[A-Z]:\\)[^"\n]*?\.[a-z]+)(?::(\d+):(\d+))?(?:"|$|[\s:;,])`)

// logged makes a problem of each error that Hugo has logged, each once. One that
// tells no place is that of a site's own templates, where there are any.
func logged(site, lines string, templates []string) []portal.Problem {
	var problems []portal.Problem
	for line := range strings.Lines(lines) {
		words := strings.TrimPrefix(strings.TrimSpace(line), "ERROR ")
		if words == "" || strings.HasPrefix(words, "If you feel that this should not be logged") {
			continue
		}
		problem := portal.Problem{Pos: portal.Pos{File: "layouts"}, Rule: "template", Args: []any{lastWords(words)}}
		at := loggedPlace.FindStringSubmatch(words)
		if at == nil && len(templates) > 0 {
			problems = append(problems, among(templates, "template-says", lastWords(words))...)
			continue
		}
		if at != nil {
			problem.Pos.File = below(site, at[1])
			problem.Pos.Line, _ = strconv.Atoi(at[2])
			problem.Pos.Column, _ = strconv.Atoi(at[3])
		}
		problems = append(problems, inItsWords(problem))
	}
	return portal.SortProblems(problems)
}

// isMachine reports whether it is the disk that keeps pages from being written,
// and nothing that anybody wrote. Hugo does not always wrap what it says of it.
func isMachine(err error) bool {
	for _, machine := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS, syscall.EIO} {
		if err != nil && (errors.Is(err, machine) || strings.Contains(err.Error(), ": "+machine.Error())) {
			return true
		}
	}
	return false
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
func lastWords(words string) string {
	if at := place.FindAllStringIndex(words, -1); len(at) > 0 {
		words = words[at[len(at)-1][1]:]
	}
	return strings.TrimSpace(words)
}
