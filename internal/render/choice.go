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

// segment is the choice as a render segment of Hugo. Hugo holds every page
// against every pattern, so there is one for each folder of the model, in which
// no ordinary page may lie, and none for each page: those that are not wanted
// are not given.
func (c choice) segment() map[string]any {
	segment := map[string]any{} // includes nothing
	switch {
	case c.rest:
		segment["includes"] = []map[string]any{{"kind": []string{"*"}}}
	case len(c.paths) > 0:
		folders := map[string]bool{}
		for path := range c.paths {
			folder, _, _ := strings.Cut(path[1:], "/")
			folders["/"+folder] = true
			folders["/"+folder+"/**"] = true
		}
		segment["includes"] = []map[string]any{{"path": slices.Sorted(maps.Keys(folders))}}
	}
	if len(c.silent) > 0 {
		segment["excludes"] = []map[string]any{{"path": c.silent}}
	}
	return segment
}

// renders reports whether the page of Hugo with a path is rendered.
func (c choice) renders(path string) bool {
	return !slices.Contains(c.silent, path) && (c.rest || c.paths[path])
}
