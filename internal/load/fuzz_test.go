package load_test

import (
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"thidua/internal/load"
	"thidua/internal/portal"
)

func FuzzParseClauses(f *testing.F) {
	bodies, err := filepath.Glob("testdata/clauses/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range bodies {
		body, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(body))
	}
	f.Fuzz(func(t *testing.T, body string) {
		p, problems := read(t, fstest.MapFS{planFile: {Data: []byte(planFront + body)}})
		if len(p.Plans) == 0 { // not UTF-8, or control characters
			return
		}
		lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(planFront+body), "\n")
		seen := map[portal.Address]bool{}
		for c := range portal.Walk(p.Plans[0].Clauses) {
			if seen[c.Address] && !slices.ContainsFunc(problems, func(s string) bool {
				return strings.HasPrefix(s, c.Pos.String()+" duplicate-clause ")
			}) {
				t.Errorf("%s comes twice and nobody says so: %q", c.Address, problems)
			}
			seen[c.Address] = true
			if c.Address == "" || strings.HasPrefix(string(c.Address), ".") || strings.Contains(string(c.Address), "..") {
				t.Errorf("bad address %q", c.Address)
			}
			if c.Pos.Line < 15 || c.Pos.Line > len(lines) || c.Pos.Column < 1 || c.Pos.Column > 1+utf8.RuneCountInString(lines[c.Pos.Line-1]) {
				t.Errorf("%s at %s is outside of the file", c.Address, c.Pos)
			}
			shown := wellNested(t, string(c.HTML)) + wellNested(t, string(c.Tail))
			if said := strings.Join(strings.Fields(c.Text), ""); said != strings.Join(strings.Fields(shown), "") {
				t.Errorf("%s: the text is %q, its HTML shows %q", c.Address, c.Text, shown)
			}
		}
	})
}

// wellNested holds that markup has no tags but those of the dialect, each of
// them closed, and gives the text between them.
func wellNested(t *testing.T, markup string) string {
	t.Helper()
	var open []string
	var shown strings.Builder
	for rest := markup; rest != ""; {
		before, after, found := strings.Cut(rest, "<")
		if strings.Contains(before, ">") {
			t.Errorf("a loose > in %q", markup)
		}
		shown.WriteString(before)
		if !found {
			break
		}
		tag, next, closed := strings.Cut(after, ">")
		if !closed {
			t.Fatalf("a tag without end in %q", markup)
		}
		rest = next
		name, attributes, _ := strings.Cut(tag, " ")
		if ending, isEnd := strings.CutPrefix(name, "/"); isEnd {
			if len(open) == 0 || open[len(open)-1] != ending {
				t.Fatalf("%q is not well nested", markup)
			}
			open = open[:len(open)-1]
			continue
		}
		if !slices.Contains([]string{"p", "em", "strong", "a", "br"}, name) {
			t.Errorf("<%s> in %q", name, markup)
		}
		if name != "a" && attributes != "" || strings.Contains(strings.ToLower(attributes), `"javascript:`) {
			t.Errorf("<%s> in %q", tag, markup)
		}
		if name != "br" {
			open = append(open, name)
		}
	}
	if len(open) > 0 {
		t.Errorf("%q leaves %q open", markup, open)
	}
	return html.UnescapeString(shown.String())
}

// FuzzLoad reads arbitrary bytes as each shape of file: a page, a list, a table.
func FuzzLoad(f *testing.F) {
	names := []string{planFile, "content/ke-hoach/mau/targets.yaml", "content/ke-hoach/mau/deadlines.yaml", "data/units.yaml",
		"content/ket-qua/xa-minh-hoa-1-m0001/2026-Q3/results.csv", "content/mo-hinh/mau/index.md"}
	for i, text := range []string{
		planFront + "## I. MỤC\n",
		"- id: a\n  clause: I\n  statement: x\n  owner: [a, b]\n  measure: {kind: all-of, parts: [{kind: at-least, value: 1.500, limit: 48h, by: 2026-02}]}\n",
		"- {id: a, clause: I, kind: report, text: x, recurrence: {every: year, on: 11-30, rule: before, from: 2026}}\n",
		"- id: xa-a-00001\n  name: \"Xã A\"\n  kind: commune\n  code: 00001\n  contacts: [{kind: phone}]\n",
		"target,numerator,denominator,note\na,1,\"2\",\"x\ny\"\n",
		"---\nstatus: draft\n---\n# a\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n1. x\n   > y\n",
	} {
		f.Add(byte(i), []byte(text))
	}
	f.Fuzz(func(t *testing.T, shape byte, data []byte) {
		name := names[int(shape)%len(names)]
		begun := time.Now()
		p, problems, err := load.New(fstest.MapFS{name: {Data: data}}).Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if spent := time.Since(begun); spent > 5*time.Second {
			t.Errorf("it takes %s", spent)
		}
		for _, problem := range problems {
			if problem.Pos.File != name && problem.Rule != "no-index" {
				t.Errorf("%s: the file is %s", problem.Pos, name)
			}
			if problem.Pos.Line > 1+strings.Count(string(data), "\n")+strings.Count(string(data), "\r") {
				t.Errorf("%s %s is behind the end of the file", problem.Pos, problem.Rule)
			}
		}
		for _, model := range p.Models {
			if strings.Contains(strings.ToLower(string(model.Body)), "<script") || strings.Contains(string(model.Body), " style=") {
				t.Errorf("%q", model.Body)
			}
		}
	})
}

