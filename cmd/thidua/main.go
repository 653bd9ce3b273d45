// Command thidua turns the emulation plans of communes and provinces into a
// public portal.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"thidua/internal/build"
	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/publish"
	"thidua/internal/seal"
	"thidua/internal/vi"
)

// Exit statuses.
const (
	done    = 0
	content = 1 // the content has errors; nothing was published
	usage   = 2
	machine = 3 // the machine failed: disk, port, …
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the whole program; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends the program at once
	say := speak(args, os.Getenv("THIDUA_LANG"))
	root := command(&program{say: say, stdout: stdout, stderr: stderr, today: vi.DateOf(time.Now())})
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err != nil && !errors.Is(err, errContent) {
		fmt.Fprintln(stderr, say.words("trouble", explain(say, err)))
	}
	return status(err)
}

// errContent says that problems were found, and have been told.
var errContent = errors.New("the content has errors")

// errUsage says that the command line is wrong.
type errUsage struct{ error }

func (e errUsage) Unwrap() error { return e.error }

func status(err error) int {
	var wrong errUsage
	switch {
	case err == nil:
		return done
	case errors.Is(err, errContent):
		return content
	case errors.As(err, &wrong), errors.Is(err, build.ErrNoSite), errors.Is(err, build.ErrOutput), errors.Is(err, publish.ErrNotOurs):
		return usage
	}
	return machine
}

// explain says in the editor's language what the common troubles of a machine
// are, and what to do; others speak for themselves.
func explain(say speaker, err error) string {
	for _, known := range []struct {
		err error
		key string
	}{
		{build.ErrNoSite, "no-site"},
		{build.ErrOutput, "bad-output"},
		{publish.ErrLocked, "locked"},
		{publish.ErrNotOurs, "not-ours"},
		{seal.ErrBusy, "lock-busy"},
		{seal.ErrChanged, "lock-changed"},
		{context.Canceled, "stopped"},
		{syscall.EADDRINUSE, "port-taken"},
		{syscall.ENOSPC, "disk-full"},
		{fs.ErrPermission, "no-permission"},
	} {
		if errors.Is(err, known.err) {
			return say.words(known.key, err.Error())
		}
	}
	return err.Error()
}

// A program is what all commands share.
type program struct {
	say            speaker
	stdout, stderr io.Writer
	today          vi.Date
	source         string
	todayFlag      string
}

// command is the tree of commands.
func command(p *program) *cobra.Command {
	root := &cobra.Command{
		Use: "thidua", Short: p.say.words("root"), SilenceUsage: true, SilenceErrors: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "help" {
				return cmd.Help()
			}
			var known []string
			for _, sub := range cmd.Commands() {
				known = append(known, sub.Name())
			}
			if near := portal.Nearest(strings.ToLower(args[0]), known); near != "" {
				return errUsage{errors.New(p.say.words("misspelt-command", args[0], near))}
			}
			return errUsage{errors.New(p.say.words("unknown-command", args[0]))}
		},
		Args: cobra.ArbitraryArgs,
	}
	root.PersistentFlags().String("lang", string(p.say.language), p.say.words("flag-lang"))
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return errUsage{errors.New(p.say.words("bad-flag", err, cmd.CommandPath()))}
	})
	cobra.AddTemplateFunc("flags", p.flagUsages)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetUsageTemplate(p.say.words("usage-template"))
	root.SetHelpCommand(&cobra.Command{Hidden: true})
	root.AddCommand(buildCommand(p), checkCommand(p), serveCommand(p), newCommand(p), importCommand(p), lockCommand(p), versionCommand(p))
	for _, sub := range root.Commands() {
		sub.InitDefaultHelpFlag()
		sub.DisableFlagsInUseLine = true
		sub.Flags().Lookup("help").Usage = p.say.words("flag-help")
		sub.Args = inUsage(p, sub.Args)
	}
	root.InitDefaultHelpFlag()
	root.Flags().Lookup("help").Usage = p.say.words("flag-help")
	return root
}

// flagUsages lists flags in the editor's language.
func (p *program) flagUsages(flags *pflag.FlagSet) string {
	return strings.ReplaceAll(strings.TrimRight(flags.FlagUsages(), "\n"), "(default ", p.say.words("default"))
}

// inUsage makes wrong arguments a fault of usage.
func inUsage(p *program, check cobra.PositionalArgs) cobra.PositionalArgs {
	if check == nil {
		check = cobra.NoArgs
	}
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return errUsage{errors.New(p.say.words("bad-arguments", cmd.UseLine()))}
		}
		return nil
	}
}

// siteFlags are those of every command that reads a site.
func (p *program) siteFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.source, "source", ".", p.say.words("flag-source"))
}

// cacheDir is where pictures made small are kept from one build to the next,
// outside the site; empty where the user has no such place. It may be removed at
// any time.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "thidua")
}

func (p *program) todayFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.todayFlag, "today", "", p.say.words("flag-today"))
}

// setToday takes the day from the flag where it is given.
func (p *program) setToday() error {
	if p.todayFlag == "" {
		return nil
	}
	day, err := vi.ParseDate(p.todayFlag)
	if err != nil || !day.Full() {
		return errUsage{errors.New(p.say.words("bad-today", p.todayFlag))}
	}
	p.today = day
	return nil
}

// tell prints the problems that were found.
func (p *program) tell(report build.Report) error {
	return check.WriteText(p.stderr, report.Problems, p.say.language, isTerminal(p.stderr))
}
