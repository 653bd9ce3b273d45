package portal

import "slices"

// Places tell who belongs to which place: a commune with its committee, its
// police, its Front and what is below these, as far as no place of its own comes
// between. What a place reports, it reports for all of them.
type Places struct {
	portal *Portal
	bodies map[string][]string // directly below a unit, no places of their own
}

// Places finds who belongs to whom.
func (p *Portal) Places() *Places {
	w := &Places{p, map[string][]string{}}
	for _, unit := range p.Units {
		if !unit.Kind.IsAdministrative() && unit.Parent != "" {
			w.bodies[unit.Parent] = append(w.bodies[unit.Parent], unit.ID)
		}
	}
	return w
}

// Parts are the unit and its bodies, and theirs: all in whose name its report
// may speak.
func (w *Places) Parts(unit string) []string {
	parts := []string{unit}
	for i := 0; i < len(parts); i++ {
		for _, body := range w.bodies[parts[i]] {
			if !slices.Contains(parts, body) {
				parts = append(parts, body)
			}
		}
	}
	return parts
}

// Voices are the units whose report may speak for one, the nearest first:
// itself, and those above it as far as its place.
func (w *Places) Voices(unit *Unit) []*Unit {
	all := []*Unit{unit}
	for _, above := range w.portal.Ancestors(unit) {
		if all[len(all)-1].Kind.IsAdministrative() {
			break
		}
		all = append(all, above)
	}
	return all
}

// Around is the place that a unit is, or is a body of; nil without one.
func (w *Places) Around(unit *Unit) *Unit {
	if unit == nil {
		return nil
	}
	all := w.Voices(unit)
	if place := all[len(all)-1]; place.Kind.IsAdministrative() {
		return place
	}
	return nil
}

// OfPlan is the place whose plan it is: that of its first issuer; nil where that
// is not known.
func (w *Places) OfPlan(plan *Plan) *Unit {
	if len(plan.Issuer) == 0 {
		return nil
	}
	return w.Around(w.portal.Unit(plan.Issuer[0]))
}

// Top is the id of the highest unit at or above the first issuer of a plan, in
// most portals its province; "" where that is not known.
func (w *Places) Top(plan *Plan) string {
	if len(plan.Issuer) == 0 || w.portal.Unit(plan.Issuer[0]) == nil {
		return ""
	}
	issuer := w.portal.Unit(plan.Issuer[0])
	if above := w.portal.Ancestors(issuer); len(above) > 0 {
		return above[len(above)-1].ID
	}
	return issuer.ID
}
