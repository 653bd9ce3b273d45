package derive

import (
	"fmt"
	"strings"
	"testing"

	"thidua/internal/portal"
)

// course tells where a target stood in each report, by which figure and what came
// after its day, and then where it stands now.
func course(of *portal.Progress) string {
	tell := func(s *portal.Standing) string {
		words := strings.TrimSpace(fmt.Sprint(s.Word(), " ", said(s.Figure)))
		if s.After.Given() {
			words += " after " + said(s.After)
		}
		return words
	}
	var all []string
	for _, cell := range of.Cells {
		all = append(all, fmt.Sprint(cell.Period, " ", tell(cell)))
	}
	return strings.Join(append(all, "now "+tell(of.Now())), "; ")
}

func TestWhatReportsReachDecides(t *testing.T) {
	for _, test := range []struct{ name, plan, target, reports, today, want string }{
		{"the first report that reaches the day decides", "2026 2030", "at-least 100 % by=2026-03-31",
			"2026-Q1 2026-04-02 a=8/9; 2026-H1 2026-07-02 a=9/9; 2026 2027-01-05 a=9/9", "2027-02-01",
			"2026-Q1 missed 8/9; 2026-H1 missed 8/9 after 9/9; 2026 missed 8/9 after 9/9; now missed 8/9 after 9/9"},
		{"of those that end on one day the shorter one", "2026 2030", "at-least 100 % by=2026-06-30",
			"2026-Q2 2026-07-02 a=8/9; 2026-H1 2026-07-02 a=9/9", "2027-02-01",
			"2026-Q2 missed 8/9; 2026-H1 missed 8/9; now missed 8/9"},
		{"what was kept by the day stays kept", "2026 2030", "at-least 100 % by=2026-02-28",
			"2026-Q1 2026-04-02 a=9/9; 2026 2026-11-18 as_of=2026-11-15 a=7/9", "2026-11-22",
			"2026-Q1 met 9/9; 2026 met 9/9 after 7/9; now met 9/9 after 7/9"},
		{"one that knows nothing of the day leaves it to the next", "2026 2030", "at-least 100 % by=2026-03-31",
			"2026-Q1 2026-04-02 a=-; 2026-H1 2026-07-02 a=9/9", "2027-02-01",
			"2026-Q1 no-data; 2026-H1 met 9/9; now met 9/9"},
		{"what happened is not undone by a longer time", "2026 2030", "none",
			"2026-Q1 2026-04-02 a=0; 2026-Q2 2026-07-02 a=1; 2026 2027-01-05 a=0", "2027-02-01",
			"2026-Q1 met 0; 2026-Q2 missed 1; 2026 missed 1; now missed 1"},
		{"nor in half a year before the year", "2026 2030", "none every=year",
			"2026-Q2 2026-07-02 a=1; 2026-H1 2026-07-02 a=0; 2026 2027-01-05 a=0", "2027-02-01",
			"2026-Q2 missed 1; 2026-H1 missed 1; 2026 missed 1; now missed 1"},
		{"a year that runs is not concluded", "2026 2030", "at-least 95 %",
			"2026 2026-11-18 as_of=2026-11-15 a=96/100", "2026-11-22", "2026 in-progress 96/100; now in-progress 96/100"},
		{"but for what cannot be undone", "2026 2030", "none",
			"2026 2026-11-18 as_of=2026-11-15 a=1", "2026-11-22", "2026 missed 1; now missed 1"},
		{"nor that nothing happened", "2026 2030", "none",
			"2026 2026-11-18 as_of=2026-11-15 a=0", "2026-11-22", "2026 in-progress 0; now in-progress 0"},
		{"a count that is reached", "2026 2030", "at-least 3 lần every=year",
			"2026 2026-11-18 as_of=2026-11-15 a=3", "2026-11-22", "2026 met 3; now met 3"},
		{"until nobody knows when is nothing concluded", "2026 2030", "at-least 95 %",
			"2026-H1 2026-06-23 a=96/100", "2026-06-25", "2026-H1 in-progress 96/100; now in-progress 96/100"},
		{"every month so far is not every month", "2026 2030", "at-least 1 buổi every=month",
			"2026 2026-11-18 as_of=2026-11-15 a=10/10", "2026-11-22", "2026 in-progress 10/10; now in-progress 10/10"},
		{"but a month that fell short fell short", "2026 2030", "at-least 1 buổi every=month",
			"2026 2026-11-18 as_of=2026-11-15 a=9/10", "2026-11-22", "2026 missed 9/10; now missed 9/10"},
		{"a unit that has done it has", "2026 2030", "at-least 1 buổi each=xóm every=year",
			"2026 2026-11-18 as_of=2026-11-15 a=9/9", "2026-11-22", "2026 met 9/9; now met 9/9"},
		{"one that has not had too many yet may", "2026 2030", "at-most 1 vụ each=xóm every=year",
			"2026 2026-11-18 as_of=2026-11-15 a=9/9", "2026-11-22", "2026 in-progress 9/9; now in-progress 9/9"},
		{"a target that ends before the year", "2026-01-01 2026-11-15", "at-least 95 %",
			"2026 2026-11-18 as_of=2026-11-15 a=96/100", "2026-11-22", "2026 met 96/100; now met 96/100"},
		{"less than in the same time of the year before, while the year runs", "2026 2030", "less-than-previous",
			"2025 2026-01-20 as_of=2025-11-15 a=5; 2026 2026-11-18 as_of=2026-11-15 a=3", "2026-11-22", "2026 in-progress 3; now in-progress 3"},
		{"a whole year is not held against a part of one", "2026 2030", "less-than-previous",
			"2025 2026-01-20 as_of=2025-11-15 a=5; 2026 2027-01-05 a=3", "2027-02-01", "2026 not-enough 3; now not-enough 3"},
		{"a year that is over is under way no more", "2026 2026", "at-least 100 % every=year",
			"2026-Q1 2026-04-02 a=7/10; 2026-Q2 2026-07-02 a=8/10", "2027-03-02",
			"2026-Q1 in-progress 7/10; 2026-Q2 expired 15/20; now expired 15/20"},
		{"nor is a promise whose day is over", "2026 2026", "at-least 100 % by=2026-11-30",
			"2026-Q3 2026-10-02 a=7/10", "2026-12-01", "2026-Q3 expired 7/10; now expired 7/10"},
		{"on the day itself it still is", "2026 2026", "at-least 100 % by=2026-11-30",
			"2026-Q3 2026-10-02 a=7/10", "2026-11-30", "2026-Q3 in-progress 7/10; now in-progress 7/10"},
		{"a period that was cut short is not under way for ever", "2026 2026", "at-least 95 %",
			"2026-H1 2026-06-17 as_of=2026-06-15 a=96/100", "2026-11-22", "2026-H1 expired 96/100; now expired 96/100"},
		{"a period of which no report came has no figure", "2026 2026", "at-least 10 tuyến every=year",
			"2026-Q2 2026-07-02 a=7", "2026-11-22", "2026-Q2 in-progress 7; 2026-Q3 unreported; now in-progress 7"},
	} {
		text := "unit u commune - since=2026-07-01\nplan k 2026-01-01 " + test.plan + "\ntarget a u " + test.target + "\n"
		if strings.Contains(test.want, "unreported") {
			text += "deadline q u on 2026-10-05 by covers=quarter\n"
		}
		for report := range strings.SplitSeq(test.reports, ";") {
			text += "report u " + strings.TrimSpace(report) + "\n"
		}
		of := Figures(world(t, text), day(t, test.today)).Units["u"].Progress
		if len(of) != 1 || course(of[0]) != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, course(of[0]), test.want)
		}
	}
}

