// Package load reads the content and data of a site into a portal.Portal. It
// validates every file against its schema while the syntax tree is at hand,
// keeps file, line and column of every value, and reports all that is wrong
// with the files themselves; what is wrong between records is package check's.
package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"thidua/internal/portal"
)

// A Loader reads one site again and again, each time only those files that
// have changed since. It is not safe for concurrent use.
type Loader struct {
	root  fs.FS
	files map[string]*file
}

// A file is what was read of one file: a payload that depends on its shape,
// and the problems found in it. It is never changed after it was read.
type file struct {
	path     string
	size     int64
	modified time.Time
	payload  any
	problems []portal.Problem
}

// New prepares to read the site whose source folder is root.
func New(root fs.FS) *Loader { return &Loader{root: root, files: map[string]*file{}} }

// Load reads the site. The problems are those of single files, in no order.
// The error is one of the machine, or of ctx.
func (l *Loader) Load(ctx context.Context) (*portal.Portal, []portal.Problem, error) {
	files, problems, err := l.readAll(ctx)
	if err != nil {
		return nil, nil, err
	}
	p, problems := l.together(files, problems)
	return p, problems, nil
}

// together makes a portal of what files hold.
func (l *Loader) together(files []*file, problems []portal.Problem) (*portal.Portal, []portal.Problem) {
	p := assemble(files)
	p.Unread = append(p.Unread, missed(problems, files)...)
	slices.Sort(p.Unread)
	return p, append(problems, missingFiles(l.root, p)...)
}

// Try reads the site as it would be with these files, by their names, which
// are not on disk yet or have other content there.
func (l *Loader) Try(ctx context.Context, given map[string][]byte) (*portal.Portal, []portal.Problem, error) {
	files, problems, err := l.readAll(ctx)
	if err != nil {
		return nil, nil, err
	}
	isGiven := func(name string) bool { _, is := given[name]; return is }
	files = slices.DeleteFunc(files, func(f *file) bool { return isGiven(f.path) })
	problems = slices.DeleteFunc(problems, func(p portal.Problem) bool {
		return isGiven(p.Pos.File) || p.Rule == "no-index" && isGiven(p.Pos.File+"/index.md")
	})
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if shape, id, known := shapeOf(name); known {
			f := parse(entry{path: name, id: id, shape: shape, size: int64(len(given[name]))}, given[name])
			files = append(files, f)
			problems = append(problems, f.problems...)
		}
	}
	slices.SortFunc(files, func(a, b *file) int { return strings.Compare(a.path, b.path) })
	p, problems := l.together(files, problems)
	return p, problems, nil
}

// readAll reads all files of the site that have changed.
func (l *Loader) readAll(ctx context.Context) ([]*file, []portal.Problem, error) {
	found, problems, err := walk(l.root)
	if err != nil {
		return nil, nil, err
	}
	files := make([]*file, len(found))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, entry := range found {
		if old := l.files[entry.path]; old != nil && old.size == entry.size && old.modified.Equal(entry.modified) {
			files[i] = old
			continue
		}
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			f, err := read(l.root, entry)
			files[i] = f
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	l.files = make(map[string]*file, len(files))
	for _, f := range files {
		l.files[f.path] = f
		problems = append(problems, f.problems...)
	}
	return files, problems, nil
}

// missed are the files that should be there by what the walk found: the page of
// a folder that has none, the file for which a folder or a link stands, and each
// file for which one of another name may be meant. What was in them is not known, so that
// who names it makes no mistake.
func missed(problems []portal.Problem, read []*file) (files []string) {
	have := make(map[string]bool, len(read))
	for _, file := range read {
		have[file.path] = true
	}
	for _, problem := range problems {
		name := problem.Pos.File
		switch problem.Rule {
		case "no-index":
			files = append(files, name+"/index.md")
		case "not-a-file", "symlink":
			files = append(files, name, name+"/index.md")
		case "unknown-file":
			wanted, _ := problem.Args[1].(string)
			for other := range strings.SplitSeq(wanted, ", ") {
				if other = path.Join(path.Dir(name), other); !have[other] {
					files = append(files, other)
				}
			}
		}
	}
	return files
}

// Forget makes the next Load read these files, or all in these folders, again
// although neither their size nor their time has changed.
func (l *Loader) Forget(names []string) {
	for _, name := range names {
		for path := range l.files {
			if path == name || strings.HasPrefix(path, name+"/") {
				delete(l.files, path)
			}
		}
	}
}

// read reads one file into its payload.
func read(root fs.FS, entry entry) (*file, error) {
	if entry.size > entry.shape.limit() {
		return parse(entry, nil), nil
	}
	data, err := fs.ReadFile(root, entry.path)
	if errors.Is(err, fs.ErrNotExist) { // removed since the walk: as if it had never been
		return &file{path: entry.path, size: entry.size, modified: entry.modified}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read content: %w", err)
	}
	return parse(entry, data), nil
}

// parse makes a payload of what a file holds.
func parse(entry entry, data []byte) *file {
	f := &file{path: entry.path, size: entry.size, modified: entry.modified}
	if limit := entry.shape.limit(); entry.size > limit {
		f.problems = append(f.problems, portal.Problem{
			Pos: portal.Pos{File: entry.path}, Rule: "file-too-large", Args: []any{limit >> 20},
		})
		return f
	}
	text, problems := decodeText(entry.path, data)
	src := &source{path: entry.path, id: entry.id, text: text, problems: problems}
	if !src.broken() {
		f.payload = entry.shape.read(src, entry.shape.schema)
	}
	f.problems = src.problems
	return f
}

// A source is one text file on its way to records.
type source struct {
	path     string
	id       string // of the record in whose folder the file lies
	text     string
	problems []portal.Problem
}

// report notes a problem at a line and column of the file.
func (s *source) report(line, column int, rule string, args ...any) {
	s.problems = append(s.problems, portal.Problem{Pos: portal.Pos{File: s.path, Line: line, Column: column}, Rule: rule, Args: args})
}

// broken reports whether an error was found that leaves nothing to read.
func (s *source) broken() bool {
	return slices.ContainsFunc(s.problems, func(p portal.Problem) bool { return p.Level() == portal.Error })
}
