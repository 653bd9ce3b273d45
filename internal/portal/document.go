package portal

import "thidua/internal/vi"

// A Document is a text that plans cite and the portal does not hold.
type Document struct {
	Source     Source  `yaml:"-"`
	ID         string  `yaml:"id"`
	Ref        string  `yaml:"ref"` // số, ký hiệu: "50/KH-UBND"; empty where the source gives none
	Type       string  `yaml:"doc_type"`
	Title      string  `yaml:"title"`
	Issuer     string  `yaml:"issuer"` // as the source names it
	IssuedOn   vi.Date `yaml:"issued_on"`
	ValidFrom  vi.Date `yaml:"valid_from"`
	RepealedOn vi.Date `yaml:"repealed_on"`
	RepealedBy string  `yaml:"repealed_by"` // id of a document
	URL        string  `yaml:"url"`
	Sample     bool    `yaml:"sample"`
}

// A Citation is a plan's mention of another document, held here or not.
type Citation struct {
	ID     string  `yaml:"id"`  // of a document or a plan
	Ref    string  `yaml:"ref"` // as the plan writes it, where that differs
	Role   string  `yaml:"role"`
	Clause Address `yaml:"clause"` // empty: the opening of the plan
}

// Roles of a Citation.
const (
	RoleImplements = "implements" // "Thực hiện …": the citing plan carries it out
	RoleBasis      = "basis"      // "Căn cứ …"
	RoleCites      = "cites"
	RoleReplaces   = "replaces"
	RoleAmends     = "amends"
)
