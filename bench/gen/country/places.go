package country

import (
	"fmt"
	"math/rand/v2"

	"thidua/internal/vi"
)

// placeKinds are the kinds of place; the constants are their indexes.
var placeKinds = []placeKind{{"Tỉnh", "province"}, {"Xã", "commune"}, {"Phường", "ward"}, {"Đặc khu", "special-zone"}}

const (
	province = iota
	commune
	ward
	island
)

type placeKind struct {
	word string // as names begin
	unit string // as data/units says it
}

// A place is a province, or a commune, ward or special zone of one.
type place struct {
	no    int // counts provinces and communes apart, from 1
	kind  placeKind
	name  string
	above *place // nil for a province
	id    string
	below []*place
}

func newPlace(no, kind int, name string, above *place) *place {
	p := &place{no: no, kind: placeKinds[kind], name: name, above: above}
	form := "%s-m%05d"
	if above == nil {
		form = "%s-m%02d"
	}
	p.id = fmt.Sprintf(form, vi.Slug(p.title()), no)
	return p
}

func (p *place) title() string { return p.kind.word + " " + p.name }

func (p *place) inText() string { return lower(p.title()) }

func (p *place) province() *place {
	if p.above == nil {
		return p
	}
	return p.above
}

// A body is a part of a place that promises, works or reports.
type body struct {
	key, kind         string
	commune, province string // its name there; %s is the place
}

var bodies = []body{
	{"ubnd", "committee", "Ủy ban nhân dân %s", "Ủy ban nhân dân %s"},
	{"hdnd", "council", "Hội đồng nhân dân %s", "Hội đồng nhân dân %s"},
	{"dang-uy", "party", "Đảng ủy %s", "Ban Dân vận %s"},
	{"cong-an", "police", "Công an %s", "Công an %s"},
	{"quan-su", "military", "Ban Chỉ huy Quân sự %s", "Bộ Chỉ huy Quân sự %s"},
	{"mttq", "front", "Ủy ban Mặt trận Tổ quốc Việt Nam %s", "Ủy ban Mặt trận Tổ quốc Việt Nam %s"},
	{"van-phong", "office", "Văn phòng HĐND và UBND %s", "Văn phòng UBND %s"},
	{"van-hoa", "office", "Phòng Văn hóa - Xã hội %s", "Sở Nội vụ %s"},
	{"kinh-te", "office", "Phòng Kinh tế %s", "Sở Tài chính %s"},
	{"truyen-thong", "media-centre", "Trung tâm Dịch vụ tổng hợp %s", "Trung tâm Truyền thông %s"},
	{"phu-nu", "mass-org", "Hội Liên hiệp Phụ nữ %s", "Hội Liên hiệp Phụ nữ %s"},
	{"thanh-nien", "mass-org", "Đoàn Thanh niên %s", "Tỉnh đoàn %s"},
	{"nong-dan", "mass-org", "Hội Nông dân %s", "Hội Nông dân %s"},
	{"cuu-chien-binh", "mass-org", "Hội Cựu chiến binh %s", "Hội Cựu chiến binh %s"},
	{"doan-the", "group", "Các phòng, ban, ngành, đoàn thể %s", "Các sở, ban, ngành, đoàn thể %s"},
	{"dia-ban", "group", "Các khu dân cư %s", "Các xã, phường, đặc khu %s"},
}

func (p *place) body(key string) body {
	for _, b := range bodies {
		if b.key == key {
			return b
		}
	}
	panic("no body is called " + key)
}

// unit is the id of a body of the place.
func (p *place) unit(key string) string { return p.body(key).id(p) }

func (b body) id(of *place) string {
	return b.key + "-" + of.id
}

func (b body) name(of *place) string {
	form := b.commune
	if of.above == nil {
		form = b.province
	}
	return fmt.Sprintf(form, of.inText())
}

// short is the name as text has it.
func (b body) short(of *place) string {
	if b.key == "ubnd" {
		return "UBND " + of.inText()
	}
	return b.name(of)
}

// settle makes a country of so many provinces and communes. A province has
// about as many as another; the hard names come first, in the first two.
func settle(provinces, communes int, seed uint64) (all []*place) {
	chance := rand.New(rand.NewPCG(seed, 0))
	taken := map[string]bool{}
	for len(all) < provinces {
		if name := invent(chance); !taken[name] {
			taken[name] = true
			all = append(all, newPlace(len(all)+1, province, name, nil))
		}
	}
	for no := range communes {
		var name name
		above := all[no%provinces]
		if no < len(hardNames) {
			name = hardNames[no]
			above = all[0]
			if name.alien && provinces > 1 {
				above = all[1]
			}
		} else {
			name.kind = []int{commune, commune, ward, commune}[chance.IntN(4)]
			name.words = invent(chance)
			if chance.IntN(12) == 0 { // quarters of one town
				name.kind, name.words = ward, fmt.Sprintf("%s %d", name.words, 1+chance.IntN(12))
			}
		}
		above.below = append(above.below, newPlace(no+1, name.kind, name.words, above))
	}
	return all
}
