package derive

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/portal"
)

// courses writes progress a line each: whose target it is, where it stood in
// each period, "*" where no report came, and where it stands now.
func courses(all []*portal.Progress) (lines []string) {
	for _, of := range all {
		line := of.Owner + " " + of.Plan.ID + "#" + of.Target.ID
		for _, cell := range of.Cells {
			missing := ""
			if cell.Report == nil {
				missing = "*"
			}
			line += fmt.Sprintf(" %s:%s%s", cell.Period, missing, cell.State)
		}
		lines = append(lines, line+" now "+string(of.Now().State))
	}
	return lines
}

func periodsText(figures *portal.UnitFigures) string {
	var all []string
	for _, period := range figures.Periods {
		all = append(all, period.String())
	}
	return strings.Join(all, " ")
}

const promises = `
	unit xa commune - since=2026-01-01
	unit ca police xa
	unit ub committee xa
	unit so office - since=2026-01-01
	unit nhom group - members=ub,so
	plan k - 2026 2030
	target han ca at-least 95 %
	target sach xa none
	parts hai ub all-of at-least 95 %; none
	target chung nhom at-least 1 lần every=quarter
	target sau so none
	deadline q xa every quarter 15 by
	plan m - 2027 2030
	target moi xa none
`

func TestProgress(t *testing.T) {
	p := world(t, promises+`
	report xa 2026-Q1 2026-04-15 han=190/200 sach=0 hai.1=1/1 hai.2=0 chung=0
	report xa 2026-Q3 2026-10-15 han=180/200 sach=1 hai.1=1/1
	report so 2026-Q3 2026-10-15 chung=2`)
	p.Plans[0].Targets[4].To = day(t, "2026-06")
	f := Figures(p, day(t, "2026-10-10"))
	xa := []string{
		"ca k#han 2026-Q1:met 2026-Q2:*no-data 2026-Q3:missed now missed",
		"xa k#sach 2026-Q1:met 2026-Q2:*no-data 2026-Q3:missed now missed",
		"ub k#hai 2026-Q1:met 2026-Q2:*no-data 2026-Q3:no-data now no-data",
		"ub k#chung 2026-Q1:missed 2026-Q2:*no-data 2026-Q3:no-data now no-data",
	}
	for id, want := range map[string][]string{
		"xa": xa, "ca": xa[:1], "ub": xa[2:], "so": {"so k#chung 2026-Q3:met now met"}, "nhom": nil,
	} {
		if diff := cmp.Diff(want, courses(f.Units[id].Progress)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", id, diff)
		}
	}
	for id, want := range map[string]string{"xa": "2026-Q1 2026-Q2 2026-Q3", "ca": "2026-Q1 2026-Q2 2026-Q3", "so": "2026-Q3", "nhom": ""} {
		if got := periodsText(f.Units[id]); got != want {
			t.Errorf("the periods of %s are %s, want %s", id, got, want)
		}
	}
	// Of the group's target each member answers.
	if diff := cmp.Diff([]string{"so k#chung 2026-Q3:met now met", xa[3]}, courses(f.Plans["k"].Progress["chung"])); diff != "" {
		t.Errorf("chung: -want +got:\n%s", diff)
	}
	if len(f.Plans["k"].Progress["sau"]) > 0 || len(f.Plans["m"].Progress) > 0 {
		t.Error("what was never owed has a course")
	}
	if got, want := f.Units["xa"].Standing(), (portal.StateCount{All: 4, Missed: 2, NoData: 2, Unexplained: 2}); got != want {
		t.Errorf("the commune stands at %+v, want %+v", got, want)
	}
	if got, want := f.Reports["xa/2026-Q1"].Count, (portal.StateCount{All: 4, Met: 3, Missed: 1, Unexplained: 1}); got != want {
		t.Errorf("the first report counts %+v, want %+v", got, want)
	}
	if got, want := f.Plans["k"].Count, (portal.StateCount{All: 6, Met: 1, Missed: 2, NoData: 3, Unexplained: 2}); got != want {
		t.Errorf("the plan counts %+v, want %+v", got, want)
	}
	if got, want := f.Plans["k"].Counts["chung"], (portal.StateCount{All: 2, Met: 1, NoData: 1}); got != want {
		t.Errorf("the group's target counts %+v, want %+v", got, want)
	}
	if progress := f.Units["xa"].Progress[0]; progress.At(period(t, "2026-Q3")) != progress.Latest || progress.At(period(t, "2026-Q4")) != nil {
		t.Error("At finds another")
	}
	if reports := f.Units["xa"].Reports; len(reports) != 2 || reports[0].Period != period(t, "2026-Q3") {
		t.Error("the latest report comes first")
	}
}

