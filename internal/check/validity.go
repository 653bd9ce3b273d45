package check

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// validity finds units that are named for a time in which there were none: a
// commune that has been merged, or is not yet. Where dates are partial, it is
// enough that the two times may meet.
func validity(p *portal.Portal) []portal.Problem {
	v := &validUnits{portal: p, spans: map[string]portal.Span{}}
	for _, unit := range p.Units {
		v.lineage(unit)
		v.all(&unit.Source, "members", unit.Members, v.span(unit.ID))
	}
	for _, movement := range p.Movements {
		v.all(&movement.Source, "launched_by", movement.LaunchedBy, portal.Span{From: movement.LaunchedOn, To: movement.LaunchedOn})
	}
	for _, plan := range p.Plans {
		v.plan(plan)
	}
	for _, exemplar := range p.Exemplars {
		v.one(&exemplar.Source, "unit", exemplar.Unit, portal.Span{From: exemplar.Year, To: exemplar.Year})
	}
	for _, report := range p.Reports {
		time := portal.Span{From: report.Period.First(), To: report.Period.Last()}
		v.one(&report.Source, "unit", report.Unit, time)
		for i, difficulty := range report.Difficulties {
			v.all(&report.Source, at("difficulties", i, "addressee"), difficulty.Addressee, time)
		}
	}
	for _, model := range p.Models {
		for i := range model.Adoptions {
			row := &model.Adoptions[i]
			v.one(&row.Source, "unit", row.Unit, portal.Span{From: row.From, To: row.To})
		}
	}
	for _, recognition := range p.Recognitions {
		v.all(&recognition.Source, "decided_by", recognition.Decides, years(recognition))
		for i := range recognition.Dossiers {
			row := &recognition.Dossiers[i]
			v.one(&row.Source, "unit", row.Unit, portal.Span{From: row.Year, To: row.Year})
		}
	}
	return v.problems
}

// validUnits holds the times of units against those they are named for.
type validUnits struct {
	portal   *portal.Portal
	problems []portal.Problem
	spans    map[string]portal.Span // of the units that were asked for
}

func (v *validUnits) span(id string) portal.Span {
	span, known := v.spans[id]
	if !known {
		if unit := v.portal.Unit(id); unit != nil {
			span = v.portal.Validity(unit)
		}
		v.spans[id] = span
	}
	return span
}

func (v *validUnits) all(source *portal.Source, path string, ids portal.IDs, time portal.Span) {
	for i, id := range ids {
		if !v.lives(id, time) {
			v.one(source, at(path, i), id, time)
		}
	}
}

// lives reports whether a unit may have been one at a time, if both are known.
func (v *validUnits) lives(id string, time portal.Span) bool {
	span := v.span(id)
	return span == (portal.Span{}) || time == (portal.Span{}) || span.Meets(time)
}

func (v *validUnits) one(source *portal.Source, path, id string, time portal.Span) {
	if v.lives(id, time) {
		return
	}
	span, next := v.span(id), ""
	if span.To.Before(time.From) {
		if unit := v.portal.Successor(v.portal.Unit(id)); unit != nil {
			next = unit.ID
		}
	}
	v.problems = append(v.problems, portal.Problem{
		Pos: source.At(path), Rule: "unit-not-valid", Args: []any{id, next, span, time},
	})
}

