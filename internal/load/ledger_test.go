package load_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

const (
	sealedFile = "content/ket-qua/xa-a/2026-Q3/index.md"
	ledgerFile = "content/ket-qua/xa-a/2026-Q3/ledger.jsonl"
)

// ledger is one of so many entries.
func ledger(entries int) string {
	r := &portal.Report{Unit: "xa-a", Period: vi.PeriodOf(vi.Date{Year: 2026, Month: 7}, vi.Quarter)}
	r.ID = "xa-a/2026-Q3"
	var out strings.Builder
	for i := range entries {
		r.Results = []portal.Result{{Plan: "p", Target: "a", Value: vi.IntNumber(int64(i)), Note: "Dòng \"một\"\nhai \\ <b>"}}
		r.Corrections = []portal.Correction{{Plan: "p", Target: "a", Field: portal.FieldValue, From: "1", To: fmt.Sprint(i), Why: "Sót"}}
		entry, _ := r.Seal(vi.Date{Year: 2026, Month: 10, Day: 1 + i}, func(row *portal.Result) string { return row.Plan })
		r.Ledger = append(r.Ledger, entry)
		out.Write(entry.Line())
		out.WriteByte('\n')
	}
	return out.String()
}

// sealed is a site with one report and its ledger.
func sealed(text string) fstest.MapFS {
	return fstest.MapFS{
		sealedFile: {Data: []byte("---\nstatus: draft\nunit: xa-a\nperiod: 2026-Q3\n---\n")},
		ledgerFile: {Data: []byte(text)},
	}
}

