package render

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"thidua"
)

// Static copies the files of static/ as they are: those of the theme, over them
// those of the site in the folder source. It comes before the pages, so that
// none of them is overwritten. Hugo does so in its command, not in its library.
// Links may lead out of the site, and names that begin with a dot are no part
// of it: both are left out.
func Static(source string, to afero.Fs, dir string) error {
	site, err := os.OpenRoot(source)
	if err != nil {
		return err
	}
	defer site.Close()
	for _, layer := range []fs.FS{thidua.Theme, site.FS()} {
		if err := copyStatic(layer, to, dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("copy static files: %w", err)
		}
	}
	return nil
}

func copyStatic(from fs.FS, to afero.Fs, dir string) error {
	static, err := fs.Sub(from, "static")
	if err != nil {
		return err
	}
	return fs.WalkDir(static, ".", func(name string, entry fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(entry.Name(), ".")
		switch {
		case err != nil:
			return err
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden || !entry.Type().IsRegular():
			return nil
		}
		data, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(name))
		if err := to.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return afero.WriteFile(to, target, data, 0o644)
	})
}
