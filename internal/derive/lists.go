package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// How many entries a page of a list has. A page is to stay below 14 KB when it
// is compressed; a plan takes about 250 bytes of that, a name 40.
const (
	plansSize   = 20
	cardsSize   = 24
	rowsSize    = 30
	namesSize   = 100
	placesSize  = 250 // the communes of any province
	valuesSize  = 100
	receivedMin = 20 // from here on what a unit receives is a list of its own
	nextSize    = 10 // of what falls due next
)

// catalogue makes the lists of a portal.
type catalogue struct {
	portal *portal.Portal
	f      *portal.Figures
}

// lists makes every list of the portal and what the home page shows of them.
func lists(p *portal.Portal, f *portal.Figures) {
	c := &catalogue{portal: p, f: f}
	all := slices.Concat(
		c.plans(), c.units(), c.communes(), c.movements(), c.models(), c.exemplars(), c.reporters(), c.overdue(),
		c.programmes(), c.alignments(), c.corrections(), c.compared(), c.calendar(), c.received(),
		c.tracks(), c.undertakings(), c.related(), c.issues(),
		c.contacts(), c.disclosures(), c.issued(),
	)
	all = append(all, inEnglish(all)...)
	f.Lists = make(map[string]*portal.List, len(all))
	for _, list := range all {
		f.Lists[list.Path] = list
	}
	f.Next = c.next()
}

func (c *catalogue) plans() []*portal.List {
	plans := c.inPlaceOrder(c.portal.Plans)
	return shelf[*portal.Plan]{
		path: "ke-hoach", of: portal.ListPlans, size: plansSize, items: plans,
		sample: func(p *portal.Plan) bool { return p.Sample },
		facets: []facet[*portal.Plan]{
			one("unit", "don-vi", func(p *portal.Plan) facetValue { return c.province(c.issuer(p)) }),
			one("movement", "phong-trao", func(p *portal.Plan) facetValue { return c.movement(p.Movement) }),
			one("kind", "loai", func(p *portal.Plan) facetValue { return kindOfUnit(c.issuer(p)) }),
			{"year", "nam", func(p *portal.Plan) []facetValue { return yearsOf(p) }},
			one("state", "trang-thai", func(p *portal.Plan) facetValue {
				state := p.StateOn(c.f.Today)
				return keyed(planStates[state], "plan-state."+string(state))
			}),
		},
	}.lists()
}

// inPlaceOrder orders plans by whose they are, then by their titles.
func (c *catalogue) inPlaceOrder(plans []*portal.Plan) []*portal.Plan {
	plans = slices.Clone(plans)
	vi.SortBy(plans, func(p *portal.Plan) string { return p.Title() })
	vi.SortBy(plans, func(p *portal.Plan) string {
		if unit := c.issuer(p); unit != nil {
			return unit.BareName()
		}
		return ""
	})
	return plans
}

// issuer is the place whose plan it is, or else the unit that issued it; nil
// where neither is held.
func (c *catalogue) issuer(plan *portal.Plan) *portal.Unit {
	if place := c.f.Plans[plan.ID].Place; place != nil || len(plan.Issuer) == 0 {
		return place
	}
	return c.portal.Unit(plan.Issuer[0])
}

func (c *catalogue) movements() []*portal.List {
	movements := slices.Clone(c.portal.Movements)
	vi.SortBy(movements, func(m *portal.Movement) string { return m.Title })
	return shelf[*portal.Movement]{
		path: "phong-trao", of: portal.ListMovements, size: cardsSize, items: movements,
		sample: func(m *portal.Movement) bool { return m.Sample },
	}.lists()
}

func (c *catalogue) models() []*portal.List {
	models := slices.Clone(c.portal.Models)
	vi.SortBy(models, func(m *portal.Model) string { return m.Title })
	all := shelf[*portal.Model]{
		path: "mo-hinh", of: portal.ListModels, size: cardsSize, items: models,
		sample: func(m *portal.Model) bool { return m.Sample },
		facets: []facet[*portal.Model]{
			{"field", "linh-vuc", func(m *portal.Model) []facetValue { return c.fields(m.Fields) }},
			one("movement", "phong-trao", func(m *portal.Model) facetValue { return c.movement(m.Movement) }),
			{"unit", "don-vi", func(m *portal.Model) []facetValue { return c.provinces(m.RunBy) }},
		},
	}.lists()
	for _, model := range models {
		if len(model.Adoptions) > 0 {
			all = append(all, c.adoptions(model)...)
		}
	}
	return all
}

