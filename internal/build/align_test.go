package build

import (
	"encoding/csv"
	"os"
	"testing"

	"thidua/internal/derive"
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// The pairs that words propose for two plans of one movement, held against
// those that a reader of both wrote down, testdata/ba-nhat.csv: every target of
// Hưng Nguyên with its counterpart of Hưng Yên, or none.
func TestProposedPairs(t *testing.T) {
	file, err := os.Open("testdata/ba-nhat.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	right := map[string]string{}
	counterparts := 0
	for _, row := range rows[1:] {
		right[row[0]] = row[1]
		if row[1] != "" {
			counterparts++
		}
	}
	builder, err := New(Options{Source: "../.."})
	if err != nil {
		t.Fatal(err)
	}
	defer builder.Close()
	p, _, err := builder.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const one, other = "ba-nhat-xa-hung-nguyen-2026", "ba-nhat-tinh-hung-yen-2026"
	if len(p.Plan(one).Targets) != len(right) {
		t.Errorf("%d targets, %d in the list of pairs", len(p.Plan(one).Targets), len(right))
	}
	figures := derive.Figures(p, vi.NewDate(2026, 11, 22))
	proposed, found := 0, 0
	for _, alignment := range figures.Plans[one].Alignments {
		if alignment.Above.ID != other && alignment.Below.ID != other {
			continue
		}
		if !alignment.Proposed {
			t.Error("the two plans are not above and below each other")
		}
		for _, pair := range alignment.Pairs {
			mine, theirs := pair.Above, pair.Below
			if alignment.Below.ID == one {
				mine, theirs = theirs, mine
			}
			if mine == nil || theirs == nil {
				continue
			}
			proposed++
			if right[mine.ID] == theirs.ID {
				found++
			} else {
				t.Logf("%s is paired with %s, not %q", mine.ID, theirs.ID, right[mine.ID])
			}
		}
		for _, mine := range missed(alignment, one, right) {
			t.Logf("%s is not paired with %s", mine, right[mine])
		}
	}
	precision, recall := float64(found)/float64(proposed), float64(found)/float64(counterparts)
	t.Logf("%d proposed, %d right of %d: precision %.3f, recall %.3f", proposed, found, counterparts, precision, recall)
	if precision < 0.9 || recall < 0.9 {
		t.Error("want 0.9 of each")
	}
}

// missed are the targets that have a counterpart and were not paired.
func missed(a *portal.Alignment, one string, right map[string]string) (ids []string) {
	for _, pair := range a.Pairs {
		mine, theirs := pair.Above, pair.Below
		if a.Below.ID == one {
			mine, theirs = theirs, mine
		}
		if mine != nil && theirs == nil && right[mine.ID] != "" {
			ids = append(ids, mine.ID)
		}
	}
	return ids
}
