package country

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed book.txt
var bookText string

// book holds the lists of phrases by name, cut at their blanks once.
var book = readBook(bookText)

// A phrase is text with blanks: odd parts are names of lists or of what the
// place fills in.
type phrase []string

func readBook(text string) map[string][]phrase {
	lists := map[string][]phrase{}
	name := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			name = strings.Trim(line, "[]")
		default:
			lists[name] = append(lists[name], cut(line))
		}
	}
	return lists
}

func cut(text string) phrase {
	return strings.FieldsFunc(strings.ReplaceAll(text, "{", "\x00{"), func(r rune) bool { return r == 0 || r == '}' })
}

// A voice speaks of one place in one year, with chances of its own.
type voice struct {
	*rand.Rand
	place *place
	year  int
}

// one is a random phrase of a list, as a sentence begins or goes on.
func (v voice) one(list string) string {
	var out strings.Builder
	v.write(&out, v.pick(list))
	return out.String()
}

// say fills the blanks of a phrase that is no part of the book.
func (v voice) say(p phrase) string {
	var out strings.Builder
	v.write(&out, p)
	return upper(out.String())
}

func (v voice) sentence(list string) string { return upper(v.one(list)) }

// some are n different phrases of a list, at most as many as it has.
func (v voice) some(list string, n int) []string {
	all := v.list(list)
	var said []string
	for _, i := range v.Perm(len(all))[:min(n, len(all))] {
		said = append(said, v.say(all[i]))
	}
	return said
}

func (v voice) pick(list string) phrase {
	all := v.list(list)
	return all[v.IntN(len(all))]
}

func (v voice) list(name string) []phrase {
	all := book[name]
	if all == nil {
		panic(fmt.Sprintf("book.txt has no list %q", name))
	}
	return all
}

func (v voice) write(out *strings.Builder, p phrase) {
	for _, part := range p {
		name, blank := strings.CutPrefix(part, "{")
		if !blank {
			out.WriteString(part)
			continue
		}
		switch name {
		case "xa":
			out.WriteString(v.place.inText())
		case "tinh":
			out.WriteString(v.place.province().inText())
		case "ubnd":
			out.WriteString(v.place.body("ubnd").short(v.place))
		case "xom":
			out.WriteString(v.village())
		case "so":
			fmt.Fprintf(out, "%02d", 2+v.IntN(18))
		case "pt":
			fmt.Fprintf(out, "%d%%", 60+v.IntN(39))
		case "ngay":
			fmt.Fprintf(out, "%02d", 3+v.IntN(25))
		case "thang":
			fmt.Fprint(out, 3+v.IntN(8))
		case "nam":
			fmt.Fprint(out, v.year)
		default:
			v.write(out, v.pick(name))
		}
	}
}

// village is a part of the place, by its number or by a name.
func (v voice) village() string {
	kind := []string{"xóm", "thôn", "bản", "ấp"}[v.place.no%4]
	switch {
	case v.place.kind.unit == "ward":
		return fmt.Sprintf("tổ dân phố %d", 1+v.IntN(24))
	case v.place.kind.unit == "province":
		return "các xã vùng xa"
	case v.IntN(2) == 0:
		return fmt.Sprintf("%s %d", kind, 1+v.IntN(18))
	}
	return kind + " " + heads[v.IntN(len(heads))] + " " + tails[v.IntN(len(tails))]
}

// upper begins a text with a capital letter.
func upper(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// lower begins a text with a small letter.
func lower(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}
