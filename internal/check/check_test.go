package check_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"thidua/internal/check"
	"thidua/internal/load"
	"thidua/internal/portal"
	"thidua/internal/vi"
)

var update = flag.Bool("update", false, "write the golden files anew")

// today is the day on which the tests look at the site.
var today = vi.NewDate(2026, 11, 22)

// Short names of the files of testdata/site.txtar.
const (
	units           = "data/units.yaml"
	fields          = "data/fields.yaml"
	documents       = "data/documents.yaml"
	movement        = "content/phong-trao/ba-nhat/index.md"
	parent          = "content/ke-hoach/cap-tren/index.md"
	plan            = "content/ke-hoach/cap-duoi/index.md"
	targets         = "content/ke-hoach/cap-duoi/targets.yaml"
	deadlines       = "content/ke-hoach/cap-duoi/deadlines.yaml"
	tasks           = "content/ke-hoach/cap-duoi/tasks.yaml"
	sample          = "content/ke-hoach/minh-hoa/index.md"
	sampleTargets   = "content/ke-hoach/minh-hoa/targets.yaml"
	sampleDeadlines = "content/ke-hoach/minh-hoa/deadlines.yaml"
	model           = "content/mo-hinh/camera/index.md"
	adoptions       = "content/mo-hinh/camera/adoptions.csv"
	exemplar        = "content/dien-hinh/nguoi-tot/index.md"
	report          = "content/ket-qua/xa-a-00001/2026-Q3/index.md"
	results         = "content/ket-qua/xa-a-00001/2026-Q3/results.csv"
	recognised      = "content/cong-nhan/xa-dien-hinh/index.md"
	dossiers        = "content/cong-nhan/xa-dien-hinh/dossiers.csv"
	column          = "content/thi-dua-la-yeu-nuoc/2026-09/index.md"
)

// site is a portal in which every rule is kept.
func site(t testing.TB) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// lines are a file of these lines.
func lines(text ...string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(strings.Join(text, "\n") + "\n")}
}

// An edit puts one text in place of another in a file; an empty old text stands
// for the end of the file.
type edit struct{ file, old, new string }

