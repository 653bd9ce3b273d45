package check

import (
	"slices"
	"strconv"

	"thidua/internal/portal"
)

// unknownReferences finds names of units, movements, groups, plans, clauses,
// targets, documents and fields that nothing has.
func unknownReferences(p *portal.Portal) []portal.Problem {
	r := references{portal: p}
	for _, unit := range p.Units {
		r.unit(&unit.Source, "parent", unit.Parent)
		r.units(&unit.Source, "predecessors", unit.Predecessors)
	}
	for _, document := range p.Documents {
		r.document(&document.Source, "repealed_by", document.RepealedBy)
	}
	for _, field := range p.Fields {
		for i, standard := range field.Standards {
			r.clauseRefs(&field.Source, at("standards", i, "asked_by"), standard.AskedBy)
		}
	}
	for _, movement := range p.Movements {
		r.units(&movement.Source, "launched_by", movement.LaunchedBy)
	}
	for _, plan := range p.Plans {
		r.plan(plan)
	}
	for _, model := range p.Models {
		r.clauseRefs(&model.Source, "asked_by", model.AskedBy)
		r.units(&model.Source, "run_by", model.RunBy)
		r.fields(&model.Source, "fields", model.Fields)
		r.movement(&model.Source, "movement", model.Movement)
		for i := range model.Adoptions {
			r.unit(&model.Adoptions[i].Source, "unit", model.Adoptions[i].Unit)
		}
	}
	for _, exemplar := range p.Exemplars {
		r.unit(&exemplar.Source, "unit", exemplar.Unit)
		r.movement(&exemplar.Source, "movement", exemplar.Movement)
		r.fields(&exemplar.Source, "fields", exemplar.Fields)
	}
	for _, report := range p.Reports {
		r.report(report)
	}
	for _, recognition := range p.Recognitions {
		r.clauseRefs(&recognition.Source, "asked_by", recognition.AskedBy)
		r.units(&recognition.Source, "decided_by", recognition.Decides)
		for i := range recognition.Dossiers {
			r.unit(&recognition.Dossiers[i].Source, "unit", recognition.Dossiers[i].Unit)
		}
	}
	for _, column := range p.Columns {
		r.column(column)
	}
	return r.problems
}

// references looks names up and remembers those that nothing has.
type references struct {
	portal   *portal.Portal
	problems []portal.Problem
}

// missing reports a name and the known one that it resembles.
func (r *references) missing(source *portal.Source, path, rule, name string, known []string, more ...any) {
	r.problems = append(r.problems, portal.Problem{
		Pos: source.At(path), Rule: rule, Args: append([]any{name, portal.Nearest(name, known)}, more...),
	})
}

func (r *references) plan(plan *portal.Plan) {
	s := &plan.Source
	r.units(s, "issuer", plan.Issuer)
	r.units(s, "units", plan.Units)
	r.movement(s, "movement", plan.Movement)
	for i, id := range plan.LinkedMovements {
		r.movement(s, at("linked_movements", i), id)
	}
	for i, citation := range plan.Documents {
		r.document(s, at("documents", i, "id"), citation.ID)
		r.clause(plan, s, at("documents", i, "clause"), citation.Clause)
	}
	for i, stage := range plan.Stages {
		r.clause(plan, s, at("stages", i, "clause"), stage.Clause)
	}
	for i, slogan := range plan.Slogans {
		r.clause(plan, s, at("slogans", i, "clause"), slogan.Clause)
	}
	for i, note := range plan.SourceNotes {
		r.clause(plan, s, at("source_notes", i, "clause"), note.Clause)
	}
	for _, part := range []struct {
		name string
		list []portal.Provision
	}{{"funding", plan.Funding}, {"channels", plan.Channels}, {"hotlines", plan.Hotlines}} {
		for i, provision := range part.list {
			r.clause(plan, s, at(part.name, i, "clause"), provision.Clause)
			r.units(s, at(part.name, i, "unit"), provision.Unit)
		}
	}
	for i := range plan.Targets {
		target := &plan.Targets[i]
		r.clause(plan, &target.Source, "clause", target.Clause)
		r.units(&target.Source, "owner", target.Owner)
		r.group(plan, target)
		for j, name := range target.Aligns {
			r.target(&target.Source, at("aligns", j), name)
		}
	}
	for i := range plan.Deadlines {
		deadline := &plan.Deadlines[i]
		r.clause(plan, &deadline.Source, "clause", deadline.Clause)
		r.units(&deadline.Source, "owner", deadline.Owner)
		r.units(&deadline.Source, "recipient", deadline.Recipient)
		r.units(&deadline.Source, "route", deadline.Route)
	}
	for i := range plan.Tasks {
		task := &plan.Tasks[i]
		r.clause(plan, &task.Source, "clause", task.Clause)
		r.units(&task.Source, "unit", task.Unit)
	}
}

func (r *references) report(report *portal.Report) {
	r.unit(&report.Source, "unit", report.Unit)
	for i, difficulty := range report.Difficulties {
		r.units(&report.Source, at("difficulties", i, "addressee"), difficulty.Addressee)
	}
	for i := range report.Results {
		result := &report.Results[i]
		switch plan := r.portal.Plan(result.Plan); {
		case result.Plan == "":
			if !slices.ContainsFunc(r.portal.Plans, func(p *portal.Plan) bool { return hasTarget(p, result.Target) }) {
				r.missing(&result.Source, "target", "unknown-target", result.Target, nil)
			}
		case plan == nil:
			r.missing(&result.Source, "plan", "unknown-plan", result.Plan, r.planIDs())
		case !hasTarget(plan, result.Target):
			r.missing(&result.Source, "target", "unknown-target", result.Target, targetIDs(plan))
		}
	}
}

