package portal

import "thidua/internal/vi"

// DeadlineKind is the sort of duty that falls due.
type DeadlineKind string

const (
	DueReport       DeadlineKind = "report"
	DueRegistration DeadlineKind = "registration"
	DueDossier      DeadlineKind = "dossier"
	DueMilestone    DeadlineKind = "milestone"
	DueReview       DeadlineKind = "review"
	DueEvent        DeadlineKind = "event"
	DueAnniversary  DeadlineKind = "anniversary"
)

// A DueRule tells whether the named day itself is still in time.
type DueRule string

const (
	Before DueRule = "before" // trước ngày: that day is late
	By     DueRule = "by"     // chậm nhất ngày: that day is in time
	On     DueRule = "on"     // vào ngày, hoặc trong thời gian
)

// A Deadline (mốc thời gian) is a duty with its time, once or again and again.
type Deadline struct {
	Source     Source       `yaml:"-"`
	ID         string       `yaml:"id"`
	Clause     Address      `yaml:"clause"`
	Kind       DeadlineKind `yaml:"kind"`
	Text       string       `yaml:"text"`
	Date       vi.Date      `yaml:"date"`
	Rule       DueRule      `yaml:"rule"` // of Date; a recurrence has its own
	Recurrence *Recurrence  `yaml:"recurrence"`
	Owner      IDs          `yaml:"owner"`
	Recipient  IDs          `yaml:"recipient"`
	Route      IDs          `yaml:"route"`  // through whom it goes
	Covers     Every        `yaml:"covers"` // the time that a report speaks of; empty: that of the recurrence
}

// Dated reports whether the plan names a day or a month for d, once or in every
// period.
func (d Deadline) Dated() bool {
	return !d.Date.IsZero() || d.Recurrence != nil && !d.Recurrence.On.IsZero()
}

// A Recurrence is a duty that comes again in every period.
type Recurrence struct {
	Every Every   `yaml:"every" json:"every"`
	On    DayIn   `yaml:"on" json:"on"` // zero where the plan names no day
	Rule  DueRule `yaml:"rule" json:"rule"`
	From  vi.Date `yaml:"from" json:"from"`
	To    vi.Date `yaml:"to" json:"to"`
}

// A Task (nhiệm vụ) is work that a plan gives to somebody; Person, Result and
// Due complete the five "rõ" where the plan has them.
type Task struct {
	Source Source  `yaml:"-"`
	ID     string  `yaml:"id"`
	Clause Address `yaml:"clause"`
	Unit   IDs     `yaml:"unit"`
	Role   Role    `yaml:"role"`
	Text   string  `yaml:"text"`
	Person string  `yaml:"person"`
	Result string  `yaml:"result"`
	Due    vi.Date `yaml:"due"`
	Rule   DueRule `yaml:"rule"` // of Due; empty: the plan says no more than the day
}

// Role is the part that a unit has in a task.
type Role string

const (
	Lead      Role = "lead"      // chủ trì
	Support   Role = "support"   // phối hợp
	Requested Role = "requested" // đề nghị: asked, not ordered
)
