package load_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/load"
	"thidua/internal/portal"
)

// found gives the problems of a plan with a body, those of its lines from the
// first of the body on.
func found(t *testing.T, body string) (problems []string) {
	t.Helper()
	_, all := read(t, fstest.MapFS{planFile: {Data: []byte(planFront + body)}})
	for _, problem := range all {
		problems = append(problems, strings.TrimPrefix(problem, planFile))
	}
	return problems
}

func TestWhatIsPastedIntoAPlan(t *testing.T) {
	if problems := found(t, ""); len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"a table of Markdown", "| Chỉ tiêu | Mức |\n|---|---|\n| Hồ sơ | 95% |\n", []string{":15:1 pasted-table “|”"}},
		{"two tables", "| a | b |\n\n| c | d |\n", []string{":15:1 pasted-table “|”", ":17:1 pasted-table “|”"}},
		{"a bar in the text", "Tiếng Việt | English và |x| là chữ.\n", nil},
		{"a table of HTML", "<table>\n<tr><td>95%</td></tr>\n</table>\n", []string{":15:1 pasted-tag “<table>”"}},
		{"marks of Word", "Lời <span lang=VI style='x'>mở đầu</span>\n\n- Một<br/>hai\n", []string{":15:1 pasted-tag “<span lang=VI style='x'>”", ":17:3 pasted-tag “<br/>”"}},
		{"less than and more than", "Nếu a < b và b > c thì p < 5 <https://example.org> <TRỐNG>.\n", nil},
		{"rows of a spreadsheet", "STT\tChỉ tiêu\tMức\n1\tHồ sơ\t95%\n", []string{":15:1 pasted-table “Tab”"}},
		{"rows of two cells", "Hồ sơ\t95%\nSinh hoạt\t01 buổi\n", []string{":15:1 pasted-table “Tab”"}},
		{"rows below a sentence", "Các chỉ tiêu:\nHồ sơ\t95%\nSinh hoạt\t01 buổi\n", []string{":16:1 pasted-table “Tab”"}},
		{"one tab in a line", "Hồ sơ\tđúng hạn.\nMột dòng khác.\n", nil},
		{"tabs after numbers", "1.\tMột.\n\n2.\tHai.\n\na)\tBa.\n", nil},
		{"a row in a bullet", "- Hồ sơ\t95%\tquý\n", []string{":15:3 pasted-table “Tab”"}},

		{"bullets of Word", "• Một\n• Hai\n", []string{":15:1 bullet-mark “•”", ":16:1 bullet-mark “•”"}},
		{"bullets without a space", "•Một\n", []string{":15:1 bullet-mark “•”"}},
		{"bullets of Symbol", "\uf0b7 Một\n\n\uf0a7\tHai\n", []string{":15:1 bullet-mark “\uf0b7”", ":17:1 bullet-mark “\uf0a7”"}},
		{"bullets of a second level", "o\tMột\n\n§ Hai\n\nü Ba\n", []string{":15:1 bullet-mark “o”", ":17:1 bullet-mark “§”", ":19:1 bullet-mark “ü”"}},
		{"dashes", "– Một\n\n— Hai\n", []string{":15:1 bullet-mark “–”", ":17:1 bullet-mark “—”"}},
		{"words that begin with such letters", "o bế\n\nvề\n\nv.v.\n\nüber\n", nil},

		{"no-break spaces", "Một\u00a0hai.\n\nBa\u00adbốn\u200b.\n", []string{":15:4 pasted-spaces “3”"}},
		{"a bullet with a no-break space", "-\u00a0Một\n", []string{":15:2 pasted-spaces “1”"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, found(t, test.body)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestWhatIsPastedIntoData(t *testing.T) {
	for _, test := range []struct {
		name, note string // of a unit
		want       []string
		read       string
	}{
		{"curly quotes", "“%”", []string{`data/units.yaml:4:9 curly-quotes “"%"” “"“%”"”`}, ""},
		{"low and single ones", "„a“", []string{`data/units.yaml:4:9 curly-quotes “"a"” “"„a“"”`}, ""},
		{"single ones", "‘draft’", []string{`data/units.yaml:4:9 curly-quotes “"draft"” “"‘draft’"”`}, ""},
		{"nothing in curly quotes", "“”", []string{`data/units.yaml:4:9 curly-quotes “""” “"“”"”`}, ""},
		{"two quotations", "“Ba nhất” và “Gần dân”", nil, "“Ba nhất” và “Gần dân”"},
		{"a quotation at the end", "Phong trào “Ba nhất”", nil, "Phong trào “Ba nhất”"},
		{"curly quotes in straight ones", `"“Ba nhất”"`, nil, "“Ba nhất”"},
		{"one curly quote", "“", nil, "“"},
		{"a bullet", "• Một", []string{"data/units.yaml:4:9 bullet-in-value “•”"}, ""},
		{"a bullet in quotes", "\"\uf0b7\\tMột\"", []string{"data/units.yaml:4:9 bullet-in-value “\uf0b7”"}, ""},
		{"a no-break space", "Xã Hòa\u00a0Bình", []string{"data/units.yaml:4:15 pasted-spaces “1”"}, "Xã Hòa Bình"},
		{"hidden characters", "h\u00adai \u200bt\ufeff", []string{"data/units.yaml:4:10 pasted-spaces “3”"}, "hai t"},
		{"a no-break space after the colon", "\u00a0Một", []string{"data/units.yaml:4:9 pasted-spaces “1”"}, "Một"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, problems := read(t, fstest.MapFS{"data/units.yaml": {Data: []byte("- id: a\n  name: A\n  kind: group\n  note: " + test.note + "\n")}})
			if diff := cmp.Diff(test.want, problems); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if test.read != "" && (len(p.Units) != 1 || p.Units[0].Note != test.read) {
				t.Errorf("read as %v", p.Units)
			}
		})
	}
}

// A file whose lines hang on no-break spaces reads as one with plain ones.
func TestNoBreakSpacesHoldNoYAML(t *testing.T) {
	for _, text := range []string{
		"-\u00a0id: a\n\u00a0\u00a0name:\u00a0A\n  kind: group\n",
		"- {id: a,\u00a0name: A, kind:\u00a0group}\n",
	} {
		p, problems, err := load.New(fstest.MapFS{"data/units.yaml": {Data: []byte(text)}}).Load(t.Context())
		if err != nil || len(p.Units) != 1 || p.Units[0].Name != "A" {
			t.Fatalf("%q: %v", text, problems)
		}
		if len(problems) != 1 || problems[0].Rule != "pasted-spaces" || problems[0].Level() != portal.Note {
			t.Errorf("%q: %v", text, problems)
		}
	}
}
