package check

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPersonalNumbers(t *testing.T) {
	for text, want := range map[string]string{
		// Mobiles, as people write them.
		"0912345678":                     "phone 0912345678",
		"Gọi 0912 345 678 nhé":           "phone 0912345678",
		"ĐT: 0912.345.678.":              "phone 0912345678",
		"0912-345-678":                   "phone 0912345678",
		"0912 – 345 – 678":               "phone 0912345678",
		"0912‑345‑678":                   "phone 0912345678",
		"0912\u00a0345\u00a0678":         "phone 0912345678",
		"0912\u2009345\u202f678":         "phone 0912345678",
		"０９１２３４５６７８":                     "phone 0912345678",
		"０９１２．３４５．６７８":                   "phone 0912345678",
		"＋８４ ９１２ ３４５ ６７８":                "phone 0912345678",
		"098 765 4321":                   "phone 0987654321",
		"0912 34 56 78":                  "phone 0912345678",
		"091 23 45 678":                  "phone 0912345678",
		"**0912** 345 678":               "phone 0912345678",
		"0912\n345 678":                  "phone 0912345678",
		"+84 912 345 678":                "phone 0912345678",
		"+84.912.345.678":                "phone 0912345678",
		"(+84)912345678":                 "phone 0912345678",
		"(+84) 912-345-678":              "phone 0912345678",
		"+84 (0)912 345 678":             "phone 0912345678",
		"0084912345678":                  "phone 0912345678",
		"84912345678":                    "phone 0912345678",
		"84 912 345 678":                 "phone 0912345678",
		"ĐT 84.912.345.678":              "phone 0912345678",
		"SĐT0912345678":                  "phone 0912345678",
		"điện thoại 09 1234 5678":        "phone 0912345678",
		"01234567890, số cũ 01681234567": "phone 01234567890, phone 01681234567",
		"0912345678 đồng chí An":         "phone 0912345678",
		"0912345678/0987654321":          "phone 0912345678, phone 0987654321",
		"0912345678-0987654321":          "phone 0912345678, phone 0987654321",
		"0912 345 678 12 hộ":             "phone 0912345678",
		"https://zalo.me/0912345678":     "phone 0912345678",
		"[gọi](tel:+84912345678)":        "phone 0912345678",
		"Năm 2026 0912345678":            "phone 0912345678",
		// With other separators, in markup, a letter for the zero.
		"0912345678,0987654321":         "phone 0912345678, phone 0987654321",
		"A,12,0912345678,xã":            "phone 0912345678",
		"12,0912345678":                 "phone 0912345678",
		"_0912345678_":                  "phone 0912345678",
		"sdt_0912345678_a":              "phone 0912345678",
		"0912/345/678":                  "phone 0912345678",
		"0912,345,678":                  "phone 0912345678",
		"0912_345_678":                  "phone 0912345678",
		"0912•345•678":                  "phone 0912345678",
		"09.12.34.56.78":                "phone 0912345678",
		"84.912345678":                  "phone 0912345678",
		"84912.345.678":                 "phone 0912345678",
		"O912345678, o912 345 678":      "phone 0912345678, phone 0912345678",
		"#0912345678":                   "phone 0912345678",
		"ĐT=0912345678":                 "phone 0912345678",
		"0912&nbsp;345 678":             "phone 0912345678",
		"0912&#160;345&#xA0;678":        "phone 0912345678",
		"0912<b>345</b>678":             "phone 0912345678",
		"0912 <strong>345</strong> 678": "phone 0912345678",
		// Landlines.
		"0238 3123 456":            "phone 02383123456",
		"(0238) 3.123.456":         "phone 02383123456",
		"0238.3123456":             "phone 02383123456",
		"024 3825 1234":            "phone 02438251234",
		"+84 238 3123 456":         "phone 02383123456",
		"Trực ban: (0238)3 123456": "phone 02383123456",
		// Numbers of citizens.
		"038099123456":                           "citizen-id 038099123456",
		"CCCD 038 099 123 456":                   "citizen-id 038099123456",
		"001.099.123.456":                        "citizen-id 001099123456",
		"CMND 186123456":                         "citizen-id 186123456",
		"CMND số: 186 123 456":                   "citizen-id 186123456",
		"số CMND/CCCD: 186123456":                "citizen-id 186123456",
		"căn cước công dân số 186123456":         "citizen-id 186123456",
		"CMND của ông Nguyễn Văn A số 186123456": "citizen-id 186123456",
		"Số định danh cá nhân: 186123456789":     "citizen-id 186123456789",
		// Bank accounts.
		"STK: 0101000123456":                  "bank-account 0101000123456",
		"STK 0912345678 MB Bank":              "bank-account 0912345678",
		"số tài khoản 3601 0000 123 456":      "bank-account 36010000123456",
		"Tài khoản Agribank số 3601205123456": "bank-account 3601205123456",
		"tài khoản ngân hàng: 123456789":      "bank-account 123456789",
		// E-mail addresses of persons.
		"Nguyen.Van_A+xa@Gmail.com.": "e-mail nguyen.van_a+xa@gmail.com",
		"thư “a@gmail.com”":          "e-mail a@gmail.com",
		"mailto:a@yahoo.com.vn":      "e-mail a@yahoo.com.vn",
		"a＠gmail.com":                "e-mail a@gmail.com",
		"a [at] gmail.com":           "e-mail a@gmail.com",
		"an.b(AT)Gmail.com":          "e-mail an.b@gmail.com",
		"a@hotmail.com.vn":           "e-mail a@hotmail.com.vn",
		"a@yahoo.co.uk":              "e-mail a@yahoo.co.uk",
		"a@live.vn":                  "e-mail a@live.vn",
		"a_b @ gmail.com":            "e-mail a_b@gmail.com",

		// What only looks like one.
		"3554/QĐ-BCA-V05":                                          "",
		"Quyết định 0912345678A":                                   "",
		"01/7/2025, 05.10.2026, 03-05-2026":                        "",
		"từ 03-05-2026 - 05-07-2026":                               "",
		"liên hệ 03-05-2026 12 người":                              "",
		"2026 – 2030, 2026-2030, 2026 - 2028 - 2030":               "",
		"1.500.000 đồng":                                           "",
		"1.500.000.000 đồng":                                       "",
		"120000000 đồng":                                           "",
		"120000000000 đồng":                                        "",
		"84912345678 đồng":                                         "",
		"84.912.345.678":                                           "",
		"84.912.345.678 đồng":                                      "",
		"120.038.123.456.789":                                      "",
		"Cấp căn cước cho 123.456.789 người":                       "",
		"đã cấp CCCD gắn chíp cho 100000000 công dân":              "",
		"Tài khoản: 120000000 đồng":                                "",
		"mở 123456789 tài khoản":                                   "",
		"mã 18001, 05800, 05.800":                                  "",
		"113, 114, 115, 111; 1900 1234; 1800 599 920; 19001234567": "",
		"03 05 07 09 11":                                           "",
		"05 10 15 20 25 30":                                        "",
		"Mã số thuế 0312345678":                                    "",
		"MST: 0312345678":                                          "",
		"https://xa.gov.vn/tin/0912345678":                         "",
		"xem thidua.xa.gov.vn/0912345678":                          "",
		"ke-hoach/xa-a-0912345678":                                 "",
		"xa-a#0912345678, &#0912345678;":                           "",
		"0800 - 1130 - 1330":                                       "",
		"0700-1130, 0930 - 1100 - 1500":                            "",
		"số tài khoản: 1.250.000.000":                              "",
		"số dư tài khoản 1.250.345.678":                            "",
		"thu qua tài khoản 950000000":                              "",
		"mở tài khoản 2026 2027 2028":                              "",
		"kích hoạt định danh 750 000 000":                          "",
		"hóa đơn số 0312345678":                                    "",
		"Hoá đơn điện tử số: 0312345678":                           "",
		"giấy phép kinh doanh số 0312345678":                       "",
		"ISBN 0306406152":                                          "",
		"ISBN: 0306406152":                                         "",
		"0359/12/2026, 05/07/09/11/12":                             "",
		"0912, 345, 678":                                           "",
		"05,10,15,20,25":                                           "",
		"05.10.15.20.25.30":                                        "",
		"12.345,0912345":                                           "",
		"a@live.gov.vn, b@me.vn, c [at] nghean.gov.vn":             "",
		"0612345678, 0412345678":                                   "", // no such mobile
		"00000000000000":                                           "",
		"0312 345 67":                                              "",
		"09123456789":                                              "",
		"vanphong@hungnguyen.nghean.gov.vn":                        "",
		"@ a@ @gmail.com a@b":                                      "",
		"III.1.a.2":                                                "",
	} {
		var got []string
		for _, p := range personalNumbers(text) {
			got = append(got, p.kind+" "+p.number)
			if masked := p.masked(); strings.Contains(masked, p.number) || strings.Count(masked, "…") != 1 {
				t.Errorf("%q is shown as %q", p.number, masked)
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzPersonalNumbers(f *testing.F) {
	for _, text := range []string{"ĐT: (+84) 912.345-678 đồng", "０９１２\n345 678", "CMND 186 123 456", "a@gmail.com", "STK: 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6", "0912345678"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := -1
		for _, p := range personalNumbers(text) {
			if p.offset <= last || p.offset >= len(text) || utf8.ValidString(text) && !utf8.RuneStart(text[p.offset]) {
				t.Errorf("found at %d after %d", p.offset, last)
			}
			if strings.Contains(p.masked(), p.number) {
				t.Errorf("%q is not masked", p.number)
			}
			last = p.offset
		}
	})
}
