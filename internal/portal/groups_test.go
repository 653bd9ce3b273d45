package portal

import (
	"slices"
	"strings"
	"testing"

	"thidua/internal/vi"
)

func TestTasksAreGroupedByUnit(t *testing.T) {
	plan := &Plan{Tasks: []Task{{ID: "x", Unit: IDs{"b", "a"}}, {ID: "y", Unit: IDs{"b"}}}}
	groups := plan.TasksByUnit()
	if len(groups) != 2 || groups[0].Unit != "b" || len(groups[0].Tasks) != 2 || groups[1].Unit != "a" || len(groups[1].Tasks) != 1 {
		t.Errorf("TasksByUnit() = %+v", groups)
	}
}

func TestTargetsAreGroupedInTheOrderOfThePlan(t *testing.T) {
	plan := &Plan{Targets: []Target{{Group: "b"}, {Group: "a"}, {Group: "b"}, {}}}
	var got []string
	for _, group := range plan.TargetGroups() {
		got = append(got, group.Group)
	}
	if want := []string{"b", "a", ""}; !slices.Equal(got, want) {
		t.Errorf("TargetGroups() = %q, want %q", got, want)
	}
}

func TestADocumentCitedTwiceIsListedOnce(t *testing.T) {
	plan := &Plan{Documents: []Citation{
		{ID: "x", Role: RoleImplements, Clause: Opening},
		{ID: "y", Role: RoleCites},
		{ID: "x", Ref: "50/KH-UBND", Role: RoleImplements, Clause: "I.1"},
	}}
	all := plan.Cited()
	if len(all) != 2 || all[0].Ref != "50/KH-UBND" || len(all[0].Roles) != 1 || len(all[0].Clauses) != 2 || len(all[1].Clauses) != 0 {
		t.Errorf("Cited() = %+v", all)
	}
}

func TestTheNameIsTheLastSigningLineUnlessInCapitals(t *testing.T) {
	for _, c := range []struct {
		lines, titles []string
		name          string
	}{
		{nil, nil, ""},
		{[]string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"}, []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}, "Nguyễn Văn A"},
		{[]string{"TM. ỦY BAN NHÂN", "DÂN"}, []string{"TM. ỦY BAN NHÂN", "DÂN"}, ""},
	} {
		plan := &Plan{Signers: c.lines}
		if name, titles := plan.SigningName(), plan.SigningTitles(); name != c.name || !slices.Equal(titles, c.titles) {
			t.Errorf("signing of %q = %q, %q", c.lines, titles, name)
		}
	}
}

func TestTargetsOfAGroupAreGatheredByWhoAnswersForThem(t *testing.T) {
	group := TargetGroup{Targets: []*Target{
		{ID: "1", Owner: IDs{"b", "a"}}, {ID: "2"}, {ID: "3", Owner: IDs{"b", "a"}}, {ID: "4", Owner: IDs{"b"}},
	}}
	var got []string
	for _, owned := range group.Owned() {
		for _, target := range owned.Targets {
			got = append(got, strings.Join(owned.Owner, "+")+":"+target.ID)
		}
	}
	if want := []string{"b+a:1", "b+a:3", ":2", "b:4"}; !slices.Equal(got, want) {
		t.Errorf("Owned() = %q, want %q", got, want)
	}
}

func TestADeadlineWithoutADayIsSetApart(t *testing.T) {
	for _, c := range []struct {
		name     string
		deadline Deadline
		want     bool
	}{
		{"a month", Deadline{Date: vi.NewDate(2026, 4, 0)}, true},
		{"a day in every period", Deadline{Recurrence: &Recurrence{Every: "year", On: DayIn{Day: 30, Month: 11}}}, true},
		{"again and again, no day", Deadline{Recurrence: &Recurrence{Every: "month"}}, false},
		{"nothing", Deadline{}, false},
	} {
		if got := c.deadline.Dated(); got != c.want {
			t.Errorf("%s: Dated() = %v, want %v", c.name, got, c.want)
		}
	}
}
