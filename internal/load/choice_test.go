package load

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"thidua/schema"
)

func TestChoicesAreKnownByTheWordsOfPlans(t *testing.T) {
	const (
		kind   = "targets.json#/$defs/measure/properties/kind"
		every  = "common.json#/$defs/every"
		status = "common.json#/$defs/status"
		role   = "tasks.json#/items/properties/role"
		unit   = "units.json#/items/properties/kind"
		rule   = "common.json#/$defs/rule"
		cites  = "plan.json#/properties/documents/items/properties/role"
		note   = "plan.json#/properties/source_notes/items/properties/kind"
	)
	for _, test := range []struct{ field, got, want string }{
		{kind, "tối thiểu", "at-least (tối thiểu, ít nhất, từ … trở lên)"},
		{kind, "Ít nhất", "at-least"},
		{kind, "toi thieu", "at-least"},
		{kind, "tối thiểu 95%", "at-least"},
		{kind, "trên", "more-than (trên, hơn)"},
		{kind, "không quá", "at-most"},
		{kind, "dưới", "less-than"},
		{kind, "đạt", "equal"},
		{kind, "trong 24 giờ", "within"},
		{kind, "không để xảy ra", "none (không để xảy ra)"},
		{kind, "giảm", "less-than-previous"},
		{kind, "giữ vững", "retain"},
		{kind, "công khai", "disclose"},
		{kind, "at-lest", "at-least"},
		{kind, "at_least", "at-least"},
		{kind, "phấn đấu", ""},
		{kind, "", ""},
		{every, "quý", "quarter (hằng quý)"},
		{every, "hàng quý", "quarter"},
		{every, "tháng", "month"},
		{every, "6 tháng", "half-year"},
		{every, "năm", "year"},
		{every, "monthly", "month"},
		{status, "đã đăng", "published (đã đăng)"},
		{status, "Đã duyệt", "approved"},
		{status, "dự thảo", "draft"},
		{status, "publish", "published"},
		{status, "duyệt", ""}, // đã duyệt, or chờ duyệt
		{role, "chủ trì", "lead (chủ trì)"},
		{role, "phối hợp", "support"},
		{role, "đề nghị", "requested"},
		{unit, "công an", "police (công an)"},
		{unit, "Công an xã", "police"},
		{unit, "xã", "commune"},
		{unit, "UBND", "committee"},
		{unit, "tổ dân phố", "neighborhood"},
		{unit, "đoàn thể", ""}, // a union, or a group of them
		{rule, "trước", "before"},
		{rule, "chậm nhất", "by"},
		{cites, "căn cứ", "basis"},
		{note, "chính tả", "spelling"},
		{note, strings.Repeat("chính tả ", 1000), ""},
	} {
		all := choices()["thidua:///schema/"+test.field]
		if len(all) == 0 {
			t.Fatalf("no choices at %s", test.field)
		}
		got := meant(test.got, all)
		if value, _, _ := strings.Cut(got, " "); got != test.want && value != test.want {
			t.Errorf("%s: %q is taken for %q, want %q", test.field, test.got, got, test.want)
		}
	}
}

func TestChoicesAreListedWithTheirWords(t *testing.T) {
	got := listed(choices()["thidua:///schema/tasks.json#/items/properties/role"])
	if want := "lead (chủ trì), support (phối hợp), requested (được đề nghị thực hiện)"; string(got) != want {
		t.Errorf("%s", got)
	}
}

// The validator names a schema as choices does: none is left without words.
func TestEveryEnumerationHasItsChoices(t *testing.T) {
	names, err := fs.Glob(schema.Files, "*.json")
	if err != nil {
		t.Fatal(err)
	}
	enumerations := 0
	for _, name := range names {
		data, err := fs.ReadFile(schema.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		enumerations += strings.Count(string(data), `"enum":`)
	}
	if len(choices()) != enumerations {
		t.Errorf("%d of %d enumerations have choices", len(choices()), enumerations)
	}
	var wrong any
	if err := json.Unmarshal([]byte(`[{"id": "a", "name": "A", "kind": "công an", "contacts": [{"kind": "điện thoại"}]}]`), &wrong); err != nil {
		t.Fatal(err)
	}
	faults := validate("units", wrong)
	if len(faults) != 2 {
		t.Fatalf("%v", faults)
	}
	for _, f := range faults {
		if f.rule != "not-allowed" || f.args[1] == "" || f.args[2] == "" {
			t.Errorf("%v", f)
		}
	}
}
