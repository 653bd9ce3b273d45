package check

import (
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"thidua/internal/portal"
)

//go:embed messages/*.yaml
var messages embed.FS

// Language is the one an editor reads: Vietnamese or English.
type Language string

const (
	Vietnamese Language = "vi"
	English    Language = "en"
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
	Rules map[string]phrase `yaml:"rules"`
	Words map[string]string `yaml:"words"` // names of types and severities
	Or    string            `yaml:"or"`
	Tally string            `yaml:"tally"`
}

var dictionaries = map[Language]func() dictionary{
	Vietnamese: sync.OnceValue(func() dictionary { return readDictionary(Vietnamese) }),
	English:    sync.OnceValue(func() dictionary { return readDictionary(English) }),
}

// readDictionary reads words that are part of the program; one that cannot be
// read is a mistake of ours.
func readDictionary(language Language) (words dictionary) {
	data, err := messages.ReadFile("messages/" + string(language) + ".yaml")
	if err == nil {
		err = yaml.Load(data, &words, yaml.WithKnownFields())
	}
	if err != nil {
		panic(fmt.Errorf("messages in %s: %w", language, err))
	}
	return words
}

// Words says what is wrong and what to write instead.
func Words(p portal.Problem, language Language) (message, hint string) {
	words := dictionaries[language]()
	phrase := words.Rules[p.Rule]
	message, _ = words.fill(phrase.Message, p.Args)
	hint, complete := words.fill(phrase.Hint, p.Args)
	if !complete {
		hint, _ = words.fill(phrase.Otherwise, p.Args)
	}
	return message, hint
}

// fill puts arguments into their blanks; complete is false where one that is
// asked for is empty or missing.
func (d dictionary) fill(text string, args []any) (filled string, complete bool) {
	complete = true
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		out.WriteString(before)
		if !found {
			return out.String(), complete
		}
		number, after, _ := strings.Cut(rest, "}")
		value := ""
		if i, err := strconv.Atoi(number); err == nil && i <= len(args) {
			value = d.show(args[i-1])
		}
		complete = complete && value != ""
		out.WriteString(value)
		text = after
	}
}

// longestArgument is how many characters of a value are shown.
const longestArgument = 120

// show writes an argument, cut where it is long; lists are names of types, told
// in words.
func (d dictionary) show(arg any) string {
	names, ok := arg.([]string)
	if !ok {
		text := fmt.Sprint(arg)
		if runes := []rune(text); len(runes) > longestArgument {
			return string(runes[:longestArgument]) + "…"
		}
		return text
	}
	told := make([]string, 0, len(names))
	for _, name := range names {
		if word := d.Words[name]; word != "" {
			told = append(told, word)
		}
	}
	return strings.Join(told, d.Or)
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

// WriteText writes each problem on a line with its hint below; colours are
// for terminals.
func WriteText(w io.Writer, problems []portal.Problem, language Language, colours bool) error {
	words := dictionaries[language]()
	paint := func(code, text string) string {
		if !colours {
			return text
		}
		return "\x1b[" + code + "m" + text + "\x1b[0m"
	}
	code := map[portal.Severity]string{portal.Error: "31;1", portal.Warning: "33;1", portal.Note: "36"}
	for _, p := range problems {
		message, hint := Words(p, language)
		_, err := fmt.Fprintf(w, "%s: %s: %s\n", paint("1", printable(p.Pos.String())), paint(code[p.Level()], words.Words[string(p.Level())]), printable(message))
		if err == nil && hint != "" {
			_, err = fmt.Fprintf(w, "    → %s\n", printable(hint))
		}
		if err != nil {
			return fmt.Errorf("write problems: %w", err)
		}
	}
	return nil
}

// printable keeps what an editor wrote from steering the terminal: controls,
// line ends and marks that turn the direction of writing become spaces.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r <= 0x9f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return ' '
		}
		return r
	}, text)
}

// Tally sums problems up in one line: "2 lỗi, 1 cảnh báo, 0 ghi chú".
func Tally(problems []portal.Problem, language Language) string {
	counts := Count(problems)
	words := dictionaries[language]()
	text, _ := words.fill(words.Tally, []any{counts[portal.Error], counts[portal.Warning], counts[portal.Note]})
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
