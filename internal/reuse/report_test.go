package reuse_test

import "testing"

// What was reported: of a target of several conditions the whole and each part,
// what was corrected in its row, and what came too late to be judged.
func TestReportsAsJSON(t *testing.T) {
	out := site(t, "testdata/report.txtar", "")
	golden(t, out, "ket-qua/xa-minh-hoa-1-m0001/2026-q2/index.json")
}