// Whoever reports, a target has one course: a body may report itself in one
// quarter and through its place in the next.
func TestOneCourseWhoeverReports(t *testing.T) {
	f := Figures(world(t, `
	unit xa commune -
	unit ca police xa
	unit doi office ca
	plan k - 2026 2030
	target han ca at-least 4 lần every=year
	target xa xa none
	target d doi none
	report xa 2026-Q1 2026-04-05 han=1 xa=0 d=0
	report ca 2026-Q2 2026-07-05 han=2 d=0
	report xa 2026-Q2 2026-07-05 han=9 xa=0 d=1
	report xa 2026-Q3 2026-10-05 han=0 xa=0
	report ca 2026-Q4 2026-12-25 han=1`), day(t, "2026-12-31"))
	han := "ca k#han 2026-Q1:in-progress 2026-Q2:in-progress 2026-Q3:in-progress 2026-Q4:met now met"
	d := "doi k#d 2026-Q1:met 2026-Q2:met 2026-Q3:no-data 2026-Q4:no-data now no-data"
	own := "xa k#xa 2026-Q1:met 2026-Q2:met 2026-Q3:met now met"
	for id, want := range map[string][]string{"ca": {han, d}, "doi": {d}, "xa": {han, own, d}} {
		if diff := cmp.Diff(want, courses(f.Units[id].Progress)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", id, diff)
		}
		if got := periodsText(f.Units[id]); got != "2026-Q1 2026-Q2 2026-Q3 2026-Q4" {
			t.Errorf("the periods of %s are %s", id, got)
		}
	}
	if got := f.Plans["k"].Progress["han"]; len(got) != 1 || said(got[0].Latest.Figure) != "4" || got[0].Latest.Report.ID != "ca/2026-Q4" {
		t.Errorf("the plan has %q", courses(got))
	}
	for id, want := range map[string]int{"xa/2026-Q1": 3, "ca/2026-Q2": 2, "xa/2026-Q2": 1, "xa/2026-Q3": 3, "ca/2026-Q4": 2} {
		if got := len(f.Reports[id].Standings); got != want {
			t.Errorf("%s: %d standings, want %d", id, got, want)
		}
	}
}

// A target of two owners in one commune is answered once in its report.
func TestATargetOfTwoBodiesIsAnsweredOnce(t *testing.T) {
	f := Figures(world(t, `
	unit xa commune -
	unit ca police xa
	unit ub committee xa
	plan k - 2026 2030
	target han ca,ub none
	report xa 2026-Q1 2026-04-05 han=0`), day(t, "2026-12-31"))
	if got := courses(f.Plans["k"].Progress["han"]); len(got) != 1 {
		t.Errorf("%q", got)
	}
	if f.Units["xa"].Standing().All != 1 || len(f.Reports["xa/2026-Q1"].Standings) != 1 {
		t.Error("it counts more than once")
	}
}

// What is missing twice over, by the body and by its place, is missing once.
func TestWhatIsMissingIsMissingOnce(t *testing.T) {
	f := Figures(world(t, `
	unit xa commune - since=2026-01-01
	unit ca police xa since=2026-01-01
	plan k - 2026 2026
	target han ca none
	deadline a xa every quarter 15 by
	deadline b ca every quarter 20 by`), day(t, "2026-07-01"))
	want := []string{"ca k#han 2026-Q1:*no-data 2026-Q2:*no-data now no-data"}
	for _, id := range []string{"xa", "ca"} {
		if diff := cmp.Diff(want, courses(f.Units[id].Progress)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", id, diff)
		}
	}
}

