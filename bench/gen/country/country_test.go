package country

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"
	"golang.org/x/text/unicode/norm"

	"thidua/internal/build"
	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestASiteHasNoErrorsAndCanBeBuilt(t *testing.T) {
	const plans = 50
	dir := t.TempDir()
	if err := Write(dir, Options{Plans: plans, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	builder, err := build.New(build.Options{Source: dir, Today: vi.NewDate(2026, 11, 22), Audience: portal.Audience{Samples: true}})
	if err != nil {
		t.Fatal(err)
	}
	defer builder.Close()
	p, report, err := builder.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range report.Problems {
		if problem.Level() == portal.Error { // some communes promise less than their province, as in life
			message, _ := check.Words(problem, check.English)
			t.Errorf("%s: %s", problem.Pos, message)
		}
	}
	if len(p.Plans) != plans || len(p.Models) == 0 || len(p.Exemplars) == 0 || len(p.Reports) == 0 || len(p.Recognitions) == 0 || len(p.Columns) == 0 {
		t.Error("some kinds of record are missing")
	}
	for _, plan := range p.Plans {
		clauses, aligned := 0, 0
		for range portal.Walk(plan.Clauses) {
			clauses++
		}
		for _, target := range plan.Targets {
			aligned += len(target.Aligns)
		}
		if len(plan.Targets) != 40 || len(plan.Deadlines) != 12 || len(plan.Tasks) != 30 || clauses < 60 || clauses > 90 {
			t.Errorf("%s: %d targets, %d deadlines, %d tasks, %d clauses", plan.ID, len(plan.Targets), len(plan.Deadlines), len(plan.Tasks), clauses)
		}
		if commune := !strings.Contains(plan.ID, "-tinh-"); commune != (aligned > 0) {
			t.Errorf("%s: %d targets are aligned with the plan above", plan.ID, aligned)
		}
	}
	prepared, _, err := builder.Prepare(t.Context(), vi.NewDate(2026, 11, 22))
	if err != nil {
		t.Fatal(err)
	}
	some := map[string]bool{}
	for i, path := range prepared.Pages() {
		some[path] = i%20 == 0 || !strings.Contains(path, "/")
	}
	public := afero.NewMemMapFs()
	pages, problems, err := prepared.Render(t.Context(), public, "/public", func(path string) bool { return some[path] })
	if err != nil || len(problems) > 0 || pages < 20 {
		t.Errorf("%d pages, problems %v, error %v", pages, problems, err)
	}
	if err := prepared.Reuse(public, "/public"); err != nil {
		t.Error(err)
	}
}

func TestEverythingIsASample(t *testing.T) {
	c, err := newCountry(Options{Plans: 60, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range c.files() {
		for name, text := range part() {
			switch {
			case strings.HasPrefix(name, "data/units"), strings.HasPrefix(name, "data/documents"):
				if rows := strings.Count(text, "- id: ") + strings.Count(text, "- {id: "); strings.Count(text, "sample: true") != rows {
					t.Errorf("%s: not every row is a sample", name)
				}
			case filepath.Base(name) == "index.md" && !strings.Contains(text, "\nsample: true\n"):
				t.Errorf("%s is no sample", name)
			}
		}
	}
}

func TestTheSameSeedGivesTheSameBytes(t *testing.T) {
	read := func(o Options) map[string]string {
		dir := t.TempDir()
		if err := Write(dir, o); err != nil {
			t.Fatal(err)
		}
		files := map[string]string{}
		err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				var data []byte
				data, err = os.ReadFile(name)
				files[strings.TrimPrefix(name, dir)] = string(data)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	once, again := read(Options{Plans: 30, Seed: 7}), read(Options{Plans: 30, Seed: 7})
	if diff := cmp.Diff(once, again); diff != "" {
		t.Error(diff)
	}
	if other := read(Options{Plans: 30, Seed: 8}); maps.Equal(once, other) {
		t.Error("another seed gives the same country")
	}
}

func TestNamesAreAsHardAsRealOnes(t *testing.T) {
	c, err := newCountry(Options{Plans: 100, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	homes, slugs := map[string][]string{}, map[string][]string{} // of a name, of a slug: the provinces
	var quarters []string
	longest, old, modern := 0, false, false
	for _, p := range c.places()[len(c.provinces):] {
		homes[p.title()] = append(homes[p.title()], p.above.id)
		slugs[vi.Slug(p.title())] = append(slugs[vi.Slug(p.title())], p.above.id)
		longest = max(longest, utf8.RuneCountInString(strings.ReplaceAll(p.name, " ", "")))
		old = old || strings.HasSuffix(p.name, "òe") || strings.HasSuffix(p.name, "ủy")
		modern = modern || strings.HasSuffix(p.name, "oè") || strings.HasSuffix(p.name, "uỷ")
		if strings.HasPrefix(p.title(), "Phường Mộ Khoá") {
			quarters = append(quarters, p.title())
		}
	}
	if same := homes["Xã Lũng Hoè"]; len(same) != 2 || same[0] != same[1] {
		t.Errorf("no name is used twice in a province: %v", same)
	}
	if all := slugs["xa-lung-hoe"]; len(slices.Compact(slices.Sorted(slices.Values(all)))) != 2 {
		t.Errorf("no slug is used in two provinces: %v", all)
	}
	if all := slugs["xa-soi-ve"]; len(all) != 3 {
		t.Errorf("no two names have one slug: %v", all)
	}
	if want := []string{"Phường Mộ Khoá 1", "Phường Mộ Khoá 10", "Phường Mộ Khoá 2"}; !slices.Equal(quarters, want) {
		t.Errorf("%q, want %q", quarters, want)
	}
	if longest < 30 || !old || !modern {
		t.Errorf("longest name %d letters, old tones %v, new tones %v", longest, old, modern)
	}
}

func TestAWholeCountry(t *testing.T) {
	c, err := newCountry(Options{Plans: 12_000, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if provinces, all := len(c.provinces), len(c.places()); provinces != mostProvinces || all-provinces != mostCommunes {
		t.Errorf("%d provinces, %d places", provinces, all)
	}
	ids := map[string]bool{}
	for _, p := range c.plans {
		if ids[p.id] {
			t.Errorf("two plans are called %s", p.id)
		}
		ids[p.id] = true
		if p.place.above != nil && (p.above == nil || p.above.place != p.place.above || p.above.movement != p.movement || p.above.no >= p.no) {
			t.Errorf("%s has no plan above", p.id)
		}
	}
	var missing strings.Builder
	names := " "
	for _, p := range c.places() {
		names += strings.ToLower(p.name) + " "
		if _, marked := strings.CutPrefix(p.id, vi.Slug(p.title())+"-m"); !marked || avoided[p.name] {
			t.Errorf("%s is called %s", p.id, p.name)
		}
	}
	for _, vowel := range "aăâeêioôơuưy" {
		for _, tone := range []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"} {
			if letter := norm.NFC.String(string(vowel) + tone); !strings.Contains(names, letter) {
				missing.WriteString(letter)
			}
		}
	}
	if missing.Len() > 0 || !strings.Contains(names, "đ") {
		t.Errorf("no name has %s", &missing)
	}
	for _, plans := range []int{0, 100_000} {
		if _, err := newCountry(Options{Plans: plans}); err == nil {
			t.Errorf("there is a country with %d plans", plans)
		}
	}
}
