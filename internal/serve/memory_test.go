package serve_test

import (
	"fmt"
	"runtime"
	"testing"
	"time"
)

func TestManyBuildsNeedNoMoreMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("builds 60 times")
	}
	site := smallSite(t)
	s := start(site, site.builder())
	events := s.events()
	next(t, events)
	builds := 0
	build := func(times int) {
		for range times {
			builds++
			site.write("content/gioi-thieu.md", fmt.Sprintf("---\ntitle: Giới thiệu\n---\n\nLần %d.\n", builds))
			s.comes(events, "/gioi-thieu/", fmt.Sprintf("Lần %d.", builds))
		}
	}
	build(10)
	heap, goroutines := inUse()
	build(50)
	heapAfter, goroutinesAfter := inUse()
	t.Logf("heap %.1f MB, after 50 more builds %.1f MB; goroutines %d, %d", megabytes(heap), megabytes(heapAfter), goroutines, goroutinesAfter)
	if limit := heap + heap/10 + 3<<20; heapAfter > limit {
		t.Errorf("heap grew from %.1f MB to %.1f MB", megabytes(heap), megabytes(heapAfter))
	}
	if goroutinesAfter > goroutines+2 {
		t.Errorf("goroutines grew from %d to %d", goroutines, goroutinesAfter)
	}
}

// inUse is what is left after everything unused was let go of.
func inUse() (heap uint64, goroutines int) {
	for range 3 { // what has a finalizer goes one round later
		runtime.GC()
		time.Sleep(50 * time.Millisecond)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc, runtime.NumGoroutine()
}

func megabytes(bytes uint64) float64 { return float64(bytes) / (1 << 20) }
