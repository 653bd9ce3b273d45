package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/check"
	"thidua/internal/portal"
)

// reporting is the site of the tests with these rows in its report and these
// targets and deadlines beside its own. A row is "target part n d value plan",
// "-" for nothing.
func reporting(t testing.TB, targets_, rows string, edits ...edit) fstest.MapFS {
	t.Helper()
	files := edited(t, edits...)
	change(t, files, edit{report, "corrections:\n  - {target: dung-han, field: numerator, from: 180, to: 188, why: Nhầm, date: 2026-10-05, approved_by: Ban biên tập}\n", ""})
	files[targets] = &fstest.MapFile{Data: append([]byte(nil), files[targets].Data...)}
	for line := range strings.Lines(targets_) {
		if line = strings.TrimSpace(line); line != "" {
			id, measure, _ := strings.Cut(line, ": ")
			owner := "xa-a-00001"
			if name, who, found := strings.Cut(id, " of "); found {
				id, owner = name, who
			}
			files[targets].Data = fmt.Appendf(files[targets].Data, "- {id: %s, clause: II.1.a, statement: x, owner: %s, %s}\n", id, owner, measure)
		}
	}
	files[results] = &fstest.MapFile{Data: []byte(table(rows))}
	return files
}

func table(rows string) string {
	text := "target,part,numerator,denominator,value,note,plan\n"
	for row := range strings.SplitSeq(rows, ";") {
		cells := strings.Fields(row)
		for len(cells) < 6 {
			cells = append(cells, "-")
		}
		for i, cell := range cells {
			if cells[i] = strings.ReplaceAll(cell, ",", "."); cell == "-" {
				cells[i] = ""
			}
		}
		note := ""
		if len(cells) > 6 {
			note = "chữ"
		}
		text += strings.Join(append(cells[:5:5], note, cells[5]), ",") + "\n"
	}
	return text
}

