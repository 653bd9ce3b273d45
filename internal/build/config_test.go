package build_test

import (
	"path/filepath"
	"testing"

	"thidua/internal/build"
	"thidua/internal/portal"
)

// The number of a citizen is nobody's contact; a telephone in the contact of the
// portal is public, as in those of units, and nowhere else.
func TestSettingsHoldNoPersonalNumbers(t *testing.T) {
	for name, test := range map[string]struct {
		config string
		want   int // problems
	}{
		"a contact":            {"[params.contact]\nname = \"Ban biên tập\"\nphone = \"0912 345 678\"\nemail = \"a@gmail.com\"\n", 0},
		"a citizen's number":   {"[params.contact]\nname = \"Ban biên tập, CCCD 001203004567\"\n", 1},
		"a phone in the title": {"title = \"Cổng, gọi 0912345678\"\n", 1},
		"a phone in a list":    {"[params]\nnotes = [\"gọi 0912345678\"]\n", 1},
	} {
		site := unpack(t, "chữ")
		write(t, filepath.Join(site, "config.toml"), test.config)
		_, report, err := open(t, build.Options{Source: site, Today: today, Audience: public}).Check(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, problem := range report.Problems {
			if problem.Rule == "personal-number" && problem.Pos.File == "config.toml" {
				found++
				if problem.Pos.Line == 0 || problem.Level() != portal.Error {
					t.Errorf("%s: %v at %v", name, problem.Level(), problem.Pos)
				}
			}
		}
		if found != test.want {
			t.Errorf("%s: %d problems, want %d: %v", name, found, test.want, report.Problems)
		}
	}
}
