package portal

import (
	"slices"
	"testing"

	"thidua/internal/vi"
)

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

func TestAPlanIsCitedByTypeNumberDayAndIssuer(t *testing.T) {
	p := &Portal{Units: []*Unit{
		{ID: "ubnd", Name: "Ủy ban nhân dân tỉnh Minh Họa"},
		{ID: "ca", Name: "Công an tỉnh Minh Họa"},
	}}
	p.Index()
	for _, c := range []struct {
		plan Plan
		want string
	}{
		{Plan{DocType: "Kế hoạch", DocNumber: "70", DocSymbol: "KH-UBND", IssuedOn: vi.Date{Year: 2026, Month: 1, Day: 30}, Issuer: IDs{"ubnd"}},
			"Kế hoạch số 70/KH-UBND ngày 30/01/2026 của UBND tỉnh Minh Họa"},
		{Plan{DocType: "Kế hoạch", DocSymbol: "KH-UBND", IssuedOn: vi.Date{Year: 2026, Month: 2}, Issuer: IDs{"ubnd", "ca"}},
			"Kế hoạch số …/KH-UBND tháng 02/2026 của UBND tỉnh Minh Họa, Công an tỉnh Minh Họa"},
		{Plan{DocType: "Đề án", Issuer: IDs{"khong-co"}}, "Đề án"},
	} {
		if got := p.CitePlan(&c.plan); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestRecipientsEndAsTheDecreeAsks(t *testing.T) {
	plan := Plan{Recipients: []string{"Thường trực Đảng ủy (để b/c)", "Công an tỉnh;", "Lưu: VT, NC."}}
	want := []string{"Thường trực Đảng ủy (để b/c);", "Công an tỉnh;", "Lưu: VT, NC."}
	if got := plan.RecipientLines(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := new(Plan).RecipientLines(); len(got) != 0 {
		t.Errorf("got %q of no recipients", got)
	}
}
