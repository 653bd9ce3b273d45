package vi

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MentionKind is what a Mention names.
type MentionKind int

// What texts name by figures.
const (
	NumberMention MentionKind = iota + 1 // of a document: "50/KH-UBND"
	DayMention                           // "ngày 05 tháng 02 năm 2026", "05/02/2026", "ngày 20/6"
	MonthMention                         // "tháng 4 năm 2026", "tháng 4/2026"
)

// A Mention is a document number or a date in a running text.
type Mention struct {
	Kind       MentionKind
	Start, End int    // bytes of the text, with the word "ngày" or "tháng"
	Form       string // the same as NĐ 30/2020 writes it
	Impossible bool   // a date that no calendar has: 31/02
}

// Mentions finds the document numbers and the dates of a text, in their order.
// It would rather miss one than take a fraction (3/4), a ratio (24/7) or a range
// for one: a day and month without a year have to follow "ngày", a month has to
// have its year.
//
// Document numbers follow one of three grammars: administrative (677/KH-BCA-X03;
// NĐ 30, Annex III), normative (30/2020/NĐ-CP) and of the Party (05-CT/TU).
// Numbers and days below 10 and the months 1 and 2 take a zero, other months none
// (NĐ 30, Annex I).
func Mentions(text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		for i := 0; i < len(text); i++ {
			if !isDigit(text[i]) {
				continue
			}
			m, found := mention(text, i)
			if found && !yield(m) {
				return
			}
			i = max(m.End, figureEnd(text, i)) - 1
		}
	}
}

// mention reads what is named by the figure that begins at a byte of the text.
func mention(text string, start int) (m Mention, found bool) {
	if !apart(text, start) {
		return Mention{}, false
	}
	if end := documentNumber(text, start); end > 0 {
		m = Mention{Kind: NumberMention, Start: start, End: end, Form: text[start:end]}
		if !isDigit(text[start+1]) {
			m.Form = "0" + m.Form
		}
		return m, true
	}
	if word := wordBefore(text, start, "tháng"); word >= 0 {
		month, end, ok := shortFigure(text, start)
		if end, hasYear := year(text, end, " năm ", "/"); ok && hasYear {
			return Mention{
				Kind: MonthMention, Start: word, End: end, Impossible: month < 1 || month > 12,
				Form: text[word:start] + officialMonth(month) + text[figureEnd(text, start):end],
			}, true
		}
		return Mention{}, false
	}
	return dayMention(text, start)
}

// dayMention reads a day with its month and perhaps its year.
func dayMention(text string, start int) (m Mention, found bool) {
	day, dayEnd, ok := shortFigure(text, start)
	if !ok {
		return Mention{}, false
	}
	m.Kind, m.Start = DayMention, start
	word := wordBefore(text, start, "ngày")
	if word >= 0 {
		m.Start = word
	}
	inWords := word >= 0 && strings.HasPrefix(text[dayEnd:], " tháng ")
	between := "/"
	if inWords {
		between = " tháng "
	}
	if !strings.HasPrefix(text[dayEnd:], between) {
		return Mention{}, false
	}
	monthStart := dayEnd + len(between)
	month, monthEnd, ok := shortFigure(text, monthStart)
	if !ok {
		return Mention{}, false
	}
	m.End = monthEnd
	end, hasYear := year(text, monthEnd, "/")
	if inWords && !hasYear {
		end, hasYear = year(text, monthEnd, " năm ")
	}
	anyYear := 2000 // has a 29th of February
	switch {
	case hasYear:
		m.End = end
		anyYear = number4(text[end-4:])
	case word < 0 || !over(text, monthEnd):
		return Mention{}, false
	}
	m.Impossible = day == 0 || month == 0 || NewDate(anyYear, month, day).IsZero()
	m.Form = text[m.Start:start] + fmt.Sprintf("%02d", day) + between + officialMonth(month) + text[monthEnd:m.End]
	return m, true
}

