package build_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"thidua/internal/build"
)

func TestAPageIsTheSameAloneAndAmongAll(t *testing.T) {
	for name, source := range map[string]string{"reference": reference, "small": unpack(t, "chữ")} {
		t.Run(name, func(t *testing.T) {
			builder := open(t, build.Options{Source: source, Today: today, Audience: public})
			prepared, report, err := builder.Prepare(t.Context(), today)
			if err != nil || prepared == nil {
				t.Fatal(report, err)
			}
			all := render(t, prepared, nil)
			pages := prepared.Pages()
			alone := []string{build.Rest}
			for _, page := range pages { // the sections and a record of each kind, or two
				if folder, id := filepath.Split(page); id == page || slices.Index(pages, page) < 10 || len(alone) < 30 && folder != "" {
					alone = append(alone, page)
				}
			}
			for _, chosen := range alone {
				got := render(t, prepared, func(path string) bool { return path == chosen })
				if want := chosen + "/index.html"; chosen != build.Rest && got[want] == nil {
					t.Errorf("%s was not rendered", want)
				}
				for name, data := range got {
					if filepath.Ext(name) == ".html" && chosen != build.Rest && name != chosen+"/index.html" {
						t.Errorf("%s was rendered beside %s", name, chosen)
					}
					if !bytes.Equal(data, all[name]) {
						t.Errorf("%s differs:\n%s", name, cmp.Diff(string(all[name]), string(data)))
					}
				}
			}
			rest := names(render(t, prepared, func(path string) bool { return path == build.Rest }))
			for _, want := range []string{"index.html", "404.html", "en/index.html"} {
				if !slices.Contains(rest, want) {
					t.Errorf("the rest has no %s: %q", want, rest)
				}
			}
			none := render(t, prepared, func(string) bool { return false })
			for name := range none {
				if filepath.Ext(name) == ".html" {
					t.Errorf("%s was rendered and not chosen", name)
				}
			}
		})
	}
}

func TestOnlyWhatIsRenderedIsCounted(t *testing.T) {
	builder := open(t, build.Options{Source: unpack(t, "chữ"), Today: today, Audience: public})
	prepared, _, err := builder.Prepare(t.Context(), today)
	if err != nil {
		t.Fatal(err)
	}
	for want, only := range map[int]func(string) bool{
		1: func(path string) bool { return path == "ke-hoach" },
		2: func(path string) bool { return path == "don-vi" || path == "moc-thoi-gian" },
		3: func(path string) bool { return path == "en/units" || path == "en/contacts" || path == "lien-he" },
		0: func(string) bool { return false },
	} {
		got, problems, err := prepared.Render(t.Context(), afero.NewMemMapFs(), "/site", only)
		if err != nil || len(problems) > 0 || got != want {
			t.Errorf("%d pages, want %d; %v %v", got, want, problems, err)
		}
	}
}

// render is what was written, by paths below the site.
func render(t *testing.T, prepared *build.Prepared, only func(string) bool) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	_, problems, err := prepared.Render(t.Context(), afero.NewOsFs(), dir, only)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return read(t, dir)
}
