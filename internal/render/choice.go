package render

import "slices"

// A choice is what one rendering makes.
type choice struct {
	given  []Page // of the model, known to Hugo
	paths  []string
	silent []string // paths of pages known to Hugo that are not rendered
	rest   bool     // home, ordinary pages and 404.html too
}

// choose takes the pages that only wants. Sections are always known to Hugo: it
// would make one of its own above the pages in it, and trails lead to it.
func choose(list []Page, only func(path string) bool) choice {
	if only == nil {
		return choice{given: list, rest: true}
	}
	c := choice{rest: only(Rest)}
	for _, page := range list {
		wanted := only(page.Path)
		if wanted || page.Kind == "section" {
			c.given = append(c.given, page)
		}
		switch {
		case wanted:
			c.paths = append(c.paths, "/"+page.Path)
		case page.Kind == "section":
			c.silent = append(c.silent, "/"+page.Path)
		}
	}
	return c
}

// segment is the choice as a render segment of Hugo.
func (c choice) segment() map[string]any {
	segment := map[string]any{} // includes nothing
	switch {
	case c.rest:
		segment["includes"] = []map[string]any{{"kind": []string{"*"}}}
	case len(c.paths) > 0:
		segment["includes"] = []map[string]any{{"path": c.paths}}
	}
	if len(c.silent) > 0 {
		segment["excludes"] = []map[string]any{{"path": c.silent}}
	}
	return segment
}

// renders reports whether the page of Hugo with a path is rendered.
func (c choice) renders(path string) bool {
	return !slices.Contains(c.silent, path) && (c.rest || slices.Contains(c.paths, path))
}
