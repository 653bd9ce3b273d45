package vi

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func number(t *testing.T, s string) Number {
	t.Helper()
	n, err := ParseNumber(s)
	if s != "" && err != nil {
		t.Fatal(err)
	}
	return n
}

func TestNumberIsWrittenThreeWays(t *testing.T) {
	for _, tt := range []struct{ promise, in, canonical, format, formal string }{
		{"a whole number", "95", "95", "95", "95"},
		{"a leading zero is the official habit", "02", "2", "2", "02"},
		{"many leading zeros", "0007", "7", "7", "07"},
		{"zero takes no zero", "0", "0", "0", "0"},
		{"ten takes no zero", "10", "10", "10", "10"},
		{"a comma", "99,5", "99.5", "99,5", "99,5"},
		{"a point", "99.5", "99.5", "99,5", "99,5"},
		{"a fraction takes no zero", "1,5", "1.5", "1,5", "1,5"},
		{"a fraction that is none", "2,0", "2", "2", "02"},
		{"two decimals", "1500.25", "1500.25", "1.500,25", "1.500,25"},
		{"four decimals", "0,1250", "0.1250", "0,125", "0,125"},
		{"zeros after the mark", "1,0050", "1.0050", "1,005", "1,005"},
		{"a minus", "-1234.5", "-1234.5", "-1.234,5", "-1.234,5"},
		{"minus one takes no zero", "-1", "-1", "-1", "-1"},
		{"no minus zero", "-0,0", "0", "0", "0"},
		{"thousands", "1500", "1500", "1.500", "1.500"},
		{"three digits", "150", "150", "150", "150"},
		{"fifteen digits", "999999999999999", "999999999999999", "999.999.999.999.999", "999.999.999.999.999"},
		{"fifteen digits with a mark", "-0.99999999999999", "-0.99999999999999", "-0,99999999999999", "-0,99999999999999"},
		{"no number", "", "", "", ""},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			n := number(t, tt.in)
			got := []string{n.String(), n.Format(), n.Formal()}
			if diff := cmp.Diff([]string{tt.canonical, tt.format, tt.formal}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseNumberRefuses(t *testing.T) {
	for _, tt := range []struct {
		promise, in string
		ambiguous   bool
	}{
		{"three digits after a point", "1.500", true},
		{"three digits after a comma", "1,500", true},
		{"three digits after a leading zero", "0,125", true},
		{"three digits at the limit", "123456789012.345", true},
		{"two marks", "1.234,5", false},
		{"two equal marks", "1.500.000", false},
		{"a mark in front", ".5", false},
		{"a mark at the end", "5.", false},
		{"a minus alone", "-", false},
		{"two minuses", "--5", false},
		{"a mark after a minus", "-.5", false},
		{"a plus", "+5", false},
		{"a per cent sign", "95%", false},
		{"an exponent", "1e3", false},
		{"a space inside", "1 500", false},
		{"a space around", " 5", false},
		{"other digits", "５", false},
		{"sixteen digits", "1234567890123456", false},
		{"sixteen digits, most of them zeros", "0000000000000001", false},
		{"sixteen digits with a mark", "123456789012345.6", false},
		{"words", "không", false},
		{"nothing", "", false},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			n, err := ParseNumber(tt.in)
			var wrong *NumberError
			if !errors.As(err, &wrong) || n.IsSet() {
				t.Fatalf("ParseNumber(%q) = %v, %v", tt.in, n, err)
			}
			if want := (NumberError{tt.in, tt.ambiguous}); *wrong != want {
				t.Errorf("got %+v, want %+v", *wrong, want)
			}
		})
	}
}

func TestNoNumberIsNotZero(t *testing.T) {
	none, zero := Number{}, IntNumber(0)
	if none.IsSet() || !zero.IsSet() || none == zero || none.Compare(zero) != -1 {
		t.Error("no number looks like 0")
	}
	if !math.IsNaN(none.Float()) || zero.Float() != 0 {
		t.Errorf("as floats they are %v and %v", none.Float(), zero.Float())
	}
	if none.Add(zero).IsSet() || zero.Add(none).IsSet() {
		t.Error("a sum with no number is a number")
	}
	if none.Sign() != 0 || none.Compare(Number{}) != 0 {
		t.Error("no number has a sign or differs from itself")
	}
}

func TestEqualNumbersAreIdentical(t *testing.T) {
	for _, s := range []string{"02", "2,0", "2.00", "2.0000"} {
		if got := number(t, s); got != IntNumber(2) || !got.Equal(IntNumber(2)) {
			t.Errorf("%s is not 2 but %v", s, got)
		}
	}
}

func TestCompareNumbersByValue(t *testing.T) {
	var want []Number
	for _, s := range []string{"", "-999999999999999", "-1.5", "-1.2", "-0.5", "-0.00000000000001", "0", "0.00000000000001", "0.5", "0.55", "1", "9", "10", "99.99999999", "100", "999999999999999"} {
		want = append(want, number(t, s))
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Number.Compare)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSign(t *testing.T) {
	for s, want := range map[string]int{"-0.5": -1, "-0": 0, "0,00": 0, "0.01": 1} {
		if got := number(t, s).Sign(); got != want {
			t.Errorf("Sign of %s = %d, want %d", s, got, want)
		}
	}
}

func TestAddIsExact(t *testing.T) {
	for _, tt := range []struct{ promise, a, b, want string }{
		{"whole numbers", "2", "40", "42"},
		{"decimals that floats get wrong", "0.1", "0.2", "0.3"},
		{"different scales", "1.25", "10", "11.25"},
		{"a scale that goes away", "0.75", "1.25", "2"},
		{"opposites", "-1.5", "1.5", "0"},
		{"three decimals, written with four", "0.1", "0.0250", "0.1250"},
		{"a sum that just fits", "999999999999998", "1", "999999999999999"},
		{"a sum that does not fit", "999999999999999", "1", ""},
		{"a negative sum that does not fit", "-999999999999999", "-1", ""},
		{"too many digits in all", "999999999999999", "0.1", ""},
		{"far too many digits in all", "999999999999999", "0.00000000000001", ""},
		{"far too many digits in all, negative", "0.00000000000001", "-999999999999999", ""},
		{"a large term nearly cancelled", "100000000000000", "-0.1", "99999999999999.9"},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			a, b := number(t, tt.a), number(t, tt.b)
			if got := a.Add(b).String(); got != tt.want {
				t.Errorf("%s + %s = %q, want %q", tt.a, tt.b, got, tt.want)
			}
			if a.Add(b) != b.Add(a) {
				t.Errorf("%v + %v is not commutative", a, b)
			}
		})
	}
}

