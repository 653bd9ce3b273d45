//go:build unix

// Command bench measures what the program costs by the number of plans:
//
//	go run ./bench -plans 100,1000,10000
//
// With -peer it builds the same plans with plain Hugo too, run by run in turn.
// See bench/README.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"thidua/bench/gen/country"
)

// A bench is what one call of the command measures.
type bench struct {
	sizes  []int
	seed   uint64
	runs   int
	render int // so many plans at most have all their pages rendered
	sample int // of pages, where there are more plans
	cache  string
	// profile is a folder for CPU profiles of the stages, or empty.
	profile string
	notes   []string // below the figures
	said    strings.Builder
}

func main() {
	if len(os.Args) == 3 && os.Args[1] == stagesCommand {
		exit(measureStages(os.Args[2]))
	}
	var b bench
	sizes := flag.String("plans", "100,1000,10000", "numbers of plans to measure")
	peer := flag.Bool("peer", false, "measure plain Hugo beside the whole build, instead of the stages")
	record := flag.String("record", "", "write the results into this file, too")
	limit := flag.Duration("limit", time.Hour, "end after this time and say what was not measured")
	flag.Uint64Var(&b.seed, "seed", 1, "the country to measure with")
	flag.IntVar(&b.runs, "runs", 3, "runs of each measurement, of which the median is told; one where only a sample is rendered")
	flag.IntVar(&b.render, "render", 1000, "up to this number of plans render every page and run the whole build; of more plans render a sample")
	flag.IntVar(&b.sample, "sample", 2000, "pages in that sample")
	flag.StringVar(&b.cache, "cache", ".cache/bench", "the folder of generated sites and of what is built")
	flag.StringVar(&b.profile, "profile", "", "write a CPU profile of each stage into this folder")
	flag.Parse()
	var err error
	if b.sizes, err = numbers(*sizes); err != nil || flag.NArg() > 0 || b.runs < 1 || b.sample < 1 {
		flag.Usage()
		os.Exit(2)
	}
	if b.cache, err = filepath.Abs(b.cache); err != nil {
		exit(err)
	}
	ctx, stop := context.WithTimeout(context.Background(), *limit)
	defer stop()
	measure := b.stages
	if *peer {
		measure = b.peer
	}
	err = measure(ctx)
	fmt.Print(b.said.String())
	if *record != "" {
		err = errors.Join(err, os.WriteFile(*record, []byte(b.said.String()), 0o644))
	}
	exit(err)
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func numbers(text string) (list []int, err error) {
	for part := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil {
			return nil, err
		}
		list = append(list, n)
	}
	return list, nil
}

// say adds a line to the results.
func (b *bench) say(form string, args ...any) { fmt.Fprintf(&b.said, form+"\n", args...) }

// note tells whoever waits what is going on.
func note(form string, args ...any) { fmt.Fprintf(os.Stderr, form+"\n", args...) }

// site is the folder of a generated site, kept from one call to the next.
func (b *bench) site(plans int) (string, error) {
	dir := filepath.Join(b.cache, fmt.Sprintf("site-%s-%d-%d", country.Fingerprint(), b.seed, plans))
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	note("writing a site of %d plans", plans)
	unfinished := dir + ".unfinished"
	if err := os.RemoveAll(unfinished); err != nil {
		return "", err
	}
	if err := country.Write(unfinished, country.Options{Plans: plans, Seed: b.seed}); err != nil {
		return "", err
	}
	return dir, os.Rename(unfinished, dir)
}
