package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

var (
	site    Site                            // built and served once for all tests
	browser func() (context.Context, error) // started by the first test that needs it
)

func TestMain(m *testing.M) {
	root = ".."
	code, err := all(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func all(m *testing.M) (code int, err error) {
	ctx := context.Background()
	served, end, err := served(ctx)
	if err != nil {
		return 0, err
	}
	defer end()
	site = served
	stop := func() {}
	defer func() { stop() }()
	browser = sync.OnceValues(func() (context.Context, error) {
		file, _ := chromium.Find()
		browser, end, err := Start(ctx, file)
		if err == nil {
			stop = end
		}
		return browser, err
	})
	return m.Run(), nil
}

// need returns the files of tools. A test without one of them is skipped, or
// fails where THIDUA_E2E=require demands them all.
func need(t *testing.T, tools ...Tool) (files []string) {
	t.Helper()
	for _, tool := range tools {
		file, found := tool.Find()
		switch {
		case found:
			files = append(files, file)
		case os.Getenv("THIDUA_E2E") == "require":
			t.Fatalf("no %s: %s", tool.Name, tool.Install)
		default:
			t.Skipf("not tested, for want of %s: %s", tool.Name, tool.Install)
		}
	}
	return files
}

// eachTemplate runs a test on every template, each in a tab of its own.
func eachTemplate(t *testing.T, test func(t *testing.T, tab context.Context, template Template)) {
	need(t, chromium)
	for _, template := range Templates {
		t.Run(template.Name, func(t *testing.T) {
			t.Parallel()
			test(t, open(t), template)
		})
	}
}

// open opens a tab that lasts as long as the test.
func open(t *testing.T) context.Context {
	t.Helper()
	browser, err := browser()
	if err != nil {
		t.Fatal(err)
	}
	tab, end := Tab(browser)
	t.Cleanup(end)
	_, err = chromedp.Call(tab, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	must(t, err)
	return tab
}

// visit opens a page of the portal.
func visit(t *testing.T, tab context.Context, path string, view View) {
	t.Helper()
	must(t, Look(tab, view))
	must(t, chromedp.Do(tab, chromedp.Navigate(site.URL+path)))
}

// eval runs a script in a page.
func eval[T any](t *testing.T, tab context.Context, script string) T {
	t.Helper()
	value, err := chromedp.Run(tab, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	must(t, err)
	return value
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// pages lists the HTML files of the portal, with slashes.
func pages(t *testing.T) (names []string) {
	t.Helper()
	must(t, fs.WalkDir(os.DirFS(site.Dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".html") {
			names = append(names, name)
		}
		return err
	}))
	return names
}

// Every template of the theme has a page here, and every page is there.
func TestEveryTemplateIsLookedAt(t *testing.T) {
	covered := map[string]bool{"baseof.html": true}
	for _, template := range Templates {
		covered[template.Layout] = true
		path, _, _ := strings.Cut(template.Path, "?")
		_, err := os.Stat(filepath.Join(site.Dir, filepath.FromSlash(path), "index.html"))
		if missing := template.Layout == "404.html"; (err != nil) != missing {
			t.Errorf("%s: /%s: %v", template.Name, template.Path, err)
		}
	}
	must(t, fs.WalkDir(os.DirFS("../layouts"), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && strings.HasPrefix(name, "_") {
			return fs.SkipDir
		}
		if err == nil && !d.IsDir() && !covered[name] {
			t.Errorf("layouts/%s: no page of it in Templates", name)
		}
		delete(covered, name)
		return err
	}))
	for name := range covered {
		t.Errorf("layouts/%s is named in Templates and not there", name)
	}
}
