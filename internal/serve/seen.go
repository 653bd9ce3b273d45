package serve

import "sync"

// seen counts the browsers that show a page, by its name below the site.
type seen struct {
	mu    sync.Mutex
	times map[string]int
}

// add notes that one more browser shows a page, or with -1 that one less does.
func (s *seen) add(name string, times int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.times == nil {
		s.times = map[string]int{}
	}
	if s.times[name] += times; s.times[name] == 0 {
		delete(s.times, name)
	}
}

// names are the pages shown now.
func (s *seen) names() (names []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for name := range s.times {
		names = append(names, name)
	}
	return names
}
