package check_test

import "testing"

func TestSamplesAndRealThingsDoNotMix(t *testing.T) {
	const (
		invented = "status: published\nsample: true"
		target   = "- {id: hai-phan, clause: I, statement: x, owner: xa-minh-hoa-1-m0001, measure: {kind: none}}"
	)
	ours := edit{units, "- id: xa-minh-hoa-1-m0001", "- {id: tinh-minh-hoa-m0, name: Tỉnh Minh Họa, kind: province, sample: true}\n- id: xa-minh-hoa-1-m0001"}
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"a fictitious commune in a real province", []edit{{units, "name: Xã Minh Họa 1", "name: Xã Minh Họa 1\n  parent: tinh-a-01"}}, []string{"26:11 sample-of-real “tinh-a-01”"}},
		{"in a fictitious one", []edit{{units, "name: Xã Minh Họa 1", "name: Xã Minh Họa 1\n  parent: tinh-minh-hoa-m0"}, ours}, nil},
		{"a real body of a fictitious commune", []edit{{units, "kind: committee\n  parent: xa-a-00001", "kind: committee\n  parent: xa-minh-hoa-1-m0001"}}, []string{"12:11 sample-in-real “xa-minh-hoa-1-m0001”"}},
		{"a real commune that a fictitious one became", []edit{{units, "predecessors: [xa-cu-2025]", "predecessors: [xa-minh-hoa-1-m0001]"}}, []string{"8:18 sample-in-real “xa-minh-hoa-1-m0001”"}},
		{"a fictitious commune that sounds real", []edit{{units, "name: Xã Minh Họa 1", "name: Xã Đông Phú"}}, []string{"25:9 sample-name “Xã Đông Phú”"}},
		{"its police need not say so again", []edit{{units, "", "- {id: cong-an-m0001, name: Công an xã, kind: police, parent: xa-minh-hoa-1-m0001, sample: true}\n"}}, nil},

		{"a real document that a fictitious one repeals", []edit{{documents, "repealed_by:", "repealed_by: 9-minh-hoa\n- {id: 9-minh-hoa, title: x, issuer: y, sample: true}"}}, []string{"6:16 sample-in-real “9-minh-hoa”"}},
		{"a movement that a real unit is said to launch", []edit{{"content/phong-trao/minh-hoa/index.md", "launched_by:", "launched_by: tinh-a-01"}}, []string{"9:14 sample-of-real “tinh-a-01”"}},

		{"a plan that carries out a real one", []edit{{sample, "movement: ba-nhat", "movement: ba-nhat\ndocuments: [{id: cap-tren, role: implements}]"}}, []string{"17:18 sample-of-real “cap-tren”"}},
		{"a plan that cites a real one", []edit{{sample, "movement: ba-nhat", "movement: ba-nhat\ndocuments: [{id: cap-tren, role: cites}, {id: 50-kh-ubnd-tinh-a-2026, role: implements}]"}}, nil},
		{"a plan that binds a real unit", []edit{{sample, "movement: ba-nhat", "movement: ba-nhat\nunits: [xa-minh-hoa-1-m0001, xa-a-00001]"}}, []string{"17:30 sample-of-real “xa-a-00001”"}},
		{"a hotline of a real unit", []edit{{sample, "movement: ba-nhat", "movement: ba-nhat\nhotlines: [{text: Gọi, unit: cong-an-xa-a-00001}]"}}, []string{"17:30 sample-of-real “cong-an-xa-a-00001”"}},
		{"a target below a real one", []edit{{sampleTargets, "# targets", "- {id: a, clause: I, statement: x, owner: xa-minh-hoa-1-m0001, measure: {kind: none}, aligns: [cap-tren#dung-han]}"}}, []string{"1:96 sample-of-real “cap-tren”"}},
		{"a target of a real unit", []edit{{sampleTargets, "# targets", "- {id: a, clause: I, statement: x, owner: xa-a-00001, measure: {kind: none}}"}}, []string{"1:43 sample-of-real “xa-a-00001”"}},
		{"a report owed to a real unit, through another", []edit{{sampleDeadlines, "# deadlines", "- {id: a, clause: I, kind: report, text: x, owner: xa-minh-hoa-1-m0001, recipient: tinh-a-01, route: so-noi-vu-tinh-a-01}"}},
			[]string{"1:84 sample-of-real “tinh-a-01”", "1:102 sample-of-real “so-noi-vu-tinh-a-01”"}},

		{"a model that a real plan is said to ask for", []edit{{model, "status: published", invented}, {column, "models: camera", "models: []"}, {adoptions, "xa-a-00001", "xa-minh-hoa-1-m0001"}},
			[]string{"9:11 sample-of-real “cap-duoi”", "10:9 sample-of-real “cong-an-xa-a-00001”"}},
		{"a model that a real unit is said to run", []edit{{adoptions, "unit,", "unit,"}, {model, "status: published", invented}, {column, "models: camera", "models: []"}, {model, "asked_by: cap-duoi#II.1\nrun_by: cong-an-xa-a-00001\n", ""}},
			[]string{"2:1 sample-of-real “xa-a-00001”"}},
		{"a recognition by real units", []edit{{recognised, "status: published", invented}, {dossiers, "xa-a-00001", "xa-minh-hoa-1-m0001"}},
			[]string{"8:11 sample-of-real “cap-duoi”", "9:13 sample-of-real “tinh-a-01”"}},
		{"a recognition by real plans", []edit{{recognised, "status: published", invented}, {dossiers, "xa-a-00001", "xa-minh-hoa-1-m0001"},
			{recognised, "asked_by: cap-duoi#II\ndecided_by: tinh-a-01\n", "goals: [{year: 2026, category: xa, target: cap-tren#dung-han}]\nsteps: [{step: submitted, deadline: cap-duoi#bao-cao}]\npapers: [{text: x, asked_by: cap-duoi#II}]\n"}},
			[]string{"8:44 sample-of-real “cap-tren”", "9:37 sample-of-real “cap-duoi”", "10:30 sample-of-real “cap-duoi”"}},
		{"a real recognition of a fictitious commune", []edit{{dossiers, "xa-a-00001", "xa-minh-hoa-1-m0001"}}, nil},
		{"a dossier of a real commune", []edit{{dossiers, "unit,", "unit,"}, {recognised, "status: published", invented}, {recognised, "asked_by: cap-duoi#II\ndecided_by: tinh-a-01\n", ""}},
			[]string{"2:1 sample-of-real “xa-a-00001”"}},
		{"an issue of the column about real plans and people", []edit{{column, "status: published", invented}}, []string{"9:8 sample-of-real “cap-duoi”", "11:12 sample-of-real “nguoi-tot”"}},

		{"a real report on a target that only a fictitious plan has", []edit{{results, "dung-han,188,200,cap-duoi", "hai-phan,188,200,"}, {sampleTargets, "# targets", target}}, []string{"2:1 sample-in-real “hai-phan”"}},
		{"a real report on a fictitious plan", []edit{{results, "dung-han,188,200,cap-duoi", "hai-phan,188,200,minh-hoa"}, {sampleTargets, "# targets", target}}, []string{"2:18 sample-in-real “minh-hoa”"}},
		{"a target that both have", []edit{{results, "dung-han,188,200,cap-duoi", "dung-han,188,200,"}, {sampleTargets, "# targets", "- {id: dung-han, clause: I, statement: x, owner: xa-minh-hoa-1-m0001, measure: {kind: none}}"}}, nil},
		{"a person named as one", []edit{{exemplar, "status: published", invented}, {exemplar, "title: Người tốt\nunit: xa-a-00001", "title: Nhân vật minh hoạ 1\nunit: xa-minh-hoa-1-m0001"}, {exemplar, "kind: written", "kind: sample"}, {column, "exemplars: nguoi-tot", "exemplars: []"}}, nil},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
}
