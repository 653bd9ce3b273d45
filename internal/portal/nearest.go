package portal

import (
	"slices"
	"strings"

	"thidua/internal/vi"
)

// tooFar is how many letters may never differ.
const tooFar = 6

// Nearest is the known name that a misspelt one was probably meant to be, ""
// where none is near enough to be worth naming. That letters have lost or won
// their marks is no distance: ids have none.
func Nearest(name string, known []string) string {
	forms := [][]rune{[]rune(name)}
	if folded := vi.Fold(name); folded != name {
		forms = append(forms, []rune(folded))
	}
	best, distance := "", min(1+len(forms[0])/3, tooFar)
	var rows [3][]int
	for _, candidate := range known {
		runes := []rune(candidate)
		for _, form := range forms {
			if d := editDistance(form, runes, distance, &rows); d < distance {
				best, distance = candidate, d
			}
		}
	}
	if best == "" && name != "" {
		longer := func(candidate string) bool { return strings.HasPrefix(candidate, name+"-") }
		if i := slices.IndexFunc(known, longer); i >= 0 {
			return known[i]
		}
	}
	return best
}

// editDistance counts the letters to insert, drop, change or exchange with the
// next to make b of a (optimal string alignment), or gives limit where there
// are at least so many. The rows are for it to use; of each it fills what can
// still come below the limit.
func editDistance(a, b []rune, limit int, rows *[3][]int) int {
	if max(len(a)-len(b), len(b)-len(a)) >= limit {
		return limit
	}
	for i := range rows {
		if cap(rows[i]) <= len(b) {
			rows[i] = make([]int, len(b)+1)
		}
		rows[i] = rows[i][:len(b)+1]
	}
	before, last, row := rows[0], rows[1], rows[2]
	for j := range last {
		last[j] = j
	}
	for i := range a {
		from, to := max(i-limit, 0), min(i+limit+1, len(b))
		row[from] = limit
		if from == 0 {
			row[0] = i + 1
		}
		least := row[from]
		for j := from; j < to; j++ {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least >= limit {
			return limit
		}
		if to < len(b) {
			row[to+1] = limit
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}
