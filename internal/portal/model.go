package portal

import "thidua/internal/vi"

// A Model (mô hình) is a named practice that plans ask for and units take up.
type Model struct {
	Record
	Title    string        `yaml:"title"`
	Summary  string        `yaml:"summary"`
	AskedBy  []ClauseRef   `yaml:"asked_by"`
	RunBy    IDs           `yaml:"run_by"`
	Fields   IDs           `yaml:"fields"`
	Movement string        `yaml:"movement"`
	Location LocationLevel `yaml:"location_precision"`
	Video    *Video        `yaml:"video"`

	Adoptions []Adoption `yaml:"-"`
}

// LocationLevel is how exactly a model's places may be told. There is no level
// for coordinates: plans of the police keep those to themselves.
type LocationLevel string

const (
	LocationNone         LocationLevel = "none"
	LocationNeighborhood LocationLevel = "neighbourhood"
	LocationCommune      LocationLevel = "commune"
)

// An Adoption is one row of adoptions.csv: a unit that runs the model.
type Adoption struct {
	Source   Source    `yaml:"-"`
	Unit     string    `yaml:"unit"`
	From     vi.Date   `yaml:"from"`
	To       vi.Date   `yaml:"to"`
	Places   vi.Number `yaml:"places"`
	Evidence string    `yaml:"evidence"`
}
