package serve

import (
	"context"
	"html/template"
	"sync/atomic"
	"time"
)

// A state is what is served between two builds. It is never changed, and its
// site only grows, so that a request that holds one sees the pages of one build
// only.
type state struct {
	number  int64         // of the build
	site    *site         // nil while no build has succeeded
	panel   template.HTML // what is wrong since; empty: nothing
	over    chan struct{} // closed once there is a newer state
	waiting bool          // for the first build
}

// A moment is the state that is served now.
type moment struct{ current atomic.Pointer[state] }

// begin waits for the first build. Numbers count from the second at which the
// server starts, so that a page of an earlier run is known to be older.
func (m *moment) begin() {
	m.current.Store(&state{number: time.Now().Unix(), over: make(chan struct{}), waiting: true})
}

func (m *moment) state() *state { return m.current.Load() }

// show serves a new site, with nothing wrong.
func (m *moment) show(site *site) { m.next(site, "") }

// keep serves the site as it was, below a panel of what is wrong.
func (m *moment) keep(panel template.HTML) { m.next(m.state().site, panel) }

// next is called by the one goroutine that builds.
func (m *moment) next(site *site, panel template.HTML) {
	old := m.state()
	m.current.Store(&state{number: old.number + 1, site: site, panel: panel, over: make(chan struct{})})
	close(old.over)
}

// built is the state once there is a build, or nil where ctx ends before.
func (m *moment) built(ctx context.Context) *state {
	for {
		now := m.state()
		if !now.waiting {
			return now
		}
		select {
		case <-now.over:
		case <-ctx.Done():
			return nil
		}
	}
}
