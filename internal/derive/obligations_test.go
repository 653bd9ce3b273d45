package derive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/portal"
)

// told writes obligations a line each: who owes what by which day for which
// time, where it stands, by how many days, and which report answers it.
func told(obligations []portal.Obligation) (lines []string) {
	for _, o := range obligations {
		line := fmt.Sprintf("%s %s %s %s %s", o.Unit, o.Due.Deadline.ID, dash(o.Due.Date.String()), dash(o.Covers.String()), o.State)
		if o.Days != 0 {
			line += fmt.Sprintf(" %d", o.Days)
		}
		if o.Report != nil {
			line += " by " + o.Report.ID
		}
		lines = append(lines, line)
	}
	return lines
}

const commune = `
	unit xa commune -
	unit ca police xa
	unit ub committee xa
	plan k - 2026 2026
`

// One report of the third quarter, due on 5 October or before it, on a day.
func TestWhetherAReportIsInTime(t *testing.T) {
	for _, test := range []struct{ rule, since, submitted, today, want string }{
		// Nothing has come.
		{"by", "2026-01-01", "", "2026-10-04", "not-due"},
		{"by", "2026-01-01", "", "2026-10-05", "not-due"},
		{"by", "2026-01-01", "", "2026-10-06", "overdue 1"},
		{"by", "2026-01-01", "", "2026-12-31", "overdue 87"},
		{"before", "2026-01-01", "", "2026-10-04", "not-due"},
		{"before", "2026-01-01", "", "2026-10-05", "overdue 1"},
		{"on", "2026-01-01", "", "2026-10-05", "not-due"},
		{"on", "2026-01-01", "", "2026-10-06", "overdue 1"},
		{"-", "2026-01-01", "", "2026-10-05", "not-due"},
		{"-", "2026-01-01", "", "2026-10-06", "overdue 1"},
		// It came.
		{"by", "2026-01-01", "2026-07-01", "2026-12-31", "on-time"},
		{"by", "2026-01-01", "2026-10-05", "2026-12-31", "on-time"},
		{"by", "2026-01-01", "2026-10-06", "2026-12-31", "late 1"},
		{"by", "2026-01-01", "2026-11-05", "2026-12-31", "late 31"},
		{"before", "2026-01-01", "2026-10-04", "2026-12-31", "on-time"},
		{"before", "2026-01-01", "2026-10-05", "2026-12-31", "late 1"},
		{"by", "2026-01-01", "2026-10-06", "2027-12-31", "late 1"}, // and stays so
		{"by", "2026-01-01", "2026-10", "2026-12-31", "on-time"},   // perhaps in time: the doubt is its own
		{"by", "2026-01-01", "2026-11", "2026-12-31", "late 27"},   // surely not
		{"by", "2026-01-01", "!", "2026-12-31", "undated"},         // it does not say when
		// The unit reports here since a day.
		{"by", "-", "", "2026-12-31", "not-tracked"},
		{"by", "-", "2026-12-01", "2026-12-31", "not-tracked"},
		{"by", "2026-10-05", "", "2026-12-31", "overdue 87"},
		{"by", "2026-10-06", "", "2026-12-31", "not-tracked"},
		{"before", "2026-10-04", "", "2026-12-31", "overdue 88"},
		{"before", "2026-10-05", "", "2026-12-31", "not-tracked"},
		{"by", "2026-10-06", "2026-11-01", "2026-12-31", "not-tracked"},
		{"by", "2026", "", "2026-12-31", "overdue 87"}, // since some day of the year: it is not surely later
		{"by", "2026-11", "", "2026-12-31", "not-tracked"},
	} {
		text := "unit ca police - since=" + strings.TrimPrefix(test.since, "-") + "\nplan k - 2026 2026\ndeadline d ca on 2026-10-05 " + test.rule + " covers=quarter\n"
		switch test.submitted {
		case "":
		case "!":
			text += "report ca 2026-Q3 -\n"
		default:
			text += "report ca 2026-Q3 " + test.submitted + "\n"
		}
		f := Figures(world(t, text), day(t, test.today))
		want := "ca d 2026-10-05 2026-Q3 " + test.want
		if test.submitted != "" {
			want += " by ca/2026-Q3"
		}
		if got := told(f.Obligations); !slices.Equal(got, []string{want}) {
			t.Errorf("%s 5 October, since %s, sent %q, seen on %s: %q, want %s", test.rule, test.since, test.submitted, test.today, got, test.want)
		}
	}
}

