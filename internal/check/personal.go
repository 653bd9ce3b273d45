package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// A personal is a number, or an address, that reaches or names one person.
type personal struct {
	kind   string // phone, citizen-id, bank-account, e-mail
	number string // digits without separators, of a phone as dialled in Vietnam
	offset int
}

// citizenID is the kind of number that is nobody's public contact.
const citizenID = "citizen-id"

// Setting finds what must not be public in a text of the site's settings, which
// may stand on every page. The contact of a portal is public by nature, as that
// of a unit is: a telephone or an address of mail may stand there, the number of
// a citizen nowhere, nor a mark of secrecy, nor a text in an old font.
func Setting(text string, contact bool) []portal.Problem {
	return unspeakable(text, func(found personal) bool { return contact && found.kind != citizenID })
}

// Line finds what must not be public in a line of a file that holds no record.
// Of the places of the problems only the column is known. Public are the numbers
// that may stand anywhere.
func Line(text string, public map[string]bool) []portal.Problem {
	return unspeakable(text, func(found personal) bool { return public[found.number] })
}

// unspeakable finds what must not be public in a text, but for the numbers that
// may stand there.
func unspeakable(text string, may func(personal) bool) (problems []portal.Problem) {
	report := func(offset int, rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: portal.Pos{Column: 1 + utf8.RuneCountInString(text[:offset])}, Rule: rule, Args: args})
	}
	for _, found := range personalNumbers(text) {
		if !may(found) {
			report(found.offset, "personal-number", []string{found.kind}, found.masked())
		}
	}
	if mark, offset := secrecyMark(text); mark != "" {
		report(offset, "secrecy", mark)
	}
	if offset := vi.OldEncoding(text); offset >= 0 {
		word, _, _ := strings.Cut(text[offset:], " ")
		report(offset, "old-encoding", word)
	}
	return problems
}

// masked shows enough to find the number again and too little to use it:
// messages land in logs.
func (p personal) masked() string {
	if local, domain, ok := strings.Cut(p.number, "@"); ok {
		return local[:min(len(local), 2)] + "…@" + domain
	}
	return p.number[:3] + "…" + p.number[len(p.number)-3:]
}

// PublicNumbers are the phones and addresses that the portal itself names as the
// way to a body: in the contacts of a unit, among the hotlines of a plan that is
// public. They may be repeated anywhere.
func PublicNumbers(p *portal.Portal) map[string]bool {
	public := map[string]bool{}
	for _, unit := range p.Units {
		for _, contact := range unit.Contacts {
			addReachable(public, contact.Value)
			addReachable(public, contact.Note)
		}
	}
	for _, plan := range p.Plans {
		if plan.Status.Public() {
			addHotlines(public, plan)
		}
	}
	return public
}

func addHotlines(numbers map[string]bool, plan *portal.Plan) {
	for _, hotline := range plan.Hotlines {
		addReachable(numbers, hotline.Text)
	}
}

func addReachable(numbers map[string]bool, text string) {
	for _, found := range personalNumbers(text) {
		if found.reaches() {
			numbers[found.number] = true
		}
	}
}

// reaches reports whether the number is one to call or write to. Others are
// nobody's way to a body, wherever they stand.
func (p personal) reaches() bool { return p.kind == "phone" || p.kind == "e-mail" }

// personalNumbers finds phone numbers, numbers of citizens and of bank accounts,
// and e-mail addresses at the providers that people use. It looks at numbers as
// people write them, in groups; one that begins inside a longer number, a web
// address or an id is none.
func personalNumbers(text string) (found []personal) {
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '@', c == '[', c == '(', c == fullWidth && strings.HasPrefix(text[i:], "＠"):
			if p, ok := personalMail(text, i); ok {
				found = append(found, p)
			}
			i++
		case c >= '0' && c <= '9', c == 'o', c == 'O', c == fullWidth:
			n := readNumber(text, i)
			if n.count == 0 { // some other character
				i++
				continue
			}
			p, end := n.personal(text)
			if p.kind != "" {
				found = append(found, p)
			}
			i = end
		default:
			i++
		}
	}
	return found
}

