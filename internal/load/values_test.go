package load_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"thidua/internal/load"
	"thidua/internal/portal"
)

// What stands in a file is what is read, whatever YAML would make of it.
func TestValuesAreAsWritten(t *testing.T) {
	for written, want := range map[string]string{
		"07261":                  "07261",
		"1.10":                   "1.10",
		"1.500":                  "1.500",
		"02":                     "02",
		"no":                     "no",
		"yes":                    "yes",
		"on":                     "on",
		"true":                   "true",
		"0x1F":                   "0x1F",
		"0o17":                   "0o17",
		"1e3":                    "1e3",
		".5":                     ".5",
		"+84":                    "+84",
		".inf":                   ".inf",
		"NaN":                    "NaN",
		"2026":                   "2026",
		"2026-02":                "2026-02",
		"2026-02-30":             "2026-02-30",
		"12-30":                  "12-30",
		"12:30":                  "12:30",
		"1_000":                  "1_000",
		"99999999999999999999":   "99999999999999999999",
		"null":                   "",
		"~":                      "",
		"":                       "",
		"Null":                   "Null",
		"NULL":                   "NULL",
		"none":                   "none",
		`"null"`:                 "null",
		`"~"`:                    "~",
		`""`:                     "",
		"'07261'":                "07261",
		"a  b":                   "a  b",
		`"  a b  "`:              "a b",
		"it's":                   "it's",
		"“Ba nhất” và “Gần dân”": "“Ba nhất” và “Gần dân”",
		`"“Ba nhất”"`:            "“Ba nhất”",
		"<b>&amp;</b>":           "<b>&amp;</b>",
		"|\n  một\n  hai":        "một\nhai",
		">\n  một\n  hai":        "một hai",
	} {
		p, problems := read(t, fstest.MapFS{"data/units.yaml": {Data: []byte(
			"- id: a\n  name: A\n  kind: group\n  note: " + strings.ReplaceAll(written, "\n", "\n  ") + "\n")}})
		if len(p.Units) != 1 || p.Units[0].Note != want || len(problems) > 0 {
			t.Errorf("note: %s is read as %q, want %q; problems %q", written, p.Units[0].Note, want, problems)
		}
	}
}

func TestTypedValues(t *testing.T) {
	for _, test := range []struct{ field, value, want string }{
		{"clause", "1.10", "1.10"},
		{"clause", "III.1.đ", "III.1.đ"},
		{"clause", "I", "I"},
		{"from", "2026", "2026"},
		{"from", "2026-02", "2026-02"},
		{"from", "2026-02-28", "2026-02-28"},
		{"from", `"2026-02"`, "2026-02"},
		{"from", "", ""},
		{"from", "2026-02-30", "bad-date “from” “2026-02-30” “”"},
		{"from", "12-30", "bad-date “from” “12-30” “”"},
		{"from", "2/3/2026", "bad-date “from” “2/3/2026” “2026-03-02”"},
		{"from", "2026-2", "bad-date “from” “2026-2” “2026-02”"},
		{"from", "26", "bad-date “from” “26” “”"},
		{"value", "95", "95"},
		{"value", "02", "2"},
		{"value", "2,5", "2.5"},
		{"value", "2.50", "2.5"},
		{"value", "1500", "1500"},
		{"value", "1.500", "ambiguous-number “value” “1.500” “1500” “1.5”"},
		{"value", "1.125", "ambiguous-number “value” “1.125” “1125” “1.1250”"},
		{"value", "1,500", "ambiguous-number “value” “1,500” “1500” “1,5”"},
		{"value", "1.5000", "1.5"},
		{"value", "1e3", "bad-number “value” “1e3”"},
		{"value", "0x1F", "bad-number “value” “0x1F”"},
		{"value", "95%", "bad-number “value” “95%”"},
		{"value", "no", "bad-number “value” “no”"},
		{"value", `" 95 "`, "95"},
		{"limit", "48h", "48h"},
		{"limit", "48", "bad-limit “limit” “48”"},
		{"limit", "48 giờ", "bad-limit “limit” “48 giờ”"},
		{"owner", "a", "[a]"},
		{"owner", "[a, b]", "[a b]"},
		{"owner", "\n    - a\n    - 02", "[a 02]"},
		{"owner", "07261", "[07261]"},
		{"owner", "[a, ~]", "empty-value “owner”"},
		{"owner", "[a, [b]]", "wrong-type “owner” “[array]” “[string]”"},
		{"owner", "{a: b}", "wrong-type “owner” “[object]” “[string array]”"},
		{"aspiration", "true", "true"},
		{"aspiration", "false", "false"},
		{"aspiration", "yes", "wrong-type “aspiration” “[string]” “[boolean]”"},
		{"aspiration", "1", "wrong-type “aspiration” “[number]” “[boolean]”"},
		{"statement", "2026", "2026"},
		{"statement", "no", "no"},
		{"statement", `"  "`, "empty-value “statement”"},
		{"statement", "[a]", "wrong-type “statement” “[array]” “[string]”"},
	} {
		row := map[string]string{"id": "x", "clause": "I", "statement": "S", "owner": "a"}
		measure := map[string]string{"kind": "qualitative"}
		if slices.Contains([]string{"value", "limit"}, test.field) {
			measure[test.field] = test.value
		} else {
			row[test.field] = test.value
		}
		text := "- id: x\n"
		for _, key := range []string{"clause", "statement", "owner", "from", "aspiration"} {
			if value, given := row[key]; given {
				text += "  " + key + ": " + value + "\n"
			}
		}
		text += "  measure:\n"
		for _, key := range []string{"kind", "value", "limit"} {
			if value, given := measure[key]; given {
				text += "    " + key + ": " + value + "\n"
			}
		}
		p, problems := read(t, fstest.MapFS{
			planFile: {Data: []byte(planFront)}, "content/ke-hoach/mau/targets.yaml": {Data: []byte(text)},
		})
		target := p.Plans[0].Targets[0]
		got := map[string]string{
			"clause": string(target.Clause), "statement": target.Statement, "owner": fmt.Sprint([]string(target.Owner)),
			"from": target.From.String(), "aspiration": fmt.Sprint(target.Aspiration),
			"value": target.Measure.Value.String(), "limit": target.Measure.Limit.String(),
		}[test.field]
		if len(problems) > 0 {
			_, got, _ = strings.Cut(problems[0], " ")
		}
		if got != test.want || len(problems) > 1 {
			t.Errorf("%s: %s is read as %s, want %s; problems %q", test.field, test.value, got, test.want, problems)
		}
	}
}