// FuzzEveryShape reads arbitrary bytes as each file that an editor may write,
// ordinary pages too: nothing but the file's own
// mistakes comes of it, each with a place in it.
func FuzzEveryShape(f *testing.F) {
	names := []string{
		"data/documents.yaml", "data/fields.yaml", "data/wording.yaml", "content/ke-hoach/mau/tasks.yaml", "content/phong-trao/mau/index.md",
		"content/mo-hinh/mau/adoptions.csv", "content/dien-hinh/mau/index.md", "content/ket-qua/xa-minh-hoa-1-m0001/2026-Q3/index.md",
		"content/cong-nhan/mau/index.md", "content/cong-nhan/mau/dossiers.csv", "content/thi-dua-la-yeu-nuoc/2026-09/index.md", "content/gioi-thieu.md",
	}
	for i, text := range []string{
		"- {id: 50-kh-ubnd-nghe-an-2026, ref: 50/KH-UBND, title: x, issuer: y, issued_on: 2026-01-22}\n",
		"- id: a\n  title: x\n  standards:\n    - {id: b, text: c, asked_by: d#V.1}\n",
		"- {words: vang dội, why: x, instead: \"y\"}\n",
		"- id: a\n  clause: I\n  unit: [b]\n  role: lead\n  text: >\n    x\n  due: 2026-03\n",
		"---\nstatus: draft\ntitle: \"a\nsummary: \"b\"\ngroups: [{id: c, title: d}]\n---\n<<<<<<< HEAD\n",
		"unit,from,to,places,evidence\na,2025-09,,3,\"x\"\n",
		"---\nstatus: draft\nconsent:\n  - {by: subject, kind: written, date: 2026-03-01}\nphoto: {file: ../a.jpg, alt: x}\naward: []\n---\n",
		"---\nunit: a\nperiod: 2026-Q3\ncorrections: [{date: 2026-07-10, target: b}]\n---\n## x\n",
		"---\ncategories: [{id: a, title: b, total: 5}]\ngoals: [{year: 2026, category: a, target: c#d}]\n---\n",
		"unit,category,year,step,date,decision,note\na,b,2026,decided,2026-07-10,1/QĐ,\n",
		"---\nplans: [a]\nmodels: b\n---\n> x\n\n[a](javascript:b) ![c](d) <i>\n",
		"+++\ndraft = true\n+++\n{{< x >}}\n",
	} {
		f.Add(byte(i), []byte(text))
	}
	f.Fuzz(func(t *testing.T, shape byte, data []byte) {
		name := names[int(shape)%len(names)]
		begun := time.Now()
		p, problems, err := load.New(fstest.MapFS{name: {Data: data}}).Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if spent := time.Since(begun); spent > 5*time.Second {
			t.Errorf("it takes %s", spent)
		}
		lines := 1 + strings.Count(string(data), "\n") + strings.Count(string(data), "\r")
		for _, problem := range problems {
			if problem.Pos.File != name && problem.Rule != "no-index" {
				t.Errorf("%s: the file is %s", problem.Pos, name)
			}
			if problem.Pos.Line > lines || problem.Pos.Line < 0 || problem.Pos.Column < 0 {
				t.Errorf("%s %s is outside the file", problem.Pos, problem.Rule)
			}
		}
		for _, record := range p.Exemplars {
			if body := string(record.Body); strings.Contains(strings.ToLower(body), "<script") || strings.Contains(body, "<img") || strings.Contains(body, "\"javascript:") {
				t.Errorf("%q", body)
			}
		}
		for _, record := range p.Columns {
			if body := string(record.Body); strings.Contains(strings.ToLower(body), "<script") || strings.Contains(body, "<img") || strings.Contains(strings.ToLower(body), "\"javascript:") {
				t.Errorf("%q", body)
			}
		}
	})
}
