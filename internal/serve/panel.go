package serve

import (
	"embed"
	"fmt"
	"html/template"
	"strings"

	"thidua/internal/check"
	"thidua/internal/portal"
)

//go:embed assets
var assets embed.FS

var templates = template.Must(template.ParseFS(assets, "assets/*.html"))

// listed is how many problems a panel shows: one broken list of units makes
// thousands, in every page.
const listed = 50

// A panel is what lies on top of every page while something is wrong.
type panel struct {
	Language check.Language
	Alone    bool // there are no pages below it yet
	Heading  string
	Problems []trouble
	More     string
}

// below is what lies below a panel.
type below int

const (
	nothing below = iota
	before        // the pages as they were before the trouble
	current       // the pages of this build, some of which cannot be made
)

// A trouble is one thing that is wrong, in words.
type trouble struct{ Place, Message, Hint string }

// contentPanel shows what an editor has to mend.
func (s *Server) contentPanel(problems []portal.Problem, saved map[string]bool, pages below) template.HTML {
	wrong := errorsOf(problems, saved)
	p := panel{Heading: s.phrases.say("content-wrong", check.Tally(problems, s.opts.Language))}
	for _, problem := range wrong[:min(len(wrong), listed)] {
		message, hint := check.Words(problem, s.opts.Language)
		p.Problems = append(p.Problems, trouble{problem.Pos.String(), message, hint})
	}
	if rest := len(wrong) - listed; rest > 0 {
		p.More = s.phrases.say("more", rest)
	}
	return s.draw(p, pages)
}

// errorsOf are the problems that stop a build; those in files just saved come
// first, because there is the cause of the others.
func errorsOf(problems []portal.Problem, saved map[string]bool) []portal.Problem {
	var here, elsewhere []portal.Problem
	for _, p := range problems {
		switch {
		case p.Level() != portal.Error:
		case within(p.Pos.File, saved):
			here = append(here, p)
		default:
			elsewhere = append(elsewhere, p)
		}
	}
	return append(here, elsewhere...)
}

// machinePanel shows what the machine could not do.
func (s *Server) machinePanel(err error, pages below) template.HTML {
	return s.draw(panel{
		Heading:  s.phrases.say("machine-wrong"),
		Problems: []trouble{{Message: s.opts.Explain(err), Hint: s.phrases.say("machine-hint")}},
	}, pages)
}

func (s *Server) draw(p panel, pages below) template.HTML {
	p.Language, p.Alone = s.opts.Language, pages == nothing
	if pages == before {
		p.Heading += " " + s.phrases.say("pages-stay")
	}
	return template.HTML(render("panel.html", p)) // escaped by the template
}

// emptyPage is a page of our own with nothing but a sentence.
func (s *Server) emptyPage(sentence string) []byte {
	return []byte(render("page.html", map[string]any{"Language": s.opts.Language, "Sentence": sentence}))
}

func render(name string, data any) string {
	var out strings.Builder
	if err := templates.ExecuteTemplate(&out, name, data); err != nil {
		panic(fmt.Errorf("render %s: %w", name, err)) // the template is part of the program
	}
	return out.String()
}
