package vi

const (
	slugCut = 80  // the longest slug Slug makes
	slugMax = 120 // the longest slug accepted; ids add a code to a slug
)

// Slug returns s as the last part of a web address: words of [a-z0-9] joined by
// single hyphens, without marks, đ as d, at most 80 bytes. A longer text is cut
// after the last whole word; a first word longer than that is cut within.
//
// Slug returns "" if s has no Latin letter and no digit. Different names may
// share a slug (Sơn Hà, Sơn Hạ), so the caller must look for collisions.
func Slug(s string) string {
	if len(s) <= slugCut && IsSlug(s) {
		return s
	}
	var b [slugCut]byte
	n := 0       // bytes of b in use
	whole := 0   // bytes of b that are whole words
	gap := false // whether a separator was seen since the last letter
	for r := range plain(s) {
		if !isSlugLetter(r) {
			gap = n > 0
			continue
		}
		if gap {
			whole = n
			if n+2 > slugCut {
				return string(b[:n])
			}
			b[n] = '-'
			n++
			gap = false
		}
		if n == slugCut {
			if whole == 0 {
				whole = n
			}
			return string(b[:whole])
		}
		b[n] = byte(r)
		n++
	}
	return string(b[:n])
}

// IsSlug reports whether s can be an id and part of a web address: lower-case
// ASCII letters and digits with single hyphens between them, not empty, at most
// 120 bytes.
func IsSlug(s string) bool {
	if len(s) == 0 || len(s) > slugMax || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		if !isSlugLetter(rune(s[i])) && (s[i] != '-' || s[i-1] == '-') {
			return false
		}
	}
	return true
}

func isSlugLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
}
