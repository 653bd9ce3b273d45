package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// One save is several notices: a file is emptied and filled, or written beside
// and renamed. It is over after a quiet while, and told at the latest when it
// has gone on for too long.
const (
	quiet   = 40 * time.Millisecond
	tooLong = time.Second
)

// openNotices asks the system to tell of every change to what is watched of
// the site at source. An error says that it cannot, for want of watches.
func openNotices(source string) (*fsnotify.Watcher, error) {
	notices, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", source, err)
	}
	if err := noticeAll(notices, source); err != nil {
		return nil, errors.Join(err, notices.Close())
	}
	return notices, nil
}

// noticeAll asks for notices of the site's folder, where parts of it come and
// go, and of all folders in those parts.
func noticeAll(notices *fsnotify.Watcher, source string) error {
	if err := notices.Add(source); err != nil {
		return fmt.Errorf("watch %s: %w", source, err)
	}
	for _, part := range watched {
		if err := noticeTree(notices, source, part); err != nil {
			return err
		}
	}
	return nil
}

// noticeTree asks for notices of a folder and all folders in it. A folder is
// read after it was asked for, so that nothing made meanwhile is missed. What
// is no folder, is gone or is not ours to read is left to the build to tell of.
func noticeTree(notices *fsnotify.Watcher, source, name string) error {
	dir := filepath.Join(source, filepath.FromSlash(name))
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil
	}
	err := notices.Add(dir)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("watch %s: %w", dir, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	for _, entry := range entries {
		below := name + "/" + entry.Name()
		if !entry.IsDir() || !isWatched(below) {
			continue
		}
		if err := noticeTree(notices, source, below); err != nil {
			return err
		}
	}
	return nil
}

// follow notes what notices tell until ctx ends. An error says that the system
// can tell no more.
func follow(ctx context.Context, source string, notices *fsnotify.Watcher, saved *saves) error {
	defer notices.Close()
	var now save
	over := time.NewTimer(quiet)
	over.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-over.C:
			if err := now.notice(notices, source); err != nil {
				return err
			}
			saved.add(now.names...)
			now = save{}
			continue
		case <-notices.Errors: // too many at once, and some are lost
			now.lost = true
		case event, open := <-notices.Events:
			if !open {
				return fmt.Errorf("watch %s: %w", source, fsnotify.ErrClosed)
			}
			name, err := filepath.Rel(source, event.Name)
			name = filepath.ToSlash(name)
			if err != nil || event.Op == fsnotify.Chmod || !isWatched(name) {
				continue
			}
			now.names = append(now.names, name)
			now.moved = now.moved || event.Has(fsnotify.Rename)
		}
		if now.began.IsZero() {
			now.began = time.Now()
		}
		over.Reset(min(quiet, tooLong-time.Since(now.began)))
	}
}

// A save is all that was noticed from the first file to the quiet after the last.
type save struct {
	began time.Time
	names []string
	moved bool // something has another name now
	lost  bool // there was more than was noticed
}

// notice asks for notices of the folders that a save has made. It comes after
// the save, because the end of a renamed folder's old notices, told after its
// new name, ends the new ones too; and before the build that reads them.
func (s save) notice(notices *fsnotify.Watcher, source string) error {
	if s.moved {
		for _, dir := range notices.WatchList() {
			if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
				_ = notices.Remove(dir) // folders in a renamed one keep telling under their old names
			}
		}
	}
	if s.lost {
		return noticeAll(notices, source)
	}
	for _, name := range s.names {
		if err := noticeTree(notices, source, name); err != nil {
			return err
		}
	}
	return nil
}
