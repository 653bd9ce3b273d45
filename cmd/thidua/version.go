package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is the release this program was built as.
const version = "0.1.0-dev"

func versionCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: p.say.words("version"),
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintln(p.stdout, "thidua", version)
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, module := range info.Deps {
					if module.Path == "github.com/gohugoio/hugo" {
						fmt.Fprintln(p.stdout, "hugo", module.Version, info.GoVersion)
					}
				}
			}
			return nil
		},
	}
}
