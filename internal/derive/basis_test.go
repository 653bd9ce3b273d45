package derive

import (
	"fmt"
	"testing"

	"thidua/internal/portal"
)

// A body whose place went on to report for it stands by the place's reports.
func TestBasis(t *testing.T) {
	f := Figures(world(t, `
	unit tinh province -
	unit xa commune tinh since=2026-01-01
	unit ca police xa
	plan k - 2026-01 2026-12
	target han ca at-least 95 % every=quarter
	target sach xa none every=quarter
	deadline bc xa every quarter 5 by covers=quarter to=tinh
	report ca 2026-Q1 2026-04-02 han=190/200
	report xa 2026-Q1 2026-04-05 sach=0
	report xa 2026-Q2 2026-06-15 han=195/200 sach=0
	report xa 2026-Q3 2026-09-04 han=195/200 sach=0`), day(t, "2026-12-01"))
	told := func(reports []*portal.Report) (words string) {
		for _, r := range reports {
			words += " " + r.ID
		}
		return words
	}
	police := f.Units["ca"]
	if got, want := told(police.Basis()), " xa/2026-Q3"; got != want {
		t.Errorf("stands by%s, want%s", got, want)
	}
	elsewhere := police.ToldBy(&portal.Unit{ID: "ca"})
	if len(elsewhere) != 1 || elsewhere[0].Unit != "xa" || told(elsewhere[0].Reports) != " xa/2026-Q3 xa/2026-Q2" {
		t.Errorf("told of elsewhere in %v", elsewhere)
	}
	if got := f.Units["xa"].ToldBy(&portal.Unit{ID: "xa"}); len(got) != 1 || told(got[0].Reports) != " ca/2026-Q1" {
		t.Errorf("the place is told of in %v", got)
	}
	for id, want := range map[string]int{"ca/2026-Q1": 0, "xa/2026-Q2": 10, "xa/2026-Q3": 0} {
		if got := f.Reports[id].DaysLate(); got != want {
			t.Error(fmt.Sprintf("%s is %d days late, want %d", id, got, want), f.Reports[id].Answers)
		}
	}
}
