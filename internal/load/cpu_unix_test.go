//go:build unix

package load_test

import "syscall"

// cpuSeconds is what this process has cost of the processors so far, its own
// work and the system's for it.
func cpuSeconds() float64 {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}
