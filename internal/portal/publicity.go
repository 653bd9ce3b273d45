package portal

import "thidua/internal/vi"

// A PublicItem is one kind of information that has to be public, and where it is.
type PublicItem struct {
	Key     string  // names it in i18n/, with who answers for it and when it comes
	List    *List   // that leads to all of it
	Count   Tally   // how many there are, on whatever page
	Data    bool    // each record has an index.json beside its page
	Updated vi.Date // the last change that a real record tells of; zero where none does
}

// A LegalReference is a law or decree that says what has to be public. It is
// kept as data, because laws end: see StateOn.
type LegalReference struct {
	Source     Source  `yaml:"-"`
	ID         string  `yaml:"id"`
	Ref        string  `yaml:"ref"` // "104/2016/QH13"
	Title      string  `yaml:"title"`
	From       vi.Date `yaml:"in_force_from"`
	RepealedOn vi.Date `yaml:"repealed_on"` // the first day on which it is not in force
	RepealedBy string  `yaml:"repealed_by"` // id of another reference
	Unverified string  `yaml:"unverified"`  // what nobody has made sure of; such a reference is never told as in force
	URL        string  `yaml:"url"`
}

// LegalState is where a reference stands on a day.
type LegalState string

const (
	InForce         LegalState = "in-force"
	NotYetInForce   LegalState = "coming"
	Repealed        LegalState = "repealed"
	LegalUnverified LegalState = "unverified" // whether it is in force is not known
)

// A LegalGroup are the references of one state.
type LegalGroup struct {
	State      LegalState
	References []*LegalReference
}

// LegalStates are all of them, in the order of readers.
var LegalStates = []LegalState{InForce, NotYetInForce, LegalUnverified, Repealed}

// StateOn tells where the reference stands on a day. It is in force only where
// that is known: from a day that is given, with nothing unverified.
func (r *LegalReference) StateOn(day vi.Date) LegalState {
	switch {
	case !r.RepealedOn.IsZero() && !day.Before(r.RepealedOn.First()):
		return Repealed
	case r.Unverified != "" || r.From.IsZero():
		return LegalUnverified
	case day.Before(r.From.Last()):
		return NotYetInForce
	}
	return InForce
}

// Discloses reports whether the target, or a part of it, is that something be
// made public.
func (t *Target) Discloses() bool { return t.Measure.discloses() }

func (m Measure) discloses() bool {
	for _, part := range m.Parts {
		if part.discloses() {
			return true
		}
	}
	return m.Kind == Disclose
}

// FirstShown is the first date of the record's history: when it came onto the
// portal. It is zero where there is no history.
func (r *Record) FirstShown() (first vi.Date) {
	for _, change := range r.History {
		if first.IsZero() || change.Date.Compare(first) < 0 {
			first = change.Date
		}
	}
	return first
}
