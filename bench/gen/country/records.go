package country

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"thidua/internal/vi"
)

// Records that stand for the whole country.
const (
	ministry  = "bo-thi-dua-minh-hoa-m0"
	budgetLaw = "luat-ngan-sach-minh-hoa-m0"
)

// directive is the id of the paper of the party in a commune.
func directive(of *place) string { return "ct-du-" + of.id }

// decision is the id of a paper of a province.
func decision(of *place) string { return "qd-ubnd-" + of.id }

func (c *country) central() map[string]string {
	units, documents, fields := new(page), new(page), new(page)
	units.line("- {id: %s, name: Bộ Thi đua Minh Họa, kind: ministry, sample: true}", ministry)
	documents.line("- id: %s\n  doc_type: Luật\n  title: Luật Ngân sách (minh họa)\n  issuer: Quốc hội (minh họa)\n  sample: true", budgetLaw)
	files := map[string]string{}
	for _, m := range movements {
		documents.line("- id: %s\n  ref: %d/QĐ-MH\n  doc_type: Quyết định\n  title: Phát động phong trào thi đua “%s”\n  issuer: Bộ Thi đua Minh Họa\n  issued_on: 2025-11-%02d\n  sample: true", m.document(), 40+m.no, m.title, 4+m.no)
		out := new(page)
		out.front(firstYear)
		out.line("title: %s\nsummary: %s\nlaunched_by: %s\nlaunched_on: 2025-11-%02d\ngroups:", m.title, m.summary, ministry, 4+m.no)
		for theme, title := range m.groups {
			out.line("  - {id: %s, title: %s}", m.group(theme), title)
		}
		out.line("---\n\nPhong trào giả định, dùng để minh họa. %s", m.summary)
		files["content/phong-trao/"+m.id+"/index.md"] = out.String()
	}
	for i, title := range fieldTitles {
		fields.line("- id: %s\n  title: %s\n  standards:", vi.Slug(title), title)
		for n, text := range []string{"Làm thường xuyên, có sổ ghi chép", "Được người dân nơi cư trú xác nhận"} {
			fields.line("    - {id: %s, text: \"%s\"}", standard(i, n), text)
		}
	}
	files["data/units.yaml"] = units.String()
	files["data/documents.yaml"] = documents.String()
	files["data/fields.yaml"] = fields.String()
	files["config.toml"] = "title = \"Cổng minh họa\"\nbaseURL = \"https://thidua.example/\"\n\n[params]\ndescription = \"Một đất nước giả định, để đo và thử chương trình.\"\n"
	files["content/gioi-thieu.md"] = "---\ntitle: Giới thiệu\n---\n\nMọi địa danh, cơ quan, kế hoạch và con số ở đây đều là giả định.\n"
	return files
}

var fieldTitles = []string{"Phục vụ người dân", "An toàn khu dân cư", "Văn hóa, môi trường", "Làm ăn, sinh kế"}

func standard(field, n int) string { return fmt.Sprintf("tieu-chuan-%d-%d", field+1, n+1) }

// units writes a province, its communes and all their bodies.
func (c *country) units(of *place) string {
	out := new(page)
	write := func(p *place) {
		out.line("- id: %s\n  name: %s\n  short_name: %s\n  kind: %s", p.id, p.title(), p.name, p.kind.unit)
		if p.above != nil {
			out.line("  parent: %s\n  valid_from: 2025-07-01", p.above.id)
		}
		if c.reports(p) {
			out.line("  reports_here_since: %d-01-01", firstYear)
		}
		out.line("  sample: true")
		for _, b := range bodies {
			out.line("- id: %s\n  name: %s", b.id(p), b.name(p))
			if short := b.short(p); short != b.name(p) {
				out.line("  short_name: %s", short)
			}
			out.line("  kind: %s\n  parent: %s\n  sample: true", b.kind, p.id)
		}
	}
	write(of)
	for _, below := range of.below {
		write(below)
	}
	return out.String()
}

// documents writes the papers that plans of a province and its communes cite.
func documents(of *place) string {
	out := new(page)
	out.line("- id: %s\n  ref: %d/QĐ-UBND\n  doc_type: Quyết định\n  title: Ban hành quy chế thi đua trên địa bàn %s\n  issuer: UBND %s\n  issued_on: 2025-12-20\n  sample: true", decision(of), 200+of.no, of.inText(), of.inText())
	for _, p := range of.below {
		out.line("- id: %s\n  ref: %02d-CT/ĐU\n  doc_type: Chỉ thị\n  title: Tăng cường lãnh đạo phong trào thi đua ở %s\n  issuer: Đảng ủy %s\n  issued_on: 2026-01-%02d\n  sample: true", directive(p), 1+p.no%9, p.inText(), p.inText(), 5+p.no%20)
	}
	return out.String()
}

