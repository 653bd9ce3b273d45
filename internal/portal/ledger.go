package portal

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"thidua/internal/vi"
)

// LedgerFile is the name of a ledger, beside the report that it is of.
const LedgerFile = "ledger.jsonl"

// A LedgerEntry (một lần niêm) keeps what the results of a report were on the
// day on which they were sealed. Each names the hash of the entry before, so
// that a line that was altered, lost or put elsewhere shows. This detects
// accident and carelessness; who rewrites the whole ledger is not found out.
//
// An entry is one line of ledger.jsonl, and there is one way to write it, see
// [LedgerEntry.Line] and docs/data-format.md.
type LedgerEntry struct {
	Pos         Pos          `json:"-"`
	Version     int          `json:"version"` // 1, 2, …
	Unit        string       `json:"unit"`
	Period      vi.Period    `json:"period"`
	Sample      bool         `json:"sample"`
	LockedOn    vi.Date      `json:"locked_on"`
	SubmittedOn vi.Date      `json:"submitted_on"`
	ApprovedBy  string       `json:"approved_by"` // of the report
	ApprovedOn  vi.Date      `json:"approved_on"`
	Rows        []LedgerRow  `json:"rows"`        // in the order of plan, target, part
	Corrections []Correction `json:"corrections"` // since the entry before
	Previous    string       `json:"previous"`    // SHA256 of that entry; "" in the first
	SHA256      string       `json:"sha256"`      // as the entry states it

	Sum string `json:"-"` // as it is, of the line that was read
}

// A LedgerRow is a row of results in canonical form: its plan is named, and a
// row that says nothing is left out.
type LedgerRow struct {
	Plan        string    `json:"plan"`
	Target      string    `json:"target"`
	Part        vi.Number `json:"part"`
	Numerator   vi.Number `json:"numerator"`
	Denominator vi.Number `json:"denominator"`
	Value       vi.Number `json:"value"`
	Note        string    `json:"note"`
	Difficulty  string    `json:"difficulty"`
	Proposal    string    `json:"proposal"`
	Evidence    string    `json:"evidence"`
}

// Cell is what the row says in a column, in its one form.
func (r *LedgerRow) Cell(field ResultField) string {
	switch field {
	case FieldNumerator:
		return r.Numerator.String()
	case FieldDenominator:
		return r.Denominator.String()
	case FieldValue:
		return r.Value.String()
	case FieldNote:
		return r.Note
	case FieldDifficulty:
		return r.Difficulty
	case FieldProposal:
		return r.Proposal
	case FieldEvidence:
		return r.Evidence
	}
	return ""
}

// saysNothing reports whether all cells of the row are empty.
func (r *LedgerRow) saysNothing() bool {
	return *r == LedgerRow{Plan: r.Plan, Target: r.Target, Part: r.Part}
}

func (r *Result) sealed(plan string) LedgerRow {
	return LedgerRow{
		Plan: plan, Target: r.Target, Part: r.Part,
		Numerator: r.Numerator, Denominator: r.Denominator, Value: r.Value,
		Note: r.Note, Difficulty: r.Difficulty, Proposal: r.Proposal, Evidence: r.Evidence,
	}
}

// Sealed is the last entry of the report's ledger, nil where it was never
// sealed.
func (r *Report) Sealed() *LedgerEntry {
	if len(r.Ledger) == 0 {
		return nil
	}
	return &r.Ledger[len(r.Ledger)-1]
}

// Canonical are the rows of the report as a ledger keeps them, in the order of
// plan, target and part. A row that names no plan is of the one that [Owners.PlanOf]
// finds, or that the last entry has it of.
func (r *Report) Canonical(planOf func(*Result) string) []LedgerRow {
	rows := make([]LedgerRow, 0, len(r.Results))
	for i := range r.Results {
		if row := r.Results[i].sealed(r.PlanOf(&r.Results[i], planOf)); !row.saysNothing() {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b LedgerRow) int {
		return cmp.Or(cmp.Compare(a.Plan, b.Plan), cmp.Compare(a.Target, b.Target), a.Part.Compare(b.Part))
	})
	return rows
}

