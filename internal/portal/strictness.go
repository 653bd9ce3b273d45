package portal

import (
	"cmp"
	"slices"
	"strings"

	"thidua/internal/vi"
)

// Strictness is how a promise stands to another about the same thing.
type Strictness uint8

const (
	Incomparable Strictness = iota // neither says more than the other
	Same                           // giữ nguyên
	Tighter                        // đặt cao hơn: whoever keeps it keeps the other, too
	Looser                         // đặt thấp hơn: it may be kept while the other is broken
)

// String is the name of s for programs.
func (s Strictness) String() string {
	return [...]string{"incomparable", "same", "tighter", "looser"}[s]
}

// Against tells how m stands to the measure above it. One measure is the tighter
// if whoever keeps it cannot help keeping the other; so a is tighter than b
// exactly where b is looser than a, and every measure is the same as itself.
//
// What plans leave open is read as their readers do: "đạt 100%" asks for no less
// than the whole, as "tối thiểu" does; a share without a period is owed in any,
// but a count without one only once in the time of the plan; a promise in words
// alone is looser than any figure; one without a day is looser than one with.
// Measures in different units, for different each, in opposite directions, of
// which one is cumulative, are not compared.
func (m Measure) Against(above Measure) Strictness {
	return strictness(keeps(m, above), keeps(above, m))
}

func strictness(keeps, kept bool) Strictness {
	switch {
	case keeps && kept:
		return Same
	case keeps:
		return Tighter
	case kept:
		return Looser
	}
	return Incomparable
}

// mostComparisons is where the search through parts of parts of parts ends.
// Those of honest plans need a few dozen.
const mostComparisons = 10_000

// keeps reports whether whoever keeps a cannot help keeping b.
func keeps(a, b Measure) bool {
	left := mostComparisons
	return within(&left, a, b)
}

// within takes compound measures apart, first those that have to be kept in
// every part.
func within(left *int, a, b Measure) bool {
	if *left--; *left < 0 {
		return false
	}
	every := func(of Measure, good func(Measure) bool) bool {
		return !slices.ContainsFunc(of.Parts, func(part Measure) bool { return !good(of.part(part)) })
	}
	some := func(of Measure, good func(Measure) bool) bool {
		return slices.ContainsFunc(of.Parts, func(part Measure) bool { return good(of.part(part)) })
	}
	byA := func(part Measure) bool { return within(left, part, b) }
	ofB := func(part Measure) bool { return within(left, a, part) }
	is := func(m Measure, kind MeasureKind) bool { return m.Kind == kind && len(m.Parts) > 0 }
	switch {
	case is(b, AllOf):
		return every(b, ofB)
	case is(a, AnyOf):
		return every(a, byA)
	case is(a, AllOf) && some(a, byA):
		return true
	case is(b, AnyOf):
		return some(b, ofB)
	case is(a, AllOf):
		return false
	}
	return keepsSimple(a.plain(), b.plain())
}

// Part is part n of m with what m says of all its parts.
func (m Measure) Part(n int) Measure { return m.part(m.Parts[n]) }

// part is a part of m with what m says of all its parts. One of several ways to
// keep a promise is owed over the same time as the others: "fewer than last
// year, or none" asks for none in the whole year.
func (m Measure) part(part Measure) Measure {
	part.Each = cmp.Or(part.Each, m.Each)
	part.Every = cmp.Or(part.Every, m.Every)
	if m.Kind == AnyOf && part.Every == "" && part.By.IsZero() {
		for _, other := range m.Parts {
			if other.Every != "" && other.Every != Once && (part.Every == "" || rank(other.Every) > rank(part.Every)) {
				part.Every = other.Every
			}
		}
	}
	part.Subject = cmp.Or(part.Subject, m.Subject)
	part.By = cmp.Or(part.By, m.By)
	part.Cumulative = part.Cumulative || m.Cumulative
	return part
}

// plain says "không để xảy ra" for "tối đa 0".
func (m Measure) plain() Measure {
	if (m.Kind == AtMost || m.Kind == Equal) && m.Value.IsSet() && m.Value.Sign() == 0 {
		m.Kind = None
	}
	return m
}

func keepsSimple(a, b Measure) bool {
	if a.Subject != "" && b.Subject != "" && !strings.EqualFold(a.Subject, b.Subject) || !inTime(a.By, b.By) {
		return false
	}
	alike := strings.EqualFold(a.Each, b.Each) && a.Cumulative == b.Cumulative
	switch b.Kind {
	case Qualitative:
		return a.Kind == None || a.Kind == Retain || asOften(a.Every, b.Every)
	case Disclose:
		return a.Kind == Disclose && asOften(a.Every, b.Every)
	case None:
		return a.Kind == None
	case Retain:
		return a.Kind == Retain && reaches(a, b)
	case LessThanPrevious:
		return a.Kind == None || a.Kind == LessThanPrevious && alike && reaches(a, b) &&
			(a.Every == b.Every || a.Every == "" || b.Every == "")
	case FractionOfRemaining:
		return a.Kind == FractionOfRemaining && alike && reaches(a, b) && asOften(a.Every, b.Every)
	case Within:
		return a.Kind == Within && alike && reaches(a.wholly(), b.wholly()) && a.Limit.certainlyWithin(b.Limit) && shareHolds(a.Every, b.Every)
	case AtLeast, MoreThan, Equal:
		return a.Kind.lower() && alike && sameUnit(a.Unit, b.Unit) && keepsLower(a, b)
	case AtMost, LessThan:
		if a.Kind == None {
			return b.Value.Sign() > 0 || b.Kind == AtMost && b.Value.IsSet() && b.Value.Sign() == 0
		}
		return a.Kind.upper() && alike && sameUnit(a.Unit, b.Unit) && keepsUpper(a, b)
	}
	return a.Kind == b.Kind
}

