//go:build !unix

package load_test

func cpuSeconds() float64 { return 0 }
