package vi

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s in Unicode Normalization Form C (UAX #15), the form all text of
// the program is kept in. File names from macOS and text copied out of PDFs
// arrive in form D.
func NFC(s string) string { return norm.NFC.String(s) }

// IsNFC reports whether s is in Unicode Normalization Form C.
func IsNFC(s string) bool { return norm.NFC.IsNormalString(s) }

// Clean returns s as an editor meant it: in form C, with no-break spaces as
// plain ones, without zero-width spaces, word joiners, byte-order marks and soft
// hyphens, with Đ where a look-alike (Ð, Ɖ) was typed, and with U+FFFD for bytes
// that are not UTF-8. Spelling, tone placement and line ends stay.
func Clean(s string) string {
	if isASCII(s) {
		return s
	}
	return NFC(strings.Map(func(r rune) rune {
		switch r {
		case '\u00A0', '\u2007', '\u202F':
			return ' '
		case '\u00AD', '\u200B', '\u2060', '\uFEFF':
			return -1
		case 'Ð', 'Ɖ':
			return 'Đ'
		case 'ð', 'ɖ':
			return 'đ'
		}
		return r
	}, s))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Fold returns the form of s in which text is searched, so that "dan van kheo"
// finds "Dân vận khéo". Index and query must both be folded:
//
//   - letters are lower-cased and lose their marks (Unicode category M, after
//     canonical decomposition), and đ becomes d: Vietnamese comes out as ASCII;
//   - invisible characters (category Cf) disappear;
//   - a run of dashes (category Pd, U+2212) with the spaces around it is one "-";
//   - any other run of white space is one space, and none is left at the ends.
//
// Letters of other scripts, digits and punctuation stay. Folding twice changes
// nothing more, and canonically equivalent texts fold alike.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	var gap byte // the space or dash owed before the next letter
	for r := range plain(s) {
		switch {
		case isDash(r):
			gap = '-'
		case unicode.IsSpace(r):
			if gap == 0 {
				gap = ' '
			}
		default:
			if gap == '-' || gap == ' ' && b.Len() > 0 {
				b.WriteByte(gap)
			}
			gap = 0
			b.WriteRune(r)
		}
	}
	if gap == '-' {
		b.WriteByte(gap)
	}
	return b.String()
}

// isFolded reports whether s is ASCII that Fold would return as it is.
func isFolded(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf, 'A' <= c && c <= 'Z', '\t' <= c && c <= '\r':
			return false
		case c == ' ' && (last == ' ' || last == '-'):
			return false
		case c == '-' && i > 0 && (last == ' ' || last == '-'):
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

func isDash(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '-'
	}
	return r == '−' || unicode.Is(unicode.Pd, r)
}

// plain yields the letters of s in lower case and without marks, đ as d, and
// everything else as it is; invisible characters are left out.
func plain(s string) iter.Seq[rune] {
	// Small enough to be inlined, so that no loop over it allocates.
	return func(yield func(rune) bool) { eachPlain(s, yield) }
}

func eachPlain(s string, yield func(rune) bool) {
	for _, r := range s {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		} else if r >= utf8.RuneSelf {
			c := plainLatin(r)
			if c == 0 {
				if !plainRune(r, yield) {
					return
				}
				continue
			}
			r = rune(c)
		}
		if !yield(r) {
			return
		}
	}
}

// plainRune does the work of plain for one rune of any script. It reports
// whether to go on.
func plainRune(r rune, yield func(rune) bool) bool {
	switch {
	case unicode.In(r, unicode.M, unicode.Cf):
		return true
	case norm.NFD.PropertiesString(string(r)).Decomposition() == nil && !unicode.Is(unicode.Hangul, r):
		return yield(lower(r))
	}
	// Only here does norm allocate. Hangul decomposes by rule and not by table.
	for _, r := range norm.NFD.String(string(r)) {
		if !unicode.Is(unicode.M, r) && !yield(lower(r)) {
			return false
		}
	}
	return true
}

// lower returns r in lower case, and d for đ and its look-alikes.
func lower(r rune) rune {
	switch r = unicode.ToLower(r); r {
	case 'đ', 'ð', 'ɖ':
		return 'd'
	}
	return r
}

// The blocks from Latin-1 to Latin Extended-B, and Latin Extended Additional,
// hold every precomposed Vietnamese letter.
const (
	latinLo, latinHi   = 0x00C0, 0x0250
	latinXLo, latinXHi = 0x1E00, 0x1F00
)

// plainLatin returns the ASCII letter that r folds to, or 0 if r is outside the
// table or does not fold to a single one.
func plainLatin(r rune) byte {
	switch {
	case r < latinLo:
	case r < latinHi:
		return latinTable[r-latinLo]
	case latinXLo <= r && r < latinXHi:
		return latinTable[r-latinXLo+latinHi-latinLo]
	}
	return 0
}

var latinTable = func() (t [latinHi - latinLo + latinXHi - latinXLo]byte) {
	for i := range t {
		r := rune(latinLo + i)
		if r >= latinHi {
			r += latinXLo - latinHi
		}
		n := 0
		plainRune(r, func(p rune) bool {
			n++
			if n == 1 && p < utf8.RuneSelf {
				t[i] = byte(p)
			} else {
				t[i] = 0
			}
			return true
		})
	}
	return t
}()
