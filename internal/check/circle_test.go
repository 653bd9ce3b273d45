package check_test

import "testing"

func TestNothingStandsAboveItself(t *testing.T) {
	const parentTarget = "owner: tinh-a-01, measure: {kind: none}"
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"a unit that came from itself", []edit{{units, "predecessors: [xa-cu-2025]", "predecessors: [xa-a-00001]"}},
			[]string{"8:17 circle-predecessor “xa-a-00001”"}},
		{"units that came from each other", []edit{{units, "  valid_to: 2025-06-30", "  valid_to: 2025-06-30\n  predecessors: xa-a-00001"}},
			[]string{"8:17 circle-predecessor “xa-a-00001”", "20:17 circle-predecessor “xa-cu-2025”"}},
		{"a document that repeals itself", []edit{{documents, "repealed_by:", "repealed_by: 50-kh-ubnd-tinh-a-2026"}},
			[]string{"6:16 circle-document “50-kh-ubnd-tinh-a-2026”"}},
		{"documents that repeal each other", []edit{{documents, "repealed_by:", "repealed_by: hai"}, {documents, "", "- {id: hai, title: x, issuer: y, repealed_by: 50-kh-ubnd-tinh-a-2026}\n"}},
			[]string{"6:16 circle-document “50-kh-ubnd-tinh-a-2026”", "7:47 circle-document “hai”"}},
		{"a document that a plan repeals", []edit{{documents, "repealed_by:", "repealed_by: cap-tren"}}, nil},
		{"a plan that replaces itself", []edit{{plan, "{id: 50-kh-ubnd-tinh-a-2026, role: cites}", "{id: cap-duoi, role: replaces}"}},
			[]string{"21:3 circle-replaced “cap-duoi”"}},
		{"a plan that carries out the one that it replaces", []edit{{plan, "{id: 50-kh-ubnd-tinh-a-2026, role: cites}", "{id: cap-tren, role: replaces}"}}, nil},
		{"a target that aligns with itself", []edit{{targets, "aligns: cap-tren#dung-han", "aligns: [cap-tren#dung-han, cap-duoi#dung-han]"}},
			[]string{"6:11 circle-target “cap-duoi#dung-han”"}},
		{"targets that lead to a circle are not in it", []edit{{parentTargets, parentTarget, parentTarget + ", aligns: cap-tren#dung-han"}},
			[]string{"1:99 circle-target “cap-tren#dung-han”"}},
		{"targets that align with nothing that is there", []edit{{targets, "aligns: cap-tren#dung-han", "aligns: cap-tren#khong-co-chi-tieu-nao"}},
			[]string{"6:11 unknown-target “khong-co-chi-tieu-nao” “” “cap-tren”"}},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
}

func TestACircleOfTargetsIsToldAtEach(t *testing.T) {
	files := edited(t, edit{parentTargets, "measure: {kind: none}", `measure: {kind: at-least, value: 95, unit: "%"}, aligns: cap-duoi#dung-han`})
	var got []string
	for _, p := range problems(t, files) {
		got = append(got, p.Pos.File+" "+p.Rule)
	}
	if len(got) != 2 || got[0] != targets+" circle-target" || got[1] != parentTargets+" circle-target" {
		t.Errorf("%q", got)
	}
}
