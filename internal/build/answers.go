package build

import (
	"context"
	"path"
	"slices"
	"strings"

	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/sheet"
	"thidua/internal/skeleton"
	"thidua/internal/table"
	"thidua/internal/vi"
)

// results takes in the results of a unit.
func (i *importer) results(ctx context.Context) error {
	record, err := i.kind.Named(i.name)
	if err != nil {
		return err // it was right before
	}
	unit := i.site.Unit(record.Unit)
	if unit == nil {
		var known []string
		for _, unit := range i.site.Units {
			known = append(known, unit.ID)
		}
		i.report("unknown-unit", record.Unit, portal.Nearest(record.Unit, known))
		return nil
	}
	record.Sample = unit.Sample
	file := path.Join(i.folder, "results.csv")
	if i.locked() {
		i.report("import-locked", i.folder)
		return nil
	}
	var old []portal.Result
	index := path.Join(i.folder, "index.md")
	known := i.exists(index)
	if report := reportOf(i.site, i.name); report != nil {
		old = report.Results
		i.result.Public = report.Status.Public()
	} else if known {
		i.report("import-unread", index)
		return nil
	}
	if !i.Replace && (slices.ContainsFunc(old, answered) || i.unread(file)) {
		i.report("import-exists", file)
		return nil
	}
	owners := i.site.Owners()
	questions := owners.Questions(record.Unit, record.Period)
	data := i.Data
	var form *sheet.Table
	if i.form != nil {
		var problems []portal.Problem
		form, problems = i.form.Table(table.Of("result"))
		i.found(problems...)
		if form == nil {
			return nil
		}
		form.Drop(unanswered(form, owners, record))
		i.answers(form, questions)
		data = form.CSV()
	}
	files, err := skeleton.Files(i.root.FS(), record, questions)
	if err != nil {
		return err
	}
	given := map[string][]byte{file: data}
	for _, f := range files {
		if name := path.Join(i.folder, f.Path); !known && name != file {
			given[name] = f.Data
		}
	}
	place := func(at portal.Pos) portal.Pos {
		if form != nil {
			return form.Place(at.Cell)
		}
		return at
	}
	site, err := i.try(ctx, given, file, place)
	if err != nil || i.result.Failed() {
		return err
	}
	report := reportOf(site, i.name)
	if was := reportOf(i.site, i.name); was != nil {
		i.republished(check.Republished(was, report, owners.PlanOf(was)), place)
		if i.result.Failed() {
			return nil
		}
	}
	rows := report.Results
	i.result.Rows = len(rows)
	data = skeleton.Results(rows, questions)
	if known {
		return i.replace(file, data)
	}
	files = slices.DeleteFunc(files, func(f skeleton.File) bool { return f.Path == path.Base(file) })
	return i.place(append(files, skeleton.File{Path: path.Base(file), Data: data}))
}

// republished takes in what would change in public without a word: no form does
// that to a figure that readers have seen. What is no longer there has no place.
func (i *importer) republished(problems []portal.Problem, place func(portal.Pos) portal.Pos) {
	for _, problem := range problems {
		if problem.Pos != (portal.Pos{}) {
			problem.Pos = place(problem.Pos)
		}
		problem.Pos.File = i.File
		i.found(problem)
	}
}

// reportOf is the report of that id; nil where there is none.
func reportOf(p *portal.Portal, id string) *portal.Report {
	for _, report := range p.Reports {
		if report.ID == id {
			return report
		}
	}
	return nil
}

// locked reports whether the report was sealed. A sealed one is mended by a
// correction, never by a form.
func (i *importer) locked() bool { return i.exists(path.Join(i.folder, "ledger.jsonl")) }

// answered reports whether a row says anything of what it is about.
func answered(r portal.Result) bool {
	return r.Figure().Given() || r.Denominator.IsSet() || r.Note+r.Difficulty+r.Proposal+r.Evidence != ""
}

