package check

import (
	"strings"
	"unicode/utf8"
)

// A glance tells by two bytes that a text cannot begin with any of some words,
// which most of it does not.
type glance [256][4]uint64

// learn takes in a word of at least one character, in small letters and
// capitals. What stands in the place of its second character may also be one of
// others.
func (g *glance) learn(word, others string) {
	first, size := utf8.DecodeRuneInString(word)
	for _, begin := range []string{string(first), strings.ToUpper(string(first))} {
		if len(begin) > 1 {
			g.know(begin[0], begin[1])
			continue
		}
		second, _ := utf8.DecodeRuneInString(word[size:])
		for _, follow := range string(second) + strings.ToUpper(string(second)) + others {
			g.know(begin[0], string(follow)[0])
		}
		if len(word) == size { // then anything may follow
			g[begin[0]] = [4]uint64{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}
		}
	}
}

func (g *glance) know(first, second byte) { g[first][second>>6] |= 1 << (second & 63) }

// may reports whether one of the words may begin at an offset of a text. The
// end of the text is like a space.
func (g *glance) may(text string, i int) bool {
	second := byte(' ')
	if i+1 < len(text) {
		second = text[i+1]
	}
	return g[text[i]][second>>6]>>(second&63)&1 != 0
}
