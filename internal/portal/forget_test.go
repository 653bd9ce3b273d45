package portal_test

import (
	"encoding/json"
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// Of everything there are two records, "con" which stays and "mat" which is
// withdrawn, and both are named wherever a record may be named.
func withdrawn() *portal.Portal {
	record := func(id string) portal.Record {
		status := portal.Published
		if id == "mat" {
			status = portal.Withdrawn
		}
		return portal.Record{ID: id, Status: status, History: []portal.Change{{Date: vi.NewDate(2026, 3, 2)}, {Date: vi.NewDate(2026, 10, 5)}}}
	}
	refs := []portal.ClauseRef{{Plan: "con", Clause: "I"}, {Plan: "mat", Clause: "I"}}
	both := portal.IDs{"con", "mat"}
	p := &portal.Portal{
		Documents: []*portal.Document{{ID: "a", RepealedBy: "mat"}, {ID: "b", RepealedBy: "con"}},
		Fields:    []*portal.Field{{ID: "f", Standards: []portal.Standard{{ID: "s", AskedBy: refs}, {ID: "t"}}}},
		Movements: []*portal.Movement{{Record: record("con")}, {Record: record("mat")}},
		Plans: []*portal.Plan{
			{Record: record("con"), Movement: "mat", LinkedMovements: both, Documents: []portal.Citation{{ID: "mat"}, {ID: "a"}},
				Targets: []portal.Target{{ID: "x", Group: "nhom", Aligns: portal.IDs{"mat#y", "con#x"}}}},
			{Record: record("giu"), Movement: "con", Targets: []portal.Target{{ID: "z", Group: "nhom"}}},
			{Record: record("mat"), Targets: []portal.Target{{ID: "y"}}},
		},
		Models:    []*portal.Model{{Record: record("con"), AskedBy: refs, Movement: "mat"}, {Record: record("mat")}},
		Exemplars: []*portal.Exemplar{{Record: record("con"), Movement: "mat"}, {Record: record("mat")}},
		Recognitions: []*portal.Recognition{{
			Record: record("con"), AskedBy: refs,
			Goals:  []portal.Goal{{Target: "mat#y"}, {Target: "con#x"}},
			Steps:  []portal.StepDeadline{{Deadline: "con#d"}, {Deadline: "mat#d"}},
			Papers: []portal.RequiredPaper{{Text: "Báo cáo", AskedBy: refs}},
		}},
		Columns: []*portal.Column{{Record: record("con"), Plans: both, Models: both, Exemplars: both}},
		Reports: []*portal.Report{{
			Record:      record("con"),
			Results:     []portal.Result{{Target: "y", Plan: "mat"}, {Target: "y"}, {Target: "x", Plan: "con"}, {Target: "x"}},
			Corrections: []portal.Correction{{Target: "y"}, {Target: "x"}, {Plan: "mat", Target: "x"}},
			Answers:     portal.IDs{"mat#d", "con#d"},
			Ledger: []portal.LedgerEntry{{
				Rows:        []portal.LedgerRow{{Plan: "mat", Target: "y"}, {Plan: "con", Target: "x"}},
				Corrections: []portal.Correction{{Plan: "mat", Target: "y"}, {Plan: "con", Target: "x"}},
			}},
		}},
	}
	p.Index()
	return p
}

func TestWhatIsWithdrawnIsNotNamed(t *testing.T) {
	p := withdrawn()
	before := written(t, p)
	for _, audience := range []portal.Audience{{}, {Drafts: true, Samples: true}} {
		public := p.For(audience)
		if text := written(t, public); strings.Contains(text, `mat`) || strings.Contains(text, `"y"`) {
			t.Errorf("%+v still sees it: %s", audience, text)
		}
		kept := public.Plan("con")
		report, programme := public.Reports[0], public.Recognitions[0]
		if kept.Targets[0].Group != "" || public.Plan("giu").Targets[0].Group != "nhom" || len(kept.Targets[0].Aligns) != 1 ||
			len(public.Columns[0].Plans) != 1 || len(public.Fields[0].Standards) != 2 || len(report.Results) != 2 || len(report.Corrections) != 1 ||
			len(report.Answers) != 1 || len(report.Ledger[0].Rows) != 1 || len(report.Ledger[0].Corrections) != 1 ||
			len(programme.Goals) != 1 || len(programme.Steps) != 1 || len(programme.Papers) != 1 {
			t.Error("more is gone than was withdrawn")
		}
		if public.Plan("giu") != p.Plan("giu") {
			t.Error("a record that loses nothing was copied")
		}
	}
	if written(t, p) != before {
		t.Error("the portal itself has changed")
	}
}

func TestTombstones(t *testing.T) {
	var paths []string
	for _, stone := range withdrawn().For(portal.Audience{}).Tombstones {
		paths = append(paths, stone.Path+" "+stone.On.String())
	}
	want := "dien-hinh/mat 2026-10-05, ke-hoach/mat 2026-10-05, mo-hinh/mat 2026-10-05, phong-trao/mat 2026-10-05"
	if got := strings.Join(paths, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// written is all that the records of a portal say, but not its tombstones.
func written(t *testing.T, p *portal.Portal) string {
	t.Helper()
	only := *p
	only.Tombstones = nil
	data, err := json.Marshal(only)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
