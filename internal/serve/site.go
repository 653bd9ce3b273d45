package serve

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/afero"

	"thidua/internal/build"
	"thidua/internal/portal"
)

// A part of a site is made at once: the page of the model with that path, or
// one of those below.
type part = string

const (
	rest  part = build.Rest
	reuse part = "index.json" // all files for other programs
)

// A site holds in memory what was made so far of one Site. A file is whole from
// the moment it is there and never changes.
type site struct {
	from   Site
	dir    string
	listed map[part]bool
	hugo   chan struct{}

	mu      sync.Mutex
	files   map[string][]byte
	folders map[string]bool
	wanted  map[part]bool             // asked for, not made yet
	made    map[part][]portal.Problem // whatever came of it
}

func (s *Server) newSite(from Site) (*site, error) {
	made := &site{
		from: from, dir: s.dir, hugo: s.hugo, listed: map[part]bool{},
		files: map[string][]byte{}, folders: map[string]bool{".": true},
		wanted: map[part]bool{}, made: map[part][]portal.Problem{},
	}
	for _, page := range from.Pages() {
		made.listed[page] = true
	}
	to := afero.NewMemMapFs()
	if err := from.Copy(to, s.dir); err != nil {
		return nil, err
	}
	return made, made.take(to)
}

// partOf is the part in which a file or folder is, if it is in any; copied files
// are in none.
func (s *site) partOf(name string) (part, bool) {
	page := name
	if path.Base(name) == "index.html" {
		page = path.Dir(name)
	}
	switch {
	case s.listed[page]:
		return page, true
	case name == "api/v1/index.json", (path.Base(name) == "index.json" || path.Base(name) == "list.json") && s.listed[path.Dir(name)]:
		return reuse, true
	}
	if _, copied := s.file(name); copied && path.Ext(name) != ".html" {
		return rest, false
	}
	return rest, true
}

// parts are all that Hugo makes.
func (s *site) parts() []part { return append(slices.Collect(maps.Keys(s.listed)), rest) }

// need makes a part unless it was made, and tells what is wrong with it. Those
// who wait for parts meanwhile get them from one rendering. It goes on for as
// long as life lasts, also where the one who asked has gone.
func (s *site) need(life, asked context.Context, p part) ([]portal.Problem, error) {
	s.mu.Lock()
	problems, done := s.made[p]
	if !done {
		s.wanted[p] = true
	}
	s.mu.Unlock()
	if done {
		return problems, nil
	}
	select {
	case s.hugo <- struct{}{}:
		defer func() { <-s.hugo }()
	case <-asked.Done():
		return nil, asked.Err()
	}
	s.mu.Lock()
	problems, done = s.made[p]
	together := slices.Sorted(maps.Keys(s.wanted))
	s.mu.Unlock()
	if done {
		return problems, nil
	}
	_, problems, err := s.make(life, together)
	if len(together) > 1 && (err != nil || len(problems) > 0) { // the fault may be another's
		_, problems, err = s.make(life, []part{p})
	}
	if err == nil && len(problems) > 0 {
		s.mu.Lock()
		s.made[p] = problems
		delete(s.wanted, p)
		s.mu.Unlock()
	}
	return problems, err
}

// make makes parts, all or none; whoever calls it holds hugo. It makes an error
// of a panic: whatever a half-written template does to Hugo, the server lives on.
func (s *site) make(ctx context.Context, parts []part) (pages int, problems []portal.Problem, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = stoppedShort(broken)
		}
	}()
	chosen := map[part]bool{}
	for _, p := range parts {
		chosen[p] = true
	}
	to := afero.NewMemMapFs()
	if chosen[reuse] {
		if err := s.from.Reuse(to, s.dir); err != nil {
			return 0, nil, err
		}
	}
	if len(parts) > 1 || !chosen[reuse] {
		pages, problems, err = s.from.Render(ctx, to, s.dir, func(p string) bool { return chosen[p] })
		if err != nil || len(problems) > 0 {
			return pages, problems, err
		}
	}
	if err := s.take(to); err != nil {
		return pages, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range parts {
		s.made[p] = nil
		delete(s.wanted, p)
	}
	return pages, nil, nil
}

func stoppedShort(broken any) error { return fmt.Errorf("build stopped short: %v", broken) }

// take takes over the files of a folder in memory.
func (s *site) take(from afero.Fs) error {
	files := map[string][]byte{}
	below := afero.NewIOFS(afero.NewBasePathFs(from, s.dir))
	err := fs.WalkDir(below, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case name == "." && err != nil: // nothing was written
			return fs.SkipAll
		case err != nil || entry.IsDir():
			return err
		}
		files[name], err = fs.ReadFile(below, name)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep pages in memory: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	maps.Copy(s.files, files)
	for name := range files {
		for folder := path.Dir(name); !s.folders[folder]; folder = path.Dir(folder) {
			s.folders[folder] = true
		}
	}
	return nil
}

// file is a file that was made, by its name below the site.
func (s *site) file(name string) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	data, ok := s.files[name]
	return data, ok
}

func (s *site) isFolder(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.folders[strings.TrimSuffix(name, "/")]
}
