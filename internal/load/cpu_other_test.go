//go:build !unix

package load_test

import "time"

var begun = time.Now()

// cpu is the time of the clock, where that of the processor is not told.
func cpu() time.Duration { return time.Since(begun) }
