package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"thidua/internal/portal"
	"thidua/schema"
)

// records pairs every schema with what its files decode into.
var records = map[string]any{
	"units":       portal.Unit{},
	"fields":      portal.Field{},
	"documents":   portal.Document{},
	"movement":    portal.Movement{},
	"plan":        portal.Plan{},
	"targets":     portal.Target{},
	"deadlines":   portal.Deadline{},
	"tasks":       portal.Task{},
	"model":       portal.Model{},
	"adoption":    portal.Adoption{},
	"exemplar":    portal.Exemplar{},
	"report":      portal.Report{},
	"result":      portal.Result{},
	"recognition": portal.Recognition{},
	"dossier":     portal.Dossier{},
	"column":      portal.Column{},
	"wording":     portal.Wording{},
	"legal":       portal.LegalReference{},
}

// Every schema compiles, and every schema but the shared one has its record.
func TestSchemasCompile(t *testing.T) {
	compiler := newCompiler(t)
	names := slices.Sorted(maps.Keys(load(t)))
	for _, name := range names {
		if _, err := compiler.Compile("schema/" + name + ".json"); err != nil {
			t.Error(err)
		}
	}
	if want := slices.Sorted(maps.Keys(records)); !slices.Equal(want, slices.DeleteFunc(names, isCommon)) {
		t.Errorf("schemas %v, records %v", names, want)
	}
}

// Editors show these texts when the pointer rests on a key.
func TestEveryPropertyIsExplainedInVietnamese(t *testing.T) {
	vietnamese := regexp.MustCompile(`[À-ỹĐđ]`)
	explained := func(place string, node map[string]any, key string) {
		if text, _ := node[key].(string); !vietnamese.MatchString(text) {
			t.Errorf("%s has no Vietnamese %s: %q", place, key, text)
		}
	}
	for name, root := range load(t) {
		explained(name, root, "title")
		explained(name, root, "description")
		walk(name, root, func(place string, node map[string]any) {
			for _, group := range []string{"properties", "$defs"} {
				members, _ := node[group].(map[string]any)
				for key, member := range members {
					explained(place+"/"+key, member.(map[string]any), "description")
				}
			}
			values, _ := node["enum"].([]any)
			texts, _ := node["enumDescriptions"].([]any)
			if len(values) != len(texts) {
				t.Errorf("%s explains %d of %d values", place, len(texts), len(values))
			}
		})
	}
}

// A misspelt key is an error everywhere, and every required key exists.
func TestObjectsAreClosed(t *testing.T) {
	for name, root := range load(t) {
		walk(name, root, func(place string, node map[string]any) {
			properties, isObject := node["properties"].(map[string]any)
			if isObject && node["additionalProperties"] != false {
				t.Errorf("%s admits unknown keys", place)
			}
			required, _ := node["required"].([]any)
			for _, key := range required {
				if _, found := properties[key.(string)]; !found {
					t.Errorf("%s requires %v, which it does not describe", place, key)
				}
			}
		})
	}
}

// A key that may be left out may also be given without a value.
func TestOptionalKeysAdmitNull(t *testing.T) {
	schemas := load(t)
	rows := []string{"adoption", "result", "dossier"} // cells of a table are never null
	for name, root := range schemas {
		if slices.Contains(rows, name) {
			continue
		}
		walk(name, root, func(place string, node map[string]any) {
			properties, _ := node["properties"].(map[string]any)
			required, _ := node["required"].([]any)
			for key, property := range properties {
				null := admits(resolve(schemas, property.(map[string]any)), "null")
				optional := !slices.Contains(required, any(key)) || place == "plan" && key == "issued_on"
				if null != optional {
					t.Errorf("%s/%s: admits null %t, optional %t", place, key, null, optional)
				}
			}
		})
	}
}

// What a schema describes is what is decoded, neither more nor less.
func TestSchemasFitTheRecords(t *testing.T) {
	schemas := load(t)
	constants := portalConstants(t)
	for name, record := range records {
		fit := fitting{t, schemas, constants, map[reflect.Type]bool{}}
		fit.object(name, items(schemas[name]), reflect.TypeOf(record))
	}
}

type fitting struct {
	t         *testing.T
	schemas   map[string]map[string]any
	constants map[string][]string
	within    map[reflect.Type]bool // a Measure holds Measures
}