// PlanOf is the plan of a row. What was sealed as a row of one plan stays one,
// whichever others may have come since.
func (r *Report) PlanOf(row *Result, planOf func(*Result) string) string {
	if row.Plan != "" {
		return row.Plan
	}
	if last := r.Sealed(); last != nil {
		var plans []string
		for i := range last.Rows {
			if last.Rows[i].Target == row.Target && last.Rows[i].Part == row.Part {
				plans = append(plans, last.Rows[i].Plan)
			}
		}
		if len(plans) == 1 {
			return plans[0]
		}
	}
	return planOf(row)
}

// Seal is the entry to append to the report's ledger on a day. It reports false
// where the last one says the same: the rows, the day of submission, and no
// correction since.
func (r *Report) Seal(today vi.Date, planOf func(*Result) string) (entry LedgerEntry, news bool) {
	entry = LedgerEntry{
		Version: 1, Unit: r.Unit, Period: r.Period, Sample: r.Sample, LockedOn: today, SubmittedOn: r.SubmittedOn,
		ApprovedBy: r.ApprovedBy, ApprovedOn: r.ApprovedOn, Rows: r.Canonical(planOf),
	}
	amendments := r.Amendments(planOf)
	for _, i := range amendments.Pending {
		correction := r.Corrections[i]
		correction.Plan = cmp.Or(correction.Plan, amendments.PlanOf[i])
		entry.Corrections = append(entry.Corrections, correction)
	}
	news = true
	if last := r.Sealed(); last != nil {
		entry.Version, entry.Previous = last.Version+1, last.SHA256
		news = len(entry.Corrections) > 0 || last.SubmittedOn != entry.SubmittedOn || !slices.Equal(last.Rows, entry.Rows)
	}
	entry.SHA256 = sum(entry.Line())
	entry.Sum = entry.SHA256
	return entry, news
}

// A LedgerFault is what is wrong with an entry of a ledger.
type LedgerFault string

const (
	FaultReport  LedgerFault = "report"  // it is of another unit or period
	FaultVersion LedgerFault = "version" // the numbers do not go 1, 2, 3 …
	FaultLine    LedgerFault = "line"    // the line is not what was sealed
	FaultChain   LedgerFault = "chain"   // it does not follow the entry before
	FaultDay     LedgerFault = "day"     // it has no full day, or one before that of the entry before
)

// Verify finds what is wrong with the i-th entry of the report's ledger, ""
// where nothing is: the first of the faults in their order above.
func (r *Report) Verify(i int) LedgerFault {
	entry := &r.Ledger[i]
	before := &LedgerEntry{Version: 0}
	if i > 0 {
		before = &r.Ledger[i-1]
	}
	switch {
	case entry.Unit+"/"+entry.Period.String() != r.ID:
		return FaultReport
	case entry.Version != before.Version+1:
		return FaultVersion
	case entry.Sum != entry.SHA256:
		return FaultLine
	case entry.Previous != before.SHA256:
		return FaultChain
	case !entry.LockedOn.Full() || entry.LockedOn.Before(before.LockedOn):
		return FaultDay
	}
	return ""
}

// Line is the entry as the one line of JSON that stands for it, without a line
// end: the keys in the order of the fields, no spaces, what is not known null
// or "", numbers and days in the form of their String, and in texts only the
// characters " and \, tabs and line ends escaped.
func (e *LedgerEntry) Line() []byte {
	full := *e
	if full.Rows == nil {
		full.Rows = []LedgerRow{}
	}
	if full.Corrections == nil {
		full.Corrections = []Correction{}
	}
	line, err := marshal(full)
	if err != nil {
		panic(err) // the values come from files that were read
	}
	return line
}

// hashEnd is how a line ends whose own hash is left open.
const hashEnd = `"sha256":""}`

// LedgerSum is the SHA-256, in hexadecimal, of a line of a ledger whose own
// hash is left out: of the characters up to and with `"sha256":"`, and `"}`.
func LedgerSum(line []byte) string {
	const stated = len(`"}`) + 2*sha256.Size
	if at := len(line) - stated; at > 0 && strings.HasSuffix(string(line[:at]), strings.TrimSuffix(hashEnd, `"}`)) {
		line = append(bytes.Clone(line[:at]), `"}`...)
	}
	return sum(line)
}

func sum(open []byte) string {
	hash := sha256.Sum256(open)
	return hex.EncodeToString(hash[:])
}
