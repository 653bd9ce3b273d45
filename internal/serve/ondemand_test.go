package serve_test

import (
	"context"
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/spf13/afero"

	"thidua/internal/build"
	"thidua/internal/portal"
	"thidua/internal/serve"
	"thidua/internal/vi"
)

// counted is a site of so many pages that says what was rendered when.
type counted struct {
	pages    int
	prepared atomic.Int64
	broken   atomic.Value // the path of a page that cannot be rendered
	slow     chan struct{}

	mu       sync.Mutex
	rendered [][]string
	running  int
}

func (c *counted) Saved([]string) {}

func (c *counted) Prepare(_ context.Context, today vi.Date) (serve.Site, build.Report, error) {
	return &countedSite{c, c.prepared.Add(1), today}, build.Report{}, nil
}

type countedSite struct {
	*counted
	number int64
	today  vi.Date
}

func (c *countedSite) Pages() (pages []string) {
	for i := range c.pages {
		pages = append(pages, fmt.Sprintf("ke-hoach/%d", i))
	}
	return pages
}
func (c *countedSite) Copy(afero.Fs, string) error { return nil }
func (c *countedSite) Reuse(to afero.Fs, dir string) error {
	_, _, err := files{"ke-hoach/1/index.json": fmt.Sprint(`{"build":`, c.number, `}`)}.Render(context.Background(), to, dir, nil)
	return err
}

func (c *countedSite) Render(ctx context.Context, to afero.Fs, dir string, only func(string) bool) (int, []portal.Problem, error) {
	var chosen []string
	for _, page := range append(c.Pages(), build.Rest) {
		if only(page) {
			chosen = append(chosen, page)
		}
	}
	c.mu.Lock()
	c.rendered = append(c.rendered, chosen)
	c.running++
	alone := c.running == 1
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.running--
	}()
	if !alone {
		return 0, nil, fmt.Errorf("two renderings at once")
	}
	if c.slow != nil && !slices.Contains(chosen, build.Rest) {
		<-c.slow
	}
	made := files{}
	for _, page := range chosen {
		if page == c.broken.Load() {
			return 0, []portal.Problem{{Pos: portal.Pos{File: "layouts/" + page, Line: 7}, Rule: "template", Args: []any{"half a template"}}}, nil
		}
		made[strings.TrimPrefix(filepath.ToSlash(page)+"/index.html", "/")] = fmt.Sprintf("<body>%s of %d, %s</body>", page, c.number, c.today)
	}
	return made.Render(ctx, to, dir, nil)
}

// log is what was rendered since it was last asked for.
func (c *counted) log() [][]string {
	c.mu.Lock()
	defer c.mu.Unlock()
	log := c.rendered
	c.rendered = nil
	return log
}

const many = 1000 // more than are rendered unasked

func TestTheShownPageIsReadyBeforeTheEvent(t *testing.T) {
	site, builder := folder{t, t.TempDir()}, &counted{pages: many}
	s := start(site, builder)
	events := s.eventsAt("/ke-hoach/7/")
	next(t, events)
	builder.log()
	site.write("data/units.yaml", "#")
	next(t, events)
	if got := fmt.Sprint(builder.log()); got != "[[ke-hoach/7]]" {
		t.Errorf("rendered %s", got)
	}
	s.want("/ke-hoach/7/", "ke-hoach/7 of 2")
	if got := builder.log(); got != nil {
		t.Errorf("rendered again: %q", got)
	}
}

func TestOtherPagesAreRenderedOnceWhenAskedForAndNeverStale(t *testing.T) {
	site, builder := folder{t, t.TempDir()}, &counted{pages: many}
	s := start(site, builder)
	events := s.events()
	next(t, events)
	s.want("/ke-hoach/3/", "ke-hoach/3 of 1")
	s.want("/ke-hoach/1/index.json", `"build":1`)
	site.write("data/units.yaml", "#")
	next(t, events)
	builder.log()
	s.want("/ke-hoach/3/index.html", "ke-hoach/3 of 2")
	s.want("/ke-hoach/3", "ke-hoach/3 of 2") // is led to the folder
	s.want("/ke-hoach/1/index.json", `"build":2`)
	s.want("/", " of 2")
	if got := fmt.Sprint(builder.log()); got != "[[ke-hoach/3]]" {
		t.Errorf("rendered %s", got)
	}
	if status, _ := s.get("/ke-hoach/1000/"); status != http.StatusNotFound {
		t.Errorf("a page that is not: %d", status)
	}
}

