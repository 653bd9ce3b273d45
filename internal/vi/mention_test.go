package vi

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMentions(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string // what is found; → its form where that differs, ! where there is no such date
	}{
		// số, ký hiệu
		{"Kế hoạch số 50/KH-UBND của tỉnh", []string{"50/KH-UBND"}},
		{"Chỉ thị số 05-CT/TU, 44-KL/TW và 12-QĐi/TU.", []string{"05-CT/TU", "44-KL/TW", "12-QĐi/TU"}},
		{"677/KH-BCA-X03; 3554/QĐ-BCA-V05", []string{"677/KH-BCA-X03", "3554/QĐ-BCA-V05"}},
		{"Nghị định số 30/2020/NĐ-CP, Luật số 06/2022/QH15", []string{"30/2020/NĐ-CP", "06/2022/QH15"}},
		{"Quyết định 19/2025/QĐ-TTg. 237/NQ-UBTVQH16", []string{"19/2025/QĐ-TTg", "237/NQ-UBTVQH16"}},
		{"công văn 1234/UBND-VX", []string{"1234/UBND-VX"}},
		{"số 5/KH-UBND", []string{"5/KH-UBND → 05/KH-UBND"}},
		{"số 3-CT/ĐU và số 9/2020/NĐ-CP", []string{"3-CT/ĐU → 03-CT/ĐU", "9/2020/NĐ-CP → 09/2020/NĐ-CP"}},
		{"(50/KH-UBND)", []string{"50/KH-UBND"}},
		{"“50/KH-UBND-”", []string{"50/KH-UBND"}},
		{"50/KH, 50/kh-ubnd, số …/KH-UBND, 65/2023/…, 123456/KH-UBND", nil},
		{"TT39/2020/TT-BTTTT 1.50/KH-UBND 12/5/KH-UBND", nil},
		{"1/Điều 5, khoản 2/a-b, 3/Xóm-Một", nil},

		// ngày, tháng, năm
		{"ngày 5 tháng 2 năm 2026", []string{"ngày 5 tháng 2 năm 2026 → ngày 05 tháng 02 năm 2026"}},
		{"ngày 05 tháng 02 năm 2026", []string{"ngày 05 tháng 02 năm 2026"}},
		{"Ngày 30 tháng 04 năm 2026,", []string{"Ngày 30 tháng 04 năm 2026 → Ngày 30 tháng 4 năm 2026"}},
		{"ngày 9 tháng 9", []string{"ngày 9 tháng 9 → ngày 09 tháng 9"}},
		{"ngày 05 tháng 12/2026", []string{"ngày 05 tháng 12/2026"}},
		{"tháng 04 năm 2026 và tháng 4/2026", []string{"tháng 04 năm 2026 → tháng 4 năm 2026", "tháng 4/2026"}},
		{"tháng 2/2026, tháng 11 năm 2026", []string{"tháng 2/2026 → tháng 02/2026", "tháng 11 năm 2026"}},
		{"5/12/2026", []string{"5/12/2026 → 05/12/2026"}},
		{"10/03/2023 đến 31/12/2026", []string{"10/03/2023 → 10/3/2023", "31/12/2026"}},
		{"ngày 22/01/2026", []string{"ngày 22/01/2026"}},
		{"trước ngày 20/06 và ngày 30/11 hằng năm", []string{"ngày 20/06 → ngày 20/6", "ngày 30/11"}},
		{"ngày 20/6.", []string{"ngày 20/6"}},
		{"01/7/2025-05/7/2025", []string{"01/7/2025"}},
		{"31/02/2026", []string{"31/02/2026 !"}},
		{"ngày 31 tháng 6 năm 2026", []string{"ngày 31 tháng 6 năm 2026 !"}},
		{"ngày 29/02", []string{"ngày 29/02"}},
		{"ngày 30/02, ngày 29/02/2026, ngày 0/5", []string{"ngày 30/02 !", "ngày 29/02/2026 !", "ngày 0/5 → ngày 00/5 !"}},
		{"tháng 13 năm 2026", []string{"tháng 13 năm 2026 !"}},

		// không phải ngày, tháng
		{"3/4 số hộ, 24/7, 24/24 giờ, 05/06 xóm, 1/2", nil},
		{"ngày 3/4,5 và ngày 3/4%", nil},
		{"Quý I/2026, năm 2026/2027, giai đoạn 2026-2030", nil},
		{"03 tháng đầu năm 2026, tháng 5, trong tháng 2 này", nil},
		{"5/12/2026/NQ, 12/12/12026, 1/1/1850, 10.5/12/2026", nil},
		{"hai ngày, 5 tháng 2 ngày", nil},
		{"x5/12/2026 ngàyx 5/12", nil},
		{"bangày 5/12", nil},
		{"", nil},
	} {
		var got []string
		for m := range Mentions(test.text) {
			said := test.text[m.Start:m.End]
			if m.Form != said {
				said += " → " + m.Form
			}
			if m.Impossible {
				said += " !"
			}
			got = append(got, said)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s\n-want +got:\n%s", test.text, diff)
		}
	}
}

func FuzzMentions(f *testing.F) {
	for _, text := range []string{
		"Kế hoạch số 5/KH-UBND ngày 5 tháng 2 năm 2026", "05-CT/TU, 30/2020/NĐ-CP, ngày 20/06, 31/02/2026", "tháng 04/2026 3/4 24/7",
		"ngày 5 tháng 12/2026-QĐ", "9/QĐ-", "1/2/", "ngày", "tháng ", "7-", "6/2022/",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for m := range Mentions(text) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%q: %+v after byte %d", text, m, last)
			}
			last = m.End
			said := text[m.Start:m.End]
			if !slices.Contains([]string{"", "0"}, strings.TrimSuffix(m.Form, said)) && m.Kind == NumberMention {
				t.Errorf("%q has the form %q", said, m.Form)
			}
			// What is written in the right form is found again, and is right.
			again := slices.Collect(Mentions(m.Form))
			if len(again) != 1 || again[0].Form != m.Form || again[0].Kind != m.Kind || again[0].Impossible != m.Impossible || again[0].End != len(m.Form) {
				t.Errorf("%q: %q is read again as %+v", text, m.Form, again)
			}
		}
	})
}

func BenchmarkMentions(b *testing.B) {
	text := strings.Repeat("Thực hiện Kế hoạch số 50/KH-UBND ngày 22/01/2026 của UBND tỉnh, trước ngày 20/6, 3/4 số hộ có ít nhất 01 buổi mỗi tháng. ", 250)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		n := 0
		for range Mentions(text) {
			n++
		}
		if n != 750 {
			b.Fatal(n)
		}
	}
}

func ExampleMentions() {
	for m := range Mentions("Kế hoạch số 5/KH-UBND ngày 22/01/2026") {
		fmt.Println(m.Form)
	}
	// Output:
	// 05/KH-UBND
	// ngày 22/01/2026
}
