package portal

import (
	"slices"
	"strings"
)

// forget drops from the records of p every reference to what all holds and p
// does not: what was withdrawn, or is not for its audience. What neither holds is
// a mistake, and stays to be seen.
func (p *Portal) forget(all *Portal) {
	g := gone{
		unit: left(all.Units, p.Units, func(r *Unit) string { return r.ID }), movement: left(all.Movements, p.Movements, func(r *Movement) string { return r.ID }),
		plan: left(all.Plans, p.Plans, func(r *Plan) string { return r.ID }), document: left(all.Documents, p.Documents, func(r *Document) string { return r.ID }),
		model: left(all.Models, p.Models, func(r *Model) string { return r.ID }), exemplar: left(all.Exemplars, p.Exemplars, func(r *Exemplar) string { return r.ID }),
	}
	if len(g.unit)+len(g.movement)+len(g.plan)+len(g.document)+len(g.model)+len(g.exemplar) == 0 {
		return
	}
	change(p.Documents, func(r *Document) bool { return lose(&r.RepealedBy, g.cited) })
	change(p.Fields, func(r *Field) bool {
		return rowsForget(&r.Standards, func(s *Standard) bool { return drop(&s.AskedBy, g.clause) })
	})
	change(p.Plans, g.fromPlan)
	change(p.Models, func(r *Model) bool {
		return either(drop(&r.AskedBy, g.clause), lose(&r.Movement, g.movement.has), drop(&r.Adoptions, func(a Adoption) bool { return g.unit[a.Unit] }))
	})
	change(p.Exemplars, func(r *Exemplar) bool { return lose(&r.Movement, g.movement.has) })
	change(p.Recognitions, func(r *Recognition) bool {
		return either(
			drop(&r.AskedBy, g.clause),
			drop(&r.Goals, func(goal Goal) bool { return g.within(goal.Target) }),
			drop(&r.Steps, func(step StepDeadline) bool { return g.within(step.Deadline) }),
			rowsForget(&r.Papers, func(paper *RequiredPaper) bool { return drop(&paper.AskedBy, g.clause) }),
			drop(&r.Dossiers, func(d Dossier) bool { return g.unit[d.Unit] }),
		)
	})
	change(p.Columns, func(r *Column) bool {
		return either(drop(&r.Plans, g.plan.has), drop(&r.Models, g.model.has), drop(&r.Exemplars, g.exemplar.has))
	})
	targets := targetIDs(p)
	change(p.Reports, func(r *Report) bool {
		lost := func(target string) bool { return len(g.plan) > 0 && !targets[target] }
		return either(
			drop(&r.Answers, g.within),
			drop(&r.Results, func(row Result) bool { return g.plan[row.Plan] || row.Plan == "" && lost(row.Target) }),
			drop(&r.Corrections, func(c Correction) bool { return g.plan[c.Plan] || c.Plan == "" && lost(c.Target) }),
			rowsForget(&r.Ledger, g.fromLedger), // withdrawal wins over what was sealed
		)
	})
}

// gone are the ids of records that are left out, by kind.
type gone struct {
	unit, movement, plan, document, model, exemplar ids
}

type ids map[string]bool

func (i ids) has(id string) bool { return i[id] }

func (g gone) clause(ref ClauseRef) bool { return g.plan[ref.Plan] }

// within reports whether what "plan#target" or "plan#deadline" names is left out.
func (g gone) within(name string) bool {
	plan, _, _ := strings.Cut(name, "#")
	return g.plan[plan]
}

// cited reports whether a document, held as a plan or not, is left out.
func (g gone) cited(id string) bool { return g.plan[id] || g.document[id] }

func (g gone) fromLedger(e *LedgerEntry) bool {
	return either(
		drop(&e.Rows, func(row LedgerRow) bool { return g.plan[row.Plan] }),
		drop(&e.Corrections, func(c Correction) bool { return g.plan[c.Plan] }),
	)
}

func (g gone) fromPlan(r *Plan) bool {
	movement := lose(&r.Movement, g.movement.has)
	return either(
		movement,
		drop(&r.LinkedMovements, g.movement.has),
		drop(&r.Documents, func(c Citation) bool { return g.cited(c.ID) }),
		rowsForget(&r.Targets, func(t *Target) bool {
			group := movement && lose(&t.Group, func(string) bool { return true })
			above := drop(&t.Aligns, g.within)
			return group || above
		}),
	)
}

// targetIDs are the ids of all targets.
func targetIDs(p *Portal) ids {
	all := ids{}
	for _, plan := range p.Plans {
		for i := range plan.Targets {
			all[plan.Targets[i].ID] = true
		}
	}
	return all
}

// left are the ids of the records that some of all lack.
func left[T any](all, some []*T, id func(*T) string) ids {
	if len(all) == len(some) {
		return nil
	}
	held := make(ids, len(some))
	for _, record := range some {
		held[id(record)] = true
	}
	missing := ids{}
	for _, record := range all {
		if !held[id(record)] {
			missing[id(record)] = true
		}
	}
	return missing
}

// change puts a copy in the place of every record that forgets something.
func change[T any](records []*T, forget func(*T) bool) {
	for i, record := range records {
		if shorter := *record; forget(&shorter) {
			records[i] = &shorter
		}
	}
}

// rowsForget changes the rows of a copied record, in a list of its own.
func rowsForget[T any](list *[]T, forget func(*T) bool) bool {
	rows, changed := slices.Clone(*list), false
	for i := range rows {
		changed = forget(&rows[i]) || changed
	}
	if changed {
		*list = rows
	}
	return changed
}

// drop leaves what is gone out of a list, which becomes one of its own.
func drop[S ~[]T, T any](list *S, gone func(T) bool) bool {
	if !slices.ContainsFunc(*list, gone) {
		return false
	}
	*list = slices.DeleteFunc(slices.Clone(*list), gone)
	return true
}

// lose empties the name of something that is gone.
func lose(name *string, gone func(string) bool) bool {
	if *name == "" || !gone(*name) {
		return false
	}
	*name = ""
	return true
}

// either reports whether one of its arguments, all of which were worked out, holds.
func either(changes ...bool) bool { return slices.Contains(changes, true) }
