package load

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"thidua/internal/portal"
	"thidua/internal/vi"
	"thidua/schema"
)

// A choice is one value that a field may have, and what plans call it. The words
// are those of the schema, where they stand beside the value for the editor of
// data files, too.
type choice struct {
	value string
	said  string   // "Tối thiểu, ít nhất, từ … trở lên"
	names []string // each of what is said, in lower case
}

// choices are those of every field that has some, by the location of its schema.
var choices = sync.OnceValue(func() map[string][]choice {
	all := make(map[string][]choice)
	var visit func(location string, node any)
	visit = func(location string, node any) {
		object, ok := node.(map[string]any)
		if !ok {
			return
		}
		if values, ok := object["enum"].([]any); ok {
			texts := object["enumDescriptions"].([]any)
			for i, value := range values {
				if value, ok := value.(string); ok {
					all[location] = append(all[location], newChoice(value, texts[i].(string)))
				}
			}
		}
		for key, child := range object {
			visit(location+"/"+key, child)
		}
	}
	names, err := fs.Glob(schema.Files, "*.json")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(schema.Files, name)
		var root any
		if err == nil {
			err = json.Unmarshal(data, &root)
		}
		if err != nil {
			panic(err)
		}
		visit("thidua:///schema/"+name+"#", root)
	}
	return all
})

func newChoice(value, said string) choice {
	c := choice{value: value, said: said}
	for _, name := range strings.FieldsFunc(said, func(r rune) bool { return strings.ContainsRune(",:;()“”", r) }) {
		c.names = append(c.names, strings.ToLower(strings.TrimSpace(name)))
	}
	return c
}

// String is the value with what it is called: "at-least (tối thiểu, ít nhất)".
func (c choice) String() string {
	said, _, _ := strings.Cut(c.said, " (")
	said, _, _ = strings.Cut(said, ":")
	return c.value + " (" + uncapitalised(said) + ")"
}

// listed writes choices with the first name of each.
func listed(all []choice) portal.Text {
	words := make([]string, len(all))
	for i, c := range all {
		said, _, _ := strings.Cut(c.said, ",")
		words[i] = choice{value: c.value, said: said}.String()
	}
	return portal.Text(strings.Join(words, ", "))
}

func uncapitalised(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if second, _ := utf8.DecodeRuneInString(text[size:]); unicode.IsUpper(second) { // an abbreviation
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}

// meant is the choice that somebody wrote in the words of plans, or misspelt; ""
// where it could be none, or several.
func meant(got string, all []choice) string {
	const tooLong = 100 // bytes; nobody says a choice in so many
	if len(got) > tooLong {
		return ""
	}
	best, tie := -1, false
	least := len(got) + tooLong
	for i, c := range all {
		for _, name := range c.names {
			d := apart(strings.ToLower(got), name)
			switch {
			case d < 0 || d > least:
			case d < least:
				best, least, tie = i, d, false
			case i != best:
				tie = true
			}
		}
	}
	if best >= 0 {
		if tie {
			return ""
		}
		return all[best].String()
	}
	var known []string
	of := map[string]choice{}
	for _, c := range all {
		for _, name := range append([]string{c.value}, c.names...) {
			name = vi.Fold(name)
			known = append(known, name)
			of[name] = c
		}
	}
	if near := portal.Nearest(vi.Fold(got), known); near != "" {
		return of[near].String()
	}
	return ""
}

// apart counts how much two names differ: not at all, by their marks, by so many
// words that one has before or after the other; -1 where neither holds the other.
func apart(a, b string) int {
	if a == b {
		return 0
	}
	a, b = vi.Fold(a), vi.Fold(b)
	if a == b {
		return 1
	}
	long, short := strings.Fields(a), strings.Fields(b)
	if len(long) < len(short) {
		long, short = short, long
	}
	for i := 0; len(short) > 0 && i+len(short) <= len(long); i++ {
		if slices.Equal(long[i:i+len(short)], short) {
			return 1 + len(long) - len(short)
		}
	}
	return -1
}
