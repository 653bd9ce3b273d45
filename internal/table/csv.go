package table

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// A Reader reads the rows of a CSV text, each when it is asked for. Cells are
// parts of the text, so that a large table costs little more than itself.
type Reader struct {
	text  string
	comma byte
	next  Mark
	cells []Cell
}

// A Mark is where a row begins.
type Mark struct {
	Offset uint32 // in bytes
	Line   uint32 // of the text, from 1
	Row    uint32 // as a spreadsheet counts, from 1: a row may take several lines
}

// A Cell is one value of a row, as it was written.
type Cell struct {
	Text   string
	Offset uint32 // of its first character, in bytes
	Line   uint32
}

// Why a row cannot be read.
var (
	ErrOpenQuote   = errors.New("a quotation mark is never closed")
	ErrBehindQuote = errors.New("text stands behind a closing quotation mark")
)

// A SyntaxError says where a row cannot be read.
type SyntaxError struct {
	Cell Cell // of the mistake, without text
	Err  error
}

func (e *SyntaxError) Error() string { return e.Err.Error() }

func (e *SyntaxError) Unwrap() error { return e.Err }

// separators are what may stand between cells, the likeliest first.
const separators = ",;\t"

// Titles is how many rows may stand above the names of the columns.
const Titles = 10

// NewReader prepares to read a text with "\n" line ends. What stands between
// cells is what a first line "sep=;" says; else what divides one of the first
// rows into names that known accepts, else the first one into the most cells.
func NewReader(text string, known func(name string) bool) *Reader {
	r := &Reader{text: text, comma: separators[0], next: Mark{Line: 1, Row: 1}}
	first, _, more := strings.Cut(text, "\n")
	if comma, named := namedSeparator(first); named {
		r.comma = comma
		r.next.Line, r.next.Offset = 2, uint32(len(first))
		if more {
			r.next.Offset++
		}
		return r
	}
	best := -1
	for _, comma := range []byte(separators) {
		names, cells := r.trial(comma, known)
		if names > 1 {
			r.comma = comma
			break
		}
		if score := names*len(text) + cells; score > best { // there are fewer cells than letters
			best, r.comma = score, comma
		}
	}
	return r
}

// trial counts the names in the first row that has any, and the cells of the
// first row, if comma stands between them.
func (r *Reader) trial(comma byte, known func(string) bool) (names, cells int) {
	trial := Reader{text: r.text, comma: comma, next: r.next}
	var err error
	for rows := 0; rows <= Titles && names == 0 && err == nil; {
		_, err = trial.Read() // of a row with a mistake what stands before it
		if errors.Is(err, io.EOF) || blank(trial.cells) {
			continue
		}
		if rows++; rows == 1 {
			cells = len(trial.cells)
		}
		for _, cell := range trial.cells {
			if known(cell.Text) {
				names++
			}
		}
	}
	return names, cells
}

// namedSeparator reads the line by which Excel is told what stands between
// cells.
func namedSeparator(line string) (comma byte, named bool) {
	line = strings.Trim(line, `" `)
	if len(line) < len("sep=;") || !strings.EqualFold(line[:4], "sep=") || strings.IndexByte(separators, line[4]) < 0 {
		return 0, false
	}
	return line[4], strings.Trim(line[5:], separators+`"`) == ""
}

// Next is where the row begins that will be read next.
func (r *Reader) Next() Mark { return r.next }

// At reads again the row that begins at a mark; it may be called at any time,
// and by several at once.
func (r *Reader) At(mark Mark) []Cell {
	again := Reader{text: r.text, comma: r.comma, next: mark}
	cells, _ := again.Read() // of a row that was read before
	return cells
}

// Read reads a row; blank ones too, since spreadsheets count them. The cells are
// good until the next call. The error is io.EOF behind the last row, or a
// [*SyntaxError], after which the rows below can be read.
func (r *Reader) Read() ([]Cell, error) {
	text, i, line := r.text, int(r.next.Offset), r.next.Line
	if i >= len(text) {
		return nil, io.EOF
	}
	r.next.Row++
	r.cells = r.cells[:0]
	for {
		cell := Cell{Offset: uint32(i), Line: line}
		if i < len(text) && text[i] == '"' {
			value, end := quoted(text, i)
			if end < 0 {
				r.next.Offset, r.next.Line = uint32(len(text)), line+uint32(strings.Count(text[i:], "\n"))
				return nil, &SyntaxError{cell, ErrOpenQuote}
			}
			cell.Text = value
			line += uint32(strings.Count(text[i:end], "\n"))
			for i = end; i < len(text) && text[i] == ' '; {
				i++
			}
			if i < len(text) && text[i] != r.comma && text[i] != '\n' {
				rest, _, _ := strings.Cut(text[i:], "\n")
				r.next.Offset, r.next.Line = uint32(min(i+len(rest)+1, len(text))), line+1
				return nil, &SyntaxError{Cell{Offset: uint32(i), Line: line}, ErrBehindQuote}
			}
		} else {
			for i < len(text) && text[i] != r.comma && text[i] != '\n' {
				i++
			}
			cell.Text = text[cell.Offset:i]
		}
		r.cells = append(r.cells, cell)
		if i >= len(text) {
			break
		}
		i++
		if text[i-1] == '\n' {
			line++
			break
		}
	}
	r.next.Offset, r.next.Line = uint32(i), line
	return r.cells, nil
}

// quoted reads what stands in quotation marks at i, and finds what comes behind
// them; -1 where they are never closed.
func quoted(text string, i int) (value string, end int) {
	doubled := false
	for j := i + 1; ; {
		n := strings.IndexByte(text[j:], '"')
		if n < 0 {
			return "", -1
		}
		j += n + 1
		if j < len(text) && text[j] == '"' {
			doubled = true
			j++
			continue
		}
		value = text[i+1 : j-1]
		if doubled {
			value = strings.ReplaceAll(value, `""`, `"`)
		}
		return value, j
	}
}

// Column is where a cell begins in its line, counted in characters from 1.
func (r *Reader) Column(cell Cell) int {
	line := r.text[:cell.Offset]
	return 1 + utf8.RuneCountInString(line[strings.LastIndexByte(line, '\n')+1:])
}

// blank reports whether a row has no text at all.
func blank(cells []Cell) bool {
	for _, cell := range cells {
		if strings.TrimSpace(cell.Text) != "" {
			return false
		}
	}
	return true
}
