package check

import (
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"

	"thidua/internal/portal"
)

// fill puts words of their own into every text that a YAML file can give a
// value, and returns them with their paths.
func fill(v reflect.Value, path string, texts map[string]string) {
	switch {
	case v.Type() == reflect.TypeFor[string]():
		v.SetString("chữ " + path)
		texts[path] = v.String()
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), path, texts)
	case v.Kind() == reflect.Slice && v.Type().Name() == "" && strings.Count(path, "parts") < 2:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), fmt.Sprintf("%s.%d", path, i), texts)
		}
	case v.Kind() == reflect.Struct:
		for _, field := range reflect.VisibleFields(v.Type()) {
			if name := field.Tag.Get("yaml"); name != "" && name != "-" {
				fill(v.FieldByIndex(field.Index), path+"."+name, texts)
			}
		}
	}
}

func TestEveryTextIsRead(t *testing.T) {
	written := map[string]string{}
	one := func(name string, record any) {
		fill(reflect.ValueOf(record).Elem(), name, written)
	}
	manuscript := func(name string) portal.Manuscript {
		written[name] = "chữ " + name
		return portal.Manuscript{Text: written[name]}
	}
	clause := func(name string) *portal.Clause {
		c := &portal.Clause{Title: "tên " + name, Text: "chữ " + name, HTML: template.HTML(`<a href="địa chỉ ` + name + `">`), Tail: template.HTML(`<a href="đuôi ` + name + `">`)}
		for _, text := range []string{c.Title, c.Text, "địa chỉ " + name, "đuôi " + name} {
			written[text] = text
		}
		return c
	}
	p := &portal.Portal{
		Units: []*portal.Unit{{}}, Documents: []*portal.Document{{}}, Fields: []*portal.Field{{}}, Movements: []*portal.Movement{{}},
		Plans:  []*portal.Plan{{Targets: make([]portal.Target, 1), Deadlines: make([]portal.Deadline, 1), Tasks: make([]portal.Task, 1)}},
		Models: []*portal.Model{{Adoptions: make([]portal.Adoption, 1)}}, Exemplars: []*portal.Exemplar{{}},
		Reports: []*portal.Report{{Results: make([]portal.Result, 1)}}, Recognitions: []*portal.Recognition{{Dossiers: make([]portal.Dossier, 1)}},
		Columns: []*portal.Column{{}}, Legal: []*portal.LegalReference{{}}, Pages: []*portal.Page{{Manuscript: manuscript("page")}},
	}
	// Whatever lists a Portal has, each of its records and their rows.
	lists := reflect.ValueOf(p).Elem()
	for i := range lists.NumField() {
		field := lists.Type().Field(i)
		if !field.IsExported() || field.Name == "Unread" || field.Name == "Wording" || field.Name == "Pages" || field.Name == "Tombstones" {
			continue
		}
		if lists.Field(i).Len() != 1 {
			t.Fatalf("the test knows nothing of %s", field.Name)
		}
		record := lists.Field(i).Index(0).Elem()
		one(field.Name, record.Addr().Interface())
		for j := range record.NumField() {
			if rows := record.Field(j); rows.Kind() == reflect.Slice && rows.Len() == 1 && rows.Index(0).Kind() == reflect.Struct {
				one(field.Name+"."+record.Type().Field(j).Name, rows.Index(0).Addr().Interface())
			}
		}
		if head, ok := record.Addr().Interface().(interface{ Head() *portal.Record }); ok && field.Name != "Plans" {
			head.Head().Manuscript = manuscript(field.Name)
		}
	}
	p.Plans[0].Clauses = []*portal.Clause{clause("một")}
	p.Plans[0].Clauses[0].Children = []*portal.Clause{clause("hai")}

	read := map[string]int{}
	readAll(p, func(_ *reading, text string) { read[text]++ })
	for path, text := range written {
		if read[text] != 1 {
			t.Errorf("%s is read %d times", path, read[text])
		}
	}
	if len(read) != len(written) {
		t.Errorf("%d texts are read, %d were written", len(read), len(written))
	}
}