// fullWidth is the first byte of full-width digits and their punctuation.
const fullWidth = 0xEF

// ascii is r, if it is full-width, as it is on a keyboard.
func ascii(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		return r - 0xFF01 + '!'
	}
	return r
}

// A number is a row of groups of digits as it stands in a text.
type number struct {
	start  int
	digits [24]byte
	groups [12]group
	count  int // of groups
}

// A group ends after so many digits of the number. Next is what stands between
// it and the next one.
type group struct {
	digits int
	end    int
	next   between
}

// Between says how two groups of a number are kept apart.
type between byte

const (
	nothing between = iota // no digit follows
	spaces
	dots    // close, so that the number goes on
	hyphens // likewise
	signs   // close, a comma, a slash or the like, as only mobiles have them
	loose   // a dot or a dash with spaces
)

// readNumber reads the groups of digits from i on.
func readNumber(text string, i int) (n number) {
	n.start = i
	digits := 0
	for n.count < len(n.groups) {
		before := digits
		for i < len(text) && digits < len(n.digits) {
			r, size := utf8.DecodeRuneInString(text[i:])
			if r = ascii(r); digits == 0 && (r == 'o' || r == 'O') && i+1 < len(text) && strings.IndexByte("35789", text[i+1]) >= 0 {
				r = '0' // as a mobile begins for those who hide it
			}
			if r < '0' || r > '9' {
				break
			}
			n.digits[digits] = byte(r)
			digits++
			i += size
		}
		if digits == before {
			break
		}
		length, next := separator(text[i:])
		n.groups[n.count] = group{digits: digits, end: i, next: next}
		n.count++
		if next == nothing {
			break
		}
		i += length
	}
	if n.count > 0 {
		n.groups[n.count-1].next = nothing
	}
	return n
}

// longestSeparator is how many bytes may stand between two groups.
const longestSeparator = 32

// separator measures what stands between two groups: spaces, at most one line
// end, at most one dot, dash or other sign, brackets, and the marks of bold words.
func separator(text string) (length int, kind between) {
	gaps, lines := 0, 0
	sign := func(of between) bool {
		first := kind == nothing
		kind = of
		return first
	}
	for i := 0; i < min(len(text), longestSeparator); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '&' || r == '<' {
			if size = markup(text[i:]); size == 0 {
				return 0, nothing
			}
			if r == '&' {
				gaps++
			}
			i += size
			continue
		}
		switch r = ascii(r); {
		case r >= '0' && r <= '9':
			if i == 0 {
				return 0, nothing
			}
			switch {
			case kind == nothing:
				kind = spaces
			case gaps == 0:
			case kind == signs:
				return 0, nothing
			default:
				kind = loose
			}
			return i, kind
		case r == '\n':
			gaps++
			if lines++; lines > 1 {
				return 0, nothing
			}
		case unicode.IsSpace(r):
			gaps++
		case r == '.' || r == '·' || r == '•':
			if !sign(dots) {
				return 0, nothing
			}
		case r == '-' || r >= '‐' && r <= '―':
			if !sign(hyphens) {
				return 0, nothing
			}
		case r == ',' || r == '/' || r == '_':
			if !sign(signs) {
				return 0, nothing
			}
		case r == '(' || r == ')' || r == '*' || r == '\\':
		default:
			return 0, nothing
		}
		i += size
	}
	return 0, nothing
}

var (
	inlineTag   = regexp.MustCompile(`^</?(?i:b|em|font|i|small|span|strong|u|wbr)(?:\s[^<>]{0,16})?/?>`)
	spaceEntity = regexp.MustCompile(`^&(?i:nbsp|ensp|emsp|thinsp|#160|#xa0|#32|#8239);`)
)

// markup measures the tag, or the entity of a space, with which a text begins;
// 0 where it begins otherwise.
func markup(text string) int {
	text = text[:min(len(text), longestSeparator)]
	return len(inlineTag.FindString(text)) + len(spaceEntity.FindString(text))
}

