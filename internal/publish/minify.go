package publish

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/xml"
)

// minifiers are set to keep what a reader can see or hear, what a style sheet
// can select, and what a program can read. They save bytes of mark-up only.
var minifiers = map[string]minify.Minifier{
	".html": &html.Minifier{
		KeepDefaultAttrVals: true, // [type=text] must go on selecting
		KeepDocumentTags:    true,
		KeepEndTags:         true,
		KeepQuotes:          true,
		KeepWhitespace:      true, // one space; a style sheet may set any element inline
	},
	".css": &css.Minifier{},
	// The newest syntax that every browser with modules knows; zero would
	// introduce newer one into scripts that were careful to avoid it.
	".js":          &js.Minifier{Version: 2017},
	".mjs":         &js.Minifier{Version: 2017},
	".json":        minify.MinifierFunc(compact),
	".webmanifest": minify.MinifierFunc(compact),
	".xml":         minify.MinifierFunc(collapse),
	".svg":         minify.MinifierFunc(collapse),
}

// embedded minifies what stands inside a page. Inline SVG is left alone: it is
// HTML there, and attributes without a value confuse a reader of XML.
var embedded = func() *minify.M {
	m := minify.New()
	m.Add("text/css", minifiers[".css"])
	m.Add("application/javascript", minifiers[".js"])
	m.Add("text/javascript", minifiers[".js"])
	m.Add("application/json", minifiers[".json"])
	m.Add("application/ld+json", minifiers[".json"])
	return m
}()

// minified returns data as it is served under a name with extension ext; data
// itself stays as it is. Runs of white space become one, save in <pre> and
// <textarea>: a style sheet with `white-space: pre-wrap` cannot be seen from here.
func minified(ext string, data []byte) ([]byte, error) {
	m, ok := minifiers[ext]
	if !ok {
		return data, nil
	}
	var out bytes.Buffer
	out.Grow(len(data))
	err := m.Minify(embedded, &out, bytes.NewReader(data), nil) // not a bytes.Buffer: tdewolff would write into it
	return out.Bytes(), err
}

// compact is [json.Compact] rather than tdewolff's minifier of JSON, which
// passes over a document that was cut off.
func compact(_ *minify.M, w io.Writer, r io.Reader, _ map[string]string) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := json.Compact(&out, data); err != nil {
		return err
	}
	_, err = out.WriteTo(w)
	return err
}

// preformatted finds XML whose white space is more than a separator: it says so,
// it quotes HTML that does, or it sets a space as a word of a drawing.
var preformatted = regexp.MustCompile(`xml:space|white-space|(?:<|&lt;)pre\b|<tspan[^>]*>\s+</`)

// collapse reduces runs of white space in XML to one, SVG included. Tdewolff's
// minifier of SVG saves more, but cuts the spaces around a tspan and takes
// whatever looks like a number for one: aria-label="1.500" becomes "1.5".
func collapse(m *minify.M, w io.Writer, r io.Reader, params map[string]string) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if preformatted.Match(data) {
		_, err := w.Write(data)
		return err
	}
	return (&xml.Minifier{KeepWhitespace: true}).Minify(m, w, bytes.NewReader(data), params)
}
