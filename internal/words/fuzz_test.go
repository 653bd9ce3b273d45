package words

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFill puts arbitrary arguments into arbitrary texts. An argument is shown
// as it is, and what is shown cannot steer a terminal.
func FuzzFill(f *testing.F) {
	f.Add("không có “{1}” ở {2}", "a", "{1}")
	f.Add("{9}{0}{-1}{x}{", "a", "")
	f.Add("{1", "}", "{2}")
	f.Add("{1}{1}{01}{+2}", "\x1b[31m", "\u202e")
	f.Fuzz(func(t *testing.T, text, a, b string) {
		filled, complete := Fill(text, a, b)
		if !strings.Contains(text, "{") && filled != text {
			t.Errorf("%q became %q", text, filled)
		}
		if strings.Contains(text, "{1}") && !strings.Contains(filled, a) {
			t.Errorf("%q lacks %q", filled, a)
		}
		if strings.Contains(text, "{3}") && complete {
			t.Errorf("%q is complete", text)
		}
		for _, r := range Printable(filled) {
			if r < ' ' || r >= 0x7f && r <= 0x9f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
				t.Errorf("%q in %q", r, filled)
			}
		}
		if utf8.ValidString(filled) && utf8.RuneCountInString(Printable(filled)) != utf8.RuneCountInString(filled) {
			t.Errorf("%q lost characters", filled)
		}
	})
}
