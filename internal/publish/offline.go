package publish

import (
	"bytes"
	"iter"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// href finds the first href of an <a> or <area> tag; one of its three groups
// holds the value. It passes over whole attributes, so that no href inside the
// value of another is taken for one; a tag it cannot read keeps its link.
var href = regexp.MustCompile(`(?i)^<(?:a|area)` +
	`(?:\s+[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?)*?` +
	`\s+href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*))`)

// scheme is that of an absolute URL (RFC 3986, 3.1).
var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// linkIndexes makes links to a folder name the index.html in it, because a page
// opened from a disk has no server to do that. All else stays byte for byte,
// canonical addresses included: those are for the site on the web.
func linkIndexes(page []byte) []byte {
	out := make([]byte, 0, len(page)+len(page)/16)
	for kind, raw := range tokens(page) {
		if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
			if at, insert := indexOf(raw); insert != "" {
				out = append(out, raw[:at]...)
				out = append(out, insert...)
				raw = raw[at:]
			}
		}
		out = append(out, raw...)
	}
	return out
}

// indexOf returns what the link of a tag lacks to name a file, and where.
func indexOf(tag []byte) (at int, insert string) {
	m := href.FindSubmatchIndex(tag)
	if m == nil {
		return 0, ""
	}
	start, end := max(m[2], m[4], m[6]), max(m[3], m[5], m[7])
	link := string(tag[start:end])
	path := link
	for i, c := range link {
		if c == '?' || c == '#' && !strings.HasSuffix(link[:i], "&") { // &#39; is no fragment
			path = link[:i]
			break
		}
	}
	path = strings.TrimRight(path, " \t\r\n\f")
	at = start + len(path)

	path = html.UnescapeString(strings.TrimLeft(path, " \t\r\n\f"))
	switch last := path[strings.LastIndexByte(path, '/')+1:]; {
	case path == "" || path[0] == '/' || scheme.MatchString(path):
		return 0, "" // this page, or not relative
	case last == "":
		return at, "index.html"
	case last == "." || last == "..":
		return at, "/index.html"
	}
	return 0, ""
}

// tokens cuts a page into tokens that, joined, are the page again. It does the
// part of a parser that the tokenizer leaves to its caller: in SVG and MathML,
// and in noscript, no element's content is raw text.
func tokens(page []byte) iter.Seq2[html.TokenType, []byte] {
	return func(yield func(html.TokenType, []byte) bool) {
		z := html.NewTokenizer(bytes.NewReader(page))
		foreign := 0
		for rest := page; len(rest) > 0; {
			kind := z.Next()
			n := len(z.Raw()) // of the page, because the tokenizer changes its own copy
			if kind == html.ErrorToken {
				n = len(rest) // a tag that was cut off
			}
			if !yield(kind, rest[:n]) {
				return
			}
			rest = rest[n:]
			if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken {
				continue
			}
			name, _ := z.TagName()
			switch tag := string(name); {
			case tag != "svg" && tag != "math":
				if foreign > 0 || tag == "noscript" {
					z.NextIsNotRawText()
				}
			case kind == html.StartTagToken:
				foreign++
			case kind == html.EndTagToken:
				foreign = max(0, foreign-1)
			}
			z.AllowCDATA(foreign > 0)
		}
	}
}
