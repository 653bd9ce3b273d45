package portal

import (
	"slices"
	"testing"
)

func TestALinkToAFilmNamesItsHost(t *testing.T) {
	for url, want := range map[string]string{
		"https://www.video.example/a?b": "video.example",
		"https://video.example:8443/a":  "video.example",
		"http://video.example/a":        "",
		"https://nobody@video.example/": "",
		"javascript:alert(1)":           "",
		"":                              "",
	} {
		if got := (Video{URL: url}).Host(); got != want {
			t.Errorf("Host of %q = %q, want %q", url, got, want)
		}
	}
}

func TestATranscriptHasParagraphs(t *testing.T) {
	video := Video{Transcript: "Một.\nVẫn một.\n\n\n  Hai.\n"}
	if got, want := video.Paragraphs(), []string{"Một.\nVẫn một.", "Hai."}; !slices.Equal(got, want) {
		t.Errorf("Paragraphs() = %q, want %q", got, want)
	}
}
