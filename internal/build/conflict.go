package build

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"thidua/internal/load"
	"thidua/internal/portal"
)

// The site's own part of the theme, and the files in it that are text. Git's
// marks in one of them break no template: they would stand on every page.
var (
	themeFolders = []string{"layouts", "i18n", "assets", "static"}
	themeTexts   = []string{".html", ".xml", ".svg", ".txt", ".md", ".toml", ".yaml", ".yml", ".json", ".css", ".js"}
)

// inTheme finds what cannot be taken among the files of the site's own theme:
// two versions of the same lines that Git has marked, and what is no file. Package
// load does so where records are.
func inTheme(site fs.FS) (problems []portal.Problem, err error) {
	for _, folder := range themeFolders {
		if info, err := fs.Lstat(site, folder); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			if folder != "static" {
				problems = append(problems, portal.Problem{Pos: portal.Pos{File: folder}, Rule: "symlink"})
			}
			continue
		}
		err := fs.WalkDir(site, folder, func(name string, entry fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) { // there is no such folder, or it has gone since
				return nil
			}
			if err != nil {
				return err
			}
			if !utf8.ValidString(name) { // which Hugo cannot open
				problems = append(problems, portal.Problem{Pos: portal.Pos{File: strings.ToValidUTF8(name, "�")}, Rule: "file-name-bytes"})
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if folder == "static" && entry.Type() == fs.ModeSymlink { // there links are left out
				return nil
			}
			if entry.IsDir() && (folder == "static" || !slices.Contains(themeTexts, path.Ext(name))) {
				return nil
			}
			info, err := entry.Info()
			if err != nil {
				return err
			}
			if wrong, found := unfit(name, info); found && (folder != "static" || wrong.Rule == "not-a-file") {
				problems = append(problems, wrong)
				return nil
			}
			if !slices.Contains(themeTexts, path.Ext(name)) {
				return nil
			}
			data, err := fs.ReadFile(site, name)
			if err != nil {
				return err
			}
			if offset, mark := load.Conflict(data); mark != "" {
				problems = append(problems, conflict(name, data, offset, mark))
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("look through the theme: %w", err)
		}
	}
	return problems, nil
}

// mostBytes is how large a file of the theme, or config.toml, may be.
const mostBytes = 5 << 20

// unfit finds what Hugo would pass over, wait for or choke on in place of a file.
func unfit(name string, info fs.FileInfo) (problem portal.Problem, found bool) {
	problem.Pos.File = name
	switch {
	case info.Mode().Type() == fs.ModeSymlink:
		problem.Rule = "symlink"
	case !info.Mode().IsRegular(): // Hugo would wait for it for ever
		problem.Rule = "not-a-file"
	case info.Size() > mostBytes:
		problem.Rule, problem.Args = "file-too-large", []any{mostBytes >> 20}
	}
	return problem, problem.Rule != ""
}

func conflict(file string, data []byte, offset int, mark string) portal.Problem {
	line := 1 + bytes.Count(data[:offset], []byte("\n"))
	return portal.Problem{Pos: portal.Pos{File: file, Line: line, Column: 1}, Rule: "merge-conflict", Args: []any{mark}}
}
