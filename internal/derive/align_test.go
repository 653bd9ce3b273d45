package derive

import (
	"strings"
	"testing"

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
