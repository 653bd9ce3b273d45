package main

import "github.com/spf13/cobra"

func newCommand(p *program) *cobra.Command {
	return &cobra.Command{Use: "new", Short: p.say.words("new")}
}
