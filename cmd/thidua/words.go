package main

import (
	"embed"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-isatty"
	"go.yaml.in/yaml/v4"

	"thidua/internal/check"
)

//go:embed messages/*.yaml
var messages embed.FS

// A speaker has the words of the command line in one language.
type speaker struct {
	language check.Language
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
	language := check.Vietnamese
	if wish == string(check.English) {
		language = check.English
	}
	data, err := messages.ReadFile("messages/" + string(language) + ".yaml")
	known := map[string]string{}
	if err == nil {
		err = yaml.Load(data, &known)
	}
	if err != nil {
		panic(err) // the words are part of the program
	}
	return speaker{language, known}
}

// words are the words for a key with its blanks filled.
func (s speaker) words(key string, args ...any) string {
	text := s.known[key]
	for i, arg := range args {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i+1), fmt.Sprint(arg))
	}
	return text
}

// isTerminal reports whether somebody watches w, so that colours and progress
// have a use.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && isatty.IsTerminal(file.Fd()) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