func (f fitting) object(place string, node map[string]any, typ reflect.Type) {
	if f.within[typ] {
		return
	}
	f.within[typ] = true
	defer delete(f.within, typ)
	properties, _ := node["properties"].(map[string]any)
	fields := yamlFields(f.t, typ)
	want, got := slices.Sorted(maps.Keys(fields)), slices.Sorted(maps.Keys(properties))
	if !slices.Equal(want, got) {
		f.t.Errorf("%s describes %v, %v decodes %v", place, got, typ, want)
		return
	}
	for key, field := range fields {
		f.value(place+"/"+key, resolve(f.schemas, properties[key].(map[string]any)), field)
	}
}

func (f fitting) value(place string, node map[string]any, typ reflect.Type) {
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if list := typ.Kind() == reflect.Slice; list != admits(node, "array") {
		f.t.Errorf("%s: a list %t, in portal %t", place, !list, list)
	} else if list {
		names := typ == reflect.TypeFor[portal.IDs]() || typ == reflect.TypeFor[[]portal.ClauseRef]()
		if admits(node, "string") != names {
			f.t.Errorf("%s: only a list of names may be one name", place)
		}
		typ = typ.Elem()
		node = resolve(f.schemas, items(node))
	}
	if flag := typ.Kind() == reflect.Bool; flag != admits(node, "boolean") {
		f.t.Errorf("%s: a boolean %t, in portal %t", place, !flag, flag)
	}
	if typ.Kind() == reflect.Struct && len(yamlFields(f.t, typ)) > 0 {
		f.object(place, node, typ)
	}
	want, found := f.constants[typ.Name()]
	values, _ := node["enum"].([]any)
	got := texts(values)
	if found && typ.PkgPath() == reflect.TypeFor[portal.Unit]().PkgPath() && !slices.Equal(got, want) {
		f.t.Errorf("%s allows %v, portal.%s is one of %v", place, got, typ.Name(), want)
	}
}

// yamlFields are the keys that typ decodes, with the types of their values;
// none for a type that reads itself from text.
func yamlFields(t *testing.T, typ reflect.Type) map[string]reflect.Type {
	fields := make(map[string]reflect.Type)
	if reflect.PointerTo(typ).Implements(reflect.TypeFor[interface{ UnmarshalText([]byte) error }]()) {
		return fields
	}
	for i := range typ.NumField() {
		field := typ.Field(i)
		key, tagged := field.Tag.Lookup("yaml")
		switch {
		case field.Anonymous:
			maps.Copy(fields, yamlFields(t, field.Type))
		case tagged && key != "-":
			fields[key] = field.Type
		case !tagged && field.IsExported():
			t.Errorf("%v.%s has no yaml tag", typ, field.Name)
		}
	}
	return fields
}

// portalConstants are the values of the string types of portal by type, sorted.
// An Address has named values and others, so it is left out.
func portalConstants(t *testing.T) map[string][]string {
	files, err := filepath.Glob("../internal/portal/*.go")
	if err != nil {
		t.Fatal(err)
	}
	constants := make(map[string][]string)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(node ast.Node) bool {
			spec, ok := node.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			typ, named := spec.Type.(*ast.Ident)
			value, literal := spec.Values[0].(*ast.BasicLit)
			if named && literal && value.Kind == token.STRING && typ.Name != "Address" {
				text, _ := strconv.Unquote(value.Value)
				constants[typ.Name] = append(constants[typ.Name], text)
			}
			return true
		})
	}
	for _, values := range constants {
		slices.Sort(values)
	}
	if len(constants["Status"]) == 0 {
		t.Fatal("found no constants in portal")
	}
	return constants
}

