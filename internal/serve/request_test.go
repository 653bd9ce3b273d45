package serve_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/internal/build"
)

// page serves a site of a few files without Hugo.
func page(t *testing.T) *served {
	return start(folder{t, t.TempDir()}, madeUp(func(_ context.Context, write func(string, string)) (build.Report, error) {
		for name, text := range map[string]string{
			"index.html":           "<!doctype html><title>x</title><body class=home><p>Home</p></body></html>",
			"404.html":             "<body>Not here</body>",
			"không dấu/index.html": "<p>without a body tag",
			"manifest.webmanifest": "{}",
			"data.json":            "{}",
			"picture.svg":          "<svg xmlns='http://www.w3.org/2000/svg'><body/></svg>",
			"file.unknown":         "<script>alert(1)</script>",
			"list.csv":             "a,b",
			"bare/file.txt":        "text",
		} {
			write(name, text)
		}
		return build.Report{}, nil
	}))
}

// raw sends a request as it is written, for clients mend bad ones.
func (s *served) raw(request string) *http.Response {
	s.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { conn.Close() })
	if _, err := io.WriteString(conn, request); err != nil {
		s.Fatal(err)
	}
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		s.Fatal(err)
	}
	return response
}

func TestOtherHostsAreRefused(t *testing.T) {
	s := page(t)
	for host, want := range map[string]int{
		"127.0.0.1:1313":         200,
		"localhost":              200,
		"LOCALHOST:80":           200,
		"localhost.:80":          200,
		"[::1]:1313":             200,
		"127.8.9.1":              200,
		"evil.example":           403,
		"evil.example:1313":      403,
		"localhost.evil.example": 403,
		"127.0.0.1.evil.example": 403,
		"0.0.0.0:1313":           403,
		"192.168.1.7":            403,
		"[fe80::1]":              403,
		"":                       403,
	} {
		for _, path := range []string{"/", "/__thidua/reload.js"} {
			response := s.raw(fmt.Sprintf("GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", path, host))
			if response.StatusCode != want {
				t.Errorf("Host %q, %s: %d, want %d", host, path, response.StatusCode, want)
			}
		}
	}
}

func TestPathsOutsideAreRefused(t *testing.T) {
	outside := filepath.ToSlash(filepath.Join(t.TempDir(), "outside.txt"))
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := page(t)
	for _, path := range []string{
		"/../", "/..", "/../.." + outside, "/bare/../.." + outside,
		"/%2e%2e/%2e%2e" + outside, "/..%2f..%2f.." + strings.ReplaceAll(outside, "/", "%2f"),
		`/..\..` + strings.ReplaceAll(outside, "/", `\`), "/..%5c.." + strings.ReplaceAll(outside, "/", "%5c"), "/bare%5cfile.txt",
		outside, "/" + outside, "//evil.example/", "/./", "/bare/./file.txt", "/bare//file.txt", "/index.html%00", "/%00",
		"/__thidua/../index.html",
	} {
		response := s.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
		body, _ := io.ReadAll(response.Body)
		if code := response.StatusCode; code != 400 && code != 404 || response.Header.Get("Location") != "" {
			t.Errorf("GET %s: %d %s", path, code, body)
		}
		if strings.Contains(string(body), "secret") {
			t.Errorf("GET %s: %s", path, body)
		}
	}
	if status, _ := s.get("/%252e%252e/"); status != 404 {
		t.Errorf("twice encoded: %d", status)
	}
}

func TestOnlyReadingIsAnswered(t *testing.T) {
	s := page(t)
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH"} {
		response := s.raw(method + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
		if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d", method, response.StatusCode)
		}
	}
	for _, path := range []string{"/", "/data.json", "/nope", "/__thidua/events"} {
		response, err := http.Head(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		if body, _ := io.ReadAll(response.Body); len(body) > 0 {
			t.Errorf("HEAD %s has a body", path)
		}
	}
}

func TestFilesHaveTheirTypes(t *testing.T) {
	s := page(t)
	for path, want := range map[string]string{
		"/":                          "text/html; charset=utf-8",
		"/manifest.webmanifest":      "application/manifest+json",
		"/data.json":                 "application/json",
		"/picture.svg":               "image/svg+xml",
		"/list.csv":                  "text/csv; charset=utf-8",
		"/file.unknown":              "application/octet-stream",
		"/__thidua/reload.js":        "text/javascript; charset=utf-8",
		"/__thidua/serve.css":        "text/css; charset=utf-8",
		"/nope":                      "text/html; charset=utf-8",
		"/kh%C3%B4ng%20d%E1%BA%A5u/": "text/html; charset=utf-8",
	} {
		response, err := http.Get(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		header := response.Header
		if got := header.Get("Content-Type"); got != want {
			t.Errorf("GET %s: %q, want %q", path, got, want)
		}
		if header.Get("Cache-Control") != "no-store" || header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("GET %s: %v", path, header)
		}
	}
}

func TestFoldersAndWhatIsNotThere(t *testing.T) {
	s := page(t)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for path, want := range map[string]struct {
		status   int
		location string
	}{
		"/":                              {200, ""},
		"/index.html":                    {200, ""},
		"/kh%C3%B4ng%20d%E1%BA%A5u?a=b":  {302, "/kh%C3%B4ng%20d%E1%BA%A5u/?a=b"},
		"/kh%C3%B4ng%20d%E1%BA%A5u/?a=b": {200, ""},
		"/bare/":                         {404, ""},
		"/index.html/":                   {404, ""},
		"/nope":                          {404, ""},
		"/__thidua/":                     {404, ""},
		"/__thidua/panel.html":           {404, ""},
		"/__thidua/../messages/vi.yaml":  {404, ""},
	} {
		response, err := client.Get(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != want.status || response.Header.Get("Location") != want.location {
			t.Errorf("GET %s: %d %q, want %v", path, response.StatusCode, response.Header.Get("Location"), want)
		}
	}
	s.want("/nope", "Not here")
}

func TestTheScriptIsPutIntoEveryPage(t *testing.T) {
	s := page(t)
	const script = `<script src="/__thidua/reload.js" data-build="`
	for _, path := range []string{"/", "/kh%C3%B4ng%20d%E1%BA%A5u/", "/nope"} {
		if body := s.want(path, script); strings.Count(body, "<script") != 1 {
			t.Errorf("GET %s: more scripts than one:\n%s", path, body)
		}
	}
	s.want("/picture.svg", "<svg", "script")
	s.want("/data.json", "{}", "script")
}

// What is published below a path is served at the root: the page for what is
// not there leads to pages that are.
func TestTheMissingPageIsServedAtTheRoot(t *testing.T) {
	site := smallSite(t)
	site.write("config.toml", "title = \"Cổng thử\"\nbaseURL = \"https://tinh.example/thi-dua/\"\n")
	s := start(site, site.builder())
	status, page := s.get("/khong/co/trang/")
	if status != 404 || !strings.Contains(page, `<base href="&#47;">`) {
		t.Errorf("%d: %.400s", status, page)
	}
}
