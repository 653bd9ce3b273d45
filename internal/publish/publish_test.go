package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// site is a small site: path and content of every file but the manifest.
type site map[string]string

func (s site) write(t testing.TB, dir string) {
	t.Helper()
	for name, content := range s {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// tree reads a folder back, manifest included. A missing folder is nil.
func tree(t testing.TB, dir string) site {
	t.Helper()
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	found := site{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		found[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func open(t testing.TB, output string) *Staging {
	t.Helper()
	s, err := Open(output)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Discard() })
	return s
}

// publish builds content into output and returns what is then there.
func publish(t testing.TB, output string, content site) site {
	t.Helper()
	s := open(t, output)
	content.write(t, s.Dir())
	if _, err := s.Publish(t.Context(), Options{}); err != nil {
		t.Fatal(err)
	}
	return tree(t, output)
}

// onlyLockBeside fails if anything but the output and its lock is left.
func onlyLockBeside(t testing.TB, output string) {
	t.Helper()
	beside, err := os.ReadDir(filepath.Dir(output))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range beside {
		if name := e.Name(); name != filepath.Base(output) && !strings.HasSuffix(name, ".thidua-lock") {
			t.Errorf("%s is left beside the output", name)
		}
	}
}

// bothWays runs a test with the exchange of this system and with two renames.
func bothWays(t *testing.T, test func(t *testing.T)) {
	t.Run("exchange", test)
	t.Run("two renames", func(t *testing.T) {
		defer func(was func(a, b string) error) { exchange = was }(exchange)
		exchange = func(a, b string) error { return errors.ErrUnsupported }
		test(t)
	})
}

func TestEachBuildReplacesTheWholeSite(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		output := filepath.Join(t.TempDir(), "new", "parent", "public")
		for _, content := range []site{
			{"index.html": "<p>một</p>", "ke-hoach/a/index.html": "<p>a</p>", "a.png": "\x89PNG"},
			{"index.html": "<p>hai</p>", "mo-hinh/index.html": "<p>b</p>"},
			{},
		} {
			got := publish(t, output, content)
			delete(got, ManifestPath)
			if diff := cmp.Diff(content, got); diff != "" {
				t.Error(diff)
			}
			onlyLockBeside(t, output)
		}
	})
}

func TestManifestListsEveryFileSortedByPath(t *testing.T) {
	output := filepath.Join(t.TempDir(), "public")
	s := open(t, output)
	site{"b/a.txt": "x", "b.txt": "", "a/index.html": "<p>a</p>\n", "b-c.txt": "y", "B2": "z"}.write(t, s.Dir())
	sum, err := s.Publish(t.Context(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Summary{Files: 5, Bytes: 11, Pages: 1}); sum != want {
		t.Errorf("got %+v, want %+v", sum, want)
	}
	got := tree(t, output)[ManifestPath]
	const begin = `{
  "schema": "thidua/v1/manifest",
  "files": [
    {
      "path": "B2",
      "size": 1,
      "sha256": "594e519ae499312b29433b7dd8a97ff068defcba9755b6d5d00e84c524d67b06"
    },
`
	if !strings.HasPrefix(got, begin) || !strings.HasSuffix(got, "]\n}\n") {
		t.Errorf("manifest is\n%s", got)
	}
	var m Manifest
	if err := json.Unmarshal([]byte(got), &m); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, f := range m.Files {
		paths = append(paths, f.Path)
	}
	if diff := cmp.Diff([]string{"B2", "a/index.html", "b-c.txt", "b.txt", "b/a.txt"}, paths); diff != "" {
		t.Error(diff)
	}
}

func TestManifestOfAnEmptySiteHasAnEmptyList(t *testing.T) {
	got := publish(t, filepath.Join(t.TempDir(), "public"), site{})
	if !strings.Contains(got[ManifestPath], `"files": []`) {
		t.Error(got[ManifestPath])
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	content := site{"index.html": page(5), "a.css": "a { b: c }", "b.js": "let a = 1;", "c.svg": "<svg> <g/> </svg>"}
	for i := range 40 {
		content[fmt.Sprintf("n/%d/index.json", i)] = fmt.Sprintf(`{"n": %d}`, i)
	}
	one := publish(t, filepath.Join(t.TempDir(), "public"), content)
	two := publish(t, filepath.Join(t.TempDir(), "site"), content)
	if diff := cmp.Diff(one, two); diff != "" {
		t.Error(diff)
	}
}

func TestASecondBuildIsRefusedWhileOneRuns(t *testing.T) {
	output := filepath.Join(t.TempDir(), "public")
	first := open(t, output)
	_, err := Open(output)
	var path *fs.PathError
	if !errors.Is(err, ErrLocked) || !errors.As(err, &path) {
		t.Fatalf("got %v, want ErrLocked", err)
	}
	if want := filepath.Join(filepath.Dir(output), ".public.thidua-lock"); path.Path != want {
		t.Errorf("the error names %s, want %s", path.Path, want)
	}
	open(t, filepath.Join(filepath.Dir(output), "other")) // has its own lock
	if err := first.Discard(); err != nil {
		t.Fatal(err)
	}
	open(t, output)
}

func TestOnlyAnEarlierBuildIsReplaced(t *testing.T) {
	for _, tc := range []struct {
		name    string
		prepare func(output string) error
		want    string // part of the error; none if empty
	}{
		{"nothing", func(string) error { return nil }, ""},
		{"an empty folder", func(o string) error { return os.Mkdir(o, 0o755) }, ""},
		{"somebody's folder", func(o string) error {
			return errors.Join(os.Mkdir(o, 0o755), os.WriteFile(filepath.Join(o, "thesis.doc"), nil, 0o644))
		}, "public: not empty, and not written by thidua"},
		{"a file", func(o string) error { return os.WriteFile(o, nil, 0o644) }, "public: not a folder but a file"},
		{"a link", func(o string) error { return os.Symlink(t.TempDir(), o) }, "public: not a folder but a symbolic link"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			output := filepath.Join(t.TempDir(), "public")
			if err := tc.prepare(output); err != nil {
				skipOnWindows(t, err)
			}
			s, err := Open(output)
			if tc.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				s.Discard()
				publish(t, output, site{"a": "b"})
				return
			}
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Fatalf("got %v, want …%s", err, tc.want)
			}
			if errors.Is(err, ErrNotOurs) != strings.Contains(tc.want, "not written by") {
				t.Errorf("errors.Is(%v, ErrNotOurs) is wrong", err)
			}
			onlyLockBeside(t, output)
		})
	}
}

