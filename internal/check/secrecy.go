package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Marks of state secrecy and of restricted circulation (Luật Bảo vệ bí mật nhà
// nước 2018; Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 10a and 11), in small
// letters and without spaces, longer ones before those they hold.
var secrecyMarks = []string{
	"tàiliệutuyệtmật", "tàiliệutốimật", "tàiliệumật", "tàiliệunàychỉlưuhànhnộibộ", "tàiliệuchỉlưuhànhnộibộ", "tàiliệulưuhànhnộibộ",
	"vănbảnmật", "mứcđộmật", "tuyệtmật", "tốimật", "mậta", "mậtb", "mậtc", "mật",
	"chỉlưuhànhnộibộ", "lưuhànhnộibộ", "xemxongtrảlại", "độmật",
}

// Words that make another word with "mật", before it and after it: a secret,
// honey, a password; and what comes before the given name Mật.
var (
	beforeMat = []string{"bí", "bảo", "cẩn", "cơ", "đức", "đường", "gan", "hữu", "lấy", "nghiêm", "ong", "quay", "sỏi", "thân", "thị", "trăng", "túi", "văn"}
	afterMat  = []string{"báo", "danh", "đàm", "độ", "hiệu", "khẩu", "lệnh", "mã", "mía", "nghị", "ngọt", "ngữ", "nguyệt", "ong", "phục", "rừng", "sơn", "thám", "thiết", "thư", "tông", "vụ", "ước"}
)

// A spelling is a mark letter by letter, small and capital.
type spelling struct {
	name    string
	letters [][2]rune
}

func spell(name string) spelling {
	s := spelling{name: name}
	for _, letter := range name {
		s.letters = append(s.letters, [2]rune{letter, unicode.ToUpper(letter)})
	}
	return s
}

// secrecyLevels are those that "độ mật" may name.
var secrecyLevels = []spelling{spell("tuyệtmật"), spell("tốimật"), spell("mật"), spell("a"), spell("b"), spell("c")}

var spellings, secrecyGlance = func() (from [256][]spelling, g *glance) {
	g = new(glance)
	for _, name := range secrecyMarks {
		s := spell(name)
		g.learn(name, gaps)
		small, capital := name[0], string(s.letters[0][1])[0]
		from[small] = append(from[small], s)
		if capital != small {
			from[capital] = append(from[capital], s)
		}
		if small < utf8.RuneSelf {
			from[fullWidth] = append(from[fullWidth], s)
		}
	}
	for _, second := range []byte{0xBC, 0xBD} { // of the letters of full width
		g.know(fullWidth, second)
	}
	return from, g
}()

// secrecyMark finds the first mark by which a text says of itself that it is not
// for the public, and where. A mark stands on a line of its own or in brackets,
// however it is spelt, or it is in capitals. What a sentence says about secrets
// ("bảo vệ bí mật nhà nước", "độ mật của tài liệu") is no mark, nor is honey.
func secrecyMark(text string) (mark string, offset int) {
	from := 0
	for i := range len(text) {
		if i < from || !secrecyGlance.may(text, i) {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); unicode.IsLetter(before) || unicode.IsDigit(before) {
			continue
		}
		for _, s := range spellings[text[i]] {
			length, capitals := s.in(text[i:])
			if length == 0 {
				continue
			}
			m := marking{text, i, i + length, s.name, capitals}
			if m.isMark() {
				return strings.Join(strings.Fields(text[m.start:m.end]), " "), i
			}
			from = m.end
			break
		}
	}
	return "", 0
}

// in measures how much of a text spells the mark, in letters of any size and
// width, with any spaces, hyphens and at most one line end in a row among them, as
// a word of its own; 0 where it does not. Capitals tells that there are no small
// letters.
func (s spelling) in(text string) (length int, capitals bool) {
	capitals = true
	gap, lines := 0, 0
	for n := 0; n < len(s.letters); {
		r, size := utf8.DecodeRuneInString(text[length:])
		length += size
		switch letter, r := s.letters[n], ascii(r); {
		case r == letter[0] || r == letter[1]:
			capitals = capitals && r == letter[1]
			gap, lines = 0, 0
			n++
		case n > 0 && r == '\n' && lines == 0:
			lines++
		case gap < 8 && (isGap(r) || r == '-' || r == '\r'):
			gap++
		default:
			return 0, false
		}
	}
	if after, _ := utf8.DecodeRuneInString(text[length:]); unicode.IsLetter(after) || unicode.IsDigit(after) {
		return 0, false
	}
	return length, capitals
}

// gaps may stand among the letters of a mark: spaces and line ends, hyphens, and
// the signs of bold words.
const gaps = " \t\r\n\u00a0\u2007\u2009\u202f\u3000*_-"

func isGap(r rune) bool {
	switch r {
	case ' ', '\t', '\u00a0', '\u2007', '\u2009', '\u202f', '\u3000', '*', '_':
		return true
	}
	return false
}

// A marking is a place where a text spells a mark.
type marking struct {
	text       string
	start, end int
	name       string // of secrecyMarks
	capitals   bool
}

// isMark reports whether the words stand there as a mark.
func (m marking) isMark() bool {
	bare := m.name == "mật"
	before, after := m.left(""), m.right(".!;")
	begins := m.beginsLine("+-#>“\"‘'«([")
	opens := m.beginsLine("") || strings.ContainsRune(":–—|", before)
	closes := strings.ContainsRune("\n-–—|", after)
	alone := begins && m.right(".!;”\"’'»)]") == '\n'
	bracketed := strings.ContainsRune("([", before) && strings.ContainsRune(")]", m.right(""))
	quoted := strings.ContainsRune("“\"‘'«", before) && strings.ContainsRune("”\"’'»", after)
	first, _ := utf8.DecodeRuneInString(m.text[m.start:])
	switch {
	case strings.HasSuffix(m.name, "độmật"):
		return m.saysLevel()
	case bare && m.compound():
		return false
	case bare && (before == '-' || before == '+'): // honey, in a list
		return m.capitals && (alone || before == '-' && !begins)
	case strings.HasPrefix(m.name, "mật") && (alone || bracketed):
		return unicode.IsUpper(first)
	case alone || bracketed:
		return true
	case quoted: // somebody speaks of the mark
		return false
	case m.capitals && (m.name == "vănbảnmật" || m.name == "tàiliệumật"): // a title may speak of such papers
		return !m.amongCapitals()
	case m.capitals:
		return true
	case begins && m.right("") == '.': // a sentence of its own
		return !bare
	}
	return !bare && opens && closes
}

// saysLevel reports whether "độ mật" begins a line and names a level: "Độ mật:
// Tối mật", or a level and no more.
func (m marking) saysLevel() bool {
	if !m.beginsLine("+-#>([|") {
		return false
	}
	rest := strings.TrimLeftFunc(m.text[m.end:], isGap)
	value := strings.TrimLeft(rest, ":|")
	marked := value != rest
	value = strings.TrimLeftFunc(value, func(r rune) bool { return isGap(r) || strings.ContainsRune("-–“\"'", r) })
	for _, level := range secrecyLevels {
		if length, _ := level.in(value); length > 0 && (marked || (marking{text: m.text, end: len(m.text) - len(value) + length}).right(".;)]") == '\n') {
			return true
		}
	}
	return false
}

// beginsLine reports whether nothing stands before the words on their line but
// spaces, characters to skip and the number of a list.
func (m marking) beginsLine(skip string) bool {
	line := m.text[strings.LastIndexByte(m.text[:m.start], '\n')+1 : m.start]
	line = strings.TrimFunc(line, func(r rune) bool { return isGap(r) || strings.ContainsRune(skip, r) })
	number := strings.TrimLeft(line, "0123456789")
	return line == "" || number != line && (number == "." || number == ")")
}

// left is the character before the words, but for spaces and those to skip; a
// line end where the text begins.
func (m marking) left(skip string) rune {
	before := strings.TrimRightFunc(m.text[:m.start], func(r rune) bool { return isGap(r) || strings.ContainsRune(skip, r) })
	if before == "" {
		return '\n'
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	return r
}

// right is the character after the words, likewise.
func (m marking) right(skip string) rune {
	after := strings.TrimLeftFunc(m.text[m.end:], func(r rune) bool { return isGap(r) || strings.ContainsRune(skip, r) })
	if after == "" {
		return '\n'
	}
	r, _ := utf8.DecodeRuneInString(after)
	return r
}

// compound reports whether "mật" is a part of another word: "BẢO VỆ BÍ MẬT NHÀ
// NƯỚC", "MẬT ONG".
func (m marking) compound() bool {
	before, after := m.neighbours()
	return slices.Contains(beforeMat, strings.ToLower(before)) || slices.Contains(afterMat, strings.ToLower(after))
}

// amongCapitals reports whether a word in capitals stands beside the words.
func (m marking) amongCapitals() bool {
	before, after := m.neighbours()
	capitals := func(word string) bool { return word != "" && word == strings.ToUpper(word) }
	return capitals(before) || capitals(after)
}

// neighbours are the words beside, "" where a sign parts them. One line may end
// before the words, none after them: what begins there is something else.
func (m marking) neighbours() (before, after string) {
	start := strings.TrimRightFunc(m.text[:m.start], isGap)
	start = strings.TrimSuffix(strings.TrimSuffix(start, "\n"), "\r")
	before, _ = lastRun(strings.TrimRightFunc(start, isGap), unicode.IsLetter)
	after = strings.TrimLeftFunc(m.text[m.end:], isGap)
	return before, after[:len(after)-len(strings.TrimLeftFunc(after, unicode.IsLetter))]
}

// lastRun is the end of a text in which all characters are of a sort, and where
// it begins.
func lastRun(text string, of func(rune) bool) (run string, start int) {
	start = len(strings.TrimRightFunc(text, of))
	return text[start:], start
}
