package main

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"thidua/internal/build"
	"thidua/internal/portal"
	"thidua/internal/publish"
	"thidua/internal/vi"
)

// base is where the portal lies on its host: not at the root, so that a link
// out of its folder leads nowhere.
const base = "/td/"

// today is the day on which the tests see the portal.
var today = vi.NewDate(2026, 11, 22)

// A Site is the reference portal, built, with what it has no reason to hold
// itself: a page that was taken down, a section of ordinary pages.
type Site struct {
	Dir string // of its files
	URL string // with base; empty until it is served
}

// Build builds the portal of the repository in root into below, a folder.
func Build(ctx context.Context, root, below string) (Site, error) {
	source, site := filepath.Join(below, "source"), Site{Dir: filepath.Join(below, "public")}
	if err := os.Mkdir(source, 0o755); err != nil {
		return site, err
	}
	config, err := os.ReadFile(filepath.Join(root, "config.toml"))
	if err != nil {
		return site, err
	}
	if err := os.WriteFile(filepath.Join(source, "config.toml"), config, 0o644); err != nil {
		return site, err
	}
	for _, from := range []struct{ dir, to string }{{"content", "content"}, {"data", "data"}, {"e2e/testdata/site", "."}} {
		if err := os.CopyFS(filepath.Join(source, from.to), os.DirFS(filepath.Join(root, from.dir))); err != nil {
			return site, err
		}
	}
	builder, err := build.New(build.Options{Source: source, BaseURL: "https://thidua.example" + base, Today: today, Audience: portal.Audience{Samples: true}})
	if err != nil {
		return site, err
	}
	defer builder.Close()
	report, _, err := builder.Publish(ctx, site.Dir, publish.Options{})
	if err == nil && report.Failed() {
		err = fmt.Errorf("the reference portal has errors: %v", report.Problems)
	}
	return site, err
}

// Serve serves the site on loopback until the returned function is called.
func (s *Site) Serve() (end func(), err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	server := &http.Server{Handler: http.StripPrefix(strings.TrimSuffix(base, "/"), s)}
	go server.Serve(listener)
	s.URL = "http://" + listener.Addr().String() + base
	return func() { server.Close() }, nil
}

// ServeHTTP answers as a small web server does: folders by their index.html,
// text compressed, and what is not there with 404.html.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, status := path.Clean(r.URL.Path), http.StatusOK
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	data, err := os.ReadFile(filepath.Join(s.Dir, filepath.FromSlash(name)))
	if err != nil {
		name, status = "/404.html", http.StatusNotFound
		if data, err = os.ReadFile(filepath.Join(s.Dir, "404.html")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
	}
	kind := mime.TypeByExtension(path.Ext(name))
	if path.Ext(name) == ".webmanifest" {
		kind = "application/manifest+json"
	}
	w.Header().Set("Content-Type", kind)
	var body io.Writer = w
	if isText(name) && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Header().Set("Content-Encoding", "gzip")
		packed, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // errs for a wrong level only
		defer packed.Close()
		body = packed
	}
	w.WriteHeader(status)
	body.Write(data) // whoever asked may have gone
}

// isText reports whether a file gets smaller on its way.
func isText(name string) bool {
	return slices.Contains([]string{".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"}, path.Ext(name))
}
