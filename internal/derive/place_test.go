package derive

import (
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestAPlaceAnswersThroughItsBodies(t *testing.T) {
	unit := func(id, parent string, kind portal.UnitKind) *portal.Unit {
		return &portal.Unit{ID: id, Name: id, Parent: parent, Kind: kind}
	}
	plan := &portal.Plan{
		Record: portal.Record{ID: "ke-hoach"}, Issuer: portal.IDs{"ubnd-xa"}, From: vi.Date{Year: 2026}, To: vi.Date{Year: 2026},
		Targets:   []portal.Target{{ID: "a", Owner: portal.IDs{"cong-an-xa"}}, {ID: "b", Owner: portal.IDs{"cong-an-xa", "to"}}},
		Tasks:     []portal.Task{{ID: "c", Unit: portal.IDs{"ubnd-xa"}}},
		Deadlines: []portal.Deadline{{ID: "d", Date: vi.NewDate(2026, 12, 1), Owner: portal.IDs{"cong-an-xa"}}},
	}
	p := &portal.Portal{
		Units: []*portal.Unit{
			unit("tinh", "", portal.Province), unit("xa", "tinh", portal.Commune), unit("ubnd-xa", "xa", portal.Committee),
			unit("cong-an-xa", "xa", portal.Police), unit("to", "cong-an-xa", portal.Group), unit("ranh", "xa", portal.Office),
			unit("vong", "vong", portal.Office),
		},
		Plans: []*portal.Plan{plan},
	}
	p.Index()
	f := Figures(p, vi.NewDate(2026, 11, 22))

	xa := f.Units["xa"]
	if len(xa.Plans) != 1 || xa.Promised() != 2 || len(xa.Duties.Near) != 1 {
		t.Errorf("plans %d, targets %d, due %d", len(xa.Plans), xa.Promised(), len(xa.Duties.Near))
	}
	want := []portal.Body{
		{Unit: p.Unit("cong-an-xa"), Targets: 2}, {Unit: p.Unit("to"), Targets: 1}, {Unit: p.Unit("ubnd-xa"), Tasks: 1},
	}
	if len(xa.Bodies) != len(want) {
		t.Fatalf("%d bodies, want %d", len(xa.Bodies), len(want))
	}
	for i, body := range xa.Bodies {
		if body.Unit != want[i].Unit || body.Targets != want[i].Targets || body.Tasks != want[i].Tasks {
			t.Errorf("body %d is %s: %+v", i, body.Unit.ID, body)
		}
	}
	if tinh := f.Units["tinh"]; len(tinh.Bodies)+len(tinh.Plans) != 0 {
		t.Error("a province answers for what its communes promised")
	}
	if ubnd := f.Units["ubnd-xa"]; len(ubnd.Plans) != 1 || len(ubnd.Bodies) != 0 {
		t.Error("an issuer has its plans and no bodies")
	}
}