// Who does not report here has no course, and no cell of one.
func TestWhoDoesNotReportHereHasNoCourse(t *testing.T) {
	f := Figures(world(t, strings.ReplaceAll(promises, "since=2026-01-01", "")), day(t, "2026-10-10"))
	for id, figures := range f.Units {
		if len(figures.Progress)+len(figures.Periods)+len(figures.Reports) > 0 {
			t.Errorf("%s: %q", id, courses(figures.Progress))
		}
	}
	if f.Plans["k"].Count.NoData != 5 {
		t.Errorf("the plan counts %+v", f.Plans["k"].Count)
	}
}

// Reports of months, quarters and the year lie side by side in their order.
func TestPeriodsOfSeveralKinds(t *testing.T) {
	f := Figures(world(t, `
	unit so office -
	plan k - 2026 2026
	target han so at-least 95 %
	report so 2026 2026-12-31 han=1/2
	report so 2026-Q4 2026-12-31 han=2/2
	report so 2026-11 2026-12-01 han=1/2
	report so 2026-12 2026-12-31 han=2/2`), day(t, "2026-12-31"))
	want := []string{"so k#han 2026-11:missed 2026-12:met 2026-Q4:met 2026:missed now missed"}
	if diff := cmp.Diff(want, courses(f.Units["so"].Progress)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestPlacesSideBySide(t *testing.T) {
	p := world(t, `
	unit xa commune -
	unit ub committee xa
	plan k - 2026 2026
	target han ub none
	report xa 2026-Q1 2026-04-01 han=0`)
	p.Movements = []*portal.Movement{{Record: portal.Record{ID: "ba-nhat"}}}
	p.Plans[0].Movement, p.Plans[0].Issuer = "ba-nhat", portal.IDs{"ub"}
	p.Index()
	compared := Figures(p, day(t, "2026-12-31")).Movements["ba-nhat"].Compared
	if len(compared) != 1 || compared[0].Kind != portal.Commune || compared[0].Rows[0].All.Met != 1 {
		t.Errorf("%+v", compared)
	}
}

// Where a promise of each quarter stands is told by its quarters, not by the
// figure of a year that holds them; those that were missed stay in sight.
func TestWhereAPromiseOfEachQuarterStands(t *testing.T) {
	for _, test := range []struct{ measure, reports, now, missed string }{
		{"at-least 95 % every=quarter", "Q1=90/100 Q2=90/100 Q3=90/100 Q4=100/100 year=97/100", "2026-Q4", "2026-Q1 2026-Q2 2026-Q3"},
		{"at-least 95 % every=quarter", "Q1=100/100 Q2=90/100 year=98/100", "2026-Q2", ""},
		{"at-least 95 % every=month", "Q1=90/100 Q2=96/100 year=94/100", "2026-Q2", "2026-Q1"},
		{"at-least 95 % every=quarter", "year=94/100", "2026", ""},                                                // nothing nearer has come
		{"at-least 95 % every=year", "Q1=90/100 Q2=97/100 Q3=97/100 Q4=97/100 year=96/100", "2026", ""},           // of the year itself
		{"none", "Q1=1 Q2=0 Q3=0 Q4=0 year=1", "2026", "2026-Q1"},                                                 // no period is its own
		{"at-least 95 % every=half-year", "Q1=90/100 Q2=100/100 Q3=100/100 Q4=90/100 year=96/100", "2026-Q4", ""}, // H1 and H2 by their quarters
	} {
		text := "unit so office -\nplan k - 2026 2026\ntarget han so " + test.measure
		for report := range strings.FieldsSeq(test.reports) {
			name, figure, _ := strings.Cut(report, "=")
			name = strings.TrimSuffix("2026-"+name, "-year")
			text += fmt.Sprintf("\nreport so %s %s han=%s", name, period(t, name).Last(), figure)
		}
		progress := Figures(world(t, text), day(t, "2026-12-31")).Units["so"].Progress[0]
		var missed []string
		for _, cell := range progress.Missed() {
			missed = append(missed, cell.Period.String())
		}
		if got := progress.Latest.Period.String(); got != test.now || strings.Join(missed, " ") != test.missed {
			t.Errorf("%s, %s: now %s and before %s, want %s and %s", test.measure, test.reports, got, missed, test.now, test.missed)
		}
	}
}

// The report of a year shows a promise of each quarter by its quarters; one that
// was sent before the last of them is over leaves it open.
func TestAYearShowsThePromiseOfEachQuarter(t *testing.T) {
	const quarters = `
	unit so office -
	plan k - 2026 2026
	target quy so at-least 1 lần every=quarter
	target nam so at-least 4 lần every=year
	parts hai so all-of none every=quarter; at-least 4 lần every=year
	report so 2026-Q1 2026-03-31 quy=1 nam=1 hai.1=0 hai.2=1
	report so 2026-Q2 2026-06-30 quy=1 nam=1 hai.1=0 hai.2=1
	report so 2026-Q3 2026-09-30 quy=1 nam=1 hai.1=1 hai.2=1
	`
	for _, test := range []struct{ year, want string }{
		{"report so 2026 2026-11-20 quy=9 nam=9 hai.1=1 hai.2=4", "quy in-progress quarter 3, nam met  0, hai missed quarter 3"},
		{"report so 2026 2026-12-31 quy=9 nam=9 hai.1=1 hai.2=4", "quy no-data quarter 3, nam met  0, hai missed quarter 3"},
		{"report so 2026-Q4 2026-12-31 quy=1\nreport so 2026 2026-12-31 quy=9 nam=9 hai.1=1 hai.2=4", "quy met quarter 4, nam met  0, hai missed quarter 4"},
	} {
		f := Figures(world(t, quarters+test.year), day(t, "2026-12-31"))
		var got []string
		for i := range f.Reports["so/2026"].Standings {
			s := &f.Reports["so/2026"].Standings[i]
			shown := 0
			if s.ByEach() != "" {
				shown = len(s.Within())
			}
			got = append(got, fmt.Sprintf("%s %s %s %d", s.Target.ID, s.State, s.ByEach(), shown))
		}
		if got := strings.Join(got, ", "); got != test.want {
			t.Errorf("%s: %s, want %s", test.year, got, test.want)
		}
	}
}

// The latest report is the one that tells the furthest; of two that tell as far,
// that of the longer time, which tells of more.
func TestTheLatestReport(t *testing.T) {
	for _, test := range []struct{ name, measure, reports, want string }{
		{"by the end of its time", "none", "Q1:03-31 Q3:09-30 Q2:12-31", "2026-Q3"},
		{"whatever was sent last", "none", "H1:12-31 Q3:09-30", "2026-Q3"},
		{"of one end, that of the longer time", "none", "Q4:12-31 year:12-31 H2:12-31", "2026"},
		{"sent in whatever order", "at-least 95 %", "year:12-31 Q4:12-31 12:12-31", "2026"},
		{"half a year beside its quarter", "at-least 95 %", "Q2:06-30 H1:06-30", "2026-H1"},
		{"a year that was sent before its end tells less far", "none", "Q3:09-30 Q4:12-31 year:11-20", "2026-Q4"},
		{"but further than the quarter before", "none", "Q3:09-30 year:11-20", "2026"},
		{"of two that were sent before it, the one sent last", "none", "Q4:12-20 year:12-10", "2026-Q4"},
		{"and of one day, that of the longer time", "none", "Q4:12-20 year:12-20", "2026"},
		{"a number of things, too", "at-least 3 mô_hình", "Q4:12-31 year:11-20", "2026-Q4"},
		{"what is owed in each quarter, by the quarter", "none every=quarter", "Q3:09-30 year:12-31", "2026-Q3"},
		{"and by the year where no quarter came", "none every=quarter", "year:12-31", "2026"},
	} {
		text := "unit so office -\nplan k - 2026 2026\ntarget han so " + test.measure
		for report := range strings.FieldsSeq(test.reports) {
			name, sent, _ := strings.Cut(report, ":")
			text += fmt.Sprintf("\nreport so %s 2026-%s han=0/1", strings.TrimSuffix("2026-"+name, "-year"), sent)
		}
		f := Figures(world(t, text), day(t, "2026-12-31"))
		if got := f.Units["so"].Progress[0].Latest.Period.String(); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
