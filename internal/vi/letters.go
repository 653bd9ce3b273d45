package vi

import "slices"

// points are the letters of a), b), c) … in a document: the Vietnamese alphabet
// without ă â ê ô ơ ư, which are not used for numbering.
var points = []string{
	"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
	"n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y",
}

// Letter returns the letter of the n-th point (điểm) of a clause, counted from 1,
// in the order of the Vietnamese alphabet (NĐ 30, Annex I): a b c d đ e g h i k l
// m n o p q r s t u v x y. It returns "" if n is not in 1–23.
func Letter(n int) string {
	if n < 1 || n > len(points) {
		return ""
	}
	return points[n-1]
}

// LetterIndex returns the number of the point that s letters, counted from 1, or
// 0 if s is not one of the lower-case letters of [Letter] in form C.
func LetterIndex(s string) int { return slices.Index(points, s) + 1 }
