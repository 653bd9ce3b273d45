package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"
)

// list returns the slash-separated paths of the files under dir and gives files
// and folders the modes that a web server needs, whatever the umask was.
//
// It refuses what would not survive a copy to another machine: anything but
// files and folders, and paths that Windows and macOS take for the same.
func list(dir string) ([]string, error) {
	var paths []string
	seen := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if !utf8.ValidString(rel) {
			return fmt.Errorf("publish %q: the name is not UTF-8", rel)
		}
		folded := strings.ToLower(strings.ToUpper(rel))
		if twin, ok := seen[folded]; ok {
			return fmt.Errorf("publish %s: its path differs from %s only in case", rel, twin)
		}
		seen[folded] = rel

		mode := fs.FileMode(0o644)
		switch {
		case d.IsDir():
			mode = 0o755
		case !d.Type().IsRegular():
			return fmt.Errorf("publish %s: not a file but %s", rel, describe(d.Type()))
		case rel == ManifestPath:
			return fmt.Errorf("publish %s: only the build itself writes this file", rel)
		default:
			paths = append(paths, rel)
		}
		return os.Chmod(name, mode)
	})
	return paths, err
}

// describe says in words what stands where something else was expected.
func describe(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return "a file"
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link"
	}
	return "a device, pipe or socket"
}

// finish gives every file under dir its last form, in place, and returns the
// entries of the manifest in the order of paths.
func finish(ctx context.Context, dir string, paths []string, opts Options) ([]File, error) {
	files := make([]File, len(paths))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range paths {
		g.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			files[i], err = finishFile(dir, p, opts)
			return err
		})
	}
	return files, g.Wait()
}

func finishFile(dir, rel string, opts Options) (File, error) {
	name := filepath.Join(dir, filepath.FromSlash(rel))
	data, err := os.ReadFile(name)
	if err != nil {
		return File{}, err
	}
	final, err := minified(path.Ext(rel), data)
	if err != nil {
		return File{}, fmt.Errorf("minify %s: %w", rel, err)
	}
	if opts.Offline && isPage(rel) {
		final = linkIndexes(final)
	}
	if !bytes.Equal(final, data) {
		// A new file, not new content: a stage may have hard-linked the staged
		// one from a cache.
		if err := os.Remove(name); err != nil {
			return File{}, err
		}
		if err := os.WriteFile(name, final, 0o644); err != nil {
			return File{}, err
		}
		if err := os.Chmod(name, 0o644); err != nil {
			return File{}, err
		}
	}
	sum := sha256.Sum256(final)
	return File{Path: rel, Size: int64(len(final)), SHA256: hex.EncodeToString(sum[:])}, nil
}

func isPage(rel string) bool { return path.Ext(rel) == ".html" }

func summarize(files []File) Summary {
	sum := Summary{Files: len(files)}
	for _, f := range files {
		sum.Bytes += f.Size
		if isPage(f.Path) {
			sum.Pages++
		}
	}
	return sum
}
