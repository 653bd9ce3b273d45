package build

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/sheet"
	"thidua/internal/skeleton"
	"thidua/internal/table"
)

// A Handover is a filled-in form, or a table, on its way into the site.
type Handover struct {
	File    string // as messages name it
	Data    []byte
	As      string // what it is, where it does not say: "result/xa-a-00001/2026-Q3"
	Replace bool   // what is there already
}

// An Imported form is what came of it.
type Imported struct {
	Problems []portal.Problem // in the order of the form
	Folder   string           // of the record, below the site
	Written  []string         // files below the site; none after an error
	Rows     int              // of the table
	Reset    bool             // the record was public, and is a draft again
	Public   bool             // the record is public, with what came in
}

// Failed reports whether the form has errors, so that nothing was written.
func (r Imported) Failed() bool { return check.Count(r.Problems)[portal.Error] > 0 }

// An importer takes one form into the site.
type importer struct {
	*Builder
	Handover
	site   *portal.Portal
	wrong  []portal.Problem // of reading the site
	form   *sheet.Filled    // nil of a CSV file
	kind   skeleton.Kind
	name   string
	folder string
	result Imported
}

// Import takes a form into the site: all of it, or after any error nothing. What
// it would make of the site is loaded and checked first, as if it were there.
func (b *Builder) Import(ctx context.Context, h Handover) (Imported, error) {
	site, problems, err := b.loader.Load(ctx)
	if err != nil {
		return Imported{}, err
	}
	i := &importer{Builder: b, Handover: h, site: site, wrong: problems}
	if !i.open() {
		return i.result, nil
	}
	i.folder = path.Join("content", i.kind.Folder, i.name)
	i.result.Folder = i.folder
	switch i.kind.Name {
	case "result":
		err = i.results(ctx)
	case "model", "recognition":
		err = i.rows(ctx)
	case "exemplar":
		err = i.exemplar(ctx)
	}
	i.result.Problems = portal.SortProblems(i.result.Problems)
	if i.form != nil {
		i.result.Problems = i.form.Named(i.result.Problems)
	}
	b.loader.Forget([]string{i.folder})
	return i.result, err
}

// report notes a problem of the form as a whole.
func (i *importer) report(rule string, args ...any) {
	i.found(portal.Problem{Pos: portal.Pos{File: i.File}, Rule: rule, Args: args})
}

func (i *importer) found(problems ...portal.Problem) {
	i.result.Problems = append(i.result.Problems, problems...)
}

// told reports whether something is wrong with a place already.
func (i *importer) told(at portal.Pos) bool {
	return slices.ContainsFunc(i.result.Problems, func(p portal.Problem) bool { return p.Pos == at && p.Level() == portal.Error })
}

// open finds out what the form is, and reports whether it can be read.
func (i *importer) open() bool {
	asKind, asName, _ := strings.Cut(i.As, "/")
	if slices.Contains([]string{".csv", ".tsv", ".txt"}, strings.ToLower(path.Ext(i.File))) {
		if i.As == "" {
			i.report("form-unknown")
			return false
		}
		return i.named(asKind, asName)
	}
	form, problem := sheet.Open(i.File, i.Data)
	if problem != nil {
		i.found(*problem)
		return false
	}
	i.form = form
	switch {
	case form.Kind == "" && i.As == "":
		i.report("form-unknown")
		return false
	case form.Kind == "":
		return i.named(asKind, asName)
	case i.As != "" && i.As != form.Kind+"/"+form.Name:
		i.report("form-other", form.Kind+"/"+form.Name, i.As)
		return false
	}
	return i.named(form.Kind, form.Name)
}

// importKinds are those that have a form.
var importKinds = []string{"result", "exemplar", "model", "recognition"}

// named takes the kind and name of the record, which whoever sent the form may
// have made up.
func (i *importer) named(kind, name string) bool {
	at := slices.IndexFunc(skeleton.Kinds, func(k skeleton.Kind) bool { return k.Name == kind })
	if at < 0 || !slices.Contains(importKinds, kind) {
		i.report("form-kind", kind, strings.Join(importKinds, ", "))
		return false
	}
	i.kind = skeleton.Kinds[at]
	record, err := i.kind.Named(name)
	if wrong := new(skeleton.NameError); errors.As(err, &wrong) || err == nil && record.ID != name {
		i.report("form-name", name, wrong.Suggest)
		return false
	}
	i.name = name
	return true
}

func (i *importer) exists(name string) bool {
	_, err := i.root.Lstat(name)
	return err == nil
}

// unread reports whether a file is there and could not be read: what is in it
// may be worth keeping.
func (i *importer) unread(file string) bool {
	return slices.Contains(i.site.Unread, file) && i.exists(file)
}

