package derive

import (
	"cmp"
	"maps"
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// A shelf is all records of one kind that are listed together, in the order of
// readers, and the ways to narrow them.
type shelf[T any] struct {
	path   string // of the whole list, below the site
	of     portal.ListKind
	value  portal.Label
	size   int // how many entries a page has at most
	items  []T
	sample func(T) bool
	letter func(T) string // may be nil
	facets []facet[T]
	// nested shelves show only their first page as a whole, and all of it by
	// province: what would be as many pages as the country has records.
	nested bool
}

// A facet is one way to narrow a shelf.
type facet[T any] struct {
	key, folder string // in i18n/, and in addresses
	values      func(T) []facetValue
}

// A facetValue is what one record has of a facet.
type facetValue struct {
	slug  string
	rank  int // values of one rank are in the order of their words
	label portal.Label
	unit  *portal.Unit // that it is, if any
	place *portal.Unit // of a province: which place of it
}

// lists makes the whole list, then those of each value of each facet, then those
// of the values themselves.
func (s shelf[T]) lists() []*portal.List {
	whole := &portal.List{Path: s.path, Of: s.of, Value: s.value, Size: s.size}
	whole.Whole = whole
	s.fill(whole, s.items)
	all := []*portal.List{whole}
	for _, facet := range s.facets {
		parts := s.parts(whole, facet)
		if len(parts) == 0 {
			continue
		}
		values := &portal.List{Path: s.path + "/" + facet.folder, Of: portal.ListValues, Facet: facet.key, Whole: whole, Size: valuesSize}
		by := portal.Facet{Key: facet.key, List: values}
		for _, part := range parts {
			value := portal.FacetValue{Label: part.Value, Path: part.Path, Count: part.Count}
			by.Values = append(by.Values, value)
			values.Entries = append(values.Entries, portal.Entry{Record: value})
		}
		values.Count = whole.Count
		whole.Facets = append(whole.Facets, by)
		all = append(all, values)
		all = append(all, parts...)
	}
	if s.nested && len(whole.Facets) > 0 && len(whole.Entries) > s.size {
		whole.Entries, whole.Cut = whole.Entries[:s.size], true
	}
	return all
}

// fill puts the real ones of items first and counts them.
func (s shelf[T]) fill(list *portal.List, items []T) {
	for _, sample := range []bool{false, true} {
		for _, item := range items {
			if s.sample(item) != sample {
				continue
			}
			entry := portal.Entry{Record: item, Sample: sample}
			if s.letter != nil {
				entry.Letter = s.letter(item)
			}
			list.Entries = append(list.Entries, entry)
			list.Count.Add(sample)
		}
	}
}

// parts are the lists of the values of a facet, in the order of the values.
func (s shelf[T]) parts(whole *portal.List, by facet[T]) []*portal.List {
	type part struct {
		list   *portal.List
		rank   int
		items  []T
		places map[*portal.Unit]*portal.Tally
	}
	var parts []*part
	at := map[string]*part{}
	for _, item := range s.items {
		var seen []string // one record may have one value twice
		for _, value := range by.values(item) {
			if slices.Contains(seen, value.slug) {
				continue
			}
			seen = append(seen, value.slug)
			p := at[value.slug]
			if p == nil {
				list := &portal.List{
					Path: s.path + "/" + by.folder + "/" + value.slug, Of: s.of, Facet: by.key,
					Value: value.label, Unit: value.unit, Whole: whole, Size: s.size,
				}
				p = &part{list: list, rank: value.rank, places: map[*portal.Unit]*portal.Tally{}}
				at[value.slug] = p
				parts = append(parts, p)
			}
			p.items = append(p.items, item)
			if value.place != nil && value.place != value.unit {
				if p.places[value.place] == nil {
					p.places[value.place] = new(portal.Tally)
				}
				p.places[value.place].Add(s.sample(item))
			}
		}
	}
	vi.SortBy(parts, func(p *part) string {
		if p.list.Unit != nil {
			return p.list.Unit.BareName()
		}
		return p.list.Value.Text
	})
	slices.SortStableFunc(parts, func(a, b *part) int { return cmp.Compare(a.rank, b.rank) })
	lists := make([]*portal.List, len(parts))
	for i, p := range parts {
		s.fill(p.list, p.items)
		places := slices.SortedFunc(maps.Keys(p.places), func(a, b *portal.Unit) int { return cmp.Compare(a.ID, b.ID) })
		vi.SortBy(places, (*portal.Unit).BareName)
		for _, place := range places {
			p.list.Places = append(p.list.Places, portal.FacetValue{
				Label: portal.Label{Text: place.Name}, Path: "don-vi/" + place.ID, Count: *p.places[place],
			})
		}
		lists[i] = p.list
	}
	return lists
}

// one is a facet of which a record has one value.
func one[T any](key, folder string, value func(T) facetValue) facet[T] {
	return facet[T]{key, folder, func(item T) []facetValue {
		if v := value(item); v.slug != "" {
			return []facetValue{v}
		}
		return nil
	}}
}

// byProvince is the shelf, by province where it has more than a page from more
// than one of them.
func (s shelf[T]) byProvince(c *catalogue, place func(T) *portal.Unit) shelf[T] {
	province := func(item T) facetValue { return c.province(place(item)) }
	several := len(s.items) > 0 && slices.ContainsFunc(s.items, func(item T) bool { return province(item).slug != province(s.items[0]).slug })
	if several && len(s.items) > s.size {
		s.nested, s.facets = true, []facet[T]{one("unit", "don-vi", province)}
	}
	return s
}
