package portal

import (
	"html/template"

	"thidua/internal/vi"
)

// IDs names other records. In YAML it is one id or a list of ids.
type IDs []string

// Status is the step of a record on its way to the public.
type Status string

const (
	Draft     Status = "draft"     // being written
	Submitted Status = "submitted" // waits for approval
	Returned  Status = "returned"  // sent back to its writer
	Approved  Status = "approved"
	Published Status = "published"
	Withdrawn Status = "withdrawn" // was public, is no more
)

// Public reports whether records of this status leave the machine.
func (s Status) Public() bool { return s == Approved || s == Published }

// Known reports whether s is one of the statuses above.
func (s Status) Known() bool {
	switch s {
	case Draft, Submitted, Returned, Approved, Published, Withdrawn:
		return true
	}
	return false
}

// A Record is what everything with a page of its own has in common.
type Record struct {
	Source     Source   `yaml:"-"`
	ID         string   `yaml:"-"` // the name of its folder
	Status     Status   `yaml:"status"`
	ApprovedBy string   `yaml:"approved_by"`
	ApprovedOn vi.Date  `yaml:"approved_on"`
	Sample     bool     `yaml:"sample"` // invented, and labelled so wherever it appears
	History    []Change `yaml:"history"`

	Body       template.HTML `yaml:"-"` // below the front matter; of a plan its clauses are instead
	Manuscript Manuscript    `yaml:"-"` // that Body was made of
}

// Head is r itself, of whatever kind of record it is a part.
func (r *Record) Head() *Record { return r }

// Updated is the latest date of the record's history, which is the only
// origin of "cập nhật" on a page; zero where there is no history.
func (r *Record) Updated() vi.Date {
	var latest vi.Date
	for _, change := range r.History {
		if latest.IsZero() || change.Date.Compare(latest) > 0 {
			latest = change.Date
		}
	}
	return latest
}

// A Change is one line of a record's history: what the public was told.
type Change struct {
	Date vi.Date `yaml:"date" json:"date"`
	What string  `yaml:"what" json:"what"`
	By   string  `yaml:"by" json:"by"`
}

// Blank marks, in the skeleton of a record, what an editor has still to write.
const Blank = "← điền"
