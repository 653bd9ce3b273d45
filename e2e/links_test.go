package main

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Every link, picture and sheet of every page is there, and so is the place
// within the page that it names.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	type link struct{ from, written, file, place string }
	var links []link
	places := map[string]map[string]bool{}
	for _, name := range pages(t) {
		here := base + strings.TrimSuffix(name, "index.html")
		if name == "404.html" {
			here = base + "any/where/" // it is shown for every address
		}
		address, err := url.Parse(here)
		must(t, err)
		places[name] = map[string]bool{"": true, "top": true}
		for node := range parse(t, name).Descendants() {
			for _, attribute := range node.Attr {
				switch attribute.Key {
				case "id":
					if places[name][attribute.Val] {
						t.Errorf("%s: two places %q", name, attribute.Val)
					}
					places[name][attribute.Val] = true
				case "href", "src", "srcset":
					if node.Data == "base" {
						address, err = address.Parse(attribute.Val)
						must(t, err)
						continue
					}
					for _, written := range addresses(attribute) {
						to, err := address.Parse(written)
						if err != nil {
							t.Errorf("%s: %v", name, err)
							continue
						}
						if to.Host != "" || to.Scheme != "" {
							continue
						}
						file, inside := strings.CutPrefix(to.Path, base)
						if !inside {
							t.Errorf("%s: %s leaves the portal", name, written)
							continue
						}
						if file == "" || strings.HasSuffix(file, "/") {
							file += "index.html"
						}
						links = append(links, link{name, written, file, to.Fragment})
					}
				}
			}
		}
	}
	if len(links) < 5000 {
		t.Errorf("only %d links were looked at", len(links))
	}
	for _, l := range links {
		if _, err := os.Stat(filepath.Join(site.Dir, filepath.FromSlash(l.file))); err != nil {
			t.Errorf("%s links to %s, which is not there", l.from, l.written)
		} else if places[l.file] != nil && !places[l.file][l.place] {
			t.Errorf("%s links to %s, and there is no such place", l.from, l.written)
		}
	}
}

// addresses are those in an attribute; srcset has several.
func addresses(attribute html.Attribute) (list []string) {
	if attribute.Key != "srcset" {
		return []string{attribute.Val}
	}
	for candidate := range strings.SplitSeq(attribute.Val, ",") {
		if fields := strings.Fields(candidate); len(fields) > 0 {
			list = append(list, fields[0])
		}
	}
	return list
}

// parse reads a page of the portal.
func parse(t *testing.T, name string) *html.Node {
	t.Helper()
	file, err := os.Open(filepath.Join(site.Dir, filepath.FromSlash(name)))
	must(t, err)
	defer file.Close()
	document, err := html.Parse(file)
	must(t, err)
	return document
}