func TestAFolderThatAppearsDuringTheBuildIsKept(t *testing.T) {
	output := filepath.Join(t.TempDir(), "public")
	s := open(t, output)
	site{"thesis.doc": "x"}.write(t, output)
	if _, err := s.Publish(t.Context(), Options{}); !errors.Is(err, ErrNotOurs) {
		t.Fatalf("got %v, want ErrNotOurs", err)
	}
	if diff := cmp.Diff(site{"thesis.doc": "x"}, tree(t, output)); diff != "" {
		t.Error(diff)
	}
}

func TestTheRootOfAFileSystemIsRefused(t *testing.T) {
	if _, err := beside(string(filepath.Separator)); err == nil {
		t.Error("want an error")
	}
}

// failures are sites that cannot be published, and what the error must say.
var failures = []struct {
	name    string
	content site
	prepare func(dir string) error
	want    string
}{
	{"paths that differ in case", site{"ảnh/A.png": "", "ảnh/a.png": ""}, nil, "ảnh/a.png: its path differs from ảnh/A.png only in case"},
	{"folders that differ in case", site{"Ảnh/a.png": "", "ảnh/b.png": ""}, nil, "only in case"},
	{"a link", nil, func(dir string) error { return os.Symlink("/etc/passwd", filepath.Join(dir, "x")) }, "x: not a file but a symbolic link"},
	{"a link to a folder", nil, func(dir string) error { return os.Symlink(dir, filepath.Join(dir, "x")) }, "x: not a file but a symbolic link"},
	{"a manifest", site{ManifestPath: "{}"}, nil, ManifestPath + ": only the build"},
	{"a name of other bytes", nil, func(dir string) error { return os.WriteFile(filepath.Join(dir, "a\xff"), nil, 0o644) }, "UTF-8"},
	{"broken JSON", site{"a/b.json": "[1,"}, nil, "minify a/b.json: unexpected end"},
	{"broken JSON-LD", site{"a/index.html": `<script type="application/ld+json">{"a":</script>`}, nil, "minify a/index.html: unexpected end"},
	{"a broken script", site{"a/b.js": "let ="}, nil, "minify a/b.js: "},
}

