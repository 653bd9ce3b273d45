package load_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"thidua/internal/portal"
)

const (
	planFile  = "content/ke-hoach/mau/index.md"
	planFront = `---
status: draft
doc_type: Kế hoạch
doc_symbol: KH-UBND
abstract: Mẫu
issuer: xa-minh-hoa-1-m0001
place: Minh Họa 1
issued_on:
from: 2026
movement: ba-nhat
signers: []
recipients: []
history: []
---
`
)

// planOf reads a plan with a body, which begins on line 15 of its file.
func planOf(t testing.TB, text string) (*portal.Plan, []string) {
	t.Helper()
	p, problems := read(t, fstest.MapFS{planFile: {Data: []byte(text)}})
	if len(p.Plans) != 1 {
		t.Fatalf("%d plans: %q", len(p.Plans), problems)
	}
	return p.Plans[0], problems
}

// describe lists all that is known of each clause, and the problems.
func describe(plan *portal.Plan, problems []string) string {
	var out strings.Builder
	for c := range portal.Walk(plan.Clauses) {
		fmt.Fprintf(&out, "%s #%s %s %q %d:%d", c.Address, c.Address.Anchor(), c.Kind, c.Number, c.Pos.Line, c.Pos.Column)
		for _, flag := range []struct {
			name string
			set  bool
		}{{"heading", c.Heading}, {"restored", c.Restored}} {
			if flag.set {
				out.WriteString(" " + flag.name)
			}
		}
		out.WriteByte('\n')
		for _, part := range []struct{ name, text string }{
			{"title", c.Title}, {"text", c.Text}, {"html", string(c.HTML)}, {"tail", string(c.Tail)},
		} {
			if part.text != "" {
				fmt.Fprintf(&out, "    %s %s\n", part.name, strings.ReplaceAll(part.text, "\n", "⏎"))
			}
		}
	}
	for _, problem := range problems {
		fmt.Fprintln(&out, strings.TrimPrefix(problem, planFile))
	}
	return out.String()
}

func TestClauses(t *testing.T) {
	bodies, err := filepath.Glob("testdata/clauses/*.md")
	if err != nil || len(bodies) == 0 {
		t.Fatal("no bodies to read", err)
	}
	for _, name := range bodies {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".md"), func(t *testing.T) {
			body, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, strings.TrimSuffix(name, ".md")+".golden", describe(planOf(t, planFront+string(body))))
		})
	}
}

// A file saved by Windows reads as one saved elsewhere.
func TestLineEndsAndByteOrderMarkChangeNothing(t *testing.T) {
	body, err := os.ReadFile("testdata/clauses/lineends.md")
	if err != nil {
		t.Fatal(err)
	}
	text := planFront + string(body)
	want := describe(planOf(t, text))
	for _, variant := range []string{
		"\ufeff" + text,
		strings.ReplaceAll(text, "\n", "\r\n"),
		"\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"),
		strings.ReplaceAll(text, "\n", "\r"),
		strings.TrimSuffix(text, "\n"),
	} {
		if got := describe(planOf(t, variant)); got != want {
			t.Errorf("%.20q…: %s\nwant %s", variant, got, want)
		}
	}
}

// goldmark drops a line that nothing takes, with all that follows.
func TestNoLineIsLost(t *testing.T) {
	for indent := range 12 {
		body := strings.Repeat(" ", indent) + "đầu\n\n## I. MỤC\n\n- gạch\n\n" + strings.Repeat(" ", indent) + "cuối\n"
		plan, _ := planOf(t, planFront+body)
		var all string
		for c := range portal.Walk(plan.Clauses) {
			all += c.Title + " " + c.Text + " "
		}
		for _, word := range []string{"đầu", "MỤC", "gạch", "cuối"} {
			if !strings.Contains(all, word) {
				t.Errorf("indented by %d: %q is lost: %q", indent, word, all)
			}
		}
	}
}
