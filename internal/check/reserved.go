package check

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// reserved are names of pages and facets, which no record may have as its id:
// their URLs would meet.
var reserved = []string{
	"404", "api", "chi-tieu", "cong-khai", "cong-nhan", "css", "dien-hinh", "doi-chieu", "don-vi",
	"du-lieu", "en", "feed", "gioi-thieu", "hinh", "index", "ke-hoach", "ket-qua", "kind", "kieu", "lich-su",
	"lien-he", "linh-vuc", "loai", "mo-hinh", "moc-thoi-gian", "nam", "nhung", "page", "phong-trao", "qua-han", "rss",
	"sitemap", "so-do", "so-do-trang", "so-sanh", "thi-dua-la-yeu-nuoc", "tim-kiem", "tim-xa", "trang", "trang-thai", "tro-nang",
}

// reservedIDs finds ids that are names of pages, or no ids at all.
func reservedIDs(p *portal.Portal) (problems []portal.Problem) {
	look := func(id string, source *portal.Source) {
		switch {
		case id == "":
		case slices.Contains(reserved, id):
			problems = append(problems, portal.Problem{Pos: source.At("id"), Rule: "reserved-id", Args: []any{id}})
		case !vi.IsSlug(id):
			problems = append(problems, portal.Problem{Pos: source.At("id"), Rule: "bad-id", Args: []any{id, vi.Slug(id)}})
		}
	}
	for _, unit := range p.Units {
		look(unit.ID, &unit.Source)
	}
	for _, document := range p.Documents {
		look(document.ID, &document.Source)
	}
	for _, field := range p.Fields {
		look(field.ID, &field.Source)
	}
	for _, movement := range p.Movements {
		look(movement.ID, &movement.Source)
	}
	for _, plan := range p.Plans {
		look(plan.ID, &plan.Source)
		for i := range plan.Targets {
			look(plan.Targets[i].ID, &plan.Targets[i].Source)
		}
		for i := range plan.Deadlines {
			look(plan.Deadlines[i].ID, &plan.Deadlines[i].Source)
		}
		for i := range plan.Tasks {
			look(plan.Tasks[i].ID, &plan.Tasks[i].Source)
		}
	}
	for _, model := range p.Models {
		look(model.ID, &model.Source)
	}
	for _, exemplar := range p.Exemplars {
		look(exemplar.ID, &exemplar.Source)
	}
	for _, recognition := range p.Recognitions {
		look(recognition.ID, &recognition.Source)
	}
	return problems
}
