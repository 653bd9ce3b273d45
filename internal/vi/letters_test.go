package vi

import (
	"fmt"
	"testing"
)

func TestLetterFollowsTheVietnameseAlphabet(t *testing.T) {
	var got string
	for n := 1; Letter(n) != ""; n++ {
		got += Letter(n)
		if index := LetterIndex(Letter(n)); index != n {
			t.Errorf("LetterIndex(%q) = %d, want %d", Letter(n), index, n)
		}
	}
	if want := "abcdđeghiklmnopqrstuvxy"; got != want {
		t.Errorf("points are %s, want %s", got, want)
	}
}

func TestLetterIndexIsZeroForOtherLetters(t *testing.T) {
	for _, s := range []string{"", "f", "j", "w", "z", "ă", "â", "A", "Đ", "ab", "1", "ð"} {
		if n := LetterIndex(s); n != 0 {
			t.Errorf("LetterIndex(%q) = %d", s, n)
		}
	}
	if Letter(0) != "" || Letter(-1) != "" || Letter(24) != "" {
		t.Error("a point outside the alphabet has a letter")
	}
}

func ExampleLetter() {
	fmt.Printf("%s) %s)\n", Letter(4), Letter(5))
	// Output: d) đ)
}
