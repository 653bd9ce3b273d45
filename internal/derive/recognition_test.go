package derive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// programme is one programme with communes a to e, of which e is invented. Its
// rows are "unit year step"; every year has the same goal.
func programme(t testing.TB, goal, total, rows string) *portal.Portal {
	t.Helper()
	plan := &portal.Plan{Record: portal.Record{ID: "k"}, Targets: []portal.Target{{ID: "c", Measure: measureOf(t, goal)}}}
	r := &portal.Recognition{Record: portal.Record{ID: "r"}, Categories: []portal.Category{{ID: "xa"}}}
	if total != "" {
		r.Categories[0].Total = number(t, total)
	}
	for year := 2025; year <= 2028; year++ {
		r.Goals = append(r.Goals, portal.Goal{Year: vi.Date{Year: year}, Category: "xa", Target: "k#c"})
	}
	for row := range strings.SplitSeq(rows, "; ") {
		var d portal.Dossier
		if n, _ := fmt.Sscan(row, &d.Unit, &d.Year.Year, &d.Step); n == 3 {
			d.Category = "xa"
			r.Dossiers = append(r.Dossiers, d)
		}
	}
	p := &portal.Portal{Plans: []*portal.Plan{plan}, Recognitions: []*portal.Recognition{r}}
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		p.Units = append(p.Units, &portal.Unit{ID: id, Name: id, Kind: portal.Commune, Sample: id == "e"})
	}
	p.Index()
	return p
}

func TestHowFarAProgrammeHasCome(t *testing.T) {
	for _, test := range []struct {
		name, goal, total, rows string
		want                    string // figure, state and how many are held, year by year
	}{
		{"nobody has reported", "at-least 2 xã", "4", "",
			"2025  no-data 0, 2026  no-data 0, 2027  not-due 0, 2028  not-due 0"},
		{"decisions are counted by year", "at-least 2 xã", "4", "a 2025 decided; b 2025 decided; c 2026 decided",
			"2025 2 met 2, 2026 1 in-progress 3, 2027  not-due 3, 2028  not-due 3"},
		{"other steps are no decision", "at-least 1 xã", "4", "a 2025 registered; a 2025 submitted; a 2025 appraised",
			"2025 0 missed 0, 2026  no-data 0, 2027  not-due 0, 2028  not-due 0"},
		{"of those that remain when the year begins", "fraction-of-remaining 30 %", "4", "a 2025 decided; b 2026 decided",
			"2025 1/4 missed 1, 2026 1/3 met 2, 2027  not-due 2, 2028  not-due 2"},
		{"who was recognised again was none of the rest", "fraction-of-remaining 30 %", "4", "a 2025 decided; a 2026 decided",
			"2025 1/4 missed 1, 2026 0/3 in-progress 1, 2027  not-due 1, 2028  not-due 1"},
		{"who lost it is one of the rest", "fraction-of-remaining 50 %", "2", "a 2024 decided; a 2025 lost; b 2025 decided; a 2026 decided",
			"2024   1, 2025 1/1 met 1, 2026 1/1 met 2, 2027  not-due 2, 2028  not-due 2"},
		{"what is still to come counts for nothing", "at-least 1 xã", "4", "a 2026 registered; a 2027 registered; b 2027 decided; c 2028 kept",
			"2025  no-data 0, 2026 0 in-progress 0, 2027 0 in-progress 0, 2028  not-due 0"},
		{"a share of all", "at-least 50 %", "4", "a 2025 decided; b 2026 decided; a 2026 kept",
			"2025 1/4 missed 1, 2026 2/4 met 2, 2027  not-due 2, 2028  not-due 2"},
		{"of how many is not known", "at-least 50 %", "", "a 2025 decided",
			"2025  no-data 1, 2026  no-data 1, 2027  not-due 1, 2028  not-due 1"},
		{"what is invented is not counted among what is real", "at-least 1 xã", "4", "e 2025 decided; a 2025 registered",
			"2025 0 missed 0, 2026  no-data 0, 2027  not-due 0, 2028  not-due 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := programme(t, test.goal, test.total, test.rows)
			var got []string
			for _, year := range programmes(p, vi.NewDate(2026, 11, 22))["r"].Years {
				c := year.Categories[0]
				got = append(got, fmt.Sprintf("%d %s %s %d", year.Year, said(c.Standing.Figure), c.Standing.State, c.Held))
			}
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// A title that was lost and won again in one year is held: days decide, not the
// order of steps.
func TestStepsOfAYearFollowTheirDays(t *testing.T) {
	p := programme(t, "at-least 1 xã", "", "a 2025 decided; a 2025 lost; a 2025 registered")
	rows := p.Recognitions[0].Dossiers
	rows[0].Date, rows[1].Date = vi.NewDate(2025, 11, 2), vi.NewDate(2025, 3, 1)
	path := programmes(p, vi.NewDate(2026, 11, 22))["r"].Paths[0]
	var got []portal.Step
	for _, row := range path.Rows {
		got = append(got, row.Step)
	}
	if want := []portal.Step{portal.Registered, portal.Lost, portal.Decided}; !slices.Equal(got, want) || path.Since != 2025 {
		t.Errorf("got %v since %d, want %v", got, path.Since, want)
	}
	rows[0].Date = vi.NewDate(2026, 12, 1)
	if path := programmes(p, vi.NewDate(2026, 11, 22))["r"].Paths[0]; path.Since != 0 || len(path.Rows) != 2 {
		t.Errorf("a decision of a day to come holds since %d", path.Since)
	}
}

func TestTheWayOfOneUnit(t *testing.T) {
	p := programme(t, "at-least 1 xã", "", "b 2026 kept; b 2025 decided; b 2025 registered; a 2025 decided; a 2026 lost; e 2026 decided")
	var got []string
	for _, path := range programmes(p, vi.NewDate(2026, 11, 22))["r"].Paths {
		text := fmt.Sprint(path.Unit, path.Since)
		for _, row := range path.Rows {
			text += fmt.Sprint(" ", row.Year, row.Step)
		}
		got = append(got, text)
	}
	want := "a0 2025decided 2026lost, b2025 2025registered 2025decided 2026kept, e2026 2026decided"
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What a programme counts is told beside the target that sets its goal, where no
// report tells of that; who reports it himself is believed.
func TestATargetIsToldByItsProgramme(t *testing.T) {
	p := programme(t, "at-least 2 xã every=year", "4", "a 2025 decided; a 2026 registered; b 2026 registered; b 2026 decided")
	today := vi.NewDate(2026, 11, 22)
	f := Figures(p, today)
	var got []string
	for _, of := range f.Plans["k"].Recognised["c"] {
		got = append(got, fmt.Sprint(of.Programme.ID, of.Year, " ", said(of.Standing.Figure), " ", of.Standing.State, " ", of.Standing.Kind, " ", of.Standing.AsOf))
	}
	if got, want := strings.Join(got, ", "), "r2025 1 missed final 2025-12-31, r2026 1 in-progress so-far 2026-11-22"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if count := f.Plans["k"].Count; count.InProgress != 1 || count.All != 1 {
		t.Errorf("the plan counts %+v", count)
	}
	p.Plans[0].Targets[0].Owner = portal.IDs{"a"}
	p.Reports = []*portal.Report{{Record: portal.Record{ID: "a/2026"}, Unit: "a", Period: period(t, "2026"), Results: []portal.Result{{Target: "c", Value: vi.IntNumber(2)}}}}
	p.Index()
	if count := Figures(p, today).Plans["k"].Count; count.Met != 1 || count.All != 1 {
		t.Errorf("beside a report the plan counts %+v", count)
	}
}
