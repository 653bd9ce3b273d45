package derive

import (
	"strings"
	"testing"

	"thidua/internal/portal"
)

func TestCorrections(t *testing.T) {
	f := Figures(world(t, `
	unit xa commune -
	unit ca police xa
	unit so office -
	plan k - 2026 2030
	target han ca at-least 95 %
	target sach xa none
	plan m - 2026 2030
	target han xa none
	target sach so none
	report xa 2026-Q1 2026-04-05 k#han=190/200 sach=0
	report xa 2026-Q2 2026-07-05 k#han=190/200 m#han=0 sach=0
	report so 2026-Q2 2026-07-05 sach=0
	correct xa 2026-Q1 han 2026-05-01 Một
	correct xa 2026-Q1 sach 2026-06-01 Hai
	correct xa 2026-Q1 k#han 2026-06-01 Ba
	correct xa 2026-Q2 m#han 2026-08-01 Bốn
	correct so 2026-Q2 sach 2026-06-01 Năm
	correct so 2026-Q2 khac 2026-09-01 Sáu`), day(t, "2026-12-31"))
	told := func(all []portal.CorrectedReport) string {
		var words []string
		for _, c := range all {
			words = append(words, c.Correction.Why)
			if c.Target == nil || c.Plan == nil || c.Target.ID != c.Correction.Target {
				t.Errorf("%s is of %v", c.Correction.Why, c.Target)
			}
		}
		return strings.Join(words, " ")
	}
	for name, test := range map[string]struct {
		got  []portal.CorrectedReport
		want string
	}{
		"all, the newest first":         {f.Corrections, "Bốn Năm Hai Ba Một"},
		"of a plan":                     {f.Plans["k"].Corrections, "Hai Ba Một"},
		"of the plan named":             {f.Plans["m"].Corrections, "Bốn Năm"},
		"of the unit that reported":     {f.Units["xa"].Corrections, "Bốn Hai Ba Một"},
		"of the body that promised":     {f.Units["ca"].Corrections, "Ba Một"},
		"of a unit that does it itself": {f.Units["so"].Corrections, "Năm"},
	} {
		if got := told(test.got); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
	for _, s := range f.Reports["xa/2026-Q1"].Standings {
		var words []string
		for _, c := range s.Corrected {
			words = append(words, c.Why)
		}
		if got, want := strings.Join(words, " "), map[string]string{"k#han": "Ba Một", "k#sach": "Hai", "m#han": ""}[s.Plan.ID+"#"+s.Target.ID]; got != want {
			t.Errorf("%s#%s was corrected by %s, want %s", s.Plan.ID, s.Target.ID, got, want)
		}
	}
	if latest := f.Plans["k"].Progress["han"][0]; len(latest.Cells[0].Corrected) != 2 || len(latest.Latest.Corrected) != 0 {
		t.Error("a corrected cell is that of its report")
	}
}

// What adds up the figures of several periods rests on what was corrected in any
// of them; a figure that stands alone only on its own.
func TestCorrectedFigures(t *testing.T) {
	f := Figures(world(t, `
	unit xa commune -
	plan k - 2026-01 2026-12
	target cong xa at-least 40 việc
	target rieng xa at-least 1 việc every=quarter
	report xa 2026-Q1 2026-04-05 cong=10 rieng=1
	report xa 2026-Q2 2026-07-05 cong=12 rieng=2
	report xa 2026-Q3 2026-10-05 cong=9 rieng=3
	correct xa 2026-Q2 cong 2026-07-10 Một
	correct xa 2026-Q2 rieng 2026-07-11 Hai
	correct xa 2026-Q1 cong 2026-08-01 Ba`), day(t, "2026-12-31"))
	for _, test := range []struct{ target, period, want string }{
		{"cong", "2026-Q1", "Ba"},
		{"cong", "2026-Q2", "Ba Một"},
		{"cong", "2026-Q3", "Ba Một"},
		{"rieng", "2026-Q1", ""},
		{"rieng", "2026-Q2", "Hai"},
		{"rieng", "2026-Q3", ""},
	} {
		var words []string
		for _, c := range f.Plans["k"].Progress[test.target][0].At(period(t, test.period)).CorrectedFigures() {
			words = append(words, c.Correction.Why)
		}
		if got := strings.Join(words, " "); got != test.want {
			t.Errorf("%s in %s rests on %q, want %q", test.target, test.period, got, test.want)
		}
	}
}