// lower reports whether measures of this kind ask for no less than a number.
func (k MeasureKind) lower() bool { return k == AtLeast || k == MoreThan || k == Equal }

// upper reports whether measures of this kind ask for no more than a number.
func (k MeasureKind) upper() bool { return k == AtMost || k == LessThan }

// keepsLower compares "no less than a" with "no less than b".
func keepsLower(a, b Measure) bool {
	least := a.Value
	switch {
	case a.InPercent(), a.PerCase():
		if !shareHolds(a.Every, b.Every) {
			return false
		}
	case rank(a.Every) > rank(b.Every) || a.Cumulative && a.Every != b.Every:
		return false // a year's count may all fall into one of its quarters
	default:
		if sum := least.Times(times(a.Every, b.Every).least); sum.IsSet() { // else it is more than anybody asks for
			least = sum
		}
	}
	order := least.Compare(b.Value)
	return order > 0 || order == 0 && (a.Kind == MoreThan || b.Kind != MoreThan)
}

// keepsUpper compares "no more than a" with "no more than b".
func keepsUpper(a, b Measure) bool {
	most := a.Value
	switch {
	case a.InPercent(), a.PerCase():
		if !shareHolds(a.Every, b.Every) {
			return false
		}
	case a.Cumulative && a.Every != b.Every:
		return false
	case rank(a.Every) < rank(b.Every):
		n := times(a.Every, b.Every).most
		if n == 0 {
			return false // nobody knows how many there are
		}
		most = most.Times(n)
	}
	if most.IsSet() != b.Value.IsSet() { // what is not there, or too long to write
		return false
	}
	order := most.Compare(b.Value)
	return order < 0 || order == 0 && (a.Kind == LessThan || b.Kind != LessThan)
}

// reaches reports whether the value of a, if b has one, is no smaller.
func reaches(a, b Measure) bool {
	return !b.Value.IsSet() || a.Value.IsSet() && sameUnit(a.Unit, b.Unit) && a.Value.Compare(b.Value) >= 0
}

// wholly reads "trong 48 giờ", which names no share, as all of them.
func (m Measure) wholly() Measure {
	if !m.Value.IsSet() {
		m.Value, m.Unit = vi.IntNumber(100), "%"
	}
	return m
}

// inTime reports whether what is done by the day a is done by the day b.
func inTime(a, b vi.Date) bool {
	return b.IsZero() || !a.IsZero() && a.Last().Compare(b.Last()) <= 0
}

func sameUnit(a, b string) bool {
	percent := func(unit string) bool { return unit == "%" || strings.EqualFold(unit, "phần trăm") }
	return strings.EqualFold(a, b) || percent(a) && percent(b)
}

// rank orders how often something is owed; what names no period is owed in the
// time of the plan.
func rank(every Every) int {
	if i := slices.Index([]Every{EveryWeek, EveryMonth, EveryQuarter, EveryHalfYear, EveryYear}, every); i >= 0 {
		return i
	}
	return 5
}

// asOften reports whether what is done in every a is done in every b.
func asOften(a, b Every) bool { return rank(a) <= rank(b) }

// shareHolds reports whether a share that is reached in every a is reached in
// every b: the whole year cannot fall below all its quarters.
func shareHolds(a, b Every) bool { return a == "" || b == "" || rank(a) <= rank(b) }

// howMany is how many short periods a long one has, at the least and at the
// most; weeks do not divide the others.
type howMany struct{ least, most int64 }

// times counts the periods a in a period b, which is no shorter. Most is 0 where
// b has no length.
func times(a, b Every) howMany {
	i, j := rank(a), rank(b)
	switch {
	case i == j:
		return howMany{1, 1}
	case j == 5:
		return howMany{least: 1}
	case i == 0:
		return [...]howMany{{}, {4, 5}, {13, 14}, {26, 27}, {52, 53}}[j]
	}
	months := [...]int64{0, 1, 3, 6, 12}
	return howMany{months[j] / months[i], months[j] / months[i]}
}

// certainlyWithin reports whether whatever is done within l is done within o.
// Working days and months have no fixed length.
func (l Limit) certainlyWithin(o Limit) bool {
	if l.Unit == o.Unit {
		return l.N <= o.N
	}
	_, longest := l.hours()
	shortest, _ := o.hours()
	return o.IsZero() || !l.IsZero() && longest <= shortest
}

// hours is how long l lasts at the least and at the most.
func (l Limit) hours() (least, most int) {
	const day = 24
	switch l.Unit {
	case "d":
		return day * l.N, day * l.N
	case "wd": // weekends, and the longest holiday, Tết with the weekends about it
		return day * l.N, day * (2*l.N + 9)
	case "m":
		return 28 * day * l.N, 31 * day * l.N
	}
	return l.N, l.N
}
