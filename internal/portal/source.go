package portal

import (
	"fmt"
	"slices"
	"strings"
	"unique"
)

// A Pos is a place in a file of the site: a slash-separated path below the
// source folder, a line and a column. Lines and columns count from 1, columns
// in characters; 0 means "not known".
type Pos struct {
	File   string
	Line   int
	Column int
}

// String is file:line:column, leaving out what is not known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// A Source remembers where a record and each of its values were read.
type Source struct {
	start Pos
	marks []mark
}

// A mark is the place of one value. Paths repeat in every row of every plan,
// so they are interned: a mark costs 16 bytes however long its path.
type mark struct {
	path   unique.Handle[string]
	line   uint32
	column uint32
}

// NewSource begins the memory of a record that starts at pos.
func NewSource(pos Pos) Source { return Source{start: pos} }

// Mark notes that the value at path (keys joined by dots, list items by their
// index from 0: "measure.parts.0.value") was read at line and column.
func (s *Source) Mark(path string, line, column int) {
	s.marks = append(s.marks, mark{unique.Make(path), uint32(line), uint32(column)})
}

// Start is where the record begins.
func (s *Source) Start() Pos { return s.start }

// Has reports whether a value was written at path, even one that could not be
// read.
func (s *Source) Has(path string) bool {
	want := unique.Make(path)
	return slices.ContainsFunc(s.marks, func(m mark) bool { return m.path == want })
}

// At is the place of the value at path; where the value is missing, the place
// of what should hold it, in the end the start of the record.
func (s *Source) At(path string) Pos {
	for path != "" {
		want := unique.Make(path)
		for _, m := range s.marks {
			if m.path == want {
				return Pos{s.start.File, int(m.line), int(m.column)}
			}
		}
		path = path[:max(strings.LastIndexByte(path, '.'), 0)]
	}
	return s.start
}
