package render

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/afero"
)

// cacheDir is where Hugo keeps, on the disk itself, what it has compiled of its
// encoder of pictures: in the cache, or else in a folder of this rendering alone,
// never in the site's. Done removes the latter.
func cacheDir(in Input) (dir string, done func() error, err error) {
	if in.Cache != "" {
		return filepath.Join(in.Cache, "hugo"), func() error { return nil }, nil
	}
	dir, err = os.MkdirTemp("", "thidua-*")
	return dir, func() error { return os.RemoveAll(dir) }, err
}

// resourceDir is where Hugo looks for the pictures that it has made small before,
// under names that tell of their content and size. It reads them from the disk
// as from any layer; what it writes stays in memory, until keep.
func resourceDir(in Input) string {
	if in.Cache == "" {
		return filepath.Join(in.Source, memoryFolder, "resources")
	}
	return in.Cache
}

// keep puts the pictures that a rendering has made into the cache. Each is there
// whole or not at all, whoever else writes; one that the disk refuses is made
// again the next time.
func keep(written afero.Fs, cache string) {
	if cache == "" {
		return
	}
	_ = afero.Walk(written, cache, func(name string, info fs.FileInfo, err error) error {
		if err != nil || !info.Mode().IsRegular() {
			return nil // nothing was made, or no file
		}
		data, err := afero.ReadFile(written, name)
		if err == nil {
			err = os.MkdirAll(filepath.Dir(name), 0o700)
		}
		if err != nil {
			return nil
		}
		whole, err := os.CreateTemp(filepath.Dir(name), ".new-*")
		if err != nil {
			return nil
		}
		_, err = whole.Write(data)
		if err == nil {
			err = whole.Sync() // a name must not outlive its bytes
		}
		if closing := whole.Close(); err == nil {
			err = closing
		}
		if err == nil {
			err = os.Rename(whole.Name(), name)
		}
		if err != nil {
			os.Remove(whole.Name())
		}
		return nil
	})
}
