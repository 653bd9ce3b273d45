package derive

import (
	"fmt"
	"slices"

	"thidua/internal/portal"
)

const (
	noProvince = "khac" // the address of what is in no province
	mostYears  = 12     // of a plan by which it is found
)

// province is the province that a unit is or lies in, and the place that it
// is or belongs to.
func (c *catalogue) province(unit *portal.Unit) facetValue {
	if unit == nil {
		return facetValue{}
	}
	var place *portal.Unit
	for _, u := range append([]*portal.Unit{unit}, c.portal.Ancestors(unit)...) {
		if place == nil && u.Kind.IsAdministrative() {
			place = u
		}
		if u.Kind == portal.Province {
			return facetValue{slug: u.ID, label: portal.Label{Text: u.Name}, unit: u, place: place}
		}
	}
	return facetValue{slug: noProvince, rank: 1, label: portal.Label{Key: "facet.no-province"}}
}

func (c *catalogue) provinces(ids portal.IDs) (values []facetValue) {
	for _, id := range ids {
		if unit := c.portal.Unit(id); unit != nil {
			values = append(values, c.province(unit))
		}
	}
	return values
}

func (c *catalogue) movement(id string) facetValue {
	if movement := c.portal.Movement(id); movement != nil {
		return facetValue{slug: id, label: portal.Label{Text: movement.Title}}
	}
	return facetValue{}
}

func (c *catalogue) fields(ids portal.IDs) (values []facetValue) {
	for _, id := range ids {
		if field := c.portal.Field(id); field != nil && !field.Common {
			values = append(values, facetValue{slug: id, label: portal.Label{Text: field.Title}})
		}
	}
	return values
}

var unitKinds = []portal.UnitKind{
	portal.Ministry, portal.Province, portal.District, portal.Commune, portal.Ward, portal.SpecialZone, portal.Neighborhood,
	portal.Party, portal.Council, portal.Committee, portal.Front, portal.MassOrg, portal.Police, portal.Military,
	portal.Office, portal.Board, portal.MediaCentre, portal.Official, portal.Group,
}

func kindOfUnit(unit *portal.Unit) facetValue {
	if unit == nil || unit.Kind.Slug() == "" {
		return facetValue{}
	}
	return facetValue{
		slug: unit.Kind.Slug(), rank: slices.Index(unitKinds, unit.Kind), label: portal.Label{Key: "unit-kind." + string(unit.Kind)},
	}
}

// yearsOf are the years of a plan, the last ones where there are many.
func yearsOf(plan *portal.Plan) (values []facetValue) {
	from, to := plan.From, plan.To
	if from.IsZero() {
		from = plan.IssuedOn
	}
	if to.IsZero() {
		to = from
	}
	for year := max(from.Year, to.Year-mostYears+1); !from.IsZero() && year <= to.Year; year++ {
		values = append(values, yearValue(year))
	}
	return values
}

// yearValue is one year; later ones come first.
func yearValue(year int) facetValue {
	if year == 0 {
		return facetValue{}
	}
	words := fmt.Sprint(year)
	return facetValue{slug: words, rank: -year, label: portal.Label{Text: words}}
}

// keyed is a value with words of i18n/.
func keyed(value facetValue, key string) facetValue {
	value.label = portal.Label{Key: key}
	return value
}

// The values of what is one of a few things, in their order.
var (
	planStates = map[portal.PlanState]facetValue{
		portal.PlanRunning: {slug: "dang-thuc-hien", rank: 0}, portal.PlanComing: {slug: "sap-toi", rank: 1}, portal.PlanOver: {slug: "da-ket-thuc", rank: 2},
	}
	subjectKinds = map[portal.SubjectKind]facetValue{
		portal.Individual: {slug: "ca-nhan", rank: 0}, portal.Collective: {slug: "tap-the", rank: 1}, portal.Household: {slug: "ho-gia-dinh", rank: 2},
	}
	exemplarStages = map[portal.ExemplarStage]facetValue{
		portal.NewFactor: {slug: "nhan-to-moi", rank: 0}, portal.GrassRoots: {slug: "co-so", rank: 1},
		portal.Recognised: {slug: "duoc-cong-nhan", rank: 2}, portal.OutstandingCommune: {slug: "tieu-bieu-cap-xa", rank: 3},
		portal.OutstandingDistrict: {slug: "tieu-bieu-cap-huyen", rank: 4}, portal.OutstandingProvince: {slug: "tieu-bieu-cap-tinh", rank: 5},
	}
)
