package render

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/bep/overlayfs"
	"github.com/spf13/afero"

	"thidua"
)

// memoryFolder holds what exists in memory only: the content adapter and the
// caches of one rendering. The dot keeps it clear of the site's own folders.
const memoryFolder = ".thidua-memory"

//go:embed content/_content.gotmpl
var adapter embed.FS

// overTheme is the site's folder as Hugo sees it: what Hugo writes, kept in
// memory; below it the site's own files; below them the theme. Written is the
// first of them alone.
func overTheme(site string) (seen, written afero.Fs, err error) {
	memory := afero.NewMemMapFs()
	for _, layer := range []struct {
		files fs.FS
		under string
	}{
		{thidua.Theme, site},
		{adapter, filepath.Join(site, memoryFolder)},
	} {
		if err := copyTree(memory, layer.under, layer.files); err != nil {
			return nil, nil, fmt.Errorf("prepare theme: %w", err)
		}
	}
	written = afero.NewMemMapFs()
	// Editors of Windows begin a file with a mark that Hugo does not read.
	name := filepath.Join(site, ConfigFile)
	if data, err := os.ReadFile(name); err == nil {
		if bare, marked := bytes.CutPrefix(data, []byte("\ufeff")); marked {
			if err := afero.WriteFile(written, name, bare, 0o644); err != nil {
				return nil, nil, fmt.Errorf("prepare config: %w", err)
			}
		}
	}
	layers := []afero.Fs{written, afero.NewReadOnlyFs(afero.NewOsFs()), memory}
	return overlayfs.New(overlayfs.Options{Fss: layers, FirstWritable: true}), written, nil
}

func copyTree(to afero.Fs, under string, files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return afero.WriteFile(to, filepath.Join(under, filepath.FromSlash(name)), data, 0o644)
	})
}
