package vi

import "strings"

var romanDigits = []struct {
	value int
	text  string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"},
	{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
	{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}

// Roman returns n, 1 to 3999, as a Roman numeral in upper case, the number of a
// part, section or quarter; "" for any other n.
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, d := range romanDigits {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.text)
		}
	}
	return b.String()
}

// ParseRoman returns the value of s if [Roman] writes it so: upper case, IV and
// not IIII.
func ParseRoman(s string) (n int, ok bool) {
	rest := s
	for _, d := range romanDigits {
		for strings.HasPrefix(rest, d.text) {
			n += d.value
			rest = rest[len(d.text):]
		}
	}
	if rest != "" || s == "" || Roman(n) != s {
		return 0, false
	}
	return n, true
}
