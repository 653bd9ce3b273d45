// Package serve shows a site while it is being written: it builds into memory,
// serves that on this machine, builds again on every save and tells the browser.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"github.com/spf13/afero"
	"golang.org/x/sync/errgroup"

	"thidua/internal/build"
	"thidua/internal/check"
)

// A Builder builds the whole site into dir of an empty folder in memory; that
// of package build is one.
type Builder interface {
	Site(ctx context.Context, to afero.Fs, dir string) (build.Report, error)
}

// Options say what to serve and whom to tell.
type Options struct {
	Builder  Builder
	Source   string // folder of the site, watched for saves
	Language check.Language
	Explain  func(error) string // words for a trouble of the machine; nil: its own
	Built    func(Outcome)      // told of every build, one at a time; may be nil
	Polling  func(error)        // told once where the system cannot watch so many folders, so that saves are noticed later; may be nil
}

// An Outcome is what came of one build.
type Outcome struct {
	Report build.Report
	Err    error // of the machine; the report is not whole then
	Took   time.Duration
	Served bool // there are pages to see: of this build or of an earlier one
}

// A Server serves one site.
type Server struct {
	opts  Options
	words words
	dir   string // of the site in every folder in memory
	saved *saves
	now   moment
}

// New prepares to serve a site. Nothing is built before Run.
func New(opts Options) (*Server, error) {
	source, err := filepath.Abs(opts.Source)
	if err != nil {
		return nil, fmt.Errorf("serve %s: %w", opts.Source, err)
	}
	opts.Source = source
	dir, err := filepath.Abs("/site") // with a drive on Windows
	if err != nil {
		return nil, fmt.Errorf("serve %s: %w", source, err)
	}
	if opts.Explain == nil {
		opts.Explain = error.Error
	}
	if opts.Built == nil {
		opts.Built = func(Outcome) {}
	}
	if opts.Polling == nil {
		opts.Polling = func(error) {}
	}
	s := &Server{opts: opts, words: wordsIn(opts.Language), dir: dir, saved: newSaves()}
	s.now.begin()
	return s, nil
}

// Run builds the site and serves it at listener until ctx ends, which is no
// error. A request that comes before the first build waits for it. Where
// listener is on a loopback address, only requests to one are answered.
func (s *Server) Run(ctx context.Context, listener net.Listener) error {
	group, ctx := errgroup.WithContext(ctx)
	notices, trouble := openNotices(s.opts.Source) // before the first build, so that no save is missed
	s.saved.add()                                  // the first build
	group.Go(func() error {
		if trouble == nil {
			trouble = follow(ctx, s.opts.Source, notices, s.saved)
		}
		if trouble != nil {
			s.opts.Polling(trouble)
			poll(ctx, s.opts.Source, s.saved)
		}
		return nil
	})
	group.Go(func() error {
		s.keepBuilding(ctx)
		return nil
	})
	server := &http.Server{
		Handler:           s.handler(isLoopback(listener.Addr())),
		BaseContext:       func(net.Listener) context.Context { return ctx }, // its end closes the streams of events
		ReadHeaderTimeout: 10 * time.Second,
	}
	group.Go(func() error {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("serve: %w", err)
		}
		return nil
	})
	group.Go(func() error {
		<-ctx.Done()
		patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		if server.Shutdown(patience) != nil {
			return server.Close() // somebody reads too slowly to wait for
		}
		return nil
	})
	return group.Wait()
}
