package portal

import (
	"slices"

	"thidua/internal/vi"
)

// Amendments are what became of the results of a report since they were sealed
// last, and the corrections that should explain it.
type Amendments struct {
	Pending []int         // corrections that no entry of the ledger holds, by their indexes, in the order of their days
	Lost    []*Correction // those that an entry holds and the report no more
	Cells   []AmendedCell // that changed, or have corrections; in the order of their rows

	PlanOf    map[int]string // of the pending corrections that name a row
	Rowless   []int          // pending corrections that name no row, …
	Ambiguous []int          // … or rows of several plans
}

// An AmendedCell is one cell of the results.
type AmendedCell struct {
	Row    RowKey
	Field  ResultField
	Sealed string // as the last entry has it; "" where it has none, or there is no entry
	Now    string
	By     []int // its pending corrections, by their indexes, in the order of their days
}

// A RowKey tells which target, or which part of it, a row speaks of.
type RowKey struct {
	Plan, Target string
	Part         vi.Number // unset for the whole
}

// Key is what the row speaks of.
func (r *LedgerRow) Key() RowKey { return RowKey{r.Plan, r.Target, r.Part} }

// Amendments compares the report with the last entry of its ledger. planOf is
// that of [Owners.PlanOf].
func (r *Report) Amendments(planOf func(*Result) string) Amendments {
	a := Amendments{PlanOf: map[int]string{}}
	a.Pending, a.Lost = r.unsealed()
	last := r.Sealed()
	if len(a.Pending) == 0 && (last == nil || slices.Equal(last.Rows, r.Canonical(planOf))) {
		return a // as most reports are
	}
	sealed, now := map[RowKey]*LedgerRow{}, map[RowKey]*LedgerRow{}
	var keys []RowKey
	put := func(rows map[RowKey]*LedgerRow, row *LedgerRow) {
		key := row.Key()
		if sealed[key] == nil && now[key] == nil {
			keys = append(keys, key)
		}
		if rows[key] == nil { // of two rows of one target, an error, the first counts
			rows[key] = row
		}
	}
	if last != nil {
		for i := range last.Rows {
			put(sealed, &last.Rows[i])
		}
	}
	for i := range r.Results {
		row := r.Results[i].sealed(r.PlanOf(&r.Results[i], planOf))
		put(now, &row)
	}
	by := a.rowsOf(r, keys)
	nothing := new(LedgerRow)
	for _, key := range keys {
		was, is := sealed[key], now[key]
		if was == nil {
			was = nothing
		}
		if is == nil {
			is = nothing
		}
		for _, field := range ResultFields {
			cell := AmendedCell{Row: key, Field: field, Sealed: was.Cell(field), Now: is.Cell(field)}
			for _, i := range by[key] {
				if r.Corrections[i].Field == field {
					cell.By = append(cell.By, i)
				}
			}
			if len(cell.By) > 0 || cell.Sealed != cell.Now && last != nil {
				a.Cells = append(a.Cells, cell)
			}
		}
	}
	return a
}

// rowsOf finds the rows of the pending corrections, and notes those that have
// none or several.
func (a *Amendments) rowsOf(r *Report, keys []RowKey) map[RowKey][]int {
	by := map[RowKey][]int{}
	for _, i := range a.Pending {
		c := &r.Corrections[i]
		fits := func(key RowKey) bool {
			return key.Target == c.Target && key.Part == c.Part && (key.Plan == c.Plan || c.Plan == "")
		}
		first := slices.IndexFunc(keys, fits)
		switch {
		case first < 0:
			a.Rowless = append(a.Rowless, i)
		case slices.ContainsFunc(keys[first+1:], fits):
			a.Ambiguous = append(a.Ambiguous, i)
		default:
			by[keys[first]] = append(by[keys[first]], i)
			a.PlanOf[i] = keys[first].Plan
		}
	}
	return by
}

// unsealed are the corrections that no entry of the ledger holds, in the order
// of their days, and those that only an entry holds.
func (r *Report) unsealed() (pending []int, lost []*Correction) {
	pending = make([]int, len(r.Corrections))
	for i := range pending {
		pending[i] = i
	}
	for n := range r.Ledger {
		for i := range r.Ledger[n].Corrections {
			sealed := &r.Ledger[n].Corrections[i]
			at := slices.IndexFunc(pending, func(i int) bool { return r.Corrections[i].same(sealed) })
			if at < 0 {
				lost = append(lost, sealed)
				continue
			}
			pending = slices.Delete(pending, at, at+1)
		}
	}
	slices.SortStableFunc(pending, func(a, b int) int { return r.Corrections[a].Date.Compare(r.Corrections[b].Date) })
	return pending, lost
}
