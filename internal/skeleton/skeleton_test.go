package skeleton

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/portal"
	"thidua/internal/vi"
	"thidua/schema"
)

func kind(name string) Kind {
	return Kinds[slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })]
}

// What the site's own schemas know, the skeleton explains.
func TestSkeletonsNameEveryField(t *testing.T) {
	for _, c := range []struct{ kind, file, schema string }{
		{"plan", "index.md", "plan"},
		{"plan", "targets.yaml", "targets"},
		{"plan", "deadlines.yaml", "deadlines"},
		{"plan", "tasks.yaml", "tasks"},
		{"movement", "index.md", "movement"},
		{"model", "index.md", "model"},
		{"model", "index.md", "adoption"},
		{"exemplar", "index.md", "exemplar"},
		{"result", "index.md", "report"},
		{"result", "index.md", "result"},
		{"recognition", "index.md", "recognition"},
		{"recognition", "index.md", "dossier"},
		{"column", "index.md", "column"},
	} {
		text := skeletonOf(t, c.kind)[c.file]
		fields, values := known(t, c.schema)
		for _, word := range slices.Concat(fields, values) {
			if !regexp.MustCompile(`(^|[^a-z_-])` + word + `($|[^a-z_-])`).MatchString(text) {
				t.Errorf("%s/%s does not name %s", c.kind, c.file, word)
			}
		}
	}
}

// Tables name their columns as clerks do, and Excel shows them right.
func TestTablesOfSkeletons(t *testing.T) {
	for _, c := range []struct{ kind, file, want string }{
		{"model", "adoptions.csv", "\ufeffMã đơn vị,Áp dụng từ,Áp dụng đến,Số nơi áp dụng,Căn cứ/Minh chứng\n"},
		{"recognition", "dossiers.csv", "\ufeffMã đơn vị,Loại hình,Năm xét,Bước,Ngày,Số quyết định,Ghi chú\n"},
		{"result", "results.csv", "\ufeffMã chỉ tiêu,Phần,Nội dung chỉ tiêu,Tử số,Mẫu số,Giá trị,Ghi chú,Khó khăn,Đề xuất/Kiến nghị,Căn cứ/Minh chứng,Mã kế hoạch\n" +
			"t,,\"Làm tốt, =nhanh\",,,,,,,,p\nhai,2,'=Hai – phần sau,,,,,,,,p\n"},
	} {
		if diff := cmp.Diff(c.want, skeletonOf(t, c.kind)[c.file]); diff != "" {
			t.Errorf("%s: %s", c.file, diff)
		}
	}
}

// known lists the fields of a schema, those of its parts too, and the values
// that its enumerations allow.
func known(t *testing.T, name string) (fields, values []string) {
	t.Helper()
	data, err := schema.Files.ReadFile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	var visit func(any)
	visit = func(node any) {
		switch node := node.(type) {
		case map[string]any:
			if properties, ok := node["properties"].(map[string]any); ok {
				fields = append(fields, slices.Collect(maps.Keys(properties))...)
			}
			if allowed, ok := node["enum"].([]any); ok {
				for _, value := range allowed {
					if text, ok := value.(string); ok {
						values = append(values, text)
					}
				}
			}
			for _, part := range node {
				visit(part)
			}
		case []any:
			for _, part := range node {
				visit(part)
			}
		}
	}
	visit(document)
	return fields, values
}

// skeletonOf are the texts of a new record by their file names.
func skeletonOf(t *testing.T, name string) map[string]string {
	t.Helper()
	period, err := vi.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	target := portal.Target{ID: "t", Statement: "Làm tốt, =nhanh"}
	plan := &portal.Plan{Record: portal.Record{ID: "p"}}
	questions := []portal.Question{
		{Owed: portal.Owed{Plan: plan, Target: &target}, Measure: &target.Measure},
		{Owed: portal.Owed{Plan: plan, Target: &portal.Target{ID: "hai", Statement: "=Hai"}}, Part: 2, Measure: &portal.Measure{Subject: "phần sau"}},
	}
	files, err := Files(fstest.MapFS{}, Record{Kind: kind(name), ID: "x", Unit: "xa-a", Period: period}, questions)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range files {
		texts[file.Path] = string(file.Data)
	}
	return texts
}

func TestArchetypeOfTheSiteWins(t *testing.T) {
	site := fstest.MapFS{"archetypes/column/index.md": {Data: []byte("số {{ .Period.Label }} {{ quote .ID }}")}}
	record, err := kind("column").Named("2026-11")
	if err != nil {
		t.Fatal(err)
	}
	files, err := Files(site, record, nil)
	if err != nil || len(files) != 1 || string(files[0].Data) != `số tháng 11/2026 "2026-11"` {
		t.Errorf("%s, %v", files, err)
	}
}

// A new site begins with the words that the reference portal avoids.
func TestANewSiteHasTheListOfWords(t *testing.T) {
	want, err := os.ReadFile("../../data/wording.yaml")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../archetypes/site/data/wording.yaml")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("archetypes/site/data/wording.yaml is not data/wording.yaml (%v)", err)
	}
}
