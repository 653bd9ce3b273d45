package vi

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"regexp"
	"strconv"
	"strings"
)

// maxDigits is how many digits a Number may be written with. A float64 holds
// every integer of so many digits exactly.
const maxDigits = 15

var pow10 = func() (t [maxDigits + 1]int64) {
	t[0] = 1
	for i := range maxDigits {
		t[i+1] = 10 * t[i]
	}
	return t
}()

// A Number is an exact decimal of at most 15 digits, as quantities are written
// in plans and results. The zero Number is "no number" (chưa có số liệu), which
// is not 0. Numbers may be compared with ==: 2, 02 and 2,0 are equal.
type Number struct {
	units int64 // the value times 10^scale
	scale int8  // digits after the mark, the last of them not 0
	set   bool
}

// newNumber returns units / 10^scale, or no number if it takes too many digits.
func newNumber(units int64, scale int8) Number {
	for scale > 0 && units%10 == 0 {
		units /= 10
		scale--
	}
	limit := pow10[maxDigits]
	if scale == 3 {
		limit = pow10[maxDigits-1] // String adds a digit
	}
	if scale >= maxDigits || units <= -limit || units >= limit {
		return Number{}
	}
	return Number{units, scale, true}
}

// IntNumber returns n as a Number, or no number if n has more than 15 digits.
func IntNumber(n int64) Number { return newNumber(n, 0) }

// ParseNumber reads digits, with an optional minus before them and at most one
// decimal mark, "." or ",", among them: "95", "-0,5", "99.5", "02". It refuses
// with a [*NumberError] anything else: spaces, signs such as % or +, exponents,
// two marks, more than 15 digits, and a mark followed by exactly three digits,
// since "1.500" is 1500 to one reader and 1.5 to another. Write 1500 or 1.5.
func ParseNumber(s string) (Number, error) {
	n, decimals, ok := parseNumber(s)
	if !ok || decimals == 3 {
		return Number{}, &NumberError{Text: s, Ambiguous: ok}
	}
	return n, nil
}

// parseNumber reads s with the mark as a decimal one, and tells how many digits
// follow it. The form may be right and n unset: with three decimals, 15 digits are
// one too many.
func parseNumber(s string) (n Number, decimals int, ok bool) {
	digits, negative := strings.CutPrefix(s, "-")
	if len(digits) > maxDigits+1 {
		return Number{}, 0, false
	}
	var units int64
	mark := -1
	for i := range len(digits) {
		switch c := digits[i]; {
		case '0' <= c && c <= '9':
			units = units*10 + int64(c-'0')
		case (c == '.' || c == ',') && mark < 0 && i > 0:
			mark = i
		default:
			return Number{}, 0, false
		}
	}
	count := len(digits)
	if mark >= 0 {
		count--
		decimals = count - mark
	}
	if count == 0 || count > maxDigits || mark >= 0 && decimals == 0 {
		return Number{}, 0, false
	}
	if negative {
		units = -units
	}
	return newNumber(units, int8(decimals)), decimals, true
}

// A NumberError says that a text is not a number.
type NumberError struct {
	Text      string // the text as given
	Ambiguous bool   // exactly three digits follow the mark: thousands or decimals?
}

func (e *NumberError) Error() string {
	if e.Ambiguous {
		return fmt.Sprintf("%q is ambiguous: three digits after a mark may be thousands or decimals", e.Text)
	}
	return fmt.Sprintf("%q is not a number such as 95, 1500 or 99.5", e.Text)
}

// grouped is a number with marks between thousands: more than one of a kind, or
// another one before the decimals.
var grouped = regexp.MustCompile(`^-?\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:,\d{3}){2,}(?:\.\d+)?|(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+|(?: \d{3})+(?:[.,]\d+)?)$`)

