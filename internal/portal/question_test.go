package portal_test

import (
	"fmt"
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
	var got []string
	for _, q := range p.Owners().Questions("xa-a", period) {
		row := q.Row()
		got = append(got, fmt.Sprintf("%s#%s/%s %s: %s", row.Plan, row.Target, row.Part, q.Owner, q.Statement()))
	}
	want := []string{"nay#minh/ xa-a: Làm minh", "nay#phan/1 cong-an-xa-a: Làm phan – vụ việc", "nay#phan/2 cong-an-xa-a: Làm phan",
		"nay#nhom/ xa-a: Làm nhom", "nay#chung/ xa-a: Làm chung", "nay#khong-phan/ xa-a: Làm khong-phan"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
