package reuse_test

import "testing"

// What was reported: of a target of several conditions the whole and each part,
// what was corrected in its row, and what came too late to be judged.
func TestReportsAsJSON(t *testing.T) {
	out := site(t, "testdata/report.txtar", "")
	golden(t, out, "ket-qua/xa-minh-hoa-1-m0001/2026-q2/index.json")
}

// What its page says of where a unit stands, and of what it owes.
func TestUnitsAsJSON(t *testing.T) {
	out := site(t, "testdata/report.txtar", "")
	for _, unit := range []string{"xa-minh-hoa-1-m0001", "cong-an-xa-minh-hoa-1-m0001"} {
		one := map[string][]byte{"bao-cao/" + unit: out["don-vi/"+unit+"/index.json"]}
		golden(t, one, "bao-cao/"+unit)
	}
}
