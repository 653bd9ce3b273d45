package skeleton

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func open(t *testing.T) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := root.Close(); err != nil {
			t.Error(err)
		}
	})
	return root
}

// names lists everything below a folder.
func names(t *testing.T, root *os.Root) (all []string) {
	t.Helper()
	err := fs.WalkDir(root.FS(), ".", func(name string, _ fs.DirEntry, err error) error {
		all = append(all, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func TestPlaceLeavesNothingBehindAfterTrouble(t *testing.T) {
	root := open(t)
	if err := root.WriteFile("taken", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	bad := []File{{"index.md", []byte("x")}, {"index.md/below-a-file", nil}}
	if err := Place(root, "content/a/b", bad); err == nil {
		t.Error("a file below a file was written")
	}
	if err := Place(root, "taken", bad[:1]); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file: %v", err)
	}
	if err := Place(root, "taken/b", bad[:1]); err == nil {
		t.Error("a folder below a file was written")
	}
	if diff := cmp.Diff([]string{"taken"}, names(t, root)); diff != "" {
		t.Error(diff)
	}
	if err := Place(root, "content/a/b", bad[:1]); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff([]string{"content", "content/a", "content/a/b", "content/a/b/index.md", "taken"}, names(t, root)); diff != "" {
		t.Error(diff)
	}
}

func TestPlaceFollowsNoLinkOutOfTheSite(t *testing.T) {
	root, outside := open(t), t.TempDir()
	if err := root.Symlink(outside, "content"); err != nil {
		skipOnWindows(t, err)
	}
	if err := Place(root, "content/a", []File{{"index.md", nil}}); err == nil {
		t.Error("written through a link")
	}
	if entries, err := os.ReadDir(outside); err != nil || len(entries) > 0 {
		t.Errorf("outside there is %v, %v", entries, err)
	}
	if diff := cmp.Diff([]string{"content"}, names(t, root)); diff != "" {
		t.Error(diff)
	}
}

func TestSiteGoesIntoAnEmptyOrANewFolder(t *testing.T) {
	files := []File{{"config.toml", nil}, {"data/units.yaml", nil}}
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "moi", "xa")} {
		if err := PlaceSite(dir, files); err != nil {
			t.Fatal(err)
		}
		var found []string
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			found = append(found, entry.Name())
		}
		if diff := cmp.Diff([]string{"config.toml", "data"}, found); diff != "" {
			t.Error(diff)
		}
		for _, taken := range []string{dir, filepath.Join(dir, "config.toml")} {
			if err := PlaceSite(taken, files); !errors.Is(err, fs.ErrExist) {
				t.Errorf("over %s: %v", taken, err)
			}
		}
	}
}

func TestSiteLeavesAnEmptyFolderEmptyAfterTrouble(t *testing.T) {
	dir := t.TempDir()
	if err := PlaceSite(dir, []File{{"data/units.yaml", nil}}); err == nil { // no config.toml to move
		t.Error("a site without config.toml")
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
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

func TestReplaceLeavesTheOldFileAfterTrouble(t *testing.T) {
	root := open(t)
	if err := root.MkdirAll("content/a/folder/full", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"một", "hai"} {
		if err := Replace(root, "content/a/results.csv", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := root.ReadFile("content/a/results.csv"); string(got) != text || err != nil {
			t.Errorf("%q, %v", got, err)
		}
	}
	if err := Replace(root, "content/a/folder", nil); err == nil {
		t.Error("a folder was replaced")
	}
	if err := Replace(root, "content/b/results.csv", nil); err == nil {
		t.Error("a file was put into no folder")
	}
	want := []string{"content", "content/a", "content/a/folder", "content/a/folder/full", "content/a/results.csv"}
	if diff := cmp.Diff(want, names(t, root)); diff != "" {
		t.Error(diff)
	}
}
