package portal

import (
	"fmt"
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
	Cell   Cell // in a table
}

// A Cell is a place in a table as somebody sees it who has opened the table in
// a spreadsheet. The zero Cell is none.
type Cell struct {
	Row  int    // counted from 1, the row of names too
	Name string // of the column, as the table calls it; "" for the row as a whole
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
	memory memory // nil: nothing was read
	row    int    // of a table
}

// A memory finds the places of values.
type memory interface {
	// find is the place of the value at path, "" for the record itself, and
	// whether one was written there.
	find(row int, path string) (at Pos, written bool)
}

// NewSource begins the memory of a record that starts at pos.
func NewSource(pos Pos) Source { return Source{memory: &marks{start: pos}} }

// marks are the places of the values of one record.
type marks struct {
	start Pos
	list  []mark
}

// A mark is the place of one value. Paths repeat in every row of every plan,
// so they are interned: a mark costs 16 bytes however long its path.
type mark struct {
	path   unique.Handle[string]
	line   uint32
	column uint32
}

func (m *marks) find(_ int, path string) (Pos, bool) {
	if path != "" {
		want := unique.Make(path)
		for _, mark := range m.list {
			if mark.path == want {
				return Pos{File: m.start.File, Line: int(mark.line), Column: int(mark.column)}, true
			}
		}
	}
	return m.start, path == ""
}

// A Table finds the places of the values of its rows. There are too many of
// them to remember each: it looks them up in the file when somebody asks.
type Table interface {
	// Find is the place of a value of the row that is the n-th from 0, or of the
	// row itself where key is "" or no column; and whether something is written
	// there.
	Find(n int, key string) (at Pos, written bool)
}

// RowOf is the memory of the n-th row of a table, from 0.
func RowOf(table Table, n int) Source { return Source{tableMemory{table}, n} }

type tableMemory struct{ Table }

func (t tableMemory) find(row int, path string) (Pos, bool) { return t.Find(row, path) }

// Mark notes that the value at path (keys joined by dots, list items by their
// index from 0: "measure.parts.0.value") was read at line and column. Rows of
// tables need no marks.
func (s *Source) Mark(path string, line, column int) {
	if m, ok := s.memory.(*marks); ok {
		m.list = append(m.list, mark{unique.Make(path), uint32(line), uint32(column)})
	}
}

// Start is where the record begins.
func (s *Source) Start() Pos {
	if s.memory == nil {
		return Pos{}
	}
	at, _ := s.memory.find(s.row, "")
	return at
}

// Has reports whether a value was written at path, even one that could not be
// read.
func (s *Source) Has(path string) bool {
	if s.memory == nil {
		return false
	}
	_, written := s.memory.find(s.row, path)
	return written
}

// At is the place of the value at path; where the value is missing, the place
// of what should hold it, in the end the start of the record.
func (s *Source) At(path string) Pos {
	if s.memory == nil {
		return Pos{}
	}
	for path != "" {
		at, written := s.memory.find(s.row, path)
		if written || at.Cell.Name != "" { // an empty cell has a place, too
			return at
		}
		path = path[:max(strings.LastIndexByte(path, '.'), 0)]
	}
	return s.Start()
}