// A title may look like a number, too.
func TestATitleThatIsAYear(t *testing.T) {
	p, problems := read(t, site(`
-- content/phong-trao/nam/index.md --
---
status: draft
title: 2026
summary: 07
---
`))
	if len(problems) > 0 || p.Movements[0].Title != "2026" || p.Movements[0].Summary != "07" {
		t.Errorf("%q %+v", problems, p.Movements[0])
	}
}

func TestEveryValueHasItsPlace(t *testing.T) {
	p, problems := read(t, site(`
-- content/ke-hoach/mau/index.md --
---
status: draft
doc_type: Kế hoạch
doc_symbol: KH-UBND
abstract: >
  Trích yếu
  hai dòng
issuer: [đơn-vị, xa-b]
place: Đà Nẵng
issued_on:
from: 2026
movement: ba-nhat
stages:
  - {title: Giai đoạn một, from: 2026, to: 2028}
  - title: Hai
    from: 2029
signers: []
recipients: []
history: []
---
-- content/ke-hoach/mau/targets.yaml --
# chú thích

- id: mot
  clause: I
  statement: "Đúng hạn"
  owner: a
  measure: {kind: all-of, parts: [{kind: at-least, subject: "“Ấn”", value: 95}]}
- id: hai
  clause: I
  statement: x
  owner:
    - a
    - b
  measure: {kind: none}
-- content/ket-qua/xa-b/2026-Q3/index.md --
---
status: draft
unit: xa-b
period: 2026-Q3
---
-- content/ket-qua/xa-b/2026-Q3/results.csv --
note,target,value

"Dòng một
""dòng"" hai, có dấu phẩy",mot,95
Đường,hai, 2
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	plan, results := p.Plans[0], p.Reports[0].Results
	if results[0].Note != "Dòng một\n\"dòng\" hai, có dấu phẩy" || results[1].Value.String() != "2" {
		t.Errorf("%+v", results)
	}
	for _, test := range []struct {
		source *portal.Source
		path   string
		want   string
	}{
		{&plan.Source, "status", "2:9"},
		{&plan.Source, "doc_type", "3:11"},
		{&plan.Source, "abstract", "5:11"},
		{&plan.Source, "issuer", "8:9"},
		{&plan.Source, "issuer.0", "8:10"},
		{&plan.Source, "issuer.1", "8:18"},
		{&plan.Source, "stages.0.to", "14:44"},
		{&plan.Source, "stages.1.from", "16:11"},
		{&plan.Source, "stages.1.to", "15:5"}, // not there: the stage
		{&plan.Source, "stages.7.to", "14:3"},
		{&plan.Source, "signed_file", "2:1"},
		{&plan.Source, "", "2:1"},
		{&plan.Targets[0].Source, "id", "3:7"},
		{&plan.Targets[0].Source, "owner", "6:10"},
		{&plan.Targets[0].Source, "owner.0", "6:10"},
		{&plan.Targets[0].Source, "owner.3", "6:10"},
		{&plan.Targets[0].Source, "measure.parts.0.value", "7:76"},
		{&plan.Targets[0].Source, "measure.parts.0.unit", "7:35"},
		{&plan.Targets[0].Source, "from", "3:3"},
		{&plan.Targets[1].Source, "owner.1", "13:7"},
		{&results[0].Source, "note", "3:1"},
		{&results[0].Source, "target", "4:28"},
		{&results[0].Source, "value", "4:32"},
		{&results[1].Source, "target", "5:7"},
		{&results[1].Source, "value", "5:11"},
		{&results[1].Source, "plan", "5:1"},
	} {
		pos := test.source.At(test.path)
		if got := fmt.Sprintf("%d:%d", pos.Line, pos.Column); got != test.want || pos.File != test.source.Start().File {
			t.Errorf("%s is at %s, want %s", test.path, pos, test.want)
		}
	}
}

func TestAForgottenFileIsReadAgain(t *testing.T) {
	const name = "data/fields.yaml"
	files := fstest.MapFS{name: {Data: []byte("- {id: mot, title: Một}\n")}}
	loader := load.New(files)
	title := func() string {
		t.Helper()
		p, problems, err := loader.Load(t.Context())
		if err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		return p.Fields[0].Title
	}
	title()
	files[name] = &fstest.MapFile{Data: []byte("- {id: mot, title: Hai}\n")}
	for len(files[name].Data) < len("- {id: mot, title: Một}\n") { // the same size, the same time
		files[name].Data = append(files[name].Data, '\n')
	}
	if got := title(); got != "Một" {
		t.Fatalf("%q: a file of the same size and time is taken as unchanged", got)
	}
	loader.Forget([]string{"data"})
	if got := title(); got != "Hai" {
		t.Errorf("%q after it was forgotten", got)
	}
}
