package portal

import (
	"testing"

	"thidua/internal/vi"
)

func TestAPercentageStandsOnItsSideOfTheBound(t *testing.T) {
	n := func(text string) (n vi.Number) {
		if err := n.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, test := range []struct {
		unit, bound, part, whole, want string
	}{
		{"phần trăm", "95", "188", "200", "94%"},
		{"%", "95", "0", "0", ""},
		{"%", "95", "188", "200", "94%"},
		{"%", "95", "9496", "10000", "94,96%"},
		{"%", "95", "94996", "100000", "94,996%"},
		{"%", "95", "2", "3", "66,7%"},
		{"%", "95", "19", "20", "95%"},
		{"%", "5", "50004", "1000000", "5,0004%"},
		{"%", "", "1", "3", "33,3%"},
		{"% hộ", "95", "1", "2", "50%"},
		{"lần", "1", "1880", "2000", "1.880/2.000"},
		{"lần", "1", "3", "", "3 lần"},
		{"", "", "3", "", "3"},
		{"%", "95", "97,5", "", "97,5%"},
		{"%", "95", "", "", ""},
	} {
		m := Measure{Unit: test.unit, Value: n(test.bound)}
		f := Figure{Numerator: n(test.part), Denominator: n(test.whole)}
		if test.whole == "" {
			f = Figure{Value: n(test.part)}
		}
		if got := m.Say(f); got != test.want {
			t.Errorf("%s of %s against %s %s: %q, want %q", test.part, test.whole, test.bound, test.unit, got, test.want)
		}
	}
}

func TestAFigureThatIsNoPercentage(t *testing.T) {
	one := vi.IntNumber
	for _, test := range []struct {
		measure Measure
		figure  Figure
		want    string
	}{
		{Measure{Kind: LessThanPrevious, Unit: "%", Value: one(10)}, Figure{Value: one(90)}, "90"}, // it should fall by 10%
		{Measure{Kind: LessThanPrevious, Unit: "%", Value: one(10)}, Figure{Numerator: one(5), Denominator: one(100)}, "5/100"},
		{Measure{Kind: LessThanPrevious, Unit: "vụ", Value: one(2)}, Figure{Value: one(90)}, "90 vụ"},
		{Measure{Kind: AtLeast, Unit: "%", Value: one(90), Each: "xóm"}, Figure{Numerator: one(11), Denominator: one(12)}, "11/12"}, // that many kept it
	} {
		if got := test.measure.Say(test.figure); got != test.want {
			t.Errorf("%+v: %q, want %q", test.measure, got, test.want)
		}
	}
}

func TestWhatIsDrawnAsABar(t *testing.T) {
	one := vi.IntNumber
	for _, test := range []struct {
		name    string
		measure Measure
		figure  Figure
		want    *Bar
	}{
		{"a share", Measure{Kind: AtLeast, Unit: "%", Value: one(95)}, Figure{Numerator: one(1), Denominator: one(3)}, &Bar{"33.33", "95"}},
		{"more than all", Measure{Kind: AtLeast, Unit: "%", Value: one(120)}, Figure{Value: one(130)}, &Bar{"100", "100"}},
		{"each of several", Measure{Kind: AtLeast, Unit: "lần", Value: one(1), Each: "xóm"}, Figure{Numerator: one(1), Denominator: one(4)}, &Bar{"25", "100"}},
		{"each of several, in per cent", Measure{Kind: AtLeast, Unit: "%", Value: one(90), Each: "xóm"}, Figure{Numerator: one(1), Denominator: one(4)}, &Bar{"25", "100"}},
		{"nothing reported", Measure{Kind: AtLeast, Unit: "%", Value: one(95)}, Figure{}, nil},
		{"a count", Measure{Kind: AtLeast, Unit: "lần", Value: one(2)}, Figure{Value: one(1)}, nil},
		{"zero tolerance", Measure{Kind: None}, Figure{Numerator: one(0), Denominator: one(4)}, nil},
		{"of nothing", Measure{Kind: AtLeast, Unit: "%", Value: one(95)}, Figure{Numerator: one(0), Denominator: one(0)}, nil},
	} {
		s := Standing{Target: &Target{Measure: test.measure}, Verdict: Verdict{Figure: test.figure}}
		got := s.Bar()
		if (got == nil) != (test.want == nil) || got != nil && *got != *test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
