package render

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"
)

func TestLoggedErrorsAreToldAtTheirPlace(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"[vi] REF_NOT_FOUND: Ref \"a.md\": \"/site/content/tin/b.md:8:5\": page not found\n", "content/tin/b.md:8:5 page-shortcode"},
		{"ERROR the \"date\" front matter field is not a parsable date: see /site/content/tin/a.md\n", "content/tin/a.md page-front"},
		{"ERROR hỏng 1\n", "layouts template hỏng 1"},
	} {
		for range 2 { // Hugo may say it twice
			test.line += test.line
		}
		got := ""
		for _, p := range logged("/site", test.line, nil) {
			got += fmt.Sprintln(append([]any{p.Pos.String(), p.Rule}, p.Args...)...)
		}
		if got != test.want+"\n" && got != test.want+" \n" {
			t.Errorf("%q: got %q, want %q", test.line, got, test.want)
		}
	}
}

// What a template says without its place is told of the templates of the site.
func TestLoggedErrorsWithoutAPlaceNameTheTemplates(t *testing.T) {
	for _, test := range []struct {
		templates []string
		want      string
	}{
		{[]string{"layouts/_partials/footer.html"}, "layouts/_partials/footer.html template-says [layouts/_partials/footer.html hỏng 1]"},
		{[]string{"i18n/vi.toml", "layouts/a.html"}, "layouts template-says [i18n/vi.toml, layouts/a.html hỏng 1]"},
	} {
		found := logged("/site", "ERROR hỏng 1\n", test.templates)
		if len(found) != 1 {
			t.Fatalf("%+v", found)
		}
		if got := fmt.Sprint(found[0].Pos, " ", found[0].Rule, " ", found[0].Args); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

// A full disk is nobody's mistake in a page.
func TestWhatTheDiskRefusesIsNoMistake(t *testing.T) {
	for _, test := range []struct {
		err  error
		want bool
	}{
		{&fs.PathError{Op: "write", Path: "/a", Err: syscall.ENOSPC}, true},
		{errors.New("failed to render pages: write /a: " + syscall.ENOSPC.Error()), true},
		{errors.New("config.toml: wrong"), false},
		{nil, false},
	} {
		if got := isMachine(test.err); got != test.want {
			t.Errorf("%v: %t", test.err, got)
		}
	}
}