// Of a month or a year nobody knows the day: its last one counts, or the last
// before it.
func TestDatesThatKnowNoDay(t *testing.T) {
	for _, test := range []struct{ date, rule, submitted, today, want string }{
		{"2026-10", "by", "", "2026-10-31", "not-due"},
		{"2026-10", "by", "", "2026-11-01", "overdue 1"},
		{"2026-10", "before", "", "2026-09-30", "not-due"},
		{"2026-10", "before", "", "2026-10-01", "overdue 1"},
		{"2026-10", "by", "2026-10-31", "2026-12-31", "on-time"},
		{"2026-10", "by", "2026-11-01", "2026-12-31", "late 1"},
		{"2026", "by", "", "2026-12-31", "not-due"},
		{"2026", "by", "", "2027-01-01", "overdue 1"},
		{"-", "-", "", "2027-01-01", "undated"},
		{"-", "-", "2026-10-31", "2027-01-01", "undated"},
	} {
		text := "unit ca police - since=2026-01-01\nplan k - 2026 2026\ndeadline d ca on " + test.date + " " + test.rule + "\n"
		if test.submitted != "" {
			text += "report ca 2026-Q3 " + test.submitted + " answers=k#d\n"
		}
		got := told(Figures(world(t, text), day(t, test.today)).Obligations)
		want := "ca d " + test.date + " - " + test.want
		if test.submitted != "" {
			want += " by ca/2026-Q3"
		}
		if !slices.Equal(got, []string{want}) {
			t.Errorf("%s %s, sent %q, seen on %s: %q, want %s", test.rule, test.date, test.submitted, test.today, got, want)
		}
	}
}

func TestWhichTimeAReportSpeaksOf(t *testing.T) {
	for _, test := range []struct{ name, deadline, want string }{
		{"a year, by its end", "every year 11-30 before", "2026-11-30:2026"},
		{"a quarter, in its last month", "every quarter 15 by", "2026-03-15:2026-Q1 2026-06-15:2026-Q2 2026-09-15:2026-Q3 2026-12-15:2026-Q4"},
		{"half a year, by 20 June and December", "every half-year 20 by", "2026-06-20:2026-H1 2026-12-20:2026-H2"},
		{"half a year, by 20 June", "every year 06-20 by covers=half-year", "2026-06-20:2026-H1"},
		{"half a year that is over", "every year 07-10 by covers=half-year", "2026-07-10:2026-H1"},
		{"the year, by 30 November", "every year 11-30 before covers=year", "2026-11-30:2026"},
		{"the year that is over", "every year 01-15 by covers=year", "2026-01-15:2025"},
		{"the first quarter, by 5 April", "every year 04-05 by covers=quarter", "2026-04-05:2026-Q1"},
		{"the first quarter, by 25 March", "every year 03-25 by covers=quarter", "2026-03-25:2026-Q1"},
		{"the month that is over", "every month 05 by covers=month until=2026-03", "2026-01-05:2025-12 2026-02-05:2026-01 2026-03-05:2026-02"},
		{"the month that runs", "every month 25 by until=2026-02", "2026-01-25:2026-01 2026-02-25:2026-02"},
		{"the week that is over", "every week 1 by covers=week until=2026-01-12", "2026-01-05:2026-W01 2026-01-12:2026-W02"},
		{"once, the half-year", "on 2026-06-20 by covers=half-year", "2026-06-20:2026-H1"},
		{"once, the quarter that is over", "on 2026-04-05 by covers=quarter", "2026-04-05:2026-Q1"},
		{"once, the year before", "on 2026-01-31 by covers=year", "2026-01-31:2025"},
		{"once, of no time", "on 2026-06-20 by", "2026-06-20:-"},
		{"in the middle the one that runs", "on 2026-02-15 by covers=month", "2026-02-15:2026-02"},
		{"some day of a month", "on 2026-12 by covers=year", "2026-12:2026"},
		{"some day of the month after", "on 2026-01 by covers=year", "2026-01:2025"},
		{"some day of a year", "on 2026 by covers=year", "2026:2026"},
		{"some day of a year, of a quarter", "on 2026 by covers=quarter", "2026:-"},
		{"no day", "every quarter - -", "-:2026-Q1 -:2026-Q2 -:2026-Q3 -:2026-Q4"},
		{"no day, of the quarter", "every quarter - - covers=quarter", "-:2026-Q1 -:2026-Q2 -:2026-Q3 -:2026-Q4"},
		{"no day, of half a year", "every year - - covers=half-year", "-:2026-H2"},
	} {
		var got []string
		for _, o := range Figures(world(t, "unit ca police -\nplan k - 2026 2026\ndeadline d ca "+test.deadline), day(t, "2027-06-01")).Obligations {
			got = append(got, dash(o.Due.Date.String())+":"+dash(o.Covers.String()))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q, want %s", test.name, got, test.want)
		}
	}
}

