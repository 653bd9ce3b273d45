package portal

import "thidua/internal/vi"

// A Target (chỉ tiêu) is a promise of a plan that can be judged.
type Target struct {
	Source     Source  `yaml:"-"`
	ID         string  `yaml:"id"`
	Clause     Address `yaml:"clause"`
	Group      string  `yaml:"group"` // a group of the plan's movement
	Statement  string  `yaml:"statement"`
	Owner      IDs     `yaml:"owner"`
	Measure    Measure `yaml:"measure"`
	From       vi.Date `yaml:"from"`
	To         vi.Date `yaml:"to"`
	Aspiration bool    `yaml:"aspiration"` // "phấn đấu": hoped for rather than vowed
	Aligns     IDs     `yaml:"aligns"`     // "plan#target" of the plan above
}

// MeasureKind says how a target is judged.
type MeasureKind string

const (
	AtLeast             MeasureKind = "at-least"              // tối thiểu, ít nhất
	MoreThan            MeasureKind = "more-than"             // trên
	AtMost              MeasureKind = "at-most"               // tối đa, không quá
	LessThan            MeasureKind = "less-than"             // dưới
	Equal               MeasureKind = "equal"                 // a number alone: đạt 100%, xây dựng 39 xã
	Within              MeasureKind = "within"                // trong 48 giờ
	None                MeasureKind = "none"                  // không để xảy ra
	AllOf               MeasureKind = "all-of"                // mọi phần đều phải đạt
	AnyOf               MeasureKind = "any-of"                // một phần đạt là đủ
	FractionOfRemaining MeasureKind = "fraction-of-remaining" // 30% số còn lại
	Retain              MeasureKind = "retain"                // duy trì, giữ vững
	LessThanPrevious    MeasureKind = "less-than-previous"    // giảm so với năm trước
	Disclose            MeasureKind = "disclose"              // công khai
	Qualitative         MeasureKind = "qualitative"           // no number in the plan
)

// NeedsValue reports whether a measure of this kind says nothing without a
// number.
func (k MeasureKind) NeedsValue() bool {
	switch k {
	case AtLeast, MoreThan, AtMost, LessThan, Equal, Within, FractionOfRemaining:
		return true
	}
	return false
}

// Compound reports whether a measure of this kind is judged by its parts.
func (k MeasureKind) Compound() bool { return k == AllOf || k == AnyOf }

// A Measure is the yardstick of a target.
type Measure struct {
	Kind       MeasureKind `yaml:"kind" json:"kind"`
	Value      vi.Number   `yaml:"value" json:"value"`
	Unit       string      `yaml:"unit" json:"unit"`   // %, lần, buổi, …
	Each       string      `yaml:"each" json:"each"`   // counted for every one of these: unit, person, …
	Every      Every       `yaml:"every" json:"every"` // how often it is owed
	Limit      Limit       `yaml:"limit" json:"limit"` // the time allowed: 48h
	By         vi.Date     `yaml:"by" json:"by"`
	Cumulative bool        `yaml:"cumulative" json:"cumulative"`
	Subject    string      `yaml:"subject" json:"subject"` // of a part: what it measures
	Parts      []Measure   `yaml:"parts" json:"parts"`
}

// Every is how often something is owed.
type Every string

const (
	EveryWeek     Every = "week"
	EveryMonth    Every = "month"
	EveryQuarter  Every = "quarter"
	EveryHalfYear Every = "half-year"
	EveryYear     Every = "year"
	Once          Every = "once"
)
