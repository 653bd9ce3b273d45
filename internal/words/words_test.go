package words_test

import (
	"testing"

	"thidua/internal/words"
)

func TestFill(t *testing.T) {
	for _, test := range []struct {
		name, text string
		args       []any
		want       string
		complete   bool
	}{
		{"blanks in any order", "{2} của {1}", []any{"xã", 3}, "3 của xã", true},
		{"a blank inside an argument stays", "“{1}” và “{2}”", []any{"a{2}", "b"}, "“a{2}” và “b”", true},
		{"an empty argument", "Có phải “{1}”?", []any{""}, "Có phải “”?", false},
		{"a missing argument", "{1} {2}", []any{"một"}, "một ", false},
		{"braces that are no blanks", "{{if}} {x} { {1}", []any{"y"}, "{{if}} {x} { y", true},
		{"no blanks", "xong", nil, "xong", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, complete := words.Fill(test.text, test.args...)
			if got != test.want || complete != test.complete {
				t.Errorf("%q %v, want %q %v", got, complete, test.want, test.complete)
			}
		})
	}
}

func TestPrintable(t *testing.T) {
	if got := words.Printable("a\x1b[31mđỏ\u202e\nb\u0085"); got != "a [31mđỏ  b " {
		t.Errorf("%q", got)
	}
}
