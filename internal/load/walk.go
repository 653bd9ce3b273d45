package load

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// An entry is a file that holds records, as the walk found it.
type entry struct {
	path     string
	id       string
	shape    shape
	size     int64
	modified time.Time
}

// walk finds the files of records below root, and what is wrong with names
// and links on the way.
func walk(root fs.FS) (entries []entry, problems []portal.Problem, err error) {
	report := func(file, rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: portal.Pos{File: file}, Rule: rule, Args: args})
	}
	var pages []string // ordinary ones
	for _, top := range []string{"content", "data"} {
		if info, err := fs.Lstat(root, top); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			report(top, "symlink")
			continue
		}
		err := fs.WalkDir(root, top, func(name string, d fs.DirEntry, err error) error {
			if name == top && errors.Is(err, fs.ErrNotExist) {
				return fs.SkipAll
			}
			if err != nil {
				return fmt.Errorf("look through content: %w", err)
			}
			switch {
			case name == top:
				return nil
			case strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.Type()&fs.ModeSymlink != 0:
				report(name, "symlink")
				return nil
			case !utf8.ValidString(name): // which no package reads
				report(strings.ToValidUTF8(name, "�"), "file-name-bytes")
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case !vi.IsNFC(name):
				report(vi.NFC(name), "file-name-nfd")
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				if _, _, known := shapeOf(name); known {
					report(name, "not-a-file")
					return fs.SkipDir
				}
				if isRecordFolder(name) {
					if wrong, better := folderName(name); wrong != "" {
						report(name, "file-name", wrong, better)
					}
					if _, err := fs.Stat(root, name+"/index.md"); errors.Is(err, fs.ErrNotExist) {
						report(name, "no-index", name+"/index.md")
					}
				}
				return nil
			case !d.Type().IsRegular():
				report(name, "not-a-file")
				return nil
			}
			shape, id, known := shapeOf(name)
			if !known && isOrdinaryPage(name) {
				shape, known = ordinaryPage, true
				if wrong, better := pageName(name); wrong != "" {
					report(name, "page-name", wrong, better)
					return nil // its words are of no page
				}
				if takesName(name) {
					report(name, "page-taken", path.Base(name), "")
				}
				pages = append(pages, name)
			}
			if otherMarkup(name) && !takesPage(strings.Split(name, "/")) {
				report(name, "page-format", path.Base(name))
			}
			if !known {
				if rule, wanted := strayFile(name); rule != "" {
					report(name, rule, path.Base(name), wanted)
				}
				return nil
			}
			info, err := d.Info()
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil {
				return fmt.Errorf("look through content: %w", err)
			}
			entries = append(entries, entry{name, id, shape, info.Size(), info.ModTime()})
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return entries, append(problems, meetingPages(pages)...), nil
}

// isRecordFolder reports whether a directory should hold one record.
func isRecordFolder(name string) bool {
	parts := strings.Split(name, "/")
	if parts[0] != "content" || len(parts) < 3 || !isKind(parts[1]) {
		return false
	}
	return len(parts) == recordDepth(parts[1])
}

// recordDepth is how many parts the path of a record's folder has: reports lie
// one deeper, below their unit.
func recordDepth(folder string) int {
	if folder == "ket-qua" {
		return 4
	}
	return 3
}

// folderName says which part of the path of a record's folder cannot be part of
// an address, "" for none, and what to write instead.
func folderName(name string) (wrong, better string) {
	parts := strings.Split(name, "/")
	last := parts[len(parts)-1]
	switch parts[1] {
	case "ket-qua":
		if unit := parts[2]; !vi.IsSlug(unit) {
			return unit, cmp.Or(vi.Slug(unit), "ma-don-vi")
		}
		if _, better := period(last); better != last {
			return last, cmp.Or(better, "2026-Q3")
		}
	case "thi-dua-la-yeu-nuoc":
		if month, better := period(last); month.Kind() != vi.Month || better != last {
			return last, "2026-09"
		}
	default:
		if !vi.IsSlug(last) {
			return last, cmp.Or(vi.Slug(last), "ten-khong-dau")
		}
	}
	return "", ""
}

// period reads a period as a folder names it, and how it should be written, ""
// where that is not known.
func period(name string) (p vi.Period, written string) {
	p, err := vi.ParsePeriod(name)
	var wrong *vi.PeriodError
	if errors.As(err, &wrong) {
		return p, wrong.Suggest
	}
	return p, p.String()
}

// strayFile says what is wrong with a file that nothing reads although its
// name looks as if somebody meant it to be read, and which names would be.
func strayFile(name string) (rule, wanted string) {
	parts := strings.Split(name, "/")
	ext := path.Ext(name)
	text := slices.Contains([]string{".md", ".yaml", ".yml", ".csv", ".json", ".jsonl", ".toml"}, ext)
	page := slices.Contains([]string{".md", ".markdown", ".html", ".htm"}, ext)
	switch {
	case page && parts[0] == "content" && takesPage(parts):
		return "page-taken", ""
	case !text:
		return "", ""
	case parts[0] == "data":
		return "unknown-file", "units.yaml, documents.yaml, fields.yaml, wording.yaml"
	case len(parts) > 2 && isKind(parts[1]):
		return "unknown-file", strings.Join(namesIn(parts[1]), ", ")
	}
	return "", ""
}

func isKind(folder string) bool {
	return slices.ContainsFunc(portal.Kinds, func(k portal.Kind) bool { return k.Folder == folder })
}

// takesPage reports whether an ordinary page would have the address of one that
// is made from the model: content/ke-hoach.md, content/don-vi/xa/index.md.
func takesPage(parts []string) bool {
	first, _, _ := strings.Cut(parts[1], ".")
	if !slices.Contains(portal.OwnFolders, first) {
		return false
	}
	return len(parts) == 2 || !isKind(first) || len(parts) == 3
}
