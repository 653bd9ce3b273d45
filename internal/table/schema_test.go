package table

import (
	"regexp"
	"strings"
	"testing"
)

// Every column has a name that a clerk understands, and can be checked without
// asking the validator.
func TestColumnsOfTables(t *testing.T) {
	vietnamese := regexp.MustCompile(`[À-ỹĐđ]`)
	for _, name := range []string{"result", "adoption", "dossier"} {
		for _, column := range Of(name).Columns {
			if len(column.Names) == 0 || !vietnamese.MatchString(strings.Join(column.Names, " ")) {
				t.Errorf("%s: %s has no name", name, column.Key)
			}
			if column.open {
				t.Errorf("%s: what may stand in %s is not known here", name, column.Key)
			}
		}
	}
}

func TestColumnsAreFound(t *testing.T) {
	s := Of("result")
	for name, want := range map[string]string{
		"numerator": "numerator", "Tử số": "numerator", " TỬ  SỐ ": "numerator", "tu so": "numerator", "Tử-số:": "numerator", "Tu\u031b\u0309 so\u0302\u0301": "numerator",
		"Đề xuất/Kiến nghị": "proposal", "Kiến nghị, đề xuất": "proposal", "de xuat": "proposal",
		"Căn cứ/Minh chứng": "evidence", "Kế hoạch": "plan", "Phần": "part", "Mã chỉ tiêu (*)": "target",
		"Nội dung chỉ tiêu": "aside", "STT": "aside", "": "", "Tỷ lệ": "", "*": "",
	} {
		got := ""
		if i, known := s.Find(name); i >= 0 {
			got = s.Columns[i].Key
		} else if known {
			got = "aside"
		}
		if got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestWhatColumnsHold(t *testing.T) {
	result, dossier, exemplar := Of("result"), Of("dossier"), Of("exemplar")
	for _, test := range []struct {
		column *Column
		kind   Kind
		must   bool
	}{
		{result.Column("target"), Text, true},
		{result.Column("value"), Number, false},
		{dossier.Column("year"), Date, true},
		{dossier.Column("date"), Date, false},
		{dossier.Column("step"), Text, true},
		{exemplar.Column("kind"), Text, true},
		{exemplar.Column("summary"), Text, false},
		{exemplar.Column("fields"), IDs, false},
		{exemplar.Column("is_minor"), Flag, false},
		{exemplar.Column("award"), List, false},
		{exemplar.Column("award").Parts.Column("status"), Text, false},
		{exemplar.Column("award").Parts.Column("decision_date"), Date, false},
		{exemplar.Column("consent").Parts.Column("by"), Text, true},
	} {
		if test.column.Kind != test.kind || test.column.Required != test.must {
			t.Errorf("%s: kind %d, required %t", test.column.Key, test.column.Kind, test.column.Required)
		}
	}
	step := dossier.Column("step")
	for text, want := range map[string]string{"registered": "registered", "Registered ": "registered", "Đã nộp hồ sơ": "submitted", "da nop ho so": "submitted", "khác": "khác", "": ""} {
		if got := step.Value(text); got != want {
			t.Errorf("%q means %q, want %q", text, got, want)
		}
		if step.Accepts(step.Value(text)) != (want == "registered" || want == "submitted") {
			t.Errorf("%q is accepted wrongly", text)
		}
	}
	if step.Word("kept") != "Được giữ danh hiệu" || result.Column("target").Accepts("") || !result.Column("note").Accepts("") {
		t.Error("choices or required cells are wrong")
	}
}