// SuggestNumber guesses what number somebody meant by a text that [ParseNumber]
// refuses: one with marks between thousands that can be read in one way only.
// "" is no guess.
func SuggestNumber(s string) string {
	if !grouped.MatchString(s) {
		return ""
	}
	last := strings.LastIndexAny(s, "., ")
	mark := s[last]
	decimals := ""
	if strings.Count(s, string(mark)) == 1 && mark != ' ' {
		s, decimals = s[:last], s[last:]
	}
	digits := strings.NewReplacer(".", "", ",", "", " ", "").Replace(s)
	if len(decimals) == 1+3 {
		decimals += "0" // three decimals may be thousands again
	}
	if _, err := ParseNumber(digits + decimals); err != nil {
		return ""
	}
	return digits + decimals
}

// IsSet reports whether n is a number at all.
func (n Number) IsSet() bool { return n.set }

// Equal reports whether n and o are the same number, or both none, as == does;
// it is here for generic code such as go-cmp.
func (n Number) Equal(o Number) bool { return n == o }

// Sign returns -1, 0 or +1; 0 also for no number.
func (n Number) Sign() int { return cmp.Compare(n.units, 0) }

// Compare returns -1, 0 or +1 by value, exactly; no number sorts before all.
func (n Number) Compare(o Number) int {
	if !n.set || !o.set {
		switch {
		case n.set:
			return 1
		case o.set:
			return -1
		}
		return 0
	}
	np, op := pow10[n.scale], pow10[o.scale]
	return cmp.Or(
		cmp.Compare(n.units/np, o.units/op),
		cmp.Compare(n.units%np*(pow10[maxDigits]/np), o.units%op*(pow10[maxDigits]/op)),
	)
}

// Add returns n + o, exactly. It returns no number if either is none, so that a
// missing figure is not counted as 0, or if the sum takes more than 15 digits.
// Start a sum at IntNumber(0).
func (n Number) Add(o Number) Number {
	if !n.set || !o.set {
		return Number{}
	}
	if n.scale < o.scale {
		n, o = o, n
	}
	factor := pow10[n.scale-o.scale]
	// A sum below 10^15 needs both terms below 2·10^15 on the finer scale.
	if limit := 2 * pow10[maxDigits] / factor; o.units > limit || o.units < -limit {
		return Number{}
	}
	return newNumber(n.units+o.units*factor, n.scale)
}

// Float returns the float64 nearest to n, and NaN for no number.
func (n Number) Float() float64 {
	if !n.set {
		return math.NaN()
	}
	// Both are exact, so that the quotient is rounded only once.
	return float64(n.units) / float64(pow10[n.scale])
}

// String returns the canonical form, which [ParseNumber] reads back: "1234.5".
// Three decimals get a fourth, "1.1250", since they would be ambiguous. It
// returns "" for no number.
func (n Number) String() string {
	whole, decimals, minus := n.parts()
	if len(decimals) == 3 {
		decimals += "0"
	}
	if decimals != "" {
		decimals = "." + decimals
	}
	return minus + whole + decimals
}

// Format returns n for readers in Vietnamese: "1.234,5", "" for no number.
func (n Number) Format() string {
	whole, decimals, minus := n.parts()
	var b strings.Builder
	b.WriteString(minus)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(whole[i])
	}
	if decimals != "" {
		b.WriteByte(',')
		b.WriteString(decimals)
	}
	return b.String()
}

// Formal returns n in the wording of official documents, where the counts 1 to 9
// are written "01" to "09"; otherwise it is Format. Charts use Format.
func (n Number) Formal() string {
	if n.scale == 0 && 1 <= n.units && n.units <= 9 {
		return "0" + n.Format()
	}
	return n.Format()
}

// parts returns the digits before and after the mark, and "-" if n is negative;
// three empty strings for no number.
func (n Number) parts() (whole, decimals, minus string) {
	if !n.set {
		return "", "", ""
	}
	units := n.units
	if units < 0 {
		units, minus = -units, "-"
	}
	p := pow10[n.scale]
	whole = strconv.FormatInt(units/p, 10)
	if n.scale > 0 {
		// The leading 1 keeps the zeros after the mark.
		decimals = strconv.FormatInt(p+units%p, 10)[1:]
	}
	return whole, decimals, minus
}

