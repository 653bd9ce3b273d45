package check

import (
	"strconv"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// numbering finds sections, khoản and points that skip a number, come twice or
// in the wrong order. A source note of kind "numbering" at the clause excuses
// what the source itself has.
func numbering(p *portal.Portal) (problems []portal.Problem) {
	for _, plan := range p.Plans {
		siblings(plan, plan.Clauses, &problems)
		for clause := range portal.Walk(plan.Clauses) {
			siblings(plan, clause.Children, &problems)
		}
	}
	return problems
}

func siblings(plan *portal.Plan, clauses []*portal.Clause, problems *[]portal.Problem) {
	previous := map[portal.ClauseKind]int{}
	for _, clause := range clauses {
		number, counted := ordinal(clause)
		if !counted {
			continue
		}
		expected := previous[clause.Kind] + 1
		previous[clause.Kind] = number
		if number == expected || plan.Noted(clause.Address, portal.NoteNumbering) {
			continue
		}
		rule := "numbering-gap"
		if number < expected {
			rule = "numbering-order"
		}
		if number == 0 {
			rule = "point-letter"
		}
		*problems = append(*problems, portal.Problem{
			Pos: clause.Pos, Rule: rule, Args: []any{clause.Number, written(clause, expected), string(clause.Address)},
		})
	}
}

// ordinal is the place of a clause among its siblings as its number says it;
// 0 for a letter that Vietnamese points do not use.
func ordinal(clause *portal.Clause) (n int, counted bool) {
	last := clause.Number[strings.LastIndexByte(strings.TrimRight(clause.Number, ".)"), '.')+1:]
	last = strings.TrimRight(last, ".)")
	switch clause.Kind {
	case portal.Section:
		n, _ = vi.ParseRoman(last)
		return n, true
	case portal.Numbered:
		n, _ = strconv.Atoi(last)
		return n, true
	case portal.Point:
		return vi.LetterIndex(last), true
	}
	return 0, false
}

// written is a number in the form that clauses of this kind have it.
func written(clause *portal.Clause, n int) string {
	switch clause.Kind {
	case portal.Section:
		return vi.Roman(n) + "."
	case portal.Point:
		return vi.Letter(n) + ")"
	}
	number := strings.TrimSuffix(clause.Number, ".")
	return number[:strings.LastIndexByte(number, '.')+1] + strconv.Itoa(n) + "."
}
