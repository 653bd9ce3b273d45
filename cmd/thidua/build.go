package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"thidua/internal/build"
	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/publish"
)

func buildCommand(p *program) *cobra.Command {
	var output, baseURL string
	var drafts, noSample, offline bool
	cmd := &cobra.Command{
		Use: "build", Short: p.say.words("build"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := p.setToday(); err != nil {
				return err
			}
			if baseURL != "" && !build.IsWebAddress(baseURL) {
				return errUsage{errors.New(p.say.words("bad-base-url", baseURL))}
			}
			if !filepath.IsAbs(output) && !cmd.Flags().Changed("output") {
				output = filepath.Join(p.source, output)
			}
			begun := time.Now()
			watch := p.progress()
			builder, err := build.New(build.Options{
				Source: p.source, Cache: cacheDir(), BaseURL: baseURL, Today: p.today,
				Audience: portal.Audience{Drafts: drafts, Samples: !noSample}, Progress: watch.show,
			})
			if err != nil {
				return err
			}
			defer builder.Close()
			report, summary, err := builder.Publish(cmd.Context(), output, publish.Options{Offline: offline})
			watch.end()
			if err != nil {
				return err
			}
			if err := p.tell(report); err != nil {
				return err
			}
			if report.Failed() {
				fmt.Fprintln(p.stdout, p.say.words("not-built", check.Tally(report.Problems, p.say.language)))
				return errContent
			}
			fmt.Fprintln(p.stdout, p.say.words("built", output, summary.Pages, p.seconds(time.Since(begun)), check.Tally(report.Problems, p.say.language)))
			return nil
		},
	}
	p.siteFlags(cmd)
	p.todayFlags(cmd)
	cmd.Flags().StringVar(&output, "output", "public", p.say.words("flag-output"))
	cmd.Flags().StringVar(&baseURL, "base-url", "", p.say.words("flag-base-url"))
	cmd.Flags().BoolVar(&drafts, "drafts", false, p.say.words("flag-drafts"))
	cmd.Flags().BoolVar(&noSample, "no-sample", false, p.say.words("flag-no-sample"))
	cmd.Flags().BoolVar(&offline, "offline", false, p.say.words("flag-offline"))
	return cmd
}

// seconds writes a time with one decimal.
func (p *program) seconds(d time.Duration) string {
	tenths := d.Milliseconds() / 100
	return fmt.Sprintf("%d%s%d", tenths/10, p.say.words("decimal-mark"), tenths%10)
}
