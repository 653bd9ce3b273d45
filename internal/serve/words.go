package serve

import (
	"embed"

	"thidua/internal/words"
)

//go:embed messages/*.yaml
var messages embed.FS

// A phrasebook has the words of the panel and of refusals in one language.
type phrasebook map[string]string

func phrasesIn(language words.Language) phrasebook {
	return words.Read[phrasebook](messages, language)
}

// say fills the blanks of the words for a key.
func (p phrasebook) say(key string, args ...any) string {
	text, _ := words.Fill(p[key], args...)
	return text
}
