package portal

import (
	"bytes"
	"encoding/json"
	"errors"

	"thidua/internal/vi"
)

// A ResultField is a column of results.csv that says something of a target, and
// that a correction may change.
type ResultField string

const (
	FieldNumerator   ResultField = "numerator"
	FieldDenominator ResultField = "denominator"
	FieldValue       ResultField = "value"
	FieldNote        ResultField = "note"
	FieldDifficulty  ResultField = "difficulty"
	FieldProposal    ResultField = "proposal"
	FieldEvidence    ResultField = "evidence"
)

// ResultFields are all of them, in the order of the columns.
var ResultFields = []ResultField{
	FieldNumerator, FieldDenominator, FieldValue, FieldNote, FieldDifficulty, FieldProposal, FieldEvidence,
}

// IsNumber reports whether the column holds numbers.
func (f ResultField) IsNumber() bool {
	return f == FieldNumerator || f == FieldDenominator || f == FieldValue
}

// canonical is the one form of what a cell of the column says: of a number that
// of [vi.Number.String]. What cannot be read stays as it is.
func (f ResultField) canonical(text string) string {
	if !f.IsNumber() {
		return text
	}
	if n, err := vi.ParseNumber(text); err == nil {
		return n.String()
	}
	return text
}

// A Correction (đính chính) changes one cell of a published table and says why.
// From and To are what the cell said and says, as an editor writes it; empty
// where nothing was given. A row that was added, or is gone, is one whose cells
// were empty, or are.
type Correction struct {
	Plan       string      `yaml:"plan"` // where two plans have a target of the same id
	Target     string      `yaml:"target"`
	Part       vi.Number   `yaml:"part"` // of a compound target
	Field      ResultField `yaml:"field"`
	From       string      `yaml:"from"`
	To         string      `yaml:"to"`
	Why        string      `yaml:"why"`
	Date       vi.Date     `yaml:"date"`
	ApprovedBy string      `yaml:"approved_by"`
}

// Was is From in its one form, Is is To: the numbers 188, 188,0 and 188.0 are
// the same.
func (c Correction) Was() string { return c.Field.canonical(c.From) }

func (c Correction) Is() string { return c.Field.canonical(c.To) }

// ShownFrom is From for readers, numbers as "1.234,5"; "" where nothing was
// given.
func (c Correction) ShownFrom() string { return c.Field.shown(c.From) }

// ShownTo is To likewise.
func (c Correction) ShownTo() string { return c.Field.shown(c.To) }

func (f ResultField) shown(text string) string {
	if n, err := vi.ParseNumber(text); err == nil && f.IsNumber() {
		return n.Format()
	}
	return text
}

// same reports whether c is the correction that was sealed as o, which names
// its plan even where c need not.
func (c *Correction) same(o *Correction) bool {
	return (c.Plan == o.Plan || c.Plan == "") && c.Target == o.Target && c.Part == o.Part && c.Field == o.Field &&
		c.Was() == o.Was() && c.Is() == o.Is() && c.Why == o.Why && c.Date == o.Date && c.ApprovedBy == o.ApprovedBy
}

// correctionJSON is a correction as JSON: numbers are numbers, and what was not
// given is null.
type correctionJSON struct {
	Plan       *string     `json:"plan"`
	Target     string      `json:"target"`
	Part       vi.Number   `json:"part"`
	Field      ResultField `json:"field"`
	From       correctCell `json:"from"`
	To         correctCell `json:"to"`
	Why        string      `json:"why"`
	Date       vi.Date     `json:"date"`
	ApprovedBy *string     `json:"approved_by"`
}

// A correctCell is a cell on its way to JSON or from there.
type correctCell struct {
	text   string
	number bool
}

// MarshalJSON writes the correction with every key.
func (c Correction) MarshalJSON() ([]byte, error) {
	cell := func(text string) correctCell {
		_, err := vi.ParseNumber(text)
		return correctCell{c.Field.canonical(text), c.Field.IsNumber() && err == nil}
	}
	return marshal(correctionJSON{
		Plan: given(c.Plan), Target: c.Target, Part: c.Part, Field: c.Field, From: cell(c.From), To: cell(c.To),
		Why: c.Why, Date: c.Date, ApprovedBy: given(c.ApprovedBy),
	})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Correction) UnmarshalJSON(data []byte) error {
	var read correctionJSON
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&read); err != nil {
		return err
	}
	for _, cell := range []correctCell{read.From, read.To} {
		if cell.text != "" && cell.number != read.Field.IsNumber() {
			return errors.New("a correction of a number has numbers, one of a text has texts")
		}
	}
	*c = Correction{
		Target: read.Target, Part: read.Part, Field: read.Field, From: read.From.text, To: read.To.text, Why: read.Why, Date: read.Date,
	}
	if read.Plan != nil {
		c.Plan = *read.Plan
	}
	if read.ApprovedBy != nil {
		c.ApprovedBy = *read.ApprovedBy
	}
	return nil
}

func (c correctCell) MarshalJSON() ([]byte, error) {
	switch {
	case c.text == "":
		return []byte("null"), nil
	case c.number:
		return []byte(c.text), nil
	}
	return marshal(c.text)
}

func (c *correctCell) UnmarshalJSON(data []byte) error {
	switch {
	case string(data) == "null":
		*c = correctCell{}
		return nil
	case len(data) > 0 && data[0] == '"':
		c.number = false
		return json.Unmarshal(data, &c.text)
	}
	var n vi.Number
	if err := json.Unmarshal(data, &n); err != nil {
		return err
	}
	*c = correctCell{n.String(), true}
	return nil
}

// given is null in JSON where a text is empty.
func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// marshal is JSON with <, > and & as they are.
func marshal(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}
