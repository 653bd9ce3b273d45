package country

import (
	"fmt"
	"slices"
	"strings"
)

// A plan is one place's plan for one movement.
type plan struct {
	no          int // counts all plans, from 0
	place       *place
	movement    *movement
	from, until int // years
	above       *plan
	id          string
}

func newPlan(no int, of *place, m *movement, round int) *plan {
	p := &plan{no: no, place: of, movement: m, from: firstYear + round/len(movements)}
	p.until = p.from
	if round < len(movements) && round%2 == 1 {
		p.until = lastYear
	}
	p.id = fmt.Sprintf("%s-%d-%s", m.slug(), p.from, of.id)
	return p
}

// ref is số, ký hiệu. Some plans have lost their number, as some real ones have.
func (p *plan) number() string {
	if p.no%9 == 4 {
		return ""
	}
	return fmt.Sprintf("%02d", 11+p.no%180)
}

func (p *plan) years() string {
	if p.from == p.until {
		return fmt.Sprintf("năm %d", p.from)
	}
	return fmt.Sprintf("giai đoạn %d - %d", p.from, p.until)
}

func (p *plan) abstract() string {
	return fmt.Sprintf("Thực hiện phong trào thi đua “%s” %s trên địa bàn %s", p.movement.title, p.years(), p.place.inText())
}

// A writing is the files of a plan as they grow together.
type writing struct {
	*plan
	voice
	body                       document
	promises                   []promise
	targets, deadlines, tasks  page
	slogans, funding, channels []string // addresses
}

// files writes a plan: name, then text.
func (p *plan) files(seed uint64) map[string]string {
	w := &writing{plan: p, voice: voiceOf(seed, ofPlan, p.no, p.place, p.from)}
	w.promises = w.chosen()
	w.write()
	return map[string]string{
		"index.md":       w.front() + w.body.String(),
		"targets.yaml":   w.targets.String(),
		"deadlines.yaml": w.deadlines.String(),
		"tasks.yaml":     w.tasks.String(),
	}
}

// write writes the body, and the promises as they come up in it.
func (w *writing) write() {
	d, place := &w.body, w.plan.place
	d.line("\nThực hiện các văn bản của cấp trên về phong trào thi đua “%s”, %s xây dựng kế hoạch %s với những nội dung sau. %s",
		w.movement.title, place.body("ubnd").short(place), w.years(), w.sentence("mucdich"))
	d.at("mo-dau")

	d.heading("MỤC ĐÍCH, YÊU CẦU")
	d.part("Mục đích")
	for _, text := range w.some("mucdich", 2+w.IntN(2)) {
		d.bullet(text + " " + w.sentence("cachlam"))
	}
	d.part("Yêu cầu")
	for _, text := range w.some("yeucau", 3+w.IntN(2)) {
		d.letter(text+" "+w.sentence("cachlam"), false)
	}

	d.heading("NỘI DUNG THI ĐUA")
	d.line("\nPhong trào ở %s có %02d nhóm nội dung. %s", place.inText(), themes, w.sentence("yeucau"))
	for i, title := range w.movement.groups {
		d.part(fmt.Sprintf("Nội dung “%s”", title))
		for _, head := range w.some("tieude", 1+w.IntN(3)) {
			at := d.bullet(fmt.Sprintf("**%s:** %s %s %s", head, w.sentence("viec")+" ở "+w.village()+".", w.sentence("cachlam"), strings.Join(w.some("cachlam", 1+w.IntN(4)), " ")))
			if i == 0 && len(w.slogans) == 0 {
				w.slogans = append(w.slogans, at)
			}
		}
	}

	d.heading("CHỈ TIÊU")
	d.part("Chỉ tiêu theo nhóm nội dung")
	for theme, title := range w.movement.groups {
		d.letter(title, true)
		w.writeTargets(slices.DeleteFunc(slices.Clone(w.promises), func(p promise) bool { return p.theme != theme }))
	}
	d.part("Cách đánh giá")
	d.line("\n%s %s", w.sentence("yeucau"), w.sentence("cachlam"))

	d.heading("GIẢI PHÁP")
	for i, text := range w.some("giaiphap", 4+w.IntN(2)) {
		at := d.numbered(text)
		switch i {
		case 0:
			w.channels = append(w.channels, at)
		case 1:
			w.funding = append(w.funding, at)
		}
	}

	d.heading("TỔ CHỨC THỰC HIỆN")
	w.writeTasks()
	d.part("Chế độ thông tin, báo cáo")
	w.writeDeadlines()

	d.line("\n***\n\nTrên đây là kế hoạch %s; trong quá trình thực hiện, có khó khăn, vướng mắc thì phản ánh về %s để được hướng dẫn. Đây là văn bản giả định, dùng để minh họa.",
		w.years(), place.body("van-phong").name(place))
	d.at("ket-thuc")
}

