package reuse

import (
	"strings"

	"thidua/internal/portal"
)

// A combination is a whole list with what is needed to narrow it by several
// facets at once: which of its entries have which value.
type combination struct {
	Schema   string          `json:"schema"`
	URL      string          `json:"url"`
	AsOf     string          `json:"as_of"`
	Real     int             `json:"real"`    // those come first
	Samples  int             `json:"samples"` // and these after them
	Sample   bool            `json:"sample"`  // there is nothing else
	PageSize int             `json:"page_size"`
	Facets   []combinedFacet `json:"facets"`
}

type combinedFacet struct {
	Key    string          `json:"key"`
	Path   string          `json:"path"` // below URL, as that of a value
	Values []combinedValue `json:"values"`
}

type combinedValue struct {
	Path    string  `json:"path"`
	Sample  bool    `json:"sample"` // all that has the value is invented
	Title   *string `json:"title"`  // null where a record has none: the pages say what it is called
	Entries []int   `json:"entries"`
}

// combines reports whether a list can be narrowed by several facets at once.
func combines(list *portal.List) bool {
	return list.Whole == list && len(list.Facets) > 1 && !list.Cut
}

// combinationOf tells the entries of each value by their places in the whole
// list, each as how far it is from the one before: most are 1, which compresses.
func combinationOf(list *portal.List, f *portal.Figures) combination {
	at := make(map[any]int, len(list.Entries))
	for i, entry := range list.Entries {
		at[entry.Record] = i
	}
	below := func(path string) string { return strings.TrimPrefix(path, list.Path+"/") + "/" }
	c := combination{
		Schema: "thidua/v1/list", URL: "/" + list.Path + "/", AsOf: f.Today.String(),
		Real: list.Count.Real, Samples: list.Count.Sample, Sample: list.Count.Invented(), PageSize: list.Size,
	}
	for _, facet := range list.Facets {
		combined := combinedFacet{Key: facet.Key, Path: below(facet.List.Path)}
		for _, value := range facet.Values {
			one := combinedValue{Path: below(value.Path), Sample: value.Count.Invented(), Title: text(value.Text)}
			last := 0
			for _, entry := range f.Lists[value.Path].Entries {
				one.Entries = append(one.Entries, at[entry.Record]-last)
				last = at[entry.Record]
			}
			combined.Values = append(combined.Values, one)
		}
		c.Facets = append(c.Facets, combined)
	}
	return c
}
