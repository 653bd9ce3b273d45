package build

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"thidua/internal/check"
	"thidua/internal/load"
	"thidua/internal/portal"
)

// spokenTexts are the files with words for readers among those that are published
// as they are, or shown on pages (i18n). Data and programs hold too many numbers
// that only look like those of persons.
var spokenTexts = []string{".csv", ".tsv", ".txt", ".md", ".htm", ".html"}

// asTheyAre looks at the files that are published as they lie there, below static/
// and beside ordinary pages, and at the texts of a site's own: for what no public
// text holds, and for pictures that run programs or fetch from elsewhere.
func asTheyAre(p *portal.Portal, site fs.FS) (problems []portal.Problem, err error) {
	public := check.PublicNumbers(p)
	for _, folder := range []string{"static", "i18n", "content"} {
		err := fs.WalkDir(site, folder, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist): // there is no such folder, or it has gone since
				return nil
			case err != nil:
				return err
			case strings.HasPrefix(entry.Name(), "."), entry.IsDir() && isRecords(name):
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			case !entry.Type().IsRegular():
				return nil
			}
			end := strings.ToLower(path.Ext(name))
			spoken := folder == "i18n" || slices.Contains(spokenTexts, end) && (folder != "content" || end != ".md")
			if !spoken && end != ".svg" {
				return nil
			}
			if info, err := entry.Info(); err != nil || info.Size() > mostBytes {
				problems = append(problems, portal.Problem{Pos: portal.Pos{File: name}, Rule: "file-too-large", Args: []any{mostBytes >> 20}})
				return nil
			}
			data, err := fs.ReadFile(site, name)
			if err != nil {
				return err
			}
			if end == ".svg" {
				problems = append(problems, reportPicture(name, data)...)
				return nil
			}
			text, wrong := load.Text(name, data)
			for _, problem := range wrong {
				if problem.Level() == portal.Error {
					problems = append(problems, problem)
				}
			}
			line := 1
			for part := range strings.Lines(text) {
				for _, problem := range check.Line(part, public) {
					problem.Pos = portal.Pos{File: name, Line: line, Column: problem.Pos.Column}
					problems = append(problems, problem)
				}
				line++
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("look through what is published: %w", err)
		}
	}
	return problems, nil
}

// isRecords reports whether a folder is one of records, of which nothing is
// published as it lies there.
func isRecords(name string) bool {
	return slices.ContainsFunc(portal.Kinds, func(kind portal.Kind) bool { return name == "content/"+kind.Folder })
}

// reportPicture finds the first thing in an SVG picture that is no picture: a
// program, or an address elsewhere.
func reportPicture(name string, data []byte) []portal.Problem {
	tokens := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := tokens.Token()
		line, column := tokens.InputPos()
		found := ""
		switch token := token.(type) {
		case xml.StartElement:
			found = activeElement(token)
		case xml.Directive:
			if bytes.Contains(token, []byte("ENTITY")) {
				found = "<!ENTITY>"
			}
		case xml.ProcInst:
			if token.Target != "xml" {
				found = "<?" + token.Target + "?>"
			}
		case xml.CharData:
			if foreignStyle(string(token)) {
				found = "url(…)"
			}
		}
		at := portal.Pos{File: name, Line: line, Column: column}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return []portal.Problem{{Pos: at, Rule: "picture-broken", Args: []any{path.Base(name)}}}
		case found != "":
			return []portal.Problem{{Pos: at, Rule: "picture-active", Args: []any{path.Base(name), found}}}
		}
	}
}

// activeElement is what of an element of a picture runs a program or leads
// elsewhere, "" for nothing.
func activeElement(element xml.StartElement) string {
	switch name := strings.ToLower(element.Name.Local); name {
	case "script", "foreignobject", "iframe", "embed", "object", "handler", "set":
		return "<" + element.Name.Local + ">"
	}
	for _, attr := range element.Attr {
		name, value := strings.ToLower(attr.Name.Local), strings.TrimSpace(attr.Value)
		switch {
		case attr.Name.Space == "xmlns", name == "xmlns":
		case strings.HasPrefix(name, "on"):
			return attr.Name.Local
		case (name == "href" || name == "src") && value != "" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/png") && !strings.HasPrefix(value, "data:image/jpeg"):
			return value
		case foreignStyle(value):
			return attr.Name.Local
		}
	}
	return ""
}

// foreignStyle reports whether a style fetches something: url(#a) does not.
func foreignStyle(style string) bool {
	style = strings.ToLower(style)
	if strings.Contains(style, "@import") || strings.Contains(style, "javascript:") {
		return true
	}
	for {
		_, rest, found := strings.Cut(style, "url(")
		if !found {
			return false
		}
		if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \"'")); first != '#' {
			return true
		}
		style = rest
	}
}
