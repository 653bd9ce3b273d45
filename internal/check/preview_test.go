package check_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/check"
	"thidua/internal/portal"
)

func TestAPreviewShowsDraftsThatReferToOneAnother(t *testing.T) {
	draft := edit{exemplar, "status: published", "status: draft"}
	withdrawn := edit{recognised, "status: published", "status: withdrawn"}
	found := check.Preview(problems(t, edited(t, draft, withdrawn)))
	var got []string
	for _, p := range found {
		got = append(got, string(p.Level())+" "+p.Rule+" "+p.Pos.File)
	}
	want := []string{"note taken-down " + recognised, "warning refers-unpublished " + column}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// What is not public may name what is not, or is no more.
func TestADraftMayNameDrafts(t *testing.T) {
	for _, status := range []string{"draft", "submitted", "returned", "withdrawn"} {
		for _, of := range []string{"draft", "submitted", "returned"} {
			files := edited(t, edit{column, "status: published", "status: " + of}, edit{exemplar, "status: published", "status: " + status})
			for _, p := range problems(t, files) {
				if p.Level() != portal.Note {
					t.Errorf("%s column, %s exemplar: %s", of, status, brief(p))
				}
			}
		}
	}
}
