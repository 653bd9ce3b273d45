package serve_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"thidua/internal/build"
	"thidua/internal/portal"
	"thidua/internal/serve"
)

const planPage = "/ke-hoach/minh-hoa-xa-minh-hoa-1-2026/"

func TestSavedEditReloadsTheBrowser(t *testing.T) {
	site := smallSite(t)
	before := site.names()
	s := start(site, site.builder())
	s.want(planPage, "lần thứ nhất", `role="alert"`) // waits for the first build
	events := s.events()
	first := next(t, events)
	s.want(planPage, fmt.Sprintf(`data-build="%d"`, first))

	site.replace(planFolder+"/index.md", "lần thứ nhất", "lần thứ hai")
	if second := next(t, events); second != first+1 {
		t.Errorf("build %d after %d", second, first)
	}
	s.want(planPage, "lần thứ hai", "lần thứ nhất")
	s.want(planPage+"index.json", "lần thứ hai", "reload.js")
	if after := site.names(); !slices.Equal(before, after) {
		t.Errorf("serving left files in the site:\n%v\n%v", before, after)
	}
}

func TestErrorKeepsTheLastGoodPages(t *testing.T) {
	site := smallSite(t)
	s := start(site, site.builder())
	events := s.events()
	next(t, events)

	targets := planFolder + "/targets.yaml"
	good := site.read(targets)
	site.write(targets, strings.Replace(good, "clause: I.1", "clause: [I.1", 1))
	site.replace(planFolder+"/index.md", "lần thứ nhất", "lần thứ hai")
	s.comes(events, planPage, targets+":")
	s.want(planPage, `role="alert"`)
	s.want(planPage, "lần thứ nhất", "lần thứ hai")
	s.want("/gioi-thieu/", `role="alert"`)
	if status, _ := s.get(planPage); status != http.StatusOK {
		t.Errorf("status %d", status)
	}

	site.write(targets, strings.Replace(good, "owner: ubnd-xa-minh", "owner: ubnd-xa-mnh", 1))
	s.comes(events, planPage, targets+":4:10")
	s.want(planPage, "there is no unit “ubnd-xa-mnh-hoa-1-m01”")
	s.want(planPage, "Did you mean “ubnd-xa-minh-hoa-1-m01”?")

	site.write(targets, good)
	s.comes(events, planPage, "lần thứ hai", `role="alert"`)
}

func TestErrorFromTheStartIsShownEverywhere(t *testing.T) {
	site := smallSite(t)
	site.replace("data/units.yaml", "kind: committee", "kind: comittee")
	s := start(site, site.builder())
	for _, path := range []string{"/", planPage, "/css/main.css", "/nope"} {
		status, page := s.get(path)
		if status != http.StatusInternalServerError || !strings.Contains(page, "data/units.yaml:7:9") {
			t.Errorf("GET %s: %d\n%s", path, status, page)
		}
	}
	if outcome := next(t, s.outcomes); outcome.Served {
		t.Error("pages are said to be served")
	}
	events := s.events()
	next(t, events)
	site.replace("data/units.yaml", "kind: comittee", "kind: committee")
	s.comes(events, planPage, "lần thứ nhất", `role="alert"`)
}

func TestOrdinaryPagesAndConfigurationAreWatched(t *testing.T) {
	site := smallSite(t)
	s := start(site, site.builder())
	events := s.events()
	next(t, events)
	site.replace("content/gioi-thieu.md", "để thử", "để xem")
	s.comes(events, "/gioi-thieu/", "để xem")

	site.replace("config.toml", `title = "Cổng minh họa"`, `title = `)
	s.comes(events, "/gioi-thieu/", "config.toml:1:")
	site.replace("config.toml", `title = `, `title = "Cổng mới"`)
	s.comes(events, "/gioi-thieu/", "để xem", `role="alert"`)

	site.write("content/tin-tuc/bai-1.md", "---\ntitle: Tin\n---\n\nBài thứ nhất.\n")
	s.comes(events, "/tin-tuc/bai-1/", "Bài thứ nhất")
}

func TestAPartThatTheSiteDidNotHaveIsWatched(t *testing.T) {
	site := smallSite(t)
	s := start(site, madeUp(func(_ context.Context, write func(string, string)) (build.Report, error) {
		text, _ := os.ReadFile(site.path("static/robots.txt"))
		write("robots.txt", string(text))
		return build.Report{}, nil
	}))
	events := s.events()
	next(t, events)
	for _, text := range []string{"User-agent: *", "User-agent: x"} {
		site.write("static/robots.txt", text)
		s.comes(events, "/robots.txt", text)
	}
}

func TestHostileNamesAreEscaped(t *testing.T) {
	site := smallSite(t)
	hostile := `<img src=x onerror="alert(1)">`
	report := build.Report{Problems: []portal.Problem{{
		Pos: portal.Pos{File: "data/" + hostile + ".yaml", Line: 3, Column: 4}, Rule: "unknown-unit", Args: []any{hostile + "</body>", hostile},
	}}}
	s := start(site, madeUp(func(context.Context, func(string, string)) (build.Report, error) { return report, nil }))
	page := s.want("/", "&lt;img src=x", hostile, "<img")
	if strings.Count(page, "</body>") != 1 {
		t.Errorf("a message ends the body:\n%s", page)
	}
}