// documentNumber finds the end of a document number that begins at a byte of the
// text, 0 where there is none.
func documentNumber(text string, start int) int {
	i := figureEnd(text, start)
	if i == len(text) || i-start > 5 {
		return 0
	}
	end := 0
	switch mark := text[i]; {
	case mark == '-': // 05-CT/TU
		if end = symbol(text, i+1); end > 0 && end < len(text) && text[end] == '/' {
			end = symbol(text, end+1)
		} else {
			end = 0
		}
	case mark == '/' && i+1 < len(text) && isDigit(text[i+1]): // 30/2020/NĐ-CP
		if y, ok := year(text, i, "/"); !ok && y > 0 && text[y] == '/' {
			end = symbol(text, y+1)
		}
	case mark == '/': // 677/KH-BCA-X03
		if end = symbol(text, i+1); !strings.Contains(text[i:max(end, i)], "-") {
			end = 0
		}
	}
	if end > 0 && over(text, end) {
		return end
	}
	return 0
}

// symbol finds the end of letters such as "KH-UBND", "QH15", "TTg", which begin
// with two capitals or are joined to others by hyphens; 0 where there are none.
func symbol(text string, start int) int {
	end, capitals := start, 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case unicode.IsUpper(r):
			capitals++
		case capitals > 0 && (unicode.IsLower(r) || '0' <= r && r <= '9'):
		case r == '-' && capitals > 1 && end+1 < len(text) && joins(text[end+1:]):
		default:
			if capitals < 2 {
				return 0
			}
			return end
		}
		end += size
	}
	if capitals < 2 {
		return 0
	}
	return end
}

// joins reports whether a part of a symbol begins here, as "X03" of KH-BCA-X03.
func joins(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// apart reports whether a figure that begins here is no part of a word, of a
// fraction or of another figure.
func apart(text string, start int) bool {
	if start == 0 {
		return true
	}
	before, size := utf8.DecodeLastRuneInString(text[:start])
	switch before {
	case '/', '.', ',', '_':
		return false
	case '-': // a bullet or a range: "01/7/2025 -05/7/2025"
		return start == size || text[start-size-1] == ' '
	}
	return !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// over reports whether a figure or a symbol that ends here is not the beginning
// of a longer one.
func over(text string, end int) bool {
	if end == len(text) {
		return true
	}
	after, size := utf8.DecodeRuneInString(text[end:])
	rest := text[end+size:]
	switch after {
	case '/', '%', '_':
		return false
	case '.', ',':
		return rest == "" || !isDigit(rest[0])
	case '-':
		next, _ := utf8.DecodeRuneInString(rest)
		return !unicode.IsLetter(next)
	}
	return !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

// wordBefore is where a word begins that stands before a byte of the text, with
// one space between, -1 where it does not; its first letter may be a capital.
func wordBefore(text string, start int, word string) int {
	before, spaced := strings.CutSuffix(text[:start], word[1:]+" ")
	if !spaced || before == "" || before[len(before)-1]|0x20 != word[0] {
		return -1
	}
	begin := len(before) - 1
	if r, _ := utf8.DecodeLastRuneInString(text[:begin]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		return -1
	}
	return begin
}

// year reads one of some marks and a year of four digits after it, and gives the
// end of both. Where the year is not the end of a date, ok is false and end is
// still where its figure ends.
func year(text string, start int, marks ...string) (end int, ok bool) {
	for _, mark := range marks {
		rest, found := strings.CutPrefix(text[start:], mark)
		if !found || len(rest) < 4 || figureEnd(rest, 0) != 4 {
			continue
		}
		if n := number4(rest); n < minYear || n > maxYear {
			continue
		}
		end = start + len(mark) + 4
		return end, over(text, end)
	}
	return 0, false
}

// shortFigure reads a figure of one or two digits, as days and months are.
func shortFigure(text string, start int) (n, end int, ok bool) {
	end = figureEnd(text, start)
	if end == start || end-start > 2 {
		return 0, end, false
	}
	n, _ = parseDigits(text[start:end])
	return n, end, true
}

// number4 is the number that four digits write.
func number4(text string) int {
	n, _ := parseDigits(text[:4])
	return n
}

func figureEnd(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