// adoptions lists where a model is run, by province where that is in many places.
func (c *catalogue) adoptions(model *portal.Model) []*portal.List {
	var adoptions []*portal.Adoption
	for i := range model.Adoptions {
		adoptions = append(adoptions, &model.Adoptions[i])
	}
	vi.SortBy(adoptions, func(a *portal.Adoption) string {
		if unit := c.portal.Unit(a.Unit); unit != nil {
			return unit.BareName()
		}
		return a.Unit
	})
	where := shelf[*portal.Adoption]{
		path: "mo-hinh/" + model.ID + "/noi-ap-dung", of: portal.ListAdoptions, value: portal.Label{Text: model.Title}, size: rowsSize, items: adoptions,
		sample: func(a *portal.Adoption) bool { return model.Sample || invented(c.portal, a.Unit) },
	}
	if len(adoptions) > where.size {
		where.facets = []facet[*portal.Adoption]{one("unit", "don-vi", func(a *portal.Adoption) facetValue { return c.province(c.portal.Unit(a.Unit)) })}
	}
	return where.lists()
}

// exemplars lists people first, by given name, then collectives and households
// by name.
func (c *catalogue) exemplars() []*portal.List {
	var people, others []*portal.Exemplar
	for _, e := range c.portal.Exemplars {
		if e.Kind == portal.Individual {
			people = append(people, e)
		} else {
			others = append(others, e)
		}
	}
	vi.SortPeople(people, (*portal.Exemplar).Name)
	vi.SortBy(others, (*portal.Exemplar).Name)
	return shelf[*portal.Exemplar]{
		path: "dien-hinh", of: portal.ListExemplars, size: cardsSize, items: slices.Concat(people, others),
		sample: func(e *portal.Exemplar) bool { return e.Sample },
		facets: []facet[*portal.Exemplar]{
			{"field", "linh-vuc", func(e *portal.Exemplar) []facetValue { return c.fields(e.Fields) }},
			one("unit", "don-vi", func(e *portal.Exemplar) facetValue { return c.province(c.portal.Unit(e.Unit)) }),
			one("movement", "phong-trao", func(e *portal.Exemplar) facetValue { return c.movement(e.Movement) }),
			one("subject", "loai", func(e *portal.Exemplar) facetValue { return keyed(subjectKinds[e.Kind], "subject."+string(e.Kind)) }),
			one("year", "nam", func(e *portal.Exemplar) facetValue { return yearValue(e.Year.Year) }),
			one("stage", "trang-thai", func(e *portal.Exemplar) facetValue { return keyed(exemplarStages[e.Stage], "stage."+string(e.Stage)) }),
		},
	}.lists()
}

// reporters are the units that report through the portal.
func (c *catalogue) reporters() []*portal.List {
	var units []*portal.Unit
	for _, unit := range c.portal.Units {
		if len(c.f.Units[unit.ID].Reports) > 0 || !unit.ReportsSince.IsZero() {
			units = append(units, unit)
		}
	}
	vi.SortBy(units, (*portal.Unit).BareName)
	return shelf[*portal.Unit]{
		path: "ket-qua", of: portal.ListReporters, size: plansSize, items: units, sample: inventedUnit,
		facets: []facet[*portal.Unit]{
			one("unit", "don-vi", c.province),
			one("kind", "loai", kindOfUnit),
			{"year", "nam", func(u *portal.Unit) (values []facetValue) {
				for _, report := range c.f.Units[u.ID].Reports {
					values = append(values, yearValue(report.Period.First().Year))
				}
				return values
			}},
		},
	}.lists()
}

func inventedUnit(u *portal.Unit) bool { return u.Sample }

// overdue are the reports that are missing, those longest missing first.
func (c *catalogue) overdue() []*portal.List {
	var missing []*portal.Obligation
	for i := range c.f.Obligations {
		if o := &c.f.Obligations[i]; o.Missing() {
			missing = append(missing, o)
		}
	}
	return shelf[*portal.Obligation]{
		path: "ket-qua/qua-han", of: portal.ListOverdue, size: rowsSize, items: missing,
		sample: func(o *portal.Obligation) bool { return o.Due.Plan.Sample },
		facets: []facet[*portal.Obligation]{
			one("unit", "don-vi", func(o *portal.Obligation) facetValue { return c.province(c.portal.Unit(o.Unit)) }),
			one("movement", "phong-trao", func(o *portal.Obligation) facetValue { return c.movement(o.Due.Plan.Movement) }),
		},
	}.lists()
}

