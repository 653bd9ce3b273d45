package vi

import "testing"

func TestInitial(t *testing.T) {
	for name, want := range map[string]string{
		"Hưng Nguyên": "H", "Ấp Bắc": "Â", "đèo Cả": "Đ", "Ý Yên": "Y", "ổ gà": "Ô", "Ứng Hòa": "Ư",
		"Ằng": "Ă", " Xuân": "X", "1/5": "#", "": "#", "e\u0302\u0301m": "Ê",
	} {
		if got := Initial(name); got != want {
			t.Errorf("Initial(%q) = %q, want %q", name, got, want)
		}
	}
}
