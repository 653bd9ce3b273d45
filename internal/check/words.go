package check

import (
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"

	"thidua/internal/portal"
	"thidua/internal/words"
)

//go:embed messages/*.yaml
var messages embed.FS

// Language is the one an editor reads.
type Language = words.Language

const (
	Vietnamese = words.Vietnamese
	English    = words.English
)

// phrase is the words of one rule. {1}, {2}, … stand for the arguments of the
// problem. Otherwise is the hint where an argument of Hint is not known.
type phrase struct {
	Message   string `yaml:"message"`
	Hint      string `yaml:"hint"`
	Otherwise string `yaml:"otherwise"`
}

// dictionary is the content of one file of messages.
type dictionary struct {
	Rules    map[string]phrase `yaml:"rules"`
	Words    map[string]string `yaml:"words"`    // names of types, severities, spans of time and places in tables
	Measures map[string]string `yaml:"measures"` // what targets ask for; {1} an amount, {2} a time limit
	Or       string            `yaml:"or"`
	Tally    string            `yaml:"tally"`
	More     string            `yaml:"more"`      // errors of one kind: {1} more of them, in {2} files
	MoreHere string            `yaml:"more-here"` // of one kind in a file: {1} more of them, which are {2}
}

var dictionaries = map[Language]func() dictionary{
	Vietnamese: sync.OnceValue(func() dictionary { return words.Read[dictionary](messages, Vietnamese) }),
	English:    sync.OnceValue(func() dictionary { return words.Read[dictionary](messages, English) }),
}

// Words says what is wrong and what to write instead.
func Words(p portal.Problem, language Language) (message, hint string) {
	dictionary := dictionaries[language]()
	phrase := dictionary.Rules[p.Rule]
	args := make([]any, len(p.Args))
	for i, arg := range p.Args {
		args[i] = dictionary.show(arg)
	}
	message = dictionary.message(p.Pos.Cell, phrase.Message, args)
	hint, complete := words.Fill(phrase.Hint, args...)
	if !complete {
		hint, _ = words.Fill(phrase.Otherwise, args...)
	}
	return message, hint
}

// message says what is wrong; in a table also in which row, as a spreadsheet
// counts them, and in which column. Nobody there counts characters.
func (d dictionary) message(cell portal.Cell, text string, args []any) string {
	if cell.Name != "" && len(args) > 0 && args[0] == cell.Name {
		text = strings.TrimPrefix(text, "“{1}”: ") // it names the column, too
	}
	message, _ := words.Fill(text, args...)
	switch {
	case cell.Name != "":
		message, _ = words.Fill(d.Words["cell"], cell.Row, d.show(cell.Name), message)
	case cell.Row > 0:
		message, _ = words.Fill(d.Words["row"], cell.Row, message)
	}
	return message
}

// longestArgument is how many characters of a value are shown, longestSnippet
// how many of what an editor should copy.
const (
	longestArgument = 300
	longestSnippet  = 4000
)

// A snippet is text to copy into a file.
type snippet string

// show writes an argument, cut where it is long; lists are names of types, told
// in words, as is what a target asks for.
func (d dictionary) show(arg any) string {
	text, longest := "", longestArgument
	switch arg := arg.(type) {
	case []string:
		told := make([]string, 0, len(arg))
		for _, name := range arg {
			if word := d.Words[name]; word != "" {
				told = append(told, word)
			}
		}
		return strings.Join(told, d.Or)
	case asked:
		text = d.asked(arg)
	case portal.Span:
		text = d.span(arg)
	case portal.Text:
		return string(arg)
	case snippet:
		text, longest = string(arg), longestSnippet
	default:
		text = fmt.Sprint(arg)
	}
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}

// span tells a time as a sentence has it: "từ năm 2026 đến năm 2030".
func (d dictionary) span(s portal.Span) string {
	form := "span"
	switch {
	case s.From == s.To:
		return s.From.Short()
	case s.From.IsZero():
		form = "span-to"
	case s.To.IsZero():
		form = "span-from"
	}
	text, _ := words.Fill(d.Words[form], s.From.Short(), s.To.Short())
	return text
}