// A figure that is compared keeps that of the same days of the year before in
// sight.
func TestPartsOfYearsUpToOneDayAreHeldTogether(t *testing.T) {
	for until, want := range map[string]string{"2025-11-15": "5", "2025-11-30": "", "-": ""} {
		p := world(t, `
		unit u commune -
		plan k 2026-01-01 2026 2030
		target a u less-than-previous
		report u 2025 2026-01-20 as_of=`+strings.Trim(until, "-")+` a=5
		report u 2026 2026-11-18 as_of=2026-11-15 a=3`)
		if got := Figures(p, day(t, "2026-11-22")).Units["u"].Progress[0].Latest; said(got.Previous) != want {
			t.Errorf("until %s: %s before, want %s", until, said(got.Previous), want)
		}
	}
}

func TestATimeBeforeThePlanIsNotJudged(t *testing.T) {
	p := world(t, `
	unit u commune -
	plan k 2026-01-01 2026 2030
	parts a u any-of less-than-previous every=year; none
	report u 2025 2026-01-20 a.1=5 a.2=5`)
	p.Plans[0].Targets[0].From = day(t, "2025")
	f := Figures(p, day(t, "2026-11-22"))
	of := f.Units["u"].Progress[0]
	if got := course(of); got != "2025 baseline; now no-data" || said(of.Cells[0].Parts[0].Figure) != "5" {
		t.Error(got)
	}
	if got := f.Reports["u/2025"].Count; got.All != 0 {
		t.Errorf("%+v", got)
	}
}

func TestAnExplanationIsFoundWhereItStands(t *testing.T) {
	for _, test := range []struct{ name, target, reports, want string }{
		{"in the report that decided", "at-least 100 % by=2026-03-31", "2026-Q1 2026-04-02 a=8/9!; 2026-Q2 2026-07-02 a=9/9", "2026-Q1"},
		{"in a later one of a longer time", "at-least 95 % every=quarter", "2026-Q3 2026-10-02 a=8/9; 2026 2026-11-18 as_of=2026-11-15 a=-!", "2026"},
		{"not in one of another time", "at-least 95 % every=quarter", "2026-Q2 2026-07-02 a=9/9!; 2026-Q3 2026-10-02 a=8/9", ""},
		{"nowhere", "at-least 95 % every=quarter", "2026-Q3 2026-10-02 a=8/9", ""},
	} {
		text := "unit u commune -\nplan k 2026-01-01 2026 2030\ntarget a u " + test.target + "\n"
		for report := range strings.SplitSeq(strings.ReplaceAll(test.reports, "!", ""), ";") {
			text += "report u " + strings.TrimSpace(report) + "\n"
		}
		p := world(t, text)
		for report := range strings.SplitSeq(test.reports, ";") {
			if period, _, _ := strings.Cut(strings.TrimSpace(report), " "); strings.Contains(report, "!") {
				p.Report("u/" + period).Results[0].Difficulty = "Thiếu người trực"
			}
		}
		latest := Figures(p, day(t, "2026-11-22")).Units["u"].Progress[0].Cells
		s := latest[len(latest)-1]
		if test.want == "2026" {
			s = latest[0]
		}
		got := ""
		if why := s.Explained(); why != nil {
			got = why.Period.String()
		}
		if s.State != portal.Missed || got != test.want || s.Unexplained() != (test.want == "") {
			t.Errorf("%s: %s explained in %q, want %q", test.name, s.State, got, test.want)
		}
	}
}
