package portal

import "testing"

func TestAUnitKnowsWhatIsAboveAndWhatCameAfter(t *testing.T) {
	p := &Portal{Units: []*Unit{
		{ID: "tinh", Name: "Tỉnh"},
		{ID: "xa", Name: "Xã", Parent: "tinh", Predecessors: IDs{"xa-cu"}},
		{ID: "xa-cu", Name: "Xã cũ", Parent: "huyen-khong-co"},
		{ID: "cong-an", Name: "Công an", Parent: "xa"},
		{ID: "vong-a", Parent: "vong-b"},
		{ID: "vong-b", Parent: "vong-a"},
	}}
	p.Index()
	if got := p.Ancestors(p.Unit("cong-an")); len(got) != 2 || got[0].ID != "xa" || got[1].ID != "tinh" {
		t.Errorf("Ancestors = %v", got)
	}
	if got := p.Ancestors(p.Unit("vong-a")); len(got) != 1 {
		t.Errorf("Ancestors in a ring = %v", got)
	}
	if got := p.Roots(); len(got) != 2 || got[0].ID != "tinh" || got[1].ID != "xa-cu" {
		t.Errorf("Roots = %v", got)
	}
	if got := p.Successors("xa-cu"); len(got) != 1 || got[0].ID != "xa" {
		t.Errorf("Successors = %v", got)
	}
}
