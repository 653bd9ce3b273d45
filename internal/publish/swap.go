package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A place is the output and the names beside it. They lie in one folder, so in
// one file system, so that a rename can carry one to the other.
//
// At any moment of a build, killed or not, live is a whole site; only between
// the two renames of swap it is missing, and then old is that whole site.
type place struct {
	live string // what visitors see
	next string // what the stages write; the old site, after an exchange
	old  string // the old site, where the file system knows no exchange
	lock string
}

func beside(output string) (place, error) {
	live, err := filepath.Abs(output)
	if err != nil {
		return place{}, err
	}
	dir, base := filepath.Split(live)
	if base == "" {
		return place{}, fmt.Errorf("publish to %s: the root of a file system cannot be replaced", live)
	}
	name := func(what string) string { return filepath.Join(dir, "."+base+".thidua-"+what) }
	return place{live: live, next: name("new"), old: name("old"), lock: name("lock")}, nil
}

// repair brings back what a killed build had set aside and removes what it left.
func (p place) repair() error {
	vacant, err := p.vacant()
	if err != nil {
		return err
	}
	if _, err := os.Lstat(p.old); err == nil && vacant {
		if err := os.Remove(p.live); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := os.Rename(p.old, p.live); err != nil {
			return err
		}
		step("restored")
	}
	return errors.Join(os.RemoveAll(p.next), os.RemoveAll(p.old))
}

// vacant reports whether live is missing or empty. If it is neither, an earlier
// build must have written it.
func (p place) vacant() (bool, error) {
	info, err := os.Lstat(p.live)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	if !info.IsDir() {
		return false, fmt.Errorf("publish to %s: not a folder but %s", p.live, describe(info.Mode()))
	}
	inside, err := os.ReadDir(p.live)
	if err != nil || len(inside) == 0 {
		return err == nil, err
	}
	manifest, err := os.Lstat(filepath.Join(p.live, filepath.FromSlash(ManifestPath)))
	if err != nil || !manifest.Mode().IsRegular() {
		return false, &fs.PathError{Op: "publish to", Path: p.live, Err: ErrNotOurs}
	}
	return false, nil
}

// swap puts next in the place of live. On error live is what it was, unless the
// error says that it could not be put back: then the next repair does it.
func (p place) swap() error {
	// Again, because the stages took their time, and what live holds now is
	// about to be removed.
	if _, err := p.vacant(); err != nil {
		return err
	}
	if _, err := os.Lstat(p.live); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(p.next, p.live); err != nil {
			return err
		}
	} else if err := exchange(p.next, p.live); errors.Is(err, errors.ErrUnsupported) {
		if err := os.Rename(p.live, p.old); err != nil {
			return err
		}
		step("aside")
		if err := os.Rename(p.next, p.live); err != nil {
			return errors.Join(err, os.Rename(p.old, p.live))
		}
	} else if err != nil {
		return err
	}
	step("exchanged")
	_ = flush(filepath.Dir(p.live)) // the new names, before the old site is removed
	return nil
}
