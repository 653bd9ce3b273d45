package portal

import "thidua/internal/vi"

// A Plan (kế hoạch) is an issued document with its clauses, and the promises
// that were read out of them.
type Plan struct {
	Record
	DocType         string       `yaml:"doc_type"`   // tên loại, as printed: "Kế hoạch"
	DocNumber       string       `yaml:"doc_number"` // empty where the source leaves it blank
	DocSymbol       string       `yaml:"doc_symbol"` // ký hiệu: "KH-UBND"
	Abstract        string       `yaml:"abstract"`   // trích yếu
	Summary         []string     `yaml:"summary"`    // up to five lines in plain words
	Issuer          IDs          `yaml:"issuer"`
	Letterhead      []string     `yaml:"letterhead"` // the issuer's name at the head, line by line
	Place           string       `yaml:"place"`      // địa danh of the dateline
	IssuedOn        vi.Date      `yaml:"issued_on"`
	EffectiveOn     vi.Date      `yaml:"effective_on"`
	ExpiresOn       vi.Date      `yaml:"expires_on"`
	From            vi.Date      `yaml:"from"`
	To              vi.Date      `yaml:"to"`
	Stages          []Stage      `yaml:"stages"`
	Movement        string       `yaml:"movement"`
	LinkedMovements IDs          `yaml:"linked_movements"`
	Units           IDs          `yaml:"units"` // whom the plan binds, where that is more than its owners
	Documents       []Citation   `yaml:"documents"`
	Slogans         []Quote      `yaml:"slogans"`
	Funding         []Provision  `yaml:"funding"`
	Channels        []Provision  `yaml:"channels"`
	Hotlines        []Provision  `yaml:"hotlines"`
	Signers         []string     `yaml:"signers"` // signing lines in their order
	Recipients      []string     `yaml:"recipients"`
	SourceURL       string       `yaml:"source_url"`
	SignedFile      string       `yaml:"signed_file"` // a file beside the record
	SourceNotes     []SourceNote `yaml:"source_notes"`

	Clauses   []*Clause  `yaml:"-"`
	Targets   []Target   `yaml:"-"`
	Deadlines []Deadline `yaml:"-"`
	Tasks     []Task     `yaml:"-"`

	clauses map[Address]*Clause
}

// Title is the plan's type and abstract.
func (p *Plan) Title() string { return p.DocType + " " + p.Abstract }

// Ref is số, ký hiệu; "…" stands for a number that the source leaves blank.
func (p *Plan) Ref() string {
	number := p.DocNumber
	if number == "" {
		number = "…"
	}
	return number + "/" + p.DocSymbol
}

// PlanState is where the time of a plan stands on a day.
type PlanState string

const (
	PlanComing  PlanState = "coming"  // it has not begun
	PlanRunning PlanState = "running" // it has begun, or names no beginning, and is not over
	PlanOver    PlanState = "over"
)

// StateOn is where the plan's time stands on a day. A plan that names no end is
// never over.
func (p *Plan) StateOn(today vi.Date) PlanState {
	switch {
	case !p.To.IsZero() && p.To.Last().Before(today):
		return PlanOver
	case !p.From.IsZero() && p.From.First().After(today):
		return PlanComing
	}
	return PlanRunning
}

// SetClauses gives the plan its tree of clauses.
func (p *Plan) SetClauses(tree []*Clause) {
	p.Clauses = tree
	p.clauses = make(map[Address]*Clause)
	for clause := range Walk(tree) {
		p.clauses[clause.Address] = clause
	}
}

// Clause finds a clause by its address; nil where the plan has none.
func (p *Plan) Clause(at Address) *Clause { return p.clauses[at] }

// Noted reports whether a source note of this kind names the clause: a defect
// that the source has, and the editor has said so, is no error.
func (p *Plan) Noted(at Address, kind string) bool {
	for _, note := range p.SourceNotes {
		if note.Clause == at && note.Kind == kind {
			return true
		}
	}
	return false
}

// A Stage (giai đoạn) is a part of a plan's time, as the plan divides it.
type Stage struct {
	Title  string  `yaml:"title" json:"title"`
	From   vi.Date `yaml:"from" json:"from"`
	To     vi.Date `yaml:"to" json:"to"`
	Clause Address `yaml:"clause" json:"clause"`
}

// A Quote is a slogan or motto that the plan puts in quotation marks.
type Quote struct {
	Text   string  `yaml:"text" json:"text"`
	Clause Address `yaml:"clause" json:"clause"`
}

// A Provision is what a plan says of its funding, its channels or a hotline.
type Provision struct {
	Text   string  `yaml:"text" json:"text"`
	Clause Address `yaml:"clause" json:"clause"`
	Unit   IDs     `yaml:"unit" json:"unit"`
}

// A SourceNote tells of a defect of the source text. The portal keeps what
// the source says and tells the reader; it never guesses.
type SourceNote struct {
	Clause Address `yaml:"clause" json:"clause"`
	Kind   string  `yaml:"kind" json:"kind"`
	Note   string  `yaml:"note" json:"note"`
}

// Kinds of source note that excuse, at the clause they name, what would
// otherwise be reported.
const (
	NoteNumbering = "numbering" // a gap: at the clause after it
	NoteDate      = "date"
	NoteNumber    = "number"
	NoteReference = "reference"
)
