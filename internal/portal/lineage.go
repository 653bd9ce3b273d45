package portal

import "thidua/internal/vi"

// Ancestors are the units above a unit, the nearest first, as far as they are
// held.
func (p *Portal) Ancestors(unit *Unit) []*Unit {
	var above []*Unit
	seen := map[*Unit]bool{}
	for up := p.units[unit.Parent]; up != nil && up != unit && !seen[up]; up = p.units[up.Parent] {
		above = append(above, up)
		seen[up] = true
	}
	return above
}

// Roots are the units that no held unit is above of, in the order of their
// names.
func (p *Portal) Roots() []*Unit {
	var roots []*Unit
	for _, unit := range p.Units {
		if p.units[unit.Parent] == nil {
			roots = append(roots, unit)
		}
	}
	vi.SortBy(roots, func(u *Unit) string { return u.Name })
	return roots
}

// Successors are the units that name this one as a predecessor.
func (p *Portal) Successors(id string) []*Unit { return p.successors[id] }
