package portal

// Alteration is what became of a target of one plan in another.
type Alteration string

const (
	Kept      Alteration = "kept"      // giữ nguyên
	Tightened Alteration = "tightened" // nâng mức
	Loosened  Alteration = "loosened"  // hạ mức
	Altered   Alteration = "altered"   // đổi cách tính: neither says more than the other
	Added     Alteration = "added"     // bổ sung: the other plan has no such target
	Dropped   Alteration = "dropped"   // không có
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
