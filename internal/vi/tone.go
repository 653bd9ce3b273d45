package vi

import (
	"unicode"
	"unicode/utf8"
)

// A glide is the end of an open syllable (oa, oe, uy) whose tone stands on the
// second letter in the new style and on the first in the old one.
type glide struct {
	first rune // the letter that must stand before: o or u
	toned rune // the same letter carrying the tone
	bare  rune // the second letter without the tone
}

var glides = map[rune]glide{
	'à': {'o', 'ò', 'a'}, 'ả': {'o', 'ỏ', 'a'}, 'ã': {'o', 'õ', 'a'}, 'á': {'o', 'ó', 'a'}, 'ạ': {'o', 'ọ', 'a'},
	'è': {'o', 'ò', 'e'}, 'ẻ': {'o', 'ỏ', 'e'}, 'ẽ': {'o', 'õ', 'e'}, 'é': {'o', 'ó', 'e'}, 'ẹ': {'o', 'ọ', 'e'},
	'ỳ': {'u', 'ù', 'y'}, 'ỷ': {'u', 'ủ', 'y'}, 'ỹ': {'u', 'ũ', 'y'}, 'ý': {'u', 'ú', 'y'}, 'ỵ': {'u', 'ụ', 'y'},
}

// oldTones returns s, which must be in form C, with the tones of open syllables
// where the old style puts them: hoà → hòa, uỷ ban → ủy ban. It is for comparing
// only; the spelling of a document is never changed. Syllables that both styles
// write alike (hoàn, quý) stay.
func oldTones(s string) string {
	var b []byte
	done := 0 // bytes of s already in b
	for i, r := range s {
		if r < utf8.RuneSelf {
			continue
		}
		g, ok := glides[unicode.ToLower(r)]
		if !ok {
			continue
		}
		first, n := utf8.DecodeLastRuneInString(s[:i])
		if unicode.ToLower(first) != g.first {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i-n])
		if g.first == 'u' && unicode.ToLower(before) == 'q' {
			continue
		}
		end := i + utf8.RuneLen(r)
		if after, _ := utf8.DecodeRuneInString(s[end:]); unicode.In(after, unicode.L, unicode.M) {
			continue
		}
		b = append(b, s[done:i-n]...)
		b = utf8.AppendRune(b, likeCase(g.toned, first))
		b = utf8.AppendRune(b, likeCase(g.bare, r))
		done = end
	}
	if done == 0 {
		return s
	}
	return string(append(b, s[done:]...))
}

// likeCase returns r in the case of model.
func likeCase(r, model rune) rune {
	if unicode.IsUpper(model) {
		return unicode.ToUpper(r)
	}
	return r
}
