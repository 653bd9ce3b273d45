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

// CitePlan names a plan as another document does when it cites it: "Kế hoạch số
// 70/KH-UBND ngày 30/01/2026 của UBND tỉnh Nghệ An" (Nghị định 30/2020/NĐ-CP,
// Điều 8), without its abstract; what the source leaves blank is "…" or left out.
func (p *Portal) CitePlan(plan *Plan) string {
	words := []string{plan.DocType}
	if plan.DocNumber != "" || plan.DocSymbol != "" {
		words = append(words, "số", plan.Ref())
	}
	if plan.IssuedOn.Full() {
		words = append(words, "ngày")
	}
	if on := plan.IssuedOn.Short(); on != "" {
		words = append(words, on)
	}
	var issuers []string
	for _, id := range plan.Issuer {
		if unit := p.Unit(id); unit != nil {
			issuers = append(issuers, strings.Replace(unit.Name, "Ủy ban nhân dân", "UBND", 1))
		}
	}
	if len(issuers) > 0 {
		words = append(words, "của", strings.Join(issuers, ", "))
	}
	return strings.Join(words, " ")
}
