package serve

import (
	"context"
	"html/template"
	"maps"
	"slices"
	"time"

	"thidua/internal/build"
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// retry is how long after a trouble of the machine the site is built again
// although nobody has saved: a disk that was full may have room now.
const retry = 5 * time.Second

// A site of at most so many pages is rendered in whole once nobody has saved for
// a while, so that mistakes in templates are told wherever they show.
const (
	small = 300
	idle  = time.Second
)

// keepBuilding builds whenever something was saved, one build at a time.
func (s *Server) keepBuilding(ctx context.Context) {
	again := time.NewTimer(retry)
	again.Stop()
	since := map[string]bool{} // saved since the last build that succeeded
	last := ""                 // trouble of the machine, told already
	unhurried := time.NewTimer(idle)
	unhurried.Stop()
	clock := time.NewTicker(time.Second)
	defer clock.Stop()
	var today vi.Date // of the last build
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.saved.bell:
			last = ""
		case <-again.C:
		case <-clock.C:
			if today == s.opts.Today() {
				continue
			}
		case <-unhurried.C:
			s.completeSite(ctx)
			continue
		}
		again.Stop()
		unhurried.Stop()
		today = s.opts.Today()
		saved := s.saved.take()
		s.opts.Builder.Saved(saved)
		for _, name := range saved {
			since[name] = true
		}
		begun := time.Now()
		made, report, err := s.build(ctx, today)
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
			s.now.keep(s.machinePanel(err, s.older()))
		case report.Failed():
			s.now.keep(s.contentPanel(report.Problems, since, s.older()))
		default:
			clear(since)
			last = ""
			s.now.show(made)
			if len(made.listed) <= small {
				unhurried.Reset(idle)
			}
		}
		outcome.Served = s.now.state().site != nil
		s.opts.Built(outcome)
	}
}

// build prepares a site and renders what has to be there at once. The site is
// nil where the report has failed or there is an error.
func (s *Server) build(ctx context.Context, today vi.Date) (made *site, report build.Report, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			made, report, err = nil, build.Report{}, stoppedShort(broken)
		}
	}()
	from, report, err := s.opts.Builder.Prepare(ctx, today)
	if err != nil || report.Failed() {
		return nil, report, err
	}
	if made, err = s.newSite(from); err != nil {
		return nil, report, err
	}
	s.hugo <- struct{}{}
	defer func() { <-s.hugo }()
	pages, problems, err := made.make(ctx, s.atOnce(made))
	report.Pages = pages
	report.Problems = portal.SortProblems(slices.Concat(report.Problems, problems))
	return made, report, err
}

// atOnce are the parts that a browser shows. The rest is cheap where there are
// few records; where nobody looks it proves that Hugo can render at all.
func (s *Server) atOnce(made *site) []part {
	parts := map[part]bool{}
	for _, name := range s.seen.names() {
		if p, any := made.partOf(name); any && p != reuse {
			parts[p] = true
		}
	}
	if len(parts) == 0 || len(made.listed) <= small {
		parts[rest] = true
	}
	return slices.Sorted(maps.Keys(parts))
}

// completeSite renders all that is served. What is wrong with a page that nobody
// has asked for yet is shown on every page.
func (s *Server) completeSite(ctx context.Context) {
	now := s.now.state()
	begun := time.Now()
	s.hugo <- struct{}{}
	pages, problems, err := now.site.make(ctx, now.site.parts())
	<-s.hugo
	var panel template.HTML
	switch {
	case ctx.Err() != nil || err == nil && len(problems) == 0:
		return
	case err != nil:
		panel = s.machinePanel(err, current)
	default:
		panel = s.contentPanel(problems, nil, current)
	}
	s.now.next(now.site, panel)
	s.opts.Built(Outcome{Report: build.Report{Problems: problems, Pages: pages}, Err: err, Took: time.Since(begun), Served: true})
}

// older tells what lies below a panel of what stopped a build.
func (s *Server) older() below {
	if s.now.state().site == nil {
		return nothing
	}
	return before
}
