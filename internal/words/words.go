// Package words holds texts with blanks, in the languages that editors read.
package words

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A Language is one that editors are spoken to in.
type Language string

const (
	Vietnamese Language = "vi"
	English    Language = "en"
)

// Read reads the texts of one language: messages/<language>.yaml. They are part
// of the program, so that a file that cannot be read is a mistake of ours.
func Read[T any](files fs.FS, language Language) (texts T) {
	data, err := fs.ReadFile(files, "messages/"+string(language)+".yaml")
	if err == nil {
		err = yaml.Load(data, &texts, yaml.WithKnownFields())
	}
	if err != nil {
		panic(fmt.Errorf("messages in %s: %w", language, err))
	}
	return texts
}

// Fill puts arguments into the blanks {1}, {2}, … of a text, each as it is: what
// looks like a blank inside an argument stays. Complete is false where a blank
// has no argument, or an empty one.
func Fill(text string, args ...any) (filled string, complete bool) {
	complete = true
	var out strings.Builder
	for {
		before, rest, open := strings.Cut(text, "{")
		out.WriteString(before)
		number, after, closed := strings.Cut(rest, "}")
		i, err := strconv.Atoi(number)
		switch {
		case !open:
			return out.String(), complete
		case !closed || err != nil: // no blank
			out.WriteByte('{')
			text = rest
			continue
		case i < 1 || i > len(args):
			complete = false
		default:
			value := fmt.Sprint(args[i-1])
			complete = complete && value != ""
			out.WriteString(value)
		}
		text = after
	}
}

// Printable keeps what somebody wrote from steering a terminal: controls, line
// ends and the marks that turn the direction of writing become spaces.
func Printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r <= 0x9f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return ' '
		}
		return r
	}, text)
}
