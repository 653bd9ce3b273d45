package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"reflect"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"thidua/internal/build"
	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/serve"
	"thidua/internal/vi"
)

func serveCommand(p *program) *cobra.Command {
	var addr string
	var drafts, noSample bool
	cmd := &cobra.Command{
		Use: "serve", Short: p.say.words("serve"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := p.setToday(); err != nil {
				return err
			}
			watch := p.progress()
			builder, err := build.New(build.Options{
				Source: p.source, Cache: cacheDir(), Today: p.today,
				Audience: portal.Audience{Drafts: drafts, Samples: !noSample}, Progress: watch.show,
			})
			if err != nil {
				return err
			}
			defer builder.Close()
			listener, err := p.listen(addr)
			if err != nil {
				return err
			}
			defer listener.Close()
			tell := rebuilds{program: p, watch: watch}
			server, err := serve.New(serve.Options{
				Builder: serve.Using(builder), Source: p.source, Today: p.day, Language: p.say.language,
				Explain: func(err error) string { return explain(p.say, err) },
				Built:   tell.built,
				Polling: func(err error) { fmt.Fprintln(p.stderr, p.say.words("polling", err)) },
			})
			if err != nil {
				return err
			}
			return server.Run(cmd.Context(), listener)
		},
	}
	p.siteFlags(cmd)
	p.todayFlags(cmd)
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:1313", p.say.words("flag-addr"))
	cmd.Flags().BoolVar(&drafts, "drafts", false, p.say.words("flag-drafts"))
	cmd.Flags().BoolVar(&noSample, "no-sample", false, p.say.words("flag-no-sample"))
	return cmd
}

// day is today: by the flag, or by the clock, which may have passed midnight
// since the program began.
func (p *program) day() vi.Date {
	if p.todayFlag != "" {
		return p.today
	}
	return vi.DateOf(time.Now())
}

// listen opens the address and says where to look, before the first build.
func (p *program) listen(addr string) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	var unknown *net.DNSError
	var malformed *net.AddrError
	if errors.As(err, &unknown) || errors.As(err, &malformed) || errors.Is(err, syscall.EADDRNOTAVAIL) {
		return nil, errUsage{errors.New(p.say.words("bad-addr", addr))}
	}
	if err != nil {
		return nil, err
	}
	at, err := netip.ParseAddrPort(listener.Addr().String())
	if err != nil {
		return nil, errors.Join(fmt.Errorf("listen on %s: %w", addr, err), listener.Close())
	}
	shown := at.String()
	if at.Addr().IsUnspecified() {
		shown = fmt.Sprintf("localhost:%d", at.Port())
	}
	fmt.Fprintln(p.stdout, p.say.words("serving", shown))
	if !at.Addr().Unmap().IsLoopback() {
		fmt.Fprintln(p.stderr, p.say.words("seen-from-network", at))
	}
	return listener, nil
}

// rebuilds tells on the terminal what came of each build.
type rebuilds struct {
	*program
	watch *watch
	told  []portal.Problem
}

func (r *rebuilds) built(outcome serve.Outcome) {
	r.watch.end()
	report := outcome.Report
	// Warnings that were there before the save are not news.
	if report.Failed() || !reflect.DeepEqual(report.Problems, r.told) {
		_ = r.tell(report)
	}
	r.told = report.Problems
	tally := check.Tally(report.Problems, r.say.language)
	switch {
	case outcome.Err != nil:
		fmt.Fprintln(r.stderr, r.say.words("rebuild-stopped", explain(r.say, outcome.Err)))
	case report.Failed() && outcome.Served:
		fmt.Fprintln(r.stdout, r.say.words("rebuilt-bad", tally))
	case report.Failed():
		fmt.Fprintln(r.stdout, r.say.words("rebuilt-none", tally))
	default:
		fmt.Fprintln(r.stdout, r.say.words("rebuilt", report.Pages, r.seconds(outcome.Took), tally))
	}
}
