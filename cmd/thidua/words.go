package main

import (
	"embed"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-isatty"

	"thidua/internal/words"
)

//go:embed messages/*.yaml
var messages embed.FS

// A speaker has the words of the command line in one language.
type speaker struct {
	language words.Language
	known    map[string]string
}

// speak chooses the language before the commands are made, because their help
// is part of it: --lang, else the environment, else Vietnamese.
func speak(args []string, environment string) speaker {
	wish := environment
	for i, arg := range args {
		if value, found := strings.CutPrefix(arg, "--lang="); found {
			wish = value
		} else if arg == "--lang" && i+1 < len(args) {
			wish = args[i+1]
		}
	}
	language := words.Vietnamese
	if wish == string(words.English) {
		language = words.English
	}
	return speaker{language, words.Read[map[string]string](messages, language)}
}

// words are the words for a key with its blanks filled, fit for a terminal.
func (s speaker) words(key string, args ...any) string {
	for i, arg := range args {
		args[i] = words.Printable(fmt.Sprint(arg))
	}
	text, _ := words.Fill(s.known[key], args...)
	return text
}

// isTerminal reports whether somebody watches w, so that colours and progress
// have a use.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && isatty.IsTerminal(file.Fd()) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
