// Package publish turns the folder that the stages wrote into the site that
// visitors see, in one step, or not at all.
//
// Read [Staging.Publish] first; swap.go holds what must survive a kill.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

var (
	// ErrLocked comes wrapped in an [fs.PathError] that names the lock file.
	ErrLocked = errors.New("another build is writing this site")

	// ErrNotOurs comes wrapped in an [fs.PathError] that names the output: a
	// folder with files but without [ManifestPath]. Publishing removes all that
	// the output held, so it replaces nothing that an earlier build did not write.
	ErrNotOurs = errors.New("not empty, and not written by thidua")
)

// step marks the moments at which the tests kill a build.
var step = func(name string) {}

// A Staging is an empty folder beside the output, and the lock that makes it
// the only one. It is spent by the first of Publish (when that succeeds) and
// Discard, and is not for use by several goroutines.
type Staging struct {
	place
	lock  *flock.Flock
	spent bool
}

// Open locks output against a second build, from this or any other process,
// repairs what a killed build left behind, and makes an empty staging folder
// beside output. It creates the parent of output if need be.
//
// The errors are [ErrLocked], [ErrNotOurs], an output that is a link or a file,
// and what the disk refuses. Links in the way to output are followed; output
// itself must not be one, for a rename would replace the link, not its target.
func Open(output string) (*Staging, error) {
	at, err := beside(output)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(at.live), 0o755); err != nil {
		return nil, err
	}
	// The lock file stays when the lock goes: removing it would let a third
	// build lock a new file of that name while a second waits on the old one.
	lock := flock.New(at.lock, flock.SetPermissions(0o644))
	held, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", at.lock, err)
	}
	if !held {
		return nil, &fs.PathError{Op: "lock", Path: at.lock, Err: ErrLocked}
	}
	if err := at.repair(); err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	if err := os.Mkdir(at.next, 0o755); err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	step("staged")
	return &Staging{place: at, lock: lock}, nil
}

// Dir returns the absolute path of the staging folder. After Publish or Discard
// it no longer exists.
func (s *Staging) Dir() string { return s.next }

// Options are the choices of `thidua build` that concern finished files.
type Options struct {
	Offline bool // links to folders name the index.html in them
}

// A Summary counts what the manifest lists; the manifest itself is not counted.
type Summary struct {
	Files int
	Bytes int64 // after minification
	Pages int   // HTML files, embeds included
}

// Publish minifies the staged files in parallel, lists them in the manifest,
// brings them to the disk, and exchanges the staging folder with the output.
// Then it removes the old site and unlocks the output.
//
// Until the exchange nothing that a visitor sees has changed: after an error,
// or when ctx is cancelled, the old site stands and Discard clears up. After the
// exchange there is no way back and no error: what cannot be removed of the old
// site is left to the next Open.
func (s *Staging) Publish(ctx context.Context, opts Options) (Summary, error) {
	if s.spent {
		return Summary{}, &fs.PathError{Op: "publish", Path: s.next, Err: fs.ErrClosed}
	}
	paths, err := list(s.next)
	if err != nil {
		return Summary{}, err
	}
	files, err := finish(ctx, s.next, paths, opts)
	if err != nil {
		return Summary{}, err
	}
	step("finished")
	if err := writeManifest(s.next, files); err != nil {
		return Summary{}, err
	}
	step("listed")
	if err := flush(s.next); err != nil {
		return Summary{}, err
	}
	step("flushed")
	if err := ctx.Err(); err != nil {
		return Summary{}, err
	}
	if err := s.swap(); err != nil {
		return Summary{}, err
	}
	_ = os.RemoveAll(s.old)
	_ = s.Discard() // the staging folder, which holds the old site after an exchange
	return summarize(files), nil
}

// Discard removes the staging folder and unlocks the output, which stays as it
// is. It may be called again, and does nothing after a Publish that succeeded,
// so that it can be deferred.
func (s *Staging) Discard() error {
	if s.spent {
		return nil
	}
	s.spent = true
	err := os.RemoveAll(s.next) // never old: it may be the only site left, see swap
	step("cleared")
	return errors.Join(err, s.lock.Unlock())
}
