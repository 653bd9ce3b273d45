package check_test

import (
	"strings"
	"testing"

	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestUnitsAreNamedInTheirTime(t *testing.T) {
	const before, after = "đến 30/6/2025", "từ 01/7/2025" // as the messages have them
	old := edit{units, "", "- {id: cong-an-xa-cu-2025, name: Công an xã Cũ, kind: police, parent: xa-cu-2025}\n"}
	groups := func(above, below string) []edit {
		return []edit{{units, "", "- {id: to-a, name: Tổ A, kind: group, " + above + "}\n- {id: to-b, name: Tổ B, kind: group, parent: to-a, " + below + "}\n"}}
	}
	invalid := func(at, id, next, span, time string) string {
		return at + " unit-not-valid “" + id + "” “" + next + "” “" + span + "” “" + time + "”"
	}
	ended, xa := "– 30/6/2025", "01/7/2025 –"
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"an issuer that has ended", []edit{{plan, "issuer: ubnd-xa-a-00001", "issuer: xa-cu-2025"}},
			[]string{invalid("12:9", "xa-cu-2025", "xa-a-00001", ended, "tháng 02/2026")}},
		{"an issuer that is not yet", []edit{{plan, "issued_on: 2026-02", "issued_on: 2025-06-30"}},
			[]string{invalid("12:9", "ubnd-xa-a-00001", "", xa, "30/6/2025")}},
		{"a year in which the issuer began", []edit{{plan, "issued_on: 2026-02", "issued_on: 2025"}}, nil},
		{"a plan without a date is issued in its own time", []edit{{plan, "issued_on: 2026-02", "issued_on:"}}, nil},
		{"a body of a place that has ended, and the body that came after", []edit{{targets, "owner: cong-an-xa-a-00001", "owner: cong-an-xa-cu-2025"}, old},
			[]string{invalid("4:10", "cong-an-xa-cu-2025", "cong-an-xa-a-00001", ended, "năm 2026 – năm 2030")}},
		{"one of several", []edit{{tasks, "unit: [cong-an-xa-a-00001, doan-the-xa-a-00001]", "unit: [cong-an-xa-a-00001, xa-cu-2025]"}},
			[]string{invalid("3:30", "xa-cu-2025", "xa-a-00001", ended, "năm 2026 – năm 2030")}},
		{"a recipient and a route", []edit{{deadlines, "recipient: tinh-a-01\n  route: so-noi-vu-tinh-a-01", "recipient: xa-cu-2025\n  route: xa-cu-2025"}},
			[]string{invalid("7:14", "xa-cu-2025", "xa-a-00001", ended, "năm 2026 – năm 2030"), invalid("8:10", "xa-cu-2025", "xa-a-00001", ended, "năm 2026 – năm 2030")}},
		{"a target with a time of its own", []edit{{targets, "owner: cong-an-xa-a-00001", "owner: xa-cu-2025\n  from: 2025"}}, nil},
		{"a report of a quarter that the unit did not see", []edit{{report, "unit: xa-a-00001\nperiod: 2026-Q3", "unit: xa-cu-2025\nperiod: 2026-Q3"}},
			[]string{"5:7 folder-unit “xa-cu-2025” “xa-a-00001”", invalid("5:7", "xa-cu-2025", "xa-a-00001", ended, "01/7/2026 – 30/9/2026")}},
		{"an exemplar of a year before", []edit{{exemplar, "year: 2026", "year: 2024"}},
			[]string{invalid("7:7", "xa-a-00001", "", xa, "năm 2024")}},
		{"an adoption that ended before", []edit{{adoptions, "2026-03,", "2024,2025-06-30"}},
			[]string{invalid("2:1", "xa-a-00001", "", xa, "năm 2024 – 30/6/2025")}},
		{"an adoption that goes on", []edit{{adoptions, "2026-03,", "2024,"}}, nil},
		{"a dossier of a year before", []edit{{dossiers, "2026", "2024"}},
			[]string{invalid("2:1", "xa-a-00001", "", xa, "năm 2024")}},
		{"a movement launched by a unit that has ended", []edit{{movement, "summary: Tóm tắt", "summary: Tóm tắt\nlaunched_by: xa-cu-2025\nlaunched_on: 2025-11-04"}},
			[]string{invalid("8:14", "xa-cu-2025", "xa-a-00001", ended, "04/11/2025")}},
		{"who pays, who is told and who is called", []edit{{plan, "source_notes: []", "source_notes: []\nfunding: [{text: A, unit: xa-cu-2025}]\nchannels: [{text: B, unit: [xa-a-00001, xa-cu-2025]}]\nhotlines: [{text: C, unit: xa-cu-2025}]"}},
			[]string{invalid("25:27", "xa-cu-2025", "xa-a-00001", ended, "năm 2026 – năm 2030"), invalid("26:41", "xa-cu-2025", "xa-a-00001", ended, "năm 2026 – năm 2030"), invalid("27:28", "xa-cu-2025", "xa-a-00001", ended, "năm 2026 – năm 2030")}},
		{"who decides on recognition", []edit{{recognised, "decided_by: tinh-a-01", "decided_by: xa-cu-2025"}},
			[]string{invalid("8:13", "xa-cu-2025", "xa-a-00001", ended, "năm 2026")}},
		{"who decided in one of its years", []edit{{recognised, "decided_by: tinh-a-01", "decided_by: [xa-cu-2025, tinh-a-01]\ngoals: [{year: 2025, category: xa, target: cap-tren#dung-han}]"}}, nil},
		{"a member of a group", groups("valid_from: 2026, members: [xa-a-00001, xa-cu-2025]", "note: x"),
			[]string{invalid("28:79", "xa-cu-2025", "xa-a-00001", ended, "năm 2026 –")}},
		{"a member of a group without a time", groups("members: [xa-cu-2025]", "note: x"), nil},
		{"whom a difficulty is told", []edit{{report, "addressee: tinh-a-01", "addressee: xa-cu-2025"}},
			[]string{invalid("10:28", "xa-cu-2025", "xa-a-00001", ended, "01/7/2026 – 30/9/2026")}},
		{"who runs a model is not asked when", []edit{{model, "run_by: cong-an-xa-a-00001", "run_by: xa-cu-2025"}}, nil},

		{"a plan that outlives its issuer", []edit{{plan, "issuer: ubnd-xa-a-00001", "issuer: xa-cu-2025"}, {plan, "issued_on: 2026-02", "issued_on: 2023"}, {plan, "from: 2026\nto: 2030", "from: 2023\nto: 2025"}},
			[]string{"16:5 unit-ends-within “xa-cu-2025” “30/6/2025” “năm 2025” “xa-a-00001”"}},
		{"after a body of which nothing is told came what came after its place", []edit{{plan, "issuer: ubnd-xa-a-00001", "issuer: quan-su-xa-cu-2025"}, {plan, "issued_on: 2026-02", "issued_on: 2023"}, {plan, "from: 2026\nto: 2030", "from: 2023\nto: 2025"}, {units, "", "- {id: quan-su-xa-cu-2025, name: Quân sự xã Cũ, kind: military, parent: xa-cu-2025}\n"}},
			[]string{"16:5 unit-ends-within “quan-su-xa-cu-2025” “30/6/2025” “năm 2025” “xa-a-00001”"}},
		{"nobody knows what came after", []edit{{plan, "issuer: ubnd-xa-a-00001", "issuer: xa-cu-2025"}, {plan, "issued_on: 2026-02", "issued_on: 2023"}, {plan, "from: 2026\nto: 2030", "from: 2023\nto: 2025"}, {units, "predecessors: [xa-cu-2025]", "predecessors: []"}},
			[]string{"16:5 unit-ends-within “xa-cu-2025” “30/6/2025” “năm 2025” “”"}},
		{"a plan that outlives several owners says so once", []edit{{plan, "from: 2026\nto: 2030", "from: 2025\nto: 2030"}, {targets, "owner: cong-an-xa-a-00001", "owner: xa-cu-2025"}, {tasks, "doan-the-xa-a-00001", "xa-cu-2025"}},
			[]string{"16:5 unit-ends-within “xa-cu-2025” “30/6/2025” “năm 2030” “xa-a-00001”"}},
		{"a plan that ends with its issuer", []edit{{plan, "issuer: ubnd-xa-a-00001", "issuer: xa-cu-2025"}, {plan, "issued_on: 2026-02", "issued_on: 2023"}, {plan, "from: 2026\nto: 2030", "from: 2023\nto: 2025-06-30"}, {targets, "cong-an-xa-a-00001", "xa-cu-2025"}, {tasks, "[cong-an-xa-a-00001, doan-the-xa-a-00001]", "xa-cu-2025"}, {deadlines, "cong-an-xa-a-00001", "xa-cu-2025"}}, nil},

		{"a unit that outlives the one above", groups("valid_to: 2031", "valid_to: 2032"),
			[]string{"29:63 unit-outlives “to-b” “– năm 2032” “to-a” “– năm 2031”"}},
		{"a unit that begins after the one above has ended", groups("valid_to: 2031", "valid_from: 2032"),
			[]string{"29:65 unit-outlives “to-b” “năm 2032 –” “to-a” “– năm 2031”"}},
		{"a unit that ends before the one above begins", groups("valid_from: 2031", "valid_to: 2030"),
			[]string{"29:63 unit-outlives “to-b” “– năm 2030” “to-a” “năm 2031 –”"}},
		{"a unit that is older than the one above", groups("valid_from: 2031", "valid_from: 2026"), nil},
		{"a unit that ends in the year of the one above", groups("valid_to: 2031", "valid_to: 2031-06"), nil},
		{"a unit without a time of its own", groups("valid_to: 2031", "note: x"), nil},
		{"a predecessor that lives on", []edit{{units, "valid_to: 2025-06-30", "valid_to: 2025-07-01"}},
			[]string{"8:18 predecessor-outlives “xa-cu-2025” “01/7/2025” “xa-a-00001” “01/7/2025”"}},
		{"a predecessor of which only the year is known", []edit{{units, "valid_to: 2025-06-30", "valid_to: 2025"}}, nil},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
	said, hint := check.Words(portal.Problem{Rule: "unit-not-valid", Args: []any{
		"xa-cu-2025", "xa-a-00001", portal.Span{To: vi.NewDate(2025, 6, 30)}, portal.Span{From: vi.NewDate(2025, 7, 1)},
	}}, check.Vietnamese)
	if want := "đơn vị “xa-cu-2025” hoạt động " + before + ", ngoài thời gian ở đây (" + after + ")"; said != want {
		t.Errorf("%s", said)
	}
	if want := "Dùng đơn vị kế tiếp “xa-a-00001”, hoặc sửa valid_from, valid_to của đơn vị."; hint != want {
		t.Errorf("%s", hint)
	}
	ends := portal.Problem{Rule: "unit-ends-within", Args: []any{"xa-cu-2025", "30/6/2025", "năm 2025", ""}}
	if _, hint := check.Words(ends, check.Vietnamese); !strings.Contains(hint, "data/units") {
		t.Errorf("nothing is known of what came after, and the hint is %q", hint)
	}
}
