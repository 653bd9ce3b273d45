package serve_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"time"
)

// edited is the plan of the reference portal that is edited and copied.
const edited = "content/ke-hoach/ba-nhat-xa-hung-nguyen-2026"

// BenchmarkSavedEdit measures from the writing of a plan's file to the event in
// the browser that shows the plan, and the answer with its page. The quiet after
// a save (40 ms) is part of it.
func BenchmarkSavedEdit(b *testing.B) {
	for _, copies := range []int{0, 1000} {
		b.Run(fmt.Sprintf("copies=%d", copies), func(b *testing.B) {
			site := referencePortal(b)
			site.addPlans(copies)
			s := start(site, site.builder())
			if outcome := next(b, s.outcomes); outcome.Report.Failed() || outcome.Err != nil {
				b.Fatal(outcome)
			}
			page := "/ke-hoach/" + path.Base(edited) + "/"
			events := s.eventsAt(page)
			next(b, events)
			file, old := edited+"/index.md", `abstract: "`
			text := site.read(file)
			var build time.Duration
			turn := 0
			for b.Loop() {
				turn++
				mark := fmt.Sprintf("lần %d của", turn)
				site.write(file, strings.Replace(text, old, old+mark+" ", 1))
				next(b, events)
				s.want(page, mark)
				build += next(b, s.outcomes).Took
			}
			b.ReportMetric(float64(build.Milliseconds())/float64(turn), "build-ms/op")
		})
	}
}

// referencePortal is a copy of this repository's own portal.
func referencePortal(t testing.TB) folder {
	t.Helper()
	site := folder{t, t.TempDir()}
	root := os.DirFS("../..")
	for _, top := range []string{"config.toml", "content", "data"} {
		err := fs.WalkDir(root, top, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			text, err := fs.ReadFile(root, name)
			site.write(name, string(text))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return site
}

// addPlans writes copies of the edited plan, each with units of its own.
func (f folder) addPlans(copies int) {
	f.Helper()
	const code = "18001" // of the plan's commune, in the ids of all its units
	units := f.read("data/units.yaml")
	var own strings.Builder
	for _, unit := range strings.Split(units, "\n- ")[1:] {
		if first, _, _ := strings.Cut(unit, "\n"); strings.Contains(first, code) {
			own.WriteString("\n- " + unit)
		}
	}
	all := strings.TrimRight(units, "\n")
	entries, err := os.ReadDir(f.path(edited))
	if err != nil {
		f.Fatal(err)
	}
	for i := range copies {
		other := fmt.Sprint(30000 + i)
		all += strings.TrimRight(strings.ReplaceAll(own.String(), code, other), "\n")
		for _, entry := range entries {
			name := entry.Name()
			f.write(fmt.Sprintf("content/ke-hoach/ke-hoach-%d/%s", i, name), strings.ReplaceAll(f.read(edited+"/"+name), code, other))
		}
	}
	if copies > 0 {
		f.write("data/units.yaml", all+"\n")
	}
}
