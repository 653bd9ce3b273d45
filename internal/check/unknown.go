package check

import (
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// unknownReferences finds names of units, movements, groups, plans, clauses,
// targets, documents and fields that nothing has.
func unknownReferences(p *portal.Portal) []portal.Problem {
	r := &references{portal: p, near: map[[2]string]string{}}
	for _, unit := range p.Units {
		r.unit(&unit.Source, "parent", unit.Parent)
		r.units(&unit.Source, "predecessors", unit.Predecessors)
		r.units(&unit.Source, "members", unit.Members)
	}
	for _, document := range p.Documents {
		r.from = &portal.Record{Status: portal.Published, Sample: document.Sample}
		r.document(&document.Source, "repealed_by", document.RepealedBy)
	}
	r.legal(p.Legal)
	for _, field := range p.Fields {
		r.from = &portal.Record{Status: portal.Published, Sample: true} // a standard may be asked by samples alone
		for i, standard := range field.Standards {
			r.clauseRefs(&field.Source, at("standards", i, "asked_by"), standard.AskedBy)
		}
	}
	for _, movement := range p.Movements {
		r.from = &movement.Record
		r.units(&movement.Source, "launched_by", movement.LaunchedBy)
	}
	for _, plan := range p.Plans {
		r.from = &plan.Record
		r.plan(plan)
	}
	for _, model := range p.Models {
		r.from = &model.Record
		r.model(model)
	}
	for _, exemplar := range p.Exemplars {
		r.from = &exemplar.Record
		r.exemplar(exemplar)
	}
	for _, report := range p.Reports {
		r.from = &report.Record
		r.results(report)
	}
	for _, recognition := range p.Recognitions {
		r.from = &recognition.Record
		r.recognition(recognition)
	}
	for _, column := range p.Columns {
		r.from = &column.Record
		r.column(column)
	}
	return r.problems
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
	for _, part := range provisions(plan) {
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

// namedProvisions are provisions and the field of a plan that lists them.
type namedProvisions struct {
	name string
	list []portal.Provision
}

func provisions(plan *portal.Plan) []namedProvisions {
	return []namedProvisions{{"funding", plan.Funding}, {"channels", plan.Channels}, {"hotlines", plan.Hotlines}}
}

func (r *references) model(model *portal.Model) {
	r.clauseRefs(&model.Source, "asked_by", model.AskedBy)
	r.units(&model.Source, "run_by", model.RunBy)
	r.fields(&model.Source, "fields", model.Fields)
	r.movement(&model.Source, "movement", model.Movement)
	r.from = nil // a row is as real as its unit
	for i := range model.Adoptions {
		r.unit(&model.Adoptions[i].Source, "unit", model.Adoptions[i].Unit)
	}
}

func (r *references) exemplar(exemplar *portal.Exemplar) {
	r.unit(&exemplar.Source, "unit", exemplar.Unit)
	r.movement(&exemplar.Source, "movement", exemplar.Movement)
	r.fields(&exemplar.Source, "fields", exemplar.Fields)
	for i, id := range exemplar.Standards {
		if known := r.standardIDs(); !slices.Contains(known, id) && !r.unread("data/fields.yaml") {
			r.missing(&exemplar.Source, at("standards", i), "unknown-standard", id, r.standardIDs)
		}
	}
}

func (r *references) recognition(recognition *portal.Recognition) {
	r.clauseRefs(&recognition.Source, "asked_by", recognition.AskedBy)
	r.units(&recognition.Source, "decided_by", recognition.Decides)
	category := func(source *portal.Source, path, id string) {
		if len(recognition.Categories) > 0 && recognition.Category(id) == nil {
			for _, called := range recognition.Categories { // a clerk writes the name
				if id != "" && vi.Fold(called.Title) == vi.Fold(id) {
					r.report(source, path, "unknown-category", id, called.ID, recognition.ID)
					return
				}
			}
			r.missing(source, path, "unknown-category", id, func() []string {
				return ids(recognition.Categories, func(c portal.Category) string { return c.ID })
			}, recognition.ID)
		}
	}
	for i, goal := range recognition.Goals {
		category(&recognition.Source, at("goals", i, "category"), goal.Category)
		r.target(&recognition.Source, at("goals", i, "target"), goal.Target)
	}
	for i, step := range recognition.Steps {
		r.deadline(&recognition.Source, at("steps", i, "deadline"), step.Deadline)
	}
	for i, paper := range recognition.Papers {
		r.clauseRefs(&recognition.Source, at("papers", i, "asked_by"), paper.AskedBy)
	}
	r.from = nil // a row is as real as its unit
	for i := range recognition.Dossiers {
		row := &recognition.Dossiers[i]
		r.unit(&row.Source, "unit", row.Unit)
		category(&row.Source, "category", row.Category)
	}
}

func (r *references) results(report *portal.Report) {
	r.unit(&report.Source, "unit", report.Unit)
	for i, difficulty := range report.Difficulties {
		r.units(&report.Source, at("difficulties", i, "addressee"), difficulty.Addressee)
	}
	for i, correction := range report.Corrections {
		r.targetOf(&report.Source, at("corrections", i, "plan"), at("corrections", i, "target"), correction.Plan, correction.Target)
	}
	for i := range report.Results {
		result := &report.Results[i]
		if strings.ContainsAny(result.Target, " \n") { // no id: a total, a signature, a name
			r.report(&result.Source, "target", "row-foreign", result.Target)
			continue
		}
		r.targetOf(&result.Source, "plan", "target", result.Plan, result.Target)
	}
	for i, name := range report.Answers {
		r.deadline(&report.Source, at("answers", i), name)
	}
}

func (r *references) column(column *portal.Column) {
	for i, id := range column.Plans {
		r.planNamed(&column.Source, at("plans", i), id)
	}
	for i, id := range column.Models {
		if model := r.portal.Model(id); model != nil {
			r.found(&column.Source, at("models", i), id, &model.Record)
		} else if !r.unread("content/mo-hinh/" + id + "/index.md") {
			r.missing(&column.Source, at("models", i), "unknown-model", id, r.modelIDs)
		}
	}
	for i, id := range column.Exemplars {
		n := slices.IndexFunc(r.portal.Exemplars, func(e *portal.Exemplar) bool { return e.ID == id })
		if n >= 0 {
			r.found(&column.Source, at("exemplars", i), id, &r.portal.Exemplars[n].Record)
		} else if !r.unread("content/dien-hinh/" + id + "/index.md") {
			r.missing(&column.Source, at("exemplars", i), "unknown-exemplar", id, r.exemplarIDs)
		}
	}
}
