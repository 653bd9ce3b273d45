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
