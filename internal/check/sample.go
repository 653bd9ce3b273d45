package check

import (
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// samples finds what is invented about real units, plans and people. No success,
// and no failure, is made up for a real authority, not even as an example. What
// is invented may belong to a real movement, follow a real decree and take up a
// real model, as anybody may. That a real record names an invented one is found
// with its references; here, that a real unit or document does.
func samples(p *portal.Portal) []portal.Problem {
	s := &sampled{portal: p}
	for _, unit := range p.Units {
		s.unit(unit)
	}
	for _, document := range p.Documents {
		if by := p.Document(document.RepealedBy); by != nil && by.Sample != document.Sample {
			s.mixed(&document.Source, "repealed_by", by.ID, by.Sample)
		}
	}
	for _, movement := range p.Movements {
		if movement.Sample {
			s.units(&movement.Source, "launched_by", movement.LaunchedBy...)
		}
	}
	for _, plan := range p.Plans {
		if plan.Sample {
			s.plan(plan)
		}
	}
	for _, model := range p.Models {
		if model.Sample {
			s.clauses(&model.Source, "asked_by", model.AskedBy)
			s.units(&model.Source, "run_by", model.RunBy...)
			for i := range model.Adoptions {
				s.units(&model.Adoptions[i].Source, "unit", model.Adoptions[i].Unit)
			}
		}
	}
	for _, exemplar := range p.Exemplars {
		if exemplar.Sample {
			s.units(&exemplar.Source, "unit", exemplar.Unit)
			if exemplar.Kind != portal.Collective {
				s.named(&exemplar.Source, "title", exemplar.Title, exemplar.Summary)
			}
		}
	}
	for _, report := range p.Reports {
		s.report(report)
	}
	for _, recognition := range p.Recognitions {
		if recognition.Sample {
			s.recognition(recognition)
		}
	}
	for _, column := range p.Columns {
		if column.Sample {
			s.column(column)
		}
	}
	return s.problems
}

// sampled are the problems of samples as they are found.
type sampled struct {
	portal   *portal.Portal
	problems []portal.Problem
	targets  map[string]realness // of all plans, once they are asked for
}

// realness tells whether real plans, or invented ones, have something.
type realness struct{ real, invented bool }

// mixed reports a name that does not go with who names it: of something invented
// in what is real, or the other way round.
func (s *sampled) mixed(source *portal.Source, path, name string, invented bool) {
	rule := "sample-of-real"
	if invented {
		rule = "sample-in-real"
	}
	s.problems = append(s.problems, portal.Problem{Pos: source.At(path), Rule: rule, Args: []any{name}})
}

// units finds the real ones among the units that a sample names.
func (s *sampled) units(source *portal.Source, path string, ids ...string) {
	for i, id := range ids {
		if unit := s.portal.Unit(id); id != "" && unit != nil && !unit.Sample {
			s.mixed(source, at(path, i), id, false)
		}
	}
}

// plans finds the real ones among the plans that a sample names.
func (s *sampled) plans(source *portal.Source, path string, ids ...string) {
	for i, id := range ids {
		if plan := s.portal.Plan(id); id != "" && plan != nil && !plan.Sample {
			s.mixed(source, at(path, i), id, false)
		}
	}
}

func (s *sampled) clauses(source *portal.Source, path string, refs []portal.ClauseRef) {
	for i, ref := range refs {
		s.plans(source, at(path, i), ref.Plan)
	}
}

// named warns of an invented name that could be a real one.
func (s *sampled) named(source *portal.Source, path string, texts ...string) {
	if !strings.Contains(vi.Fold(strings.Join(texts, " ")), "minh hoa") {
		s.problems = append(s.problems, portal.Problem{Pos: source.At(path), Rule: "sample-name", Severity: portal.Warning, Args: []any{texts[0]}})
	}
}

func (s *sampled) unit(unit *portal.Unit) {
	look := func(path, id string) {
		if other := s.portal.Unit(id); id != "" && other != nil && other.Sample != unit.Sample {
			s.mixed(&unit.Source, path, id, other.Sample)
		}
	}
	look("parent", unit.Parent)
	for i, id := range unit.Predecessors {
		look(at("predecessors", i), id)
	}
	if unit.Sample && unit.Kind.IsAdministrative() { // a body has the name of its place on its page
		s.named(&unit.Source, "name", unit.Name)
	}
}

func (s *sampled) plan(plan *portal.Plan) {
	s.units(&plan.Source, "issuer", plan.Issuer...)
	s.units(&plan.Source, "units", plan.Units...)
	for i, citation := range plan.Documents {
		switch citation.Role {
		case portal.RoleImplements, portal.RoleReplaces, portal.RoleAmends:
			s.plans(&plan.Source, at("documents", i, "id"), citation.ID)
		}
	}
	for _, part := range []struct {
		name string
		list []portal.Provision
	}{{"funding", plan.Funding}, {"channels", plan.Channels}, {"hotlines", plan.Hotlines}} {
		for i, provision := range part.list {
			s.units(&plan.Source, at(part.name, i, "unit"), provision.Unit...)
		}
	}
	for i := range plan.Targets {
		target := &plan.Targets[i]
		s.units(&target.Source, "owner", target.Owner...)
		for j, name := range target.Aligns {
			above, _, _ := strings.Cut(name, "#")
			s.plans(&target.Source, at("aligns", j), above)
		}
	}
	for i := range plan.Deadlines {
		deadline := &plan.Deadlines[i]
		s.units(&deadline.Source, "owner", deadline.Owner...)
		s.units(&deadline.Source, "recipient", deadline.Recipient...)
		s.units(&deadline.Source, "route", deadline.Route...)
	}
	for i := range plan.Tasks {
		s.units(&plan.Tasks[i].Source, "unit", plan.Tasks[i].Unit...)
	}
}

func (s *sampled) recognition(recognition *portal.Recognition) {
	source := &recognition.Source
	within := func(path, name string) {
		plan, _, _ := strings.Cut(name, "#")
		s.plans(source, path, plan)
	}
	s.clauses(source, "asked_by", recognition.AskedBy)
	s.units(source, "decided_by", recognition.Decides...)
	for i, goal := range recognition.Goals {
		within(at("goals", i, "target"), goal.Target)
	}
	for i, step := range recognition.Steps {
		within(at("steps", i, "deadline"), step.Deadline)
	}
	for i, paper := range recognition.Papers {
		s.clauses(source, at("papers", i, "asked_by"), paper.AskedBy)
	}
	for i := range recognition.Dossiers {
		s.units(&recognition.Dossiers[i].Source, "unit", recognition.Dossiers[i].Unit)
	}
}

// report looks at a report of either sort: a row that names no plan belongs to
// any that has its target.
func (s *sampled) report(report *portal.Report) {
	if report.Sample {
		s.units(&report.Source, "unit", report.Unit)
		for i, difficulty := range report.Difficulties {
			s.units(&report.Source, at("difficulties", i, "addressee"), difficulty.Addressee...)
		}
	}
	for i := range report.Results {
		result := &report.Results[i]
		of := s.having(result.Target)
		switch {
		case result.Plan == "" && report.Sample && of.real && !of.invented, result.Plan == "" && !report.Sample && of.invented && !of.real:
			s.mixed(&result.Source, "target", result.Target, of.invented)
		case report.Sample:
			s.plans(&result.Source, "plan", result.Plan)
		}
	}
}

// having tells which plans have a target.
func (s *sampled) having(target string) realness {
	if s.targets == nil {
		s.targets = map[string]realness{}
		for _, plan := range s.portal.Plans {
			for i := range plan.Targets {
				of := s.targets[plan.Targets[i].ID]
				of.real = of.real || !plan.Sample
				of.invented = of.invented || plan.Sample
				s.targets[plan.Targets[i].ID] = of
			}
		}
	}
	return s.targets[target]
}

func (s *sampled) column(column *portal.Column) {
	s.plans(&column.Source, "plans", column.Plans...)
	real := map[string]bool{}
	for _, exemplar := range s.portal.Exemplars {
		real[exemplar.ID] = !exemplar.Sample
	}
	for i, id := range column.Exemplars {
		if real[id] {
			s.mixed(&column.Source, at("exemplars", i), id, false)
		}
	}
}
