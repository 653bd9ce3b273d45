package derive

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// disclosures lists the targets by which something is to be made public, in the
// order of the plans; issued lists the plans by when they were issued and when
// they came onto the portal.
func (c *catalogue) disclosures() []*portal.List {
	var promises []*portal.Promise
	for _, plan := range c.inPlaceOrder(c.portal.Plans) {
		for i := range plan.Targets {
			if plan.Targets[i].Discloses() {
				promises = append(promises, &portal.Promise{Plan: plan, Target: &plan.Targets[i]})
			}
		}
	}
	return shelf[*portal.Promise]{
		path: "cong-khai/chi-tieu", of: portal.ListDisclosures, size: rowsSize, items: promises,
		sample: func(p *portal.Promise) bool { return p.Plan.Sample },
		facets: []facet[*portal.Promise]{
			one("unit", "don-vi", func(p *portal.Promise) facetValue { return c.province(c.issuer(p.Plan)) }),
		},
	}.lists()
}

func (c *catalogue) issued() []*portal.List {
	return shelf[*portal.Plan]{
		path: "cong-khai/ke-hoach", of: portal.ListIssued, size: rowsSize, items: c.inPlaceOrder(c.portal.Plans),
		sample: func(p *portal.Plan) bool { return p.Sample },
		facets: []facet[*portal.Plan]{
			one("unit", "don-vi", func(p *portal.Plan) facetValue { return c.province(c.issuer(p)) }),
		},
	}.lists()
}

// public lists the kinds of information that have to be public, each with the
// list that has it: however many records there are, the kinds are as many.
func public(p *portal.Portal, f *portal.Figures) (items []portal.PublicItem) {
	add := func(key, path string, data bool, updated vi.Date) {
		items = append(items, portal.PublicItem{Key: key, List: f.Lists[path], Count: f.Lists[path].Count, Data: data, Updated: updated})
	}
	add("units", "don-vi", true, vi.Date{})
	items[0].Count = portal.Tally{} // the list has only those at the top
	for _, unit := range p.Units {
		items[0].Count.Add(unit.Sample)
	}
	add("contacts", "lien-he", true, vi.Date{})
	add("plans", "ke-hoach", true, lastChange(p.Plans))
	add("issued", "cong-khai/ke-hoach", false, lastChange(p.Plans))
	add("results", "ket-qua", true, lastChange(p.Reports))
	add("overdue", "ket-qua/qua-han", false, vi.Date{})
	add("corrections", "lich-su", true, lastChange(p.Reports))
	add("disclosures", "cong-khai/chi-tieu", false, vi.Date{})
	add("recognition", "cong-nhan", true, lastChange(p.Recognitions))
	add("exemplars", "dien-hinh", true, lastChange(p.Exemplars))
	return items
}

// lastChange is the latest change that the histories of real records tell of.
func lastChange[T interface{ Head() *portal.Record }](records []T) (last vi.Date) {
	for _, record := range records {
		if head := record.Head(); !head.Sample && (last.IsZero() || head.Updated().Compare(last) > 0) {
			last = head.Updated()
		}
	}
	return last
}

// legal are the references by where they stand on the day.
func legal(p *portal.Portal, today vi.Date) (groups []portal.LegalGroup) {
	for _, state := range portal.LegalStates {
		group := portal.LegalGroup{State: state}
		for _, reference := range p.Legal {
			if reference.StateOn(today) == state {
				group.References = append(group.References, reference)
			}
		}
		if len(group.References) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}
