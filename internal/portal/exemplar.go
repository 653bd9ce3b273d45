package portal

import (
	"strings"

	"thidua/internal/vi"
)

// An Exemplar (điển hình tiên tiến) is a person, a collective or a household
// held up as an example.
type Exemplar struct {
	Record
	Title     string        `yaml:"title"`
	Summary   string        `yaml:"summary"`
	Kind      SubjectKind   `yaml:"kind"`
	Unit      string        `yaml:"unit"`
	Movement  string        `yaml:"movement"`
	Fields    IDs           `yaml:"fields"`
	Stage     ExemplarStage `yaml:"stage"`
	Standards IDs           `yaml:"standards"`
	Year      vi.Date       `yaml:"year"`
	Awards    []Award       `yaml:"award"`
	Minor     bool          `yaml:"is_minor"`
	Consent   []Consent     `yaml:"consent"`
	Photo     *Photo        `yaml:"photo"`
	Video     *Video        `yaml:"video"`
}

// Name is whom the title names: what comes before its first colon, or all of
// it, without a word of address.
func (e *Exemplar) Name() string {
	name, _, _ := strings.Cut(e.Title, ":")
	name = strings.TrimSpace(name)
	for _, word := range []string{"Ông ", "Bà ", "Anh ", "Chị ", "Cô ", "Chú ", "Bác ", "Em ", "Đồng chí "} {
		if bare, cut := strings.CutPrefix(name, word); cut {
			return bare
		}
	}
	return name
}

// SubjectKind is who an exemplar is.
type SubjectKind string

const (
	Individual SubjectKind = "individual"
	Collective SubjectKind = "collective"
	Household  SubjectKind = "household"
)

// ExemplarStage is a step in the life of an exemplar, from a new factor to one
// that stands out in its province.
type ExemplarStage string

const (
	NewFactor           ExemplarStage = "new-factor"
	GrassRoots          ExemplarStage = "grass-roots"
	Recognised          ExemplarStage = "recognised"
	OutstandingCommune  ExemplarStage = "outstanding-commune"
	OutstandingDistrict ExemplarStage = "outstanding-district" // until 30/6/2025
	OutstandingProvince ExemplarStage = "outstanding-province"
)

// An Award is shown only with the decision that gave it.
type Award struct {
	Form         string  `yaml:"form" json:"form"`
	Title        string  `yaml:"title" json:"title"`
	Level        string  `yaml:"level" json:"level"`
	DecisionRef  string  `yaml:"decision_ref" json:"decision_ref"`
	DecisionDate vi.Date `yaml:"decision_date" json:"decision_date"`
	GrantedBy    string  `yaml:"granted_by" json:"granted_by"`
	Status       string  `yaml:"status" json:"status"` // granted, revoked
}

// A Consent records that somebody agreed to be shown. The paper itself stays
// out of the site.
type Consent struct {
	By        string  `yaml:"by"`   // subject, representative
	Kind      string  `yaml:"kind"` // written, public-event, sample
	Date      vi.Date `yaml:"date"`
	Expires   vi.Date `yaml:"expires"`
	Withdrawn vi.Date `yaml:"withdrawn_on"`
}

// A Photo is a picture beside a record, with the words for those who cannot
// see it.
type Photo struct {
	File   string `yaml:"file"`
	Alt    string `yaml:"alt"`
	Credit string `yaml:"credit"`
}
