package country

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed promises.txt
var promisesText string

// What plans may promise, as promises.txt lists it.
var (
	promises = readPromises(promisesText)
	targets  = readTargets(promises["targets"])
	duties   = promises["deadlines"] // id, kind, time, owner, recipient, text
	works    = promises["tasks"]     // id, unit, role, result, text
)

const (
	themes         = 4  // of targets; every movement has a group for each
	targetsOfTheme = 10 // in a plan; the list has more
	tasksOfPlan    = 30 // likewise
)

func readPromises(text string) map[string][][]string {
	lists := map[string][][]string{}
	name := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			name = strings.Trim(line, "[]")
		default:
			lists[name] = append(lists[name], strings.Split(line, "|"))
		}
	}
	return lists
}

// A target is one that plans choose from.
type target struct {
	id, kind, limit, unit, every, owner string
	least, most                         int
	statement                           phrase
}

// readTargets sorts the targets by theme.
func readTargets(rows [][]string) (byTheme [themes][]target) {
	for _, row := range rows {
		t := target{id: row[0], unit: row[4], every: row[5], owner: row[6], statement: cut(row[7])}
		t.kind, t.limit, _ = strings.Cut(row[2], " ")
		if row[3] != "" {
			if _, err := fmt.Sscanf(row[3], "%d-%d", &t.least, &t.most); err != nil {
				panic(fmt.Sprintf("promises.txt: %s: %v", t.id, err))
			}
		}
		theme, err := strconv.Atoi(row[1])
		if err != nil {
			panic(fmt.Sprintf("promises.txt: %s: %v", t.id, err))
		}
		byTheme[theme] = append(byTheme[theme], t)
	}
	return byTheme
}

// A promise is a target as one plan has it.
type promise struct {
	target
	theme      int
	value      int // 0 for none
	statement  string
	aspiration bool
}

// chosen are the targets of a plan, theme by theme. A province takes the first
// of each theme, so that what its communes take often has something above it.
func (v voice) chosen() (all []promise) {
	for theme, list := range targets {
		order := v.Perm(len(list))
		for i := range targetsOfTheme {
			t := list[i]
			if v.place.above != nil {
				t = list[order[i]]
			}
			p := promise{target: t, theme: theme, statement: v.say(t.statement), aspiration: v.IntN(8) == 0}
			if t.most > 0 {
				p.value = t.least + v.IntN(t.most-t.least+1)
			}
			all = append(all, p)
		}
	}
	return all
}

// isAbove reports whether the plan of a province has a target of this id.
func (p promise) isAbove() bool {
	for _, t := range targets[p.theme][:targetsOfTheme] {
		if t.id == p.id {
			return true
		}
	}
	return false
}

// measure is the yardstick as YAML.
func (p promise) measure() string {
	out := "{kind: " + p.kind
	if p.value > 0 {
		out += fmt.Sprintf(", value: %d, unit: \"%s\"", p.value, p.unit)
	}
	if p.limit != "" {
		out += ", limit: " + p.limit
	}
	if p.every != "" {
		out += ", every: " + p.every
	}
	return out + "}"
}

var kindWords = map[string]string{
	"at-least": ", ít nhất ", "more-than": ", trên ", "at-most": ", không quá ", "equal": ", đạt ",
	"within": ", đạt ít nhất ", "fraction-of-remaining": ", ít nhất ",
}

var everyWords = map[string]string{
	"month": " mỗi tháng", "quarter": " mỗi quý", "half-year": " trong 6 tháng", "year": " trong năm",
}

// sentence is the promise as a clause says it.
func (p promise) sentence() string {
	text := p.statement
	if p.aspiration {
		text = "Phấn đấu: " + lower(text)
	}
	if p.value > 0 {
		text += kindWords[p.kind]
		if p.unit == "%" {
			text += fmt.Sprintf("%d%%", p.value)
		} else {
			text += fmt.Sprintf("%02d %s", p.value, p.unit)
		}
		if p.kind == "fraction-of-remaining" {
			text += " số còn lại"
		}
		text += everyWords[p.every]
	}
	return text + "."
}