// programmes lists the programmes of recognition, and the units in each.
func (c *catalogue) programmes() []*portal.List {
	programmes := slices.Clone(c.portal.Recognitions)
	vi.SortBy(programmes, func(r *portal.Recognition) string { return r.Title })
	all := shelf[*portal.Recognition]{
		path: "cong-nhan", of: portal.ListProgrammes, size: cardsSize, items: programmes,
		sample: func(r *portal.Recognition) bool { return r.Sample },
		facets: []facet[*portal.Recognition]{
			{"unit", "don-vi", func(r *portal.Recognition) []facetValue { return c.provinces(r.Decides) }},
		},
	}.lists()
	for _, r := range programmes {
		var paths []*portal.RecognitionPath
		for i := range c.f.Programmes[r.ID].Paths {
			paths = append(paths, &c.f.Programmes[r.ID].Paths[i])
		}
		all = append(all, shelf[*portal.RecognitionPath]{
			path: "cong-nhan/" + r.ID + "/don-vi", of: portal.ListPaths, value: portal.Label{Text: r.Title}, size: rowsSize, items: paths,
			sample: func(path *portal.RecognitionPath) bool { return invented(c.portal, path.Unit) },
			facets: []facet[*portal.RecognitionPath]{
				one("category", "loai", func(path *portal.RecognitionPath) facetValue {
					for i := range r.Categories {
						if category := &r.Categories[i]; category.ID == path.Category {
							return facetValue{slug: category.ID, rank: i, label: portal.Label{Text: category.Title}}
						}
					}
					return facetValue{}
				}),
				one("held", "trang-thai", func(path *portal.RecognitionPath) facetValue {
					if path.Since == 0 {
						return keyed(facetValue{slug: "chua-duoc-cong-nhan", rank: 1}, "held.no")
					}
					return keyed(facetValue{slug: "dang-giu"}, "held.yes")
				}),
			},
		}.lists()...)
	}
	return all
}

func (c *catalogue) alignments() []*portal.List {
	alignments := slices.Clone(c.f.Alignments)
	vi.SortBy(alignments, func(a *portal.Alignment) string {
		if unit := c.issuer(a.Below); unit != nil {
			return unit.BareName()
		}
		return a.Below.Title()
	})
	return shelf[*portal.Alignment]{
		path: "doi-chieu", of: portal.ListAlignments, size: rowsSize, items: alignments,
		sample: func(a *portal.Alignment) bool { return a.Above.Sample || a.Below.Sample },
		facets: []facet[*portal.Alignment]{
			one("unit", "don-vi", func(a *portal.Alignment) facetValue { return c.province(c.issuer(a.Below)) }),
			one("movement", "phong-trao", func(a *portal.Alignment) facetValue { return c.movement(a.Below.Movement) }),
			one("alignment", "loai", func(a *portal.Alignment) facetValue {
				if a.Proposed {
					return keyed(facetValue{slug: "canh-nhau", rank: 1}, "alignment.beside")
				}
				return keyed(facetValue{slug: "tren-duoi"}, "alignment.below")
			}),
		},
	}.lists()
}

func (c *catalogue) corrections() []*portal.List {
	var corrections []*portal.CorrectedReport
	for i := range c.f.Corrections {
		corrections = append(corrections, &c.f.Corrections[i])
	}
	return shelf[*portal.CorrectedReport]{
		path: "lich-su", of: portal.ListCorrections, size: cardsSize, items: corrections,
		sample: func(r *portal.CorrectedReport) bool { return r.Report.Sample },
		facets: []facet[*portal.CorrectedReport]{
			one("unit", "don-vi", func(r *portal.CorrectedReport) facetValue { return c.province(c.portal.Unit(r.Report.Unit)) }),
			one("year", "nam", func(r *portal.CorrectedReport) facetValue { return yearValue(r.Correction.Date.Year) }),
		},
	}.lists()
}

// compared lists, of each movement and kind of place, the places with a plan in
// it: never ranked, and by province where there are many.
func (c *catalogue) compared() (all []*portal.List) {
	for _, movement := range c.portal.Movements {
		for _, kind := range c.f.Movements[movement.ID].Compared {
			if len(kind.Rows) < 2 {
				continue // nothing to compare with
			}
			var rows []*portal.PlanCounts
			for i := range kind.Rows {
				rows = append(rows, &kind.Rows[i])
			}
			by := shelf[*portal.PlanCounts]{
				path: "phong-trao/" + movement.ID + "/so-sanh/" + kind.Kind.Slug(), of: portal.ListCompared, size: plansSize, items: rows,
				value: portal.Label{Text: movement.Title}, nested: true,
				sample: func(row *portal.PlanCounts) bool { return row.Plan.Sample },
			}
			if len(rows) > by.size {
				by.facets = []facet[*portal.PlanCounts]{one("unit", "don-vi", func(row *portal.PlanCounts) facetValue { return c.province(row.Place) })}
			}
			all = append(all, by.lists()...)
		}
	}
	return all
}
