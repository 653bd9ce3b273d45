package load_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"thidua/internal/load"
	"thidua/internal/portal"
)

var update = flag.Bool("update", false, "write the golden files anew")

// site is a small site whose files are written one below the other.
func site(archive string) fstest.MapFS {
	files := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// read loads a site and gives its problems in their order, one a line.
func read(t testing.TB, root fs.FS) (*portal.Portal, []string) {
	t.Helper()
	p, problems, err := load.New(root).Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return p, told(problems)
}

func told(problems []portal.Problem) (lines []string) {
	for _, p := range portal.SortProblems(problems) {
		line := fmt.Sprintf("%s %s", p.Pos, p.Rule)
		for _, arg := range p.Args {
			line += fmt.Sprintf(" “%v”", arg)
		}
		lines = append(lines, line)
	}
	return lines
}

// golden holds got against a file, or writes the file where -update asks so.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