// What the words before a number make of it. Between them and the number stand
// no others than these.
var (
	phoneWords   = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:điện thoại|s?đt|tel|phone|di động|zalo|viber|hotline|liên hệ|gọi|đường dây nóng)(?:[\s:=.()*_+-]|số|qua|theo|là|của|máy)*$`)
	citizenWords = regexp.MustCompile(`(?i)(?:cmt|cmt?nd|cccd|căn cước|chứng minh nhân dân|chứng minh thư|định danh)(?:(?:[\s:./()*_-]|số|công dân|nhân dân|cá nhân|thẻ|giấy|của|ông|bà|là|mã|cmnd|cccd|căn cước)*|[^\n;]{0,60}\ssố[\s:]*)$`)
	bankWords    = regexp.MustCompile(`(?:^|[^\pL])(?i:stk|(?:số )?tài khoản|(?:số )?tk)(?:[\s:.()*_–-]|(?i:số|ngân hàng|tại|mở|là)|\p{Lu}\pL*)*$`)
	companyWords = regexp.MustCompile(`(?i)(?:mã số thuế|mã số doanh nghiệp|mst|mã hồ sơ|mã vạch|mã đơn|mã sản phẩm|mã định mức|h(?:óa|oá) đơn|biên lai|biên nhận|hợp đồng|vận đơn|giấy phép|đăng ký kinh doanh|đkkd|sê-?ri|seri|serial|isbn|issn|gtin)(?:[\s:.()*_-]|số|là|điện tử|kinh doanh|bán hàng|ký hiệu|no)*$`)
)

// personal says what the number, or its beginning, is, and where to go on.
func (n *number) personal(text string) (p personal, end int) {
	end = n.groups[0].end
	if n.groups[n.count-1].digits < 9 || n.within(text) {
		return personal{}, end
	}
	before := n.introduction(text)
	for k := range n.count {
		digits := string(n.digits[:n.groups[k].digits])
		if len(digits) < 9 || !n.mayEnd(text, k) || digits[0] != '0' && isAmount(text[n.groups[k].end:]) {
			continue
		}
		kind, number := "", digits
		phone, plain := n.phone(text, k)
		count := n.hasSigns(k) || n.isRound(k) || n.isClock(k) // if it is no phone
		switch {
		case !count && k == n.count-1 && !n.isGrouped(k) && bankWords.MatchString(before):
			kind = "bank-account"
		case !count && (len(digits) == 9 && !n.reaches(12) || len(digits) == 12) && citizenWords.MatchString(before):
			kind = citizenID
		case phone != "" && (plain || !n.hasSigns(k) && phoneWords.MatchString(before)) && !companyWords.MatchString(before):
			kind, number = "phone", phone
		case !count && len(digits) == 12 && isCitizen(digits) && n.groups[0].digits > 2 && !companyWords.MatchString(before):
			kind = citizenID
		default:
			continue
		}
		return personal{kind, number, n.start}, n.groups[k].end
	}
	return personal{}, end
}

// sizes are how many digits each group up to group k has.
func (n *number) sizes(k int) []int {
	sizes := make([]int, k+1)
	before := 0
	for i := range sizes {
		sizes[i] = n.groups[i].digits - before
		before = n.groups[i].digits
	}
	return sizes
}

// hasSigns reports whether a comma, a slash or the like stands among the groups
// up to group k.
func (n *number) hasSigns(k int) bool {
	return slices.ContainsFunc(n.groups[:k], func(g group) bool { return g.next == signs })
}

// isRound reports whether the digits are those of an amount: 950000000.
func (n *number) isRound(k int) bool {
	digits := string(n.digits[:n.groups[k].digits])
	return digits[0] != '0' && strings.HasSuffix(digits, "000000")
}

// isGrouped reports whether the groups are those of an amount: 1.250.345.678.
func (n *number) isGrouped(k int) bool {
	sizes := n.sizes(k)
	threes := !slices.ContainsFunc(sizes[1:], func(size int) bool { return size != 3 })
	dotted := !slices.ContainsFunc(n.groups[:k], func(g group) bool { return g.next != dots })
	return k > 1 && n.digits[0] != '0' && sizes[0] <= 3 && threes && dotted
}

// isClock reports whether the groups are hours or years: 0800 - 1130, 2026 2027.
func (n *number) isClock(k int) bool {
	if k == 0 {
		return false
	}
	for i, size := range n.sizes(k) {
		end := n.groups[i].digits
		if size != 4 {
			return false
		}
		high, low := string(n.digits[end-4:end-2]), string(n.digits[end-2:end])
		if (high > "23" || low > "59") && high != "19" && high != "20" {
			return false
		}
	}
	return true
}

// introduction is what stands before the number, on its line.
func (n *number) introduction(text string) string {
	before := n.before(text)
	return before[strings.LastIndexByte(before, '\n')+1:]
}

// before is so much of the text before the number as may say what it is.
func (n *number) before(text string) string { return text[max(0, n.start-160):n.start] }

// within reports whether the digits begin inside something else: a word, a
// longer number, a web address, an id.
func (n *number) within(text string) bool {
	before := n.before(text)
	last, size := utf8.DecodeLastRuneInString(before)
	switch {
	case unicode.IsDigit(last):
		return true
	case unicode.IsLetter(last):
		return !phoneWords.MatchString(n.introduction(text))
	case last == '#', n.groups[0].digits < 9 && strings.ContainsRune(",./-–_", last):
		earlier, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
		if unicode.IsDigit(earlier) || strings.ContainsRune("#_", last) && (unicode.IsLetter(earlier) || earlier == '&') {
			return true
		}
	}
	token, _ := lastRun(before, func(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune(`([<"'“‘`, r) })
	if token == "" {
		return false
	}
	for _, dialled := range []string{"zalo.me/", "wa.me/", "tel:"} { // these addresses are numbers
		if strings.HasSuffix(strings.TrimSuffix(token, "+"), dialled) {
			return false
		}
	}
	id := strings.Count(token, "-") > 1 && strings.Trim(token, "abcdefghijklmnopqrstuvwxyz0123456789-#/") == ""
	query := strings.HasSuffix(token, "=") && strings.ContainsAny(token, "?&")
	return id || query || strings.Contains(token, "://") || strings.HasPrefix(token, "www.") || strings.Contains(token, ".vn/")
}

// mayEnd reports whether the number can end after group k: nothing that belongs
// to it follows. A group that is a whole number needs no more.
func (n *number) mayEnd(text string, k int) bool {
	if next := n.groups[k].next; k > 0 && (next == dots || next == hyphens || next == signs) {
		return false
	}
	after := text[n.groups[k].end:]
	next, size := utf8.DecodeRuneInString(after)
	if next == ',' && k > 0 {
		next, _ = utf8.DecodeRuneInString(after[size:])
		return !unicode.IsDigit(next)
	}
	return !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != '@' && next != '%'
}

// phone is the number up to group k as it is dialled in Vietnam, "" where it is
// no phone number: ten digits of a mobile, eleven of a landline or of a mobile
// before 2018. Plain ones need no word that introduces them; groups of two digits
// may be a row of counts, and 84.912.345.678 an amount.
func (n *number) phone(text string, k int) (dialled string, plain bool) {
	digits := string(n.digits[:n.groups[k].digits])
	first := n.groups[0]
	abroad, international := strings.CutPrefix(digits, "84")
	switch {
	case strings.HasSuffix(text[:n.start], "+"), strings.HasSuffix(text[:n.start], "＋"):
		plain = true
	case strings.HasPrefix(digits, "0084"):
		abroad, international, plain = digits[4:], true, true
	case international:
		plain = k <= 1 || first.digits > 3 || first.digits == 2 && first.next != dots
	default:
		plain = first.digits > 2 || n.isPaired(k)
	}
	if international {
		digits = "0" + strings.TrimPrefix(abroad, "0")
	}
	if len(digits) < 10 || digits[0] != '0' || n.isDate() || n.hasSigns(k) && slices.ContainsFunc(n.sizes(k), func(size int) bool { return size != 3 && size != 4 }) {
		return "", false
	}
	switch second := digits[1]; {
	case len(digits) == 10 && strings.IndexByte("35789", second) >= 0,
		len(digits) == 11 && second == '2',
		len(digits) == 11 && second == '1' && strings.IndexByte("2689", digits[2]) >= 0:
		return digits, plain
	}
	return "", false
}

// isPaired reports whether the number is five pairs of digits with dots or
// hyphens between them.
func (n *number) isPaired(k int) bool {
	pairs := !slices.ContainsFunc(n.sizes(k), func(size int) bool { return size != 2 })
	close := !slices.ContainsFunc(n.groups[:k], func(g group) bool { return g.next != dots && g.next != hyphens })
	return k == 4 && pairs && close
}

// reaches reports whether a group of the number ends after so many digits.
func (n *number) reaches(digits int) bool {
	return slices.ContainsFunc(n.groups[:n.count], func(g group) bool { return g.digits == digits })
}

// isDate reports whether the number begins as 03-05-2026.
func (n *number) isDate() bool {
	if n.count < 3 || n.groups[0].digits > 2 || n.groups[1].digits-n.groups[0].digits > 2 || n.groups[2].digits-n.groups[1].digits != 4 {
		return false
	}
	century := string(n.digits[n.groups[1].digits:][:2])
	return century == "19" || century == "20"
}

// isCitizen reports whether twelve digits are the number of a citizen: they
// begin with the code that a province had, 001 to 096 (Thông tư 59/2021/TT-BCA).
func isCitizen(digits string) bool {
	return digits[0] == '0' && digits[1:3] > "00" && digits[1:3] < "97"
}

// countWords stand after amounts of money and of people, which may be as long as
// a number.
var countWords = []string{"đồng", "đ", "vnđ", "vnd", "usd", "người", "lượt", "hộ", "triệu", "tỷ", "tỉ"}

// isAmount reports whether what follows a number makes it an amount. "đồng chí"
// is a comrade.
func isAmount(after string) bool {
	words := strings.Fields(strings.ToLower(after[:min(len(after), 40)]))
	if len(words) == 0 || len(words) > 1 && words[0] == "đồng" && strings.HasPrefix(words[1], "chí") {
		return false
	}
	return slices.Contains(countWords, strings.TrimRight(words[0], ".,;:)"))
}

// mailProviders are those whose addresses are persons', by the first label of
// their domains. Offices have domains of their own.
var mailProviders = []string{
	"aol", "gmail", "googlemail", "hotmail", "icloud", "live", "msn", "outlook", "proton", "protonmail", "rocketmail", "yahoo", "ymail", "zoho",
}

// isProvider reports whether a domain is a provider's: not live.gov.vn.
func isProvider(domain string) bool {
	label, rest, _ := strings.Cut(domain, ".")
	return domain == "me.com" || slices.Contains(mailProviders, label) && rest != "" && !strings.HasSuffix(domain, ".gov.vn")
}

// mailSign is an @, also as it is written for people alone.
var mailSign = regexp.MustCompile(`^ ?(?:[@＠]|\[ ?(?i:at|a còng) ?\]|\( ?(?i:at|a còng) ?\)) ?`)

// personalMail reads the e-mail address around an @.
func personalMail(text string, i int) (p personal, ok bool) {
	sign := mailSign.FindString(text[i:min(len(text), i+longestSeparator)])
	if sign == "" {
		return personal{}, false
	}
	local, start := lastRun(strings.TrimSuffix(text[:i], " "), func(r rune) bool { return isMailRune(r) || strings.ContainsRune("+%_", r) })
	domain := text[i+len(sign):]
	if end := strings.IndexFunc(domain, func(r rune) bool { return !isMailRune(r) }); end >= 0 {
		domain = domain[:end]
	}
	domain = strings.ToLower(strings.TrimRight(domain, ".-"))
	if local == "" || !isProvider(domain) {
		return personal{}, false
	}
	return personal{"e-mail", strings.ToLower(local) + "@" + domain, start}, true
}

func isMailRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-'
}
