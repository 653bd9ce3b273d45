package vi

import (
	"strings"
	"unicode"
)

// OldEncoding finds text that was typed for the fonts of the time before Unicode
// (TCVN3 with .VnTime, VNI): programs that take it for Latin letters show
// "ThiÕu ngêi trùc" or "Thieáu ngöôøi tröïc". It returns where the first such
// word begins, in bytes; -1 where there are not at least two, as in foreign names.
func OldEncoding(text string) (offset int) {
	offset = -1
	words := 0
	for start := 0; start < len(text); {
		end := start + strings.IndexFunc(text[start:]+" ", unicode.IsSpace)
		if word := text[start:end]; oldWord(word) {
			if words++; words == 1 {
				offset = start
			}
			if words == 2 {
				return offset
			}
		}
		start = end + max(1, len(text[end:])-len(strings.TrimLeftFunc(text[end:], unicode.IsSpace)))
	}
	return -1
}

// oldWord reports whether no Vietnamese word has such letters next to each other.
func oldWord(word string) bool {
	var before rune
	for i, r := range word {
		if r >= 0x80 && r <= 0xff {
			next := rune(0)
			for _, after := range word[i+len(string(r)):] {
				next = after
				break
			}
			if oldPair(before, r, next) {
				return true
			}
		}
		before = r
	}
	return false
}

// oldPair reports whether a letter of Latin-1 stands where only an old font puts
// it.
func oldPair(before, r, next rune) bool {
	small := before >= 'a' && before <= 'z'
	letter := small || before >= 'A' && before <= 'Z'
	behind := func(vowels, marks string) bool {
		return strings.ContainsRune(vowels, before) && strings.ContainsRune(marks, r)
	}
	switch {
	case strings.ContainsRune("¨¬µ¶¸", r): // TCVN3: ă ơ à ả á
		return letter
	case strings.ContainsRune("©ª«®¹", r): // TCVN3: â ê ô đ ạ; elsewhere signs behind a word
		return (letter || r == '®') && unicode.IsLetter(next)
	case r >= 'Æ' && r <= 'Þ' && r != '×' && small: // TCVN3: small letters in the places of capitals
		return true
	case r == 'ñ': // TCVN3: ủ; VNI: đ
		return letter && !strings.ContainsRune("aeiouyAEIOUY", before) || before == 0 && strings.ContainsRune("aeiouyôöáàéèòóùìí", next)
	}
	// VNI writes marks behind their vowel, where no Vietnamese letter follows.
	return behind("aeouyôöAEOUYÔÖ", "øûïåäëüØÛÏÅÄËÜ") || behind("aA", "áàâãéèêúùõÁÀÂÃÉÈÊÚÙÕ") ||
		behind("eE", "áàâãùõÁÀÂÃÙÕ") || behind("oO", "ùõÙÕ") || behind("öÖ", "ôùõÔÙÕ")
}