func TestAFailedBuildLeavesTheLastGoodSite(t *testing.T) {
	for _, tc := range failures {
		t.Run(tc.name, func(t *testing.T) {
			output := filepath.Join(t.TempDir(), "public")
			old := publish(t, output, site{"index.html": "old"})
			s := open(t, output)
			tc.content.write(t, s.Dir())
			if tc.prepare != nil {
				if err := tc.prepare(s.Dir()); err != nil {
					skipOnWindows(t, err)
				}
			}
			_, err := s.Publish(t.Context(), Options{})
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v, want …%s", err, tc.want)
			}
			if err != nil && strings.Contains(err.Error(), s.Dir()) {
				t.Errorf("%v: names a file of the staging folder", err)
			}
			if err := s.Discard(); err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(old, tree(t, output)); diff != "" {
				t.Error(diff)
			}
			onlyLockBeside(t, output)
		})
	}
}

func TestACancelledBuildLeavesTheLastGoodSite(t *testing.T) {
	for _, at := range []string{"staged", "finished", "listed", "flushed"} {
		t.Run(at, func(t *testing.T) {
			output := filepath.Join(t.TempDir(), "public")
			old := publish(t, output, site{"index.html": "old"})
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			atStep(t, func(name string) {
				if name == at {
					cancel()
				}
			})
			s := open(t, output)
			site{"index.html": "new"}.write(t, s.Dir())
			if _, err := s.Publish(ctx, Options{}); !errors.Is(err, context.Canceled) {
				t.Errorf("got %v, want context.Canceled", err)
			}
			s.Discard()
			if diff := cmp.Diff(old, tree(t, output)); diff != "" {
				t.Error(diff)
			}
			onlyLockBeside(t, output)
		})
	}
}

func TestASecondRenameThatFailsPutsTheOldSiteBack(t *testing.T) {
	defer func(was func(a, b string) error) { exchange = was }(exchange)
	exchange = func(a, b string) error { return errors.ErrUnsupported }
	output := filepath.Join(t.TempDir(), "public")
	old := publish(t, output, site{"index.html": "old"})
	s := open(t, output)
	atStep(t, func(name string) {
		if name == "aside" {
			os.RemoveAll(s.Dir())
		}
	})
	if _, err := s.Publish(t.Context(), Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want the error of the rename", err)
	}
	if diff := cmp.Diff(old, tree(t, output)); diff != "" {
		t.Error(diff)
	}
}

func TestAnOldSiteThatCannotBePutBackIsKeptForTheRepair(t *testing.T) {
	defer func(was func(a, b string) error) { exchange = was }(exchange)
	exchange = func(a, b string) error { return errors.ErrUnsupported }
	output := filepath.Join(t.TempDir(), "public")
	old := publish(t, output, site{"index.html": "old"})
	s := open(t, output)
	atStep(t, func(name string) {
		if name == "aside" {
			os.WriteFile(output, nil, 0o644) // neither folder can be renamed to it
		}
	})
	if _, err := s.Publish(t.Context(), Options{}); err == nil {
		t.Error("want an error")
	}
	if err := s.Discard(); err != nil {
		t.Error(err)
	}
	if err := os.Remove(output); err != nil {
		t.Fatal(err)
	}
	open(t, output)
	if diff := cmp.Diff(old, tree(t, output)); diff != "" {
		t.Error(diff)
	}
}