// model writes a practice that places of one province have taken up.
func (c *country) model(no int) (files map[string]string) {
	of := c.plans[no*7%len(c.plans)]
	v := voiceOf(c.seed, ofModel, no, of.place, of.from)
	id := c.modelID(no)
	out := new(page)
	out.front(firstYear)
	out.line("title: %s\nsummary: %s\nasked_by: %s#II.%d\nrun_by: %s\nfields: %s\nmovement: %s\nlocation_precision: commune\n---",
		modelTitles[no%len(modelTitles)]+" "+of.place.name, scalar(v.sentence("viec")+"; nội dung là giả định để minh họa."), of.id, 1+no%themes,
		of.place.unit(bodies[no%len(bodies)].key), vi.Slug(fieldTitles[no%len(fieldTitles)]), of.movement.id)
	for range 3 {
		out.line("\n%s %s", v.sentence("chuyen"), v.sentence("cachlam"))
	}
	rows := [][]string{{"unit", "from", "to", "places", "evidence"}}
	near := of.place.province().below
	for _, i := range v.Perm(len(near))[:min(len(near), 4+v.IntN(26))] {
		rows = append(rows, []string{near[i].id, fmt.Sprintf("%d-%02d", firstYear, 1+v.IntN(9)), "", fmt.Sprint(1 + v.IntN(20)), "Báo cáo minh họa"})
	}
	folder := "content/mo-hinh/" + id + "/"
	return map[string]string{folder + "index.md": out.String(), folder + "adoptions.csv": table(rows)}
}

var modelTitles = []string{"Tổ tự quản", "Giờ hẹn cố định", "Tủ sách cộng đồng", "Tuyến đường hoa", "Chợ không túi ni lông", "Nhóm hộ giúp nhau", "Đêm không rác", "Loa nhỏ xóm em"}

func (c *country) modelID(no int) string {
	return fmt.Sprintf("%s-m%d", vi.Slug(modelTitles[no%len(modelTitles)]), no+1)
}

// exemplar writes somebody who is nobody.
func (c *country) exemplar(no int) (files map[string]string) {
	of := c.plans[no*5%len(c.plans)]
	v := voiceOf(c.seed, ofExemplar, no, of.place, of.from)
	kinds := []string{"individual", "collective", "household"}
	stages := []string{"new-factor", "grass-roots", "recognised", "outstanding-commune", "outstanding-province"}
	field := no % len(fieldTitles)
	out := new(page)
	out.front(firstYear)
	out.line("title: %s\nsummary: %s\nkind: %s\nunit: %s\nmovement: %s\nfields: %s\nstage: %s\nstandards: %s\nyear: %d",
		exemplarTitle(no), scalar(v.sentence("viec")+"; nội dung là giả định để minh họa."), kinds[no%3], of.place.id, of.movement.id,
		vi.Slug(fieldTitles[field]), stages[v.IntN(len(stages))], standard(field, v.IntN(2)), firstYear)
	out.line("consent: [{by: subject, kind: sample, date: %d-03-01}]\n---", firstYear)
	for range 2 + v.IntN(3) {
		out.line("\n%s", v.sentence("chuyen"))
	}
	return map[string]string{"content/dien-hinh/" + exemplarID(no) + "/index.md": out.String()}
}

func exemplarTitle(no int) string {
	return fmt.Sprintf("%s minh họa %d", []string{"Nhân vật", "Tập thể", "Hộ gia đình"}[no%3], no+1)
}

func exemplarID(no int) string { return fmt.Sprintf("dien-hinh-minh-hoa-m%d", no+1) }

// reports tells whether a place reports here: one commune of three does.
func (c *country) reports(of *place) bool {
	return of.above != nil && of.no%3 == 1 && c.first[of] != nil
}

