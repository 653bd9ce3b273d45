package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// contacts lists the units that have published how to reach them.
func (c *catalogue) contacts() []*portal.List {
	var units []*portal.Unit
	for _, unit := range c.portal.Units {
		if len(unit.Contacts) > 0 && ended(unit, c.f.Today) == 0 {
			units = append(units, unit)
		}
	}
	vi.SortBy(units, func(u *portal.Unit) string { return u.Name })
	return shelf[*portal.Unit]{
		path: "lien-he", of: portal.ListContacts, size: rowsSize, items: units, sample: inventedUnit,
		facets: []facet[*portal.Unit]{one("unit", "don-vi", c.province)},
	}.lists()
}

// inEnglish are the lists that the English pages show, too: the organisation and
// the contacts. They have the same entries at addresses of their own, and cannot
// be narrowed: that is done on the Vietnamese ones.
func inEnglish(all []*portal.List) (lists []*portal.List) {
	folders := map[portal.ListKind]string{portal.ListProvinces: "units", portal.ListCommunes: "units", portal.ListContacts: "contacts"}
	for _, list := range slices.Clone(all) {
		folder, shown := folders[list.Of]
		if !shown || list.Whole != list {
			continue
		}
		other := *list
		other.Path = portal.English + "/" + folder
		if list.Unit != nil {
			other.Path += "/" + list.Unit.ID
		}
		other.Whole, other.Facets = &other, nil
		other.Other, list.Other = list.Path, other.Path
		lists = append(lists, &other)
	}
	return lists
}
