package portal

import (
	"strings"

	"thidua/internal/vi"
)

// A Question is what one row of a report has to answer: a target that the unit
// owes, or one part of it.
type Question struct {
	Owed
	Part    int // of a compound target, from 1; 0 is the whole
	Measure *Measure
}

// Questions lists what the report of a unit for a period has to answer, in the
// order of the plans: not what a body of the unit answers in a report of its own.
// A compound target asks once for each of its parts.
func (o *Owners) Questions(unit string, period vi.Period) (questions []Question) {
	for _, of := range o.Owed(unit, period) {
		if o.Elsewhere(&of, unit, period) {
			continue
		}
		measure := &of.Target.Measure
		if !measure.Kind.Compound() || len(measure.Parts) == 0 {
			questions = append(questions, Question{of, 0, measure})
			continue
		}
		for i := range measure.Parts {
			questions = append(questions, Question{of, i + 1, &measure.Parts[i]})
		}
	}
	return questions
}

// Row is the row that answers the question, with nothing answered yet.
func (q *Question) Row() Result {
	row := Result{Plan: q.Plan.ID, Target: q.Target.ID}
	if q.Part > 0 {
		row.Part = vi.IntNumber(int64(q.Part))
	}
	return row
}

// Statement is what was promised, on one line, with the subject of the part.
func (q *Question) Statement() string {
	text := strings.Join(strings.Fields(q.Target.Statement), " ")
	if q.Part > 0 && q.Measure.Subject != "" {
		text += " – " + strings.Join(strings.Fields(q.Measure.Subject), " ")
	}
	return text
}
