package build_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"thidua/internal/build"
	"thidua/internal/portal"
)

// Settings are read as other texts are, and hold what templates can show.
func TestSettingsAreTextsThatPagesCanShow(t *testing.T) {
	for name, test := range map[string]struct{ config, want string }{
		"a mark of Windows":        {"\ufefftitle = \"Cổng\"\r\n", ""},
		"two bytes a letter":       {"\xff\xfet\x00", "not-utf8 1"},
		"two contacts":             {"title = \"Cổng\"\n[[params.contact]]\nname = \"Ban\"\n", "config-table 2"},
		"a contact in a word":      {"[params]\nContact = \"Ban\"\n", "config-table 2"},
		"a title in a list":        {"title = [\"Cổng\"]\n", "config-text 1"},
		"a line as a number":       {"[params]\ntagline = 2026\n", "config-text 2"},
		"no site":                  {"[params.contact]\nwebsite = \"javascript:alert(1)\"\n", "config-address 2"},
		"a mark of secrecy":        {"title = \"TÀI LIỆU MẬT\"\n", "secrecy 1"},
		"what Hugo makes sense of": {"title = \"Cổng\"\n[params]\nown = [1, 2]\n", ""},
	} {
		site := unpack(t, "chữ")
		write(t, filepath.Join(site, "config.toml"), test.config)
		_, report, err := open(t, build.Options{Source: site, Today: today, Audience: public}).Check(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, problem := range report.Problems {
			if problem.Pos.File == "config.toml" {
				got += fmt.Sprint(problem.Rule, " ", problem.Pos.Line)
			}
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
	site := unpack(t, "chữ")
	write(t, filepath.Join(site, "config.toml"), "\ufefftitle = \"Cổng có dấu\"\n")
	files := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public}))
	if !strings.Contains(string(files["index.html"]), "Cổng có dấu") {
		t.Error("the title is not read")
	}
}

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
