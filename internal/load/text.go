package load

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// Text makes the bytes of a file that holds no record into text, as those of
// records are read, and tells what is wrong with it.
func Text(name string, data []byte) (string, []portal.Problem) { return decodeText(name, data) }

// decodeText makes the bytes of a file into text in form NFC with "\n" line
// ends and no byte-order mark.
func decodeText(name string, data []byte) (string, []portal.Problem) {
	at := func(offset int) portal.Pos {
		line := 1 + bytes.Count(data[:offset], []byte("\n"))
		column := 1 + utf8.RuneCount(data[bytes.LastIndexByte(data[:offset], '\n')+1:offset])
		return portal.Pos{File: name, Line: line, Column: column}
	}
	utf16, notUTF8 := "not-utf8", "not-utf8"
	if path.Ext(name) == ".csv" { // saved by a spreadsheet, which has its own names for it
		utf16, notUTF8 = "csv-utf16", "csv-not-utf8"
	}
	if isUTF16(data) {
		return "", []portal.Problem{{Pos: at(0), Rule: utf16}}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.ContainsRune(data, '\r') {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	if !utf8.Valid(data) {
		offset := 0
		for offset < len(data) {
			r, size := utf8.DecodeRune(data[offset:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			offset += size
		}
		return "", []portal.Problem{{Pos: at(offset), Rule: notUTF8}}
	}
	if offset := firstControl(data); offset >= 0 {
		return "", []portal.Problem{{Pos: at(offset), Rule: "control-character"}}
	}
	if offset, mark := Conflict(data); mark != "" { // whatever else is wrong comes from this
		return "", []portal.Problem{{Pos: at(offset), Rule: "merge-conflict", Args: []any{mark}}}
	}
	text, problems := withoutHidden(name, string(data))
	if vi.IsNFC(text) {
		return text, problems
	}
	line := 1
	for part := range strings.Lines(text) {
		if !vi.IsNFC(part) {
			break
		}
		line++
	}
	return vi.NFC(text), append(problems, portal.Problem{
		Pos: portal.Pos{File: name, Line: line}, Rule: "not-nfc", Severity: portal.Warning,
	})
}

// Conflict finds where Git has marked two versions of the same lines, and the
// mark; "" where it has not. The mark in the middle is a line of its own in other
// texts, too: under a heading, say.
func Conflict(data []byte) (offset int, mark string) {
	for line := range bytes.Lines(data) {
		for _, mark := range []string{"<<<<<<<", ">>>>>>>"} {
			if rest, found := bytes.CutPrefix(line, []byte(mark)); found && (len(rest) == 0 || rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\r') {
				return offset, mark
			}
		}
		offset += len(line)
	}
	return 0, ""
}

// isUTF16 reports whether data is in the other form of Unicode, which programs
// for Windows call just that: it has a byte-order mark, or begins with a Latin
// letter of two bytes.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) ||
		len(data) > 1 && data[0] != 0 && data[1] == 0
}

// beginsControl are the bytes with which a character of isControl may begin.
var beginsControl = func() (begins [256]bool) {
	for r := rune(0); r <= 0x2069; r++ {
		if isControl(r) {
			begins[string(r)[0]] = true
		}
	}
	return begins
}()

// firstControl finds the first character of isControl in a text in UTF-8, or is
// -1. It looks closer only at bytes that may begin one: most of a text does not.
func firstControl(data []byte) int {
	for i, b := range data {
		if beginsControl[b] {
			if r, _ := utf8.DecodeRune(data[i:]); isControl(r) {
				return i
			}
		}
	}
	return -1
}

// isControl reports the characters that no text needs and that hide what is
// written: controls, the marks that turn the direction of writing, and line ends
// that are none to an editor's line numbers.
func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r <= 0x9f ||
		r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