// writeTargets puts the targets of one group into bullets, some to each.
func (w *writing) writeTargets(list []promise) {
	for len(list) > 0 {
		n := min(3+w.IntN(3), len(list))
		var said []string
		for _, p := range list[:n] {
			said = append(said, p.sentence())
		}
		at := w.body.bullet(fmt.Sprintf("**%s:** %s", w.sentence("tieude"), strings.Join(said, " ")))
		for _, p := range list[:n] {
			w.writeTarget(at, p)
		}
		list = list[n:]
	}
}

func (w *writing) writeTarget(at string, p promise) {
	out := &w.targets
	out.line("- id: %s\n  clause: %s\n  group: %s", p.id, at, w.movement.group(p.theme))
	out.field("  ", "statement", p.statement)
	out.line("  owner: %s", w.owners(p.owner))
	out.line("  measure: %s", p.measure())
	if p.aspiration {
		out.line("  aspiration: true")
	}
	if w.plan.above != nil && p.isAbove() {
		out.line("  aligns: %s#%s", w.plan.above.id, p.id)
	}
}

// owners are the body with this key, now and then with a second one.
func (w *writing) owners(key string) string {
	other := bodies[w.IntN(len(bodies))].key
	if w.IntN(6) > 0 || other == key {
		return w.plan.place.unit(key)
	}
	return fmt.Sprintf("[%s, %s]", w.plan.place.unit(key), w.plan.place.unit(other))
}

// writeTasks gives the greater bodies a khoản each and the others one together.
func (w *writing) writeTasks() {
	chosen := w.Perm(len(works))[:tasksOfPlan]
	slices.Sort(chosen)
	own := []string{"cong-an", "van-phong", "van-hoa", "kinh-te", "mttq", "truyen-thong"}
	for _, key := range own {
		w.writeTasksOf(w.plan.place.body(key).name(w.plan.place), chosen, func(unit string) bool { return unit == key })
	}
	group := func(unit string) bool { return unit == "doan-the" || unit == "dia-ban" }
	w.writeTasksOf("Các tổ chức chính trị - xã hội, cơ quan phối hợp", chosen, func(unit string) bool {
		return !group(unit) && !slices.Contains(own, unit)
	})
	w.writeTasksOf("Các phòng, ban, ngành và khu dân cư", chosen, group)
}

func (w *writing) writeTasksOf(title string, chosen []int, of func(unit string) bool) {
	var list [][]string
	for _, i := range chosen {
		if of(works[i][1]) {
			list = append(list, works[i])
		}
	}
	w.body.part(title)
	if len(list) == 0 {
		w.body.line("\n%s", w.sentence("giaoviec"))
	}
	for len(list) > 0 {
		n := min(2+w.IntN(3), len(list))
		var texts []string
		for _, work := range list[:n] {
			texts = append(texts, w.say(cut(work[4])))
		}
		at := w.body.bullet(strings.Join(texts, ". ") + ". " + w.sentence("giaoviec") + " " + w.sentence("cachlam"))
		for i, work := range list[:n] {
			out := &w.tasks
			out.line("- id: %s\n  clause: %s\n  unit: %s\n  role: %s", work[0], at, w.owners(work[1]), work[2])
			out.field("  ", "text", texts[i])
			if work[3] != "" {
				out.field("  ", "result", work[3])
			}
			if w.IntN(4) == 0 {
				out.line("  due: %d-%02d-%02d", w.plan.from, 4+w.IntN(8), 5+w.IntN(23))
			}
		}
		list = list[n:]
	}
}

func (w *writing) writeDeadlines() {
	list := duties
	for len(list) > 0 {
		n := min(3+w.IntN(2), len(list))
		var texts, said []string
		for _, duty := range list[:n] {
			text := w.say(cut(duty[5]))
			texts, said = append(texts, text), append(said, lower(text))
		}
		at := w.body.bullet(upper(strings.Join(said, "; ")) + ". " + w.sentence("giaoviec"))
		for i, duty := range list[:n] {
			w.writeDeadline(at, duty, texts[i])
		}
		list = list[n:]
	}
	w.body.below(w.sentence("giaoviec"), w.sentence("cachlam"))
}