func TestInstances(t *testing.T) {
	// A plan with what it must have, then more.
	plan := func(more string) string {
		return `{"status": "draft", "doc_type": "Kế hoạch", "doc_symbol": "KH-UBND", "abstract": "Tổ chức Phong trào",
			"issuer": "ubnd-xa-minh-hoa-1-m0001", "place": "Minh Họa 1", "issued_on": null, "from": 2026,
			"movement": "ba-nhat", "signers": [], "recipients": ["Các xóm"], "history": []` + more + `}`
	}
	exemplar := func(more string) string {
		return `{"status": "draft", "title": "Nhân vật minh họa 1", "kind": "individual",
			"unit": "xa-minh-hoa-1-m0001", "stage": "new-factor", "year": 2026` + more + `}`
	}
	target := func(measure string) string {
		return `[{"id": "a", "clause": "III.1", "statement": "b", "owner": "c", "measure": ` + measure + `}]`
	}
	deadline := func(more string) string {
		return `[{"id": "a", "clause": "V.1", "kind": "report", "text": "Báo cáo năm"` + more + `}]`
	}
	report := func(more string) string {
		return `{"status": "draft", "unit": "a", "period": "2026-Q3"` + more + `}`
	}

	tests := []struct {
		name, schema, instance string
		at                     string // where it is wrong, "ok" for nowhere, "/" for the whole
	}{
		{"a file of comments", "units", `null`, "ok"},
		{"the site of a unit", "units", `[{"id": "xa-a-00001", "name": "A", "kind": "commune", "contacts": [{"kind": "website", "value": "https://a.example"}, {"kind": "website", "value": null}, {"kind": "website"}, {"kind": "phone", "value": "0238 000 000"}]}]`, "ok"},
		{"a unit", "units", `[{"id": "xa-hung-nguyen-18001", "name": "Xã Hưng Nguyên", "kind": "commune", "code": 18001, "parent": null, "predecessors": ["a", 1], "contacts": [{"kind": "phone", "value": null}], "reports_here_since": "2026-01-01", "sample": true}]`, "ok"},
		{"a unit of no known kind", "units", `[{"id": "a", "name": "b", "kind": "hamlet"}]`, "/0/kind"},
		{"an id with capitals", "units", `[{"id": "Xa-A", "name": "b", "kind": "commune"}]`, "/0/id"},
		{"a unit without a name", "units", `[{"id": "a", "kind": "commune"}]`, "/0"},
		{"a unit with an empty name", "units", `[{"id": "a", "name": "", "kind": "commune"}]`, "/0/name"},
		{"a unit whose name is not given", "units", `[{"id": "a", "name": null, "kind": "commune"}]`, "/0/name"},
		{"a name of two lines", "units", `[{"id": "a", "name": "b\nc", "kind": "commune"}]`, "/0/name"},
		{"a name as YAML folds it", "units", `[{"id": "a", "name": "b c\n", "kind": "commune"}]`, "ok"},
		{"a unit by itself", "units", `{"id": "a", "name": "b", "kind": "commune"}`, "/"},
		{"a key misspelt", "units", `[{"id": "a", "name": "b", "kind": "commune", "shortname": "c"}]`, "/0"},

		{"a field", "fields", `[{"id": "an-ninh", "title": "An ninh", "standards": [{"id": "a", "text": "b", "asked_by": "p#I.1"}]}]`, "ok"},
		{"a standard without words", "fields", `[{"id": "an-ninh", "title": "An ninh", "standards": [{"id": "a"}]}]`, "/0/standards/0"},

		{"a document", "documents", `[{"id": "50-kh-ubnd-nghe-an-2026", "ref": "50/KH-UBND", "title": "a", "issuer": "UBND tỉnh Nghệ An", "issued_on": 2026, "url": "https://example.org/50", "repealed_on": null}]`, "ok"},
		{"a link that runs a script", "documents", `[{"id": "a", "title": "b", "issuer": "c", "url": "javascript:alert(1)"}]`, "/0/url"},
		{"a document of nobody", "documents", `[{"id": "a", "title": "b"}]`, "/0"},

		{"a movement", "movement", `{"status": "published", "approved_by": "a", "approved_on": "2026-03-02", "sample": false, "history": [{"date": 2026, "what": "Đăng", "by": "a"}], "title": "Ba nhất", "summary": "b", "launched_by": "bo-cong-an", "launched_on": "2025-11-04", "groups": [{"id": "ky-luat-nhat", "title": "Kỷ luật nhất"}]}`, "ok"},
		{"a movement without a status", "movement", `{"title": "a", "summary": "b"}`, "/"},
		{"a change that says nothing", "movement", `{"status": "draft", "title": "a", "summary": "b", "history": [{"date": 2026}]}`, "/history/0"},
		{"yes for true", "movement", `{"status": "draft", "title": "a", "summary": "b", "sample": "yes"}`, "/sample"},

		{"a plan", "plan", plan(``), "ok"},
		{"a plan with everything", "plan", plan(`, "doc_number": 70, "summary": ["a", "b"], "letterhead": ["ỦY BAN NHÂN DÂN", "XÃ MINH HỌA 1"], "effective_on": null, "expires_on": null, "to": 2030, "stages": [{"title": "Giai đoạn 1", "from": 2026, "to": 2028, "clause": 1.10}], "linked_movements": [], "units": null, "documents": [{"id": "a", "ref": "9/KH-UBND", "role": "implements", "clause": "mo-dau"}], "slogans": [{"text": "a", "clause": "II.3.a"}], "funding": [{"text": "a", "unit": ["b"]}], "channels": null, "hotlines": [], "source_url": null, "signed_file": "a.pdf", "source_notes": [{"kind": "spelling", "note": "a"}]`), "ok"},
		{"a plan with targets in the wrong file", "plan", plan(`, "targets": []`), "/"},
		{"a plan that does not speak of its date", "plan", strings.Replace(plan(``), `"issued_on": null, `, "", 1), "/"},
		{"a plan of no issuer", "plan", strings.Replace(plan(``), `"ubnd-xa-minh-hoa-1-m0001"`, `[]`, 1), "/issuer"},
		{"a summary too long", "plan", plan(`, "summary": ["1", "2", "3", "4", "5", "6"]`), "/summary"},
		{"a citation of no known role", "plan", plan(`, "documents": [{"id": "a", "role": "quotes"}]`), "/documents/0/role"},
		{"a source note of no known kind", "plan", plan(`, "source_notes": [{"kind": "typo", "note": "a"}]`), "/source_notes/0/kind"},
		{"an empty line among the recipients", "plan", strings.Replace(plan(``), `["Các xóm"]`, `["Các xóm", null]`, 1), "/recipients/1"},

		{"a target", "targets", target(`{"kind": "at-least", "value": "12,5", "unit": "%", "every": "quarter", "limit": null, "cumulative": false}`), "ok"},
		{"a target of parts", "targets", target(`{"kind": "all-of", "parts": [{"kind": "equal", "value": 100, "subject": "a"}, {"kind": "any-of", "parts": [{"kind": "none"}]}]}`), "ok"},
		{"a measure without its value", "targets", target(`{"kind": "at-least"}`), "ok"}, // check says it better
		{"a measure of no known kind", "targets", target(`{"kind": "about"}`), "/0/measure/kind"},
		{"a key misspelt in a part of a part", "targets", target(`{"kind": "all-of", "parts": [{"kind": "any-of", "parts": [{"kind": "none", "limits": "48h"}]}]}`), "/0/measure/parts/0/parts/0"},
		{"a measure owed now and then", "targets", target(`{"kind": "none", "every": "daily"}`), "/0/measure/every"},
		{"a target without a measure", "targets", target(`null`), "/0/measure"},

		{"a deadline without a day", "deadlines", deadline(``), "ok"},
		{"a deadline in a year", "deadlines", deadline(`, "date": 2028, "rule": "before", "owner": ["a", "b"], "recipient": "c", "route": null`), "ok"},
		{"a deadline every year", "deadlines", deadline(`, "recurrence": {"every": "year", "on": "11-30", "rule": "before", "from": 2026, "to": null}`), "ok"},
		{"a deadline every quarter, on no day", "deadlines", deadline(`, "recurrence": {"every": "quarter", "on": null}`), "ok"},
		{"a recurrence of no period", "deadlines", deadline(`, "recurrence": {"on": 25}`), "/0/recurrence"},
		{"a rule unknown", "deadlines", deadline(`, "rule": "until"`), "/0/rule"},

		{"tasks", "tasks", `[{"id": "viec-1", "clause": "IV.1.1", "unit": ["a", "b"], "role": "lead", "text": "c", "due": null}]`, "ok"},
		{"a task of nobody", "tasks", `[{"id": "viec-1", "clause": "IV.1.1", "unit": "", "role": "lead", "text": "c"}]`, "/0/unit"},
		{"a task in no role", "tasks", `[{"id": "viec-1", "clause": "IV.1.1", "unit": "a", "role": null, "text": "c"}]`, "/0/role"},

		{"a model that no plan asks for", "model", `{"status": "draft", "title": "Camera an ninh", "summary": "a", "location_precision": "commune"}`, "ok"},
		{"a model", "model", `{"status": "draft", "title": "Camera an ninh", "summary": "a", "asked_by": ["p#II.3.3", "q"], "run_by": "b", "fields": ["c"], "movement": "d", "location_precision": "none"}`, "ok"},
		{"a model with coordinates", "model", `{"status": "draft", "title": "a", "summary": "b", "location_precision": "exact"}`, "/location_precision"},

		{"an adoption", "adoption", `{"unit": "a", "from": "2026", "to": "", "places": "", "evidence": ""}`, "ok"},
		{"an adoption of nobody", "adoption", `{"unit": "", "from": "2026"}`, "/unit"},
		{"an adoption with a column too many", "adoption", `{"unit": "a", "from": "2026", "lat": "18.6"}`, "/"},

		{"an exemplar", "exemplar", exemplar(``), "ok"},
		{"an exemplar with everything", "exemplar", exemplar(`, "summary": "a", "movement": null, "fields": "b", "standards": [], "award": [{"form": "Giấy khen", "decision_ref": "15/QĐ-UBND", "decision_date": 2026, "status": "granted"}], "is_minor": false, "consent": [{"by": "subject", "kind": "sample", "date": "2026-03-01", "withdrawn_on": null}], "photo": {"file": "a.jpg", "alt": "b"}`), "ok"},
		{"a photo without words", "exemplar", exemplar(`, "photo": {"file": "a.jpg"}`), "/photo"},
		{"a consent by a neighbour", "exemplar", exemplar(`, "consent": [{"by": "neighbour", "kind": "written"}]`), "/consent/0/by"},
		{"a consent by silence", "exemplar", exemplar(`, "consent": [{"by": "subject", "kind": "silence"}]`), "/consent/0/kind"},
		{"an award of no known status", "exemplar", exemplar(`, "award": [{"status": "promised"}]`), "/award/0/status"},

		{"a report", "report", report(`, "submitted_on": "2026-10-02", "difficulties": [{"text": "Thiếu người trực", "addressee": "a"}], "corrections": [{"target": "a", "field": "numerator", "from": 180, "to": 188, "why": "Cộng thiếu", "date": "2026-10-05"}]`), "ok"},
		{"a report of a whole year", "report", `{"status": "draft", "unit": "a", "period": 2026}`, "ok"},
		{"a correction without a reason", "report", report(`, "corrections": [{"target": "a", "field": "value", "to": 1, "date": 2026}]`), "/corrections/0"},

		{"a result", "result", `{"target": "a", "numerator": "188", "denominator": "200", "value": "", "note": "", "difficulty": "Thiếu người trực", "proposal": "", "evidence": "", "plan": "b"}`, "ok"},
		{"a result of no target", "result", `{"target": "", "value": "1"}`, "/target"},
		{"a result without the column of targets", "result", `{"value": "1"}`, "/"},

		{"a recognition", "recognition", `{"status": "draft", "title": "a", "asked_by": "p#I", "decided_by": ["b"]}`, "ok"},
		{"a recognition without a title", "recognition", `{"status": "draft"}`, "/"},

		{"a dossier", "dossier", `{"unit": "a", "category": "xã", "year": "2026", "step": "registered", "date": "", "decision": "", "note": ""}`, "ok"},
		{"a dossier at no known step", "dossier", `{"unit": "a", "category": "xã", "year": "2026", "step": ""}`, "/step"},

		{"a law", "legal", `[{"id": "luat-1", "title": "Luật", "ref": "1/2020/QH14", "in_force_from": "2020-07", "unverified": "chưa đọc"}]`, "ok"},
		{"a law without a name", "legal", `[{"id": "luat-1"}]`, "/0"},
		{"a wording", "wording", `[{"words": "vô cùng to lớn", "why": "không đo được"}]`, "ok"},
		{"a wording that nobody explains", "wording", `[{"words": "rực rỡ"}]`, "/0"},

		{"an issue of the column", "column", `{"status": "draft", "title": "a", "summary": null, "plans": "b", "models": ["c"], "exemplars": []}`, "ok"},
		{"a status unknown", "column", `{"status": "done", "title": "a"}`, "/status"},
	}

	compiler := newCompiler(t)
	tested := make(map[string]bool)
	for _, test := range tests {
		tested[test.schema] = true
		t.Run(test.schema+"/"+test.name, func(t *testing.T) {
			compiled, err := compiler.Compile("schema/" + test.schema + ".json")
			if err != nil {
				t.Fatal(err)
			}
			instance, err := jsonschema.UnmarshalJSON(strings.NewReader(test.instance))
			if err != nil {
				t.Fatal(err)
			}
			if got := places(t, compiled.Validate(instance)); !slices.Equal(got, []string{test.at}) {
				t.Errorf("wrong at %v, want %s", got, test.at)
			}
		})
	}
	for name := range records {
		if !tested[name] {
			t.Errorf("%s has no instance", name)
		}
	}
}

