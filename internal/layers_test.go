package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "thidua"

// layers are the packages below internal/, from the bottom up. A package may
// import those of lower layers, never one of its own. A new package gets its
// place here first; the commands, and what measures them, stand above all.
var layers = [][]string{
	{"vi", "words"},
	{"table"},
	{"portal"},
	{"load", "check", "derive", "infographic", "render", "search", "reuse", "publish", "skeleton", "seal", "sheet"}, // the stages
	{"build"},
	{"serve", "edit"},
}

// stages is the layer that meets only in portal.
var stages = slices.IndexFunc(layers, func(names []string) bool { return slices.Contains(names, "load") })

// layerOf is the place of a package of ours, given below the module: "" is the
// theme, which stands at the bottom beside the schemas.
func layerOf(pkg string) (layer int, known bool) {
	inner, isInternal := strings.CutPrefix(pkg, "internal/")
	switch {
	case pkg == "" || pkg == "schema":
		return -1, true
	case strings.HasPrefix(pkg, "cmd/"), pkg == "e2e", pkg == "bench", strings.HasPrefix(pkg, "bench/"):
		return len(layers), true
	case !isInternal:
		return 0, false
	}
	top, _, _ := strings.Cut(inner, "/")
	for i, names := range layers {
		for _, name := range names {
			if name == top {
				return i, true
			}
		}
	}
	return 0, false
}

// layerRule names the rule that pkg, below the module, breaks by importing imp,
// or "".
func layerRule(pkg, imp string) string {
	for _, hugo := range []string{"github.com/gohugoio/", "github.com/bep/overlayfs", "github.com/bep/logg"} {
		if strings.HasPrefix(imp, hugo) && pkg != "internal/render" {
			return "only render knows Hugo"
		}
	}
	if strings.HasPrefix(imp, "github.com/xuri/excelize") && pkg != "internal/sheet" {
		return "only sheet knows Excel"
	}
	below, ours := strings.CutPrefix(imp+"/", module+"/")
	if below = strings.TrimSuffix(below, "/"); !ours || below == pkg || strings.HasPrefix(below, pkg+"/") {
		return ""
	}
	if pkg == "internal/publish" {
		return "publish knows nothing of what it publishes"
	}
	mine, known := layerOf(pkg)
	theirs, theirsKnown := layerOf(below)
	switch {
	case !known:
		return "this package has no layer"
	case !theirsKnown:
		return "what it imports has no layer"
	case theirs > mine:
		return "imports point down"
	case theirs == mine && theirs == stages:
		return "stages meet only in portal"
	case theirs == mine:
		return "packages of one layer do not know each other"
	}
	return ""
}

func TestLayers(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "public" || strings.HasPrefix(d.Name(), ".") && name != "..") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		seen++
		pkg := strings.TrimPrefix(path.Dir(strings.TrimPrefix(filepath.ToSlash(name), "../")), ".")
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imp, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if rule := layerRule(pkg, imp); rule != "" {
				t.Errorf("%s imports %s: %s", files.Position(spec.Pos()), imp, rule)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 50 {
		t.Errorf("only %d files were looked at", seen)
	}
}

// Every package below internal/ has its place among the layers.
func TestEveryPackageHasALayer(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if _, known := layerOf("internal/" + entry.Name()); entry.IsDir() && !known {
			t.Errorf("internal/%s has no layer", entry.Name())
		}
	}
}

func TestLayerRule(t *testing.T) {
	for _, test := range []struct {
		pkg, imp, want string
	}{
		{"cmd/thidua", "thidua/internal/build", ""},
		{"cmd/thidua", "thidua/internal/serve", ""},
		{"bench/gen", "thidua/bench/gen/country", ""},
		{"bench", "thidua/internal/build", ""},
		{"internal/build", "thidua/internal/load", ""},
		{"e2e", "thidua/internal/build", ""},
		{"internal/serve", "thidua/internal/build", ""},
		{"internal/serve", "thidua/internal/check", ""},
		{"internal/load", "thidua/internal/portal", ""},
		{"internal/load", "thidua/schema", ""},
		{"internal/load", "thidua/internal/load/part", ""},
		{"internal/render", "thidua", ""},
		{"internal/render", "github.com/gohugoio/hugo/hugolib", ""},
		{"internal/portal", "thidua/internal/vi", ""},
		{"internal/vi", "strings", ""},
		{"internal/table", "thidua/schema", ""},
		{"internal/load", "thidua/internal/table", ""},
		{"internal/table", "thidua/internal/portal", "imports point down"},
		{"internal/load", "thidua/internal/check", "stages meet only in portal"},
		{"internal/reuse", "thidua/internal/derive", "stages meet only in portal"},
		{"internal/load", "thidua/internal/build", "imports point down"},
		{"internal/build", "thidua/internal/serve", "imports point down"},
		{"internal/vi", "thidua/internal/portal", "imports point down"},
		{"internal/portal", "thidua/internal/load", "imports point down"},
		{"internal/serve", "thidua/internal/edit", "packages of one layer do not know each other"},
		{"schema", "thidua/internal/vi", "imports point down"},
		{"", "thidua/internal/vi", "imports point down"},
		{"internal/load", "thidua/bench/gen/country", "imports point down"},
		{"cmd/thidua", "thidua/bench", "packages of one layer do not know each other"},
		{"internal/publish", "thidua/internal/portal", "publish knows nothing of what it publishes"},
		{"internal/reuse", "github.com/gohugoio/hugo/common/herrors", "only render knows Hugo"},
		{"internal/build", "github.com/bep/overlayfs", "only render knows Hugo"},
		{"internal/reuse", "github.com/xuri/excelize/v2", "only sheet knows Excel"},
		{"internal/build", "thidua/internal/sheet", ""},
		{"internal/utils", "thidua/internal/vi", "this package has no layer"},
		{"internal/load", "thidua/internal/utils", "what it imports has no layer"},
	} {
		if got := layerRule(test.pkg, test.imp); got != test.want {
			t.Errorf("%s imports %s: %q, want %q", test.pkg, test.imp, got, test.want)
		}
	}
}
