package portal

import (
	"net/url"
	"strings"
)

// A Video is a film elsewhere that belongs to a story. The portal shows no frame
// of others: it leads there, says so, and has the words of the film itself.
type Video struct {
	URL        string `yaml:"url" json:"url"` // https
	Title      string `yaml:"title" json:"title"`
	Transcript string `yaml:"transcript" json:"transcript"` // what is said and shown, paragraphs separated by empty lines
	Poster     *Photo `yaml:"poster" json:"-"`
}

// Host is where a link to the film leads, without "www."; "" where its address
// is not one of https.
func (v Video) Host() string {
	address, err := url.Parse(v.URL)
	if err != nil || address.Scheme != "https" || address.User != nil {
		return ""
	}
	return strings.TrimPrefix(address.Hostname(), "www.")
}

// Paragraphs are those of the transcript.
func (v Video) Paragraphs() (list []string) {
	for part := range strings.SplitSeq(v.Transcript, "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
