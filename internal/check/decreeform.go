package check

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// decreeForm finds, in the words of one clause, dates and document numbers that
// are not written as Nghị định 30/2020/NĐ-CP has them, each form once, and dates
// that no calendar has. Where they stand so in the source, a source note of kind
// "date" or "number" at the clause says so.
type decreeForm struct {
	plan     *portal.Plan
	clause   *portal.Clause
	told     []vi.MentionKind
	problems []portal.Problem
}

func (d *decreeForm) look(text string, m vi.Mention) {
	said, kind := text[m.Start:m.End], portal.NoteDate
	if m.Kind == vi.NumberMention {
		kind = portal.NoteNumber
	}
	switch {
	case !m.Impossible && m.Form == said, d.plan.Noted(d.clause.Address, kind):
	case m.Impossible:
		d.problems = append(d.problems, portal.Problem{
			Pos: d.clause.Pos, Rule: "no-such-date", Severity: portal.Warning, Args: []any{said, string(d.clause.Address)},
		})
	case !slices.Contains(d.told, m.Kind):
		d.told = append(d.told, m.Kind)
		d.problems = append(d.problems, portal.Problem{
			Pos: d.clause.Pos, Rule: "nd30-form", Severity: portal.Note, Args: []any{said, m.Form},
		})
	}
}

// decreeFields finds the same in the fields of plans, documents and awards that
// say what the original says.
func decreeFields(p *portal.Portal) (problems []portal.Problem) {
	look := func(source *portal.Source, path, text string, plan *portal.Plan, clause portal.Address) {
		if plan == nil {
			plan = &portal.Plan{} // which notes nothing
		}
		pos := source.At(path)
		wrong := decreeForm{plan: plan, clause: &portal.Clause{Address: cmp.Or(clause, portal.Opening), Pos: pos}}
		for mention := range vi.Mentions(text) {
			wrong.look(text, mention)
		}
		problems = append(problems, wrong.problems...)
	}
	for _, document := range p.Documents {
		look(&document.Source, "ref", document.Ref, nil, "")
	}
	for _, exemplar := range p.Exemplars {
		for i, award := range exemplar.Awards {
			look(&exemplar.Source, at("award", i, "decision_ref"), award.DecisionRef, nil, "")
		}
	}
	for _, plan := range p.Plans {
		if plan.DocNumber != "" {
			look(&plan.Source, "doc_number", plan.Ref(), plan, "")
		}
		look(&plan.Source, "abstract", plan.Abstract, plan, "")
		for i, slogan := range plan.Slogans {
			look(&plan.Source, at("slogans", i, "text"), slogan.Text, plan, slogan.Clause)
		}
		for i, citation := range plan.Documents {
			look(&plan.Source, at("documents", i, "ref"), citation.Ref, plan, citation.Clause)
		}
		for i := range plan.Targets {
			target := &plan.Targets[i]
			look(&target.Source, "statement", target.Statement, plan, target.Clause)
		}
		for i := range plan.Deadlines {
			deadline := &plan.Deadlines[i]
			look(&deadline.Source, "text", deadline.Text, plan, deadline.Clause)
		}
	}
	return problems
}
