package serve

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"thidua/internal/check"
)

func TestBothLanguagesHaveTheSameWords(t *testing.T) {
	vietnamese, english := phrasesIn(check.Vietnamese), phrasesIn(check.English)
	keys := slices.Sorted(maps.Keys(vietnamese))
	if others := slices.Sorted(maps.Keys(english)); !slices.Equal(keys, others) {
		t.Errorf("keys differ:\n%q\n%q", keys, others)
	}
	for _, key := range keys {
		if vietnamese[key] == "" || strings.Contains(vietnamese[key], "{1}") != strings.Contains(english[key], "{1}") {
			t.Errorf("%s: %q, %q", key, vietnamese[key], english[key])
		}
	}
}
