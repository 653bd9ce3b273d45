package derive

import (
	"fmt"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// However many records a country has, the list of what has to be public is as
// long as there are kinds of information, and its own lists are cut into pages.
func TestWhatHasToBePublicDoesNotGrowWithTheCountry(t *testing.T) {
	of := func(plans int) *portal.Figures {
		p := &portal.Portal{Units: []*portal.Unit{{ID: "a", Name: "Tỉnh A", Kind: portal.Province}}}
		for i := range plans {
			plan := &portal.Plan{Record: portal.Record{ID: fmt.Sprint("ke-hoach-", i), History: []portal.Change{{Date: vi.NewDate(2026, 3, 2)}, {Date: vi.NewDate(2026, 2, 1)}}}, Issuer: portal.IDs{"a"}}
			plan.Targets = []portal.Target{{ID: "cong-khai", Measure: portal.Measure{Kind: portal.Disclose}}, {ID: "khac", Measure: portal.Measure{Kind: portal.None}}}
			p.Plans = append(p.Plans, plan)
		}
		p.Index()
		return Figures(p, vi.NewDate(2026, 11, 22))
	}
	few, many := of(1), of(500)
	if len(few.Public) != len(many.Public) || len(few.Public) == 0 {
		t.Errorf("%d kinds, and %d in a larger country", len(few.Public), len(many.Public))
	}
	for _, item := range many.Public {
		if item.List == nil {
			t.Fatalf("%s is nowhere", item.Key)
		}
		switch item.Key {
		case "plans", "issued", "disclosures":
			if item.Count.Real != 500 {
				t.Errorf("%s: %d", item.Key, item.Count.Real)
			}
		}
		if item.Key == "plans" && item.Updated != vi.NewDate(2026, 3, 2) {
			t.Errorf("plans changed on %v", item.Updated)
		}
	}
	page, err := many.Lists["cong-khai/chi-tieu"].Page(1)
	if err != nil || len(page.Real) != rowsSize {
		t.Errorf("a page has %d: %v", len(page.Real), err)
	}
	if shown := many.Lists["cong-khai/ke-hoach"].Head(1)[0].(*portal.Plan).FirstShown(); shown != vi.NewDate(2026, 2, 1) {
		t.Errorf("shown first on %v", shown)
	}
}

// The English lists have the entries of the Vietnamese ones, and both know of
// each other; only contacts that are published, of units that are, are listed.
func TestEnglishListsFollowTheVietnameseOnes(t *testing.T) {
	reach := []portal.Contact{{Kind: "website", Value: "https://example.org/"}}
	p := &portal.Portal{Units: []*portal.Unit{
		{ID: "a", Name: "Tỉnh A", Kind: portal.Province, Contacts: reach},
		{ID: "b", Name: "Xã B", Kind: portal.Commune, Parent: "a"},
		{ID: "c", Name: "Xã C", Kind: portal.Commune, Parent: "a", ValidTo: vi.NewDate(2025, 6, 30), Contacts: reach},
	}}
	p.Index()
	f := Figures(p, vi.NewDate(2026, 11, 22))
	for vietnamese, english := range map[string]string{"tim-xa": "en/units", "tim-xa/a": "en/units/a", "lien-he": "en/contacts"} {
		a, b := f.Lists[vietnamese], f.Lists[english]
		if a == nil || b == nil || a.Other != english || b.Other != vietnamese || a.Count != b.Count || b.OtherPath(2) != vietnamese+"/trang/2" || a.OtherPath(2) != english+"/page/2" {
			t.Errorf("%s and %s: %v, %v", vietnamese, english, a, b)
		}
	}
	if count := f.Lists["lien-he"].Count; count.Real != 1 {
		t.Errorf("%d units can be reached", count.Real)
	}
}