// MarshalText returns the form of String.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalText reads what [ParseNumber] reads; an empty text is no number.
func (n *Number) UnmarshalText(text []byte) error {
	return unmarshalText(n, text, ParseNumber)
}

// MarshalJSON returns a bare JSON number, or null for no number.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.set {
		return []byte("null"), nil
	}
	return []byte(n.String()), nil
}

// UnmarshalJSON reads null or a JSON number of at most 15 digits without an
// exponent. Its point is always a decimal one, so 1.125 is not ambiguous here.
func (n *Number) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*n = Number{}
		return nil
	}
	read, _, ok := parseNumber(string(data))
	if !ok || !read.set {
		return &NumberError{Text: string(data)}
	}
	*n = read
	return nil
}

// Times returns n · k, exactly, or no number if n is none or the product takes
// more than 15 digits.
func (n Number) Times(k int64) Number {
	high, low := bits.Mul64(magnitude(n.units), magnitude(k))
	if !n.set || high != 0 || low > math.MaxInt64 {
		return Number{}
	}
	units := int64(low)
	if (n.units < 0) != (k < 0) {
		units = -units
	}
	return newNumber(units, n.scale)
}

// CompareProducts compares a · b with c · d, exactly: -1, 0 or +1. With it two
// shares are compared without dividing. A product with no number in it sorts
// before all.
func CompareProducts(a, b, c, d Number) int {
	left, right := a.set && b.set, c.set && d.set
	if !left || !right {
		return cmp.Compare(bit(left), bit(right))
	}
	x, fits := scaled(a, b, c.scale+d.scale)
	y, both := scaled(c, d, a.scale+b.scale)
	if fits && both {
		return cmp.Compare(x, y)
	}
	return bigProduct(a, b, c.scale+d.scale).Cmp(bigProduct(c, d, a.scale+b.scale))
}

// scaled is the product of the units of a and b and of 10^scale, where it fits.
func scaled(a, b Number, scale int8) (product int64, fits bool) {
	if int(scale) >= len(pow10) {
		return 0, false
	}
	high, low := bits.Mul64(magnitude(a.units), magnitude(b.units))
	if high != 0 {
		return 0, false
	}
	high, low = bits.Mul64(low, uint64(pow10[scale]))
	if high != 0 || low > math.MaxInt64 {
		return 0, false
	}
	if (a.units < 0) != (b.units < 0) {
		return -int64(low), true
	}
	return int64(low), true
}

func bigProduct(a, b Number, scale int8) *big.Int {
	product := new(big.Int).Mul(big.NewInt(a.units), big.NewInt(b.units))
	return product.Mul(product, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil))
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Percent returns part / whole in per cent, rounded half away from zero to the
// given number of decimals (0 to 6). It returns no number if either is none,
// whole is 0, or the result has too many digits.
func Percent(part, whole Number, decimals int) Number {
	if !part.set || !whole.set || whole.units == 0 || decimals < 0 || decimals > 6 {
		return Number{}
	}
	over := bigProduct(part, Number{units: 100}, whole.scale+int8(decimals))
	under := bigProduct(whole, Number{units: 1}, part.scale)
	quotient, rest := new(big.Int).QuoRem(over, under, new(big.Int))
	if rest.Abs(rest).Lsh(rest, 1).CmpAbs(under) >= 0 {
		quotient.Add(quotient, big.NewInt(int64(over.Sign()*under.Sign())))
	}
	if !quotient.IsInt64() {
		return Number{}
	}
	return newNumber(quotient.Int64(), int8(decimals))
}

// Rat returns n as an exact fraction, 0 for no number.
func (n Number) Rat() *big.Rat {
	return new(big.Rat).SetFrac64(n.units, pow10[n.scale])
}

// Decimals is how many digits follow the mark of n, those that are needed: 1 of
// 2,50; 0 of no number.
func (n Number) Decimals() int { return int(n.scale) }
