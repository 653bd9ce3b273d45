package portal

import (
	"cmp"
	"slices"

	"thidua/internal/vi"
)

// A Recognition (công nhận) is a programme that recognises units which meet a
// set of criteria, with the dossiers sent in for it.
type Recognition struct {
	Record
	Title   string      `yaml:"title"`
	Summary string      `yaml:"summary"`
	AskedBy []ClauseRef `yaml:"asked_by"`
	Decides IDs         `yaml:"decided_by"`

	Categories []Category      `yaml:"categories"`
	Goals      []Goal          `yaml:"goals"`
	Steps      []StepDeadline  `yaml:"steps"`
	Papers     []RequiredPaper `yaml:"papers"`

	Dossiers []Dossier `yaml:"-"`
}

// A Category is a sort of unit that is recognised.
type Category struct {
	ID    string    `yaml:"id"`
	Title string    `yaml:"title"`
	Total vi.Number `yaml:"total"` // how many there are, where that is known
}

// A Goal is how many of a category a plan wants recognised in a year: the
// target that says so.
type Goal struct {
	Year     vi.Date `yaml:"year"`
	Category string  `yaml:"category"`
	Target   string  `yaml:"target"` // "plan#target"
}

// A StepDeadline is the day by which a step has to be taken: the deadline of a
// plan that says so.
type StepDeadline struct {
	Step     Step   `yaml:"step"`
	Deadline string `yaml:"deadline"` // "plan#deadline"
}

// A RequiredPaper is one paper of the dossier.
type RequiredPaper struct {
	Text    string      `yaml:"text"`
	AskedBy []ClauseRef `yaml:"asked_by"`
}

// Category finds a category by its id; nil where there is none.
func (r *Recognition) Category(id string) *Category {
	for i := range r.Categories {
		if r.Categories[i].ID == id {
			return &r.Categories[i]
		}
	}
	return nil
}

// A Step is a step on the way to recognition, in one year.
type Step string

const (
	Registered Step = "registered" // đăng ký xây dựng
	Sent       Step = "submitted"  // gửi hồ sơ
	Appraised  Step = "appraised"  // thẩm định
	Decided    Step = "decided"    // có quyết định công nhận
	StepKept   Step = "kept"       // duy trì, giữ vững
	Lost       Step = "lost"       // không giữ được
)

// Steps are all steps, in their order.
var Steps = []Step{Registered, Sent, Appraised, Decided, StepKept, Lost}

// A Dossier is one row of dossiers.csv: one step of one unit in one year.
type Dossier struct {
	Source   Source  `yaml:"-"`
	Unit     string  `yaml:"unit"`
	Category string  `yaml:"category"`
	Year     vi.Date `yaml:"year"`
	Step     Step    `yaml:"step"`
	Date     vi.Date `yaml:"date"`
	Decision string  `yaml:"decision"`
	Note     string  `yaml:"note"`
}

// Needs are the steps that one rests on, in their order: nobody is appraised
// who sent nothing. That a title was kept or lost rests on an earlier year.
func (step Step) Needs() []Step {
	if step == StepKept || step == Lost {
		return nil
	}
	return Steps[:max(slices.Index(Steps, step), 0)]
}

// ToCome reports whether a step is certainly not taken yet as of a day: its day
// is to come, or, where it has none, its year. Units register ahead of the year.
func (d *Dossier) ToCome(today vi.Date) bool {
	if d.Date.IsZero() {
		return d.Year.After(today) && d.Step != Registered
	}
	return d.Date.After(today)
}

// InTime are the steps of one unit in the order in which they were taken: by
// year and day; where days are not known, in the order of steps.
func InTime(rows []*Dossier) []*Dossier {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b *Dossier) int {
		return cmp.Or(cmp.Compare(a.Year.Year, b.Year.Year), cmp.Compare(slices.Index(Steps, a.Step), slices.Index(Steps, b.Step)))
	})
	days := make(map[*Dossier]vi.Date, len(rows))
	var last vi.Date // of the step before
	for i, row := range rows {
		if i == 0 || rows[i-1].Year.Year != row.Year.Year {
			last = vi.Date{}
		}
		if !row.Date.IsZero() && (last.IsZero() || last.Before(row.Date) || last.After(row.Date)) {
			last = row.Date.First()
		}
		days[row] = last
	}
	slices.SortStableFunc(rows, func(a, b *Dossier) int {
		return cmp.Or(cmp.Compare(a.Year.Year, b.Year.Year), days[a].Compare(days[b]))
	})
	return rows
}

// A Field (lĩnh vực) is a subject that models and exemplars belong to, with
// the standards of its exemplars.
type Field struct {
	Source    Source     `yaml:"-"`
	ID        string     `yaml:"id"`
	Title     string     `yaml:"title"`
	Common    bool       `yaml:"common"` // no field: its standards hold in every one
	Standards []Standard `yaml:"standards"`
}

// A Standard (tiêu chuẩn) is a condition that a plan sets for exemplars.
type Standard struct {
	ID      string      `yaml:"id"`
	Text    string      `yaml:"text"`
	AskedBy []ClauseRef `yaml:"asked_by"`
}

// RecognitionFigures are how far a programme has come.
type RecognitionFigures struct {
	Years []RecognitionYear // in the order of time
	Paths []RecognitionPath // of each unit, in the order of names
}

// A RecognitionYear is one year of a programme.
type RecognitionYear struct {
	Year       int
	Categories []CategoryYear
}

// A CategoryYear counts the units of a category that took each step in a year,
// and holds the new decisions against the goal.
type CategoryYear struct {
	Category *Category
	Goal     Promise // Target is nil where no plan sets one
	Took     map[Step]int
	Held     int // recognised when the year ended, or today
	Standing Standing
}

// A CountedYear is what a programme counts in one year towards a target of a plan.
type CountedYear struct {
	Programme *Recognition
	Year      int
	*CategoryYear
}

// Wanted is how many the goal of the year asks for; unset where that is a share.
func (c CategoryYear) Wanted() (n vi.Number) {
	if c.Goal.Target != nil && !c.Goal.Target.Measure.InPercent() {
		n = c.Goal.Target.Measure.Value
	}
	return n
}

// Registered is how many have registered in the year.
func (c CategoryYear) Registered() int { return c.Took[Registered] }

// Counts are the steps that some unit took, in their order.
func (c *CategoryYear) Counts() (counts []StepCount) {
	for _, step := range Steps {
		if n := c.Took[step]; n > 0 {
			counts = append(counts, StepCount{step, n})
		}
	}
	return counts
}

// A StepCount is how many units took a step.
type StepCount struct {
	Step Step
	N    int
}

// A RecognitionPath is the way of one unit.
type RecognitionPath struct {
	Unit     string
	Category string
	Rows     []*Dossier // in the order of time
	Since    int        // the year of the decision that still holds; 0: none
}
