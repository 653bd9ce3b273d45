package vi

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ promise, in, want string }{
		{"composes letters that came apart", "u\u031b\u0323 a\u0306\u0301", "ự ắ"},
		{"makes no-break spaces plain", "Hưng\u00a0Nguyên\u202f5\u2007%", "Hưng Nguyên 5 %"},
		{"drops what nobody sees", "\ufeffdân\u200b vận\u00ad khéo\u2060", "dân vận khéo"},
		{"composes across what it drops", "a\u200b\u0301", "á"},
		{"puts Đ for its look-alikes", "Ðà Nẵng, Ɖông, ðường, ɖi", "Đà Nẵng, Đông, đường, đi"},
		{"marks bytes that are not UTF-8", "x\xffy", "x\uFFFDy"},
		{"leaves spelling, quotes and line ends alone", "hoà “hòa”\r\n\tuỷ", "hoà “hòa”\r\n\tuỷ"},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			if got := Clean(tt.in); got != tt.want {
				t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestFold(t *testing.T) {
	for _, tt := range []struct{ promise, in, want string }{
		{"keeps nothing of nothing", "", ""},
		{"lets people search without marks", "Dân vận khéo ở Đường ẤM", "dan van kheo o duong am"},
		{"reads decomposed text alike", norm.NFD.String("Nghệ Ấn Độ"), "nghe an do"},
		{"finds both tone placements", "hoà hòa uỷ ủy", "hoa hoa uy uy"},
		{"writes all dashes alike", "2026 - 2030, 2026–2030, 2026 — 2030, 5−1", "2026-2030, 2026-2030, 2026-2030, 5-1"},
		{"takes a run of dashes as one", "a - – -- b", "a-b"},
		{"keeps a dash at either end", " - mục - ", "-muc-"},
		{"collapses white space", "\t xã \u00a0\n Hưng\u3000Nguyên ", "xa hung nguyen"},
		{"ignores invisible characters", "dân\u200bvận\ufeff \u00ad\u200e", "danvan"},
		{"takes look-alikes of Đ for d", "Ðà Ɖà ð ɖ", "da da d d"},
		{"keeps digits and punctuation", "Số: 70/KH-UBND (100%)", "so: 70/kh-ubnd (100%)"},
		{"keeps other scripts", "Ж漢λ", "ж漢λ"},
		{"knows that ASCII may need folding", "a  b", "a b"},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			if got := Fold(tt.in); got != tt.want {
				t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestFoldTurnsEveryVietnameseLetterIntoASCII(t *testing.T) {
	for _, vowel := range "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
		for _, tone := range []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"} {
			letter := NFC(string(vowel) + tone)
			got := Fold(letter)
			if len(got) != 1 || !strings.Contains("aeiouy", got) {
				t.Errorf("Fold(%q) = %q", letter, got)
			}
		}
	}
}

func TestFoldIsStableForEveryRune(t *testing.T) {
	const end = 0x32000 // no letters beyond
	for r := range rune(end) {
		if utf8.ValidRune(r) {
			checkFold(t, string(r))
		}
	}
}

func TestFoldKeepsFoldedASCIIWithoutCopying(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Fold("dan van kheo 2026-2030") }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
	if n := testing.AllocsPerRun(100, func() { Fold("Dân vận khéo 2026 – 2030") }); n > 1 {
		t.Errorf("%v allocations, want only the result", n)
	}
}

func checkFold(t *testing.T, s string) {
	t.Helper()
	got := Fold(s)
	if again := Fold(got); again != got {
		t.Errorf("Fold(%+q) = %+q, but folded again %+q", s, got, again)
	}
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		if other := Fold(form.String(s)); other != got {
			t.Errorf("Fold(%+q) = %+q, but for an equivalent text %+q", s, got, other)
		}
	}
	if strings.ContainsFunc(got, unicode.IsUpper) && strings.ToLower(got) != got {
		t.Errorf("Fold(%+q) = %+q has capitals", s, got)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "Đường làng", "a\u0301\u0323 - b", "hoà–hòa", "\xff\u00ad", "İSTANBUL ß ﬁ 가", "-- -", "\u302e\u1d165"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkFold(t, s)
		clean := Clean(s)
		if again := Clean(clean); again != clean {
			t.Errorf("Clean(%+q) = %+q, but cleaned again %+q", s, clean, again)
		}
		if !utf8.ValidString(clean) || !IsNFC(clean) {
			t.Errorf("Clean(%+q) = %+q is not valid text in form C", s, clean)
		}
	})
}

func ExampleFold() {
	fmt.Println(Fold("Dân vận khéo, giai đoạn 2026 – 2030"))
	// Output: dan van kheo, giai doan 2026-2030
}

const sentence = "Ủy ban nhân dân xã Hưng Nguyên phát động phong trào thi đua “Dân vận khéo” giai đoạn 2026 – 2030"

func BenchmarkFold(b *testing.B) {
	for _, bb := range []struct{ name, text string }{
		{"vietnamese", sentence},
		{"decomposed", norm.NFD.String(sentence)},
		{"folded", Fold(sentence[:60])},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bb.text)))
			for b.Loop() {
				Fold(bb.text)
			}
		})
	}
}
