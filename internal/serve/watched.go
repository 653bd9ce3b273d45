package serve

import (
	"path"
	"slices"
	"strings"
)

// watched are the parts of a site that a build reads.
var watched = []string{"config.toml", "content", "data", "layouts", "assets", "i18n", "static"}

// passing are the names of files that editors, office programs and systems
// make for a moment beside the one that is edited.
var passing = []string{
	"*~", "#*#", ".#*", ".*.sw?", "4913", // Emacs, Vim
	"*.tmp", "*.TMP", "~$*", ".~lock.*", // Word, LibreOffice
	".goutputstream-*", "*.kate-swp", "*.crswap", "*___jb_tmp___", "*___jb_old___",
	".DS_Store", "._*", ".nfs*", ".fuse_hidden*", ".git", ".syncthing.*", "*.part",
}

// isWatched reports whether a save of the file at a slash-separated path below
// the site is a reason to build.
func isWatched(name string) bool {
	top, below, _ := strings.Cut(name, "/")
	if !slices.Contains(watched, top) {
		return false
	}
	for part := range strings.SplitSeq(below, "/") {
		hidden := strings.HasPrefix(part, ".") && (top == "content" || top == "data") // nothing reads these
		if hidden || slices.ContainsFunc(passing, func(form string) bool { return matches(form, part) }) {
			return false
		}
	}
	return true
}

func matches(form, name string) bool {
	ok, err := path.Match(form, name)
	return ok && err == nil
}
