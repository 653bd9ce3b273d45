package sheet

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"thidua/internal/portal"
	"thidua/internal/table"
	"thidua/internal/vi"
)

// text is what a cell says, as a table has it. A problem says why it cannot be
// told; it has no place yet. The name is that of the column on the sheet.
func (b *book) text(cell *gridCell, column *table.Column, name string) (string, *portal.Problem) {
	switch cell.kind {
	case failedCell:
		return "", &portal.Problem{Rule: "form-error", Args: []any{name, cell.text}}
	case unknownCell:
		return "", &portal.Problem{Rule: "form-formula", Args: []any{name}}
	case flagCell:
		return cell.text, nil
	case numberCell:
		return b.numberText(cell, column.Kind, name)
	}
	switch column.Kind {
	case table.Date:
		return dateText(strings.TrimSpace(vi.Clean(cell.text))), nil
	case table.Flag:
		return flagText(cell.text), nil
	}
	return cell.text, nil
}

// numberText is a number as a column of some kind takes it. Excel keeps days and
// percentages as numbers, and tells them apart only by how they are shown.
func (b *book) numberText(cell *gridCell, kind table.Kind, name string) (string, *portal.Problem) {
	shows := formOf(cell.format)
	if shows == showsDate && cell.number > 0 && cell.number < 1 { // the hour of no day
		shows = showsTime
	}
	switch {
	case shows == showsTime && (kind == table.Text || kind == table.IDs):
		return clock(cell.number), nil
	case shows == showsTime:
		return "", &portal.Problem{Rule: "form-time", Args: []any{name, clock(cell.number)}}
	case shows == showsDate:
		date := b.date(cell.number, cell.format)
		switch {
		case date.IsZero():
			return decimal(cell.number, cell.worked), nil
		case kind == table.Number:
			return "", &portal.Problem{Rule: "form-date", Args: []any{name, date.Short()}}
		case kind == table.Date:
			return date.String(), nil
		}
		return date.Short(), nil
	case shows == showsPercent:
		return decimal(cell.number*100, true) + "%", nil
	case kind == table.Flag:
		return flagText(decimal(cell.number, cell.worked)), nil
	}
	return decimal(cell.number, cell.worked), nil
}

// clock is a time as Excel shows it, in hours, minutes and, where there are any,
// seconds. A day of it is one.
func clock(x float64) string {
	const day = 24 * 60 * 60
	if math.IsNaN(x) || x < 0 || x > 200_000 {
		return decimal(x, true)
	}
	seconds := int(math.Round(x * day))
	text := fmt.Sprintf("%d:%02d", seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf(":%02d", seconds%60)
	}
	return text
}

// decimal writes a number as it was typed: Excel keeps 15 digits of it. What a
// formula gave is as exact as 12, behind which is the noise of binary fractions
// (0.1+0.2). Three decimals get a fourth, since they may be taken for thousands.
func decimal(x float64, worked bool) string {
	digits := 15
	if worked && x != math.Trunc(x) {
		digits = 12
	}
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'e', digits-1, 64), 64)
	text := strconv.FormatFloat(x, 'f', -1, 64)
	const mostDecimals = 14 // of a vi.Number
	if mark := strings.IndexByte(text, '.'); mark >= 0 && len(text)-mark-1 > mostDecimals {
		text = strings.TrimRight(strings.TrimRight(strconv.FormatFloat(x, 'f', mostDecimals, 64), "0"), ".")
	}
	if mark := strings.IndexByte(text, '.'); mark >= 0 && len(text)-mark-1 == 3 {
		text += "0"
	}
	if text == "-0" {
		return "0"
	}
	return text
}

type form int

const (
	showsNumber form = iota
	showsDate
	showsPercent
	showsTime
)

// formOf tells what a number format makes of a number.
func formOf(format string) form {
	bare := bareFormat(format)
	switch {
	case strings.ContainsAny(bare, "yd") || strings.Contains(bare, "m") && !strings.ContainsAny(bare, "hs"):
		return showsDate
	case strings.Contains(bare, "%"):
		return showsPercent
	case strings.ContainsAny(bare, "hs"):
		return showsTime
	}
	return showsNumber
}

// bareFormat is a number format without what it shows as it is, and without
// colours and languages; hours that are not cut off at a day, "[h]", stay.
func bareFormat(format string) string {
	format, _, _ = strings.Cut(strings.ToLower(format), ";") // of numbers above 0
	if format == "general" {
		return ""
	}
	var out strings.Builder
	for i := 0; i < len(format); i++ {
		switch format[i] {
		case '"', '[':
			end := byte('"')
			if format[i] == '[' {
				end = ']'
			}
			n := strings.IndexByte(format[i+1:], end)
			if n < 0 {
				return out.String()
			}
			if inside := format[i+1 : i+1+n]; format[i] == '[' && strings.Trim(inside, "hms") == "" {
				out.WriteString(strings.ReplaceAll(inside, "m", "h")) // minutes, and no months
			}
			i += 1 + n
		case '\\', '_', '*':
			i++
		default:
			out.WriteByte(format[i])
		}
	}
	return out.String()
}

// date is the day that Excel counts so, as far as the format shows it: a day,
// a month, or a year.
func (b *book) date(serial float64, format string) vi.Date {
	if serial < 0 || serial > 200_000 {
		return vi.Date{}
	}
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if b.from == 1904 {
		day = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	year, month, of := day.AddDate(0, 0, int(serial)).Date()
	date := vi.NewDate(year, int(month), of)
	bare := bareFormat(format)
	if !strings.Contains(bare, "d") && date.Day == 1 {
		date.Day = 0
		if !strings.Contains(bare, "m") && date.Month == 1 {
			date.Month = 0
		}
	}
	return date
}

// dateText is a date that somebody wrote: the day comes first, as the form says.
func dateText(text string) string {
	date, err := vi.ParseLocalDate(text)
	if err == nil {
		return date.String()
	}
	var wrong *vi.DateError
	if errors.As(err, &wrong) && wrong.Other != "" {
		return wrong.Suggest
	}
	return text
}

// flagText is yes or no as data has it.
func flagText(text string) string {
	switch vi.Fold(text) {
	case vi.Fold(texts().Yes), "x", "true", "1":
		return "true"
	case vi.Fold(texts().No), "false", "0":
		return "false"
	}
	return text
}
