package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"thidua/internal/build"
	"thidua/internal/check"
)

func checkCommand(p *program) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use: "check", Short: p.say.words("check"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if format != "text" && format != "json" {
				return errUsage{errors.New(p.say.words("bad-format", format))}
			}
			if err := p.setToday(); err != nil {
				return err
			}
			builder, err := build.New(build.Options{Source: p.source, Today: p.today})
			if err != nil {
				return err
			}
			defer builder.Close()
			_, report, err := builder.Check(cmd.Context())
			if err != nil {
				return err
			}
			if format == "json" {
				err = check.WriteJSON(p.stdout, report.Problems, p.say.language)
			} else if err = p.tell(report); err == nil {
				fmt.Fprintln(p.stdout, p.say.words("checked", report.Records, check.Tally(report.Problems, p.say.language)))
			}
			if err == nil && report.Failed() {
				err = errContent
			}
			return err
		},
	}
	p.siteFlags(cmd)
	p.todayFlags(cmd)
	cmd.Flags().StringVar(&format, "format", "text", p.say.words("flag-format"))
	return cmd
}