func (v *validUnits) plan(plan *portal.Plan) {
	time := plan.Time()
	issued := time
	if !plan.IssuedOn.IsZero() {
		issued = portal.Span{From: plan.IssuedOn, To: plan.IssuedOn}
	}
	source := &plan.Source
	v.all(source, "issuer", plan.Issuer, issued)
	v.all(source, "units", plan.Units, time)
	for _, part := range provisions(plan) {
		for i, provision := range part.list {
			v.all(source, at(part.name, i, "unit"), provision.Unit, time)
		}
	}
	named := []portal.IDs{plan.Issuer}
	for i := range plan.Targets {
		target := &plan.Targets[i]
		v.all(&target.Source, "owner", target.Owner, portal.Promise{Plan: plan, Target: target}.Time())
		named = append(named, target.Owner)
	}
	for i := range plan.Deadlines {
		deadline := &plan.Deadlines[i]
		v.all(&deadline.Source, "owner", deadline.Owner, time)
		v.all(&deadline.Source, "recipient", deadline.Recipient, time)
		v.all(&deadline.Source, "route", deadline.Route, time)
		named = append(named, deadline.Owner)
	}
	for i := range plan.Tasks {
		task := &plan.Tasks[i]
		v.all(&task.Source, "unit", task.Unit, time)
		named = append(named, task.Unit)
	}
	v.endsWithin(plan, time, named)
}

// years is the time of a programme: that of its goals and dossiers. A unit that
// decides in one of its years is one of those who do.
func years(recognition *portal.Recognition) (time portal.Span) {
	add := func(year vi.Date) {
		if time.From.IsZero() || year.Before(time.From) {
			time.From = year
		}
		if time.To.IsZero() || year.After(time.To) {
			time.To = year
		}
	}
	for _, goal := range recognition.Goals {
		add(goal.Year)
	}
	for i := range recognition.Dossiers {
		add(recognition.Dossiers[i].Year)
	}
	return time
}

// endsWithin tells, once for a plan, of a unit that does not see its end.
func (v *validUnits) endsWithin(plan *portal.Plan, time portal.Span, named []portal.IDs) {
	if time.To.IsZero() {
		return
	}
	for _, ids := range named {
		for _, id := range ids {
			span := v.span(id)
			if !span.To.IsZero() && span.Meets(time) && span.To.Last().Compare(time.To.Last()) < 0 {
				v.problems = append(v.problems, portal.Problem{
					Pos: plan.Source.At("to"), Rule: "unit-ends-within", Severity: portal.Note, Args: []any{id, span.To.Short(), time.To.Short(), v.next(id)},
				})
				return
			}
		}
	}
}

// next is what came after a unit: after a body of which none is told, what came
// after its place; "" where nothing is known.
func (v *validUnits) next(id string) string {
	unit := v.portal.Unit(id)
	if next := v.portal.Successor(unit); next != nil {
		return next.ID
	}
	for _, place := range v.portal.Successors(unit.Parent) {
		return place.ID
	}
	return ""
}

// lineage finds units that live on after the one above them, or beside those
// that they came from. That a unit is older than the one above is no mistake:
// a commune keeps its name and code when its province is merged.
func (v *validUnits) lineage(unit *portal.Unit) {
	own := portal.Span{From: unit.ValidFrom, To: unit.ValidTo}
	if above := v.span(unit.Parent); above != (portal.Span{}) && own != (portal.Span{}) {
		field := ""
		switch {
		case unit.ValidTo.After(above.To), unit.ValidTo.Before(above.From):
			field = "valid_to"
		case unit.ValidFrom.After(above.To):
			field = "valid_from"
		}
		if field != "" {
			v.problems = append(v.problems, portal.Problem{
				Pos: unit.Source.At(field), Rule: "unit-outlives", Args: []any{unit.ID, own, unit.Parent, above},
			})
		}
	}
	for i, id := range unit.Predecessors {
		if end := v.span(id).To; !end.IsZero() && !unit.ValidFrom.IsZero() && !mayPrecede(end, unit.ValidFrom) {
			v.problems = append(v.problems, portal.Problem{
				Pos: unit.Source.At(at("predecessors", i)), Rule: "predecessor-outlives", Args: []any{id, end.Short(), unit.ID, unit.ValidFrom.Short()},
			})
		}
	}
}

// mayPrecede reports whether what ends on one date may have ended before what
// begins on another.
func mayPrecede(end, begin vi.Date) bool { return end.First().Compare(begin.Last()) < 0 }
