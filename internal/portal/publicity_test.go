package portal

import (
	"testing"

	"thidua/internal/vi"
)

// What is repealed, or not known to be in force, is never told as in force.
func TestALawIsInForceOnlyWhereThatIsKnown(t *testing.T) {
	day := vi.NewDate
	for _, test := range []struct {
		name      string
		reference LegalReference
		on        vi.Date
		want      LegalState
	}{
		{"known", LegalReference{From: day(2018, 7, 1)}, day(2026, 11, 22), InForce},
		{"its first day", LegalReference{From: day(2018, 7, 1)}, day(2018, 7, 1), InForce},
		{"the day before", LegalReference{From: day(2018, 7, 1)}, day(2018, 6, 30), NotYetInForce},
		{"no first day", LegalReference{}, day(2026, 11, 22), LegalUnverified},
		{"doubted", LegalReference{From: day(2018, 7, 1), Unverified: "?"}, day(2026, 11, 22), LegalUnverified},
		{"the day before its end", LegalReference{From: day(2022, 8, 15), RepealedOn: day(2026, 7, 1)}, day(2026, 6, 30), InForce},
		{"its end", LegalReference{From: day(2022, 8, 15), RepealedOn: day(2026, 7, 1)}, day(2026, 7, 1), Repealed},
		{"ended and doubted", LegalReference{RepealedOn: day(2026, 7, 1), Unverified: "?"}, day(2026, 7, 1), Repealed},
		{"some day of the year of its end", LegalReference{From: day(2018, 7, 1), RepealedOn: vi.Date{Year: 2026}}, day(2026, 3, 1), Repealed},
		{"some day of the year in which it begins", LegalReference{From: vi.Date{Year: 2026}}, day(2026, 3, 1), NotYetInForce},
	} {
		if got := test.reference.StateOn(test.on); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestATargetDisclosesByItselfOrByAPart(t *testing.T) {
	part := Measure{Kind: AllOf, Parts: []Measure{{Kind: AtLeast}, {Kind: Disclose}}}
	for kind, want := range map[*Target]bool{
		{Measure: Measure{Kind: Disclose}}: true,
		{Measure: part}:                    true,
		{Measure: Measure{Kind: AtLeast}}:  false,
	} {
		if kind.Discloses() != want {
			t.Errorf("%v: %t", kind.Measure, !want)
		}
	}
}