func TestWhoOwesReportsAndWhoAnswers(t *testing.T) {
	for _, test := range []struct {
		name, world, today string
		want               []string
	}{
		{"each quarter by itself", commune + `
			unit so office - since=2026-01-01
			deadline q so every quarter 15 by
			report so 2026-Q1 2026-03-15
			report so 2026-Q2 2026-06-20
			report so 2026-Q4 2026-12-01`, "2026-12-10", []string{
			"so q 2026-03-15 2026-Q1 on-time by so/2026-Q1",
			"so q 2026-06-15 2026-Q2 late 5 by so/2026-Q2",
			"so q 2026-09-15 2026-Q3 overdue 86",
			"so q 2026-12-15 2026-Q4 on-time by so/2026-Q4"}},
		{"it reports here since the summer", commune + `
			unit so office - since=2026-07-01
			deadline q so every quarter 15 by`, "2026-12-01", []string{
			"so q 2026-03-15 2026-Q1 not-tracked",
			"so q 2026-06-15 2026-Q2 not-tracked",
			"so q 2026-09-15 2026-Q3 overdue 77",
			"so q 2026-12-15 2026-Q4 not-due"}},
		{"no day is named: one for each quarter that is over", commune + `
			unit so office - since=2026-05-01
			deadline q so every quarter - -
			report so 2026-Q3 2026-10-20`, "2026-10-01", []string{
			"so q - 2026-Q1 not-tracked",
			"so q - 2026-Q2 undated",
			"so q - 2026-Q3 undated by so/2026-Q3"}},
		{"no day is named: what runs is no debt yet", commune + `
			unit so office - since=2026-05-01
			deadline q so every quarter - -`, "2026-03-31", nil},
		{"a group without members owes by itself", commune + `
			unit nhom group xa since=2026-01-01
			deadline d nhom on 2026-10-05 by covers=quarter`, "2026-10-10", []string{"nhom d 2026-10-05 2026-Q3 overdue 5"}},
		{"each member of a group", commune + `
			unit so office - since=2026-01-01
			unit nhom group - since=2026-01-01 members=so,ca,ub
			deadline d nhom,ca on 2026-10-05 by covers=quarter
			report so 2026-Q3 2026-10-05
			report xa 2026-Q3 2026-10-01`, "2026-10-10", []string{
			"ca d 2026-10-05 2026-Q3 not-tracked by xa/2026-Q3",
			"so d 2026-10-05 2026-Q3 on-time by so/2026-Q3",
			"ub d 2026-10-05 2026-Q3 not-tracked by xa/2026-Q3"}},
		{"the place reports for its body, and is followed", strings.Replace(commune, "xa commune -", "xa commune - since=2026-01-01", 1) + `
			deadline d ca on 2026-10-05 by covers=quarter
			deadline e ub on 2026-10-05 by covers=quarter
			report xa 2026-Q3 2026-10-07`, "2026-10-10", []string{
			"ca d 2026-10-05 2026-Q3 late 2 by xa/2026-Q3",
			"ub e 2026-10-05 2026-Q3 late 2 by xa/2026-Q3"}},
		{"a body that reports itself comes first", strings.Replace(commune, "ca police xa", "ca police xa since=2026-01-01", 1) + `
			deadline d ca on 2026-10-05 by covers=quarter
			report xa 2026-Q3 2026-10-07
			report ca 2026-Q3 2026-10-05`, "2026-10-10", []string{"ca d 2026-10-05 2026-Q3 on-time by ca/2026-Q3"}},
		{"a body since another day than its place", `
			unit xa commune - since=2026-01-01
			unit ca police xa since=2026-11-01
			unit doi office ca
			plan k - 2026 2026
			deadline d ca on 2026-10-05 by covers=quarter
			deadline e doi on 2026-10-05 by covers=quarter`, "2026-10-10", []string{
			"ca d 2026-10-05 2026-Q3 not-tracked",
			"doi e 2026-10-05 2026-Q3 not-tracked"}},
		{"the province does not report for the commune", `
			unit tinh province - since=2026-01-01
			unit xa commune tinh
			unit ca police xa
			plan k - 2026 2026
			deadline d xa on 2026-10-05 by covers=quarter
			deadline e ca on 2026-10-05 by covers=quarter
			report tinh 2026-Q3 2026-10-01`, "2026-10-10", []string{
			"xa d 2026-10-05 2026-Q3 not-tracked",
			"ca e 2026-10-05 2026-Q3 not-tracked"}},
		{"a report that names a duty done once", commune + `
			unit so office - since=2026-01-01
			deadline d so on 2026-05-05 by
			report so 2026-Q1 2026-05-06 answers=k#d`, "2026-10-10", []string{"so d 2026-05-05 - late 1 by so/2026-Q1"}},
		{"of two that name it the first sent", commune + `
			unit so office - since=2026-01-01
			deadline d so on 2026-05-05 by
			report so 2026-Q1 2026-05-06 answers=k#d
			report so 2026-Q2 2026-05-05 answers=k#d
			report so 2026-Q3 - answers=k#d`, "2026-10-10", []string{"so d 2026-05-05 - on-time by so/2026-Q2"}},
		{"a report of one quarter does not answer for all", commune + `
			unit so office - since=2026-01-01
			deadline h so every half-year 20 by
			report so 2026-Q2 2026-06-20 answers=k#h`, "2026-12-31", []string{
			"so h 2026-06-20 2026-H1 on-time by so/2026-Q2",
			"so h 2026-12-20 2026-H2 overdue 11"}},
		{"a report of the year may answer for its quarters", commune + `
			unit so office - since=2026-01-01
			deadline q so every quarter 15 by
			report so 2026-Q1 2026-03-15
			report so 2026 2026-09-15 answers=k#q`, "2026-12-31", []string{
			"so q 2026-03-15 2026-Q1 on-time by so/2026-Q1",
			"so q 2026-06-15 2026-Q2 late 92 by so/2026",
			"so q 2026-09-15 2026-Q3 on-time by so/2026",
			"so q 2026-12-15 2026-Q4 on-time by so/2026"}},
		{"a quarter is not half a year", commune + `
			unit so office - since=2026-01-01
			deadline h so every half-year 20 by
			report so 2026-Q2 2026-06-20`, "2026-06-30", []string{
			"so h 2026-06-20 2026-H1 overdue 10",
			"so h 2026-12-20 2026-H2 not-due"}},
		{"what is no report is no debt of one", commune + `
			unit so office - since=2026-01-01
			deadline d so on 2026-05-05 by`, "2026-10-10", nil},
		{"an owner whom nobody knows", commune + `
			deadline d la on 2026-05-05 by`, "2026-10-10", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := world(t, test.world)
			if strings.HasPrefix(test.name, "what is no report") {
				p.Plans[0].Deadlines[0].Kind = portal.DueEvent
			}
			f := Figures(p, day(t, test.today))
			if diff := cmp.Diff(test.want, told(f.Obligations)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Who owes a report has it among his obligations, so has the place above him;
// whoever it goes to, or through, waits for it.
func TestWhoSeesAnObligation(t *testing.T) {
	f := Figures(world(t, `
		unit tinh province -
		unit cat police tinh
		unit xa commune tinh since=2026-01-01
		unit ca police xa
		unit doi office ca
		unit ub committee xa
		unit nhom group xa members=ca,ub
		plan k - 2026 2026
		deadline d doi on 2026-10-05 by covers=quarter to=tinh,cat route=cat,ub
		deadline e nhom on 2026-10-05 by covers=quarter to=tinh
		report xa 2026-Q3 2026-10-06`), day(t, "2026-10-10"))
	seen := func(obligations []portal.Obligation) string {
		var ids []string
		for _, o := range obligations {
			ids = append(ids, o.Unit+o.Due.Deadline.ID)
		}
		return strings.Join(ids, " ")
	}
	for id, want := range map[string][2]string{ // its own, and those that it waits for
		"doi": {"doid", ""}, "ca": {"doid cae", ""}, "xa": {"doid cae ube", ""}, "ub": {"ube", "doid"}, "nhom": {"", ""},
		"tinh": {"", "doid cae ube"}, "cat": {"", "doid"},
	} {
		figures := f.Units[id]
		if got := [2]string{seen(figures.Obligations), seen(figures.Awaited)}; got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	of := f.Reports["xa/2026-Q3"]
	if seen(of.Answers) != "doid cae ube" || of.State != portal.Late {
		t.Errorf("the report answers %s and is %s", seen(of.Answers), of.State)
	}
}

// The worst of what a report answers is its state; what it answers nothing of
// is not tracked.
func TestTheStateOfAReport(t *testing.T) {
	const reports = "\nreport so 2026-Q3 2026-10-06\nreport so 2026-H1 2026-06-01\nreport so 2026-Q1 2026-03-01\nreport so 2026 2026-12-01 answers=k#u"
	f := Figures(world(t, `
		unit so office - since=2026-01-01
		plan k - 2026 2026
		deadline a so on 2026-10-05 by covers=quarter
		deadline b so on 2026-10-09 by covers=quarter
		deadline c so on 2026-06-20 by covers=half-year
		deadline u so on - -`+reports), day(t, "2026-12-31"))
	for id, want := range map[string]portal.ReportState{
		"so/2026-Q3": portal.Late, "so/2026-H1": portal.OnTime, "so/2026-Q1": portal.NotTracked, "so/2026": portal.ReportUndated,
	} {
		if got := f.Reports[id].State; got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// Nobody is ever late for what is not due, and what is late stays late.
func TestLatenessGrowsWithTime(t *testing.T) {
	order := []portal.ReportState{portal.ReportNotDue, portal.Overdue}
	for _, rule := range []string{"by", "before", "on", "-"} {
		for _, date := range []string{"2026-10-05", "2026-10", "2026"} {
			p := world(t, "unit so office - since=2025-01-01\nplan k - 2026 2026\ndeadline d so on "+date+" "+rule)
			last, days := 0, 0
			for today := day(t, "2025-11-01"); today.Before(day(t, "2027-03-01")); today = today.AddDays(1) {
				o := Figures(p, today).Obligations[0]
				now := slices.Index(order, o.State)
				if now < last || now == 1 && o.Days != days+1 {
					t.Fatalf("%s %s: %s by %d on %s, after %d", rule, date, o.State, o.Days, today, days)
				}
				last, days = now, o.Days
			}
			if last == 0 {
				t.Errorf("%s %s is never overdue", rule, date)
			}
		}
	}
}
