package check_test

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"thidua/internal/check"
	"thidua/internal/load"
	"thidua/internal/portal"
)

// Units one above the other, or in a ring, are looked at in a time that grows
// with their number and not with its square.
func TestLongLineagesAreCheckedSoon(t *testing.T) {
	const n = 40_000
	for _, test := range []struct {
		name string
		last string // what stands above the last one
		want int    // units in a ring
	}{
		{"a chain", "", 0},
		{"a ring", ", parent: nhom-0", n},
		{"a chain that leads to a ring", fmt.Sprintf(", parent: nhom-%d", n-2), 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			var units bytes.Buffer
			for i := range n - 1 {
				fmt.Fprintf(&units, "- {id: nhom-%d, name: N, kind: group, parent: nhom-%d}\n", i, i+1)
			}
			fmt.Fprintf(&units, "- {id: nhom-%d, name: N, kind: group%s}\n", n-1, test.last)
			p, problems, err := load.New(fstest.MapFS{"data/units.yaml": {Data: units.Bytes()}}).Load(t.Context())
			if err != nil || len(problems) > 0 {
				t.Fatal(problems, err)
			}
			began := time.Now()
			rings := 0
			for _, p := range check.Run(p, today) {
				if p.Rule == "circle-unit" {
					rings++
				}
			}
			if took := time.Since(began); rings != test.want || took > 20*time.Second {
				t.Errorf("%d in a ring, want %d, in %s", rings, test.want, took)
			}
			if p.Validity(p.Unit("nhom-0")) != (portal.Span{}) {
				t.Error("a time from nowhere")
			}
		})
	}
}
