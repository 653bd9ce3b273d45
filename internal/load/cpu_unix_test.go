//go:build unix

package load_test

import (
	"syscall"
	"time"
)

// cpu is the time that the processor has worked for this process: unlike that of
// the clock it does not grow with what else the machine does.
func cpu() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
