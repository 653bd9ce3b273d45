package vi

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Compare returns -1, 0 or +1 as a sorts before, equal to or after b in
// Vietnamese order (CLDR 23, locale vi): the letters a ă â b c d đ e ê …, then
// the tones ngang huyền hỏi ngã sắc nặng over the whole string, then lower
// before upper case. Numbers sort by value (Xóm 2, Xóm 10), and hoà sorts with
// hòa. Texts that this order cannot tell apart are ordered by their bytes, so
// only equal strings compare as 0.
//
// Compare may be used by several goroutines and fits [slices.SortFunc]. For
// more than a handful of strings [SortBy] is much faster.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	k := keyers.Get().(*keyer)
	defer keyers.Put(k)
	k.buf.Reset()
	return cmp.Or(bytes.Compare(k.key(a), k.key(b)), strings.Compare(a, b))
}

// SortBy sorts items by key in the order of [Compare]. The sort is stable, and
// key is called once for each item.
func SortBy[T any](items []T, key func(T) string) {
	sortByFields(items, key, func(s string) [3]string { return [3]string{s} })
}

// SortPeople sorts items by the full name of a person, the way Vietnamese lists
// do: by given name (tên, the last word), then by family name (họ, the first),
// then by what is between (tên đệm), each in the order of [Compare]. The sort is
// stable, and name is called once for each item.
//
// A name must come without title or rank. Where the given name has two words,
// name may join them with a no-break space: "Nguyễn Thị Ánh\u00A0Nguyệt".
func SortPeople[T any](items []T, name func(T) string) {
	sortByFields(items, name, splitName)
}

// splitName cuts a full name at plain spaces into given, family and middle name.
// A single word is a given name.
func splitName(s string) [3]string {
	s = strings.Trim(s, " ")
	i := strings.LastIndexByte(s, ' ')
	given, rest := s[i+1:], strings.TrimRight(s[:max(i, 0)], " ")
	family, middle, _ := strings.Cut(rest, " ")
	return [3]string{given, family, strings.TrimLeft(middle, " ")}
}

// sortByFields sorts items by the fields that split finds in their text, one
// after the other, then by the bytes of the text. The fields keep separate keys:
// in a joined one a family name would decide before the tone of a given name.
func sortByFields[T any](items []T, text func(T) string, split func(string) [3]string) {
	type keyed struct {
		item T
		text string
		keys [3][]byte
	}
	k := newKeyer()
	list := make([]keyed, len(items))
	for i, item := range items {
		list[i] = keyed{item: item, text: text(item)}
		for f, field := range split(list[i].text) {
			if field != "" {
				list[i].keys[f] = k.key(field)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b keyed) int {
		for f := range a.keys {
			if c := bytes.Compare(a.keys[f], b.keys[f]); c != 0 {
				return c
			}
		}
		return strings.Compare(a.text, b.text)
	})
	for i := range list {
		items[i] = list[i].item
	}
}

// A keyer makes sort keys. Neither a collator nor its buffer may be shared.
type keyer struct {
	col *collate.Collator
	buf collate.Buffer
}

func newKeyer() *keyer {
	return &keyer{col: collate.New(language.Vietnamese, collate.Numeric)}
}

var keyers = sync.Pool{New: func() any { return newKeyer() }}

// key returns the sort key of s, valid until k.buf is reset. Keys are compared
// everywhere, because the collator's own CompareString does not always agree
// with them (https://go.dev/issue/68166).
func (k *keyer) key(s string) []byte {
	return k.col.KeyFromString(&k.buf, oldTones(Clean(s)))
}