func TestALedgerIsReadAsItWasWritten(t *testing.T) {
	for name, text := range map[string]string{
		"as it is":                  ledger(3),
		"with the line ends of DOS": strings.ReplaceAll(ledger(3), "\n", "\r\n"),
		"without the last line end": strings.TrimSuffix(ledger(3), "\n"),
	} {
		p, problems := read(t, sealed(text))
		if len(problems) > 0 {
			t.Fatalf("%s: %q", name, problems)
		}
		report := p.Reports[0]
		var again strings.Builder
		for i := range report.Ledger {
			entry := &report.Ledger[i]
			again.Write(entry.Line())
			again.WriteByte('\n')
			if fault := report.Verify(i); fault != "" {
				t.Errorf("%s: entry %d: %s", name, i, fault)
			}
			if entry.Pos != (portal.Pos{File: ledgerFile, Line: i + 1, Column: 1}) {
				t.Errorf("%s: entry %d is at %s", name, i, entry.Pos)
			}
		}
		if diff := cmp.Diff(ledger(3), again.String()); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestALineThatIsNoEntryIsNamed(t *testing.T) {
	line := ledger(1)
	change := func(old, new string) string {
		if !strings.Contains(line, old) {
			t.Fatalf("the line has no %s: %s", old, line)
		}
		return strings.Replace(line, old, new, 1)
	}
	for name, text := range map[string]string{
		"half a line":                  line[:100],
		"no JSON":                      "niêm lần 1\n",
		"another JSON":                 "{}\n",
		"a list":                       "[" + strings.TrimSpace(line) + "]\n",
		"two on a line":                strings.TrimSpace(line) + line,
		"a space":                      change(`"version":1,`, `"version": 1,`),
		"a space at the end":           strings.TrimSpace(line) + " \n",
		"a key twice":                  change(`"version":1,`, `"version":1,"version":1,`),
		"a key in other letters":       change(`"version"`, `"Version"`),
		"a key that nobody knows":      change(`"sample"`, `"sampled"`),
		"a key less":                   change(`"sample":false,`, ``),
		"keys in another order":        change(`"version":1,"unit":"xa-a"`, `"unit":"xa-a","version":1`),
		"a number as text":             change(`"version":1`, `"version":"1"`),
		"a version with a mark":        change(`"version":1`, `"version":1.0`),
		"a version too great":          change(`"version":1`, `"version":99999999999999999999`),
		"a figure with an exponent":    change(`"value":0`, `"value":0e0`),
		"a figure in another form":     change(`"value":0`, `"value":0.0`),
		"a figure that is text":        change(`"value":0`, `"value":"0"`),
		"a day that no month has":      change(`"2026-10-01"`, `"2026-02-30"`),
		"a period that is none":        change(`"2026-Q3"`, `"2026-Q5"`),
		"no rows":                      "null",
		"rows that are null":           change(line[strings.Index(line, `"rows":`):strings.Index(line, `,"corrections"`)], `"rows":null`),
		"an escape that nobody needs":  change(`"xa-a"`, `"\u0078a-a"`),
		"an escape that hides":         change(`"xa-a"`, `"xa-a\u0007"`),
		"a line separator":             change(`"xa-a"`, `"xa-a\u2028"`),
		"a change of direction":        change(`"xa-a"`, `"xa-a\u202e"`),
		"a slash that is escaped":      change(`"xa-a"`, `"xa\/a"`),
		"a correction of a text by 12": change(`"field":"value"`, `"field":"note"`),
		"deep":                         strings.Repeat("[", 100_000) + "\n",
		"deep in an entry":             change(`"version":1`, `"version":`+strings.Repeat(`{"a":`, 100_000)),
	} {
		p, problems := read(t, sealed(text))
		if len(problems) != 1 || !strings.HasPrefix(problems[0], ledgerFile+":1:") || !strings.HasSuffix(problems[0], " ledger-line “1”") {
			t.Errorf("%s: %q", name, problems)
		}
		if !slices.Equal(p.Unread, []string{ledgerFile}) || len(p.Reports) != 1 || len(p.Reports[0].Ledger) > 0 {
			t.Errorf("%s: unread %q", name, p.Unread)
		}
	}
	for text, want := range map[string][]string{
		"":                               {ledgerFile + ":1:1 ledger-empty"},
		"\n":                             {ledgerFile + ":1:1 ledger-line “1”"},
		ledger(1) + "\n" + ledger(1):     {ledgerFile + ":2:1 ledger-line “2”"},
		ledger(1) + ledger(1)[:20] + "x": {ledgerFile + ":2:21 ledger-line “2”"},
		ledger(1) + "\x07\n":             {ledgerFile + ":2:1 control-character"},
	} {
		if _, problems := read(t, sealed(text)); !slices.Equal(problems, want) {
			t.Errorf("%q: %q, want %q", text, problems, want)
		}
	}
}

func TestAHostileLedgerCostsNoTime(t *testing.T) {
	fill := func(text string) string { return strings.Repeat(text, (5<<20)/len(text)) }
	for _, text := range []string{
		fill(ledger(1)), fill("{}\n"), fill("\n"), fill("{"), fill(`"`), `{"version":` + fill("1"), `{"rows":[` + fill("{},"), `{"unit":"` + fill(`\"`),
	} {
		within(t, 5*time.Second, func() { read(t, sealed(text)) })
	}
}

// Whatever bytes are read as a ledger, an entry is kept only if it is the one
// way to write what it says.
func FuzzLedger(f *testing.F) {
	f.Add([]byte(ledger(1)))
	f.Add([]byte(ledger(2)))
	f.Add([]byte(`{"version":1,"rows":[{"part":1.1250}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, problems := read(t, sealed(string(text)))
		entries := p.Reports[0].Ledger
		if len(entries) == 0 {
			if len(problems) == 0 {
				t.Error("nothing was read and nobody says so")
			}
			return
		}
		var again bytes.Buffer
		for i := range entries {
			line := entries[i].Line()
			if bytes.ContainsFunc(line, func(r rune) bool { return r < ' ' }) || entries[i].Sum != portal.LedgerSum(line) {
				t.Errorf("%q with %s", line, entries[i].Sum)
			}
			again.Write(line)
			again.WriteByte('\n')
		}
		read := bytes.TrimPrefix(bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n")), []byte("\ufeff"))
		if !bytes.Equal(bytes.TrimSuffix(again.Bytes(), []byte("\n")), bytes.TrimSuffix(read, []byte("\n"))) && vi.IsNFC(string(text)) {
			t.Errorf("%q is read as %q", text, again.Bytes())
		}
	})
}