func TestTheCauseComesFirst(t *testing.T) {
	site := smallSite(t)
	var broken atomic.Bool
	s := start(site, madeUp(func(_ context.Context, write func(string, string)) (report build.Report, _ error) {
		write("index.html", "<body></body>")
		if broken.Load() {
			for i := range 80 {
				report.Problems = append(report.Problems, portal.Problem{Pos: portal.Pos{File: fmt.Sprintf("content/%02d.md", i), Line: 1}, Rule: "unknown-unit", Args: []any{"x", ""}})
			}
			report.Problems = append(report.Problems,
				portal.Problem{Pos: portal.Pos{File: "data/units.yaml", Line: 2}, Rule: "yaml-indent"},
				portal.Problem{Pos: portal.Pos{File: "data/a.yaml"}, Rule: "left-out", Severity: portal.Note})
		}
		return report, nil
	}))
	events := s.events()
	next(t, events)
	broken.Store(true)
	site.replace("data/units.yaml", "kind: committee", "kind:  committee")
	next(t, events)
	page := s.want("/", "31 more errors", "data/a.yaml")
	if cause, effect := strings.Index(page, "data/units.yaml:2"), strings.Index(page, "content/00.md:1"); cause < 0 || effect < cause {
		t.Errorf("the cause at %d, its effect at %d", cause, effect)
	}
}

func TestTroubleOfTheMachineIsShown(t *testing.T) {
	site := smallSite(t)
	var trouble atomic.Value
	trouble.Store(errors.New(""))
	s := start(site, madeUp(func(_ context.Context, write func(string, string)) (build.Report, error) {
		write("index.html", "<body>page</body>")
		switch err := trouble.Load().(error); err.Error() {
		case "":
			return build.Report{}, nil
		case "panic":
			panic("half a template")
		default:
			return build.Report{}, err
		}
	}), func(o *serve.Options) { o.Explain = func(err error) string { return "<explained> " + err.Error() } })
	events := s.events()
	next(t, events)
	for _, step := range []struct{ trouble, text string }{
		{"disk full", "&lt;explained&gt; disk full"},
		{"panic", "&lt;explained&gt; build stopped short: half a template"},
		{"", "page"},
	} {
		trouble.Store(errors.New(step.trouble))
		site.write("data/units.yaml", "# "+step.trouble)
		s.comes(events, "/", step.text)
		s.want("/", "page")
	}
	s.want("/", "page", `role="alert"`)
}

func TestSavesDuringABuildMakeExactlyOneMore(t *testing.T) {
	site := smallSite(t)
	begun, goOn := make(chan int), make(chan struct{})
	builds := 0
	s := start(site, madeUp(func(_ context.Context, write func(string, string)) (build.Report, error) {
		builds++
		begun <- builds
		<-goOn
		write("index.html", fmt.Sprintf("<body>build %d</body>", builds))
		return build.Report{}, nil
	}))
	next(t, begun)
	goOn <- struct{}{}
	s.want("/", "build 1")

	site.write("data/units.yaml", "# 1\n")
	next(t, begun)
	for i := range 5 { // each a save of its own, for all of them last longer than the quiet
		site.write("data/units.yaml", strings.Repeat("#", i))
		time.Sleep(80 * time.Millisecond)
	}
	s.want("/", "build 1")             // still whole while the second is under way
	time.Sleep(400 * time.Millisecond) // until the last of them is over, even on a busy machine
	goOn <- struct{}{}
	next(t, begun)
	goOn <- struct{}{}
	none(t, begun)
	s.want("/", "build 3")
}

func TestShutdownEndsStreamsAtOnce(t *testing.T) {
	site := smallSite(t)
	s := start(site, site.builder())
	events := s.events()
	next(t, events)
	begun := time.Now()
	s.stop()
	<-s.done
	if took := time.Since(begun); took > 3*time.Second {
		t.Errorf("took %v", took)
	}
	for range events {
		t.Error("an event after the end")
	}
}

func TestAPageHasOneBuildOnly(t *testing.T) {
	site := smallSite(t)
	builds := 0
	s := start(site, madeUp(func(_ context.Context, write func(string, string)) (build.Report, error) {
		builds++
		for i := range 20 {
			write(fmt.Sprintf("%d/index.html", i), strings.Repeat(fmt.Sprintf("<p>build %d", builds), 200))
		}
		return build.Report{}, nil
	}))
	next(t, s.outcomes)
	stop := make(chan struct{})
	go func() {
		defer close(stop)
		for i := range 8 {
			site.write("data/units.yaml", strings.Repeat("#", i))
			next(t, s.outcomes)
		}
	}()
	for i := 0; ; i++ {
		select {
		case <-stop:
			return
		default:
		}
		status, page := s.get(fmt.Sprintf("/%d/", i%20))
		_, rest, _ := strings.Cut(page, "<p>")
		text, _, _ := strings.Cut(rest, "<")
		if status != http.StatusOK || strings.Count(page, text+"<") != 200 {
			t.Fatalf("half a page, %d:\n%s", status, page)
		}
	}
}
