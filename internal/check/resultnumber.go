package check

import (
	"cmp"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

var percentHundred = vi.IntNumber(100)

// resultNumbers finds figures that cannot be: less than nothing, more than all,
// half a case; a share of which one side is missing; a percentage that is not
// that of its own numbers.
func resultNumbers(p *portal.Portal) (problems []portal.Problem) {
	answerable(p, func(a *answering) {
		for i := range a.report.Results {
			row := &a.report.Results[i]
			of, _ := a.row(row)
			if of == nil {
				continue
			}
			m := &of.Target.Measure
			if m.Kind.Compound() {
				n := partNumber(row.Part, len(m.Parts))
				if n == 0 {
					continue
				}
				m = &m.Parts[n-1]
			}
			problems = append(problems, figures(row, m)...)
			problems = append(problems, disclosures(row, m)...)
			problems = append(problems, unanswered(row, m)...)
		}
	})
	return problems
}

// unanswered finds rows that seem to answer and leave no figure to judge: a value
// alone where something is kept, a note that nothing happened and no 0.
func unanswered(row *portal.Result, m *portal.Measure) []portal.Problem {
	warn := func(field, rule string, args ...any) []portal.Problem {
		return []portal.Problem{{Pos: row.Source.At(field), Rule: rule, Severity: portal.Warning, Args: args}}
	}
	switch {
	case m.Kind == portal.Retain && !m.Value.IsSet() && row.Value.IsSet() && !row.Numerator.IsSet() && !row.Source.Has("numerator"):
		return warn("numerator", "retain-alone", row.Value.Format())
	case m.Kind == portal.None && !row.Figure().Given() && !row.Source.Has("value") && saysNone(row.Note):
		return warn("value", "none-in-words", row.Note)
	}
	return nil
}

// saysNone reports whether a note says that nothing happened.
func saysNone(note string) bool {
	text := strings.ToLower(vi.NFC(note))
	for _, words := range []string{"không có", "không xảy ra", "không phát sinh", "không để xảy ra", "chưa xảy ra"} {
		if strings.Contains(text, words) && !strings.Contains(text, "số liệu") {
			return true
		}
	}
	return strings.Trim(text, " .") == "không"
}

// disclosures finds what is said to be public and cannot be looked up.
func disclosures(row *portal.Result, m *portal.Measure) []portal.Problem {
	if m.Kind != portal.Disclose {
		return nil
	}
	problem := func(severity portal.Severity, field, rule string, args ...any) []portal.Problem {
		return []portal.Problem{{Pos: row.Source.At(field), Rule: rule, Severity: severity, Args: args}}
	}
	switch {
	case portal.Denied(row.Evidence):
		return problem(portal.Error, "evidence", "disclose-denied", row.Evidence)
	case row.Evidence != "" && !portal.Traceable(row.Evidence):
		return problem(portal.Warning, "evidence", "disclose-vague", row.Evidence)
	case row.Evidence == "" && row.Value.Sign() > 0 && !row.Denominator.IsSet():
		return problem(portal.Warning, "value", "disclose-alone", row.Value.Format())
	}
	return nil
}

// mostDecimals are more than anybody counts or weighs; what has more came out of
// a formula.
const mostDecimals = 4

// figures holds the numbers of a row against their measure. A sign that is
// wrong is told alone: what follows from it need not be.
func figures(row *portal.Result, m *portal.Measure) (problems []portal.Problem) {
	report := func(severity portal.Severity, field, rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: row.Source.At(field), Rule: rule, Severity: severity, Args: args})
	}
	numbers := []struct {
		field string
		n     vi.Number
	}{{"numerator", row.Numerator}, {"denominator", row.Denominator}, {"value", row.Value}}
	for _, of := range numbers {
		if of.n.Sign() < 0 {
			report(portal.Error, of.field, "result-negative", columnName(row, of.field), of.n.Format())
		}
	}
	if len(problems) > 0 {
		return problems
	}
	for _, of := range numbers {
		if severity := wholeOnly(m, of.field); of.n.Decimals() > 0 && severity != "" {
			report(severity, of.field, "result-fraction", columnName(row, of.field), of.n.Format(), m.Unit)
		}
	}
	for _, of := range numbers[:2] {
		if of.n.Decimals() > mostDecimals && wholeOnly(m, of.field) == "" {
			report(portal.Error, of.field, "result-noise", columnName(row, of.field), of.n.Format(), mostDecimals)
		}
	}
	unread := func(field string) bool { return row.Source.Has(field) } // its own mistake is told
	switch {
	case row.Numerator.IsSet() && !row.Denominator.IsSet():
		if isShare(m) && !unread("denominator") {
			report(portal.Error, "numerator", "result-no-denominator", row.Numerator.Format())
		}
	case row.Denominator.IsSet() && !row.Numerator.IsSet():
		if !unread("numerator") {
			report(portal.Error, "denominator", "result-no-numerator", row.Denominator.Format())
		}
	case row.Numerator.IsSet() && row.Denominator.Sign() == 0 && row.Numerator.Sign() > 0:
		report(portal.Error, "denominator", "result-of-nothing", row.Numerator.Format())
	case row.Numerator.IsSet() && row.Numerator.Compare(row.Denominator) > 0:
		if severity := overWhole(m); severity != "" {
			report(severity, "numerator", "result-over-whole", row.Numerator.Format(), row.Denominator.Format())
		}
	case row.Numerator.IsSet() && isPercentage(m) && row.Value.IsSet():
		if exact := vi.Percent(row.Numerator, row.Denominator, min(row.Value.Decimals(), 6)); !agrees(row) {
			report(portal.Error, "value", "result-disagrees", row.Value.Format(), row.Numerator.Format(), row.Denominator.Format(), exact.Format())
		}
	}
	if isPercentage(m) && row.Value.Compare(percentHundred) > 0 && !row.Numerator.IsSet() {
		if severity := overWhole(m); severity != "" {
			report(severity, "value", "result-over-100", row.Value.Format())
		}
	}
	if isFractionOfOne(m, row) {
		meant := row.Value.Times(100)
		report(portal.Warning, "value", "result-percent", row.Value.Format(), m.Value.Format(), meant.Format())
	}
	return problems
}