func TestIntNumberHoldsFifteenDigits(t *testing.T) {
	for n, want := range map[int64]string{
		7: "7", -40: "-40", 999999999999999: "999999999999999", 1000000000000000: "",
		math.MaxInt64: "", math.MinInt64: "",
	} {
		if got := IntNumber(n).String(); got != want {
			t.Errorf("IntNumber(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestNumberInJSON(t *testing.T) {
	in := map[string]Number{"a": number(t, "1500,5"), "b": {}, "c": number(t, "0.1250")}
	data, err := json.Marshal(in)
	if want := `{"a":1500.5,"b":null,"c":0.1250}`; string(data) != want || err != nil {
		t.Fatalf("got %s, %v, want %s", data, err, want)
	}
	var out map[string]Number
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, out); diff != "" {
		t.Error(diff)
	}
}

func TestJSONDecimalsAreNotAmbiguous(t *testing.T) {
	var n Number
	if err := json.Unmarshal([]byte("1.125"), &n); err != nil || n != number(t, "1.1250") {
		t.Errorf("got %v, %v", n, err)
	}
	for _, data := range []string{`"5"`, `1e3`, `12345678901234567`, `123456789012.345`, `true`, `[]`} {
		n := IntNumber(1)
		if err := json.Unmarshal([]byte(data), &n); err == nil || n != IntNumber(1) {
			t.Errorf("%s: %v, %v", data, n, err)
		}
	}
}

func TestNumberInTextMayBeEmpty(t *testing.T) {
	n := IntNumber(5)
	if err := n.UnmarshalText(nil); err != nil || n.IsSet() {
		t.Errorf("got %v, %v", n, err)
	}
	if err := n.UnmarshalText([]byte("1.500")); err == nil {
		t.Error("an ambiguous text was read")
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"95", "-0,5", "1.500", "0.1250", "123456789012.345", "99999999999999,9", "-", "1e5", "000"} {
		f.Add(s, "0.1")
	}
	f.Fuzz(func(t *testing.T, s, s2 string) {
		n, err := ParseNumber(s)
		if err != nil {
			var wrong *NumberError
			if !errors.As(err, &wrong) || wrong.Text != s || n.IsSet() {
				t.Fatalf("ParseNumber(%q) = %v, %v", s, n, err)
			}
			return
		}
		checkNumber(t, n, s)
		m, err := ParseNumber(s2)
		if err != nil {
			return
		}
		if got, want := n.Compare(m), rational(s).Cmp(rational(s2)); got != want {
			t.Errorf("%s compared with %s is %d, want %d", s, s2, got, want)
		}
		exact := new(big.Rat).Add(rational(s), rational(s2))
		if sum := n.Add(m); sum.IsSet() {
			checkNumber(t, sum, exact.FloatString(maxDigits))
		} else if back, err := ParseNumber(strings.TrimSuffix(strings.TrimRight(exact.FloatString(maxDigits), "0"), ".")); err == nil {
			t.Errorf("%s + %s = none, want %v", s, s2, back)
		}
	})
}

// checkNumber checks everything that n, read from text, writes.
func checkNumber(t *testing.T, n Number, text string) {
	t.Helper()
	if !n.IsSet() {
		t.Fatalf("%q is no number", text)
	}
	if rational(n.String()).Cmp(rational(text)) != 0 {
		t.Errorf("%q writes itself %s", text, n)
	}
	if back, err := ParseNumber(n.String()); back != n || err != nil {
		t.Errorf("%q writes itself %s, which reads as %v, %v", text, n, back, err)
	}
	if local := strings.NewReplacer(".", "", ",", ".").Replace(n.Format()); rational(local).Cmp(rational(text)) != 0 {
		t.Errorf("%q is shown as %s", text, n.Format())
	}
	if want, _ := rational(text).Float64(); n.Float() != want {
		t.Errorf("%q as a float is %v, want %v", text, n.Float(), want)
	}
	if text, err := n.MarshalText(); string(text) != n.String() || err != nil {
		t.Errorf("%v as text is %q, %v", n, text, err)
	}
	data, err := json.Marshal(n)
	var back Number
	if err != nil || json.Unmarshal(data, &back) != nil || back != n {
		t.Errorf("%q in JSON is %s, %v, read back as %v", text, data, err, back)
	}
}

// rational reads what ParseNumber reads by another way.
func rational(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(strings.Replace(s, ",", ".", 1))
	if !ok {
		panic(s)
	}
	return r
}

func ExampleParseNumber() {
	n, _ := ParseNumber("1234,5")
	fmt.Println(n, n.Format())
	n, _ = ParseNumber("02")
	fmt.Println(n, n.Formal())
	_, err := ParseNumber("1.500")
	fmt.Println(err)
	// Output:
	// 1234.5 1.234,5
	// 2 02
	// "1.500" is ambiguous: three digits after a mark may be thousands or decimals
}

func BenchmarkParseNumber(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseNumber("-1234567,85"); err != nil {
			b.Fatal(err)
		}
	}
}

func TestProductsAndShares(t *testing.T) {
	n := func(text string) Number {
		if text == "" {
			return Number{}
		}
		number, err := ParseNumber(text)
		if err != nil {
			t.Fatal(err)
		}
		return number
	}
	for _, test := range []struct {
		a, b, c, d string
		want       int
	}{
		{"190", "100", "95", "200", 0},
		{"189", "100", "95", "200", -1},
		{"1", "100", "33,3333", "3", 1},
		{"-2", "3", "0", "1", -1},
		{"-2", "-3", "5", "1", 1},
		{"999999999999999", "999999999999999", "999999999999998", "999999999999999", 1},
		{"0,00000000000001", "0,00000000000001", "0", "1", 1},
		{"", "1", "0", "1", -1},
		{"0", "1", "1", "", 1},
		{"", "1", "1", "", 0},
	} {
		if got := CompareProducts(n(test.a), n(test.b), n(test.c), n(test.d)); got != test.want {
			t.Errorf("%s·%s and %s·%s: %d, want %d", test.a, test.b, test.c, test.d, got, test.want)
		}
		if got := CompareProducts(n(test.c), n(test.d), n(test.a), n(test.b)); got != -test.want {
			t.Errorf("%s·%s and %s·%s: %d, want %d", test.c, test.d, test.a, test.b, got, -test.want)
		}
	}
	for _, test := range []struct {
		part, whole string
		decimals    int
		want        string
	}{
		{"188", "200", 0, "94"},
		{"1", "3", 1, "33.3"},
		{"2", "3", 1, "66.7"},
		{"1", "3", 6, "33.333333"},
		{"1", "8", 1, "12.5"},
		{"1", "16", 1, "6.3"},
		{"-1", "16", 1, "-6.3"},
		{"0", "5", 1, "0"},
		{"5", "0", 1, ""},
		{"", "5", 1, ""},
		{"5", "", 1, ""},
		{"2,5", "10", 0, "25"},
		{"999999999999999", "0,0000000001", 6, ""},
	} {
		if got := Percent(n(test.part), n(test.whole), test.decimals).String(); got != test.want {
			t.Errorf("%s of %s: %s, want %s", test.part, test.whole, got, test.want)
		}
	}
	for _, test := range []struct {
		n    string
		k    int64
		want string
	}{{"2", 13, "26"}, {"0,5", 2, "1"}, {"-2", 3, "-6"}, {"-2", -3, "6"}, {"999999999999999", 2, ""}, {"999999999999999", 1 << 62, ""}, {"", 2, ""}} {
		if got := n(test.n).Times(test.k).String(); got != test.want {
			t.Errorf("%s · %d = %s, want %s", test.n, test.k, got, test.want)
		}
	}
}

func TestSuggestNumber(t *testing.T) {
	for in, want := range map[string]string{
		"1.234,5": "1234,5", "1,234.5": "1234.5", "1.234.567": "1234567", "1,234,567": "1234567", "-1.234.567,25": "-1234567,25",
		"12 345": "12345", "1 234 567,5": "1234567,5", "1.234,567": "1234,5670", "1.234.567,8": "1234567,8",
		"1.500": "", "95": "", "12 lần": "", "1.23.456": "", "1.234.56": "", "1.234,5.6": "", "": "", "1.000.000.000.000.000": "",
	} {
		if got := SuggestNumber(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