// unanswered tells which rows of a form say nothing of targets that a body of
// the unit answers for in a report of its own: the form may be older than that
// report.
func unanswered(form *sheet.Table, owners *portal.Owners, record skeleton.Record) func(row []string) bool {
	type key struct{ plan, target string }
	elsewhere := map[key]bool{}
	for _, of := range owners.Owed(record.Unit, record.Period) {
		if owners.Elsewhere(&of, record.Unit, record.Period) {
			elsewhere[key{of.Plan.ID, of.Target.ID}] = true
		}
	}
	plan, target, part := columnOf(form, "plan"), columnOf(form, "target"), columnOf(form, "part")
	return func(row []string) bool {
		for column, text := range row {
			if text != "" && column != plan && column != target && column != part {
				return false
			}
		}
		return elsewhere[key{row[plan], row[target]}]
	}
}

// columnOf is the column of a form that holds a value of results.
func columnOf(form *sheet.Table, key string) int {
	columns := table.Of("result")
	return slices.IndexFunc(form.Names, func(name string) bool {
		n, _ := columns.Find(name)
		return n >= 0 && columns.Columns[n].Key == key
	})
}

// answers holds the rows of a form against what the unit was asked: codes that
// somebody changed, rows that are twice or not there. A percentage in the cell
// for the figure of a promise in per cent is that figure.
func (i *importer) answers(form *sheet.Table, questions []portal.Question) {
	plan, target, part, value := columnOf(form, "plan"), columnOf(form, "target"), columnOf(form, "part"), columnOf(form, "value")
	type key struct{ plan, target, part string } // as a form has them
	keyOf := func(q *portal.Question) key {
		row := q.Row()
		return key{row.Plan, row.Target, row.Part.String()}
	}
	asked := map[key]*portal.Question{}
	said := map[string]*portal.Question{}
	for n := range questions {
		q := &questions[n]
		asked[keyOf(q)] = q
		if k := (key{"", q.Target.ID, keyOf(q).part}); asked[k] == nil {
			asked[k] = q // a row need not name its plan
		}
		if words := vi.Fold(q.Statement()); said[words] == nil {
			said[words] = q
		} else {
			said[words] = &portal.Question{} // of several targets: of none
		}
	}
	first := map[key]int{}
	place := func(n, column int) portal.Pos { return form.Place(portal.Cell{Row: n + 2, Name: form.Names[column]}) }
	for n, row := range form.Rows {
		if meant := said[vi.Fold(form.Said[n])]; meant != nil && meant.Target != nil {
			right := keyOf(meant)
			for column, code := range map[int]string{plan: right.plan, target: right.target, part: right.part} {
				if row[column] != code && !(column == plan && row[plan] == "") && !i.told(place(n, column)) {
					i.found(portal.Problem{Pos: place(n, column), Rule: "form-code", Args: []any{form.Names[column], row[column], code}})
					row[column] = code // one mistake is told once
				}
			}
		}
		q := asked[key{row[plan], row[target], row[part]}]
		if q == nil {
			continue // the rules across records say what it is
		}
		k := keyOf(q)
		if other, twice := first[k]; twice {
			i.found(portal.Problem{Pos: place(n, target), Rule: "form-row-twice", Args: []any{k.target, form.Place(portal.Cell{Row: other + 2}).Line}})
		} else {
			first[k] = n
		}
		if figure, percent := strings.CutSuffix(row[value], "%"); percent && strings.HasPrefix(q.Measure.Unit, "%") {
			row[value] = strings.TrimSpace(figure)
		}
	}
	for n := range questions {
		if _, there := first[keyOf(&questions[n])]; !there {
			i.found(portal.Problem{Pos: portal.Pos{File: i.File}, Rule: "form-row-missing", Severity: portal.Warning, Args: []any{questions[n].Target.ID, questions[n].Statement()}})
		}
	}
}
