// Package serve shows a site while it is being written: on every save it reads
// the site again, renders into memory the pages that somebody looks at and tells
// the browser. Every other page is rendered when it is asked for.
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
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// A Builder reads and checks a site, as it is seen on a day. Where the content
// has errors, or there is one, the Site is nil.
type Builder interface {
	Saved(names []string) // since the last Prepare
	Prepare(ctx context.Context, today vi.Date) (Site, build.Report, error)
}

// A Site is ready to be rendered page by page; build.Prepared is one.
type Site interface {
	Pages() []string
	Copy(to afero.Fs, dir string) error
	Render(ctx context.Context, to afero.Fs, dir string, only func(path string) bool) (pages int, problems []portal.Problem, err error)
	Reuse(to afero.Fs, dir string) error
}

// Using makes a Builder of that of package build.
func Using(b *build.Builder) Builder { return builder{b} }

type builder struct{ *build.Builder }

func (b builder) Prepare(ctx context.Context, today vi.Date) (Site, build.Report, error) {
	prepared, report, err := b.Builder.Prepare(ctx, today)
	if prepared == nil {
		return nil, report, err
	}
	return prepared.At("/"), report, nil // wherever it is published
}

// Options say what to serve and whom to tell.
type Options struct {
	Builder  Builder
	Source   string         // folder of the site, watched for saves
	Today    func() vi.Date // the site is built again when the day changes
	Language check.Language
	Explain  func(error) string // words for a trouble of the machine; nil: its own
	Built    func(Outcome)      // told of every build, one at a time; may be nil
	Polling  func(error)        // told once where the system cannot watch so many folders, so that saves are noticed later; may be nil
}

// An Outcome is what came of one build.
type Outcome struct {
	Report build.Report // its Pages are those rendered at once
	Err    error        // of the machine; the report is not whole then
	Took   time.Duration
	Served bool // there are pages to see: of this build or of an earlier one
}

// A Server serves one site.
type Server struct {
	opts    Options
	phrases phrasebook
	dir     string // of the site in every folder in memory
	saved   *saves
	seen    seen
	now     moment
	hugo    chan struct{}   // held by whoever renders
	life    context.Context // ends with Run
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
	s := &Server{opts: opts, phrases: phrasesIn(opts.Language), dir: dir, saved: newSaves(), hugo: make(chan struct{}, 1)}
	s.now.begin()
	return s, nil
}

// Run builds the site and serves it at listener until ctx ends, which is no
// error. A request that comes before the first build waits for it. Where
// listener is on a loopback address, only requests to one are answered.
func (s *Server) Run(ctx context.Context, listener net.Listener) error {
	group, ctx := errgroup.WithContext(ctx)
	s.life = ctx
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
