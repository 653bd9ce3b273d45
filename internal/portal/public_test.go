package portal_test

import (
	"strings"
	"testing"

	"thidua/internal/portal"
)

func TestWhatAnAudienceSees(t *testing.T) {
	p := &portal.Portal{
		Units: []*portal.Unit{{ID: "that"}, {ID: "minh-hoa", Sample: true}},
		Models: []*portal.Model{{
			Record:    portal.Record{ID: "m", Status: portal.Published},
			Adoptions: []portal.Adoption{{Unit: "that"}, {Unit: "minh-hoa"}},
		}},
		Recognitions: []*portal.Recognition{{
			Record:   portal.Record{ID: "c", Status: portal.Published},
			Dossiers: []portal.Dossier{{Unit: "minh-hoa"}, {Unit: "that"}},
		}},
	}
	for _, status := range []portal.Status{portal.Draft, portal.Submitted, portal.Returned, portal.Approved, portal.Published, portal.Withdrawn, ""} {
		p.Plans = append(p.Plans, &portal.Plan{Record: portal.Record{ID: "k-" + string(status), Status: status}})
	}
	p.Plans = append(p.Plans, &portal.Plan{Record: portal.Record{ID: "minh-hoa", Status: portal.Published, Sample: true}})
	p.Index()
	for _, test := range []struct {
		audience    portal.Audience
		plans, rows string
	}{
		{portal.Audience{}, "k-approved k-published", "that"},
		{portal.Audience{Samples: true}, "k-approved k-published minh-hoa", "that minh-hoa"},
		{portal.Audience{Drafts: true, Samples: true}, "k- k-approved k-draft k-published k-returned k-submitted minh-hoa", "that minh-hoa"},
	} {
		public := p.For(test.audience)
		var plans, rows []string
		for _, plan := range public.Plans {
			plans = append(plans, plan.ID)
			if public.Plan(plan.ID) != plan {
				t.Errorf("%s is not found", plan.ID)
			}
		}
		for _, a := range public.Model("m").Adoptions {
			rows = append(rows, a.Unit)
		}
		if got := strings.Join(plans, " "); got != test.plans {
			t.Errorf("%+v sees the plans %s, want %s", test.audience, got, test.plans)
		}
		if got := strings.Join(rows, " "); got != test.rows || len(public.Recognitions[0].Dossiers) != len(rows) {
			t.Errorf("%+v sees rows of %s, want %s", test.audience, got, test.rows)
		}
	}
	if len(p.Models[0].Adoptions) != 2 || len(p.Recognitions[0].Dossiers) != 2 {
		t.Error("the portal itself has lost rows")
	}
}
