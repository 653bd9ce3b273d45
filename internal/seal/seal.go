// Package seal puts a line at the end of a ledger in one step, or not at all.
package seal

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/gofrs/flock"
)

var (
	// ErrBusy comes wrapped in an [fs.PathError] that names the ledger.
	ErrBusy = errors.New("somebody else is sealing this report")

	// ErrChanged comes wrapped in an [fs.PathError] that names the ledger: it
	// does not end with the line that the new one should follow.
	ErrChanged = errors.New("it was changed meanwhile")
)

// step marks the moments at which the tests kill a sealing.
var step = func(name string) {}

// Append adds a line, without its line end, to the file of this slash-separated
// path below root, after the line after; nil makes the file. Whoever is killed
// leaves the file as it was or with the whole line, and of two at a time one is
// refused. The folder must be there.
//
// The errors are [ErrBusy], [ErrChanged] and what the disk refuses.
func Append(root *os.Root, name string, after, line []byte) (err error) {
	folder, base := path.Split(name)
	beside := func(what string) string { return folder + "." + base + ".thidua-" + what }
	unlock, err := lock(root, name, beside("lock"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	step("locked")
	before, mode, err := read(root, name)
	if err != nil {
		return err
	}
	if !bytes.Equal(lastLine(before), after) {
		return &fs.PathError{Op: "seal", Path: name, Err: ErrChanged}
	}
	staged := beside("new")
	if err := root.Remove(staged); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // what a killed sealing left
	}
	defer func() {
		if err != nil {
			_ = root.Remove(staged) // what failed before may fail again; err says it
		}
	}()
	if err := write(root, staged, mode, extend(before, line)); err != nil {
		return err
	}
	step("written")
	if err := root.Rename(staged, name); err != nil {
		return err
	}
	step("sealed")
	flush(root, path.Clean(folder))
	return nil
}

// lock keeps others out until unlock is called. The lock file stays: removing it
// would let a third lock a new file of that name while a second waits on the old.
func lock(root *os.Root, name, file string) (unlock func() error, err error) {
	if info, err := root.Lstat(file); err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "lock", Path: file, Err: fs.ErrInvalid}
	}
	held := flock.New(filepath.Join(root.Name(), filepath.FromSlash(file)), flock.SetPermissions(0o644))
	switch got, err := held.TryLock(); {
	case err != nil:
		return nil, fmt.Errorf("lock %s: %w", file, err)
	case !got:
		return nil, &fs.PathError{Op: "seal", Path: name, Err: ErrBusy}
	}
	return held.Unlock, nil
}

// read gives what a file holds and its mode; nothing where there is none.
func read(root *os.Root, name string) (data []byte, mode fs.FileMode, err error) {
	info, err := root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0o644, nil
	}
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "seal", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		return nil, 0, err
	}
	data, err = root.ReadFile(name)
	return data, info.Mode().Perm(), err
}

// extend is a text with one more line.
func extend(text, line []byte) []byte {
	all := make([]byte, 0, len(text)+len(line)+2)
	all = append(all, text...)
	if len(all) > 0 && all[len(all)-1] != '\n' {
		all = append(all, '\n')
	}
	all = append(all, line...)
	return append(all, '\n')
}

// lastLine is the last line of a text, without its end.
func lastLine(text []byte) []byte {
	text = bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("\r"))
	return text[bytes.LastIndexByte(text, '\n')+1:]
}

// write writes a new file and brings it to the disk.
func write(root *os.Root, name string, mode fs.FileMode, data []byte) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// flush brings the names in a folder to the disk, where the system can.
func flush(root *os.Root, folder string) {
	if opened, err := root.Open(folder); err == nil {
		_ = opened.Sync() // some systems cannot; the file itself is safe
		_ = opened.Close()
	}
}
