package portal_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func number(t testing.TB, text string) (n vi.Number) {
	t.Helper()
	if err := n.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return n
}

func day(t testing.TB, text string) (d vi.Date) {
	t.Helper()
	if err := d.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return d
}

func period(t testing.TB, text string) vi.Period {
	t.Helper()
	p, err := vi.ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// reportOf is a report of the third quarter.
func reportOf(t testing.TB, results ...portal.Result) *portal.Report {
	return &portal.Report{
		Record: portal.Record{ID: "xa-minh-hoa-1-m0001/2026-Q3", Status: portal.Published, Sample: true,
			ApprovedBy: `Người "duyệt"`, ApprovedOn: day(t, "2026-10-03")},
		Unit: "xa-minh-hoa-1-m0001", Period: period(t, "2026-Q3"), SubmittedOn: day(t, "2026-10-02"), Results: results,
	}
}

// asWritten takes the plan that a row names.
func asWritten(row *portal.Result) string { return row.Plan }

// The canonical form is a promise: whoever has the file can reckon its hashes
// with other tools. docs/data-format.md tells how; so was the hash below.
func TestTheLineOfAnEntry(t *testing.T) {
	report := reportOf(t,
		portal.Result{Plan: "b", Target: "z", Value: number(t, "1,1250"), Note: "Dòng một\n\tdòng <hai> & \\"},
		portal.Result{Plan: "b", Target: "a", Part: number(t, "10"), Numerator: number(t, "012"), Denominator: number(t, "12,0")},
		portal.Result{Plan: "b", Target: "a", Part: number(t, "2"), Value: number(t, "0")},
		portal.Result{Plan: "b", Target: "rong"},
		portal.Result{Plan: "a", Target: "z", Evidence: "Báo cáo số 12/BC-UBND"},
	)
	report.Corrections = []portal.Correction{{Target: "z", Field: "value", From: "1", To: "1,1250", Why: "Sót", Date: day(t, "2026-10-05"), ApprovedBy: "B"}}
	report.Corrections[0].Plan = "b"
	entry, news := report.Seal(day(t, "2026-10-06"), asWritten)
	const want = `{"version":1,"unit":"xa-minh-hoa-1-m0001","period":"2026-Q3","sample":true,"locked_on":"2026-10-06","submitted_on":"2026-10-02",` +
		`"approved_by":"Người \"duyệt\"","approved_on":"2026-10-03","rows":[` +
		`{"plan":"a","target":"z","part":null,"numerator":null,"denominator":null,"value":null,"note":"","difficulty":"","proposal":"","evidence":"Báo cáo số 12/BC-UBND"},` +
		`{"plan":"b","target":"a","part":2,"numerator":null,"denominator":null,"value":0,"note":"","difficulty":"","proposal":"","evidence":""},` +
		`{"plan":"b","target":"a","part":10,"numerator":12,"denominator":12,"value":null,"note":"","difficulty":"","proposal":"","evidence":""},` +
		`{"plan":"b","target":"z","part":null,"numerator":null,"denominator":null,"value":1.1250,"note":"Dòng một\n\tdòng <hai> & \\","difficulty":"","proposal":"","evidence":""}],` +
		`"corrections":[{"plan":"b","target":"z","part":null,"field":"value","from":1,"to":1.1250,"why":"Sót","date":"2026-10-05","approved_by":"B"}],` +
		`"previous":"","sha256":"HASH"}`
	if diff := cmp.Diff(strings.Replace(want, "HASH", entry.SHA256, 1), string(entry.Line())); diff != "" || !news {
		t.Errorf("news %t, -want +got:\n%s", news, diff)
	}
	if got := portal.LedgerSum(entry.Line()); got != entry.SHA256 || got != "03e01492fc37ce1c33668eded2d02000068c06b9d4e4e4e78e0f27da87f1fa5b" {
		t.Errorf("the hash of the line is %s, stated %s", got, entry.SHA256)
	}
}

// Rows in another order, with other forms of the same numbers, and rows that
// say nothing make no other entry.
func TestTheSameResultsMakeTheSameEntry(t *testing.T) {
	a := portal.Result{Plan: "p", Target: "a", Numerator: number(t, "188"), Denominator: number(t, "200")}
	b := portal.Result{Plan: "p", Target: "b", Value: number(t, "2,50")}
	first, _ := reportOf(t, a, b).Seal(day(t, "2026-10-06"), asWritten)
	a.Numerator, b.Value, b.Plan = number(t, "188,0"), number(t, "2.5"), ""
	second, _ := reportOf(t, b, portal.Result{Plan: "p", Target: "c"}, a).Seal(day(t, "2026-10-06"), func(row *portal.Result) string { return "p" })
	if diff := cmp.Diff(string(first.Line()), string(second.Line())); diff != "" {
		t.Error(diff)
	}
}

func TestSealingAgain(t *testing.T) {
	row := portal.Result{Plan: "p", Target: "a", Numerator: number(t, "180"), Denominator: number(t, "200")}
	correction := portal.Correction{Target: "a", Field: "numerator", From: "180", To: "188", Why: "Sót", Date: day(t, "2026-10-07"), ApprovedBy: "B"}
	sealed := func(change func(*portal.Report)) (portal.LedgerEntry, bool) {
		report := reportOf(t, row)
		first, _ := report.Seal(day(t, "2026-10-06"), asWritten)
		report.Ledger = []portal.LedgerEntry{first}
		change(report)
		return report.Seal(day(t, "2026-10-08"), asWritten)
	}
	for _, test := range []struct {
		name   string
		change func(*portal.Report)
		news   bool
	}{
		{"nothing", func(*portal.Report) {}, false},
		{"another approval", func(r *portal.Report) { r.ApprovedBy = "C" }, false},
		{"a row that says nothing", func(r *portal.Report) {
			r.Results = append(r.Results, portal.Result{Plan: "p", Target: "b"})
		}, false},
		{"the row without its plan", func(r *portal.Report) { r.Results[0].Plan = "" }, false},
		{"a figure", func(r *portal.Report) { r.Results[0].Numerator = number(t, "188") }, true},
		{"words", func(r *portal.Report) { r.Results[0].Note = "x" }, true},
		{"a row more", func(r *portal.Report) {
			r.Results = append(r.Results, portal.Result{Plan: "p", Target: "b", Note: "x"})
		}, true},
		{"no rows", func(r *portal.Report) { r.Results = nil }, true},
		{"the day of submission", func(r *portal.Report) { r.SubmittedOn = day(t, "2026-10-01") }, true},
		{"a correction", func(r *portal.Report) { r.Corrections = []portal.Correction{correction} }, true},
	} {
		entry, news := sealed(test.change)
		if news != test.news || entry.Version != 2 || len(entry.Previous) != 64 {
			t.Errorf("%s: news %t, version %d after %q", test.name, news, entry.Version, entry.Previous)
		}
	}
	entry, _ := sealed(func(r *portal.Report) {
		r.Results[0].Numerator, r.Corrections = number(t, "188"), []portal.Correction{correction}
	})
	if len(entry.Corrections) != 1 || entry.Corrections[0].Plan != "p" {
		t.Errorf("sealed with %+v", entry.Corrections)
	}
}

// Each correction is sealed once, and stays as it was.
func TestCorrectionsAreSealedOnce(t *testing.T) {
	report := reportOf(t, portal.Result{Plan: "p", Target: "a", Value: number(t, "1")})
	seal := func(on string) {
		entry, _ := report.Seal(day(t, on), asWritten)
		report.Ledger = append(report.Ledger, entry)
	}
	seal("2026-10-06")
	report.Corrections = []portal.Correction{
		{Target: "a", Field: "value", From: "2", To: "3", Why: "Hai", Date: day(t, "2026-10-08"), ApprovedBy: "B"},
		{Target: "a", Field: "value", From: "1", To: "2", Why: "Một", Date: day(t, "2026-10-07"), ApprovedBy: "B"},
	}
	report.Results[0].Value = number(t, "3")
	if a := report.Amendments(asWritten); !slices.Equal(a.Pending, []int{1, 0}) || len(a.Cells) != 1 || !slices.Equal(a.Cells[0].By, []int{1, 0}) {
		t.Errorf("before: %+v", a)
	}
	seal("2026-10-09")
	if a := report.Amendments(asWritten); len(a.Pending)+len(a.Lost)+len(a.Cells) > 0 {
		t.Errorf("after: %+v", a)
	}
	report.Corrections[0].From = "2,0" // the same number
	report.Corrections[1].Why = "Khác"
	if a := report.Amendments(asWritten); !slices.Equal(a.Pending, []int{1}) || len(a.Lost) != 1 || a.Lost[0].Why != "Một" {
		t.Errorf("altered: %+v", a)
	}
}

func TestWhatIsWrongWithALedger(t *testing.T) {
	whole := func() *portal.Report {
		report := reportOf(t, portal.Result{Plan: "p", Target: "a", Value: number(t, "1")})
		for _, on := range []string{"2026-10-06", "2026-10-06", "2026-11-01"} {
			report.Results[0].Value = report.Results[0].Value.Add(number(t, "1"))
			entry, _ := report.Seal(day(t, on), asWritten)
			report.Ledger = append(report.Ledger, entry)
		}
		return report
	}
	resealed := func(e portal.LedgerEntry) portal.LedgerEntry { // as somebody may who knows how
		e.SHA256 = ""
		e.SHA256 = portal.LedgerSum(e.Line())
		e.Sum = e.SHA256
		return e
	}
	for _, test := range []struct {
		name string
		harm func(l []portal.LedgerEntry) []portal.LedgerEntry
		want string // the fault of each entry
	}{
		{"none", func(l []portal.LedgerEntry) []portal.LedgerEntry { return l }, "- - -"},
		{"a line altered", func(l []portal.LedgerEntry) []portal.LedgerEntry { l[0].Sum = "x"; return l }, "line - -"},
		{"the first lost", func(l []portal.LedgerEntry) []portal.LedgerEntry { return l[1:] }, "version -"},
		{"one lost", func(l []portal.LedgerEntry) []portal.LedgerEntry { return append(l[:1], l[2:]...) }, "- version"},
		{"one twice", func(l []portal.LedgerEntry) []portal.LedgerEntry { return []portal.LedgerEntry{l[0], l[0], l[1]} }, "- version -"},
		{"two in the wrong order", func(l []portal.LedgerEntry) []portal.LedgerEntry { l[1], l[2] = l[2], l[1]; return l }, "- version version"},
		{"one rewritten", func(l []portal.LedgerEntry) []portal.LedgerEntry {
			l[0].Rows[0].Note = "x"
			l[0] = resealed(l[0])
			return l
		}, "- chain -"},
		{"a first that follows something", func(l []portal.LedgerEntry) []portal.LedgerEntry {
			l[0].Previous = l[1].SHA256
			l[0] = resealed(l[0])
			return l[:1]
		}, "chain"},
		{"of another period", func(l []portal.LedgerEntry) []portal.LedgerEntry {
			l[1].Period = period(t, "2026-Q2")
			l[1] = resealed(l[1])
			return l
		}, "- report chain"},
		{"a day too early", func(l []portal.LedgerEntry) []portal.LedgerEntry {
			l[2].LockedOn = day(t, "2026-10-05")
			l[2] = resealed(l[2])
			return l
		}, "- - day"},
		{"no full day", func(l []portal.LedgerEntry) []portal.LedgerEntry {
			l[2].LockedOn = day(t, "2026-11")
			l[2] = resealed(l[2])
			return l
		}, "- - day"},
	} {
		report := whole()
		report.Ledger = test.harm(report.Ledger)
		var got []string
		for i := range report.Ledger {
			fault := string(report.Verify(i))
			if fault == "" {
				fault = "-"
			}
			got = append(got, fault)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q, want %s", test.name, got, test.want)
		}
	}
}

func TestCorrectionsAsJSON(t *testing.T) {
	for _, test := range []struct {
		correction portal.Correction
		want       string
	}{
		{portal.Correction{Target: "a", Field: "numerator", From: "180", To: "188,0"},
			`{"plan":null,"target":"a","part":null,"field":"numerator","from":180,"to":188,"why":"","date":null,"approved_by":null}`},
		{portal.Correction{Plan: "p", Target: "a", Part: number(t, "2"), Field: "value", To: "0,5", Why: "<b>", Date: day(t, "2026-10-05"), ApprovedBy: "B"},
			`{"plan":"p","target":"a","part":2,"field":"value","from":null,"to":0.5,"why":"<b>","date":"2026-10-05","approved_by":"B"}`},
		{portal.Correction{Target: "a", Field: "note", From: "12", To: "\"x\"\n"},
			`{"plan":null,"target":"a","part":null,"field":"note","from":"12","to":"\"x\"\n","why":"","date":null,"approved_by":null}`},
	} {
		got, err := test.correction.MarshalJSON()
		if err != nil || string(got) != test.want {
			t.Errorf("%s, %v", got, err)
		}
		var back portal.Correction
		if err := json.Unmarshal(got, &back); err != nil || back.Was() != test.correction.Was() || back.Is() != test.correction.Is() || back.Part != test.correction.Part {
			t.Errorf("%s is read as %+v, %v", got, back, err)
		}
	}
	for _, text := range []string{
		`{"field":"value","from":"1"}`, `{"field":"note","to":1}`, `{"field":"value","from":1e3}`, `{"field":"value","from":[1]}`,
		`{"field":"value","from":true}`, `{"fiel":"value"}`, `[]`,
	} {
		if err := json.Unmarshal([]byte(text), new(portal.Correction)); err == nil {
			t.Errorf("%s is read", text)
		}
	}
	c := portal.Correction{Field: "value", From: "1234,5", To: "x"}
	if c.ShownFrom() != "1.234,5" || c.ShownTo() != "x" {
		t.Errorf("shown as %q, %q", c.ShownFrom(), c.ShownTo())
	}
}

func TestWhichPlanARowSpeaksOf(t *testing.T) {
	unit := func(id, parent string, kind portal.UnitKind, members ...string) *portal.Unit {
		return &portal.Unit{ID: id, Parent: parent, Kind: kind, Members: members}
	}
	plan := func(id, from, to string, targets ...portal.Target) *portal.Plan {
		return &portal.Plan{Record: portal.Record{ID: id}, From: day(t, from), To: day(t, to), Targets: targets}
	}
	target := func(id string, owner ...string) portal.Target { return portal.Target{ID: id, Owner: owner} }
	p := &portal.Portal{
		Units: []*portal.Unit{unit("xa", "", portal.Commune), unit("ca", "xa", portal.Police), unit("doi", "ca", portal.Office),
			unit("xom", "xa", portal.Neighborhood), unit("xa-b", "xa", portal.Commune), unit("nhom", "xa", portal.Group, "ca", "xa-b")},
		Plans: []*portal.Plan{
			plan("p1", "2026", "2026", target("mot", "ca"), target("hai", "xa"), target("ba", "xa-b"), target("bon", "nhom"), target("nam", "doi")),
			plan("p2", "2026", "2030", target("hai", "xa", "ca")),
			plan("p3", "2027", "2030", target("mot", "xa")),
		},
	}
	p.Index()
	owners := p.Owners()
	for _, test := range []struct{ unit, period, target, want string }{
		{"xa", "2026-Q3", "mot", "p1"},
		{"xa", "2027-Q3", "mot", "p3"},
		{"ca", "2027-Q3", "mot", "p1"}, // out of its time, and the only one
		{"xa", "2026-Q3", "hai", ""},
		{"xa", "2027-Q3", "hai", "p2"},
		{"xa", "2026-Q3", "ba", ""},
		{"xa", "2026-Q3", "bon", "p1"},
		{"xa-b", "2026-Q3", "bon", "p1"},
		{"xa", "2026-Q3", "nam", "p1"},
		{"xa", "2028-Q3", "khong", ""},
		{"xa", "2025", "mot", ""},
	} {
		report := &portal.Report{Unit: test.unit, Period: period(t, test.period)}
		if got := owners.PlanOf(report)(&portal.Result{Target: test.target}); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
	if got := owners.PlanOf(&portal.Report{})(&portal.Result{Plan: "khac", Target: "mot"}); got != "khac" {
		t.Errorf("the plan that a row names: %q", got)
	}
}
