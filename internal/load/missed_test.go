package load_test

import (
	"slices"
	"testing"
	"testing/fstest"
)

// What a file holds that is not where it should be is not known; the file's own
// mistake is told, and none of whoever names what is in it.
func TestFilesInTheWrongPlaceAreUnread(t *testing.T) {
	for _, test := range []struct {
		name, told string
		unread     []string
	}{
		{"content/ke-hoach/mau/tagets.yaml", "unknown-file", []string{"content/ke-hoach/mau/deadlines.yaml", "content/ke-hoach/mau/targets.yaml", "content/ke-hoach/mau/tasks.yaml"}},
		{"content/ke-hoach/mau/targets.yaml/x", "not-a-file", []string{"content/ke-hoach/mau/targets.yaml"}},
		{"content/ke-hoach/khac/anh.jpg", "no-index", []string{"content/ke-hoach/khac/index.md"}},
		{"content/ke-hoach/khac/INDEX.md", "unknown-file", []string{"content/ke-hoach/khac/index.md"}},
		{"data/unit.yaml", "unknown-file", []string{"data/units.yaml"}},
	} {
		p, problems := read(t, fstest.MapFS{planFile: {Data: []byte(planFront)}, test.name: {Data: []byte("[]")}})
		for _, want := range test.unread {
			if !slices.Contains(p.Unread, want) {
				t.Errorf("%s: %q are unread, not %s: %q", test.name, p.Unread, want, problems)
			}
		}
		if slices.Contains(p.Unread, planFile) || !slices.IsSorted(p.Unread) {
			t.Errorf("%s: %q", test.name, p.Unread)
		}
	}
}
