package portal

import (
	"strings"
	"unicode/utf8"
)

// A Manuscript is a text below front matter as its file has it, marks and all, and
// where it begins.
type Manuscript struct {
	Text string
	Pos  Pos // at the beginning of a line
}

// At is the place in the file of the character at an offset in bytes.
func (m Manuscript) At(offset int) Pos {
	before := m.Text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return Pos{File: m.Pos.File, Line: m.Pos.Line + strings.Count(before, "\n"), Column: 1 + utf8.RuneCountInString(before[start:])}
}

// A Page is an ordinary page, such as an introduction or a piece of news. It is
// Hugo's to read and show; here it is no more than words that the public sees.
type Page struct {
	Manuscript
	Draft bool // not published
}
