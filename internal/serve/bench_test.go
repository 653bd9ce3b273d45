package serve_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// BenchmarkSavedEdit measures from the writing of a file to the event in the
// browser. The quiet after a save (40 ms) is part of it. Pages that list all
// plans of a movement show where few movements have many plans.
func BenchmarkSavedEdit(b *testing.B) {
	for _, size := range []struct{ plans, movements int }{{1, 1}, {300, 1}, {1000, 50}} {
		b.Run(fmt.Sprintf("plans=%d,movements=%d", size.plans, size.movements), func(b *testing.B) {
			site := smallSite(b)
			site.addPlans(size.plans-1, size.movements)
			s := start(site, site.builder())
			if outcome := next(b, s.outcomes); outcome.Report.Failed() || outcome.Err != nil {
				b.Fatal(outcome)
			}
			events := s.events()
			next(b, events)
			file := planFolder + "/index.md"
			text := site.read(file)
			var build time.Duration
			turn := 0
			for b.Loop() {
				turn++
				site.write(file, strings.Replace(text, "lần thứ nhất", fmt.Sprintf("lần thứ %d", turn), 1))
				next(b, events)
				build += next(b, s.outcomes).Took
			}
			b.ReportMetric(float64(build.Milliseconds())/float64(turn), "build-ms/op")
			s.want(planPage, fmt.Sprintf("lần thứ %d", turn))
		})
	}
}

// addPlans writes plans with their targets, of so many movements and communes.
func (f folder) addPlans(plans, movements int) {
	f.Helper()
	units, plan := f.read("data/units.yaml"), f.read(planFolder+"/index.md")
	movement, targets := f.read("content/phong-trao/minh-hoa/index.md"), f.read(planFolder+"/targets.yaml")
	all := units
	for i := range movements {
		all += strings.ReplaceAll(units, "minh-hoa-1-m01", fmt.Sprintf("minh-hoa-1-m%d", 100+i))
		f.write(fmt.Sprintf("content/phong-trao/minh-hoa-%d/index.md", i), movement)
	}
	f.write("data/units.yaml", all)
	for i := range plans {
		change := strings.NewReplacer("m01", fmt.Sprintf("m%d", 100+i%movements),
			"movement: minh-hoa", fmt.Sprintf("movement: minh-hoa-%d", i%movements),
			"lần thứ nhất", fmt.Sprintf("số %d", i))
		folder := fmt.Sprintf("content/ke-hoach/minh-hoa-%d", i)
		f.write(folder+"/index.md", change.Replace(plan))
		f.write(folder+"/targets.yaml", change.Replace(targets))
	}
}
