package serve

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/afero"

	"thidua/internal/build"
)

// retry is how long after a trouble of the machine the site is built again
// although nobody has saved: a disk that was full may have room now.
const retry = 5 * time.Second

// keepBuilding builds whenever something was saved, one build at a time.
func (s *Server) keepBuilding(ctx context.Context) {
	again := time.NewTimer(retry)
	again.Stop()
	since := map[string]bool{} // saved since the last build that succeeded
	last := ""                 // trouble of the machine, told already
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.saved.bell:
			last = ""
		case <-again.C:
		}
		again.Stop()
		for _, name := range s.saved.take() {
			since[name] = true
		}
		site := afero.NewMemMapFs()
		begun := time.Now()
		report, err := s.build(ctx, site)
		outcome := Outcome{Report: report, Err: err, Took: time.Since(begun)}
		if ctx.Err() != nil {
			return
		}
		switch {
		case err != nil:
			again.Reset(retry)
			if err.Error() == last {
				continue
			}
			last = err.Error()
			s.now.keep(s.machinePanel(err))
		case report.Failed():
			s.now.keep(s.contentPanel(report.Problems, since))
		default:
			clear(since)
			last = ""
			s.now.show(afero.NewBasePathFs(site, s.dir))
		}
		outcome.Served = s.now.state().site != nil
		s.opts.Built(outcome)
	}
}

// build makes an error of a panic: whatever a half-written template does to
// Hugo, the server lives on.
func (s *Server) build(ctx context.Context, to afero.Fs) (report build.Report, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			report, err = build.Report{}, fmt.Errorf("build stopped short: %v", broken)
		}
	}()
	return s.opts.Builder.Site(ctx, to, s.dir)
}
