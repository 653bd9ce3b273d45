package portal_test

import (
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestSpans(t *testing.T) {
	span := func(from, to string) (s portal.Span) {
		t.Helper()
		if err := s.From.UnmarshalText([]byte(from)); err != nil {
			t.Fatal(err)
		}
		if err := s.To.UnmarshalText([]byte(to)); err != nil {
			t.Fatal(err)
		}
		return s
	}
	for _, test := range []struct {
		a, b  portal.Span
		meets bool
		said  string // of a
	}{
		{span("", ""), span("2026", "2026"), true, ""},
		{span("2025-07-01", ""), span("2025-06-30", "2025-06-30"), false, "01/7/2025 –"},
		{span("2025-07-01", ""), span("2025", "2025"), true, "01/7/2025 –"},
		{span("2025-07-01", ""), span("2024", ""), true, "01/7/2025 –"},
		{span("", "2025-06"), span("2025-06-30", ""), true, "– tháng 6/2025"},
		{span("", "2025-06"), span("2025-07", "2026"), false, "– tháng 6/2025"},
		{span("2026", "2026"), span("2026-12-31", "2030"), true, "năm 2026"},
		{span("2026", "2028"), span("2029", "2030"), false, "năm 2026 – năm 2028"},
	} {
		if test.a.Meets(test.b) != test.meets || test.b.Meets(test.a) != test.meets {
			t.Errorf("%s meets %s: want %t", test.a, test.b, test.meets)
		}
		if got := test.a.String(); got != test.said {
			t.Errorf("%q, want %q", got, test.said)
		}
	}
}

func TestABodyLivesAndEndsWithItsPlace(t *testing.T) {
	end, begin := vi.NewDate(2025, 6, 30), vi.NewDate(2025, 7, 1)
	p := &portal.Portal{Units: []*portal.Unit{
		{ID: "tinh"},
		{ID: "xa", Kind: portal.Commune, Parent: "tinh", ValidFrom: begin, Predecessors: portal.IDs{"xa-cu"}},
		{ID: "xa-cu", Kind: portal.Commune, Parent: "tinh", ValidTo: end},
		{ID: "cong-an-xa", Kind: portal.Police, Parent: "xa"},
		{ID: "cong-an-xa-cu", Kind: portal.Police, Parent: "xa-cu"},
		{ID: "to-xa-cu", Kind: portal.Group, Parent: "cong-an-xa-cu"},
		{ID: "doi-xa", Kind: portal.Group, Parent: "xa", ValidTo: end},
	}}
	p.Index()
	for id, want := range map[string]portal.Span{
		"tinh": {}, "xa": {From: begin}, "cong-an-xa": {From: begin}, "to-xa-cu": {To: end}, "doi-xa": {To: end},
	} {
		if got := p.Validity(p.Unit(id)); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	for id, want := range map[string]*portal.Unit{
		"xa-cu": p.Unit("xa"), "cong-an-xa-cu": p.Unit("cong-an-xa"), "to-xa-cu": nil, "xa": nil, "tinh": nil,
	} {
		if got := p.Successor(p.Unit(id)); got != want {
			t.Errorf("after %s came %v", id, got)
		}
	}
}

func TestATargetHasTheTimeOfItsPlan(t *testing.T) {
	plan := &portal.Plan{IssuedOn: vi.NewDate(2026, 2, 0), To: year(2030)}
	target := &portal.Target{From: year(2027)}
	if got := plan.Time(); got != (portal.Span{From: plan.IssuedOn, To: plan.To}) {
		t.Error(got)
	}
	if got := (portal.Promise{Plan: plan, Target: target}).Time(); got != (portal.Span{From: target.From, To: plan.To}) {
		t.Error(got)
	}
}
