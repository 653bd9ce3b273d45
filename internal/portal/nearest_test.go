package portal_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestNearest(t *testing.T) {
	units := []string{"xa-hung-nguyen-18001", "cong-an-xa-hung-nguyen-18001", "tinh-nghe-an-40", "xa-phu-thinh-05800"}
	fields := []string{"target", "numerator", "denominator", "value", "note", "owner"}
	clauses := []string{"I", "II", "III.1.d", "III.1.đ", "III.1.e", "V.1"}
	for _, test := range []struct {
		name  string
		known []string
		want  string
	}{
		{"xa-hung-nguyen-18010", units, "xa-hung-nguyen-18001"},
		{"xa-hung-nguyen", units, "xa-hung-nguyen-18001"},
		{"xã-hưng-nguyên-18001", units, "xa-hung-nguyen-18001"},
		{"Tỉnh-Nghệ-An-40", units, "tinh-nghe-an-40"},
		{"xa-hung", units, "xa-hung-nguyen-18001"},
		{"phuong-ba-dinh-00001", units, ""},
		{"vaule", fields, "value"},
		{"targets", fields, "target"},
		{"onwer", fields, "owner"},
		{"x", fields, ""},
		{"", fields, ""},
		{"III.1.f", clauses, "III.1.d"}, // the first of those that are as near
		{"iii.1.đ", clauses, ""},
		{"target", nil, ""},
	} {
		if got := portal.Nearest(test.name, test.known); got != test.want {
			t.Errorf("Nearest(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

// The short way through the table finds what the long way would.
func FuzzNearest(f *testing.F) {
	f.Add("xa-hung-nguyen", "xa-hugn-nguyen")
	f.Add("abcdef", "badcfe")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = string([]rune(a)), string([]rune(b)) // no broken letters
		if len(a) > 40 || len(b) > 40 || a != vi.Fold(a) {
			return
		}
		limit := min(1+utf8.RuneCountInString(a)/3, 6)
		want := ""
		if distance([]rune(a), []rune(b)) < limit || a != "" && strings.HasPrefix(b, a+"-") {
			want = b
		}
		if got := portal.Nearest(a, []string{b}); got != want {
			t.Errorf("Nearest(%q, %q) = %q, want %q", a, b, got, want)
		}
	})
}

// distance is the number of letters to insert, drop, change or exchange.
func distance(a, b []rune) int {
	switch {
	case len(a) == 0 || len(b) == 0:
		return len(a) + len(b)
	case a[0] == b[0]:
		return distance(a[1:], b[1:])
	}
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
		for j := range table[i] {
			switch {
			case i == 0 || j == 0:
				table[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				table[i][j] = table[i-1][j-1]
				continue
			}
			table[i][j] = 1 + min(table[i-1][j-1], table[i-1][j], table[i][j-1])
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				table[i][j] = min(table[i][j], 1+table[i-2][j-2])
			}
		}
	}
	return table[len(a)][len(b)]
}
