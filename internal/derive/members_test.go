package derive

import (
	"fmt"
	"testing"

	"thidua/internal/portal"
)

// A group sends nothing: its members do, and the group's page tells which of
// them have.
func TestWhatMembersOfAGroupSent(t *testing.T) {
	p := world(t, `
	unit tinh province -
	unit xa-a commune tinh since=2026-01-01
	unit xa-b commune tinh since=2026-01-01
	unit xa-c commune tinh
	unit cac-xa group tinh members=xa-a,xa-b,xa-c
	plan k 2026-01-01 2026 2026
	deadline q cac-xa every quarter 5 by to=tinh
	report xa-a 2026-Q1 2026-04-02
	report xa-a 2026-Q2 2026-07-02
	report xa-b 2026-Q1 2026-04-09`)
	f := Figures(p, day(t, "2026-09-04"))
	want := []string{"xa-a xa-a/2026-Q2 0", "xa-b xa-b/2026-Q1 1", "xa-c - 0"}
	for i, member := range f.Units["cac-xa"].Members {
		last := "-"
		if member.Last != nil {
			last = member.Last.ID
		}
		if got := fmt.Sprintf("%s %s %d", member.Unit.ID, last, len(member.Overdue)); got != want[i] {
			t.Errorf("got %q, want %q", got, want[i])
		}
	}
	if got := len(f.Units["cac-xa"].Members); got != len(want) {
		t.Errorf("%d members", got)
	}
	for id, since := range map[string]string{"xa-a": "", "xa-b": "2026-04-09", "xa-c": ""} {
		if got := f.Units[id].SilentSince(p.Unit(id)).String(); got != since {
			t.Errorf("%s is silent since %q, want %q", id, got, since)
		}
	}
}

// A unit is silent from the last word that came of it, or from the day on which
// it should have begun to report; one that skipped a report and sent the next is
// not.
func TestSinceWhenAUnitIsSilent(t *testing.T) {
	for reports, want := range map[string]string{
		"":                             "2026-02-01",
		"report xa 2026-Q1 2026-03-05": "2026-03-05",
		"report xa 2026-Q2 2026-06-04": "",
		"report xa 2026-Q1 2026-03-05\n\treport xa 2026-Q2 2026-06-05": "",
	} {
		p := world(t, `
		unit xa commune - since=2026-02-01
		plan k 2026-01-01 2026 2026
		deadline q xa every quarter 5 by
		`+reports)
		if got := Figures(p, day(t, "2026-09-04")).Units["xa"].SilentSince(p.Unit("xa")).String(); got != want {
			t.Errorf("%q: %q, want %q", reports, got, want)
		}
	}
}

// One talk a month is three in a quarter: a reader is told of both.
func TestWhatAPromiseComesToInItsPeriod(t *testing.T) {
	for _, test := range []struct{ measure, period, figure, want string }{
		{"at-least 2 buổi every=month", "2026-Q1", "5", "at-least 06 buổi"},
		{"at-least 1 buổi every=month", "2026", "5", "at-least 12 buổi"},
		{"more-than 1 buổi every=week", "2026-02", "5", "more-than 04 buổi"},
		{"at-least 1 buổi every=quarter", "2026-Q1", "5", ""},
		{"at-least 4 buổi every=year", "2026-Q1", "1", ""},
		{"at-least 1 buổi every=month", "2026-Q1", "3/3", ""},
		{"at-least 95 % every=month", "2026-Q1", "96", ""},
		{"at-most 2 vụ every=month", "2026-Q1", "2", ""},
		{"at-least 1 buổi every=month", "2026-Q1", "", ""},
	} {
		s := reported(t, measureOf(t, test.measure), "2026", "2030", test.period, test.figure)
		got := ""
		if whole := s.Whole(); whole != nil {
			got = string(whole.Kind) + " " + whole.Amount()
		}
		if got != test.want {
			t.Errorf("%s in %s: %q, want %q", test.measure, test.period, got, test.want)
		}
	}
}

// A figure that decides nothing is not "no data".
func TestAFigureThatDecidesNothing(t *testing.T) {
	s := reported(t, measureOf(t, "less-than-previous every=quarter"), "2026", "2030", "2026-Q1", "4")
	if s.State != portal.NoData || s.Word() != portal.NotEnough || !s.Target.Measure.Alone(s.Verdict) {
		t.Errorf("%s, %s", s.State, s.Word())
	}
	s = reported(t, measureOf(t, "less-than-previous every=quarter"), "2026", "2030", "2026-Q1", "")
	if s.Word() != string(portal.NoData) || s.Target.Measure.Alone(s.Verdict) {
		t.Errorf("%s, %s", s.State, s.Word())
	}
	s = reported(t, measureOf(t, "less-than-previous every=quarter"), "2026", "2030", "2026-Q1 2026-Q2", "4", "3")
	if s.Word() != string(portal.Met) || s.Target.Measure.Alone(s.Verdict) {
		t.Errorf("%s, %s", s.State, s.Word())
	}
}

// Of some groups only a part is known. What is asked of them is asked of these,
// too; the group goes on to owe, since others do, and is not added up.
func TestAGroupOfWhichAPartIsKnown(t *testing.T) {
	p := world(t, `
	unit tinh province -
	unit xa commune tinh since=2026-01-01
	unit ub committee xa
	unit phong office xa
	unit cac-xa group tinh members=ub,...
	unit cac-phong group xa members=phong,...
	plan k 2026-01-01 2026 2026
	target a cac-xa at-least 95
	deadline q cac-xa every quarter 5 by to=tinh
	plan x 2026-01-01 2026 2026
	target b cac-phong at-least 95`)
	f := Figures(p, day(t, "2026-05-04"))
	owed := map[string]portal.ReportState{}
	for _, o := range f.Units["tinh"].Awaited {
		if o.Due.Date == day(t, "2026-03-05") {
			owed[o.Unit] = o.State
		}
	}
	if len(owed) != 2 || owed["ub"] != portal.Overdue || owed["cac-xa"] != portal.NotTracked {
		t.Errorf("owed by %v", owed)
	}
	for id, want := range map[string]string{"ub": "cac-xa 1 0", "xa": "cac-xa 1 0", "phong": "cac-phong 1 0", "tinh": ""} {
		got := ""
		for _, group := range f.Units[id].Groups {
			got += fmt.Sprint(group.Unit.ID, " ", group.Targets, " ", group.Tasks)
		}
		if got != want {
			t.Errorf("%s belongs to %q, want %q", id, got, want)
		}
	}
	if f.Units["xa"].Duties.IsEmpty() {
		t.Error("the place does not see what its committee owes")
	}
	if n := len(f.Plans["k"].Together); n != 0 {
		t.Errorf("%d sums over a group that is not known in full", n)
	}
}
