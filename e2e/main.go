// Command e2e looks at the built reference portal with a real browser. Its
// tests are the promises, one a file; the command itself takes pictures and
// measures.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
)

const usage = `e2e: run it in the root of the repository
  e2e shots [FOLDER]   picture of every template (.cache/shots)
  e2e lighthouse       measure with Lighthouse
  e2e missing          name the tools without which tests are skipped
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	switch {
	case len(args) == 1 && args[0] == "missing":
		tell(os.Stderr)
		return nil
	case len(args) == 1 && args[0] == "shots":
		return shots(ctx, ".cache/shots")
	case len(args) == 2 && args[0] == "shots":
		return shots(ctx, args[1])
	case len(args) == 1 && args[0] == "lighthouse":
		return measure(ctx)
	}
	fmt.Fprint(os.Stderr, usage)
	os.Exit(2)
	return nil
}

// served builds the portal into a folder of its own and serves it.
func served(ctx context.Context) (site Site, end func(), err error) {
	dir, err := os.MkdirTemp("", "thidua-e2e-")
	if err != nil {
		return site, nil, err
	}
	remove := func() { os.RemoveAll(dir) }
	site, err = Build(ctx, root, dir)
	if err != nil {
		remove()
		return site, nil, err
	}
	stop, err := site.Serve()
	if err != nil {
		remove()
		return site, nil, err
	}
	return site, func() { stop(); remove() }, nil
}
