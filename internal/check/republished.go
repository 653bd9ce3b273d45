package check

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// Republished finds the figures of a public report that another version of it
// changes or takes out, where no correction says so: from what was published to
// what is now. What was empty may be filled in. Each hint has the correction to
// write. The places are those of the rows of the other version.
func Republished(was, is *portal.Report, planOf func(*portal.Result) string) (problems []portal.Problem) {
	if !was.Status.Public() {
		return nil
	}
	published, _ := was.Seal(vi.Date{}, planOf)
	published.Corrections = nil // as if none were known, so that all are looked at
	now := *is
	now.Ledger = []portal.LedgerEntry{published}
	rows := rowsOf(&now, planOf)
	for _, cell := range now.Amendments(planOf).Cells {
		if !cell.Field.IsNumber() || cell.Sealed == "" || cell.Sealed == cell.Now || corrected(&now, cell) {
			continue
		}
		pos := portal.Pos{}
		if row := rows(cell.Row); row != nil {
			pos = row.Source.At(string(cell.Field))
		}
		name, paste := rowName(cell.Row.Target, cell.Row.Part), correctionFor(&now, cell)
		problem := portal.Problem{Pos: pos, Rule: "published-changed", Args: []any{name, cell.Sealed, cell.Now, paste}}
		if cell.Now == "" {
			problem.Rule, problem.Args = "published-removed", []any{string(cell.Field), name, cell.Sealed, paste}
		}
		problems = append(problems, problem)
	}
	return problems
}

// corrected reports whether corrections lead from what a cell said to what it
// says now, the last of them to the end.
func corrected(r *portal.Report, cell portal.AmendedCell) bool {
	from := slices.IndexFunc(cell.By, func(i int) bool { return r.Corrections[i].Was() == cell.Sealed })
	return from >= 0 && r.Corrections[cell.By[len(cell.By)-1]].Is() == cell.Now
}
