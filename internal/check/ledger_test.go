package check_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/check"
	"thidua/internal/load"
	"thidua/internal/portal"
	"thidua/internal/vi"
)

const ledger = "content/ket-qua/xa-a-00001/2026-Q3/ledger.jsonl"

// sealed is the site after some edits with its report sealed as it stands then.
func sealed(t testing.TB, on string, edits ...edit) fstest.MapFS {
	t.Helper()
	files := edited(t, edits...)
	seal(t, files, on)
	return files
}

// seal appends an entry to the ledger of the report.
func seal(t testing.TB, files fstest.MapFS, on string) {
	t.Helper()
	p, _, err := load.New(files).Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	day, err := vi.ParseDate(on)
	if err != nil {
		t.Fatal(err)
	}
	report := p.Report("xa-a-00001/2026-Q3")
	entry, _ := report.Seal(day, p.Owners().PlanOf(report))
	text := append(entry.Line(), '\n')
	if before := files[ledger]; before != nil {
		text = append(slices.Clone(before.Data), text...)
	}
	files[ledger] = &fstest.MapFile{Data: text}
}

// change edits files in place.
func change(t testing.TB, files fstest.MapFS, edits ...edit) {
	t.Helper()
	for _, e := range edits {
		text := string(files[e.file].Data)
		if !strings.Contains(text, e.old) {
			t.Fatalf("%s has no %q", e.file, e.old)
		}
		files[e.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, e.old, e.new, 1))}
	}
}

func briefs(found []portal.Problem) (lines []string) {
	for _, p := range found {
		lines = append(lines, p.Pos.File[strings.LastIndexByte(p.Pos.File, '/')+1:]+":"+brief(p))
	}
	return lines
}

// Of a ledger of two entries no byte can be altered, and no line lost but the
// last, without being found.
func TestNoByteOfALedgerChangesUnnoticed(t *testing.T) {
	files := sealed(t, "2026-10-05")
	change(t, files, edit{results, "188", "190"}, edit{report, "to: 188", "to: 190"})
	change(t, files, edit{report, "corrections:\n", "corrections:\n  - {target: dung-han, field: numerator, from: 188, to: 190, why: Sót, date: 2026-10-05, approved_by: B}\n"})
	change(t, files, edit{report, "from: 180, to: 190", "from: 180, to: 188"})
	seal(t, files, "2026-10-09")
	if found := problems(t, files); len(found) > 0 {
		t.Fatal(told(t, found, check.English))
	}
	text := string(files[ledger].Data)
	alone := fstest.MapFS{report: files[report]}
	noticed := func(text string) bool {
		alone[ledger] = &fstest.MapFile{Data: []byte(text)}
		p, found, err := load.New(alone).Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.Reports[0].Ledger {
			if p.Reports[0].Verify(i) != "" {
				return true
			}
		}
		return slices.ContainsFunc(found, func(p portal.Problem) bool { return p.Pos.File == ledger && p.Level() == portal.Error })
	}
	for i := range len(text) - 1 { // the last line end may be missing
		for _, with := range []string{"", "0", text[i:i+1] + text[i:i+1]} {
			if with != text[i:i+1] && !noticed(text[:i]+with+text[i+1:]) {
				t.Fatalf("%q for %q at %d is not noticed", with, text[i], i)
			}
		}
	}
	lines := strings.SplitAfter(text, "\n")
	for name, text := range map[string]string{
		"the first line lost": lines[1], "lines in another order": lines[1] + lines[0], "a line twice": lines[0] + lines[1] + lines[1], "nothing left": "",
	} {
		if !noticed(text) {
			t.Errorf("%s: not noticed", name)
		}
	}
}

