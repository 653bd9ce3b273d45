package check_test

import (
	"strings"
	"testing"

	"thidua/internal/check"
	"thidua/internal/portal"
)

const parentTargets = "content/ke-hoach/cap-tren/targets.yaml"

func TestWeakerThanParent(t *testing.T) {
	above := func(measure string) edit { return edit{parentTargets, "measure: {kind: none}", measure} }
	mine := func(measure string) edit {
		return edit{targets, `measure: {kind: at-least, value: 95, unit: "%"}`, measure}
	}
	more := func(target string) edit {
		return edit{targets, "", "- {id: hai, clause: II.1.a, statement: x, owner: cong-an-xa-a-00001, aligns: cap-tren#dung-han, " + target + "}\n"}
	}
	const least90, least95 = `measure: {kind: at-least, value: 90, unit: "%"}`, `measure: {kind: at-least, value: 95, unit: "%"}`
	weaker := func(at, here, there string) []string {
		return []string{at + " weaker-than-parent “" + here + "” “" + there + "” “Mục I” “cap-tren” “II.1.a”"}
	}
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"less", []edit{mine(least90), above(least95)}, weaker("5:12", "tối thiểu 90%", "tối thiểu 95%")},
		{"the same", []edit{mine(least95), above(least95)}, nil},
		{"more", []edit{mine(least95), above(least90)}, nil},
		{"another thing", []edit{mine(least95), above("measure: {kind: at-least, value: 5, unit: hộ}")}, nil},
		{"less often", []edit{mine("measure: {kind: at-least, value: 1, unit: lần, every: year}"), above("measure: {kind: at-least, value: 1, unit: lần, every: quarter}")},
			weaker("5:12", "tối thiểu 01 lần, hằng năm", "tối thiểu 01 lần, hằng quý")},
		{"in words", []edit{mine("measure: {kind: qualitative}"), above("measure: {kind: within, limit: 48h, value: 100, unit: \"%\"}")},
			weaker("5:12", "không nêu con số", "100% trong 48 giờ")},
		{"one of two", []edit{mine("measure: {kind: any-of, parts: [{kind: less-than-previous}, {kind: none}]}"), above("measure: {kind: none}")},
			weaker("5:12", "giảm so với kỳ trước hoặc không để xảy ra", "không để xảy ra")},
		{"later", []edit{mine(strings.Replace(least95, "}", ", by: 2029}", 1)), above(strings.Replace(least95, "}", ", by: 2028-06}", 1))},
			weaker("5:12", "tối thiểu 95%, chậm nhất năm 2029", "tối thiểu 95%, chậm nhất tháng 6/2028")},
		{"hoped for", []edit{mine(least95 + "\n  aspiration: true"), above(least95)}, weaker("6:15", "phấn đấu tối thiểu 95%", "tối thiểu 95%")},
		{"at the end of a later year", []edit{mine(least95 + "\n  to: 2029"), above(least95 + ", to: 2028")},
			weaker("6:7", "tối thiểu 95%, đến năm 2029", "tối thiểu 95%, đến năm 2028")},
		{"two that come to as much", []edit{mine(least95), above(`measure: {kind: all-of, parts: [{kind: at-least, value: 95, unit: "%"}, {kind: none}]}`), more("measure: {kind: none}")}, nil},
		{"two of which one is hoped for", []edit{mine(least95), above(least95), more("aspiration: true, " + least95)}, nil},
		{"both hoped for", []edit{mine(least95 + "\n  aspiration: true"), above(least95 + ", aspiration: true")}, nil},
		{"two owners", []edit{mine(least90), above(least95), edit{targets, "", "- {id: hai, clause: II.1.a, statement: x, owner: doan-the-xa-a-00001, aligns: cap-tren#dung-han, " + least95 + "}\n"}},
			weaker("5:12", "tối thiểu 90%", "tối thiểu 95%")},
		{"the plan says so itself", []edit{mine(least90), above(least95), {plan, "source_notes: []", "source_notes: [{clause: II.1.a, kind: number, note: Kế hoạch đặt thấp hơn tỉnh}]"}}, nil},
		{"a target that is not there", []edit{mine(least90), {targets, "cap-tren#dung-han", "cap-tren#khong-co-chi-tieu-nao"}},
			[]string{"6:11 unknown-target “khong-co-chi-tieu-nao” “” “cap-tren”"}},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
}

// Every word of a measure has its place in a message.
func TestTargetsAreToldInWords(t *testing.T) {
	const all = `measure:
    kind: all-of
    each: xóm
    cumulative: true
    parts:
      - {kind: more-than, value: 1, unit: lần, every: half-year, subject: A}
      - {kind: any-of, parts: [{kind: retain}, {kind: disclose, every: once}]}
      - {kind: within, value: 90, unit: "%", limit: 5wd}
      - {kind: fraction-of-remaining, value: 30, unit: "%", every: week}`
	files := edited(t,
		edit{targets, `measure: {kind: at-least, value: 95, unit: "%"}`, "measure: {kind: qualitative}"},
		edit{parentTargets, "- {id: dung-han, clause: I, statement: Đúng hạn, owner: tinh-a-01, measure: {kind: none}}", "- id: dung-han\n  clause: I\n  statement: x\n  owner: tinh-a-01\n  " + all})
	found := problems(t, files)
	if len(found) != 1 || found[0].Level() != portal.Warning {
		t.Fatalf("%v", found)
	}
	for language, want := range map[check.Language]string{
		check.Vietnamese: "A: trên 01 lần, 6 tháng một lần và duy trì hoặc công khai, một lần và 90% trong 5 ngày làm việc và tối thiểu 30% số còn lại, hằng tuần, mỗi xóm, cộng dồn",
		check.English:    "A: more than 01 lần, every half-year and to keep or to make public, once and 90% within 5 working days and at least 30% of the rest, every week, each xóm, cumulative",
	} {
		if message, _ := check.Words(found[0], language); !strings.Contains(message, "“"+want+"”") {
			t.Errorf("%s: %s", language, message)
		}
	}
}
