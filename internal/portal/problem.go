package portal

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says what a problem does to a build. An error stops it, a warning
// is something to mend soon, a note something to know.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// A Problem is something that an editor wrote wrong, or should know. Its words
// in the editor's language are kept by package check under Rule; Args fill
// their blanks in order.
type Problem struct {
	Pos      Pos
	Rule     string
	Severity Severity // empty means Error
	Args     []any
}

// A Text is an argument in the program's own words, shown however long it is.
type Text string

// Level is the severity of p, Error where none was given.
func (p Problem) Level() Severity {
	if p.Severity == "" {
		return Error
	}
	return p.Severity
}

// SortProblems orders problems by file, line, column and rule, and drops those
// said twice of the same place. Others of one place and rule keep their order.
func SortProblems(problems []Problem) []Problem {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
	said := make(map[string]bool, len(problems))
	return slices.DeleteFunc(problems, func(p Problem) bool {
		key := fmt.Sprintf("%s %s %q", p.Pos, p.Rule, p.Args) // arguments may be lists, which == does not take
		again := said[key]
		said[key] = true
		return again
	})
}
