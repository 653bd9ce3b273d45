package serve

import (
	"embed"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"thidua/internal/check"
)

//go:embed messages/*.yaml
var messages embed.FS

// words are those of the panel and of refusals, in one language.
type words map[string]string

func wordsIn(language check.Language) words {
	var w words
	data, err := messages.ReadFile("messages/" + string(language) + ".yaml")
	if err == nil {
		err = yaml.Load(data, &w)
	}
	if err != nil {
		panic(fmt.Errorf("messages in %s: %w", language, err)) // they are part of the program
	}
	return w
}

// say fills the blanks of the words for a key.
func (w words) say(key string, args ...any) string {
	text := w[key]
	for i, arg := range args {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i+1), fmt.Sprint(arg))
	}
	return text
}
