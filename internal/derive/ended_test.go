package derive

import (
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// A commune that was merged into another owes no report after its last day, and
// the other none before its first.
func TestWhoIsNoMoreOwesNothing(t *testing.T) {
	year := vi.Date{Year: 2025}
	units := []*portal.Unit{
		{ID: "xa-cu", Kind: portal.Commune, ReportsSince: year, ValidTo: vi.NewDate(2025, 6, 30)},
		{ID: "xa", Kind: portal.Commune, ReportsSince: year, ValidFrom: vi.NewDate(2025, 7, 1), Predecessors: portal.IDs{"xa-cu"}},
		{ID: "ca-xa-cu", Kind: portal.Police, Parent: "xa-cu"},
		{ID: "ca-xa", Kind: portal.Police, Parent: "xa"},
	}
	owners := portal.IDs{"xa-cu", "xa", "ca-xa-cu", "ca-xa"}
	for _, test := range []struct {
		name     string
		deadline portal.Deadline
		want     string
	}{
		{"each quarter, by a day", portal.Deadline{Recurrence: &portal.Recurrence{Every: portal.EveryQuarter, On: portal.DayIn{Day: 25}, Rule: portal.By}},
			"ca-xa-cu 2025-Q1, xa-cu 2025-Q1, ca-xa-cu 2025-Q2, xa-cu 2025-Q2, ca-xa 2025-Q3, xa 2025-Q3, ca-xa 2025-Q4, xa 2025-Q4"},
		{"each quarter, on no day", portal.Deadline{Recurrence: &portal.Recurrence{Every: portal.EveryQuarter}},
			"ca-xa-cu 2025-Q1, xa-cu 2025-Q1, ca-xa-cu 2025-Q2, xa-cu 2025-Q2, ca-xa 2025-Q3, xa 2025-Q3, ca-xa 2025-Q4, xa 2025-Q4"},
		{"of a quarter, after its end", portal.Deadline{Recurrence: &portal.Recurrence{Every: portal.EveryYear, On: portal.DayIn{Month: 7, Day: 5}}, Covers: portal.EveryQuarter}, ""},
		{"once, some day of the year of the merger", portal.Deadline{Date: year}, "ca-xa , ca-xa-cu , xa , xa-cu "},
		{"once, on no day", portal.Deadline{}, "ca-xa , ca-xa-cu , xa , xa-cu "},
	} {
		test.deadline.ID, test.deadline.Kind, test.deadline.Owner = "d", portal.DueReport, owners
		p := &portal.Portal{Units: units, Plans: []*portal.Plan{{
			Record: portal.Record{ID: "k"}, From: year, To: year, Deadlines: []portal.Deadline{test.deadline},
		}}}
		p.Index()
		var got []string
		for _, o := range Figures(p, vi.NewDate(2026, 11, 22)).Obligations {
			got = append(got, o.Unit+" "+o.Covers.String())
		}
		if got := strings.Join(got, ", "); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}
