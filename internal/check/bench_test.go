package check_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"thidua/internal/check"
	"thidua/internal/load"
	"thidua/internal/portal"
)

// many is the site of the tests with a thousand plans like its own, each with
// 40 targets, 12 deadlines and 30 tasks, and 3,000 units. Where it is broken,
// every target names a unit that is not there.
func many(b *testing.B, broken bool) *portal.Portal {
	b.Helper()
	files := site(b)
	repeat := func(text, id string, n int) []byte {
		var out bytes.Buffer
		for i := range n {
			row := strings.Replace(text, id, fmt.Sprintf("%s-%d", id, i), 1)
			if broken {
				row = strings.Replace(row, "owner: cong-an-xa-a-00001", fmt.Sprintf("owner: cong-an-xa-a-1%04d", i), 1)
			}
			out.WriteString(row)
		}
		return out.Bytes()
	}
	for i := range 1000 {
		folder := fmt.Sprintf("content/ke-hoach/cap-duoi-%d/", i)
		files[folder+"index.md"] = files[plan]
		files[folder+"targets.yaml"] = &fstest.MapFile{Data: repeat(string(files[targets].Data), "id: dung-han", 40)}
		files[folder+"deadlines.yaml"] = &fstest.MapFile{Data: repeat(string(files[deadlines].Data), "id: bao-cao", 12)}
		files[folder+"tasks.yaml"] = &fstest.MapFile{Data: repeat(string(files[tasks].Data), "id: viec-1", 30)}
	}
	var units bytes.Buffer
	for i := range 3000 {
		fmt.Fprintf(&units, "- {id: xa-so-%d-%05d, name: Xã %d, kind: commune, code: %05d}\n", i, 10_000+i, i, 10_000+i)
	}
	files["data/units/xa.yaml"] = &fstest.MapFile{Data: units.Bytes()}
	p, problems, err := load.New(files).Load(b.Context())
	if err != nil || len(problems) > 0 {
		b.Fatal(problems, err)
	}
	return p
}

func BenchmarkCheck(b *testing.B) {
	for _, broken := range []bool{false, true} {
		name := "sound"
		if broken {
			name = "40,000 misspelt"
		}
		b.Run(name, func(b *testing.B) {
			p := many(b, broken)
			b.ReportAllocs()
			for b.Loop() {
				if errors := check.Count(check.Run(p, today))[portal.Error]; errors > 0 != broken {
					b.Fatal(errors)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/plan")
		})
	}
}
