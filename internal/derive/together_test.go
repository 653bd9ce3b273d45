package derive

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func togetherText(t *portal.Together) string {
	if t == nil {
		return "none"
	}
	added := fmt.Sprintf("%s of %d", said(t.Figure), t.Added)
	for i, part := range t.Parts {
		if i == 0 {
			added = ""
		}
		added += fmt.Sprintf("[%s of %d]", said(part.Figure), part.Added)
	}
	return fmt.Sprintf("%s %s/%d/%d, %d met %d missed", t.Period, added, t.Told, t.Units, t.Count.Met, t.Count.Missed)
}

func TestWhatSeveralUnitsComeToTogether(t *testing.T) {
	const units = `
	unit tinh province -
	unit xa1 commune tinh
	unit xa2 commune tinh
	unit xa3 commune tinh
	unit ca1 police xa1
	unit so office tinh
	unit cac-xa group tinh members=xa1,xa2,xa3
	plan t - 2026 2026
	`
	for _, test := range []struct{ name, target, reports, want string }{
		{"shares are added part to part", "cac-xa at-least 90 % every=quarter",
			"xa1 Q1=90/100;xa2 Q1=1/10", "2026-Q1 91/110 of 2/2/3, 1 met 1 missed"},
		{"counts are added up", "cac-xa at-least 2 mô_hình every=quarter",
			"xa1 Q1=2;xa2 Q1=3;xa3 Q1=0", "2026-Q1 5 of 3/3/3, 2 met 1 missed"},
		{"the period that most have come to", "cac-xa at-least 2 mô_hình every=quarter",
			"xa1 Q1=2;xa1 Q2=9;xa2 Q1=3;xa3 Q1=4", "2026-Q1 9 of 3/3/3, 3 met 0 missed"},
		{"who has stopped to report keeps nobody back", "cac-xa at-least 2 mô_hình every=quarter",
			"xa1 Q1=2;xa2 Q1=3;xa3 Q1=4;xa1 Q2=2;xa2 Q2=2", "2026-Q2 4 of 2/2/3, 2 met 0 missed"},
		{"bare percentages have no sum", "cac-xa at-least 90 % every=quarter",
			"xa1 Q1=95;xa2 Q1=90/100", "2026-Q1 90/100 of 1/2/3, 2 met 0 missed"},
		{"nor have minutes", "cac-xa at-most 30 phút", "xa1 Q1=20;xa2 Q1=25", "2026-Q1  of 0/2/3, 2 met 0 missed"},
		{"nor words", "cac-xa qualitative", "xa1 Q1=-", "none"},
		{"what is of an earlier period is not of this one", "cac-xa at-least 2 mô_hình every=year",
			"xa1 Q1=2;xa2 Q1=1;xa2 Q2=1;xa3 Q2=1;xa1 Q2=-", "2026-Q2 3 of 2/2/3, 1 met 0 missed"},
		{"what was due is told for good", "cac-xa at-least 100 % by=2026-02",
			"xa1 Q1=9/10;xa2 Q1=5/5;xa2 Q2=5/5;xa3 Q1=4/4;xa3 Q2=4/4;xa1 Q2=-", "2026-Q2 18/19 of 3/3/3, 2 met 1 missed"},
		{"several conditions are added up each by itself", "parts cac-xa all-of at-least 90 % every=quarter; at-least 2 lần every=quarter",
			"xa1 Q1=1:90/100,2:3;xa2 Q1=1:1/10,2:1", "2026-Q1 [91/110 of 2][4 of 2]/2/3, 1 met 1 missed"},
		{"a condition that one leaves out has the figures of the others", "parts cac-xa all-of at-least 90 % every=quarter; at-least 2 lần every=quarter",
			"xa1 Q1=1:90/100,2:3;xa2 Q1=1:10/10;xa3 Q1=2:0", "2026-Q1 [100/110 of 2][3 of 2]/3/3, 1 met 1 missed"},
		{"a condition without a figure has no sum", "parts cac-xa any-of none; less-than-previous",
			"xa1 Q1=1:0;xa2 Q1=1:2", "2026-Q1 [2 of 2][ of 0]/2/3, 1 met 0 missed"},
		{"nor has a condition of bare percentages", "parts cac-xa all-of at-least 90 % every=quarter; none every=quarter",
			"xa1 Q1=1:95,2:0;xa2 Q1=1:80,2:1", "2026-Q1 [ of 0][1 of 2]/2/3, 1 met 1 missed"},
		{"words about the whole say nothing of a condition", "parts cac-xa all-of at-least 90 % every=quarter; none every=quarter",
			"xa1 Q1=-;xa2 Q1=-", "none"},
		{"nobody has reported", "cac-xa none", "so Q1=0", "none"},
		{"one unit is not several", "so none", "so Q1=0", "none"},
	} {
		text := units + "target han " + test.target
		if rest, compound := strings.CutPrefix(test.target, "parts "); compound {
			text = units + "parts han " + rest
		}
		for report := range strings.SplitSeq(test.reports, ";") {
			var unit, figure string
			fmt.Sscan(report, &unit, &figure)
			name, figure, _ := strings.Cut(figure, "=")
			text += fmt.Sprintf("\nreport %s 2026-%s 2026-12-31", unit, name)
			for one := range strings.SplitSeq(figure, ",") {
				if part, of, compound := strings.Cut(one, ":"); compound {
					text += fmt.Sprintf(" han.%s=%s", part, of)
				} else {
					text += " han=" + one
				}
			}
		}
		f := Figures(world(t, text), day(t, "2026-12-31"))
		if got := togetherText(f.Plans["t"].Together["han"]); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// What units below promise in plans of their own counts for the target above
// that theirs carry out.
func TestTargetsBelowCountForTheOneAbove(t *testing.T) {
	p := world(t, `
	unit tinh province -
	unit xa1 commune tinh
	unit xa2 commune tinh
	unit ca1 police xa1
	unit so office tinh
	unit cac-xa group tinh members=ca1,xa2
	plan t - 2026 2026
	target han cac-xa at-least 90 % every=quarter
	target so so at-least 90 % every=quarter
	target ngay so at-least 90 % every=year
	plan x1 - 2026 2026
	target a ca1 at-least 95 % every=quarter
	target b ca1 at-least 95 % every=quarter
	target c ca1 at-least 95 % every=quarter
	plan x2 - 2026 2026
	target a xa2 at-least 80 % every=quarter
	target b xa2 at-least 80 % every=quarter
	report xa1 2026-Q1 2026-04-20 x1#a=96/100 x1#b=10/10 x1#c=10/10
	report xa2 2026-Q1 2026-04-20 x2#a=1/1 han=30/40 x2#b=0/30`)
	for _, plan := range p.Plans[1:] {
		for i, above := range []string{"t#han", "t#so", "t#ngay"} {
			if i < len(plan.Targets) {
				plan.Targets[i].Aligns = portal.IDs{above}
			}
		}
	}
	p.Plans[0].Issuer = portal.IDs{"tinh"}
	f := Figures(p, day(t, "2026-12-31"))
	for id, want := range map[string]string{
		"han":  "2026-Q1 126/140 of 2/2/2, 1 met 1 missed", // xa2 by its own answer
		"so":   "2026-Q1 10/40 of 2/2/2, 1 met 1 missed",
		"ngay": "none", // a figure of a quarter is none of a year
	} {
		if got := togetherText(f.Plans["t"].Together[id]); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	if got := f.Units["tinh"].Together; len(got) != 2 || got[0] != f.Plans["t"].Together["han"] {
		t.Errorf("the province sees %d", len(got))
	}
}

// A condition below counts for the one above that says the same, wherever it
// stands in its plan.
func TestConditionsBelowCountForThoseAlike(t *testing.T) {
	p := world(t, `
	unit tinh province -
	unit xa1 commune tinh
	unit xa2 commune tinh
	plan t - 2026 2026
	parts han tinh all-of at-least 90 %; at-least 2 lần
	plan x1 - 2026 2026
	parts a xa1 all-of at-least 1 lần; at-least 95 %
	plan x2 - 2026 2026
	parts b xa2 all-of at-least 90 %; at-least 2 mô_hình
	report xa1 2026-Q1 2026-04-20 a.1=3 a.2=19/20
	report xa2 2026-Q1 2026-04-20 b.1=7/10 b.2=9`)
	for _, plan := range p.Plans[1:] {
		plan.Targets[0].Aligns = portal.IDs{"t#han"}
	}
	f := Figures(p, day(t, "2026-12-31"))
	if got, want := togetherText(f.Plans["t"].Together["han"]), "2026-Q1 [26/30 of 2][3 of 1]/2/2, 1 met 1 missed"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// The share of all is the sum of the parts over the sum of the wholes, whoever
// reports.
func TestTheShareOfAllIsOfSums(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		n := 2 + random.IntN(6)
		var members []string
		var reports strings.Builder
		var part, whole int64
		for i := range n {
			id := fmt.Sprintf("xa%d", i)
			members = append(members, id)
			fmt.Fprintf(&reports, "unit %s commune -\n", id)
			if i > 0 && random.IntN(4) == 0 {
				continue
			}
			of := 1 + random.Int64N(1000)
			did := random.Int64N(of + 1)
			part, whole = part+did, whole+of
			fmt.Fprintf(&reports, "report %s 2026-Q1 2026-04-20 han=%d/%d\n", id, did, of)
		}
		f := Figures(world(t, "plan t - 2026 2026\ntarget han nhom at-least 90 % every=quarter\nunit nhom group - members="+strings.Join(members, ",")+"\n"+reports.String()), day(t, "2026-12-31"))
		got := f.Plans["t"].Together["han"]
		if got.Figure.Numerator != vi.IntNumber(part) || got.Figure.Denominator != vi.IntNumber(whole) || got.Units != n {
			t.Fatalf("%s, want %d/%d of %d units", togetherText(got), part, whole, n)
		}
		if exact := vi.Percent(vi.IntNumber(part), vi.IntNumber(whole), 6); vi.Percent(got.Figure.Numerator, got.Figure.Denominator, 6) != exact {
			t.Fatalf("not %s%%", exact)
		}
	}
}

// Who tells nothing in the period of a sum is named with what it told before,
// those that missed the target first. A promise for a day is told for good.
func TestWhoIsAbsentFromASum(t *testing.T) {
	f := Figures(world(t, `
	unit xa1 commune -
	unit xa2 commune -
	unit xa3 commune -
	unit xa4 commune -
	unit xa5 commune -
	unit cac-xa group - members=xa1,xa2,xa3,xa4,xa5
	plan t - 2026 2026
	target sach cac-xa none every=quarter
	target xong cac-xa at-least 100 % by=2026-03-31
	report xa1 2026-Q1 2026-04-01 sach=0 xong=5/5
	report xa1 2026-Q2 2026-07-01 sach=0
	report xa2 2026-Q1 2026-04-01 sach=0 xong=4/4
	report xa2 2026-Q2 2026-07-01 sach=0
	report xa4 2026-Q1 2026-04-01 sach=0
	report xa5 2026-Q1 2026-04-01 sach=1 xong=3/4`), day(t, "2026-12-31"))
	for _, test := range []struct{ target, sum, day, absent string }{
		{"sach", "2026-Q2 0 of 2/2/5, 2 met 0 missed", "", " xa5:missed xa4:met xa3:-"},
		{"xong", "2026-Q2 12/13 of 3/3/5, 2 met 1 missed", "2026-03-31", " xa3:- xa4:-"},
	} {
		sum := f.Plans["t"].Together[test.target]
		var absent string
		for _, a := range sum.Absent {
			state := "-"
			if a.Last != nil {
				state = string(a.Last.State)
			}
			absent += " " + a.Unit + ":" + state
		}
		if got := togetherText(sum); got != test.sum || absent != test.absent || sum.Day.String() != test.day || sum.MoreAbsent() != 0 {
			t.Errorf("%s: %s, of %q, without%s and %d", test.target, got, sum.Day, absent, sum.MoreAbsent())
		}
	}
}
