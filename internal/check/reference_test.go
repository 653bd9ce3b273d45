package check_test

import (
	"slices"
	"strings"
	"testing"
)

// Documents and standards have no status, and are as public as the portal.
func TestWhatHasNoStatusNamesWhatIsPublic(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []edit
		want  string
	}{
		{"a standard that a draft asks for", []edit{{plan, "status: published", "status: draft"}},
			fields + " refers-unpublished “cap-duoi” “draft” “content/ke-hoach/cap-duoi/index.md”"},
		{"a standard that a withdrawn plan asked for", []edit{{plan, "status: published", "status: withdrawn"}},
			fields + " refers-withdrawn “cap-duoi” “content/ke-hoach/cap-duoi/index.md”"},
		{"a document that a draft repeals", []edit{{plan, "status: published", "status: draft"}, {documents, "repealed_by:", "repealed_by: cap-duoi"}},
			documents + " refers-unpublished “cap-duoi” “draft” “content/ke-hoach/cap-duoi/index.md”"},
		{"a document that a sample repeals", []edit{{documents, "repealed_by:", "repealed_by: minh-hoa"}},
			documents + " sample-in-real “minh-hoa”"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range problems(t, edited(t, test.edits...)) {
				_, said, _ := strings.Cut(brief(p), " ")
				got = append(got, p.Pos.File+" "+said)
			}
			if !slices.Contains(got, test.want) {
				t.Errorf("%q is not among %q", test.want, got)
			}
		})
	}
}
