package check

import (
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
	"thidua/internal/words"
)

// asked is what a target asks for, to be told in words.
type asked struct {
	measure    portal.Measure
	aspiration bool
	to         vi.Date
}

func askedOf(target *portal.Target) asked {
	return asked{target.Measure, target.Aspiration, target.To}
}

func (a asked) String() string { return dictionaries[Vietnamese]().asked(a) }

// asked tells what is asked for as the pages do: "phấn đấu tối thiểu 01 buổi,
// hằng tháng, đến năm 2028".
func (d dictionary) asked(a asked) string {
	text := d.measure(a.measure)
	if a.aspiration {
		text, _ = words.Fill(d.Measures["aspiration"], text)
	}
	if a.measure.By.IsZero() && !a.to.IsZero() {
		to, _ := words.Fill(d.Measures["to"], a.to.Short())
		text += ", " + to
	}
	return text
}

func (d dictionary) measure(m portal.Measure) string {
	limit := ""
	if !m.Limit.IsZero() {
		limit, _ = words.Fill(d.Measures["limit-"+m.Limit.Unit], m.Limit.N)
	}
	said, _ := words.Fill(d.Measures[string(m.Kind)], m.Amount(), limit)
	if said = strings.Join(strings.Fields(said), " "); m.Kind.Compound() {
		parts := make([]string, len(m.Parts))
		for i, part := range m.Parts {
			parts[i] = d.measure(part)
		}
		said = strings.Join(parts, " "+said+" ")
	}
	if m.Subject != "" {
		said = m.Subject + ": " + said
	}
	more := func(key, value string) {
		if value != "" {
			text, _ := words.Fill(d.Measures[key], value)
			said += ", " + text
		}
	}
	more("each", m.Each)
	more("every-"+string(m.Every), string(m.Every))
	more("by", m.By.Short())
	if m.Cumulative {
		more("cumulative", "true")
	}
	return said
}
