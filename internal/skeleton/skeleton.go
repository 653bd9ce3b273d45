// Package skeleton makes the files of a new record or of a new site from the
// theme's archetypes, and puts them into place all at once or not at all.
//
// A blank is a key with nothing behind its colon, below a comment that begins
// with [Blank]; in the text below the front matter it is a line with [Blank].
package skeleton

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"

	"thidua"
	"thidua/internal/portal"
	"thidua/schema"
)

// Blank marks what an editor has to fill in.
const Blank = portal.Blank

// A File is one file of a skeleton. Its path is slash-separated and relative to
// the folder of the record or site.
type File struct {
	Path string
	Data []byte
}

// A Row is one row that a new report has ready.
type Row struct {
	Plan, Target string // ids
	Part         string // of a compound target, from 1
	Statement    string // on one line
}

// Files are the files of a new record. Archetypes are templates; those of the
// site win over the theme's. The questions are those that a report answers.
func Files(site fs.FS, record Record, questions []portal.Question) ([]File, error) {
	folder := path.Join("archetypes", record.Kind.Name)
	files, err := tree(thidua.Theme, folder)
	if err != nil {
		return nil, fmt.Errorf("read archetypes: %w", err)
	}
	blanks := struct {
		Record
		Owed    []Row
		Results string // results.csv
	}{Record: record}
	var rows []portal.Result
	for i := range questions {
		row := questions[i].Row()
		rows = append(rows, row)
		blanks.Owed = append(blanks.Owed, Row{row.Plan, row.Target, row.Part.String(), questions[i].Statement()})
	}
	blanks.Results = string(Results(rows, questions))
	columns := func(schema string) string { return string(Table(schema)) }
	for i, file := range files {
		name := path.Join(folder, file.Path)
		if own, err := fs.ReadFile(site, name); err == nil {
			file.Data = own
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("read archetype: %w", err)
		}
		archetype, err := template.New(name).Funcs(template.FuncMap{"quote": quote, "columns": columns}).Parse(string(file.Data))
		if err != nil {
			return nil, fmt.Errorf("read archetype: %w", err)
		}
		var out bytes.Buffer
		if err := archetype.Execute(&out, blanks); err != nil {
			return nil, fmt.Errorf("fill in archetype: %w", err)
		}
		files[i].Data = out.Bytes()
	}
	return files, nil
}

// Site are the files of a new site: the sample of a commune, and the schemas
// that its data files name in their first lines.
func Site() ([]File, error) {
	files, err := tree(thidua.Theme, "archetypes/site")
	if err != nil {
		return nil, fmt.Errorf("read archetypes: %w", err)
	}
	schemas, err := tree(schema.Files, ".")
	if err != nil {
		return nil, fmt.Errorf("read schemas: %w", err)
	}
	for _, file := range schemas {
		files = append(files, File{"schema/" + file.Path, file.Data})
	}
	return files, nil
}

// tree reads all files below a folder.
func tree(from fs.FS, folder string) (files []File, err error) {
	err = fs.WalkDir(from, folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, name)
		files = append(files, File{strings.TrimPrefix(name, folder+"/"), data})
		return err
	})
	return files, err
}

// quote writes text as a YAML value that is text whatever it looks like. JSON
// strings are YAML.
func quote(text string) (string, error) {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(text)
	return strings.TrimSuffix(out.String(), "\n"), err
}
