package check_test

import (
	"testing"

	"thidua/internal/check"
	"thidua/internal/portal"
)

// A record with the name of a page or of a facet would take its address.
func TestNamesOfPagesAreReserved(t *testing.T) {
	names := append([]string{
		"tim-xa", "doi-chieu", "lich-su", "tim-kiem", "du-lieu", "nhung", "gioi-thieu", "tro-nang", "cong-khai",
		"linh-vuc", "loai", "nam", "qua-han", "trang-thai", "trang", "page", "index", "api", "hinh", "404",
	}, portal.OwnFolders...)
	for _, name := range names {
		record := portal.Record{ID: name, Source: portal.NewSource(portal.Pos{File: "index.md", Line: 1})}
		for kind, p := range map[string]*portal.Portal{
			"plan": {Plans: []*portal.Plan{{Record: record}}}, "movement": {Movements: []*portal.Movement{{Record: record}}},
			"model": {Models: []*portal.Model{{Record: record}}}, "exemplar": {Exemplars: []*portal.Exemplar{{Record: record}}},
			"recognition": {Recognitions: []*portal.Recognition{{Record: record}}},
			"unit":        {Units: []*portal.Unit{{ID: name}}}, "field": {Fields: []*portal.Field{{ID: name}}},
		} {
			found := false
			for _, problem := range check.Run(p, today) {
				found = found || problem.Rule == "reserved-id" && problem.Args[0] == name
			}
			if !found {
				t.Errorf("a %s may be called %q", kind, name)
			}
		}
	}
}
