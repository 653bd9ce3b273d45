package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// relatedMin is how many plans, comparisons or clauses the page of a record
// names; what is more leads to a list of its own.
const relatedMin = 8

// related lists what stands around a plan, a model or a movement, where that is
// more than its page names: a province's plan is carried out in each commune.
func (c *catalogue) related() (all []*portal.List) {
	plans := func(path string, of portal.ListKind, value string, items []*portal.Plan) {
		if len(items) <= relatedMin {
			return
		}
		all = append(all, shelf[*portal.Plan]{
			path: path, of: of, value: portal.Label{Text: value}, size: plansSize, items: c.inPlaceOrder(items),
			sample: func(p *portal.Plan) bool { return p.Sample },
		}.byProvince(c, c.issuer).lists()...)
	}
	for _, plan := range c.portal.Plans {
		figures := c.f.Plans[plan.ID]
		plans("ke-hoach/"+plan.ID+"/cap-duoi", portal.ListBelow, plan.Title(), figures.Below)
		if len(figures.Alignments) > relatedMin {
			all = append(all, c.aligned(plan, figures.Alignments)...)
		}
	}
	for _, movement := range c.portal.Movements {
		plans("phong-trao/"+movement.ID+"/gan-ket", portal.ListLinked, movement.Title, c.f.Movements[movement.ID].Linked)
	}
	for _, model := range c.portal.Models {
		if len(model.AskedBy) > relatedMin {
			all = append(all, c.asked(model)...)
		}
	}
	return all
}

// aligned lists what one plan was held against.
func (c *catalogue) aligned(plan *portal.Plan, alignments []*portal.Alignment) []*portal.List {
	alignments = slices.Clone(alignments)
	other := func(a *portal.Alignment) *portal.Unit {
		if a.Below == plan {
			return c.issuer(a.Above)
		}
		return c.issuer(a.Below)
	}
	vi.SortBy(alignments, func(a *portal.Alignment) string {
		if unit := other(a); unit != nil {
			return unit.BareName()
		}
		return a.ID()
	})
	return shelf[*portal.Alignment]{
		path: "ke-hoach/" + plan.ID + "/doi-chieu", of: portal.ListAligned, value: portal.Label{Text: plan.Title()}, size: rowsSize, items: alignments,
		sample: func(a *portal.Alignment) bool { return a.Above.Sample || a.Below.Sample },
	}.byProvince(c, other).lists()
}

// asked lists the clauses that ask for a model.
func (c *catalogue) asked(model *portal.Model) []*portal.List {
	var refs []*portal.ClauseRef
	for i := range model.AskedBy {
		refs = append(refs, &model.AskedBy[i])
	}
	issuer := func(ref *portal.ClauseRef) *portal.Unit {
		if plan := c.portal.Plan(ref.Plan); plan != nil {
			return c.issuer(plan)
		}
		return nil
	}
	vi.SortBy(refs, func(ref *portal.ClauseRef) string {
		if unit := issuer(ref); unit != nil {
			return unit.BareName()
		}
		return ref.Plan
	})
	return shelf[*portal.ClauseRef]{
		path: "mo-hinh/" + model.ID + "/ai-yeu-cau", of: portal.ListAsked, value: portal.Label{Text: model.Title}, size: rowsSize, items: refs,
		sample: func(ref *portal.ClauseRef) bool {
			plan := c.portal.Plan(ref.Plan)
			return model.Sample || plan != nil && plan.Sample
		},
	}.byProvince(c, issuer).lists()
}
