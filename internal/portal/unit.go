package portal

import (
	"strings"

	"thidua/internal/vi"
)

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

// Slug is the kind as part of an address.
func (k UnitKind) Slug() string { return kindSlugs[k] }

var kindSlugs = map[UnitKind]string{
	Province: "tinh", District: "huyen", Commune: "xa", Ward: "phuong", SpecialZone: "dac-khu",
	Neighborhood: "xom", Committee: "uy-ban-nhan-dan", Council: "hoi-dong-nhan-dan", Party: "dang",
	Front: "mat-tran", MassOrg: "doan-the", Police: "cong-an", Military: "quan-su", Ministry: "bo-nganh",
	Office: "co-quan", Board: "ban-chi-dao", MediaCentre: "trung-tam-dich-vu", Official: "chuc-danh", Group: "nhom",
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
	Members      IDs       `yaml:"members"`      // of a group: the units that it stands for
	MoreMembers  bool      `yaml:"more_members"` // of a group: it stands for others, too, that nobody has named here
	Contacts     []Contact `yaml:"contacts"`
	ReportsSince vi.Date   `yaml:"reports_here_since"` // lateness is judged only from here on
	Sample       bool      `yaml:"sample"`
	Note         string    `yaml:"note"`
}

// BareName is the name of a place without the word for its kind ("Hưng Nguyên"
// of "Xã Hưng Nguyên"), under which it is looked for; the name of any other unit.
func (u *Unit) BareName() string {
	if !u.Kind.IsAdministrative() {
		return u.Name
	}
	for _, word := range []string{"Tỉnh ", "Thành phố ", "Huyện ", "Quận ", "Thị xã ", "Thị trấn ", "Xã ", "Phường ", "Đặc khu "} {
		if bare, cut := strings.CutPrefix(u.Name, word); cut {
			return bare
		}
	}
	return u.Name
}

// A Contact is a public way to reach a unit.
type Contact struct {
	Kind  string `yaml:"kind" json:"kind"` // address, phone, email, website, hotline, zalo
	Value string `yaml:"value" json:"value"`
	Note  string `yaml:"note" json:"note"`
}
