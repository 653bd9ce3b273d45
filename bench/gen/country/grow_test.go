package country

import (
	"bytes"
	"compress/gzip"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"thidua/internal/build"
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// Four times the plans make more pages, and none of them much larger: whatever
// stands at the top of the country, or for all of it, shows a part and leads to
// lists. What is measured is the largest page of each kind as a web server sends
// it.
func TestNoKindOfPageGrowsWithTheCountry(t *testing.T) {
	if testing.Short() {
		t.Skip("builds parts of two countries")
	}
	few, many := largest(t, 300), largest(t, 1200)
	if len(few) < 80 || few["don-vi/*"] == 0 || few["ke-hoach/*/cap-duoi"] == 0 || few["ke-hoach/*/chi-tieu/*/*"] == 0 {
		t.Errorf("only %d kinds of page were looked at", len(few))
	}
	for _, kind := range slices.Sorted(maps.Keys(many)) {
		first := strings.TrimSuffix(kind, "/trang/*") // the last page of a list may be short
		if before, after := max(few[kind], few[first]), many[kind]; before > 0 && after > before+before/4+1000 {
			t.Errorf("%s: %d bytes of 300 plans, %d of 1200", kind, before, after)
		}
	}
}

// perKind is how many pages of a kind are looked at: the first ones by their
// addresses, those of provinces before others; of units, of which each province
// has many sorts, four times as many.
const perKind = 4

// largest is the size of the largest page of each kind, of those that stand at
// the top of a country.
func largest(t *testing.T, plans int) map[string]int {
	t.Helper()
	dir := t.TempDir()
	if err := Write(dir, Options{Plans: plans, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	today := vi.NewDate(2026, 11, 22)
	builder, err := build.New(build.Options{Source: dir, Today: today, Audience: portal.Audience{Samples: true}})
	if err != nil {
		t.Fatal(err)
	}
	defer builder.Close()
	prepared, _, err := builder.Prepare(t.Context(), today)
	if err != nil {
		t.Fatal(err)
	}
	taken, some := map[string]int{}, map[string]bool{}
	for _, top := range []bool{true, false} {
		for _, path := range prepared.Pages() {
			kind := kindOfPage(path)
			if !some[path] && (strings.Contains(path, "-tinh-") || strings.Contains(path, "/tinh-")) == top && (taken[kind] < perKind || kind == "don-vi/*" && taken[kind] < 4*perKind) {
				taken[kind]++
				some[path] = true
			}
		}
	}
	public := afero.NewMemMapFs()
	if _, problems, err := prepared.Render(t.Context(), public, "/public", func(path string) bool { return some[path] }); err != nil || len(problems) > 0 {
		t.Fatalf("problems %v, error %v", problems, err)
	}
	sizes := map[string]int{}
	for path := range some {
		data, err := afero.ReadFile(public, "/public/"+path+"/index.html")
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w := gzip.NewWriter(&out)
		_, _ = w.Write(data)
		_ = w.Close()
		kind := kindOfPage(path)
		sizes[kind] = max(sizes[kind], out.Len())
	}
	return sizes
}

// kindOfPage is the address of a page without the ids in it, of places first and
// foremost: the facets of lists and pages of theirs are kinds of their own.
func kindOfPage(path string) string {
	words := strings.Split(path, "/")
	for i, word := range words {
		if i > 0 && (strings.ContainsAny(word, "0123456789") || !slices.Contains(folders, word)) {
			words[i] = "*"
		}
	}
	return strings.Join(words, "/")
}

// folders are the names in addresses that are no ids.
var folders = []string{
	"don-vi", "phong-trao", "loai", "nam", "trang-thai", "linh-vuc", "trang", "noi-ap-dung", "so-sanh", "chi-tieu", "cap-duoi", "doi-chieu",
	"ai-yeu-cau", "gan-ket", "qua-han", "duoc-nhan", "sap-toi", "dinh-ky", "khong-ngay", "dau-moc",
}
