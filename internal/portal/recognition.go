package portal

import "thidua/internal/vi"

// A Recognition (công nhận) is a programme that recognises units which meet a
// set of criteria, with the dossiers sent in for it.
type Recognition struct {
	Record
	Title   string      `yaml:"title"`
	Summary string      `yaml:"summary"`
	AskedBy []ClauseRef `yaml:"asked_by"`
	Decides IDs         `yaml:"decided_by"`

	Dossiers []Dossier `yaml:"-"`
}

// A Dossier is one row of dossiers.csv: one step of one unit in one year.
type Dossier struct {
	Source   Source  `yaml:"-"`
	Unit     string  `yaml:"unit"`
	Category string  `yaml:"category"`
	Year     vi.Date `yaml:"year"`
	Step     string  `yaml:"step"` // registered, submitted, appraised, decided, kept, lost
	Date     vi.Date `yaml:"date"`
	Decision string  `yaml:"decision"`
	Note     string  `yaml:"note"`
}

// A Column is one monthly issue of "Thi đua là yêu nước". Its ID is the month.
type Column struct {
	Record
	Title     string `yaml:"title"`
	Summary   string `yaml:"summary"`
	Plans     IDs    `yaml:"plans"`
	Models    IDs    `yaml:"models"`
	Exemplars IDs    `yaml:"exemplars"`
}

// A Field (lĩnh vực) is a subject that models and exemplars belong to, with
// the standards of its exemplars.
type Field struct {
	Source    Source     `yaml:"-"`
	ID        string     `yaml:"id"`
	Title     string     `yaml:"title"`
	Standards []Standard `yaml:"standards"`
}

// A Standard (tiêu chuẩn) is a condition that a plan sets for exemplars.
type Standard struct {
	ID      string      `yaml:"id"`
	Text    string      `yaml:"text"`
	AskedBy []ClauseRef `yaml:"asked_by"`
}
