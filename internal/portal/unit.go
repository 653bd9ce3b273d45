package portal

import "thidua/internal/vi"

// UnitKind says what sort of body a unit is. Units are compared only with
// units of their own kind.
type UnitKind string

const (
	Province     UnitKind = "province"     // tỉnh, thành phố trực thuộc trung ương
	District     UnitKind = "district"     // huyện, until 30/6/2025
	Commune      UnitKind = "commune"      // xã
	Ward         UnitKind = "ward"         // phường
	SpecialZone  UnitKind = "special-zone" // đặc khu
	Neighborhood UnitKind = "neighborhood" // xóm, thôn, tổ dân phố
	Committee    UnitKind = "committee"    // ủy ban nhân dân
	Council      UnitKind = "council"      // hội đồng nhân dân
	Party        UnitKind = "party"        // đảng ủy, ban đảng
	Front        UnitKind = "front"        // Mặt trận Tổ quốc
	MassOrg      UnitKind = "mass-org"     // đoàn thể
	Police       UnitKind = "police"       // công an
	Military     UnitKind = "military"     // quân sự
	Ministry     UnitKind = "ministry"     // bộ, ngành trung ương
	Office       UnitKind = "office"       // sở, phòng, văn phòng
	Board        UnitKind = "board"        // hội đồng, ban chỉ đạo, bộ phận: a body for one matter
	MediaCentre  UnitKind = "media-centre" // trung tâm dịch vụ tổng hợp, cung ứng dịch vụ công
	Official     UnitKind = "official"     // chức danh: a holder of an office who issues in his own name
	Group        UnitKind = "group"        // a collective owner: "các phòng, ban, ngành, đoàn thể"
)

// IsAdministrative reports whether units of this kind are places of the state's
// own list, with an official code.
func (k UnitKind) IsAdministrative() bool {
	switch k {
	case Province, District, Commune, Ward, SpecialZone:
		return true
	}
	return false
}

// A Unit (đơn vị) is any body that promises, works, reports or is reported to.
type Unit struct {
	Source       Source    `yaml:"-"`
	ID           string    `yaml:"id"`
	Name         string    `yaml:"name"`
	ShortName    string    `yaml:"short_name"`
	Kind         UnitKind  `yaml:"kind"`
	Parent       string    `yaml:"parent"`
	Code         string    `yaml:"code"` // of the state's list: 2 digits a province, 5 a commune
	ValidFrom    vi.Date   `yaml:"valid_from"`
	ValidTo      vi.Date   `yaml:"valid_to"` // its last day
	Predecessors IDs       `yaml:"predecessors"`
	Members      IDs       `yaml:"members"` // of a group: the units that it stands for, as far as they are held
	Contacts     []Contact `yaml:"contacts"`
	ReportsSince vi.Date   `yaml:"reports_here_since"` // lateness is judged only from here on
	Sample       bool      `yaml:"sample"`
	Note         string    `yaml:"note"`
}

// A Contact is a public way to reach a unit.
type Contact struct {
	Kind  string `yaml:"kind" json:"kind"` // address, phone, email, website, hotline, zalo
	Value string `yaml:"value" json:"value"`
	Note  string `yaml:"note" json:"note"`
}
