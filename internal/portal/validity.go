package portal

import (
	"cmp"

	"thidua/internal/vi"
)

// A Span is a time from one date to another, both within it; a zero date leaves
// its side open.
type Span struct{ From, To vi.Date }

// Meets reports whether the two may have a day in common, whatever days their
// dates mean.
func (s Span) Meets(o Span) bool { return !s.To.Before(o.From) && !o.To.Before(s.From) }

// String is "01/07/2025 – 30/06/2026", with one date where both are the same and
// none on a side that is open.
func (s Span) String() string {
	switch {
	case s.From == s.To:
		return s.From.Short()
	case s.From.IsZero():
		return "– " + s.To.Short()
	case s.To.IsZero():
		return s.From.Short() + " –"
	}
	return s.From.Short() + " – " + s.To.Short()
}

// Validity is the time in which a unit is one. A unit that states none, as the
// bodies of a place do, has that of the nearest one above that does.
func (p *Portal) Validity(unit *Unit) Span {
	if span, known := p.spans[unit]; known {
		return span
	}
	return Span{unit.ValidFrom, unit.ValidTo} // which nothing holds
}

// validities has the validity of every unit. Each way up is gone once: what is
// found at its end holds for all below.
func (p *Portal) validities() map[*Unit]Span {
	spans := make(map[*Unit]Span, len(p.Units))
	var way []*Unit
	for _, unit := range p.Units {
		var span Span
		for up := unit; up != nil; up = p.units[up.Parent] {
			known, seen := spans[up]
			if seen { // or it is above itself
				span = known
				break
			}
			if own := (Span{up.ValidFrom, up.ValidTo}); own != (Span{}) {
				spans[up], span = own, own
				break
			}
			spans[up] = Span{}
			way = append(way, up)
		}
		for _, below := range way {
			spans[below] = span
		}
		way = way[:0]
	}
	return spans
}

// Successor is the unit that took the place of an ended one: one that names it
// as a predecessor, or, of a body, one of its kind in the place that came after
// its own; nil where there is none.
func (p *Portal) Successor(unit *Unit) *Unit {
	for _, next := range p.Successors(unit.ID) {
		return next
	}
	for _, place := range p.Successors(unit.Parent) {
		for _, body := range p.Units {
			if body.Parent == place.ID && body.Kind == unit.Kind {
				return body
			}
		}
	}
	return nil
}

// Time is when a plan is carried out, as far as it says so: at least from the
// day of its issue.
func (p *Plan) Time() Span {
	return Span{cmp.Or(p.From, p.IssuedOn), cmp.Or(p.To, p.ExpiresOn)}
}

// Time is when a target of the plan is owed.
func (p Promise) Time() Span {
	whole := p.Plan.Time()
	return Span{cmp.Or(p.Target.From, whole.From), cmp.Or(p.Target.To, whole.To)}
}
