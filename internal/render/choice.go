package render

import (
	"maps"
	"slices"
	"strings"
)

// A choice is what one rendering makes.
type choice struct {
	given  []Page          // of the model, known to Hugo
	paths  map[string]bool // of those, what is rendered
	silent []string        // paths of pages known to Hugo that are not rendered
	rest   bool            // home, ordinary pages and 404.html too
}

// choose takes the pages that only wants. Sections are always known to Hugo: it
// would make one of its own above the pages in it, and trails lead to it.
func choose(list []Page, only func(path string) bool) choice {
	if only == nil {
		return choice{given: list, rest: true}
	}
	c := choice{rest: only(Rest), paths: map[string]bool{}}
	for _, page := range list {
		wanted := only(page.Path)
		if wanted || page.Kind == "section" {
			c.given = append(c.given, page)
		}
		switch {
		case wanted:
			c.paths["/"+page.Path] = true
		case page.Kind == "section":
			c.silent = append(c.silent, "/"+page.Path)
		}
	}
	return c
}

// segments are the choice as render segments of Hugo, one for each language: a
// segment that tells languages apart by itself matches only its first rule
// (common/predicate.PR.Or, v0.165.0). Hugo holds every page against every
// pattern, so there is one for each folder of the model, in which no ordinary
// page may lie, and none for each page: those that are not wanted are not given.
func (c choice) segments() map[string]any {
	segments := map[string]any{}
	for _, language := range languages {
		segment := map[string]any{} // includes nothing
		here := map[string]any{"sites": map[string]any{"matrix": map[string]any{"languages": []string{language}}}}
		folders := map[string]bool{}
		for path := range c.paths {
			if page := (Page{Path: path[1:]}); page.Lang() == language {
				folder, _, _ := strings.Cut(page.Below(), "/")
				folders["/"+folder] = true
				folders["/"+folder+"/**"] = true
			}
		}
		switch {
		case c.rest:
			here["kind"] = []string{"*"}
			segment["includes"] = []map[string]any{here}
		case len(folders) > 0:
			here["path"] = slices.Sorted(maps.Keys(folders))
			segment["includes"] = []map[string]any{here}
		}
		var silent []string
		for _, path := range c.silent {
			if page := (Page{Path: path[1:]}); page.Lang() == language {
				silent = append(silent, "/"+page.Below())
			}
		}
		if len(silent) > 0 {
			segment["excludes"] = []map[string]any{{"path": silent}}
		}
		segments[language] = segment
	}
	return segments
}

// renders reports whether the page with a path below the site is rendered.
func (c choice) renders(path string) bool {
	return !slices.Contains(c.silent, path) && (c.rest || c.paths[path])
}
