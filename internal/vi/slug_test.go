package vi

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSlug(t *testing.T) {
	for _, tt := range []struct{ promise, in, want string }{
		{"writes đ as d", "Đường làng Đặc khu", "duong-lang-dac-khu"},
		{"reads decomposed text alike", norm.NFD.String("Xã Hưng Nguyên"), "xa-hung-nguyen"},
		{"joins words with single hyphens", " Kế hoạch: 70/KH–UBND (2026) ", "ke-hoach-70-kh-ubnd-2026"},
		{"does not break a word at an invisible character", "dân\u200bvận", "danvan"},
		{"is empty when nothing is left", "…–!", ""},
		{"is empty for other scripts", "漢字", ""},
		{"keeps a slug", "xa-hung-nguyen-18001", "xa-hung-nguyen-18001"},
		{"cuts a long text after a whole word", strings.Repeat("thi đua ", 20), strings.TrimSuffix(strings.Repeat("thi-dua-", 10), "-")},
		{"keeps a word that just fits", strings.Repeat("a", 76) + " bcd e", strings.Repeat("a", 76) + "-bcd"},
		{"drops a word that just does not fit", strings.Repeat("a", 76) + " bcde", strings.Repeat("a", 76)},
		{"cuts within a single word that is too long", strings.Repeat("à", 100), strings.Repeat("a", 80)},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			if got := Slug(tt.in); got != tt.want {
				t.Errorf("Slug(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestIsSlug(t *testing.T) {
	for _, s := range []string{"a", "7", "xa-hung-nguyen-18001", strings.Repeat("a", 120)} {
		if !IsSlug(s) {
			t.Errorf("IsSlug(%q) = false", s)
		}
	}
	for _, s := range []string{"", "-", "-a", "a-", "a--b", "A", "xã", "a b", "a_b", "a/b", ".", strings.Repeat("a", 121)} {
		if IsSlug(s) {
			t.Errorf("IsSlug(%q) = true", s)
		}
	}
}

func TestSlugCopiesOnlyTheResult(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Slug("xa-hung-nguyen-18001") }); n != 0 {
		t.Errorf("%v allocations for a slug, want none", n)
	}
	if n := testing.AllocsPerRun(100, func() { Slug("Xã Hưng Nguyên") }); n > 1 {
		t.Errorf("%v allocations, want only the result", n)
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"", "Đường làng", strings.Repeat("a", 79) + " bc", strings.Repeat("à-", 60), "\xff–", "a\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Slug(s)
		if got != "" && !IsSlug(got) || len(got) > 80 {
			t.Errorf("Slug(%+q) = %q is no slug of at most 80 bytes", s, got)
		}
		if again := Slug(got); again != got {
			t.Errorf("Slug(%+q) = %q, but again %q", s, got, again)
		}
		if other := Slug(NFC(s)); other != got {
			t.Errorf("Slug(%+q) = %q, but in form C %q", s, got, other)
		}
		if other := Slug(Fold(s)); other != got {
			t.Errorf("Slug(%+q) = %q, but folded first %q", s, got, other)
		}
	})
}

func ExampleSlug() {
	fmt.Println(Slug("Mô hình “Camera an ninh” xã Đông Hiếu"))
	// Output: mo-hinh-camera-an-ninh-xa-dong-hieu
}

func BenchmarkSlug(b *testing.B) {
	for _, text := range []string{"Ủy ban nhân dân xã Hưng Nguyên", "uy-ban-nhan-dan-xa-hung-nguyen"} {
		b.Run(Slug(text)[:2]+fmt.Sprint(len(text)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Slug(text)
			}
		})
	}
}