func (w *writing) writeDeadline(at string, duty []string, text string) {
	out := &w.deadlines
	out.line("- id: %s\n  clause: %s\n  kind: %s", duty[0], at, duty[1])
	out.field("  ", "text", text)
	switch when := strings.Fields(duty[2]); {
	case len(when) == 0:
	case when[0] == "end":
		out.line("  date: %d-12\n  rule: on", w.plan.until)
	case when[0] == "date":
		out.line("  date: %d-%s\n  rule: %s", w.plan.from, when[1], when[2])
	case len(when) == 2:
		out.line("  recurrence: {every: %s}", when[1])
	default:
		out.line("  recurrence: {every: %s, on: %s, rule: %s}", when[1], when[3], when[4])
	}
	place := w.plan.place
	out.line("  owner: %s", place.unit(duty[3]))
	switch {
	case duty[4] == "trên" && place.above != nil:
		out.line("  recipient: %s\n  route: %s", place.above.unit("ubnd"), place.above.unit("van-hoa"))
	case duty[4] == "trên":
		out.line("  recipient: %s", ministry)
	case duty[4] != "":
		out.line("  recipient: %s", place.unit(duty[4]))
	}
}

// front is the front matter, which knows the addresses of the body.
func (w *writing) front() string {
	out, place := new(page), w.plan.place
	out.front(w.plan.from)
	out.line("doc_type: Kế hoạch\ndoc_number: %s\ndoc_symbol: KH-UBND", w.number())
	out.field("", "abstract", w.abstract())
	out.WriteString("summary:\n  - Đây là kế hoạch giả định của một nơi giả định, dùng để minh họa.\n")
	for _, i := range w.Perm(len(w.promises))[:3] {
		out.line("  - %s", scalar(w.promises[i].sentence()))
	}
	out.line("issuer: %s", place.unit("ubnd"))
	out.line("letterhead:\n  - ỦY BAN NHÂN DÂN\n  - %s", strings.ToUpper(place.title()))
	out.field("", "place", place.name)
	out.line("issued_on: %d-%02d-%02d", w.plan.from, 1+w.IntN(2), 5+w.IntN(20))
	out.line("from: %d\nto: %d", w.plan.from, w.plan.until)
	out.line("movement: %s", w.movement.id)
	if w.IntN(2) == 0 {
		out.line("linked_movements: [%s]", movements[(w.movement.no+1)%len(movements)].id)
	}
	w.frontDocuments(out)
	out.line("slogans:\n  - text: %s\n    clause: %s", w.sentence("khauhieu"), w.slogans[0])
	out.line("funding:\n  - text: Kinh phí trong dự toán đã giao và đóng góp tự nguyện, công khai trước và sau khi chi\n    clause: %s\n    unit: %s", w.funding[0], place.unit("kinh-te"))
	out.line("channels:\n  - text: Bảng tin, loa truyền thanh, trang thông tin điện tử\n    clause: %s\n    unit: %s", w.channels[0], place.unit("truyen-thong"))
	out.WriteString("signers: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH, Người ký minh họa]\nrecipients:\n")
	for _, key := range []string{"dang-uy", "hdnd", "mttq", "doan-the", "dia-ban"} {
		out.line("  - %s", place.body(key).name(place))
	}
	out.WriteString("  - \"Lưu: VT\"\nsource_notes:\n")
	kinds := []string{"spelling", "reference", "number", "other", "date", "overlap", "other"}
	for _, i := range w.Perm(len(kinds))[:3+w.IntN(4)] {
		out.line("  - clause: %s\n    kind: %s\n    note: %s", w.body.addresses[w.IntN(len(w.body.addresses))], kinds[i], w.sentence("nguon"))
	}
	out.WriteString("---\n")
	return out.String()
}

func (w *writing) frontDocuments(out *page) {
	out.WriteString("documents:\n")
	cite := func(id, role, clause string) { out.line("  - {id: %s, role: %s, clause: %s}", id, role, clause) }
	if w.plan.above == nil {
		cite(w.movement.document(), "implements", "mo-dau")
	} else {
		cite(w.plan.above.id, "implements", "mo-dau")
		cite(directive(w.plan.place), "basis", "mo-dau")
		cite(w.plan.above.id, "cites", w.funding[0])
	}
	cite(decision(w.plan.place.province()), "basis", "mo-dau")
	cite(budgetLaw, "cites", w.funding[0])
}
