package skeleton

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/table"
)

// statementColumn is what nobody reads but people: the words of the target, so
// that a row is more than a code.
const statementColumn = "Nội dung chỉ tiêu"

// Results is the results.csv of a report: its rows, each with what was promised
// where the report has to answer for it.
func Results(rows []portal.Result, questions []portal.Question) []byte {
	type key struct{ plan, target, part string }
	promised := map[key]string{}
	for i := range questions {
		row := questions[i].Row()
		promised[key{row.Plan, row.Target, row.Part.String()}] = questions[i].Statement()
	}
	columns := table.Of("result")
	at := 1 + slices.IndexFunc(columns.Columns, func(c table.Column) bool { return c.Key == "part" })
	lines := [][]string{slices.Insert(columns.Names(), at, statementColumn)}
	for i := range rows {
		statement := promised[key{rows[i].Plan, rows[i].Target, rows[i].Part.String()}]
		lines = append(lines, slices.Insert(columns.Cells(&rows[i]), at, statement))
	}
	return table.Write(lines)
}

// Table is the file of a table that follows a schema.
func Table(schema string, rows ...[]string) []byte {
	return table.Write(append([][]string{table.Of(schema).Names()}, rows...))
}
