package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thidua/internal/build"
	"thidua/internal/portal"
	"thidua/internal/vi"
)

func lockCommand(p *program) *cobra.Command {
	cmd := &cobra.Command{
		Use: p.say.words("lock-use"), Short: p.say.words("lock"), Long: p.say.words("lock-long"), Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := p.setToday(); err != nil {
				return err
			}
			return p.lock(cmd.Context(), args[0], args[1])
		},
	}
	p.siteFlags(cmd)
	p.todayFlags(cmd)
	return cmd
}

// lock seals the report of a unit and a period.
func (p *program) lock(ctx context.Context, unit, name string) error {
	period, err := vi.ParsePeriod(name)
	if wrong := new(vi.PeriodError); errors.As(err, &wrong) {
		better := wrong.Suggest
		if better == "" {
			better = "2026-Q3"
		}
		return errUsage{errors.New(p.say.words("bad-name", name, better))}
	}
	if !vi.IsSlug(unit) {
		return errUsage{errors.New(p.say.words("bad-name", unit, "xa-hung-nguyen-18001"))}
	}
	builder, err := build.New(build.Options{Source: p.source, Today: p.today})
	if err != nil {
		return err
	}
	defer builder.Close()
	site, found, err := builder.Check(ctx)
	if err != nil {
		return err
	}
	id := unit + "/" + period.String()
	folder := path.Join("content", portal.ReportKind.Folder, id)
	found.Problems = slices.DeleteFunc(found.Problems, func(problem portal.Problem) bool {
		return !strings.HasPrefix(problem.Pos.File, folder+"/") || problem.Level() == portal.Note
	})
	if err := p.tell(found); err != nil {
		return err
	}
	report := site.Report(id)
	if found.Failed() || report != nil && !p.lockable(site, report) {
		if found.Failed() {
			fmt.Fprintln(p.stdout, p.say.words("lock-errors", id))
		}
		return errContent
	}
	if report == nil {
		return errUsage{errors.New(p.say.words("lock-nothing", folder+"/index.md", p.nearestReport(site, id)))}
	}
	entry, news := report.Seal(p.today, site.Owners().PlanOf(report))
	if !news {
		fmt.Fprintln(p.stdout, p.say.words("lock-same", id, entry.Version-1, report.Sealed().LockedOn.Short()))
		return nil
	}
	var after []byte
	if last := report.Sealed(); last != nil {
		after = last.Line()
	}
	ledger := path.Join(folder, portal.LedgerFile)
	if err := builder.Seal(ledger, after, entry.Line()); err != nil {
		return err
	}
	fmt.Fprintln(p.stdout, p.say.words("lock-done", id, entry.Version, len(entry.Rows), len(entry.Corrections), ledger, entry.SHA256))
	return nil
}

// lockable says why a report cannot be sealed, where that is no error of its
// files: it is not public, a day of it is still to come, or what its rows are
// held against cannot be read.
func (p *program) lockable(site *portal.Portal, report *portal.Report) bool {
	refuse := func(key string, args ...any) bool {
		fmt.Fprintln(p.stderr, p.say.words("trouble", p.say.words(key, append([]any{report.ID}, args...)...)))
		return false
	}
	unread := slices.IndexFunc(site.Unread, func(file string) bool {
		return strings.HasPrefix(file, "data/units") || strings.HasPrefix(file, "content/"+portal.PlanKind.Folder+"/")
	})
	type told struct {
		field string
		day   vi.Date
	}
	days := []told{{"period", report.Period.First()}, {"submitted_on", report.SubmittedOn}, {"approved_on", report.ApprovedOn}}
	for _, correction := range report.Corrections {
		days = append(days, told{"corrections", correction.Date})
	}
	if last := report.Sealed(); last != nil {
		days = append(days, told{portal.LedgerFile, last.LockedOn})
	}
	switch {
	case !report.Status.Public():
		return refuse("lock-unpublished", string(report.Status))
	case unread >= 0:
		return refuse("lock-unread", site.Unread[unread])
	}
	for _, of := range days {
		if of.day.After(p.today) {
			return refuse("lock-future", of.field, of.day.Short(), p.today.Short())
		}
	}
	return true
}

// nearestReport is the report that was probably meant, as it is named here.
func (p *program) nearestReport(site *portal.Portal, id string) string {
	var known []string
	for _, report := range site.Reports {
		known = append(known, report.ID)
	}
	near := portal.Nearest(id, known)
	if near == "" {
		return p.command("new", p.source) + " result " + id
	}
	return p.command("lock", p.source) + " " + strings.Replace(near, "/", " ", 1)
}
