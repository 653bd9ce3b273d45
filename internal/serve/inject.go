package serve

import (
	"bytes"
	"slices"

	"golang.org/x/net/html"
)

// inject puts top at the beginning of a page's body and bottom at its end.
// Both tags of the body may be left out in HTML.
func inject(page []byte, top, bottom string) []byte {
	first, last := bodyOf(page)
	return slices.Concat(page[:first], []byte(top), page[first:last], []byte(bottom), page[last:])
}

// inHead are the elements that may come before the body begins.
var inHead = []string{"html", "head", "title", "base", "link", "meta", "style", "script", "noscript", "template"}

// bodyOf finds where in a page the content of its body begins and ends. What
// looks like a tag in a comment or a script is none.
func bodyOf(page []byte) (first, last int) {
	first, last = -1, len(page)
	implied, raw := -1, false
	tokens := html.NewTokenizer(bytes.NewReader(page))
	for end := 0; ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			break
		}
		begin := end
		end += len(tokens.Raw())
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, _ := tokens.TagName()
			name := string(tag)
			raw = name == "title" || name == "style" || name == "script" || name == "noscript"
			if name == "body" && first < 0 {
				first, last = end, len(page) // an end before it ended nothing
			}
			if implied < 0 && !slices.Contains(inHead, name) {
				implied = begin
			}
		case html.EndTagToken:
			tag, _ := tokens.TagName()
			if name := string(tag); name == "body" || name == "html" && last == len(page) {
				last = begin
			}
			raw = false
		case html.TextToken:
			if implied < 0 && !raw && len(bytes.TrimSpace(page[begin:end])) > 0 {
				implied = begin
			}
		}
	}
	if first < 0 {
		first = implied
	}
	if first < 0 || first > last {
		first = last
	}
	return first, last
}
