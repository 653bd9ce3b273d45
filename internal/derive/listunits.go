package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// units lists what stands at the top: provinces, and what is in none. All units
// are listed by their kinds; those of a place are on its own page.
func (c *catalogue) units() []*portal.List {
	byName := func(units []*portal.Unit) []*portal.Unit {
		units = slices.Clone(units)
		vi.SortBy(units, func(u *portal.Unit) string { return u.Name })
		vi.SortBy(units, (*portal.Unit).BareName)
		return units
	}
	all := shelf[*portal.Unit]{
		path: "don-vi", of: portal.ListUnits, size: namesSize, items: byName(c.portal.Units), sample: inventedUnit,
		facets: []facet[*portal.Unit]{one("kind", "loai", kindOfUnit)},
	}
	made := all.lists()
	top := all
	top.items = byName(c.portal.Roots())
	whole := made[0]
	whole.Entries, whole.Count = nil, portal.Tally{}
	top.fill(whole, top.items)
	return made
}

// ended is 1 of a unit that is no more on a day, and 0 of others.
func ended(unit *portal.Unit, today vi.Date) int {
	if !unit.ValidTo.IsZero() && unit.ValidTo.Last().Before(today) {
		return 1
	}
	return 0
}

// communes leads from the province to the commune. What lies in no province
// stands beside the provinces.
func (c *catalogue) communes() []*portal.List {
	in := map[*portal.Unit][]*portal.Unit{}
	var top []*portal.Unit
	for _, unit := range c.portal.Units {
		if !unit.Kind.IsAdministrative() || unit.Kind == portal.District {
			continue
		}
		if province := c.province(unit).unit; province == nil || province == unit {
			top = append(top, unit)
		} else {
			in[province] = append(in[province], unit)
		}
	}
	order := func(units []*portal.Unit) []*portal.Unit { // those that have ended last
		vi.SortBy(units, func(u *portal.Unit) string { return u.Name })
		vi.SortBy(units, (*portal.Unit).BareName)
		slices.SortStableFunc(units, func(a, b *portal.Unit) int { return cmp.Compare(ended(a, c.f.Today), ended(b, c.f.Today)) })
		return units
	}
	whole := shelf[*portal.Unit]{path: "tim-xa", of: portal.ListProvinces, size: placesSize, items: order(top), sample: inventedUnit}.lists()
	all := whole
	for _, province := range top {
		if len(in[province]) == 0 {
			continue
		}
		list := shelf[*portal.Unit]{
			path: "tim-xa/" + province.ID, of: portal.ListCommunes, size: placesSize, items: order(in[province]), sample: inventedUnit,
			value: portal.Label{Text: province.Name},
			letter: func(u *portal.Unit) string {
				if ended(u, c.f.Today) > 0 {
					return portal.OldNames
				}
				return vi.Initial(u.BareName())
			},
		}.lists()[0]
		list.Unit = province
		all = append(all, list)
	}
	return all
}
