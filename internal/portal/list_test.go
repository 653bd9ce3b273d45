package portal

import (
	"fmt"
	"slices"
	"testing"
)

// numbered is a list of n entries, the last so many of them invented.
func numbered(n, invented, size int) *List {
	l := &List{Path: "ke-hoach", Size: size}
	for i := range n {
		l.Entries = append(l.Entries, Entry{Record: i, Sample: i >= n-invented})
	}
	return l
}

func TestEveryEntryIsOnOnePage(t *testing.T) {
	for n := range 12 {
		list := numbered(n, n/3, 4)
		var all []any
		for number := 1; number <= list.Pages(); number++ {
			page, err := list.Page(number)
			if err != nil {
				t.Fatal(err)
			}
			if shown := len(page.Real) + len(page.Samples); shown > 4 || n > 0 && shown == 0 {
				t.Errorf("page %d of %d entries shows %d", number, n, shown)
			}
			all = append(all, slices.Concat(page.Real, page.Samples)...)
		}
		if len(all) != n || n > 0 && (all[0] != 0 || all[n-1] != n-1) {
			t.Errorf("%d entries are shown as %v", n, all)
		}
		if _, err := list.Page(list.Pages() + 1); err == nil {
			t.Errorf("a list of %d entries has a page after its last", n)
		}
	}
}

func TestAPageLeadsToTheFirstTheLastAndThoseBesideIt(t *testing.T) {
	list := numbered(100, 0, 10)
	for number, want := range map[int]string{1: "[1 2 0 10]", 2: "[1 2 3 0 10]", 5: "[1 0 4 5 6 0 10]", 10: "[1 0 9 10]"} {
		page, err := list.Page(number)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(page.Near()); got != want {
			t.Errorf("page %d leads to %s, want %s", number, got, want)
		}
	}
	if one, two := list.PagePath(1), list.PagePath(2); one != "ke-hoach" || two != "ke-hoach/trang/2" {
		t.Error(one, two)
	}
}

func TestAPlaceIsCalledWithoutTheWordForItsKind(t *testing.T) {
	for name, want := range map[string]string{"Xã Hưng Nguyên": "Hưng Nguyên", "Thị xã Sơn Tây": "Sơn Tây", "Phường 10": "10", "Xã": "Xã"} {
		if got := (&Unit{Name: name, Kind: Commune}).BareName(); got != want {
			t.Errorf("%s is called %q, want %q", name, got, want)
		}
	}
	if got := (&Unit{Name: "Xã đoàn", Kind: MassOrg}).BareName(); got != "Xã đoàn" {
		t.Error(got)
	}
}