func TestRowsOfResults(t *testing.T) {
	const compound = `hai-phan: measure: {kind: all-of, parts: [{kind: none, subject: a}, {kind: equal, value: 100, unit: "%", subject: b}]}`
	other := edit{units, "", "- {id: ca-b-phuong-b-00002, name: Công an phường B, kind: police, parent: phuong-b-00002}\n"}
	later := edit{plan, "from: 2026\nto: 2030", "from: 2027\nto: 2030"}
	own := func(files fstest.MapFS, unit, status, rows string) {
		text := strings.Replace(string(files[report].Data), "unit: xa-a-00001", "unit: "+unit, 1)
		text = strings.Replace(text, "status: published", "status: "+status, 1)
		files["content/ket-qua/"+unit+"/2026-Q3/index.md"] = &fstest.MapFile{Data: []byte(text)}
		files["content/ket-qua/"+unit+"/2026-Q3/results.csv"] = &fstest.MapFile{Data: []byte(table(rows))}
	}
	for _, test := range []struct {
		name, targets, rows string
		edits               []edit
		more                func(fstest.MapFS)
		want                []string
	}{
		{name: "a body's target", rows: "dung-han - 1 2"},
		{name: "and its plan", rows: "dung-han - 1 2 - cap-duoi"},
		{name: "of the plan above", rows: "dung-han - 1 2 - cap-tren",
			want: []string{"results.csv:2:1 result-not-owed “xa-a-00001” “dung-han” “cap-tren” “tinh-a-01”"}},
		{name: "of another commune's body", targets: "rieng of ca-b-phuong-b-00002: measure: {kind: none}", rows: "rieng - - - 0", edits: []edit{other},
			want: []string{"results.csv:2:1 result-not-owed “xa-a-00001” “rieng” “cap-duoi” “ca-b-phuong-b-00002”"}},
		{name: "as a member of a group", targets: "chung of doan-the-xa-a-00001: measure: {kind: none}", rows: "chung - - - 0",
			edits: []edit{{units, "kind: group, parent: xa-a-00001}", "kind: group, parent: tinh-a-01, members: [ubnd-xa-a-00001]}"}}},
		{name: "of a group that it is no part of", targets: "chung of doan-the-xa-a-00001: measure: {kind: none}", rows: "chung - - - 0",
			edits: []edit{{units, "kind: group, parent: xa-a-00001}", "kind: group, parent: tinh-a-01, members: [so-noi-vu-tinh-a-01]}"}},
			want:  []string{"results.csv:2:1 result-not-owed “xa-a-00001” “chung” “cap-duoi” “doan-the-xa-a-00001”"}},
		{name: "before its time", rows: "dung-han - 1 2", edits: []edit{later}, want: []string{
			"results.csv:2:1 result-time “dung-han” “quý III/2026” “năm 2027” “năm 2030”"}},
		{name: "before its time, to be compared with", rows: "it-hon 1 - - 5",
			targets: "it-hon: from: 2027, measure: {kind: any-of, parts: [{kind: less-than-previous, every: year, subject: a}, {kind: none, subject: b}]}"},
		{name: "too long before its time", rows: "it-hon - - - 5",
			targets: "it-hon: from: 2028, measure: {kind: less-than-previous}", want: []string{
				"results.csv:2:1 result-time “it-hon” “quý III/2026” “năm 2028” “năm 2030”"}},
		{name: "of two plans, neither named", rows: "dung-han - 1 2",
			edits: []edit{{"content/ke-hoach/cap-tren/targets.yaml", "owner: tinh-a-01", "owner: xa-a-00001"}},
			want:  []string{"results.csv:2:1 result-ambiguous “dung-han” “cap-duoi, cap-tren”"}},
		{name: "of two plans, one of which is over", rows: "dung-han - 1 2",
			edits: []edit{{"content/ke-hoach/cap-tren/targets.yaml", "owner: tinh-a-01", "owner: xa-a-00001, to: 2026-06"}}},
		{name: "twice", rows: "dung-han - 1 2; dung-han - 1 2 - cap-duoi",
			want: []string{"results.csv:3:1 result-twice “dung-han” “content/ket-qua/xa-a-00001/2026-Q3/results.csv:2:1”"}},
		{name: "each part", targets: compound, rows: "hai-phan 1 - - 0; hai-phan 2 1 2"},
		{name: "a part twice", targets: compound, rows: "hai-phan 1 - - 0; hai-phan 1,0 - - 0",
			want: []string{"results.csv:3:1 result-twice “hai-phan (1)” “content/ket-qua/xa-a-00001/2026-Q3/results.csv:2:1”"}},
		{name: "no part", targets: compound, rows: "hai-phan - 1 2", want: []string{"results.csv:2:10 result-part-missing “hai-phan” “2”"}},
		{name: "words of the whole", targets: compound, rows: "hai-phan - - - - - chữ; hai-phan 1 - - 0"},
		{name: "a row that waits for figures", targets: compound, rows: "hai-phan - - - -"},
		{name: "a third of two parts", targets: compound, rows: "hai-phan 3 1 2", want: []string{"results.csv:2:10 result-part-unknown “hai-phan” “3” “2”"}},
		{name: "no whole part", targets: compound, rows: "hai-phan 1,5 1 2", want: []string{"results.csv:2:10 result-part-unknown “hai-phan” “1,5” “2”"}},
		{name: "a part of what has none", rows: "dung-han 1 1 2", want: []string{"results.csv:2:10 result-part-extra “dung-han”"}},
		{name: "a body that reports itself", rows: "dung-han - 1 2", more: func(files fstest.MapFS) { own(files, "cong-an-xa-a-00001", "published", "dung-han - 1 2") },
			want: []string{"results.csv:2:1 result-elsewhere “dung-han” “cong-an-xa-a-00001” “2026-Q3”"}},
		{name: "a body that means to", rows: "dung-han - 1 2", more: func(files fstest.MapFS) { own(files, "cong-an-xa-a-00001", "draft", "dung-han - 1 2") },
			want: []string{"index.md:2:9 left-out “ket-qua/cong-an-xa-a-00001/2026-Q3” “draft”"}},
		{name: "a body that did once", rows: "dung-han - 1 2", more: func(files fstest.MapFS) { own(files, "cong-an-xa-a-00001", "withdrawn", "dung-han - 1 2") },
			want: []string{"index.md:2:9 taken-down “ket-qua/cong-an-xa-a-00001/2026-Q3” “withdrawn”"}},
		{name: "a body that answers for the rest", targets: "xa: measure: {kind: none}", rows: "xa - - - 0",
			more: func(files fstest.MapFS) { own(files, "cong-an-xa-a-00001", "published", "dung-han - 1 2") }},
		{name: "a plan that was withdrawn", rows: "dung-han - 1 2 - cap-duoi", edits: []edit{{plan, "status: published", "status: withdrawn"}, {model, "asked_by: cap-duoi#II.1", "asked_by:"}, {recognised, "asked_by: cap-duoi#II", "asked_by:"}, {column, "plans: cap-duoi", "plans:"}, {fields, "asked_by: cap-duoi#I", "asked_by: []"}},
			want: []string{
				"index.md:2:9 taken-down “ke-hoach/cap-duoi” “withdrawn”",
				"results.csv:2:17 refers-withdrawn “cap-duoi” “content/ke-hoach/cap-duoi/index.md”"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := reporting(t, test.targets, test.rows, test.edits...)
			if test.more != nil {
				test.more(files)
			}
			if diff := cmp.Diff(test.want, briefs(problems(t, files))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// What was right when it was sealed is no error because a plan was changed.
func TestASealedRowIsOnlyWarnedOf(t *testing.T) {
	for _, row := range []string{"dung-han - 1 2 - cap-duoi", "dung-han - 1 2"} {
		files := reporting(t, "", row)
		seal(t, files, "2026-10-05")
		change(t, files, edit{targets, "owner: cong-an-xa-a-00001", "owner: so-noi-vu-tinh-a-01"})
		found := problems(t, files)
		if len(found) != 1 || found[0].Rule != "result-not-owed" || found[0].Level() != portal.Warning {
			t.Error(told(t, found, check.English))
		}
	}
}

func TestNumbersOfResults(t *testing.T) {
	for _, test := range []struct{ measure, row, want string }{
		{`{kind: at-least, value: 95, unit: "%"}`, "188 200", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "188 200 94", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "0 0", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "12,5 20", ""}, // shares of money, of land
		{`{kind: at-least, value: 95, unit: "%"}`, "100 104,0000000001", "result-noise “denominator” “104,0000000001” “4”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "12,12345 20", "result-noise “numerator” “12,12345” “4”"},
		{`{kind: within, value: 95, unit: "%", limit: 48h}`, "100 104,0000000001", "result-fraction “denominator” “104,0000000001” “%”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "- - 94,25", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "188", "result-no-denominator “188”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "- 200", "result-no-numerator “200”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "201 200", "result-over-whole “201” “200”"},
		{`{kind: at-least, value: 100, unit: "%"}`, "201 200", "warning result-over-whole “201” “200”"},
		{`{kind: at-least, value: 110, unit: "%"}`, "201 200", ""},
		{`{kind: equal, value: 100, unit: "%"}`, "201 200", "result-over-whole “201” “200”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "1 0", "result-of-nothing “1”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "-1 200", "result-negative “numerator” “-1”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "- - -1", "result-negative “value” “-1”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "- - 100,5", "result-over-100 “100,5”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "- - 0,95", "warning result-percent “0,95” “95” “95”"},
		{`{kind: equal, value: 100, unit: "%"}`, "- - 1", "warning result-percent “1” “100” “100”"},
		{`{kind: at-most, value: 20, unit: "%"}`, "- - 0,5", ""},
		{`{kind: at-least, value: 5, unit: "%"}`, "- - 0,5", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "- - 0", ""},
		{`{kind: at-least, value: 100, unit: "%"}`, "- - 100,5", "warning result-over-100 “100,5”"},
		{`{kind: more-than, value: 120, unit: "%"}`, "- - 130", ""},
		// 188/201 is 93.5323…%
		{`{kind: at-least, value: 95, unit: "%"}`, "188 201 93,5", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "188 201 93,53", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "188 201 94", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "188 201 93", "result-disagrees “93” “188” “201” “94”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "188 201 93,6", "result-disagrees “93,6” “188” “201” “93,5”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "1 8 12", ""}, // 12.5 may be either
		{`{kind: at-least, value: 95, unit: "%"}`, "1 8 13", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "0 0 100", "result-disagrees “100” “0” “0” “”"},
		{`{kind: at-least, value: 95, unit: "%"}`, "1 3 33,33333333", ""},
		{`{kind: at-least, value: 95, unit: "%"}`, "1 3 33,33333334", "result-disagrees “33,33333334” “1” “3” “33,333333”"},
		{`{kind: less-than-previous, value: 10, unit: "%"}`, "- - 120", ""}, // the figure is what is left
		{`{kind: less-than-previous, value: 10, unit: "%"}`, "5 100 7", ""},
		{`{kind: at-least, value: 2, unit: lần}`, "- - 2", ""},
		{`{kind: at-least, value: 2, unit: lần}`, "2", ""},
		{`{kind: at-least, value: 2, unit: lần}`, "- - 2,5", "warning result-fraction “value” “2,5” “lần”"},
		{`{kind: at-least, value: 2, unit: tỷ đồng}`, "- - 2,5", ""},
		{`{kind: at-least, value: 2, unit: ha/năm}`, "- - 2,5", ""},
		{`{kind: at-least, value: "2,5", unit: lần}`, "- - 2,5", ""},
		{`{kind: at-least, value: 1, unit: lần, each: đơn vị}`, "11 12", ""},
		{`{kind: at-least, value: 1, unit: lần, each: đơn vị}`, "11", "result-no-denominator “11”"},
		{`{kind: at-least, value: 1, unit: lần, each: đơn vị}`, "11,5 12", "result-fraction “numerator” “11,5” “lần”"},
		{`{kind: at-least, value: 1, unit: lần, each: đơn vị}`, "11 12 25", ""},
		{`{kind: within, value: 100, unit: "%", limit: 48h}`, "61 61", ""},
		{`{kind: within, value: 100, unit: "%", limit: 48h}`, "61", "result-no-denominator “61”"},
		{`{kind: within, value: 100, unit: "%", limit: 48h}`, "61,5 62", "result-fraction “numerator” “61,5” “%”"},
		{`{kind: none}`, "- - 0", ""},
		{`{kind: none}`, "- - 0,5", "result-fraction “value” “0,5” “”"},
		{`{kind: none}`, "1 200", ""},
		{`{kind: retain}`, "5 5", ""},
		{`{kind: retain}`, "6 5", "result-over-whole “6” “5”"},
		{`{kind: all-of, parts: [{kind: none, subject: a}, {kind: equal, value: 100, unit: "%", subject: b}]}`, "201 200", "result-over-whole “201” “200”"},
	} {
		part := "-"
		if strings.Contains(test.measure, "parts") {
			part = "2"
		}
		got := ""
		for _, p := range problems(t, reporting(t, "c: measure: "+test.measure, "c "+part+" "+test.row)) {
			if p.Level() != portal.Error {
				got += string(p.Level()) + " "
			}
			_, text, _ := strings.Cut(brief(p), " ")
			got += text
		}
		if got != test.want {
			t.Errorf("%s, reported %s: %q, want %q", test.measure, test.row, got, test.want)
		}
	}
}

func TestWordsAndNumbersThatLeaveNoFigure(t *testing.T) {
	for _, test := range []struct{ measure, row, want string }{
		{"{kind: retain}", ",,5,", "warning 2:3 retain-alone “5”"},
		{"{kind: retain}", "5,6,,", ""},
		{"{kind: retain, value: 5, unit: mô hình}", ",,5,", ""},
		{"{kind: none}", ",,,Không có trường hợp nào", "warning 2:5 none-in-words “Không có trường hợp nào”"},
		{"{kind: none}", ",,0,Không có trường hợp nào", ""},
		{"{kind: none}", ",,,Chưa tổng hợp xong", ""},
		{"{kind: none}", ",,,Không có số liệu", ""},
		{"{kind: qualitative}", ",,,Không có trường hợp nào", ""},
	} {
		files := reporting(t, "c: measure: "+test.measure, "c - - - -")
		files[results] = lines("target,numerator,denominator,value,note", "c,"+test.row)
		got := ""
		for _, p := range problems(t, files) {
			if p.Level() != portal.Error {
				got += string(p.Level()) + " "
			}
			got += brief(p)
		}
		if got != test.want {
			t.Errorf("%s, %s: %q, want %q", test.measure, test.row, got, test.want)
		}
	}
}

func TestWhatIsSaidToBePublicCanBeLookedUp(t *testing.T) {
	for _, test := range []struct{ row, want string }{
		{",https://example.org/a", ""},
		{",12/TB-UBND", ""},
		{",Chưa công khai", "2:4 disclose-denied “Chưa công khai”"},
		{"0,", ""},
		{"0,Không", "2:5 disclose-denied “Không”"},
		{",Bảng tin", "warning 2:4 disclose-vague “Bảng tin”"},
		{"1,", "warning 2:3 disclose-alone “1”"},
	} {
		files := reporting(t, "c: measure: {kind: disclose}", "c - - - -")
		files[results] = lines("target,value,evidence", "c,"+test.row)
		got := ""
		for _, p := range problems(t, files) {
			if p.Level() != portal.Error {
				got += string(p.Level()) + " "
			}
			got += brief(p)
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.row, got, test.want)
		}
	}
}

// A number that cannot be read is told once, and no other is missed for it.
func TestANumberThatCannotBeReadIsToldOnce(t *testing.T) {
	for _, row := range []string{"1.500 2", "1 1.500", "2 x", "- - x"} {
		if found := problems(t, reporting(t, "", "dung-han - "+row)); len(found) != 1 || !strings.HasSuffix(found[0].Rule, "-number") {
			t.Errorf("%s:\n%s", row, told(t, found, check.English))
		}
	}
}

func TestWhatAReportSaysOfItself(t *testing.T) {
	deadline := func(kind, owner string) edit {
		return edit{deadlines, "", "- {id: gui, clause: II.1, kind: " + kind + ", text: x, date: 2026-09-30, owner: " + owner + "}\n"}
	}
	answers := func(name string) edit {
		return edit{report, "submitted_on: 2026-10-02", "submitted_on: 2026-10-02\nanswers: " + name}
	}
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"no day of submission", []edit{{report, "submitted_on: 2026-10-02\n", ""}}, []string{"index.md:2:1 report-submitted"}},
		{"an empty one", []edit{{report, "submitted_on: 2026-10-02", "submitted_on:"}}, []string{"index.md:2:1 report-submitted"}},
		{"one that cannot be read", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2/10/2026"}}, []string{"index.md:7:15 bad-date “submitted_on” “2/10/2026” “2026-10-02”"}},
		{"a month", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-10"}}, []string{"index.md:7:15 report-submitted-day “2026-10”"}},
		{"before the quarter", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-06-30"}}, []string{"index.md:7:15 report-early “30/6/2026” “quý III/2026” “01/7/2026”"}},
		{"figures up to a day of the quarter", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-10-02\nas_of: 2026-09-15"}}, nil},
		{"figures up to its last day", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-10-02\nas_of: 2026-09-30"}}, nil},
		{"figures of after the quarter", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-10-02\nas_of: 2026-10-01"}}, []string{"index.md:8:8 report-as-of “01/10/2026” “quý III/2026”"}},
		{"figures of before it", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-10-02\nas_of: 2026-06"}}, []string{"index.md:8:8 report-as-of “tháng 6/2026” “quý III/2026”"}},
		{"figures of after the report", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-09-20\nas_of: 2026-09-21"}}, []string{"index.md:8:8 report-as-of-sent “21/9/2026” “20/9/2026”"}},
		{"today", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-11-22"}}, nil},
		{"tomorrow", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-11-23"}}, []string{"index.md:7:15 report-future “23/11/2026” “22/11/2026”"}},
		{"its first day", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-07-01"}}, []string{"index.md:7:15 report-no-as-of “01/7/2026” “quý III/2026” “30/9/2026”"}},
		{"before its last day, with the day of its figures", []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-09-20\nas_of: 2026-09-15"}}, nil},
		{"a draft need not", []edit{{report, "submitted_on: 2026-10-02\n", ""}, {report, "status: published", "status: draft"}}, []string{"index.md:2:9 left-out “ket-qua/xa-a-00001/2026-Q3” “draft”"}},
		{"a duty of a body", []edit{answers("cap-duoi#bao-cao")}, nil},
		{"a duty of its own", []edit{answers("[cap-duoi#gui, cap-duoi#bao-cao]"), deadline("report", "xa-a-00001")}, nil},
		{"a duty of a group of which a body is one", []edit{answers("cap-duoi#gui"), deadline("report", "doan-the-xa-a-00001"), {units, "kind: group,", "kind: group, members: cong-an-xa-a-00001,"}}, nil},
		{"a duty of somebody else", []edit{answers("cap-duoi#gui"), deadline("report", "so-noi-vu-tinh-a-01")}, []string{"index.md:8:10 answers-not-owed “cap-duoi#gui” “xa-a-00001”"}},
		{"a duty that is no report", []edit{answers("cap-duoi#gui"), deadline("dossier", "xa-a-00001")}, []string{"index.md:8:10 answers-kind “cap-duoi#gui” “dossier”"}},
		{"a plan that is not there", []edit{answers("cap-duoii#gui")}, []string{"index.md:8:10 unknown-plan “cap-duoii” “cap-duoi”"}},
		{"a duty that is not there", []edit{answers("[cap-duoi#bao-ca0]")}, []string{"index.md:8:11 unknown-deadline “bao-ca0” “bao-cao” “cap-duoi”"}},
		{"a plan alone", []edit{answers("cap-duoi")}, []string{"index.md:8:10 bad-deadline-name “cap-duoi”"}},
		{"an invented plan", []edit{answers("minh-hoa#x")}, []string{"index.md:8:10 sample-in-real “minh-hoa”", "index.md:8:10 unknown-deadline “x” “” “minh-hoa”"}},
		{"a draft of a plan", []edit{answers("cap-tren#x"), {parent, "status: published", "status: draft"}}, []string{
			"index.md:2:9 left-out “ke-hoach/cap-tren” “draft”",
			"index.md:8:10 refers-unpublished “cap-tren” “draft” “content/ke-hoach/cap-tren/index.md”",
			"index.md:8:10 unknown-deadline “x” “” “cap-tren”"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, line := range briefs(problems(t, edited(t, test.edits...))) {
				if !strings.Contains(line, ".md:21:") && !strings.Contains(line, "targets.yaml") { // the plan below names the one above
					got = append(got, line)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// What happened in a quarter happened in its year.
func TestALongerTimeHasNoLessThanItsParts(t *testing.T) {
	const counted = "vu: measure: {kind: none}\nlan: measure: {kind: at-least, value: 4, unit: lần, every: year}\nphut: measure: {kind: at-most, value: 30, unit: phút}\nho: measure: {kind: at-most, value: 3, unit: hộ, by: 2027}"
	for _, test := range []struct {
		name, asOf, year, quarter string
		want                      string
	}{
		{"no case in a year with one", "", "vu - - - 0", "vu - - - 1", "result-longer “vu” “0” “năm 2026” “1” “quý III/2026”"},
		{"as many", "", "vu - - - 1", "vu - - - 1", ""},
		{"fewer meetings", "", "lan - - - 2", "lan - - - 3", "result-longer “lan” “2” “năm 2026” “3” “quý III/2026”"},
		{"minutes are no sum", "", "phut - - - 20", "phut - - - 25", ""},
		{"nor is how things stand", "", "ho - - - 2", "ho - - - 3", ""},
		{"nor is a share", "", "dung-han - 90 100", "dung-han - 188 200", ""},
		{"of a year counted up to a day before the end of the quarter", "as_of: 2026-09-15", "vu - - - 0", "vu - - - 1", ""},
	} {
		until := "as_of: 2026-11-15"
		if test.asOf != "" {
			until = test.asOf
		}
		files := reporting(t, counted, test.quarter)
		text := strings.Replace(string(files[report].Data), "period: 2026-Q3", "period: 2026", 1)
		text = strings.Replace(text, "submitted_on: 2026-10-02", "submitted_on: 2026-11-20\n"+until, 1)
		files["content/ket-qua/xa-a-00001/2026/index.md"] = &fstest.MapFile{Data: []byte(text)}
		files["content/ket-qua/xa-a-00001/2026/results.csv"] = &fstest.MapFile{Data: []byte(table(test.year))}
		var got []string
		for _, line := range briefs(problems(t, files)) {
			if _, rule, found := strings.Cut(line, " "); found && strings.HasPrefix(rule, "result-") {
				got = append(got, rule)
			}
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// A report may be owed although no target is.
func TestAReportWithoutTargets(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []edit
		want  int
	}{
		{"of a unit that sends reports", []edit{{targets, "owner: cong-an-xa-a-00001", "owner: so-noi-vu-tinh-a-01"}}, 0},
		{"of one that does not", []edit{{targets, "owner: cong-an-xa-a-00001", "owner: so-noi-vu-tinh-a-01"}, {deadlines, "owner: cong-an-xa-a-00001", "owner: so-noi-vu-tinh-a-01"}}, 1},
	} {
		untouched := 0
		for _, p := range problems(t, edited(t, append(test.edits, edit{results, "dung-han,188,200,cap-duoi\n", ""})...)) {
			if p.Rule == "report-untouched" && p.Level() == portal.Warning {
				untouched++
			}
		}
		if untouched != test.want {
			t.Errorf("%s: %d warnings", test.name, untouched)
		}
	}
}

func TestMembers(t *testing.T) {
	group := func(members string) edit {
		return edit{units, "kind: group, parent: xa-a-00001}", "kind: group, parent: xa-a-00001, members: " + members + "}"}
	}
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"units", []edit{group("[cong-an-xa-a-00001, ubnd-xa-a-00001]")}, nil},
		{"one", []edit{group("cong-an-xa-a-00001")}, nil},
		{"one that is not there", []edit{group("[cong-an-xa-a-00010]")}, []string{"units.yaml:14:92 unknown-unit “cong-an-xa-a-00010” “cong-an-xa-a-00001”"}},
		{"itself", []edit{group("[doan-the-xa-a-00001]")}, []string{"units.yaml:14:92 members-self “doan-the-xa-a-00001”"}},
		{"one twice", []edit{group("[xa-a-00001, xa-a-00001]")}, []string{"units.yaml:14:104 members-twice “xa-a-00001”"}},
		{"a group", []edit{group("[nhom-xa-a-00001]"), {units, "", "- {id: nhom-xa-a-00001, name: Nhóm, kind: group, parent: xa-a-00001}\n"}}, []string{"units.yaml:14:92 members-group “nhom-xa-a-00001”"}},
		{"of no group", []edit{{units, "kind: police, parent: xa-a-00001}", "kind: police, parent: xa-a-00001, members: xa-a-00001}"}}, []string{"units.yaml:13:91 members-kind “cong-an-xa-a-00001” “police”"}},
		{"an invented one", []edit{group("[xa-minh-hoa-1-m0001]")}, []string{"units.yaml:14:92 sample-in-real “xa-minh-hoa-1-m0001”"}},
		{"a real one of an invented group", []edit{{units, "", "- {id: nhom-m0001, name: Nhóm, kind: group, members: [xa-a-00001], sample: true}\n"}}, []string{"units.yaml:28:55 sample-of-real “xa-a-00001”"}},
	} {
		if diff := cmp.Diff(test.want, briefs(problems(t, edited(t, test.edits...)))); diff != "" {
			t.Errorf("%s: -want +got:\n%s", test.name, diff)
		}
	}
}
