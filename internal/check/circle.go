package check

import (
	"thidua/internal/portal"
)

// circles finds what stands above itself, came from itself or took its own
// place, if only by way of others: a page that follows it would never arrive.
func circles(p *portal.Portal) (problems []portal.Problem) {
	report := func(source *portal.Source, path, rule, id string, in *rings) {
		if in.holds(id) {
			problems = append(problems, portal.Problem{Pos: source.At(path), Rule: rule, Args: []any{id}})
		}
	}
	parents := ringsOf(func(id string) portal.IDs {
		if u := p.Unit(id); u != nil && u.Parent != "" {
			return portal.IDs{u.Parent}
		}
		return nil
	})
	predecessors := ringsOf(func(id string) portal.IDs {
		if u := p.Unit(id); u != nil {
			return u.Predecessors
		}
		return nil
	})
	for _, unit := range p.Units {
		report(&unit.Source, "parent", "circle-unit", unit.ID, parents)
		report(&unit.Source, "predecessors", "circle-predecessor", unit.ID, predecessors)
	}
	repealed := ringsOf(func(id string) portal.IDs {
		if d := p.Document(id); d != nil && d.RepealedBy != "" {
			return portal.IDs{d.RepealedBy}
		}
		return nil
	})
	for _, document := range p.Documents {
		report(&document.Source, "repealed_by", "circle-document", document.ID, repealed)
	}
	implemented := ringsOf(func(id string) portal.IDs { return cited(p.Plan(id), portal.RoleImplements) })
	replaced := ringsOf(func(id string) portal.IDs { return cited(p.Plan(id), portal.RoleReplaces) })
	aligned := ringsOf(func(name string) portal.IDs {
		if promise, held := p.Promise(name); held {
			return promise.Target.Aligns
		}
		return nil
	})
	for _, plan := range p.Plans {
		report(&plan.Source, "documents", "circle-plan", plan.ID, implemented)
		report(&plan.Source, "documents", "circle-replaced", plan.ID, replaced)
		for i := range plan.Targets {
			if target := &plan.Targets[i]; len(target.Aligns) > 0 { // few
				report(&target.Source, "aligns", "circle-target", plan.ID+"#"+target.ID, aligned)
			}
		}
	}
	return problems
}

// cited are the documents that a plan, if there is one, cites in a role.
func cited(plan *portal.Plan, role string) (documents portal.IDs) {
	if plan == nil {
		return nil
	}
	for _, citation := range plan.Documents {
		if citation.Role == role {
			documents = append(documents, citation.ID)
		}
	}
	return documents
}

// Rings find those names from which going on leads back to them. Each name is
// gone through once, however many are asked for (R. Tarjan, Depth-first search
// and linear graph algorithms, 1972): names that lead to each other are one ring.
type rings struct {
	next  func(string) portal.IDs
	seen  map[string]*mark
	stack []string // names seen whose ring is not closed
}

// A mark is what is known of a name.
type mark struct {
	order, low int // when it was seen; the first of its ring that it leads to
	open       bool
	inRing     bool
}

// A step is a name on the way and those that it leads to and are still ahead.
type step struct {
	name  string
	ahead portal.IDs
}

func ringsOf(next func(string) portal.IDs) *rings {
	return &rings{next: next, seen: map[string]*mark{}}
}

// holds reports whether a name leads back to itself.
func (r *rings) holds(name string) bool {
	if m := r.seen[name]; m != nil {
		return m.inRing
	}
	ahead := r.next(name)
	if len(ahead) == 0 {
		return false // most lead nowhere
	}
	way := []step{r.enter(name, ahead)}
	for len(way) > 0 {
		here := &way[len(way)-1]
		m := r.seen[here.name]
		if len(here.ahead) == 0 {
			r.leave(here.name, m)
			way = way[:len(way)-1]
			if len(way) > 0 {
				before := r.seen[way[len(way)-1].name]
				before.low = min(before.low, m.low)
			}
			continue
		}
		to := here.ahead[0]
		here.ahead = here.ahead[1:]
		switch known := r.seen[to]; {
		case to == here.name:
			m.inRing = true
		case known == nil:
			way = append(way, r.enter(to, r.next(to)))
		case known.open:
			m.low = min(m.low, known.order)
		}
	}
	return r.seen[name].inRing
}

func (r *rings) enter(name string, ahead portal.IDs) step {
	order := len(r.seen)
	r.seen[name] = &mark{order: order, low: order, open: true}
	r.stack = append(r.stack, name)
	return step{name, ahead}
}

// leave closes the ring that a name was the first of, if it was.
func (r *rings) leave(name string, m *mark) {
	if m.low < m.order {
		return
	}
	first := len(r.stack) - 1
	for r.stack[first] != name {
		first--
	}
	ring := r.stack[first:]
	for _, member := range ring {
		r.seen[member].open = false
		r.seen[member].inRing = r.seen[member].inRing || len(ring) > 1
	}
	r.stack = r.stack[:first]
}
