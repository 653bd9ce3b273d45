package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"thidua/internal/portal"
)

// readLedger reads ledger.jsonl: an entry a line, each written as there is one
// way to. Whether the entries follow each other is for check to say. Where a
// line is no entry, nothing of the file is read: it has to be brought back.
func readLedger(src *source, _ string) any {
	var entries []portal.LedgerEntry
	for text := range strings.Lines(src.text) {
		line := len(entries) + 1
		entry, column := ledgerEntry([]byte(strings.TrimSuffix(text, "\n")))
		if column > 0 {
			src.report(line, column, "ledger-line", line)
			return nil
		}
		entry.Pos = portal.Pos{File: src.path, Line: line, Column: 1}
		entries = append(entries, entry)
	}
	if len(entries) == 0 {
		src.report(1, 1, "ledger-empty")
		return nil
	}
	return entries
}

// ledgerEntry reads one line; where it is not as [portal.LedgerEntry.Line]
// writes it, column tells where, else it is 0. So there are no keys twice or in
// other letters, no spaces, no text behind the end.
func ledgerEntry(line []byte) (entry portal.LedgerEntry, column int) {
	if at := strangeEscape(line); at >= 0 {
		return entry, 1 + utf8.RuneCount(line[:at])
	}
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&entry); err != nil {
		var syntax *json.SyntaxError
		var wrong *json.UnmarshalTypeError
		at := 0
		switch {
		case errors.Is(err, io.ErrUnexpectedEOF): // the line was cut off
			at = len(line)
		case errors.As(err, &syntax):
			at = int(syntax.Offset)
		case errors.As(err, &wrong):
			at = int(wrong.Offset)
		}
		return entry, max(1, utf8.RuneCount(line[:min(at, len(line))]))
	}
	canonical := entry.Line()
	if !bytes.Equal(canonical, line) {
		return entry, 1 + utf8.RuneCount(line[:common(canonical, line)])
	}
	entry.Sum = portal.LedgerSum(line)
	return entry, 0
}

// strangeEscape finds an escape that texts of a table never need, and that
// would hide a control: all but \" \\ \n \t.
func strangeEscape(line []byte) int {
	for i := 0; i < len(line); i++ {
		if line[i] != '\\' {
			continue
		}
		if i+1 == len(line) || bytes.IndexByte([]byte(`"\nt`), line[i+1]) < 0 {
			return i
		}
		i++
	}
	return -1
}

// common is how many bytes two texts begin with alike.
func common(a, b []byte) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}
