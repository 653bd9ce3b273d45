package reuse_test

import (
	"encoding/json"
	"testing"
)

// What is told of each value must lead to the entries that its own page has.
func TestACombinationTellsWhichEntriesHaveAValue(t *testing.T) {
	var c struct {
		Real, Samples int
		PageSize      int `json:"page_size"`
		Facets        []struct {
			Key    string
			Values []struct {
				Path    string
				Entries []int
			}
		}
	}
	if err := json.Unmarshal(written(t, "chữ")["ke-hoach/list.json"], &c); err != nil {
		t.Fatal(err)
	}
	all := c.Real + c.Samples
	if all == 0 || c.PageSize == 0 || len(c.Facets) < 3 {
		t.Fatalf("%+v", c)
	}
	for _, facet := range c.Facets {
		for _, value := range facet.Values {
			at := 0
			for i, gap := range value.Entries {
				at += gap
				if i > 0 && gap < 1 || at < 0 || at >= all {
					t.Errorf("%s: entry %d of %d", value.Path, at, all)
				}
			}
			if len(value.Entries) == 0 {
				t.Errorf("%s has no entries", value.Path)
			}
		}
	}
}
