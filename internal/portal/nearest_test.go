package portal_test

import (
	"testing"

	"thidua/internal/portal"
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
