package portal

import (
	"testing"

	"thidua/internal/vi"
)

func TestTargetsAreCountedBySort(t *testing.T) {
	percent := Measure{Kind: AtLeast, Value: vi.IntNumber(95), Unit: "%"}
	none := Measure{Kind: None}
	plan := &Plan{Targets: []Target{
		{Measure: percent},
		{Measure: none},
		{Measure: Measure{Kind: AllOf, Parts: []Measure{none, percent}}},
		{Measure: Measure{Kind: AllOf, Parts: []Measure{none, none}}},
		{Measure: Measure{Kind: Retain}},
		{Measure: Measure{Kind: Qualitative}},
	}}
	if got, want := plan.Count(), (TargetCount{All: 6, Numbered: 2, Zero: 2, Unnumbered: 2}); got != want {
		t.Errorf("Count() = %+v, want %+v", got, want)
	}
	sample := &Plan{Record: Record{Sample: true}, Targets: plan.Targets}
	if got, want := (&Portal{Plans: []*Plan{plan, sample}}).TargetCount(), plan.Count(); got != want {
		t.Errorf("TargetCount() = %+v, want %+v: samples do not count", got, want)
	}
}

func TestAmountIsWrittenAsDocumentsWriteIt(t *testing.T) {
	for _, c := range []struct {
		measure Measure
		want    string
	}{
		{Measure{}, ""},
		{Measure{Value: vi.IntNumber(5), Unit: "%"}, "5%"},
		{Measure{Value: vi.IntNumber(2), Unit: "lần"}, "02 lần"},
		{Measure{Value: vi.IntNumber(1500)}, "1.500"},
	} {
		if got := c.measure.Amount(); got != c.want {
			t.Errorf("Amount() = %q, want %q", got, c.want)
		}
	}
}
