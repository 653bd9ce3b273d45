package skeleton

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Place puts files into a new folder below root: all of them, or after an error
// none. The error wraps fs.ErrExist where something lies there already. Nothing
// is ever written outside root, whatever links lead there.
func Place(root *os.Root, folder string, files []File) (err error) {
	if _, err := root.Lstat(folder); err == nil {
		return &fs.PathError{Op: "create", Path: folder, Err: fs.ErrExist}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("create %s: %w", folder, err)
	}
	parent := path.Dir(folder)
	made, err := makeFolders(root, parent)
	staging := path.Join(parent, stagingName(path.Base(folder)))
	defer func() {
		if err == nil {
			return
		}
		_ = root.RemoveAll(staging) // what failed before may fail again; err says it
		for _, folder := range slices.Backward(made) {
			_ = root.Remove(folder)
		}
	}()
	if err != nil {
		return fmt.Errorf("create %s: %w", folder, err)
	}
	if err := write(root, staging, files); err != nil {
		return fmt.Errorf("create %s: %w", folder, err)
	}
	if err := root.Rename(staging, folder); err != nil {
		return fmt.Errorf("create %s: %w", folder, err)
	}
	return nil
}

// Replace puts one file in the place of another, or of none, in a folder below
// root: wholly, or after an error not at all.
func Replace(root *os.Root, name string, data []byte) (err error) {
	staging := path.Join(path.Dir(name), stagingName(path.Base(name)))
	if err := root.WriteFile(staging, data, 0o644); err != nil {
		return fmt.Errorf("replace %s: %w", name, err)
	}
	if err := root.Rename(staging, name); err != nil {
		_ = root.Remove(staging) // what failed before may fail again; err says it
		return fmt.Errorf("replace %s: %w", name, err)
	}
	return nil
}

// PlaceSite puts the files of a site into dir, which must be empty or not exist
// yet; otherwise the error wraps fs.ErrExist.
func PlaceSite(dir string, files []File) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) == 0:
		return fillEmpty(dir, files)
	case err == nil:
		return &fs.PathError{Op: "create", Path: dir, Err: fs.ErrExist}
	case !errors.Is(err, fs.ErrNotExist):
		if _, found := os.Lstat(dir); found == nil {
			err = fs.ErrExist // a file
		}
		return fmt.Errorf("create %s: %w", dir, err)
	}
	base := filepath.Dir(dir)
	for {
		if _, err := os.Stat(base); err == nil || base == filepath.Dir(base) {
			break
		}
		base = filepath.Dir(base)
	}
	root, err := os.OpenRoot(base)
	if err != nil {
		return fmt.Errorf("create %s: %w", dir, err)
	}
	defer root.Close()
	folder, err := filepath.Rel(base, dir)
	if err != nil {
		return err
	}
	return Place(root, filepath.ToSlash(folder), files)
}

// fillEmpty puts the files of a site into an empty folder, which somebody may
// stand in and which is therefore kept. The file that makes the folder a site
// comes last.
func fillEmpty(dir string, files []File) (err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("create %s: %w", dir, err)
	}
	defer root.Close()
	staging := stagingName("site")
	var moved []string
	defer func() {
		if err != nil {
			err = fmt.Errorf("create %s: %w", dir, err)
			for _, name := range moved {
				_ = root.RemoveAll(name)
			}
		}
		_ = root.RemoveAll(staging)
	}()
	if err := write(root, staging, files); err != nil {
		return err
	}
	var names []string
	for _, file := range files {
		if name, _, _ := strings.Cut(file.Path, "/"); name != configFile && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, name := range append(names, configFile) {
		if err := root.Rename(path.Join(staging, name), name); err != nil {
			return err
		}
		moved = append(moved, name)
	}
	return nil
}

// configFile marks a folder as a site.
const configFile = "config.toml"

// stagingName is that of a folder beside the one to come. The loader skips names
// with a dot, and Git those of this form.
func stagingName(name string) string { return "." + name + ".thidua-" + rand.Text()[:8] }

func write(root *os.Root, folder string, files []File) error {
	for _, file := range files {
		name := path.Join(folder, file.Path)
		if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		if err := root.WriteFile(name, file.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// makeFolders makes a folder with all above it, and returns those that it made,
// the outermost first.
func makeFolders(root *os.Root, folder string) (made []string, err error) {
	if folder == "." {
		return nil, nil
	}
	if _, err := root.Stat(folder); err == nil {
		return nil, nil
	}
	made, err = makeFolders(root, path.Dir(folder))
	if err != nil {
		return made, err
	}
	if err := root.Mkdir(folder, 0o755); err != nil {
		return made, err
	}
	return append(made, folder), nil
}
