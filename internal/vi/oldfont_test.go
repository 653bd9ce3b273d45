package vi_test

import (
	"testing"

	"thidua/internal/vi"
)

func TestOldEncoding(t *testing.T) {
	for text, want := range map[string]int{
		"ThiÕu ng\u00adêi trùc, ®Ò nghÞ bæ sung": 0, // TCVN3
		"Có ThiÕu ngêi trùc, ®Ò nghÞ":            4, // after the soft hyphen was taken for nothing
		"B¸o c¸o cña C«ng an x·":                 0,
		"Thieáu ngöôøi tröïc, ñeà nghò boå sung": 0, // VNI
		"Công an xã: ñaõ coù baùo caùo":          14,
		"":                                       -1,
		"Thiếu người trực, đề nghị bổ sung":      -1,
		"THIẾU NGƯỜI TRỰC":                       -1,
		"Khoáng sản, hoà giải, thuỷ lợi, quý, giúp đỡ, toà án": -1,
		"Xuân, luật, nước, người, yêu, tuyên truyền, khuấy":    -1,
		"Citroën":                  -1, // one is a name
		"Ông Müller và bà Nuñez":   -1,
		"Noël ở Genève, São Paulo": -1,
		"Excel® và Word®, 10 µm, 5 m², trong tháng¹ năm²": -1,
		"18°C, «trích», §3, 1½":                           -1,
	} {
		if got := vi.OldEncoding(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
