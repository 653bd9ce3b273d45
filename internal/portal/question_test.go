package portal_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// A commune answers for its police, a member for its group, and a compound
// target is asked for part by part.
func TestQuestions(t *testing.T) {
	day := func(text string) vi.Date {
		date, err := vi.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return date
	}
	target := func(id string, owner ...string) portal.Target {
		return portal.Target{ID: id, Owner: owner, Statement: "Làm\n  " + id}
	}
	later := target("sau", "xa-a")
	later.From = day("2026-10")
	parts := target("phan", "cong-an-xa-a")
	parts.Measure = portal.Measure{Kind: portal.AllOf, Parts: []portal.Measure{{Kind: portal.None, Subject: "vụ việc"}, {Kind: portal.AtLeast}}}
	empty := target("khong-phan", "xa-a")
	empty.Measure = portal.Measure{Kind: portal.AnyOf}
	p := &portal.Portal{
		Units: []*portal.Unit{
			{ID: "xa-a", Kind: portal.Commune, Parent: "tinh"},
			{ID: "cong-an-xa-a", Kind: portal.Police, Parent: "xa-a"},
			{ID: "tinh", Kind: portal.Province},
			{ID: "cac-xa", Kind: portal.Group, Members: []string{"xa-a"}},
		},
		Plans: []*portal.Plan{
			{Record: portal.Record{ID: "nay"}, From: day("2026"), To: day("2026"), Targets: []portal.Target{
				target("minh", "xa-a"), parts, target("tinh", "tinh"), target("nhom", "cac-xa"), target("chung", "tinh", "xa-a"), later, empty}},
			{Record: portal.Record{ID: "xong"}, To: day("2026-06-30"), Targets: []portal.Target{target("cu", "xa-a")}},
			{Record: portal.Record{ID: "go", Status: portal.Withdrawn}, Targets: []portal.Target{target("bo", "xa-a")}},
		},
	}
	p.Index()
	period, err := vi.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	asked := func() (got []string) {
		for _, q := range p.Owners().Questions("xa-a", period) {
			row := q.Row()
			got = append(got, fmt.Sprintf("%s#%s/%s %s: %s", row.Plan, row.Target, row.Part, q.Owner, q.Statement()))
		}
		return got
	}
	want := []string{"nay#minh/ xa-a: Làm minh", "nay#phan/1 cong-an-xa-a: Làm phan – vụ việc", "nay#phan/2 cong-an-xa-a: Làm phan",
		"nay#nhom/ xa-a: Làm nhom", "nay#chung/ xa-a: Làm chung", "nay#khong-phan/ xa-a: Làm khong-phan"}
	if diff := cmp.Diff(want, asked()); diff != "" {
		t.Error(diff)
	}

	// What the police report themselves is asked of them alone, in the period,
	// unless only the commune's report is public.
	report := func(unit string, status portal.Status) *portal.Report {
		return &portal.Report{Record: portal.Record{ID: unit + "/2026-Q3", Status: status}, Unit: unit, Period: period}
	}
	alone := append(slices.Clone(want[:1]), want[3:]...)
	for _, test := range []struct {
		name    string
		reports []*portal.Report
		want    []string
	}{
		{"of the police", []*portal.Report{report("cong-an-xa-a", portal.Draft)}, alone},
		{"withdrawn", []*portal.Report{report("cong-an-xa-a", portal.Withdrawn)}, want},
		{"beside a public one", []*portal.Report{report("cong-an-xa-a", portal.Draft), report("xa-a", portal.Published)}, want},
		{"both public", []*portal.Report{report("cong-an-xa-a", portal.Published), report("xa-a", portal.Published)}, alone},
		{"of another unit", []*portal.Report{report("xa-a", portal.Draft), report("tinh", portal.Draft)}, want},
	} {
		p.Reports = test.reports
		if diff := cmp.Diff(test.want, asked()); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}
