package check

import (
	"strings"
	"testing"

	"thidua/internal/portal"
)

func FuzzPraise(f *testing.F) {
	f.Add("vô cùng to lớn", "Kết quả **VÔ CÙNG** to lớn, vô cùng.")
	f.Add("100%", "đạt 100 %; 100% là")
	f.Add("", "\xff ,")
	f.Fuzz(func(t *testing.T, words, text string) {
		known := newPraise([]*portal.Wording{{Words: words}, {Words: "rực rỡ"}})
		last := -1
		for _, found := range known.in(text) {
			if found.offset <= last || found.offset >= len(text) {
				t.Errorf("found at %d after %d", found.offset, last)
			}
			last = found.offset
		}
		if start, end := nextWord(words, 0); start < end && words == strings.ToLower(words) && len(known.in(words)) == 0 {
			t.Errorf("%q does not find itself", words)
		}
	})
}
