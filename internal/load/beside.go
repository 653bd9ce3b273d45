package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"thidua/internal/portal"
)

// What a record may name beside itself, by the ends of file names.
var (
	signedFiles = []string{".pdf"}
	photoFiles  = []string{".jpg", ".jpeg", ".png", ".webp"}
)

// missingFiles finds files that a record wants published and that are not
// beside it. A name that leads anywhere else is refused, whatever is there.
func missingFiles(root fs.FS, p *portal.Portal) (problems []portal.Problem) {
	look := func(source *portal.Source, field, name string, ends []string) {
		report := func(rule string, args ...any) {
			problems = append(problems, portal.Problem{Pos: source.At(field), Rule: rule, Args: args})
		}
		if name == "" {
			return
		}
		end := strings.ToLower(path.Ext(name))
		if strings.ContainsAny(name, `/\:`) || strings.HasPrefix(name, ".") || !slices.Contains(ends, end) {
			report("bad-path", name, strings.Join(ends, ", "))
			return
		}
		folder := path.Dir(source.Start().File)
		if info, err := fs.Lstat(root, path.Join(folder, name)); err != nil || !info.Mode().IsRegular() {
			report("missing-file", name, portal.Nearest(name, filesIn(root, folder)), folder)
		}
	}
	for _, plan := range p.Plans {
		look(&plan.Source, "signed_file", plan.SignedFile, signedFiles)
	}
	for _, exemplar := range p.Exemplars {
		if exemplar.Photo != nil {
			look(&exemplar.Source, "photo.file", exemplar.Photo.File, photoFiles)
		}
	}
	return problems
}

// filesIn lists a folder; one that cannot be read has nothing to offer.
func filesIn(root fs.FS, folder string) (names []string) {
	entries, _ := fs.ReadDir(root, folder)
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}
