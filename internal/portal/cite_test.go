package portal

import "testing"

func TestClausesAreCitedFromTheInnermostOut(t *testing.T) {
	sub := &Clause{Address: "III.1.a.2.1", Kind: SubBullet, Number: "+"}
	bullet := &Clause{Address: "III.1.a.2", Kind: Bullet, Number: "-", Children: []*Clause{sub}}
	point := &Clause{Address: "III.1.a", Kind: Point, Number: "a)", Children: []*Clause{bullet}}
	within := &Clause{Address: "III.1.1", Kind: Numbered, Number: "1.1."}
	khoan := &Clause{Address: "III.1", Kind: Numbered, Number: "1.", Children: []*Clause{within, point}}
	plan := new(Plan)
	plan.SetClauses([]*Clause{
		{Address: Opening, Kind: Prose},
		{Address: "III", Kind: Section, Number: "III.", Children: []*Clause{khoan}},
	})
	for at, want := range map[Address]string{
		"":            "",
		Opening:       "phần mở đầu",
		Closing:       "phần kết thúc",
		"III":         "Mục III",
		"III.1":       "khoản 1 Mục III",
		"III.1.1":     "khoản 1.1 Mục III",
		"III.1.a":     "điểm a khoản 1 Mục III",
		"III.1.a.2":   "gạch đầu dòng 2, điểm a khoản 1 Mục III",
		"III.1.a.2.1": "dấu cộng 1, gạch đầu dòng 2, điểm a khoản 1 Mục III",
		"IX.1":        "IX.1",
	} {
		if got := plan.Cite(at); got != want {
			t.Errorf("Cite(%q) = %q, want %q", at, got, want)
		}
	}
}
