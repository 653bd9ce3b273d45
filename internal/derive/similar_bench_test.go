package derive

import (
	"fmt"
	"strings"
	"testing"

	"thidua/internal/portal"
)

// wordy is a plan of 40 targets in the words that plans have in common.
func wordy(id int) *portal.Plan {
	words := strings.Fields(`hồ sơ giải quyết đúng hạn công an người dân tiếp nhận kỷ luật trung thành gần dân phản ánh mô hình an ninh
		trật tự tội phạm vi phạm cán bộ chiến sĩ địa bàn cơ sở tuyên truyền kiểm tra giám sát khen thưởng đơn vị phong trào thi đua`)
	plan := &portal.Plan{Record: portal.Record{ID: fmt.Sprintf("k-%05d", id)}}
	for n := range 40 {
		var statement []string
		for w := range 14 {
			statement = append(statement, words[(n*7+w*w*3+id)%len(words)])
		}
		plan.Targets = append(plan.Targets, portal.Target{ID: fmt.Sprint("c", n), Statement: strings.Join(statement, " ")})
	}
	return plan
}

// Two plans side by side. Every plan that stands alone is held against another
// one: in a country of 3,321 communes so many times.
func BenchmarkPropose(b *testing.B) {
	plans := make([]*portal.Plan, 34)
	for i := range plans {
		plans[i] = wordy(i)
	}
	words := newVocabulary()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		words.propose(plans[i%len(plans)], plans[(i+1)%len(plans)])
	}
}

// A country of communes whose plans carry out nothing that is held: each is held
// against another one of the movement.
func BenchmarkPlansThatStandAlone(b *testing.B) {
	p := new(portal.Portal)
	for i := range 3321 {
		plan := wordy(i)
		plan.Movement = "ba-nhat"
		p.Plans = append(p.Plans, plan)
	}
	p.Index()
	f := &portal.Figures{Plans: relate(p, p.Places())}
	b.ReportAllocs()
	for b.Loop() {
		f.Alignments = nil
		for _, figures := range f.Plans {
			figures.Alignments = nil
		}
		alignments(p, p.Owners(), f)
	}
	b.ReportMetric(float64(len(f.Alignments)), "alignments")
}
