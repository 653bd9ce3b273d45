package load

import (
	"strings"
	"unicode"
)

// lostMarks reports whether a text is what Excel leaves of Vietnamese when it
// saves plain "CSV": "C? m?t v?n ??". Letters that the code page lacks become
// question marks, so that none of them is left, and words have them inside.
func lostMarks(text string) bool {
	if strings.IndexByte(text, '?') < 0 || strings.ContainsFunc(text, isMarked) {
		return false
	}
	inside, words := 0, 0
	for word := range strings.FieldsSeq(text) {
		if !strings.Contains(word, "?") || strings.ContainsAny(word, "/=&@") { // an address may have one
			continue
		}
		words++
		if bare := strings.TrimFunc(word, unicode.IsPunct); strings.Contains(bare, "?") {
			inside++
		}
	}
	return inside > 0 && words > 1
}

// lostName reports whether the name of a column is what is left of a Vietnamese
// one: "T? s?".
func lostName(name string) bool {
	return !strings.ContainsFunc(name, isMarked) && strings.Contains(name, "?") && strings.ContainsFunc(name, unicode.IsLetter)
}

// isMarked reports whether a letter is one that the code pages of Western Windows
// lack: where one is left, none was lost.
func isMarked(r rune) bool { return r > 0xff && unicode.IsLetter(r) }