func TestWhatALedgerSaysOfItself(t *testing.T) {
	both := func(t *testing.T) fstest.MapFS {
		files := sealed(t, "2026-10-05")
		change(t, files, edit{report, "submitted_on: 2026-10-02", "submitted_on: 2026-10-01"})
		seal(t, files, "2026-10-09")
		return files
	}
	for _, test := range []struct {
		name string
		edit edit
		want []string
	}{
		{"sound", edit{ledger, "", ""}, nil},
		{"a figure", edit{ledger, `"numerator":188`, `"numerator":198`}, []string{"ledger.jsonl:1:1 ledger-broken-line “1”"}},
		{"a hash", edit{ledger, `"sha256":"`, `"sha256":"0`}, []string{"ledger.jsonl:1:1 ledger-broken-line “1”", "ledger.jsonl:2:1 ledger-broken-chain “2” “1”"}},
		{"a version", edit{ledger, `"version":2`, `"version":3`}, []string{"ledger.jsonl:2:1 ledger-broken-version “3” “2”"}},
		{"a period", edit{ledger, `2026-Q3`, `2026-Q2`}, []string{"ledger.jsonl:1:1 ledger-broken-report “xa-a-00001/2026-Q2” “xa-a-00001/2026-Q3”"}},
		{"a form", edit{ledger, `"version":2,`, `"version":2, `}, []string{"ledger.jsonl:2:14 ledger-line “2”"}},
	} {
		files := both(t)
		change(t, files, test.edit)
		if diff := cmp.Diff(test.want, briefs(problems(t, files))); diff != "" {
			t.Errorf("%s: -want +got:\n%s", test.name, diff)
		}
	}
}

