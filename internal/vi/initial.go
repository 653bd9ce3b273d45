package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Initial is the letter under which a name stands in a Vietnamese list: its
// first one, upper case and without its tone ("Ấp Bắc" under Â, "đèo" under Đ).
// A name that begins with no letter stands under "#".
func Initial(name string) string {
	r, _ := utf8.DecodeRuneInString(NFC(strings.TrimSpace(name)))
	if !unicode.IsLetter(r) {
		return "#"
	}
	bare := strings.Map(func(r rune) rune {
		switch r {
		case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323': // huyền sắc ngã hỏi nặng
			return -1
		}
		return r
	}, norm.NFD.String(string(unicode.ToUpper(r))))
	return NFC(bare)
}
