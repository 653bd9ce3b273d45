package portal

import "strings"

// Cite names a clause in the citing order of administrative documents: "gạch
// đầu dòng 2, điểm a khoản 1 Mục III". Mục takes a capital, khoản and điểm do
// not (Nghị định 30/2020/NĐ-CP, Phụ lục II.V.7); bullets, which the decree does
// not name, are counted. The words belong to that form, as those of [vi.Date]
// do, and are the same in every language of the site. An address that the plan
// does not have is named as it is written; "" is the plan as a whole, and "".
func (p *Plan) Cite(at Address) string {
	switch at {
	case Opening:
		return "phần mở đầu"
	case Closing:
		return "phần kết thúc"
	}
	var out strings.Builder
	within := false // the number of the last khoản holds that of the one around it
	for ; at != ""; at = at.Parent() {
		clause := p.Clause(at)
		if clause == nil {
			return string(at)
		}
		number := strings.TrimRight(clause.Number, ".)")
		switch clause.Kind {
		case Section:
			out.WriteString("Mục " + number)
		case Numbered:
			if !within {
				out.WriteString("khoản " + number + " ")
			}
			within = strings.Contains(number, ".")
		case Point:
			out.WriteString("điểm " + number + " ")
		case Bullet:
			out.WriteString("gạch đầu dòng " + at.Last() + ", ")
		case SubBullet:
			out.WriteString("dấu cộng " + at.Last() + ", ")
		}
	}
	return strings.TrimRight(out.String(), ", ")
}