// edited is the site after some edits.
func edited(t testing.TB, edits ...edit) fstest.MapFS {
	t.Helper()
	files := site(t)
	for _, e := range edits {
		text := string(files[e.file].Data)
		if strings.Count(text, e.old) == 0 {
			t.Fatalf("%s has no %q", e.file, e.old)
		}
		if e.old == "" {
			text += e.new
		} else {
			text = strings.Replace(text, e.old, e.new, 1)
		}
		files[e.file] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// problems are all that is found in a site, in their order.
func problems(t testing.TB, files fstest.MapFS) []portal.Problem {
	t.Helper()
	p, found, err := load.New(files).Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	found = append(found, check.Run(p, today)...)
	return slices.DeleteFunc(portal.SortProblems(found), func(p portal.Problem) bool {
		return p.Rule == "correction-unlocked" // the site of the tests has a correction
	})
}

// told gives problems in the words of one language, without their colours.
func told(t testing.TB, found []portal.Problem, language check.Language) string {
	t.Helper()
	var out bytes.Buffer
	if err := check.WriteText(&out, found, language, false); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTheSiteOfTheTestsIsSound(t *testing.T) {
	if found := problems(t, site(t)); len(found) > 0 {
		t.Error(told(t, found, check.English))
	}
}

// brief is a problem without its words: file, line and column, rule, arguments.
func brief(p portal.Problem) string {
	text := fmt.Sprintf("%d:%d %s", p.Pos.Line, p.Pos.Column, p.Rule)
	for _, arg := range p.Args {
		text += fmt.Sprintf(" “%v”", arg)
	}
	return text
}

func TestRules(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string // in the file of the first edit; others have none
	}{
		{"an unknown unit, and the one that was meant", []edit{{targets, "owner: cong-an-xa-a-00001", "owner: cong-an-xa-a-00010"}},
			[]string{"4:10 unknown-unit “cong-an-xa-a-00010” “cong-an-xa-a-00001”"}},
		{"one of many units is unknown", []edit{{targets, "owner: cong-an-xa-a-00001", "owner: [xa-a-00001, không-có]"}},
			[]string{"4:23 unknown-unit “không-có” “”"}},
		{"a unit without its code", []edit{{plan, "issuer: ubnd-xa-a-00001", "issuer: ubnd-xa-a"}},
			[]string{"12:9 unknown-unit “ubnd-xa-a” “ubnd-xa-a-00001”"}},
		{"a path for an id", []edit{{plan, "issuer: ubnd-xa-a-00001", "issuer: ../../etc/passwd"}},
			[]string{"12:9 unknown-unit “../../etc/passwd” “”"}},
		{"an unknown parent", []edit{{units, "parent: tinh-a-01", "parent: tinh-b-01"}},
			[]string{"6:11 unknown-unit “tinh-b-01” “tinh-a-01”"}},
		{"an unknown predecessor", []edit{{units, "predecessors: [xa-cu-2025]", "predecessors: [xa-cu-2026]"}},
			[]string{"8:18 unknown-unit “xa-cu-2026” “xa-cu-2025”"}},
		{"an unknown movement", []edit{{model, "movement: ba-nhat", "movement: ba-nhất"}},
			[]string{"11:11 unknown-movement “ba-nhất” “ba-nhat”"}},
		{"an unknown linked movement", []edit{{plan, "linked_movements: []", "linked_movements: [x]"}},
			[]string{"19:20 unknown-movement “x” “”"}},
		{"an unknown group", []edit{{targets, "group: gan-dan", "group: gan-dân"}},
			[]string{"3:10 unknown-group “gan-dân” “gan-dan” “ba-nhat”"}},
		{"an unknown plan", []edit{{model, "asked_by: cap-duoi#II.1", "asked_by: cap-duoii#II.1"}},
			[]string{"8:11 unknown-plan “cap-duoii” “cap-duoi”"}},
		{"an unknown clause of another plan", []edit{{model, "asked_by: cap-duoi#II.1", "asked_by: cap-duoi#II.1.z"}},
			[]string{"8:11 unknown-clause “II.1.z” “II.1.a” “cap-duoi”"}},
		{"a path for a plan", []edit{{model, "asked_by: cap-duoi#II.1", "asked_by: ../cap-duoi#II.1"}},
			[]string{"8:11 unknown-plan “../cap-duoi” “cap-duoi”"}},
		{"a reference to a clause without one", []edit{{model, "asked_by: cap-duoi#II.1", "asked_by: '#II.1'"}},
			[]string{"8:11 bad-clause-ref “asked_by” “#II.1”"}},
		{"an unknown clause", []edit{{targets, "clause: II.1.a", "clause: II.1.á"}},
			[]string{"2:11 unknown-clause “II.1.á” “II.1.a” “cap-duoi”"}},
		{"unknown clauses in the front matter", []edit{{plan, "role: implements, clause: mo-dau", "role: implements, clause: mở-đầu"}},
			[]string{"21:63 unknown-clause “mở-đầu” “mo-dau” “cap-duoi”"}},
		{"an unknown document", []edit{{plan, "id: 50-kh-ubnd-tinh-a-2026", "id: 50-kh-ubnd-tinh-a-2062"}},
			[]string{"22:10 unknown-document “50-kh-ubnd-tinh-a-2062” “50-kh-ubnd-tinh-a-2026”"}},
		{"an unknown document that repeals", []edit{{documents, "repealed_by:", "repealed_by: x"}},
			[]string{"6:16 unknown-document “x” “”"}},
		{"an unknown target above", []edit{{targets, "aligns: cap-tren#dung-han", "aligns: [cap-tren#dung-hạn, cap-tren]"}},
			[]string{"6:12 unknown-target “dung-hạn” “dung-han” “cap-tren”", "6:31 bad-target-name “cap-tren”"}},
		{"an unknown plan above", []edit{{targets, "aligns: cap-tren#dung-han", "aligns: cap-tran#dung-han"}},
			[]string{"6:11 unknown-plan “cap-tran” “cap-tren”"}},
		{"an unknown field", []edit{{exemplar, "fields: an-ninh", "fields: an-ninhh"}},
			[]string{"11:9 unknown-subject “an-ninhh” “an-ninh”"}},
		{"an unknown standard", []edit{{exemplar, "standards: guong-mau", "standards: guong-mâu"}},
			[]string{"12:12 unknown-standard “guong-mâu” “guong-mau”"}},
		{"an unknown target in a result", []edit{{results, "dung-han,188", "dung-ham,188"}},
			[]string{"2:1 unknown-target “dung-ham” “dung-han” “cap-duoi”"}},
		{"an unknown target of no named plan", []edit{{results, ",cap-duoi\n", ",\n"}, {results, "dung-han,", "dung-ham,"}},
			[]string{"2:1 unknown-target “dung-ham” “dung-han”"}},
		{"a line below the table", []edit{{results, "", "Tổng cộng,5,,,\nNgười lập biểu,,,,\n"}},
			[]string{"3:1 row-foreign “Tổng cộng”", "4:1 row-foreign “Người lập biểu”"}},
		{"a category by its name", []edit{{dossiers, "registered", "registered"}, {recognised, "title:", "categories: [{id: xa-phuong, title: XÃ}]\ntitle:"}},
			[]string{"2:12 unknown-category “xã” “xa-phuong” “xa-dien-hinh”"}},
		{"a unit by its name", []edit{{adoptions, "xa-a-00001", "XÃ A"}},
			[]string{"2:1 unknown-unit “XÃ A” “xa-a-00001”"}},
		{"a target of no named plan that only a draft has", []edit{{results, ",cap-duoi\n", ",\n"}, {plan, "status: published", "status: draft"}, {column, "plans: cap-duoi", "plans:"}, {model, "asked_by: cap-duoi#II.1", "asked_by:"}, {fields, ", asked_by: cap-duoi#I", ""}, {recognised, "asked_by: cap-duoi#II", "asked_by:"}},
			[]string{"2:1 refers-unpublished “dung-han” “draft” “content/ke-hoach/cap-duoi/index.md”"}},
		{"an unknown plan of a result", []edit{{results, ",cap-duoi\n", ",cap-dưới\n"}},
			[]string{"2:18 unknown-plan “cap-dưới” “cap-duoi”"}},
		{"an unknown target of a correction", []edit{{report, "target: dung-han", "target: dung-ham"}},
			[]string{"12:14 unknown-target “dung-ham” “dung-han”"}},
		{"an unknown addressee", []edit{{report, "addressee: tinh-a-01", "addressee: tinh-a"}},
			[]string{"10:28 unknown-unit “tinh-a” “tinh-a-01”"}},
		{"unknown units in tables", []edit{{adoptions, "xa-a-00001", "xa-a-0001"}},
			[]string{"2:1 unknown-unit “xa-a-0001” “xa-a-00001”"}},
		{"unknown units in dossiers", []edit{{dossiers, "xa-a-00001", "xa-a-0001"}},
			[]string{"2:1 unknown-unit “xa-a-0001” “xa-a-00001”"}},
		{"unknown records of a column", []edit{{column, "plans: cap-duoi\nmodels: camera\nexemplars: nguoi-tot", "plans: cap\nmodels: [camara]\nexemplars: người-tốt"}},
			[]string{"8:8 unknown-plan “cap” “cap-duoi”", "9:10 unknown-model “camara” “camera”", "10:12 unknown-exemplar “người-tốt” “nguoi-tot”"}},

		{"approved on a day to come", []edit{{model, "approved_on: 2026-03-02", "approved_on: 2031-03-02"}},
			[]string{"4:14 record-future “approved_on” “02/3/2031” “22/11/2026”"}},
		{"changed on a day to come", []edit{{model, "history: [{date: 2026-03-02", "history: [{date: 2026-11-22, what: x}, {date: 2031-03"}},
			[]string{"5:47 record-future “history” “tháng 3/2031” “22/11/2026”"}},
		{"a draft may be dated ahead", []edit{{model, "approved_on: 2026-03-02", "approved_on: 2031-03-02"}, {model, "status: published", "status: draft"}, {column, "models: camera", "models:"}},
			[]string{"2:9 left-out “mo-hinh/camera” “draft”"}},

		{"one id twice", []edit{{targets, "", "- {id: dung-han, clause: II.1.a, statement: x, owner: xa-a-00001, measure: {kind: none}}\n"}},
			[]string{"8:8 duplicate-id “dung-han” “content/ke-hoach/cap-duoi/targets.yaml:1:7”"}},
		{"a document with the id of a plan", []edit{{plan, "place: A", "place: B"}, {documents, "", "- {id: cap-duoi, title: x, issuer: y}\n"}},
			[]string{"2:1 duplicate-id “cap-duoi” “data/documents.yaml:7:8”"}},
		{"a group twice", []edit{{movement, "groups:", "groups:\n  - {id: gan-dan, title: x}"}},
			[]string{"10:10 duplicate-id “gan-dan” “content/phong-trao/ba-nhat/index.md:9:10”"}},
		{"a standard twice", []edit{{fields, "", "    - {id: guong-mau, text: x}\n"}},
			[]string{"5:12 duplicate-id “guong-mau” “data/fields.yaml:4:12”"}},
		{"the name of a page", []edit{{tasks, "id: viec-1", "id: trang"}},
			[]string{"1:7 reserved-id “trang”"}},
		{"an id with marks", []edit{{tasks, "id: viec-1", "id: Việc-1"}},
			[]string{"1:7 bad-id “Việc-1” “viec-1”"}},
		{"an id that is a path", []edit{{tasks, "id: viec-1", "id: ../viec"}},
			[]string{"1:7 bad-id “../viec” “viec”"}},
		{"an id that is a number with a mark", []edit{{tasks, "id: viec-1", "id: 1.5"}},
			[]string{"1:7 bad-id “1.5” “1-5”"}},

		{"a place without its code", []edit{{units, "- id: phuong-b-00002\n  name: Phường B\n  kind: ward\n  code: 00002", "- id: phuong-b-00002\n  name: Phường B\n  kind: ward"}},
			[]string{"20:7 unit-no-code “phuong-b-00002”"}},
		{"an id with another code", []edit{{units, "code: 00002", "code: 00003"}},
			[]string{"20:7 unit-id “phuong-b-00002” “phuong-b-00003”"}},
		{"a code with too few digits", []edit{{units, "- id: phuong-b-00002", "- id: phuong-b-2"}, {units, "code: 00002", "code: 2"}},
			[]string{"23:9 unit-code “2”"}},
		{"a real unit with the id of a sample", []edit{{units, "- id: phuong-b-00002", "- id: phuong-b-m2"}},
			[]string{"20:7 unit-id-sample “phuong-b-m2”"}},
		{"a sample with the id of a real unit", []edit{{units, "id: xa-minh-hoa-1-m0001", "id: xa-minh-hoa-1-00009"}, {"content/ke-hoach/minh-hoa/index.md", "xa-minh-hoa-1-m0001", "xa-minh-hoa-1-00009"}},
			[]string{"24:7 unit-id-sample “xa-minh-hoa-1-00009”"}},
		{"an ended unit needs no code", []edit{{units, "valid_to: 2025-06-30", "valid_to: 2024-06-30"}},
			[]string{"16:7 unit-id “xa-cu-2025” “xa-cu-2024”"}},
		{"a unit above itself", []edit{{units, "- id: tinh-a-01", "- id: tinh-a-01\n  parent: ubnd-xa-a-00001"}},
			[]string{"2:11 circle-unit “tinh-a-01”", "7:11 circle-unit “xa-a-00001”", "13:11 circle-unit “ubnd-xa-a-00001”"}},
		{"a unit that is its own parent", []edit{{units, "parent: tinh-a-01", "parent: xa-a-00001"}},
			[]string{"6:11 circle-unit “xa-a-00001”"}},
		{"a plan that carries itself out", []edit{{parent, "documents: []", "documents:\n  - {id: cap-tren, role: implements}"}},
			[]string{"21:3 circle-plan “cap-tren”"}},

		{"a real plan of a sample unit", []edit{{plan, "issuer: ubnd-xa-a-00001", "issuer: [ubnd-xa-a-00001, xa-minh-hoa-1-m0001]"}},
			[]string{"12:27 sample-in-real “xa-minh-hoa-1-m0001”"}},
		{"a target of a real plan given to a sample unit", []edit{{targets, "owner: cong-an-xa-a-00001", "owner: xa-minh-hoa-1-m0001"}},
			[]string{"4:10 sample-in-real “xa-minh-hoa-1-m0001”"}},
		{"a real model asked for by a sample plan", []edit{{model, "asked_by: cap-duoi#II.1", "asked_by: minh-hoa#I"}},
			[]string{"8:11 sample-in-real “minh-hoa”"}},
		{"a sample report of a real unit", []edit{{report, "status: published", "status: published\nsample: true"}, {report, "target: dung-han", "target: hai-phan"}, {results, ",cap-duoi\n", ",\n"}, {results, "dung-han,", "hai-phan,"}, {sampleTargets, "# targets", "- {id: hai-phan, clause: I, statement: x, owner: xa-minh-hoa-1-m0001, measure: {kind: none}}"}},
			[]string{"6:7 sample-of-real “xa-a-00001”", "11:28 sample-of-real “tinh-a-01”"}},
		{"a sample person in a real unit", []edit{{exemplar, "status: published", "status: published\nsample: true"}, {exemplar, "kind: written", "kind: sample"}, {column, "exemplars: nguoi-tot", "exemplars: []"}},
			[]string{"7:8 sample-name “Người tốt”", "8:7 sample-of-real “xa-a-00001”"}},
		{"a sample unit may take up a real model", []edit{{adoptions, "xa-a-00001", "xa-minh-hoa-1-m0001"}}, nil},

		{"a draft that is public elsewhere", []edit{{column, "exemplars: nguoi-tot", "exemplars: nguoi-tot"}, {exemplar, "status: published", "status: draft"}},
			[]string{"10:12 refers-unpublished “nguoi-tot” “draft” “content/dien-hinh/nguoi-tot/index.md”"}},
		{"a withdrawn record that is public elsewhere", []edit{{column, "exemplars: nguoi-tot", "exemplars: [nguoi-tot]"}, {exemplar, "status: published", "status: withdrawn"}},
			[]string{"10:13 refers-withdrawn “nguoi-tot” “content/dien-hinh/nguoi-tot/index.md”"}},
		{"a withdrawn plan may have lost its text", []edit{{targets, "aligns: cap-tren#dung-han", "aligns: cap-tren#khong-con"}, {parent, "status: published", "status: withdrawn"}, {plan, "  - {id: cap-tren, ref: 50/KH-UBND, role: implements, clause: mo-dau}\n", ""}},
			[]string{"6:11 refers-withdrawn “cap-tren” “content/ke-hoach/cap-tren/index.md”"}},
		{"a withdrawn movement may have lost its groups", []edit{{movement, "status: published", "status: withdrawn"}, {movement, "  - {id: gan-dan, title: Gần dân}", "  - {id: khac, title: Khác}"},
			{plan, "movement: ba-nhat", "movement: minh-hoa"}, {"content/phong-trao/minh-hoa/index.md", "sample: true\n", ""}, {targets, "  group: gan-dan\n", ""}, {parent, "movement: ba-nhat", "movement: minh-hoa"},
			{model, "movement: ba-nhat", "movement:"}, {exemplar, "movement: ba-nhat", "movement:"}, {sample, "movement: ba-nhat", "movement: minh-hoa"}},
			[]string{"2:9 taken-down “phong-trao/ba-nhat” “withdrawn”"}},
		{"published without approval", []edit{{model, "approved_by: Ban biên tập\napproved_on: 2026-03-02\nhistory: [{date: 2026-03-02, what: Đăng}]\n", ""}},
			[]string{"2:9 not-approved “published” “approved_by”", "2:9 not-approved “published” “approved_on”", "2:9 not-approved “published” “history”"}},
		{"approved without a history", []edit{{exemplar, "status: published", "status: approved"}, {exemplar, "history: [{date: 2026-03-02, what: Đăng}]", "history: []"}}, nil},
		{"a draft is left out, and said so", []edit{{recognised, "status: published", "status: draft"}},
			[]string{"2:9 left-out “cong-nhan/xa-dien-hinh” “draft”"}},
		{"a report in the folder of another", []edit{{report, "unit: xa-a-00001\nperiod: 2026-Q3", "unit: phuong-b-00002\nperiod: 2026-Q2"}},
			[]string{"5:7 folder-unit “phuong-b-00002” “xa-a-00001”", "6:9 folder-period “2026-Q2” “2026-Q3”"}},

		{"a comparison without a number", []edit{{targets, "kind: at-least, value: 95", "kind: at-least"}},
			[]string{"5:12 measure-no-value “at-least”"}},
		{"a zero promise with a number", []edit{{targets, "kind: at-least, value: 95", "kind: none, value: 0"}},
			[]string{"5:32 measure-none-value"}},
		{"a negative target", []edit{{targets, "value: 95", "value: -5"}},
			[]string{"5:36 measure-negative “-5”"}},
		{"more than the whole", []edit{{targets, "kind: at-least, value: 95", "kind: equal, value: 101"}},
			[]string{"5:33 measure-over-100 “101”"}},
		{"at least more than the whole", []edit{{targets, "value: 95", "value: 120"}}, nil},
		{"a number of nothing", []edit{{targets, ", unit: \"%\"", ""}},
			[]string{"5:36 measure-no-unit “95”"}},
		{"within no time", []edit{{targets, "kind: at-least", "kind: within"}},
			[]string{"5:12 measure-no-limit"}},
		{"all of nothing", []edit{{targets, "kind: at-least, value: 95, unit: \"%\"", "kind: all-of"}},
			[]string{"5:12 measure-parts “all-of”"}},
		{"parts of what has none", []edit{{targets, "value: 95", "parts: [{kind: none}], value: 95"}},
			[]string{"5:36 measure-parts “at-least”"}},
		{"a part that says too little", []edit{{targets, "kind: at-least, value: 95, unit: \"%\"", "kind: all-of, parts: [{kind: none}, {kind: more-than, unit: hộ}]"}, {results, "188,200,", ",,"}, {report, "from: 180, to: 188", "from: 180"}},
			[]string{"5:49 measure-no-value “more-than”"}},

		{"a date and a recurrence", []edit{{deadlines, "  recurrence:", "  date: 2026-05-05\n  recurrence:"}},
			[]string{"6:15 deadline-twice"}},
		{"a recurrence of once", []edit{{deadlines, "every: year", "every: once"}},
			[]string{"5:23 deadline-once", "5:33 deadline-day “11-30” “once”"}},
		{"a month and day in a quarter", []edit{{deadlines, "every: year", "every: quarter"}},
			[]string{"5:36 deadline-day “11-30” “quarter”"}},
		{"an eighth day of the week", []edit{{deadlines, "every: year, on: 11-30", "every: week, on: 8"}},
			[]string{"5:33 deadline-day “08” “week”"}},
		{"a thirteenth month", []edit{{deadlines, "on: 11-30", "on: 13"}},
			[]string{"5:33 deadline-day “13” “year”"}},
		{"a day that no month has", []edit{{deadlines, "on: 11-30", "on: 11-31"}},
			[]string{"5:33 bad-day “on” “11-31”"}},
		{"the leap day", []edit{{deadlines, "on: 11-30", "on: 02-29"}}, nil},
		{"a rule without a date", []edit{{deadlines, "recurrence: {every: year, on: 11-30, rule: before}", "rule: by"}},
			[]string{"5:9 deadline-rule-alone"}},

		{"an end before the beginning", []edit{{plan, "from: 2026\nto: 2030", "from: 2026-05\nto: 2025"}},
			[]string{"16:5 span-backwards “tháng 5/2026” “năm 2025”"}},
		{"an end inside the beginning", []edit{{plan, "from: 2026\nto: 2030", "from: 2026-05\nto: 2026"}}, nil},
		{"a stage backwards", []edit{{plan, "{title: Một, from: 2026, to: 2027}", "{title: Một, from: 2027, to: 2026}"}},
			[]string{"18:34 span-backwards “năm 2027” “năm 2026”"}},
		{"a unit that ends before it begins", []edit{{units, "valid_to: 2025-06-30", "valid_from: 2025-07-01\n  valid_to: 2025-06-30"}},
			[]string{"20:13 span-backwards “01/7/2025” “30/6/2025”"}},
		{"an adoption backwards", []edit{{adoptions, "2026-03,", "2026-03,2025"}},
			[]string{"2:20 span-backwards “tháng 3/2026” “năm 2025”"}},

		{"a gap between sections", []edit{{plan, "## II. NỘI DUNG", "## III. NỘI DUNG"}, {targets, "II.1.a", "III.1.a"}, {deadlines, "II.1", "III.1"}, {tasks, "II.1", "III.1"}, {model, "II.1", "III.1"}, {recognised, "#II", "#III"}},
			[]string{"34:1 numbering-gap “III.” “II.” “III”"}},
		{"a khoản out of order", []edit{{plan, "### 1. Mục đích\n\n### 2. Yêu cầu", "### 2. Mục đích\n\n### 1. Yêu cầu"}},
			[]string{"30:1 numbering-gap “2.” “1.” “I.2”", "32:1 numbering-order “1.” “3.” “I.1”"}},
		{"points without đ", []edit{{plan, "a) Điểm a.", "a) A.\n\nb) B.\n\nc) C.\n\nd) D.\n\ne) E."}},
			[]string{"46:1 numbering-gap “e)” “đ)” “II.1.e”"}},
		{"points with f", []edit{{plan, "a) Điểm a.", "a) A.\n\nf) F."}},
			[]string{"40:1 point-letter “f)” “b)” “II.1.f”"}},
		{"a gap that the source has", []edit{{plan, "## II. NỘI DUNG", "## III. NỘI DUNG"}, {plan, "source_notes: []", "source_notes: [{clause: III, kind: numbering, note: Nguồn nhảy số}]"}, {targets, "II.1.a", "III.1.a"}, {deadlines, "II.1", "III.1"}, {tasks, "II.1", "III.1"}, {model, "II.1", "III.1"}, {recognised, "#II", "#III"}}, nil},
		{"small numbers", []edit{{plan, "a) Điểm a.", "1.1. Một.\n\n1.3. Ba.\n\na) Điểm a."}, {targets, "II.1.a", "II.1.1"}},
			[]string{"40:1 numbering-gap “1.3.” “1.2.” “II.1.3”"}},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
}

// follows reports whether a problem is what the report of the site has of an
// edit elsewhere: of another owner, time or measure of its target.
func follows(p portal.Problem) bool {
	return (p.Pos.File == results || p.Pos.File == report) && slices.Contains([]string{
		"result-not-owed", "result-time", "result-part-missing", "report-untouched", "correction-row",
	}, p.Rule)
}

// expect holds what is found in the site after some edits, in the file of the
// first of them; in others there is nothing.
func expect(t *testing.T, edits []edit, want []string) {
	t.Helper()
	var got []string
	for _, p := range problems(t, edited(t, edits...)) {
		switch {
		case p.Pos.File == edits[0].file:
			got = append(got, brief(p))
		case p.Rule != "left-out" && p.Rule != "taken-down" && !follows(p):
			t.Errorf("%s: %s", p.Pos, brief(p))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// What cannot be read may hold what others name: only its own mistake is told.
func TestOneBrokenFileIsOneProblem(t *testing.T) {
	for name := range site(t) {
		if name == "content/ke-hoach/minh-hoa/index.md" || strings.HasSuffix(name, ".csv") {
			continue
		}
		files := site(t)
		files[name] = &fstest.MapFile{Data: append([]byte("\x00"), files[name].Data...)}
		found := problems(t, files)
		if len(found) != 1 || found[0].Rule != "control-character" {
			t.Errorf("%s:\n%s", name, told(t, found, check.English))
		}
	}
}

// Rows without ids or with empty fields are faults of the schema, told once.
func TestEmptyFieldsAreToldOnce(t *testing.T) {
	for _, name := range []string{units, documents, fields, targets, deadlines, tasks} {
		files := edited(t, edit{name, "", "- {}\n- {id: }\n"})
		for _, p := range problems(t, files) {
			if !slices.Contains([]string{"missing-field", "empty-value"}, p.Rule) || p.Pos.File != name {
				t.Errorf("%s: %s", p.Pos, brief(p))
			}
		}
	}
}

// The trouble of an editor, as an editor reads it. Look at it in full after
// go test ./internal/check -update.
func TestMistakesAreExplained(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/mistakes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	for _, mistake := range archive.Files {
		files := fstest.MapFS{}
		for name, file := range site(t) {
			files[name] = file
		}
		title, name, _ := strings.Cut(mistake.Name, " @ ")
		if _, known := files[name]; !known {
			t.Fatalf("%s: the site has no %q", title, name)
		}
		files[name] = &fstest.MapFile{Data: mistake.Data}
		fmt.Fprintf(&got, "-- %s --\n", title)
		for _, p := range problems(t, files) {
			if p.Pos.File == name {
				got.WriteString(strings.Replace(told(t, []portal.Problem{p}, check.Vietnamese), name, "", 1))
			}
		}
	}
	if *update {
		if err := os.WriteFile("testdata/mistakes.golden", got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/mistakes.golden")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestProblemsAsJSON(t *testing.T) {
	found := []portal.Problem{
		{Pos: portal.Pos{File: "a.yaml", Line: 3, Column: 5}, Rule: "unknown-unit", Args: []any{"<b>&\"\n", ""}},
		{Pos: portal.Pos{File: "b"}, Rule: "left-out", Severity: portal.Note, Args: []any{"x", "draft"}},
	}
	var out bytes.Buffer
	if err := check.WriteJSON(&out, found, check.English); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], `{"file":"a.yaml","line":3,"column":5,"rule":"unknown-unit","severity":"error","message":"`) {
		t.Fatalf("%s", out.String())
	}
	for _, line := range lines {
		var object map[string]any
		if err := json.Unmarshal([]byte(line), &object); err != nil {
			t.Fatal(err)
		}
		want := []string{"column", "file", "hint", "line", "message", "rule", "severity"}
		if keys := slices.Sorted(maps.Keys(object)); !slices.Equal(keys, want) {
			t.Errorf("keys %q, want %q", keys, want)
		}
		if object["hint"] == "" || object["message"] == "" {
			t.Errorf("no words: %s", line)
		}
	}
	if !strings.Contains(lines[0], "data/units.yaml") {
		t.Errorf("the hint for a name that resembles none: %s", lines[0])
	}
}

// The one error that says a file is missing is not lost among hundreds that name
// what was in it; nothing is left out of the JSON.
func TestManyProblemsOfOneKindAreCounted(t *testing.T) {
	var found []portal.Problem
	for i := range 100 {
		found = append(found, portal.Problem{Pos: portal.Pos{File: fmt.Sprintf("content/%02d.csv", i/2), Line: i}, Rule: "unknown-unit", Args: []any{"x", ""}})
		found = append(found, portal.Problem{Pos: portal.Pos{File: "data/units.yaml", Line: i}, Rule: "no-page", Severity: portal.Note, Args: []any{"x"}})
	}
	found = append(found, portal.Problem{Pos: portal.Pos{File: "data/units"}, Rule: "symlink"},
		portal.Problem{Pos: portal.Pos{File: "data/units/khac.yaml"}, Rule: "no-page", Severity: portal.Note, Args: []any{"x"}})
	var out, all bytes.Buffer
	if err := errors.Join(check.WriteText(&out, found, check.Vietnamese, false), check.WriteJSON(&all, found, check.Vietnamese)); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if n := strings.Count(text, "không có đơn vị"); n != 12 {
		t.Errorf("%d are told", n)
	}
	if n := strings.Count(text, "ghi chú: "); n != 12+1 { // one of another file
		t.Errorf("%d notes are told", n)
	}
	if strings.Count(text, "    … và 88 ghi chú giống vậy trong tệp này") != 1 || strings.Contains(text, "cảnh báo") {
		t.Error(text)
	}
	if strings.Count(text, "    … còn 88 lỗi cùng loại ở 44 tệp") != 1 || !strings.Contains(text, "data/units: lỗi: ") {
		t.Error(text)
	}
	if n := strings.Count(all.String(), "\n"); n != len(found) {
		t.Errorf("%d objects", n)
	}
}

// What an editor wrote cannot steer the terminal or fill it.
func TestHostileTextStaysText(t *testing.T) {
	found := []portal.Problem{{
		Pos: portal.Pos{File: "content/\x1b[31m\u202etên\n.md", Line: 1}, Rule: "unknown-unit",
		Args: []any{"a\x1b]0;x\x07\u009b31m\r\n\u202e\u2028" + strings.Repeat("dài ", 10_000), "b\x1b[2J"},
	}}
	for _, colours := range []bool{false, true} {
		var out bytes.Buffer
		if err := check.WriteText(&out, found, check.Vietnamese, colours); err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "", "\x1b[31;1m", "").Replace(out.String())
		if i := strings.IndexFunc(text, func(r rune) bool {
			return r != '\n' && (r < ' ' || r >= 0x7f && r <= 0x9f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069)
		}); i >= 0 {
			t.Errorf("%q", text[i:min(len(text), i+20)])
		}
		if strings.Count(text, "\n") != 2 || len(text) > 1000 {
			t.Errorf("%d lines, %d bytes", strings.Count(text, "\n"), len(text))
		}
	}
}

// An argument that holds a blank is not filled again, and braces stay braces.
func TestArgumentsAreNotTemplates(t *testing.T) {
	p := portal.Problem{Rule: "unknown-group", Args: []any{"{2}", "{0}", "{}"}}
	message, hint := check.Words(p, check.English)
	if message != "the movement {} has no group “{2}”" || hint != "Did you mean “{0}”?" {
		t.Errorf("%s; %s", message, hint)
	}
}

func TestTally(t *testing.T) {
	found := []portal.Problem{{Severity: portal.Error}, {}, {Severity: portal.Note}}
	if got := check.Tally(found, check.English); got != "2 errors, 0 warnings, 1 notes" {
		t.Error(got)
	}
}

func TestABlankThatIsLeftIsAnErrorOnlyForThePublic(t *testing.T) {
	const plan = "content/ke-hoach/minh-hoa/index.md"
	for _, test := range []struct {
		status string
		want   portal.Severity
	}{
		{"status: published", portal.Error},
		{"status: draft", portal.Note},
	} {
		files := edited(t, edit{plan, "status: published", test.status})
		files[plan].Data = append(files[plan].Data, []byte("\n***\n\nLời kết ← điền lời kết.\n")...)
		found := slices.DeleteFunc(problems(t, files), func(p portal.Problem) bool { return p.Rule != "blank-left" })
		if len(found) != 1 || found[0].Level() != test.want || found[0].Pos.Line == 0 {
			t.Errorf("%s: %v", test.status, found)
		}
	}
}

func TestClausesAreNotMissedWhileTheirNumbersAreBroken(t *testing.T) {
	found := []portal.Problem{
		{Pos: portal.Pos{File: "content/ke-hoach/a/index.md"}, Rule: "numbering-gap", Args: []any{"IV.", "III.", "IV"}},
		{Pos: portal.Pos{File: "content/ke-hoach/a/targets.yaml"}, Rule: "unknown-clause", Args: []any{"III.1", "", "a"}},
		{Pos: portal.Pos{File: "content/ke-hoach/b/targets.yaml"}, Rule: "unknown-clause", Args: []any{"III.1", "", "b"}},
		{Pos: portal.Pos{File: "content/ke-hoach/c/index.md"}, Rule: "paragraph-long"},
		{Pos: portal.Pos{File: "content/ke-hoach/c/targets.yaml"}, Rule: "unknown-clause", Args: []any{"III.1", "", "c"}},
	}
	if got := check.Causes(found); len(got) != 3 || got[0].Rule != "numbering-gap" || got[1].Args[2] != "b" {
		t.Errorf("%v", got)
	}
}
