package check

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMarksOfSecrecy(t *testing.T) {
	for text, want := range map[string]string{
		// On a line of its own, however it is spelt.
		"MẬT": "MẬT", "Mật": "Mật", "TỐI MẬT": "TỐI MẬT", "Tối mật": "Tối mật", "TUYỆT MẬT": "TUYỆT MẬT", "tuyệt mật.": "tuyệt mật",
		"M Ậ T": "M Ậ T", "T Ố I   M Ậ T": "T Ố I M Ậ T", "TỐI  MẬT": "TỐI MẬT", "TỐI\u00a0MẬT": "TỐI MẬT", "**MẬT**": "MẬT",
		"Lưu hành nội bộ": "Lưu hành nội bộ", "LƯU HÀNH NỘI BỘ": "LƯU HÀNH NỘI BỘ", "(lưu hành nội bộ)": "lưu hành nội bộ",
		"“Lưu hành nội bộ”": "Lưu hành nội bộ", "Tài liệu lưu hành nội bộ.": "Tài liệu lưu hành nội bộ",
		"XEM XONG TRẢ LẠI": "XEM XONG TRẢ LẠI", "Xem xong trả lại": "Xem xong trả lại",
		"Tài liệu mật": "Tài liệu mật", "TÀI LIỆU TỐI MẬT": "TÀI LIỆU TỐI MẬT", "# MẬT": "MẬT", "- MẬT": "MẬT",
		"Dòng trên.\n\nMật\n\nDòng dưới.": "Mật",
		"Độ mật: Mật":                     "Độ mật", "Độ mật: Tối mật": "Độ mật", "ĐỘ MẬT: A": "ĐỘ MẬT", "Mức độ mật: Mật": "Mức độ mật",
		// In brackets, or after a colon or dash.
		"Kế hoạch tuần tra (Mật)":             "Mật",
		"Phương án bảo vệ [tối mật] năm 2026": "tối mật",
		"Phạm vi: lưu hành nội bộ":            "lưu hành nội bộ",
		"Kế hoạch tuần tra – lưu hành nội bộ": "lưu hành nội bộ",
		// In capitals.
		"Văn bản đóng dấu MẬT":              "MẬT",
		"Số 12 MẬT, xã Phú Thịnh":           "MẬT",
		"KẾ HOẠCH BẢO VỆ - TỐI MẬT":         "TỐI MẬT",
		"QUẢN LÝ HỒ SƠ TUYỆT MẬT":           "TUYỆT MẬT",
		"Tài liệu này LƯU HÀNH NỘI BỘ, xem": "LƯU HÀNH NỘI BỘ",

		// Cut by a line end or a hyphen, in letters of full width, with words before
		// and after.
		"Chỉ lưu hành nội bộ":               "Chỉ lưu hành nội bộ",
		"Tài liệu này chỉ lưu hành nội bộ.": "Tài liệu này chỉ lưu hành nội bộ",
		"LƯU HÀNH\nNỘI BỘ":                  "LƯU HÀNH NỘI BỘ",
		"Lưu hành\r\nnội bộ":                "Lưu hành nội bộ",
		"Lưu hành nội bộ - Không phổ biến":  "Lưu hành nội bộ",
		"Lưu hành nội bộ. Không sao chép.":  "Lưu hành nội bộ",
		"TỐI-MẬT":                       "TỐI-MẬT",
		"Tuyệt\nmật":                    "Tuyệt mật",
		"ＭẬＴ":                           "ＭẬＴ",
		"Mật A":                         "Mật A",
		"MẬT - HỎA TỐC":                 "MẬT",
		"1. Mật":                        "Mật",
		"2) Tối mật":                    "Tối mật",
		"Độ mật Tối mật":                "Độ mật",
		"Độ mật - A":                    "Độ mật",
		"| Độ mật | Tối mật |":          "Độ mật",
		"DANH MỤC MẬT":                  "MẬT",
		"KẾ HOẠCH MẬT PHÒNG CHÁY":       "MẬT",
		"GỬI KÈM HỒ SƠ MẬT A, B":        "MẬT A",
		"BẢO VỆ BÍ MẬT NHÀ NƯỚC\n\nMẬT": "MẬT",

		// What sentences say.
		"BẢO VỆ BÍ\nMẬT":                                       "",
		"CÔNG TÁC BẢO\nMẬT THÔNG TIN":                          "",
		"ĐỔI **MẬT** KHẨU, MẬT MÃ, MẬT THIẾT":                  "",
		"HỘ NUÔI ONG MẬT, HỘ NẤU ĐƯỜNG MẬT":                    "",
		"SỔ ĐĂNG KÝ VĂN BẢN MẬT ĐẾN":                           "",
		"ÔNG NGUYỄN VĂN MẬT":                                   "",
		"Lưu hành nội bộ, in 200 tờ tin":                       "",
		"Mật - sáp":                                            "",
		"Không lưu hành\n\nNội bộ đoàn kết":                    "",
		"Bảo vệ bí mật nhà nước":                               "",
		"BẢO VỆ BÍ MẬT NHÀ NƯỚC":                               "",
		"Chuyên đề “BÍ MẬT gia đình”; “MẬT ONG”":               "",
		"III. CÔNG TÁC BẢO MẬT":                                "",
		"giữ bí mật công tác, bảo mật thông tin":               "",
		"Mật ong rừng, mật độ dân cư, thân mật, mật khẩu":      "",
		"MẬT ONG PHÚ THỊNH":                                    "",
		"MẬT ĐỘ DÂN SỐ":                                        "",
		"Xác định độ mật của tài liệu":                         "",
		"Độ mật: không":                                        "",
		"xác định đúng độ mật: mật, tối mật, tuyệt mật":        "",
		"gồm các mức: tuyệt mật, tối mật, mật":                 "",
		"Hồ sơ tuyệt mật và tối mật không gửi qua mạng":        "",
		"In 200 tờ tin lưu hành nội bộ để phát cho hội viên":   "",
		"Phải đóng dấu “Lưu hành nội bộ” trước khi gửi":        "",
		"Văn bản có dấu “MẬT” không soạn trên máy nối mạng":    "",
		"nước đường (mật)":                                     "",
		"- mật":                                                "",
		"- Mật\n- Sáp ong":                                     "",
		"Buổi tối mật độ xe cao":                               "",
		"mất mật, mậtt, tmật, MẬT1":                            "",
		"luật, Luật, LUẬT; xem xong trả lại sách cho thư viện": "",
		"": "",
	} {
		got, offset := secrecyMark(text)
		if got != want || got != "" && !strings.HasPrefix(text[offset:], string([]rune(got)[0])) {
			t.Errorf("%q: got %q at %d, want %q", text, got, offset, want)
		}
	}
}

func FuzzSecrecyMark(f *testing.F) {
	for _, text := range []string{"T Ố I  M Ậ T", "Độ mật: “A”", "(lưu hành\tnội bộ)", "**M**ẬT ONG", "BÍ MẬT\n- Mật"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		mark, offset := secrecyMark(text)
		if mark != "" && (offset >= len(text) || !utf8.RuneStart(text[offset])) {
			t.Errorf("%q at %d", mark, offset)
		}
	})
}
