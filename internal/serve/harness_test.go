package serve_test

import (
	"bufio"
	"context"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/afero"
	"golang.org/x/tools/txtar"

	"thidua/internal/build"
	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/serve"
	"thidua/internal/vi"
)

const planFolder = "content/ke-hoach/minh-hoa-xa-minh-hoa-1-2026"

// folder is a site on disk.
type folder struct {
	testing.TB
	dir string
}

// smallSite is the site of testdata/site.txtar.
func smallSite(t testing.TB) folder {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site := folder{t, t.TempDir()}
	for _, file := range archive.Files {
		site.write(file.Name, string(file.Data))
	}
	return site
}

func (f folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

func (f folder) write(name, text string) {
	f.Helper()
	if err := os.MkdirAll(filepath.Dir(f.path(name)), 0o755); err != nil {
		f.Fatal(err)
	}
	if err := os.WriteFile(f.path(name), []byte(text), 0o644); err != nil {
		f.Fatal(err)
	}
}

func (f folder) read(name string) string {
	f.Helper()
	text, err := os.ReadFile(f.path(name))
	if err != nil {
		f.Fatal(err)
	}
	return string(text)
}

func (f folder) replace(name, old, text string) {
	f.Helper()
	before := f.read(name)
	if !strings.Contains(before, old) {
		f.Fatalf("%s has no %q", name, old)
	}
	f.write(name, strings.ReplaceAll(before, old, text))
}

func (f folder) rename(from, to string) {
	f.Helper()
	if err := os.Rename(f.path(from), f.path(to)); err != nil {
		f.Fatal(err)
	}
}

// june is the day of all tests that set no other.
var june = vi.NewDate(2026, 6, 1)

// builder is the real one for the site.
func (f folder) builder() serve.Builder {
	f.Helper()
	builder, err := build.New(build.Options{Source: f.dir, Audience: portal.Audience{Samples: true}})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { builder.Close() })
	return serve.Using(builder)
}

// madeUp is a builder that does what a test wants.
type madeUp func(ctx context.Context, write func(name, text string)) (build.Report, error)

func (b madeUp) Saved([]string) {}

func (b madeUp) Prepare(ctx context.Context, _ vi.Date) (serve.Site, build.Report, error) {
	files := files{}
	report, err := b(ctx, func(name, text string) { files[name] = text })
	return files, report, err
}

// files are a site of ordinary pages only.
type files map[string]string

func (files) Pages() []string              { return nil }
func (files) Copy(afero.Fs, string) error  { return nil }
func (files) Reuse(afero.Fs, string) error { return nil }
func (f files) Render(_ context.Context, to afero.Fs, dir string, _ func(string) bool) (int, []portal.Problem, error) {
	for name, text := range f {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := to.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return 0, nil, err
		}
		if err := afero.WriteFile(to, name, []byte(text), 0o644); err != nil {
			return 0, nil, err
		}
	}
	return len(f), nil, nil
}

// served is a server that runs.
type served struct {
	testing.TB
	url      string
	outcomes chan serve.Outcome
	stop     context.CancelFunc
	done     chan struct{}
}

// start serves a site on a free port of this machine until the test ends.
func start(site folder, builder serve.Builder, adjust ...func(*serve.Options)) *served {
	site.Helper()
	s := &served{TB: site.TB, outcomes: make(chan serve.Outcome, 1000), done: make(chan struct{})}
	opts := serve.Options{
		Builder: builder, Source: site.dir, Today: func() vi.Date { return june }, Language: check.English,
		Built:   func(o serve.Outcome) { s.outcomes <- o },
		Polling: func(err error) { site.Log("watches are short:", err) },
	}
	for _, adjust := range adjust {
		adjust(&opts)
	}
	server, err := serve.New(opts)
	if err != nil {
		s.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		s.Fatal(err)
	}
	s.url = "http://" + listener.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	s.stop = cancel
	go func() {
		defer close(s.done)
		if err := server.Run(ctx, listener); err != nil {
			s.Error(err)
		}
	}()
	s.Cleanup(func() {
		cancel()
		<-s.done
	})
	return s
}

// get is the status and the text of an answer.
func (s *served) get(path string) (int, string) {
	s.Helper()
	response, err := http.Get(s.url + path)
	if err != nil {
		s.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		s.Fatal(err)
	}
	return response.StatusCode, string(text)
}

// want asserts that a page has one text and lacks others.
func (s *served) want(path, text string, lacks ...string) string {
	s.Helper()
	_, page := s.get(path)
	if !strings.Contains(page, text) {
		s.Errorf("GET %s: no %q in:\n%s", path, text, page)
	}
	for _, lack := range lacks {
		if strings.Contains(page, lack) {
			s.Errorf("GET %s: %q in:\n%s", path, lack, page)
		}
	}
	return page
}

// comes waits for the build after which a page has one text, and asserts that
// it lacks others. Where the machine is busy one save may be two.
func (s *served) comes(events <-chan int64, path, text string, lacks ...string) {
	s.Helper()
	for {
		next(s, events)
		if _, page := s.get(path); strings.Contains(page, text) {
			break
		}
	}
	s.want(path, text, lacks...)
}

// events are the numbers of builds as the server sends them.
func (s *served) events() <-chan int64 { return s.eventsAt("") }

// eventsAt are those sent to a browser that shows a page.
func (s *served) eventsAt(page string) <-chan int64 {
	s.Helper()
	response, err := http.Get(s.url + "/__thidua/events?page=" + url.QueryEscape(page))
	if err != nil {
		s.Fatal(err)
	}
	if kind := response.Header.Get("Content-Type"); kind != "text/event-stream" {
		s.Fatalf("events are %q", kind)
	}
	numbers := make(chan int64, 100)
	go func() {
		defer close(numbers)
		defer response.Body.Close()
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				number, err := strconv.ParseInt(data, 10, 64)
				if err != nil {
					s.Error(err)
				}
				numbers <- number
			}
		}
	}()
	return numbers
}

// patience is how long a test waits for what should come at once.
const patience = time.Minute

// next is the next value that comes.
func next[T any](t testing.TB, from <-chan T) (value T) {
	t.Helper()
	select {
	case value, open := <-from:
		if !open {
			t.Fatal("nothing more comes")
		}
		return value
	case <-time.After(patience):
		t.Fatal("nothing came")
	}
	return value
}

// none asserts that nothing comes for a while.
func none[T any](t testing.TB, from <-chan T) {
	t.Helper()
	select {
	case value, open := <-from:
		if open {
			t.Errorf("unexpected: %v", value)
		}
	case <-time.After(300 * time.Millisecond):
	}
}

// names lists the files of the site, so that a test sees that serving makes none.
func (f folder) names() (names []string) {
	f.Helper()
	err := fs.WalkDir(os.DirFS(f.dir), ".", func(name string, _ fs.DirEntry, err error) error {
		names = append(names, name)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	return names
}
