package check

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// lockedChanged finds cells of the results that are not as they were sealed and
// that no correction speaks of. Each hint has the correction to write. What
// corrections say wrong is found by [corrections].
func lockedChanged(p *portal.Portal) (problems []portal.Problem) {
	amended(p, func(r *portal.Report, a portal.Amendments, rowOf func(portal.RowKey) *portal.Result) {
		last := r.Sealed()
		if last == nil {
			return
		}
		for _, cell := range a.Cells {
			if len(cell.By) > 0 {
				continue
			}
			pos := portal.Pos{File: path.Join(path.Dir(r.Source.Start().File), "results.csv")}
			if row := rowOf(cell.Row); row != nil {
				pos = row.Source.At(string(cell.Field))
			}
			report := func(rule string, args ...any) {
				problems = append(problems, portal.Problem{Pos: pos, Rule: rule, Args: args})
			}
			name, paste := rowName(cell.Row.Target, cell.Row.Part), correctionFor(r, cell)
			switch {
			case cell.Sealed == "":
				report("locked-added", string(cell.Field), name, last.LockedOn.Short(), cell.Now, paste)
			case cell.Now == "":
				report("locked-removed", string(cell.Field), name, last.LockedOn.Short(), cell.Sealed, paste)
			default:
				report("locked-changed", string(cell.Field), name, last.LockedOn.Short(), cell.Sealed, cell.Now, paste)
			}
		}
		if r.SubmittedOn != last.SubmittedOn {
			problems = append(problems, portal.Problem{
				Pos: r.Source.At("submitted_on"), Rule: "locked-submitted", Severity: portal.Warning,
				Args: []any{last.LockedOn.Short(), last.SubmittedOn.String(), r.Unit, r.Period.String()},
			})
		}
	})
	return problems
}

// amended visits the reports that were sealed or have corrections, with what
// became of them and a way to find their rows. Reports that were withdrawn are left alone, and
// those of which a file could not be read.
func amended(p *portal.Portal, visit func(*portal.Report, portal.Amendments, func(portal.RowKey) *portal.Result)) {
	var owners *portal.Owners
	for _, r := range p.Reports {
		folder := path.Dir(r.Source.Start().File) + "/"
		unread := slices.ContainsFunc(p.Unread, func(file string) bool { return strings.HasPrefix(file, folder) })
		if len(r.Ledger)+len(r.Corrections) == 0 || r.Status == portal.Withdrawn || unread || !soundLedger(r) {
			continue
		}
		if owners == nil {
			owners = p.Owners()
		}
		planOf := owners.PlanOf(r)
		visit(r, r.Amendments(planOf), rowsOf(r, planOf))
	}
}

// rowsOf is a way to find the rows of a report.
func rowsOf(r *portal.Report, planOf func(*portal.Result) string) func(portal.RowKey) *portal.Result {
	return func(key portal.RowKey) *portal.Result {
		for i := range r.Results {
			row := &r.Results[i]
			if key == (portal.RowKey{Plan: r.PlanOf(row, planOf), Target: row.Target, Part: row.Part}) {
				return row
			}
		}
		return nil
	}
}

// rowName names a target, and its part where it has parts, as a table does.
func rowName(target string, part vi.Number) string {
	if !part.IsSet() {
		return target
	}
	return target + " (" + part.String() + ")"
}

// correctionFor is the correction, in YAML, that explains why a cell has
// changed; what only an editor knows is left blank.
func correctionFor(r *portal.Report, cell portal.AmendedCell) snippet {
	var out strings.Builder
	out.WriteString("- {")
	put := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&out, "%s: %s, ", key, value)
		}
	}
	value := func(text string) string {
		if cell.Field.IsNumber() || text == "" {
			return text
		}
		return quoted(text)
	}
	name := func(id string) string {
		if id == "" || vi.IsSlug(id) {
			return id
		}
		return quoted(id)
	}
	put("plan", name(cell.Row.Plan))
	put("target", name(cell.Row.Target))
	put("part", cell.Row.Part.String())
	put("field", string(cell.Field))
	put("from", value(cell.Sealed))
	put("to", value(cell.Now))
	fmt.Fprintf(&out, "why: %s, date: %[1]s, approved_by: %[1]s}", portal.Blank)
	return snippet(out.String())
}

// quoted writes text in double quotes; what JSON can read YAML can.
func quoted(text string) string {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a text always can
	return strings.TrimSuffix(out.String(), "\n")
}