// report writes what a place says of a quarter, by the targets of its first plan.
func (c *country) report(of *place, quarter int) (files map[string]string) {
	plan := c.first[of]
	promises := voiceOf(c.seed, ofPlan, plan.no, of, plan.from).chosen()
	v := voiceOf(c.seed, ofReport, of.no*4+quarter, of, plan.from)
	rows := [][]string{{"target", "numerator", "denominator", "value", "note", "difficulty", "proposal", "evidence", "plan"}}
	for _, p := range promises {
		if v.IntN(4) == 0 {
			continue // nothing was reported of this one
		}
		row := []string{p.id, "", "", "", "", "", "", "", plan.id}
		switch {
		case v.IntN(10) == 0:
			row[5], row[6] = v.sentence("khokhan"), v.sentence("denghi")
		case p.unit == "%":
			whole := 40 + v.IntN(400)
			row[1], row[2] = fmt.Sprint(whole-v.IntN(whole/8)), fmt.Sprint(whole)
		case p.value > 0:
			row[3] = fmt.Sprint(max(0, p.value+v.IntN(5)-1))
		default:
			row[4] = v.sentence("cachlam")
		}
		rows = append(rows, row)
	}
	out := new(page)
	out.front(firstYear)
	out.line("unit: %s\nperiod: %d-Q%d\nsubmitted_on: %d-%02d-%02d\ndifficulties:\n  - text: %s\n    proposal: %s\n    addressee: %s",
		of.id, firstYear, quarter, firstYear, quarter*3, 8+v.IntN(14), v.sentence("khokhan"), v.sentence("denghi"), of.above.unit("ubnd"))
	if v.IntN(5) == 0 {
		if at := slices.IndexFunc(rows[1:], func(row []string) bool { return row[3] != "" }); at >= 0 {
			row := rows[1+at]
			out.line("corrections:\n  - {target: %s, field: value, from: 1%s, to: %s, why: Cộng thừa (minh họa), date: %d-%02d-25, approved_by: Người duyệt minh họa}", row[0], row[3], row[3], firstYear, quarter*3)
		}
	}
	out.line("---\n## Kết quả nổi bật\n\n%s\n\n## Phương hướng kỳ tới\n\n%s", strings.Join(v.some("tin", 2), " "), v.sentence("cachlam"))
	folder := fmt.Sprintf("content/ket-qua/%s/%d-Q%d/", of.id, firstYear, quarter)
	return map[string]string{folder + "index.md": out.String(), folder + "results.csv": table(rows)}
}

// recognition writes a programme of a province with the dossiers of its places.
func (c *country) recognition(of *place) (files map[string]string) {
	plan := c.first[of]
	v := voiceOf(c.seed, ofRecognition, of.no, of, firstYear)
	out := new(page)
	out.front(firstYear)
	out.line("title: Khu dân cư kiểu mẫu của %s\nsummary: Chương trình công nhận giả định, dùng để minh họa.\nasked_by: %s#III\ndecided_by: %s\n---\n\n%s", of.inText(), plan.id, of.unit("ubnd"), v.sentence("yeucau"))
	rows := [][]string{{"unit", "category", "year", "step", "date", "decision", "note"}}
	for _, p := range of.below {
		for i, step := range []string{"registered", "submitted", "appraised", "decided"}[:1+v.IntN(4)] {
			decision := ""
			if step == "decided" {
				decision = fmt.Sprintf("%d/QĐ-UBND", 300+p.no)
			}
			rows = append(rows, []string{p.id, lower(p.kind.word), fmt.Sprint(firstYear), step, fmt.Sprintf("%d-%02d-%02d", firstYear, 2+i*2, 3+v.IntN(25)), decision, ""})
		}
	}
	folder := "content/cong-nhan/khu-dan-cu-kieu-mau-" + of.id + "/"
	return map[string]string{folder + "index.md": out.String(), folder + "dossiers.csv": table(rows)}
}

// column writes an issue of the monthly column.
func (c *country) column(month int) (files map[string]string) {
	v := voiceOf(c.seed, ofColumn, month, c.provinces[0], firstYear)
	var plans, models, exemplars []string
	for range 4 {
		plans = append(plans, c.plans[v.IntN(len(c.plans))].id)
		models = append(models, c.modelID(v.IntN(c.models())))
		exemplars = append(exemplars, exemplarID(v.IntN(c.exemplars())))
	}
	ids := func(list []string) string {
		slices.Sort(list)
		return "[" + strings.Join(slices.Compact(list), ", ") + "]"
	}
	out := new(page)
	out.front(firstYear)
	out.line("title: Thi đua là yêu nước, số tháng %d/%d\nsummary: Chuyên mục giả định, dùng để minh họa.\nplans: %s\nmodels: %s\nexemplars: %s\n---\n## Tin trong tháng", month, firstYear, ids(plans), ids(models), ids(exemplars))
	for range 5 {
		out.line("\n%s", v.sentence("tin"))
	}
	return map[string]string{fmt.Sprintf("content/thi-dua-la-yeu-nuoc/%d-%02d/index.md", firstYear, month): out.String()}
}

func table(rows [][]string) string {
	var out bytes.Buffer
	writer := csv.NewWriter(&out)
	if err := writer.WriteAll(rows); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	return out.String()
}
