package publish

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step. It reports [errors.ErrUnsupported]
// where the file system (EINVAL), the kernel (ENOSYS) or a container's filter of
// system calls (EPERM) does not know how. A variable, so that the tests can
// take both ways.
var exchange = func(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.EINVAL), errors.Is(err, unix.EPERM):
		err = fmt.Errorf("%w: %w", errors.ErrUnsupported, err)
	}
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
}

// flush brings everything under dir to the disk, so that a power cut after the
// exchange finds no empty files in the new site. One call for the whole file
// system is far cheaper than one for each of some thousand files; it still waits
// for whatever other programs are writing, so the tests do without.
var flush = func(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return os.NewSyscallError("syncfs", unix.Syncfs(int(f.Fd())))
}
