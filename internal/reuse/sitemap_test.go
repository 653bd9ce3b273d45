package reuse

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestSitemap(t *testing.T) {
	day, err := vi.ParseDate("2026-05-04")
	if err != nil {
		t.Fatal(err)
	}
	p := &portal.Portal{
		Plans:      []*portal.Plan{{Record: portal.Record{ID: "a", History: []portal.Change{{Date: day}}}}},
		Tombstones: []portal.Tombstone{{Path: "ke-hoach/da-go"}},
	}
	pages := []string{"ke-hoach/a", "", "ke-hoach/da-go", "gioi-thieu & hơn"}
	for _, test := range []struct {
		limit int
		files []string
		all   []string
	}{
		{3, []string{"robots.txt", "sitemap.xml"}, []string{"https://x.vn/td/", "https://x.vn/td/gioi-thieu%20&%20h%C6%A1n/", "https://x.vn/td/ke-hoach/a/ 2026-05-04"}},
		{2, []string{"robots.txt", "sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"}, []string{"https://x.vn/td/", "https://x.vn/td/gioi-thieu%20&%20h%C6%A1n/", "https://x.vn/td/ke-hoach/a/ 2026-05-04"}},
	} {
		files := map[string]string{}
		var names, all []string
		err := sitemap(p, "https://x.vn/td/", pages, test.limit, func(path string, data []byte) error {
			files[path] = string(data)
			names = append(names, path)
			return nil
		})
		if err != nil || !slices.Equal(names, test.files) {
			t.Errorf("wrote %v, %v; want %v", names, err, test.files)
		}
		if !strings.Contains(files["robots.txt"], "\nSitemap: https://x.vn/td/sitemap.xml\n") {
			t.Errorf("robots.txt: %s", files["robots.txt"])
		}
		for _, name := range names {
			var list urlset
			if !strings.HasSuffix(name, ".xml") || !strings.Contains(files[name], "<urlset") {
				continue
			}
			if err := xml.Unmarshal([]byte(files[name]), &list); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			for _, at := range list.Urls {
				all = append(all, strings.TrimSpace(at.Loc+" "+at.Updated))
			}
		}
		if !slices.Equal(all, test.all) {
			t.Errorf("lists %q, want %q", all, test.all)
		}
	}
}