func TestLockedResults(t *testing.T) {
	const (
		paste = "why: ← điền, date: ← điền, approved_by: ← điền}"
		row   = "dung-han,188,200,cap-duoi\n"
		told  = "corrections:\n"
	)
	// add writes a correction below those that are there.
	add := func(text string) edit { return edit{report, "corrections:\n", "corrections:\n  - {" + text + "}\n"} }
	const sot = ", why: Sót, date: 2026-10-07, approved_by: B"
	wide := edit{results, "target,numerator,denominator,plan\n" + row, "target,part,numerator,denominator,value,note,plan\ndung-han,,188,200,,,cap-duoi\n"}
	for _, test := range []struct {
		name   string
		before []edit // the sealing
		after  []edit
		want   []string
	}{
		{"nothing changed", nil, nil, nil},
		{"the same in another form", nil, []edit{{results, row, "dung-han,\"188,0\",200.0,\n"}}, nil},
		{"a figure", nil, []edit{{results, "188,200", "190,200"}},
			[]string{"results.csv:2:10 locked-changed “numerator” “dung-han” “05/10/2026” “188” “190” “- {plan: cap-duoi, target: dung-han, field: numerator, from: 188, to: 190, " + paste + "”"}},
		{"a figure gone", nil, []edit{{results, "188,200", ",200"}}, []string{
			"results.csv:2:10 locked-removed “numerator” “dung-han” “05/10/2026” “188” “- {plan: cap-duoi, target: dung-han, field: numerator, from: 188, " + paste + "”",
			"results.csv:2:11 result-no-numerator “200”"}},
		{"a row gone", nil, []edit{{results, row, ""}}, []string{
			"results.csv:0:0 locked-removed “numerator” “dung-han” “05/10/2026” “188” “- {plan: cap-duoi, target: dung-han, field: numerator, from: 188, " + paste + "”",
			"results.csv:0:0 locked-removed “denominator” “dung-han” “05/10/2026” “200” “- {plan: cap-duoi, target: dung-han, field: denominator, from: 200, " + paste + "”"}},
		{"words", []edit{wide}, []edit{{results, "200,,,", "200,,\"Cộng \"\"sót\"\"\nhai\","}},
			[]string{`results.csv:2:20 locked-added “note” “dung-han” “05/10/2026” “Cộng "sót"` + "\n" + `hai” “- {plan: cap-duoi, target: dung-han, field: note, to: "Cộng \"sót\"\nhai", ` + paste + "”"}},
		{"a row that says nothing", nil, []edit{{results, row, row + "dung-han-2,,,\n"}, {targets, "", "- {id: dung-han-2, clause: II.1.a, statement: x, owner: xa-a-00001, measure: {kind: none}}\n"}}, nil},
		{"another day of submission", nil, []edit{{report, "submitted_on: 2026-10-02", "submitted_on: 2026-10-03"}},
			[]string{"index.md:7:15 locked-submitted “05/10/2026” “2026-10-02” “xa-a-00001” “2026-Q3”"}},
		{"a report that was withdrawn", nil, []edit{{report, "status: published", "status: withdrawn"}, {results, "188,200", "1,200"}},
			[]string{"index.md:2:9 taken-down “ket-qua/xa-a-00001/2026-Q3” “withdrawn”"}},

		{"explained", nil, []edit{{results, "188,200", "190,200"}, add("target: dung-han, field: numerator, from: 188, to: 190" + sot)}, nil},
		{"explained with its plan, in another form", nil,
			[]edit{{results, "188,200", "190,200"}, add(`plan: cap-duoi, target: dung-han, field: numerator, from: "188,0", to: 0190` + sot)}, nil},
		{"explained in two steps, whatever their order", nil, []edit{{results, "188,200", "192,200"},
			add("target: dung-han, field: numerator, from: 188, to: 190" + sot),
			add("target: dung-han, field: numerator, from: 190, to: 192, why: Sót, date: 2026-10-08, approved_by: B")}, nil},
		{"a row withdrawn, and said so", nil, []edit{{results, row, ""},
			add("target: dung-han, field: numerator, from: 188" + sot), add("target: dung-han, field: denominator, from: 200" + sot)}, nil},
		{"words explained", []edit{wide}, []edit{{results, "200,,,", "200,,\"Cộng \"\"sót\"\"\nhai\","},
			add(`target: dung-han, field: note, to: "Cộng \"sót\"\nhai"` + sot)}, nil},
		{"a wrong beginning", nil, []edit{{results, "188,200", "190,200"}, add("target: dung-han, field: numerator, from: 187, to: 190" + sot)},
			[]string{"index.md:12:48 correction-from “numerator” “dung-han” “187” “188”"}},
		{"no beginning", nil, []edit{{results, "188,200", "190,200"}, add("target: dung-han, field: numerator, to: 190" + sot)},
			[]string{"index.md:12:5 correction-from “numerator” “dung-han” “” “188”"}},
		{"a wrong end", nil, []edit{{results, "188,200", "190,200"}, add("target: dung-han, field: numerator, from: 188, to: 191" + sot)},
			[]string{"index.md:12:57 correction-to “numerator” “dung-han” “191” “190”"}},
		{"a correction that is not carried out", nil, []edit{add("target: dung-han, field: numerator, from: 188, to: 191" + sot)},
			[]string{"index.md:12:57 correction-to “numerator” “dung-han” “191” “188”"}},
		{"of another column", nil, []edit{{results, "188,200", "190,200"}, add("target: dung-han, field: denominator, from: 200, to: 190" + sot)}, []string{
			"index.md:12:59 correction-to “denominator” “dung-han” “190” “200”",
			"results.csv:2:10 locked-changed “numerator” “dung-han” “05/10/2026” “188” “190” “- {plan: cap-duoi, target: dung-han, field: numerator, from: 188, to: 190, " + paste + "”"}},
		{"of a column that there is not", nil, []edit{add("target: dung-han, field: figure, from: 188, to: 191" + sot)},
			[]string{"index.md:12:31 not-allowed “figure” “numerator (tử số), denominator (mẫu số), value (giá trị), note (ghi chú), difficulty (khó khăn), proposal (kiến nghị), evidence (căn cứ)” “”"}},
		{"of nothing", nil, []edit{add("target: dung-han, field: numerator, from: 188, to: 188.0" + sot)},
			[]string{"index.md:12:31 correction-nothing “numerator”"}},
		{"of a part that there is not", nil, []edit{add("target: dung-han, part: 1, field: numerator, from: 188, to: 191" + sot)},
			[]string{"index.md:12:14 correction-row “dung-han (1)”"}},
		{"of a figure that is none", nil, []edit{add("target: dung-han, field: numerator, from: 188, to: 1.500" + sot)},
			[]string{"index.md:12:57 correction-number “to” “1.500”"}},
		{"before the sealing", nil, []edit{{results, "188,200", "190,200"}, add("target: dung-han, field: numerator, from: 188, to: 190, why: Sót, date: 2026-10-04, approved_by: B")},
			[]string{"index.md:12:78 correction-before “04/10/2026” “05/10/2026”"}},
		{"by nobody, on no full day", nil, []edit{{results, "188,200", "190,200"}, add("target: dung-han, field: numerator, from: 188, to: 190, why: Sót, date: 2026-10")}, []string{
			"index.md:12:5 correction-approved", "index.md:12:78 correction-date “2026-10”"}},
		{"as pasted", nil, []edit{{results, "188,200", "190,200"}, add("plan: cap-duoi, target: dung-han, field: numerator, from: 188, to: 190, why: ← điền, date: ← điền, approved_by: ← điền")}, []string{
			"index.md:12:83 blank-left “← điền”", "index.md:12:97 bad-date “date” “← điền” “”", "index.md:12:118 blank-left “← điền”"}},
		{"one that was sealed is altered", nil, []edit{{report, "why: Nhầm", "why: Nhầm lẫn"}}, []string{
			"index.md:12:3 correction-lost “numerator” “dung-han” “05/10/2026” “180” “188”"}},
		{"one that was sealed is gone", nil, []edit{{report, "  - {target: dung-han, field: numerator, from: 180, to: 188, why: Nhầm, date: 2026-10-05, approved_by: Ban biên tập}\n", ""}},
			[]string{"index.md:2:1 correction-lost “numerator” “dung-han” “05/10/2026” “180” “188”"}},
		{"a second target of the same id", nil, []edit{{results, row, row + "dung-han,1,2,cap-tren\n"}, add("target: dung-han, field: numerator, from: 188, to: 190" + sot)}, []string{
			"index.md:12:14 correction-plan “dung-han”",
			"results.csv:3:10 locked-added “numerator” “dung-han” “05/10/2026” “1” “- {plan: cap-tren, target: dung-han, field: numerator, to: 1, " + paste + "”",
			"results.csv:3:12 locked-added “denominator” “dung-han” “05/10/2026” “2” “- {plan: cap-tren, target: dung-han, field: denominator, to: 2, " + paste + "”"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := sealed(t, "2026-10-05", test.before...)
			change(t, files, test.after...)
			got := slices.DeleteFunc(briefs(problems(t, files)), func(line string) bool { return strings.Contains(line, "result-not-owed") })
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// What the hint says can be pasted, and then no more is asked than who and why.
func TestTheHintOfALockedChangeCanBePasted(t *testing.T) {
	files := sealed(t, "2026-10-05")
	change(t, files, edit{results, "188,200", "\"190,5\",201"})
	lines := ""
	for _, p := range problems(t, files) {
		_, hint := check.Words(p, check.English)
		_, after, _ := strings.Cut(hint, "index.md: ")
		correction, _, _ := strings.Cut(after, " — ")
		correction = strings.Replace(correction, "date: ← điền", "date: 2026-10-06", 1)
		lines += "  " + strings.ReplaceAll(correction, "← điền", "Sót") + "\n"
	}
	change(t, files, edit{report, "corrections:\n", "corrections:\n" + lines})
	if found := problems(t, files); len(found) > 0 {
		t.Errorf("after %s\n%s", lines, told(t, found, check.English))
	}
}

// A correction of what was never sealed fits the results at its end, and is
// noted.
func TestCorrectionsOfAReportThatWasNeverSealed(t *testing.T) {
	if found := problems(t, edited(t, edit{results, "188", "189"})); len(found) != 1 || found[0].Rule != "correction-to" {
		t.Error(told(t, found, check.English))
	}
	p, _, err := load.New(site(t)).Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	noted := slices.DeleteFunc(check.Run(p, today), func(p portal.Problem) bool { return p.Rule != "correction-unlocked" })
	if len(noted) != 1 || noted[0].Level() != portal.Note {
		t.Errorf("%v", noted)
	}
}
