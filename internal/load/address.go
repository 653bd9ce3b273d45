package load

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// Hugo makes an address of the name of a page: it writes capitals small and
// spaces as hyphens, and leaves out what it does not know, so that pages of
// different names, or one without any letter and the home page, may meet. Names
// of pages and of their folders are therefore those that stay as they are.

// pageStem is the path of a page without what tells its format, and the
// language that its name tells, "" for none.
func pageStem(name string) (stem, language string) {
	stem = strings.TrimSuffix(name, path.Ext(name))
	if rest, is := strings.CutSuffix(stem, "."+portal.English); is {
		return rest, portal.English
	}
	return stem, ""
}

// pageName says which part of the path of an ordinary page cannot be part of an
// address, "" for none, and what to write instead.
func pageName(name string) (wrong, better string) {
	stem, _ := pageStem(name)
	folders, last := path.Split(stem)
	for part := range strings.SplitSeq(strings.Trim(folders, "/"), "/") {
		if !vi.IsSlug(part) {
			return part, cmp.Or(vi.Slug(part), "ten-khong-dau")
		}
	}
	if last == "_index" || last == "index" || vi.IsSlug(last) {
		return "", ""
	}
	return path.Base(name), cmp.Or(vi.Slug(last), "ten-khong-dau") + strings.ToLower(path.Ext(name))
}

// takesName reports whether an ordinary page would have an address that the
// portal keeps for itself, its home page apart.
func takesName(name string) bool {
	stem, language := pageStem(name)
	first, _, _ := strings.Cut(strings.TrimPrefix(stem, "content/"), "/")
	return slices.Contains(portal.OwnNames, first) || language == portal.English && slices.Contains(portal.EnglishNames, first)
}

// meetingPages finds ordinary pages of which Hugo would show one and not the
// other: two of one address, and those that lie in the folder of a page.
func meetingPages(names []string) (problems []portal.Problem) {
	type place struct{ address, language string }
	at := map[place]string{}
	whole := map[string]string{} // the index.md of a folder, which takes all of it
	for _, name := range names {
		stem, language := pageStem(name)
		address := stem
		switch path.Base(stem) {
		case "index":
			address = path.Dir(stem)
			whole[address] = name
		case "_index":
			address = path.Dir(stem)
		}
		if other, taken := at[place{address, language}]; taken {
			problems = append(problems, portal.Problem{Pos: portal.Pos{File: name}, Rule: "page-twice", Args: []any{other}})
			continue
		}
		at[place{address, language}] = name
	}
	for _, name := range names {
		stem, _ := pageStem(name)
		folder := path.Dir(stem)
		if path.Base(stem) == "index" {
			folder = path.Dir(folder)
		}
		for ; folder != "." && folder != "content"; folder = path.Dir(folder) {
			if owner := whole[folder]; owner != "" && path.Base(stem) != "_index" {
				problems = append(problems, portal.Problem{Pos: portal.Pos{File: name}, Rule: "page-hidden", Args: []any{owner, path.Dir(owner) + "/_index.md"}})
				break
			}
		}
	}
	return problems
}
