package build

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"thidua/internal/load"
	"thidua/internal/portal"
)

// The site's own part of the theme, and the files in it that are text. Git's
// marks in one of them break no template: they would stand on every page.
var (
	themeFolders = []string{"layouts", "i18n", "assets", "static"}
	themeTexts   = []string{".html", ".xml", ".svg", ".txt", ".md", ".toml", ".yaml", ".yml", ".json", ".css", ".js"}
)

// conflicts finds files of the site's own theme in which Git has marked two
// versions of the same lines. Package load does so where records are.
func conflicts(site fs.FS) (problems []portal.Problem, err error) {
	for _, folder := range themeFolders {
		err := fs.WalkDir(site, folder, func(name string, entry fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) { // there is no such folder, or it has gone since
				return nil
			}
			if err != nil || !entry.Type().IsRegular() || !slices.Contains(themeTexts, path.Ext(name)) {
				return err
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

func conflict(file string, data []byte, offset int, mark string) portal.Problem {
	line := 1 + bytes.Count(data[:offset], []byte("\n"))
	return portal.Problem{Pos: portal.Pos{File: file, Line: line, Column: 1}, Rule: "merge-conflict", Args: []any{mark}}
}
