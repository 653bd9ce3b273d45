package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"thidua/internal/build"
	"thidua/internal/check"
)

// mostImport is more than any form or table has; what is larger is refused for
// its size by those who read it.
const mostImport = 51 << 20

func importCommand(p *program) *cobra.Command {
	var as string
	var replace bool
	cmd := &cobra.Command{
		Use: p.say.words("import-use"), Short: p.say.words("import"), Long: p.say.words("import-long"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			builder, err := build.New(build.Options{Source: p.source, Today: p.today})
			if err != nil {
				return err
			}
			defer builder.Close()
			data, err := readFile(args[0])
			if errors.Is(err, fs.ErrNotExist) {
				return errUsage{errors.New(p.say.words("no-file", args[0]))}
			} else if err != nil {
				return err
			}
			imported, err := builder.Import(cmd.Context(), build.Handover{File: args[0], Data: data, As: as, Replace: replace})
			if err != nil {
				return err
			}
			if err := check.WriteText(p.stderr, imported.Problems, p.say.language, isTerminal(p.stderr)); err != nil {
				return err
			}
			if imported.Failed() {
				fmt.Fprintln(p.stdout, p.say.words("not-imported", args[0], check.Tally(imported.Problems, p.say.language)))
				return errContent
			}
			for _, name := range imported.Written {
				fmt.Fprintln(p.stdout, p.say.words("imported-file", filepath.Join(p.source, filepath.FromSlash(name))))
			}
			if imported.Rows > 0 {
				fmt.Fprintln(p.stdout, p.say.words("imported-rows", imported.Rows, args[0]))
			}
			if imported.Reset {
				fmt.Fprintln(p.stdout, p.say.words("imported-reset"))
			}
			if imported.Public {
				fmt.Fprintln(p.stdout, p.say.words("imported-public"))
			}
			fmt.Fprintln(p.stdout, p.say.words("imported-next", p.command("check", p.source)))
			return nil
		},
	}
	p.siteFlags(cmd)
	cmd.Flags().StringVar(&as, "as", "", p.say.words("flag-as"))
	cmd.Flags().BoolVar(&replace, "replace", false, p.say.words("flag-replace"))
	return cmd
}

// readFile reads a file that somebody sent, as far as it can be a form.
func readFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, mostImport))
}
