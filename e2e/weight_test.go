package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Limits in bytes, gzipped as a web server does. 14 KB is what the first
// round trips of a connection carry.
const (
	mostHTML      = 14 << 10
	mostPlan      = 25 << 10 // of a plan, which is a whole document
	mostCSS       = 7 << 10
	mostFirstView = 50 << 10
)

func TestPagesAreLight(t *testing.T) {
	for _, name := range pages(t) {
		most := mostHTML
		if folder, rest, _ := strings.Cut(name, "/"); folder == "ke-hoach" && rest != "index.html" {
			most = mostPlan
		}
		if size := packed(t, name); size > most {
			t.Errorf("%s: %d bytes, %d are allowed", name, size, most)
		}
	}
	sheets, err := filepath.Glob(filepath.Join(site.Dir, "css", "*"))
	if err != nil || len(sheets) != 1 {
		t.Fatalf("style sheets: %q, %v", sheets, err)
	}
	if size := packed(t, "css/"+filepath.Base(sheets[0])); size > mostCSS {
		t.Errorf("the style sheet: %d bytes, %d are allowed", size, mostCSS)
	}
}

// packed is the size of a file on its way.
func packed(t *testing.T, name string) int {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(site.Dir, filepath.FromSlash(name)))
	must(t, err)
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	must(t, err)
	_, err = w.Write(data)
	must(t, err)
	must(t, w.Close())
	return out.Len()
}

// loading is what a page asked for: before the first paint, but for icons and
// the manifest, which no paint waits for; and until it was loaded; and by how
// much its content moved meanwhile.
const loading = `new Promise(done => {
	let shift = 0
	new PerformanceObserver(list => { for (const e of list.getEntries()) shift += e.value }).observe({type: "layout-shift", buffered: true})
	const report = () => {
		const paint = performance.getEntriesByName("first-contentful-paint")[0]
		if (!paint) return setTimeout(report, 50)
		const page = performance.getEntriesByType("navigation")[0], files = performance.getEntriesByType("resource")
		const later = [...document.querySelectorAll("link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]")].map(link => link.href)
		done({
			before: [page, ...files].filter(f => f.startTime < paint.startTime && f.initiatorType !== "img" && !later.includes(f.name)).map(f => f.name),
			bytes: [page, ...files].reduce((sum, f) => sum + f.encodedBodySize, 0),
			shift,
		})
	}
	requestAnimationFrame(() => setTimeout(report, 100))
})`

// What a page is shown without is not counted: its icons, and photographs, which
// come where there is room for them.
func TestPagesComeFastAndStandStill(t *testing.T) {
	eachTemplate(t, func(t *testing.T, tab context.Context, template Template) {
		for _, width := range []int64{360, 1280} {
			visit(t, tab, template.Path, View{Width: width})
			got := eval[struct {
				Before []string
				Bytes  int
				Shift  float64
			}](t, tab, loading)
			if len(got.Before) > 3 {
				t.Errorf("%d px: before the first paint came %q", width, got.Before)
			}
			if got.Bytes > mostFirstView || got.Bytes < 1000 {
				t.Errorf("%d px: %d bytes for the first view", width, got.Bytes)
			}
			if got.Shift != 0 {
				t.Errorf("%d px: the content moved by %v", width, got.Shift)
			}
		}
	})
}
