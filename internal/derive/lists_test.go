package derive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// texts are what the entries of a list are called.
func texts(t *testing.T, list *portal.List, name func(any) string) (all []string) {
	t.Helper()
	if list == nil {
		t.Fatal("no such list")
	}
	for _, entry := range list.Entries {
		all = append(all, name(entry.Record))
	}
	return all
}

func unitName(record any) string { return record.(*portal.Unit).Name }

func TestNoPageOfAListGrowsWithTheCountry(t *testing.T) {
	small, large := country(200), country(400)
	small.Index()
	large.Index()
	before, after := Figures(small, vi.NewDate(2026, 11, 22)), Figures(large, vi.NewDate(2026, 11, 22))
	widest := func(f *portal.Figures) (n int) {
		for _, list := range f.Lists {
			for _, facet := range list.Facets {
				n = max(n, len(facet.Few(12)))
			}
			for number := 1; number <= list.Pages(); number++ {
				page, err := list.Page(number)
				if err != nil {
					t.Fatal(err)
				}
				if shown := len(page.Real) + len(page.Samples); shown > list.Size || shown > placesSize {
					t.Errorf("%s shows %d entries", list.PagePath(number), shown)
				}
				if len(page.Near()) > 7 {
					t.Errorf("%s leads to the pages %v", list.PagePath(number), page.Near())
				}
			}
		}
		return n
	}
	if b, a := widest(before), widest(after); b != a {
		t.Errorf("%d values are shown of 200 communes and %d of 400", b, a)
	}
	if len(after.Next) > nextSize {
		t.Errorf("%d duties come next", len(after.Next))
	}
	if list := after.Lists["moc-thoi-gian/2026-12"]; !list.Cut || list.Count.Real != 400 || list.Pages() != 1 {
		t.Errorf("the month is cut: %t, %v in %d pages", list.Cut, list.Count, list.Pages())
	}
}

func TestEveryPlanIsInItsListsOnce(t *testing.T) {
	p := country(100)
	p.Index()
	f := Figures(p, vi.NewDate(2026, 11, 22))
	for _, facet := range f.Lists["ke-hoach"].Facets {
		seen := map[any]int{}
		for _, value := range facet.Values {
			list := f.Lists[value.Path]
			if list == nil || list.Count != value.Count {
				t.Fatalf("%s: %v", value.Path, value)
			}
			for number := 1; number <= list.Pages(); number++ {
				page, _ := list.Page(number)
				for _, record := range slices.Concat(page.Real, page.Samples) {
					seen[record]++
				}
			}
		}
		for _, plan := range p.Plans {
			if seen[plan] != 1 {
				t.Errorf("by %s %s is listed %d times", facet.Key, plan.ID, seen[plan])
			}
		}
	}
}

func TestAPlaceIsFoundByItsBareNameAndItsLetter(t *testing.T) {
	tinh, cu := vi.NewDate(2025, 7, 1), vi.NewDate(2025, 6, 30)
	p := &portal.Portal{Units: []*portal.Unit{
		{ID: "tinh-a", Name: "Tỉnh Đông", Kind: portal.Province},
		{ID: "tinh-b", Name: "Thành phố Bắc", Kind: portal.Province},
		{ID: "huyen", Name: "Huyện Cũ", Kind: portal.District, Parent: "tinh-a"},
		{ID: "xa-cu", Name: "Xã An Cũ", Kind: portal.Commune, Parent: "huyen", ValidTo: cu},
		{ID: "p10", Name: "Phường Ấp 10", Kind: portal.Ward, Parent: "tinh-a", ValidFrom: tinh},
		{ID: "p2", Name: "Phường Ấp 2", Kind: portal.Ward, Parent: "tinh-a", ValidFrom: tinh},
		{ID: "xa-b", Name: "Xã An Bình", Kind: portal.Commune, Parent: "tinh-a"},
		{ID: "xa-m", Name: "Xã An Minh Họa", Kind: portal.Commune, Parent: "tinh-a", Sample: true},
		{ID: "cong-an", Name: "Công an xã An Bình", Kind: portal.Police, Parent: "xa-b"},
		{ID: "xa-le", Name: "Xã Lẻ", Kind: portal.Commune},
	}}
	p.Index()
	f := Figures(p, vi.NewDate(2026, 11, 22))
	if got := strings.Join(texts(t, f.Lists["tim-xa"], unitName), ", "); got != "Thành phố Bắc, Tỉnh Đông, Xã Lẻ" {
		t.Error(got)
	}
	list := f.Lists["tim-xa/tinh-a"]
	if got := strings.Join(texts(t, list, unitName), ", "); got != "Xã An Bình, Phường Ấp 2, Phường Ấp 10, Xã An Cũ, Xã An Minh Họa" {
		t.Error(got)
	}
	page, err := list.Page(1)
	if err != nil {
		t.Fatal(err)
	}
	var letters []string
	for _, group := range page.Letters(false) {
		letters = append(letters, fmt.Sprint(group.Letter, len(group.Records)))
	}
	if got := strings.Join(letters, " "); got != "A1 Â2 old1" {
		t.Error(got)
	}
	if list.Count != (portal.Tally{Real: 4, Sample: 1}) || len(page.Samples) != 1 {
		t.Errorf("%v, %v", list.Count, page.Samples)
	}
	if f.Lists["tim-xa/tinh-b"] != nil {
		t.Error("a province without communes has a page for them")
	}
}

func TestPeopleAreListedByGivenNameAndInventedOnesLast(t *testing.T) {
	p := &portal.Portal{}
	for i, e := range []portal.Exemplar{
		{Title: "Tổ 2: canh gác", Kind: portal.Collective},
		{Title: "Bà Nguyễn Thị Ân: góp đất", Kind: portal.Individual},
		{Title: "Ông Lê Văn Bình", Kind: portal.Individual},
		{Title: "Nhân vật minh họa 1", Kind: portal.Individual, Record: portal.Record{Sample: true}},
		{Title: "Trần An: mở lớp", Kind: portal.Individual},
	} {
		e.ID = fmt.Sprint("e", i)
		p.Exemplars = append(p.Exemplars, &e)
	}
	p.Index()
	f := Figures(p, vi.NewDate(2026, 11, 22))
	got := texts(t, f.Lists["dien-hinh"], func(record any) string { return record.(*portal.Exemplar).Name() })
	if want := "Trần An, Nguyễn Thị Ân, Lê Văn Bình, Tổ 2, Nhân vật minh họa 1"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestWhatIsInventedIsNextOnlyWhereNothingIsReal(t *testing.T) {
	plan := func(id string, sample bool, day int) *portal.Plan {
		return &portal.Plan{Record: portal.Record{ID: id, Sample: sample}, Deadlines: []portal.Deadline{{ID: "han", Date: vi.NewDate(2026, 12, day)}}}
	}
	for want, plans := range map[string][]*portal.Plan{
		"that": {plan("mau", true, 1), plan("that", false, 2)},
		"mau":  {plan("mau", true, 1)},
	} {
		p := &portal.Portal{Plans: plans}
		p.Index()
		next := Figures(p, vi.NewDate(2026, 11, 22)).Next
		if len(next) != 1 || next[0].Plan.ID != want {
			t.Errorf("%v, want %s", next, want)
		}
	}
}
