package skeleton

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestOwedAreTheTargetsOfTheUnitInThatTime(t *testing.T) {
	day := func(text string) vi.Date {
		date, err := vi.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return date
	}
	target := func(id string, owner ...string) portal.Target {
		return portal.Target{ID: id, Owner: owner, Statement: "Làm\ntốt"}
	}
	later := target("later", "xa-a")
	later.From = day("2026-10")
	p := &portal.Portal{Plans: []*portal.Plan{
		{Record: portal.Record{ID: "now"}, From: day("2026"), To: day("2026"),
			Targets: []portal.Target{target("mine", "xa-a"), target("theirs", "xa-b"), target("ours", "xa-b", "xa-a"), later}},
		{Record: portal.Record{ID: "open"}, Targets: []portal.Target{target("always", "xa-a")}},
		{Record: portal.Record{ID: "over"}, To: day("2026-06-30"), Targets: []portal.Target{target("past", "xa-a")}},
		{Record: portal.Record{ID: "gone", Status: portal.Withdrawn}, Targets: []portal.Target{target("gone", "xa-a")}},
	}}
	period, err := vi.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{{"now", "mine", "Làm tốt"}, {"now", "ours", "Làm tốt"}, {"open", "always", "Làm tốt"}}
	if diff := cmp.Diff(want, Owed(p, "xa-a", period)); diff != "" {
		t.Error(diff)
	}
}
