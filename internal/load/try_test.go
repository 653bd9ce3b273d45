package load_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/load"
)

// What is not on disk yet is read as if it were, and nothing of it stays.
func TestTryFilesThatAreNotThere(t *testing.T) {
	files := site(`
-- data/fields.yaml --
- {id: mot, title: Một}
- {id: hai}
-- content/dien-hinh/a/anh.txt --
`)
	loader := load.New(files)
	try := func(given map[string][]byte) (fields, exemplars int, problems []string) {
		t.Helper()
		p, found, err := loader.Try(t.Context(), given)
		if err != nil {
			t.Fatal(err)
		}
		return len(p.Fields), len(p.Exemplars), told(found)
	}
	before := []string{"content/dien-hinh/a no-index “content/dien-hinh/a/index.md”", "data/fields.yaml:2:3 missing-field “title”"}
	_, _, problems := try(nil)
	if diff := cmp.Diff(before, problems); diff != "" {
		t.Error(diff)
	}
	fields, exemplars, problems := try(map[string][]byte{
		"data/fields.yaml":             []byte("- {id: mot, title: Một, sai: 1}\n"),
		"content/dien-hinh/a/index.md": []byte("---\nstatus: draft\ntitle: A\nkind: individual\nunit: u\nstage: new-factor\nyear: 2026\n---\n"),
		"content/dien-hinh/a/xa.xyz":   []byte("nobody reads this"),
	})
	if diff := cmp.Diff([]string{"data/fields.yaml:1:25 unknown-field “sai” “”"}, problems); diff != "" || fields != 1 || exemplars != 1 {
		t.Error(fields, exemplars, diff)
	}
	if _, _, problems := try(nil); !cmp.Equal(before, problems) {
		t.Errorf("what was tried stayed: %q", problems)
	}
}