// places are where a validation failed, one for each cause; "ok" for nowhere.
func places(t *testing.T, err error) []string {
	if err == nil {
		return []string{"ok"}
	}
	top, ok := err.(*jsonschema.ValidationError)
	if !ok {
		t.Fatal(err)
	}
	var found []string
	var leaves func(*jsonschema.ValidationError)
	leaves = func(e *jsonschema.ValidationError) {
		if len(e.Causes) == 0 {
			found = append(found, "/"+strings.Join(e.InstanceLocation, "/"))
		}
		for _, cause := range e.Causes {
			leaves(cause)
		}
	}
	leaves(top)
	return found
}

func newCompiler(t *testing.T) *jsonschema.Compiler {
	compiler := jsonschema.NewCompiler()
	for name := range load(t) {
		content, err := schema.Files.ReadFile(name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := compiler.AddResource("schema/"+name+".json", document); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return compiler
}

// load reads every schema, by its name without ".json". References within a
// schema name it, too.
func load(t *testing.T) map[string]map[string]any {
	files, err := fs.Glob(schema.Files, "*.json")
	if err != nil {
		t.Fatal(err)
	}
	schemas := make(map[string]map[string]any)
	for _, file := range files {
		content, err := schema.Files.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		content = bytes.ReplaceAll(content, []byte(`"#/`), []byte(`"`+file+`#/`))
		var root map[string]any
		if err := json.Unmarshal(content, &root); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		schemas[strings.TrimSuffix(file, ".json")] = root
	}
	return schemas
}

func isCommon(name string) bool { return name == "common" }

// walk visits node and the schemas below it. The place of a part of a list is
// that of the list.
func walk(place string, node map[string]any, visit func(string, map[string]any)) {
	visit(place, node)
	if below, ok := node["items"].(map[string]any); ok {
		walk(place, below, visit)
	}
	for _, group := range []string{"properties", "$defs"} {
		members, _ := node[group].(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(members)) {
			walk(place+"/"+key, members[key].(map[string]any), visit)
		}
	}
}

// items is the schema of the parts of a list, or node where it is no list.
func items(node map[string]any) map[string]any {
	if below, ok := node["items"].(map[string]any); ok {
		return below
	}
	return node
}

// resolve follows the reference that node may be.
func resolve(schemas map[string]map[string]any, node map[string]any) map[string]any {
	ref, ok := node["$ref"].(string)
	if !ok {
		return node
	}
	name, key, _ := strings.Cut(ref, ".json#/$defs/")
	return resolve(schemas, schemas[name]["$defs"].(map[string]any)[key].(map[string]any))
}

// admits reports whether a value of this type passes node's type or enum.
func admits(node map[string]any, typ string) bool {
	if values, ok := node["enum"].([]any); ok {
		return slices.ContainsFunc(values, func(v any) bool {
			_, text := v.(string)
			return typ == "null" && v == nil || typ == "string" && text
		})
	}
	types, ok := node["type"].([]any)
	return node["type"] == typ || ok && slices.Contains(types, any(typ))
}

// texts are the strings among values, sorted.
func texts(values []any) []string {
	var found []string
	for _, value := range values {
		if value != nil {
			found = append(found, fmt.Sprint(value))
		}
	}
	slices.Sort(found)
	return found
}
