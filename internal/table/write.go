package table

import (
	"strings"
	"unicode/utf8"

	"thidua/internal/vi"
)

// Write writes rows as CSV that Excel shows right when it is clicked on: with a
// byte-order mark, without which it takes Vietnamese for another script. No
// text in it is run as a formula, see [Guard].
func Write(rows [][]string) []byte {
	var out strings.Builder
	out.WriteString("\ufeff")
	for _, row := range rows {
		for i, text := range row {
			if i > 0 {
				out.WriteByte(',')
			}
			text = Guard(text)
			if strings.ContainsAny(text, ",;\t\"\n") || text != strings.TrimSpace(text) {
				text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
			}
			out.WriteString(text)
		}
		out.WriteByte('\n')
	}
	return []byte(out.String())
}

// formulaMarks begin what a spreadsheet runs instead of showing it; those of
// East Asian keyboards too.
const formulaMarks = "=+-@\t\r＝＋－＠"

// Guard puts an apostrophe before a text that a spreadsheet would run as a
// formula, as OWASP advises for CSV. Numbers stay as they are.
func Guard(text string) string {
	if !runs(text) {
		return text
	}
	if _, err := vi.ParseNumber(text); err == nil {
		return text
	}
	return "'" + text
}

// Unguard takes away the apostrophe of [Guard].
func Unguard(text string) string {
	if !strings.HasPrefix(text, "'") || !runs(text) {
		return text
	}
	return text[1:]
}

// runs reports whether a text is a formula but for spaces and apostrophes
// before it.
func runs(text string) bool {
	text = strings.TrimLeft(text, "' \n")
	first, _ := utf8.DecodeRuneInString(text)
	return text != "" && strings.ContainsRune(formulaMarks, first)
}
