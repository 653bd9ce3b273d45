package sheet

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
)

// A grid is one sheet.
type grid struct {
	name   string
	hidden bool
	rows   []gridRow // those with something in them, in their order
	merged []area
}

type gridRow struct {
	n     int
	cells []gridCell
}

// A gridCell is a cell with something in it.
type gridCell struct {
	column int
	kind   cellKind
	text   string
	number float64
	format string // of a number
	worked bool   // a formula gave it
}

type cellKind int

const (
	textCell cellKind = iota
	numberCell
	flagCell
	failedCell  // the formula went wrong; the text says how
	unknownCell // nobody has worked out the formula
)

// An area is a rectangle of cells.
type area struct{ left, top, right, bottom int }

// readGrid reads the cells of a sheet.
func (b *book) readGrid(name string, g *grid) error {
	n := 0
	return b.elements(name, func(e xml.StartElement, d *xml.Decoder) error {
		switch e.Name.Local {
		case "row":
			n++
			if given, err := strconv.Atoi(attribute(e, "r")); err == nil {
				n = given
			}
			row := gridRow{n: n}
			if err := b.readRow(&row, d); err != nil {
				return err
			}
			if len(row.cells) > 0 {
				if n < 1 || n > mostRow {
					return errFar
				}
				g.rows = append(g.rows, row)
			}
		case "mergeCell":
			if a, ok := areaOf(attribute(e, "ref")); ok {
				g.merged = append(g.merged, a)
			}
		}
		return nil
	})
}

// readRow reads the cells of a row that have something in them.
func (b *book) readRow(row *gridRow, d *xml.Decoder) error {
	column := 0
	for {
		token, err := d.RawToken()
		if err != nil {
			return errors.Join(errOther, err)
		}
		switch token := token.(type) {
		case xml.EndElement:
			if token.Name.Local == "row" {
				return nil
			}
		case xml.StartElement:
			if token.Name.Local != "c" {
				continue
			}
			column++
			if given, _, ok := coordinates(attribute(token, "r")); ok {
				column = given
			}
			cell, err := b.readCell(token, d)
			if err != nil {
				return err
			}
			if cell.kind == textCell && cell.text == "" {
				continue
			}
			if column > mostColumn {
				return errFar
			}
			if b.cells--; b.cells < 0 || b.words < 0 {
				return errLarge
			}
			cell.column = column
			row.cells = append(row.cells, cell)
		}
	}
}

func (b *book) readCell(e xml.StartElement, d *xml.Decoder) (cell gridCell, err error) {
	var value strings.Builder
	inValue, given, formula := false, false, false
	inline := ""
	for {
		token, err := d.RawToken()
		if err != nil {
			return cell, errors.Join(errOther, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "v":
				inValue, given = true, true
			case "f":
				formula = true
			case "is":
				if inline, err = richText(d, "is"); err != nil {
					return cell, err
				}
			}
		case xml.CharData:
			if inValue {
				value.Write(token)
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "v":
				inValue = false
			case "c":
				cell = b.valueOf(e, value.String(), inline)
				cell.worked = formula
				if formula && !given {
					cell.kind = unknownCell
				}
				return cell, nil
			}
		}
	}
}

// valueOf reads the value of a cell by its type.
func (b *book) valueOf(e xml.StartElement, value, inline string) (cell gridCell) {
	switch attribute(e, "t") {
	case "s":
		if i, err := strconv.Atoi(value); err == nil && i >= 0 && i < len(b.shared) {
			cell.text = b.shared[i]
			b.words -= len(cell.text) // one text may stand in many cells
		}
	case "inlineStr":
		cell.text = inline
	case "str":
		cell.text = unescaped(value)
	case "d": // a day in ISO form, perhaps with its hour
		cell.text, _, _ = strings.Cut(unescaped(value), "T")
	case "b":
		if value != "" {
			cell.kind, cell.text = flagCell, strconv.FormatBool(truth(value))
		}
	case "e":
		cell.kind, cell.text = failedCell, unescaped(value)
	default:
		number, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err != nil {
			cell.text = unescaped(value)
			break
		}
		cell.kind, cell.number = numberCell, number
		if i, err := strconv.Atoi(attribute(e, "s")); err == nil && i >= 0 && i < len(b.formats) {
			cell.format = b.formats[i]
		}
	}
	return cell
}

// coordinates reads the name of a cell: "D12".
func coordinates(name string) (column, row int, ok bool) {
	letters := strings.TrimRight(name, "0123456789")
	row, err := strconv.Atoi(name[len(letters):])
	if err != nil || letters == "" || len(letters) > 3 {
		return 0, 0, false
	}
	for _, letter := range []byte(letters) {
		if letter < 'A' || letter > 'Z' {
			return 0, 0, false
		}
		column = column*26 + int(letter-'A') + 1
	}
	return column, row, true
}

func areaOf(ref string) (a area, ok bool) {
	first, last, found := strings.Cut(ref, ":")
	if !found {
		return a, false
	}
	var good bool
	a.left, a.top, ok = coordinates(first)
	a.right, a.bottom, good = coordinates(last)
	return a, ok && good
}
