package render

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/afero"
)

func TestStaticFilesAreThoseOfTheThemeAndTheSitesOwn(t *testing.T) {
	site := t.TempDir()
	for name, text := range map[string]string{"static/a/b.txt": "của cổng", "static/.an": "x", "ngoai.txt": "x"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(site, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(site, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(site, "ngoai.txt"), filepath.Join(site, "static/lien-ket.txt")); err != nil {
		t.Fatal(err)
	}
	to := afero.NewMemMapFs()
	if err := Static(site, to, "/out"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"favicon.svg": true, "a/b.txt": true, ".an": false, "lien-ket.txt": false} {
		if got, _ := afero.Exists(to, filepath.Join("/out", name)); got != want {
			t.Errorf("%s published: %t, want %t", name, got, want)
		}
	}
}

func TestASiteNeedsNoStaticFolder(t *testing.T) {
	if err := Static(t.TempDir(), afero.NewMemMapFs(), "/out"); err != nil {
		t.Error(err)
	}
}