// WriteJSON writes one problem a line as a JSON object.
func WriteJSON(w io.Writer, problems []portal.Problem, language Language) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, p := range problems {
		message, hint := Words(p, language)
		err := encoder.Encode(struct {
			File     string          `json:"file"`
			Line     int             `json:"line"`
			Column   int             `json:"column"`
			Rule     string          `json:"rule"`
			Severity portal.Severity `json:"severity"`
			Message  string          `json:"message"`
			Hint     string          `json:"hint"`
		}{p.Pos.File, p.Pos.Line, p.Pos.Column, p.Rule, p.Level(), message, hint})
		if err != nil {
			return fmt.Errorf("write problems: %w", err)
		}
	}
	return nil
}

// mostTold is how many problems alike are told in full. What was named in a file
// that is gone, or renamed, is wrong hundreds of times, and the one error that
// says so must not be lost among them; a long table may be warned of at each row.
const mostTold = 12

// alike is what problems have in common that are told together: errors their
// rule, since one cause is often behind all; others also their file.
type alike struct {
	rule  string
	level portal.Severity
	file  string
}

func likenessOf(p portal.Problem) alike {
	a := alike{rule: p.Rule, level: p.Level()}
	if a.level != portal.Error {
		a.file = p.Pos.File
	}
	return a
}

// WriteText writes each problem on a line with its hint below; colours are
// for terminals. Of many alike, the last one told says how many more there are.
func WriteText(w io.Writer, problems []portal.Problem, language Language, colours bool) error {
	dictionary := dictionaries[language]()
	paint := func(code, text string) string {
		if !colours {
			return text
		}
		return "\x1b[" + code + "m" + text + "\x1b[0m"
	}
	code := map[portal.Severity]string{portal.Error: "31;1", portal.Warning: "33;1", portal.Note: "36"}
	told := map[alike]int{}
	more := rest(problems)
	for _, p := range problems {
		likeness := likenessOf(p)
		if told[likeness]++; told[likeness] > mostTold {
			continue
		}
		message, hint := Words(p, language)
		level := dictionary.Words[string(p.Level())]
		_, err := fmt.Fprintf(w, "%s: %s: %s\n", paint("1", words.Printable(p.Pos.String())), paint(code[p.Level()], level), words.Printable(message))
		if err == nil && hint != "" {
			_, err = fmt.Fprintf(w, "    → %s\n", words.Printable(hint))
		}
		if left := more[likeness]; err == nil && told[likeness] == mostTold && left.count > 0 {
			text, _ := words.Fill(dictionary.MoreHere, left.count, level)
			if likeness.file == "" {
				text, _ = words.Fill(dictionary.More, left.count, len(left.files))
			}
			_, err = fmt.Fprintf(w, "    … %s\n", text)
		}
		if err != nil {
			return fmt.Errorf("write problems: %w", err)
		}
	}
	return nil
}

// unsaid are the problems alike that are not told in full.
type unsaid struct {
	count int
	files map[string]bool
}

// rest counts what WriteText leaves out.
func rest(problems []portal.Problem) map[alike]unsaid {
	seen := map[alike]int{}
	left := map[alike]unsaid{}
	for _, p := range problems {
		likeness := likenessOf(p)
		if seen[likeness]++; seen[likeness] <= mostTold {
			continue
		}
		of := left[likeness]
		if of.files == nil {
			of.files = map[string]bool{}
		}
		of.count++
		of.files[p.Pos.File] = true
		left[likeness] = of
	}
	return left
}

// Tally sums problems up in one line: "2 lỗi, 1 cảnh báo, 0 ghi chú".
func Tally(problems []portal.Problem, language Language) string {
	counts := Count(problems)
	text, _ := words.Fill(dictionaries[language]().Tally, counts[portal.Error], counts[portal.Warning], counts[portal.Note])
	return text
}

// Count counts problems by severity.
func Count(problems []portal.Problem) map[portal.Severity]int {
	counts := map[portal.Severity]int{}
	for _, p := range problems {
		counts[p.Level()]++
	}
	return counts
}
