package render

import (
	"testing"
	"time"
)

// What is slow is not endless: a machine that is ten times slower, or a site ten
// times as large, is waited for longer.
func TestPatienceGrowsWithTheSiteAndTheMachine(t *testing.T) {
	for _, test := range []struct {
		opening time.Duration
		pages   int
		want    time.Duration
	}{
		{50 * time.Millisecond, 10, 10 * time.Second},
		{300 * time.Millisecond, 300, 15 * time.Second},
		{3 * time.Second, 10, 63 * time.Second},
		{300 * time.Millisecond, 20_000, 606 * time.Second},
	} {
		if got := patience(test.opening, test.pages); got != test.want {
			t.Errorf("%v to open, %d pages: %v, want %v", test.opening, test.pages, got, test.want)
		}
	}
}
