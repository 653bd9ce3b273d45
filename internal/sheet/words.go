package sheet

import (
	"bytes"
	"embed"
	"fmt"
	"strings"
	"sync"
	"text/template"

	"github.com/pelletier/go-toml/v2"

	"thidua"
	"thidua/internal/portal"
	"thidua/internal/words"
)

//go:embed messages/vi.yaml
var messages embed.FS

// texts are the words on the forms, which are in Vietnamese whoever makes them.
var texts = sync.OnceValue(func() formTexts { return words.Read[formTexts](messages, words.Vietnamese) })

type formTexts struct {
	Titles   map[string]string   // of forms, by kind
	Pages    map[string]string   // names of sheets
	Columns  map[string]string   // that nobody reads but people
	How      map[string]string   // to answer a sort of target
	Prompts  map[string]string   // for whoever comes to a cell
	Refusals map[string]string   // of what does not belong into one
	Guides   map[string][]string // by kind
	Sample   string              // the name of a fictitious unit
	Legend   string
	Plain    string `yaml:"legend-plain"`
	Page     string // at the foot of a printed one
	Yes, No  string
}

// siteWords are the words in which the portal itself tells what a plan asks for.
var siteWords = sync.OnceValue(func() map[string]any {
	var all map[string]any
	data, err := thidua.Theme.ReadFile("i18n/vi.toml")
	if err == nil {
		err = toml.Unmarshal(data, &all)
	}
	if err != nil {
		panic(fmt.Errorf("words of the portal: %w", err)) // part of the program
	}
	return all
})

// word is a text of the portal with its blanks filled; "" where there is none.
func word(group, key string, blanks map[string]any) string {
	texts, _ := siteWords()[group].(map[string]any)
	text, _ := texts[key].(string)
	parsed, err := template.New(key).Parse(text)
	if err != nil {
		panic(fmt.Errorf("words of the portal: %s.%s: %w", group, key, err))
	}
	var out bytes.Buffer
	if err := parsed.Execute(&out, blanks); err != nil {
		panic(fmt.Errorf("words of the portal: %s.%s: %w", group, key, err))
	}
	return out.String()
}

// asked is what a plan asks for, as the portal says it: see
// layouts/_partials/measure/phrase.html.
func asked(m *portal.Measure) string {
	limit := ""
	if !m.Limit.IsZero() {
		limit = word("limit", m.Limit.Unit, map[string]any{"N": m.Limit.N})
	}
	ask := word("measure", string(m.Kind), map[string]any{"Value": m.Amount(), "Limit": limit})
	switch {
	case m.Kind.Compound():
		var parts []string
		for i := range m.Parts {
			parts = append(parts, asked(&m.Parts[i]))
		}
		ask = strings.Join(parts, " "+ask+" ")
	case limit != "" && m.Kind != portal.Within:
		ask = word("measure", "in-time", map[string]any{"Ask": ask, "Limit": limit})
	}
	all := []string{ask}
	if m.Each != "" {
		all = append(all, word("measure", "each", map[string]any{"Value": m.Each}))
	}
	if m.Every != "" {
		all = append(all, word("every", string(m.Every), nil))
	}
	if !m.By.IsZero() {
		all = append(all, word("measure", "by", map[string]any{"Date": m.By.Short()}))
	}
	if m.Cumulative {
		all = append(all, word("measure", "cumulative", nil))
	}
	return strings.Join(all, ", ")
}

// How a measure is answered: which of its cells want a figure.
type answer struct {
	how   string // key of the words that say so
	share bool   // numerator and denominator are wanted
	value bool   // one figure is wanted
}

// answerOf says how a measure is answered, as derive judges it.
func answerOf(m *portal.Measure) answer {
	percent := strings.HasPrefix(m.Unit, "%")
	switch m.Kind {
	case portal.Qualitative:
		return answer{how: "words"}
	case portal.Disclose:
		return answer{how: "disclose"}
	case portal.None:
		return answer{how: "none", value: true}
	case portal.LessThanPrevious:
		return answer{how: "less", value: true}
	case portal.FractionOfRemaining:
		return answer{how: "rest", share: true}
	case portal.Retain:
		if !m.Value.IsSet() || percent {
			return answer{how: "keep", share: true}
		}
	}
	switch {
	case percent && falling(m):
		return answer{how: "few", share: true}
	case percent:
		return answer{how: "share", share: true}
	case m.Each != "":
		return answer{how: "each"}
	case m.Cumulative:
		return answer{how: "total", value: true}
	case m.PerCase():
		return answer{how: "measured", value: true}
	case falling(m):
		return answer{how: "occurred", value: true}
	}
	return answer{how: "count", value: true}
}

// falling reports whether a plan wants little of what a measure speaks of: who
// counts it must not count the others, that keep it.
func falling(m *portal.Measure) bool {
	switch m.Kind {
	case portal.AtMost, portal.LessThan:
		return true
	case portal.Equal:
		return m.Value.IsSet() && m.Value.Sign() == 0
	}
	return false
}
