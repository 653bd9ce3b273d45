package vi

import "testing"

func TestOldTones(t *testing.T) {
	for _, tt := range []struct{ promise, in, want string }{
		{"moves the tone of open oa, oe, uy", "hoà toả hoã hoá hoạ khoẻ xoè uỷ thuý luỹ", "hòa tỏa hõa hóa họa khỏe xòe ủy thúy lũy"},
		{"leaves the old style", "hòa ủy khỏe", "hòa ủy khỏe"},
		{"leaves closed syllables", "hoàn toàn khoảng xoèn huỳnh khuỷu ngoéo loài", "hoàn toàn khoảng xoèn huỳnh khuỷu ngoéo loài"},
		{"leaves qu", "quý QUỲ Quỹ", "quý QUỲ Quỹ"},
		{"keeps capitals", "CỘNG HOÀ, Uỷ ban, OÀ, oÀ", "CỘNG HÒA, Ủy ban, ÒA, òA"},
		{"works at both ends and before punctuation", "oà (hoà) uý", "òa (hòa) úy"},
		{"leaves other vowels", "là bà kỳ ý", "là bà kỳ ý"},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			if got := oldTones(tt.in); got != tt.want {
				t.Errorf("oldTones(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
