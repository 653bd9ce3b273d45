package check

import (
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
