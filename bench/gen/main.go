// Command gen writes a site of an invented country with as many plans as
// wanted, all of them samples:
//
//	go run ./bench/gen -plans 1000 -out DIR
package main

import (
	"flag"
	"fmt"
	"os"

	"thidua/bench/gen/country"
)

func main() {
	plans := flag.Int("plans", 100, "how many plans")
	out := flag.String("out", "", "the folder to write, empty or not there yet")
	seed := flag.Uint64("seed", 1, "another seed is another country")
	flag.Parse()
	if *out == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := country.Write(*out, country.Options{Plans: *plans, Seed: *seed}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
