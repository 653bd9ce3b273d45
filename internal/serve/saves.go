package serve

import (
	"path"
	"slices"
	"sync"
)

// saves are the files saved since a build took them. However many there are
// and however long that build takes, they ring the bell once: that is what
// makes one more build, and not two, of two saves during one.
type saves struct {
	bell  chan struct{}
	mu    sync.Mutex
	names []string
}

func newSaves() *saves { return &saves{bell: make(chan struct{}, 1)} }

// add notes files by their slash-separated paths below the site, and rings;
// without a name it says that anything may have been saved.
func (s *saves) add(names ...string) {
	s.mu.Lock()
	s.names = append(s.names, names...)
	s.mu.Unlock()
	select {
	case s.bell <- struct{}{}:
	default:
	}
}

// take gives the files noted so far to a build that is about to begin.
func (s *saves) take() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	names := s.names
	s.names = nil
	slices.Sort(names)
	return slices.Compact(names)
}

// within reports whether a file, or a folder that it is in, was saved.
func within(file string, saved map[string]bool) bool {
	for file != "." && file != "/" {
		if saved[file] {
			return true
		}
		file = path.Dir(file)
	}
	return false
}
