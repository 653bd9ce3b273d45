package derive

import (
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// world is a portal written down a line a thing, "-" for nothing:
//
//	unit ID KIND PARENT [since=DAY] [members=A,B,...]
//	plan ID ISSUED FROM TO
//	target ID OWNERS MEASURE…           of the plan above, as measureOf reads it
//	parts ID OWNERS KIND MEASURE; …     of the plan above
//	deadline ID OWNERS on DAY RULE [more]
//	deadline ID OWNERS every PERIOD DAY RULE [more]   more: covers=, to=, route=
//	report UNIT PERIOD SUBMITTED [as_of=DAY] [answers=A,B] [TARGET[.PART]=FIGURE …]
//	correct UNIT PERIOD TARGET DAY WHY
func world(t testing.TB, text string) *portal.Portal {
	t.Helper()
	p := new(portal.Portal)
	var plan *portal.Plan
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		for i, word := range words {
			if word == "-" {
				words[i] = ""
			}
		}
		switch words[0] {
		case "unit":
			unit := &portal.Unit{ID: words[1], Name: words[1], Kind: portal.UnitKind(words[2]), Parent: words[3]}
			unit.ReportsSince = day(t, option(words[4:], "since"))
			unit.Members = names(option(words[4:], "members"))
			if last := len(unit.Members) - 1; last >= 0 && unit.Members[last] == "..." {
				unit.Members, unit.MoreMembers = unit.Members[:last], true
			}
			p.Units = append(p.Units, unit)
		case "plan":
			plan = &portal.Plan{Record: portal.Record{ID: words[1], Status: portal.Published},
				IssuedOn: day(t, words[2]), From: day(t, words[3]), To: day(t, words[4])}
			p.Plans = append(p.Plans, plan)
		case "target":
			plan.Targets = append(plan.Targets, portal.Target{ID: words[1], Owner: names(words[2]), Measure: measureOf(t, strings.Join(words[3:], " "))})
		case "parts":
			m := portal.Measure{Kind: portal.MeasureKind(words[3])}
			for part := range strings.SplitSeq(strings.Join(words[4:], " "), ";") {
				m.Parts = append(m.Parts, measureOf(t, part))
			}
			plan.Targets = append(plan.Targets, portal.Target{ID: words[1], Owner: names(words[2]), Measure: m})
		case "deadline":
			d := portal.Deadline{ID: words[1], Kind: portal.DueReport, Owner: names(words[2])}
			more := words[6:]
			if words[3] == "every" {
				d.Recurrence = recurrence(t, strings.Join([]string{words[4], dash(words[5]), dash(words[6]), "-", dash(option(words, "until"))}, " "))
				more = words[7:]
			} else {
				d.Date, d.Rule = day(t, words[4]), portal.DueRule(words[5])
			}
			d.Covers = portal.Every(option(more, "covers"))
			d.Recipient, d.Route = names(option(more, "to")), names(option(more, "route"))
			plan.Deadlines = append(plan.Deadlines, d)
		case "report":
			report := &portal.Report{Record: portal.Record{ID: words[1] + "/" + words[2], Status: portal.Published},
				Unit: words[1], Period: period(t, words[2]), SubmittedOn: day(t, words[3]), Answers: names(option(words[4:], "answers")), AsOf: day(t, option(words[4:], "as_of"))}
			for _, word := range words[4:] {
				name, figure, found := strings.Cut(word, "=")
				if !found || name == "answers" || name == "as_of" {
					continue
				}
				row := *rowOf(t, figure)
				row.Target = name
				if of, target, named := strings.Cut(name, "#"); named {
					row.Plan, row.Target = of, target
				}
				if target, part, compound := strings.Cut(row.Target, "."); compound {
					row.Target, row.Part = target, number(t, part)
				}
				report.Results = append(report.Results, row)
			}
			p.Reports = append(p.Reports, report)
		case "correct":
			for _, report := range p.Reports {
				if report.ID != words[1]+"/"+words[2] {
					continue
				}
				of, target, named := strings.Cut(words[3], "#")
				if !named {
					of, target = "", words[3]
				}
				report.Corrections = append(report.Corrections, portal.Correction{Plan: of, Target: target, Field: "value", Date: day(t, words[4]), Why: words[5]})
			}
		default:
			t.Fatalf("what is %q?", line)
		}
	}
	p.Index()
	return p
}

func option(words []string, name string) string {
	for _, word := range words {
		if value, found := strings.CutPrefix(word, name+"="); found {
			return value
		}
	}
	return ""
}

func names(text string) portal.IDs {
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}

func dash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}

func period(t testing.TB, text string) vi.Period {
	t.Helper()
	p, err := vi.ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