// rows takes in the table beside a model or a programme that is there already.
func (i *importer) rows(ctx context.Context) error {
	name, schema := "adoptions.csv", "adoption"
	if i.kind.Name == "recognition" {
		name, schema = "dossiers.csv", "dossier"
	}
	file := path.Join(i.folder, name)
	index := path.Join(i.folder, "index.md")
	old, found := i.cells(i.site)
	switch {
	case !found && i.exists(index):
		i.report("import-unread", index)
		return nil
	case !found:
		i.report("import-no-record", index, i.kind.Name+" "+i.name)
		return nil
	case !i.Replace && (len(old) > 0 || i.unread(file)):
		i.report("import-exists", file)
		return nil
	}
	data := i.Data
	var form *sheet.Table
	if i.form != nil {
		var problems []portal.Problem
		form, problems = i.form.Table(table.Of(schema))
		i.found(problems...)
		if form == nil {
			return nil
		}
		data = form.CSV()
	}
	site, err := i.try(ctx, map[string][]byte{file: data}, file, func(at portal.Pos) portal.Pos {
		if form != nil {
			return form.Place(at.Cell)
		}
		return at
	})
	if err != nil || i.result.Failed() {
		return err
	}
	rows, _ := i.cells(site)
	i.result.Rows = len(rows)
	return i.replace(file, skeleton.Table(schema, rows...))
}

// cells are the rows beside the record, and whether there is the record at all.
func (i *importer) cells(site *portal.Portal) (rows [][]string, found bool) {
	if i.kind.Name == "recognition" {
		for _, record := range site.Recognitions {
			if record.ID == i.name {
				i.result.Public = record.Status.Public()
				for n := range record.Dossiers {
					rows = append(rows, table.Of("dossier").Cells(&record.Dossiers[n]))
				}
				return rows, true
			}
		}
		return nil, false
	}
	if model := site.Model(i.name); model != nil {
		i.result.Public = model.Status.Public()
		for n := range model.Adoptions {
			rows = append(rows, table.Of("adoption").Cells(&model.Adoptions[n]))
		}
		return rows, true
	}
	return nil, false
}

// try loads and checks the site as it would be, and finds what the form has to
// do with: errors in all that it would write, and those that it would make in
// other files; of the file that holds its content also warnings, and personal
// numbers in a draft. The places in that file are told as those of the form.
func (i *importer) try(ctx context.Context, given map[string][]byte, file string, place func(portal.Pos) portal.Pos) (*portal.Portal, error) {
	site, problems, err := i.loader.Try(ctx, given)
	if err != nil {
		return nil, err
	}
	told := map[portal.Pos]bool{} // one mistake is told once
	for _, problem := range i.result.Problems {
		told[problem.Pos] = told[problem.Pos] || problem.Level() == portal.Error
	}
	type mistake struct {
		at   portal.Pos
		rule string
	}
	known := map[mistake]bool{} // elsewhere in the site
	for _, problem := range check.Causes(slices.Concat(i.wrong, check.Run(i.site, i.opts.Today))) {
		known[mistake{problem.Pos, problem.Rule}] = true
	}
	for _, problem := range check.Causes(append(problems, check.Run(site, i.opts.Today)...)) {
		switch _, ours := given[problem.Pos.File]; {
		case problem.Pos.File == file && (problem.Level() != portal.Note || problem.Rule == "personal-number"):
			problem.Pos.File = i.File
			problem.Args = i.renamed(problem.Args, file)
			if problem.Pos = place(problem.Pos); !told[problem.Pos] {
				i.found(problem)
			}
		case problem.Level() != portal.Error:
		case ours:
			i.found(problem)
		case !known[mistake{problem.Pos, problem.Rule}]:
			if i.result.Reset { // until it is approved again, who names it names a draft
				problem.Severity = portal.Warning
			}
			i.found(problem)
		}
	}
	return site, nil
}

// renamed are the arguments of a problem; a place in the file that would be
// written is one in the file that came.
func (i *importer) renamed(args []any, file string) []any {
	args = slices.Clone(args)
	for n := range args {
		if text, ok := args[n].(string); ok && strings.HasPrefix(text, file+":") {
			args[n] = i.File + strings.TrimPrefix(text, file)
		}
	}
	return args
}

// place puts the folder of a new record into the site.
func (i *importer) place(files []skeleton.File) error {
	if err := skeleton.Place(i.root, i.folder, files); err != nil {
		if errors.Is(err, fs.ErrExist) {
			i.report("import-exists", i.folder)
			return nil
		}
		return err
	}
	for _, file := range files {
		i.result.Written = append(i.result.Written, path.Join(i.folder, file.Path))
	}
	return nil
}

func (i *importer) replace(file string, data []byte) error {
	if err := skeleton.Replace(i.root, file, data); err != nil {
		return err
	}
	i.result.Written = append(i.result.Written, file)
	return nil
}
