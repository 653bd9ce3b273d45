package main

import "github.com/spf13/cobra"

func serveCommand(p *program) *cobra.Command {
	return &cobra.Command{Use: "serve", Short: p.say.words("serve")}
}
