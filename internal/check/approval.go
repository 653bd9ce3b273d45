package check

import "thidua/internal/portal"

// records visits the common head of every record with a page, with its folder
// below content/.
func records(p *portal.Portal, visit func(folder string, r *portal.Record)) {
	for _, r := range p.Movements {
		visit("phong-trao", &r.Record)
	}
	for _, r := range p.Plans {
		visit("ke-hoach", &r.Record)
	}
	for _, r := range p.Models {
		visit("mo-hinh", &r.Record)
	}
	for _, r := range p.Exemplars {
		visit("dien-hinh", &r.Record)
	}
	for _, r := range p.Reports {
		visit("ket-qua", &r.Record)
	}
	for _, r := range p.Recognitions {
		visit("cong-nhan", &r.Record)
	}
	for _, r := range p.Columns {
		visit("thi-dua-la-yeu-nuoc", &r.Record)
	}
}

// approvals finds public records that nobody has answered for, and those
// without a history, the only origin of their "updated".
func approvals(p *portal.Portal) (problems []portal.Problem) {
	records(p, func(_ string, r *portal.Record) {
		if !r.Status.Public() {
			return
		}
		report := func(field string) {
			problems = append(problems, portal.Problem{Pos: r.Source.At("status"), Rule: "not-approved", Args: []any{string(r.Status), field}})
		}
		if r.ApprovedBy == "" {
			report("approved_by")
		}
		if r.ApprovedOn.IsZero() {
			report("approved_on")
		}
		if r.Status == portal.Published && len(r.History) == 0 {
			report("history")
		}
	})
	return problems
}

// leftOut names every record that will not be published, so that nobody looks
// for it in vain.
func leftOut(p *portal.Portal) (problems []portal.Problem) {
	records(p, func(folder string, r *portal.Record) {
		switch r.Status {
		case portal.Draft, portal.Submitted, portal.Returned, portal.Withdrawn:
			problems = append(problems, portal.Problem{
				Pos: r.Source.At("status"), Rule: "left-out", Severity: portal.Note,
				Args: []any{folder + "/" + r.ID, string(r.Status)},
			})
		}
	})
	return problems
}