func (r *references) column(column *portal.Column) {
	for i, id := range column.Plans {
		if r.portal.Plan(id) == nil {
			r.missing(&column.Source, at("plans", i), "unknown-plan", id, r.planIDs())
		}
	}
	for i, id := range column.Models {
		if r.portal.Model(id) == nil {
			r.missing(&column.Source, at("models", i), "unknown-model", id, ids(r.portal.Models, func(m *portal.Model) string { return m.ID }))
		}
	}
	exemplars := ids(r.portal.Exemplars, func(e *portal.Exemplar) string { return e.ID })
	for i, id := range column.Exemplars {
		if !slices.Contains(exemplars, id) {
			r.missing(&column.Source, at("exemplars", i), "unknown-exemplar", id, exemplars)
		}
	}
}

func (r *references) units(source *portal.Source, path string, names portal.IDs) {
	for i, name := range names {
		r.unit(source, at(path, i), name)
	}
}

func (r *references) unit(source *portal.Source, path, name string) {
	if name != "" && r.portal.Unit(name) == nil {
		r.missing(source, path, "unknown-unit", name, ids(r.portal.Units, func(u *portal.Unit) string { return u.ID }))
	}
}

func (r *references) movement(source *portal.Source, path, name string) {
	if name != "" && r.portal.Movement(name) == nil {
		r.missing(source, path, "unknown-movement", name, ids(r.portal.Movements, func(m *portal.Movement) string { return m.ID }))
	}
}

func (r *references) fields(source *portal.Source, path string, names portal.IDs) {
	for i, name := range names {
		if r.portal.Field(name) == nil {
			r.missing(source, at(path, i), "unknown-subject", name, ids(r.portal.Fields, func(f *portal.Field) string { return f.ID }))
		}
	}
}

// document looks for a document, or for a plan that is held.
func (r *references) document(source *portal.Source, path, name string) {
	if name != "" && r.portal.Document(name) == nil && r.portal.Plan(name) == nil {
		known := ids(r.portal.Documents, func(d *portal.Document) string { return d.ID })
		r.missing(source, path, "unknown-document", name, append(known, r.planIDs()...))
	}
}

func (r *references) clause(plan *portal.Plan, source *portal.Source, path string, address portal.Address) {
	if address != "" && plan.Clause(address) == nil {
		var known []string
		for clause := range portal.Walk(plan.Clauses) {
			known = append(known, string(clause.Address))
		}
		r.missing(source, path, "unknown-clause", string(address), known, plan.ID)
	}
}

func (r *references) clauseRefs(source *portal.Source, path string, refs []portal.ClauseRef) {
	for i, ref := range refs {
		if plan := r.portal.Plan(ref.Plan); plan == nil {
			r.missing(source, at(path, i), "unknown-plan", ref.Plan, r.planIDs())
		} else {
			r.clause(plan, source, at(path, i), ref.Clause)
		}
	}
}

func (r *references) group(plan *portal.Plan, target *portal.Target) {
	movement := r.portal.Movement(plan.Movement)
	if target.Group == "" || movement == nil {
		return
	}
	if _, known := movement.Group(target.Group); !known {
		var groups []string
		for _, group := range movement.Groups {
			groups = append(groups, group.ID)
		}
		r.missing(&target.Source, "group", "unknown-group", target.Group, groups, movement.ID)
	}
}

// target looks for "plan#target" of another plan.
func (r *references) target(source *portal.Source, path, name string) {
	var ref portal.ClauseRef
	if err := ref.UnmarshalText([]byte(name)); err != nil || ref.Clause == "" {
		r.missing(source, path, "bad-target-name", name, nil)
		return
	}
	switch plan := r.portal.Plan(ref.Plan); {
	case plan == nil:
		r.missing(source, path, "unknown-plan", ref.Plan, r.planIDs())
	case !hasTarget(plan, string(ref.Clause)):
		r.missing(source, path, "unknown-target", string(ref.Clause), targetIDs(plan))
	}
}

func (r *references) planIDs() []string {
	return ids(r.portal.Plans, func(p *portal.Plan) string { return p.ID })
}

func hasTarget(plan *portal.Plan, id string) bool {
	return slices.ContainsFunc(plan.Targets, func(t portal.Target) bool { return t.ID == id })
}

func targetIDs(plan *portal.Plan) []string {
	return ids(plan.Targets, func(t portal.Target) string { return t.ID })
}

func ids[T any](records []T, id func(T) string) []string {
	all := make([]string, len(records))
	for i, record := range records {
		all[i] = id(record)
	}
	return all
}

// at writes the path of a value as Source knows it: at("owner", 0) is "owner.0".
func at(parts ...any) string {
	path := ""
	for _, part := range parts {
		if path != "" {
			path += "."
		}
		switch part := part.(type) {
		case int:
			path += strconv.Itoa(part)
		case string:
			path += part
		}
	}
	return path
}
