package load

import (
	"bytes"
	"image"
	_ "image/jpeg" // the formats of photoFiles
	_ "image/png"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	_ "golang.org/x/image/webp"

	"thidua/internal/portal"
)

// What a record may name beside itself, by the ends of file names.
var (
	signedFiles = []string{".pdf"}
	photoFiles  = []string{".jpg", ".jpeg", ".png", ".webp"}
)

// How large a photo may be: larger than cameras make them, and so that making
// it small takes 300 MB of memory at the most.
const (
	maxPixels = 60_000_000
	maxSide   = 20_000
)

// What shape a photo may have. Pages show it up to 960 pixels wide, or fill a
// card of 1200 × 630 with it, so that the thinner it is, the larger it becomes.
const (
	minSide  = 200 // pixels
	maxRatio = 5   // the longer side by the shorter
)

// missingFiles finds files that a record wants published and that are not
// beside it. A name that leads anywhere else is refused, whatever is there.
func missingFiles(root fs.FS, p *portal.Portal) (problems []portal.Problem) {
	look := func(source *portal.Source, field, name string, ends []string) (found bool) {
		report := func(rule string, args ...any) {
			problems = append(problems, portal.Problem{Pos: source.At(field), Rule: rule, Args: args})
		}
		if name == "" {
			return false
		}
		end := strings.ToLower(path.Ext(name))
		if strings.ContainsAny(name, `/\:`) || strings.HasPrefix(name, ".") || !slices.Contains(ends, end) {
			report("bad-path", name, strings.Join(ends, ", "))
			return false
		}
		folder := path.Dir(source.Start().File)
		if info, err := fs.Lstat(root, path.Join(folder, name)); err != nil || !info.Mode().IsRegular() {
			report("missing-file", name, portal.Nearest(name, filesIn(root, folder)), folder)
			return false
		}
		return true
	}
	for _, plan := range p.Plans {
		if plan.SignedFile != "" && look(&plan.Source, "signed_file", plan.SignedFile, signedFiles) {
			file := path.Join(path.Dir(plan.Source.Start().File), plan.SignedFile)
			if rule, args := badSigned(root, file); rule != "" {
				problems = append(problems, portal.Problem{Pos: plan.Source.At("signed_file"), Rule: rule, Args: args})
			}
		}
	}
	picture := func(source *portal.Source, field string, photo *portal.Photo) {
		if photo == nil || !look(source, field, photo.File, photoFiles) {
			return
		}
		file := path.Join(path.Dir(source.Start().File), photo.File)
		if rule, args := badPhoto(root, file); rule != "" {
			problems = append(problems, portal.Problem{Pos: source.At(field), Rule: rule, Args: args})
		}
	}
	poster := func(source *portal.Source, video *portal.Video) {
		if video != nil {
			picture(source, "video.poster.file", video.Poster)
		}
	}
	for _, exemplar := range p.Exemplars {
		picture(&exemplar.Source, "photo.file", exemplar.Photo)
		poster(&exemplar.Source, exemplar.Video)
	}
	for _, model := range p.Models {
		poster(&model.Source, model.Video)
	}
	for _, issue := range p.Columns {
		picture(&issue.Source, "photo.file", issue.Photo)
		poster(&issue.Source, issue.Video)
	}
	return problems
}

// maxSigned is how large a signed file may be, in bytes: a scan of a hundred
// pages is smaller, and readers load it over the network of a telephone.
const maxSigned = 50 << 20

// How far from its two ends a signed file may say that it is a PDF: Annex H of
// PDF 1.7 allows 1024 bytes; scanners fill up the last block of theirs.
const (
	pdfHead = 1 << 10
	pdfTail = 4 << 10
)

// badSigned is what stands against a signed file: that it is no PDF, or not the
// whole of one. It is published as it is, and what it says is not read.
func badSigned(root fs.FS, name string) (rule string, args []any) {
	file, err := root.Open(name)
	if err != nil {
		return "signed-broken", []any{path.Base(name)}
	}
	defer file.Close()
	info, err := file.Stat()
	if err == nil && info.Size() > maxSigned {
		return "signed-large", []any{path.Base(name), info.Size() >> 20, maxSigned >> 20}
	}
	data, err := io.ReadAll(io.LimitReader(file, maxSigned))
	head, tail := data[:min(len(data), pdfHead)], data[max(0, len(data)-pdfTail):]
	if err != nil || !bytes.Contains(head, []byte("%PDF-")) || !bytes.Contains(tail, []byte("%%EOF")) {
		return "signed-broken", []any{path.Base(name)}
	}
	return "", nil
}

// badPhoto is what stands against a photo, by the first bytes of its file: they
// tell the format, which its name must agree with, and the size. The rest is
// read where it is made small.
func badPhoto(root fs.FS, name string) (rule string, args []any) {
	file, err := root.Open(name)
	if err != nil {
		return "photo-broken", []any{path.Base(name)}
	}
	defer file.Close()
	// A picture that hides its size behind megabytes of remarks is none.
	config, format, err := image.DecodeConfig(io.LimitReader(file, 1<<20))
	end := strings.TrimPrefix(strings.ToLower(path.Ext(name)), ".")
	switch {
	case err != nil:
		return "photo-broken", []any{path.Base(name)}
	case end != format && (end != "jpg" || format != "jpeg"):
		fits := format
		if !slices.Contains(photoFiles, "."+format) {
			fits = "" // a GIF has to be saved anew
		}
		return "photo-format", []any{path.Base(name), format, fits}
	case config.Width > maxSide || config.Height > maxSide || config.Width*config.Height > maxPixels:
		return "photo-large", []any{path.Base(name), config.Width, config.Height, maxPixels / 1_000_000}
	case min(config.Width, config.Height) < minSide:
		return "photo-small", []any{path.Base(name), config.Width, config.Height, minSide}
	case max(config.Width, config.Height) > maxRatio*min(config.Width, config.Height):
		return "photo-thin", []any{path.Base(name), config.Width, config.Height, maxRatio}
	}
	return "", nil
}

// filesIn lists the files of a folder; one that cannot be read has nothing to
// offer, nor has a folder in it.
func filesIn(root fs.FS, folder string) (names []string) {
	entries, _ := fs.ReadDir(root, folder)
	for _, entry := range entries {
		if entry.Type().IsRegular() {
			names = append(names, entry.Name())
		}
	}
	return names
}
