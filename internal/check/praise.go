package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/internal/portal"
)

// A praise knows the phrases of data/wording.yaml by their first word.
type praise struct {
	byFirst map[string][]phraseOf
	glance  glance
}

// A phraseOf is a phrase in small letters.
type phraseOf struct {
	words []string
	*portal.Wording
}

// An inflation is a phrase where a text has it.
type inflation struct {
	offset int
	*portal.Wording
}

func newPraise(list []*portal.Wording) *praise {
	known := &praise{byFirst: map[string][]phraseOf{}}
	for _, wording := range list {
		var words []string
		for start, end := nextWord(wording.Words, 0); start < end; start, end = nextWord(wording.Words, end) {
			words = append(words, strings.ToLower(wording.Words[start:end]))
		}
		if len(words) == 0 {
			continue
		}
		known.byFirst[words[0]] = append(known.byFirst[words[0]], phraseOf{words, wording})
		known.glance.learn(words[0], "")
	}
	return known
}

// in finds the phrases in a text, by whole words: a letter without its mark is
// another letter. Of two that begin at one word the longer is told. What stands in
// quotation marks somebody else has said.
func (known *praise) in(text string) (found []inflation) {
	if len(known.byFirst) == 0 {
		return nil
	}
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		if !known.glance.may(text, start) {
			continue
		}
		longest, until := phraseOf{}, end
		for _, phrase := range known.byFirst[strings.ToLower(text[start:end])] {
			if last := phrase.ends(text, start); last > 0 && len(phrase.words) > len(longest.words) {
				longest, until = phrase, last
			}
		}
		if longest.Wording != nil && !isQuoted(text, start) {
			found = append(found, inflation{start, longest.Wording})
			end = until
		}
	}
	return found
}

// isQuoted reports whether the words at an offset of a text stand between quotation
// marks of one paragraph.
func isQuoted(text string, at int) bool {
	before, after := text[:at], text[at:]
	before = before[strings.LastIndex(before, "\n\n")+1:]
	after, _, _ = strings.Cut(after, "\n\n")
	for _, marks := range []string{"“”", "«»"} {
		opening, size := utf8.DecodeRuneInString(marks)
		closing := marks[size:]
		if strings.LastIndex(before, string(opening)) > strings.LastIndex(before, closing) && strings.Contains(after, closing) {
			return true
		}
	}
	return strings.Count(before, `"`)%2 == 1 && strings.Contains(after, `"`)
}

// ends is where a phrase that begins in a text at an offset ends there, 0 where
// the text goes on otherwise.
func (p phraseOf) ends(text string, start int) (end int) {
	end = start
	for _, word := range p.words {
		start, end = nextWord(text, end)
		if strings.ToLower(text[start:end]) != word {
			return 0
		}
	}
	return end
}

// nextWord finds the next word of a text: a run of letters and digits, or a sign
// that parts one clause from another. Spaces, quotation marks and the marks of
// Markdown part nothing.
func nextWord(text string, from int) (start, end int) {
	start = -1
	for i, r := range text[from:] {
		i += from
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if start < 0 {
				start = i
			}
		case start >= 0:
			return start, i
		case r == '.', r == ',', r == ';', r == ':', r == '!', r == '?', r == '(', r == ')', r == '|', r == '%':
			return i, i + 1
		}
	}
	if start < 0 {
		start = len(text)
	}
	return start, len(text)
}