func TestThoseWhoWaitShareARendering(t *testing.T) {
	site, builder := folder{t, t.TempDir()}, &counted{pages: many, slow: make(chan struct{})}
	s := start(site, builder)
	s.want("/", " of 1")
	builder.log()
	gone, leave := context.WithCancel(t.Context())
	request, err := http.NewRequestWithContext(gone, http.MethodGet, s.url+"/ke-hoach/5/", nil)
	if err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = http.DefaultClient.Do(request) }()
	for len(builder.log()) == 0 {
		time.Sleep(time.Millisecond)
	}
	leave() // the rendering goes on
	var all sync.WaitGroup
	for _, page := range []int{5, 5, 5, 6, 6, 8} {
		all.Go(func() { s.want(fmt.Sprintf("/ke-hoach/%d/", page), fmt.Sprintf("ke-hoach/%d of 1", page)) })
	}
	time.Sleep(300 * time.Millisecond) // until all of them wait
	close(builder.slow)
	all.Wait()
	if got := fmt.Sprint(builder.log()); strings.Count(got, "ke-hoach/5") > 1 || strings.Count(got, "ke-hoach/6") != 1 || strings.Count(got, "[") > 3 {
		t.Errorf("rendered %s", got)
	}
}

func TestAPageThatCannotBeRenderedSaysSoAndLeavesTheOthers(t *testing.T) {
	site, builder := folder{t, t.TempDir()}, &counted{pages: many}
	builder.broken.Store("ke-hoach/2")
	s := start(site, builder)
	events := s.events()
	next(t, events)
	for range 2 {
		status, page := s.get("/ke-hoach/2/")
		if status != http.StatusInternalServerError || !strings.Contains(page, "layouts/ke-hoach/2:7") || !strings.Contains(page, "half a template") {
			t.Errorf("%d\n%s", status, page)
		}
	}
	s.want("/ke-hoach/3/", "ke-hoach/3 of 1", `role="alert"`)
	builder.broken.Store("mended")
	site.write("data/units.yaml", "#")
	next(t, events)
	s.want("/ke-hoach/2/", "ke-hoach/2 of 2", `role="alert"`)
}

func TestASmallSiteTellsOfMistakesWhereNobodyLooks(t *testing.T) {
	site := smallSite(t)
	site.write("layouts/phong-trao/page.html", "<p>\n{{ .Nothing }}</p>")
	s := start(site, site.builder())
	s.want("/", "<h1", `role="alert"`)
	next(t, s.outcomes)
	if outcome := next(t, s.outcomes); !outcome.Report.Failed() || !outcome.Served {
		t.Errorf("%+v", outcome)
	}
	s.want(planPage, "layouts/phong-trao/page.html:2", "as it was before")
}

func TestANewDayIsANewBuild(t *testing.T) {
	site, builder := folder{t, t.TempDir()}, &counted{pages: many}
	var days atomic.Int64
	s := start(site, builder, func(o *serve.Options) {
		o.Today = func() vi.Date { return june.AddDays(int(days.Load())) }
	})
	events := s.events()
	next(t, events)
	s.want("/ke-hoach/1/", "of 1, "+june.String())
	days.Store(1)
	next(t, events)
	s.want("/ke-hoach/1/", "of 2, "+june.AddDays(1).String())
}

func TestWhatABrowserSaysItShowsIsNotTrusted(t *testing.T) {
	site, builder := folder{t, t.TempDir()}, &counted{pages: many}
	s := start(site, builder)
	for _, page := range []string{"", "/../../etc/passwd", "//x/", "/ke-hoach/9\x00/", `/a\b`, "/" + strings.Repeat("a/", 2000)} {
		next(t, s.eventsAt(page))
	}
	events := s.eventsAt("/ke-hoach/9/index.html")
	next(t, events)
	builder.log()
	site.write("data/units.yaml", "#")
	next(t, events)
	s.want("/ke-hoach/9/", "ke-hoach/9 of 2")
	if log := builder.log(); len(log) == 0 || !slices.Contains(log[0], "ke-hoach/9") || len(log[0]) > 2 {
		t.Errorf("rendered %q", log)
	}
}