func TestDiscardMayBeDeferred(t *testing.T) {
	output := filepath.Join(t.TempDir(), "public")
	s := open(t, output)
	if !filepath.IsAbs(s.Dir()) {
		t.Errorf("Dir is %s, want an absolute path", s.Dir())
	}
	if _, err := s.Publish(t.Context(), Options{}); err != nil {
		t.Fatal(err)
	}
	next := open(t, output)
	if err := s.Discard(); err != nil { // must not touch the staging folder of next
		t.Error(err)
	}
	if _, err := os.Stat(next.Dir()); err != nil {
		t.Error(err)
	}
	for range 2 {
		if err := next.Discard(); err != nil {
			t.Error(err)
		}
	}
	if _, err := next.Publish(t.Context(), Options{}); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("got %v, want fs.ErrClosed", err)
	}
}

func TestASiteReachesTheDisk(t *testing.T) {
	defer func(was func(string) error) { flush = was }(flush)
	flush = flushDisk
	publish(t, filepath.Join(t.TempDir(), "public"), site{"a": "b"})
}

func TestAServerMayReadWhateverTheStagesSet(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such modes")
	}
	output := filepath.Join(t.TempDir(), "public")
	s := open(t, output)
	site{"a/b.html": "<p>  b", "a/c.png": "c"}.write(t, s.Dir())
	for name, mode := range map[string]fs.FileMode{"a/b.html": 0o400, "a/c.png": 0o777, "a": 0o700, "": 0o700} {
		if err := os.Chmod(filepath.Join(s.Dir(), name), mode); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Publish(t.Context(), Options{}); err != nil {
		t.Fatal(err)
	}
	filepath.WalkDir(output, func(name string, d fs.DirEntry, _ error) error {
		info, err := d.Info()
		if err != nil {
			t.Fatal(err)
		}
		want := fs.FileMode(0o644)
		if d.IsDir() {
			want = 0o755
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s is %o, want %o", name, got, want)
		}
		return nil
	})
}

func TestAFileLinkedFromACacheKeepsItsContent(t *testing.T) {
	cache := filepath.Join(t.TempDir(), "cache.svg")
	const drawing = "<svg>\n\n<g/></svg>"
	if err := os.WriteFile(cache, []byte(drawing), 0o644); err != nil {
		t.Fatal(err)
	}
	s := open(t, filepath.Join(t.TempDir(), "public"))
	if err := os.Link(cache, filepath.Join(s.Dir(), "a.svg")); err != nil {
		skipOnWindows(t, err)
	}
	if _, err := s.Publish(t.Context(), Options{}); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(cache); string(got) != drawing {
		t.Errorf("the cache now holds %q", got)
	}
}

func TestOfflinePagesLinkToFiles(t *testing.T) {
	output := filepath.Join(t.TempDir(), "public")
	s := open(t, output)
	site{
		"index.html": `<p><a href="ke-hoach/">Kế hoạch</a></p>`,
		"feed.xml":   `<a href="ke-hoach/">x</a>`,
	}.write(t, s.Dir())
	if _, err := s.Publish(t.Context(), Options{Offline: true}); err != nil {
		t.Fatal(err)
	}
	got := tree(t, output)
	if want := `<p><a href="ke-hoach/index.html">Kế hoạch</a></p>`; got["index.html"] != want {
		t.Errorf("got %s, want %s", got["index.html"], want)
	}
	if want := `<a href="ke-hoach/">x</a>`; got["feed.xml"] != want {
		t.Errorf("got %s, want %s", got["feed.xml"], want)
	}
}

// atStep lets a test act at the steps of a build.
func atStep(t *testing.T, act func(name string)) {
	step = act
	t.Cleanup(func() { step = func(string) {} })
}

// skipOnWindows passes over what Windows grants to administrators only; on any
// other system the error is one of the test.
func skipOnWindows(t *testing.T, err error) {
	t.Helper()
	if runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	t.Skip(err)
}