// isFractionOfOne reports whether a figure may be meant as a part of 1, as
// spreadsheets keep percentages: 0,95 where 95% was promised.
func isFractionOfOne(m *portal.Measure, row *portal.Result) bool {
	switch m.Kind {
	case portal.AtLeast, portal.MoreThan, portal.Equal, portal.Within:
	default:
		return false
	}
	return isPercentage(m) && m.Value.Compare(vi.IntNumber(10)) >= 0 && !row.Numerator.IsSet() && row.Value.Sign() > 0 && row.Value.Compare(vi.IntNumber(1)) <= 0
}

// columnName is what the table calls the column of a field.
func columnName(row *portal.Result, field string) string {
	return cmp.Or(row.Source.At(field).Cell.Name, field)
}

// isPercentage reports whether the figure of a measure is a percentage. That by
// which something should fall is none: the figure is what is left.
func isPercentage(m *portal.Measure) bool {
	return m.Percentage() && m.Kind != portal.LessThanPrevious
}

// isShare reports whether a numerator says nothing without its denominator.
func isShare(m *portal.Measure) bool {
	return isPercentage(m) || m.Kind == portal.Within || m.Each != ""
}

// overWhole is how wrong it is that more than the whole was reached: not at all
// where the plan asks for more than 100%, perhaps where it asks for 100% or
// more, as of an estimate.
func overWhole(m *portal.Measure) portal.Severity {
	if m.Kind != portal.AtLeast && m.Kind != portal.MoreThan || !m.Percentage() {
		return portal.Error
	}
	switch m.Value.Compare(percentHundred) {
	case 1:
		return ""
	case 0:
		return portal.Warning
	}
	return portal.Error
}

// measured are words of units that come in fractions. A unit with none of them
// is counted: lần, vụ, buổi, mô hình.
var measured = []string{
	"%", "đồng", "triệu", "tỷ", "ha", "m", "m2", "m²", "m3", "m³", "km", "km2", "km²", "kg", "tạ", "tấn", "lít", "giờ", "phút", "ngày", "điểm", "sào", "kwh",
}

// wholeOnly is how wrong a fraction is in a field: not at all where something
// is measured, an error where cases or units are counted, a warning where only
// the word for the unit says so.
func wholeOnly(m *portal.Measure, field string) portal.Severity {
	if field != "value" {
		if m.Each != "" || m.Kind == portal.None || m.Kind == portal.Within {
			return portal.Error
		}
		return ""
	}
	if m.Kind == portal.None {
		return portal.Error
	}
	if m.Unit == "" || m.Value.Decimals() > 0 {
		return ""
	}
	for _, word := range strings.FieldsFunc(strings.ToLower(m.Unit), func(r rune) bool { return r == ' ' || r == '/' || r == ',' }) {
		for _, unit := range measured {
			if word == unit || strings.HasPrefix(word, "%") {
				return ""
			}
		}
	}
	return portal.Warning
}

// agrees reports whether the percentage that a row states is that of its
// numbers, rounded to the decimals that it has.
func agrees(row *portal.Result) bool {
	if row.Denominator.Sign() == 0 {
		return false // of nothing there is no percentage
	}
	// |100·n − v·d| · 2 ≤ d · 10^-decimals, in whole numbers
	exact := row.Numerator.Rat()
	exact.Mul(exact, percentHundred.Rat()).Quo(exact, row.Denominator.Rat())
	off := exact.Sub(exact, row.Value.Rat())
	step := vi.IntNumber(1).Rat()
	for range row.Value.Decimals() {
		step.Quo(step, vi.IntNumber(10).Rat())
	}
	return off.Abs(off).Add(off, off).Cmp(step) <= 0
}
