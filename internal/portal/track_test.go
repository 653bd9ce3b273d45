package portal

import (
	"testing"

	"thidua/internal/vi"
)

func TestMeasuresOfOneFormAreAlike(t *testing.T) {
	measures := []Measure{
		{Kind: AtLeast, Unit: "%"}, {Kind: AtMost, Unit: "phần trăm"}, {Kind: AtLeast, Unit: "% hộ"}, {Kind: AtLeast, Unit: "Buổi"}, {Kind: AtLeast, Unit: "buổi"},
		{Kind: AtLeast, Unit: "buổi", Each: "xóm"}, {Kind: AtLeast, Unit: "buổi", Every: EveryMonth}, {Kind: AtLeast, Unit: "buổi", Cumulative: true},
		{Kind: LessThanPrevious, Unit: "%"}, {Kind: AllOf}, {Kind: AnyOf}, {Kind: None},
	}
	for _, a := range measures {
		for _, b := range measures {
			if (a.Form() == b.Form()) != a.Alike(b) {
				t.Errorf("%q and %q: alike %t", a.Form(), b.Form(), a.Alike(b))
			}
		}
	}
}

func TestAReportLeadsToThoseOfItsKindBesideIt(t *testing.T) {
	var u UnitFigures
	for _, text := range []string{"2026", "2026-Q3", "2026-H1", "2026-Q2", "2025-Q4"} { // the latest first
		period, err := vi.ParsePeriod(text)
		if err != nil {
			t.Fatal(err)
		}
		u.Reports = append(u.Reports, &Report{Period: period})
	}
	name := func(r *Report) string {
		if r == nil {
			return ""
		}
		return r.Period.String()
	}
	for i, want := range []string{" < 2026 < ", "2026-Q2 < 2026-Q3 < ", " < 2026-H1 < ", "2025-Q4 < 2026-Q2 < 2026-Q3", " < 2025-Q4 < 2026-Q2"} {
		b := u.Beside(u.Reports[i])
		if got := name(b.Before) + " < " + name(u.Reports[i]) + " < " + name(b.After); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
