package portal

import (
	"cmp"

	"thidua/internal/vi"
)

// A Report is what a unit says it did in a period. Its ID is "unit/period".
type Report struct {
	Record
	Unit         string       `yaml:"unit"`
	Period       vi.Period    `yaml:"period"`
	Title        string       `yaml:"title"`
	AsOf         vi.Date      `yaml:"as_of"` // the last day that its figures count; zero where it does not say
	SubmittedOn  vi.Date      `yaml:"submitted_on"`
	Answers      IDs          `yaml:"answers"` // "plan#deadline" that it fulfils, beside those of its period
	Difficulties []Difficulty `yaml:"difficulties"`
	Corrections  []Correction `yaml:"corrections"`

	Results []Result      `yaml:"-"`
	Ledger  []LedgerEntry `yaml:"-"` // every sealing of the results, the first one first
}

// Name is the report's own title, or what it is a report of: of which unit, nil
// where it is not held, and when.
func (r *Report) Name(unit *Unit) string {
	name := r.Unit
	if unit != nil {
		name = unit.Name
	}
	return cmp.Or(r.Title, "Kết quả "+r.Period.Label()+", "+name)
}

// Early reports whether the report was sent before its period was over, so that
// its figures are not those of all of it.
func (r *Report) Early() bool { return r.SubmittedOn.Before(r.Period.Last()) }

// UpTo is the last day of which the report tells: the one that it names, or else
// that of its period, or the day on which it was sent before.
func (r *Report) UpTo() vi.Date {
	if !r.AsOf.IsZero() {
		return r.AsOf
	}
	if r.SubmittedOn.Full() && r.Early() {
		return r.SubmittedOn
	}
	return r.Period.Last()
}

// Cutoff is the last day that the figures of the report certainly count: the one
// that it names, or that of its period. Zero where nobody knows: it was sent
// before its period was over, and names none.
func (r *Report) Cutoff() vi.Date {
	if !r.AsOf.IsZero() {
		return r.AsOf.Last()
	}
	if r.SubmittedOn.Full() && r.Early() {
		return vi.Date{}
	}
	return r.Period.Last()
}

// CutShort reports whether the figures are not certainly those of the whole
// period.
func (r *Report) CutShort() bool { return r.Cutoff().IsZero() || r.Cutoff().Before(r.Period.Last()) }

// Slug is the report's place below the page of all results: "unit/2026-q3".
func (r *Report) Slug() string { return r.Unit + "/" + r.Period.Slug() }

// A Result is one row of results.csv: what was reached of one target. Numbers
// that were not given are unset, never zero.
type Result struct {
	Source      Source    `yaml:"-"`
	Target      string    `yaml:"target"`
	Part        vi.Number `yaml:"part"` // of a compound target: which of its parts, from 1
	Numerator   vi.Number `yaml:"numerator"`
	Denominator vi.Number `yaml:"denominator"`
	Value       vi.Number `yaml:"value"`
	Note        string    `yaml:"note"`
	Difficulty  string    `yaml:"difficulty"`
	Proposal    string    `yaml:"proposal"`
	Evidence    string    `yaml:"evidence"`
	Plan        string    `yaml:"plan"`
}

// A Difficulty is something that stood in the way, what is proposed, to whom,
// and what was answered.
type Difficulty struct {
	Text      string `yaml:"text" json:"text"`
	Proposal  string `yaml:"proposal" json:"proposal"`
	Addressee IDs    `yaml:"addressee" json:"addressee"`
	Answer    string `yaml:"answer" json:"answer"`
}

// Figure is what the row says in numbers.
func (r *Result) Figure() Figure { return Figure{r.Numerator, r.Denominator, r.Value} }
