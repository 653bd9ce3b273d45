package portal

// Alteration is what became of a target of one plan in another. Of two plans
// neither of which is above the other it says how they differ, and no more.
type Alteration string

const (
	Kept      Alteration = "kept"      // giữ nguyên mức; see AlignedPair.Differs
	Tightened Alteration = "tightened" // nâng mức
	Loosened  Alteration = "loosened"  // hạ mức
	Altered   Alteration = "altered"   // đổi cách tính: neither says more than the other
	Added     Alteration = "added"     // bổ sung: the other plan has no such target
	Dropped   Alteration = "dropped"   // không có
	Elsewhere Alteration = "elsewhere" // giao đơn vị khác: it does not bind whose plan the other is
)

// A Difference is what two targets of the same level differ in.
type Difference string

const (
	OtherWords  Difference = "words"  // lời văn
	OtherPeriod Difference = "period" // kỳ: how often it is owed
	OtherTime   Difference = "time"   // thời hạn: from when, or by when
	OtherOwner  Difference = "owner"  // đơn vị chịu trách nhiệm
)

// An Alignment holds two plans side by side, target by target.
type Alignment struct {
	Above, Below *Plan
	Proposed     bool // neither carries out the other: which targets belong together is found by their words
	Pairs        []AlignedPair
}

// An AlignedPair is a target of each plan, or of one of them.
type AlignedPair struct {
	Above, Below *Target // one may be nil
	Change       Alteration
	Differs      []Difference // of a pair that is kept: the level alone is the same
}

// ID names the alignment: "below/above", the ids of its plans.
func (a *Alignment) ID() string { return a.Below.ID + "/" + a.Above.ID }

// Groups gathers the pairs by the group of the movement that their targets are
// in, in the order in which the pairs first name each.
func (a *Alignment) Groups() []AlignedGroup {
	var groups []AlignedGroup
	at := map[string]int{}
	for _, pair := range a.Pairs {
		target := pair.Above
		if target == nil {
			target = pair.Below
		}
		n, known := at[target.Group]
		if !known {
			n = len(groups)
			at[target.Group] = n
			groups = append(groups, AlignedGroup{Group: target.Group})
		}
		groups[n].Pairs = append(groups[n].Pairs, pair)
	}
	return groups
}

// An AlignedGroup are the pairs of one group of the movement.
type AlignedGroup struct {
	Group string // "" for those in none
	Pairs []AlignedPair
}

// Count counts the pairs that changed in one way.
func (a *Alignment) Count(change Alteration) (n int) {
	for _, pair := range a.Pairs {
		if pair.Change == change {
			n++
		}
	}
	return n
}
