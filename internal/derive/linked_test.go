package derive

import (
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestAPlanIsShownWhereItTiesItselfTo(t *testing.T) {
	plan := &portal.Plan{
		Record: portal.Record{ID: "k"}, Movement: "a", LinkedMovements: portal.IDs{"a", "b"},
		Hotlines: []portal.Provision{{Text: "Đường dây nóng", Unit: portal.IDs{"cong-an"}}},
	}
	p := &portal.Portal{
		Plans:     []*portal.Plan{plan},
		Units:     []*portal.Unit{{ID: "cong-an"}},
		Movements: []*portal.Movement{{Record: portal.Record{ID: "a"}}, {Record: portal.Record{ID: "b"}}},
	}
	p.Index()
	f := Figures(p, vi.Date{Year: 2026, Month: 11, Day: 22})
	if a := f.Movements["a"]; len(a.Plans) != 1 || len(a.Linked) != 0 {
		t.Errorf("its own movement has %+v", a)
	}
	if b := f.Movements["b"]; len(b.Plans) != 0 || len(b.Linked) != 1 {
		t.Errorf("the linked movement has %+v", b)
	}
	if hotlines := f.Units["cong-an"].Hotlines; len(hotlines) != 1 || hotlines[0].Plan != plan {
		t.Errorf("the unit has hotlines %+v", hotlines)
	}
}
