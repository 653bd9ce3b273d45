package derive

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestAlignmentsComeInTheOrderOfTheirIDs(t *testing.T) {
	plan := func(id, movement, above string) *portal.Plan {
		p := &portal.Plan{Record: portal.Record{ID: id}, Movement: movement}
		if above != "" {
			p.Documents = []portal.Citation{{ID: above, Role: portal.RoleImplements}}
		}
		return p
	}
	p := &portal.Portal{Plans: []*portal.Plan{plan("a", "m", ""), plan("b", "", "c"), plan("c", "", ""), plan("z", "m", "")}}
	p.Index()
	var got []string
	for _, alignment := range Figures(p, vi.NewDate(2026, 11, 22)).Alignments {
		got = append(got, alignment.ID())
	}
	if got := strings.Join(got, " "); got != "a/z b/c" {
		t.Error(got)
	}
}

// The plan of a province, or whichever stands beside all others, is held against
// a few of them: no page for each commune.
func TestOnePlanIsNotHeldAgainstAll(t *testing.T) {
	p := &portal.Portal{Units: []*portal.Unit{{ID: "tinh-a", Kind: portal.Province}, {ID: "tinh-b", Kind: portal.Province}}}
	for i := range 100 {
		province, xa := []string{"tinh-a", "tinh-b"}[i%2], fmt.Sprintf("xa-%03d", i)
		if i < 2 {
			xa = province
		} else {
			p.Units = append(p.Units, &portal.Unit{ID: xa, Kind: portal.Commune, Parent: province})
		}
		p.Plans = append(p.Plans, &portal.Plan{Record: portal.Record{ID: "k-" + xa}, Movement: "m", Issuer: portal.IDs{xa}})
	}
	p.Index()
	f := Figures(p, vi.NewDate(2026, 11, 22))
	if len(f.Alignments) != 2*proposedAtMost {
		t.Errorf("%d alignments", len(f.Alignments))
	}
	for _, a := range f.Alignments {
		if a.Above.Issuer[0] != "tinh-a" && a.Above.Issuer[0] != "tinh-b" || !a.Proposed {
			t.Errorf("%s", a.ID())
		}
	}
}

// Of the targets of a plan above only those count as dropped that bind the place.
func TestWhatOthersOweIsNotDropped(t *testing.T) {
	p := world(t, `
	unit tinh province -
	unit ca office tinh
	unit xa commune tinh
	unit cax police xa
	unit xb commune tinh
	unit cac-ca group tinh members=cax
	unit cac-xb group tinh members=xb
	unit chua-ro group tinh
	unit noi-khac group xb
	plan t - 2026 2026
	target tinh ca none
	target cua-xa cax none
	target chung cac-ca none
	target xb cac-xb none
	target ai-do chua-ro none
	target khac noi-khac none
	target khong-ai - none
	target hai ca,cac-ca none
	plan x - 2026 2026
	target co cax none`)
	p.Plans[1].Issuer = portal.IDs{"cax"}
	p.Plans[1].Documents = []portal.Citation{{ID: "t", Role: portal.RoleImplements}}
	p.Plans[1].Targets[0].Aligns = portal.IDs{"t#cua-xa"}
	a := Figures(p, day(t, "2026-12-31")).Alignments[0]
	got := map[string]portal.Alteration{}
	for _, pair := range a.Pairs {
		got[pair.Above.ID] = pair.Change
	}
	want := map[string]portal.Alteration{
		"tinh": portal.Elsewhere, "cua-xa": portal.Kept, "chung": portal.Dropped, "xb": portal.Elsewhere,
		"ai-do": portal.Dropped, "khac": portal.Elsewhere, "khong-ai": portal.Dropped, "hai": portal.Dropped,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Of the same level is not the same in all.
func TestInWhatKeptTargetsDiffer(t *testing.T) {
	p := world(t, `
	unit tinh province -
	unit xa commune tinh
	unit cac-xa group tinh members=xa
	plan t - 2026 2030
	target a cac-xa at-least 95 %
	target b tinh at-least 95 %
	target c cac-xa at-least 95 %
	plan x - 2026 2030
	target a xa at-least 95 %
	target b xa at-least 95 % every=quarter
	target c xa at-least 95 %`)
	below := p.Plans[1]
	below.Issuer = portal.IDs{"xa"}
	below.Documents = []portal.Citation{{ID: "t", Role: portal.RoleImplements}}
	for i := range below.Targets {
		below.Targets[i].Aligns = portal.IDs{"t#" + below.Targets[i].ID}
	}
	below.Targets[2].Statement, below.Targets[2].From = "Hồ sơ xong sớm", day(t, "2027")
	var got []string
	for _, pair := range Figures(p, day(t, "2026-12-31")).Alignments[0].Pairs {
		got = append(got, fmt.Sprint(pair.Above.ID, pair.Change, pair.Differs))
	}
	if got := strings.Join(got, " "); got != "akept[] bkept[period owner] ckept[words time]" {
		t.Error(got)
	}
}
