package vi

import (
	"fmt"
	"testing"
)

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{
		1: "I", 3: "III", 4: "IV", 8: "VIII", 9: "IX", 13: "XIII", 14: "XIV", 40: "XL", 49: "XLIX",
		90: "XC", 399: "CCCXCIX", 2026: "MMXXVI", 3999: "MMMCMXCIX", 0: "", -1: "", 4000: "",
	} {
		if got := Roman(n); got != want {
			t.Errorf("Roman(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestParseRomanReadsWhatRomanWrites(t *testing.T) {
	for n := 1; n < 4000; n++ {
		if got, ok := ParseRoman(Roman(n)); got != n || !ok {
			t.Fatalf("ParseRoman(%q) = %d, %t", Roman(n), got, ok)
		}
	}
}

func TestParseRomanIsStrict(t *testing.T) {
	for _, s := range []string{"", "iv", "IIII", "VV", "IC", "IVI", "XVX", "I.", " I", "MMMM", "Ⅳ", "A", "VIV", "IXI"} {
		if n, ok := ParseRoman(s); n != 0 || ok {
			t.Errorf("ParseRoman(%q) = %d, %t", s, n, ok)
		}
	}
}

func FuzzRoman(f *testing.F) {
	f.Add("XIV", 14)
	f.Add("IIII", 399)
	f.Fuzz(func(t *testing.T, s string, n int) {
		if got, ok := ParseRoman(s); ok && Roman(got) != s || !ok && got != 0 {
			t.Errorf("ParseRoman(%q) = %d, %t", s, got, ok)
		}
		if s := Roman(n); s != "" {
			if got, ok := ParseRoman(s); got != n || !ok {
				t.Errorf("Roman(%d) = %q, read as %d, %t", n, s, got, ok)
			}
		}
	})
}

func ExampleRoman() {
	fmt.Println("quý", Roman(4))
	// Output: quý IV
}
