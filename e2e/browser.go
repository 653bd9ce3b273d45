package main

import (
	"context"
	"os"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A View is how a reader looks at a page.
type View struct {
	Width    int64 // in CSS pixels
	Dark     bool  // the reader asks for dark colours
	NoScript bool
}

// patience is how long one tab may take for all that is asked of it.
const patience = 5 * time.Minute

// Start starts a Chromium of its own, and returns the context of its tabs.
func Start(ctx context.Context, file string) (browser context.Context, end func(), err error) {
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(file),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
	)
	if os.Getuid() == 0 {
		opts = append(opts, chromedp.NoSandbox) // it refuses to run as root otherwise
	}
	ctx, release := chromedp.NewExecAllocator(ctx, opts...)
	browser, stop := chromedp.NewContext(ctx)
	end = func() { stop(); release() }
	if err := chromedp.Do(browser); err != nil {
		end()
		return nil, nil, err
	}
	return browser, end, nil
}

// Tab opens a tab.
func Tab(browser context.Context) (tab context.Context, end func()) {
	limited, release := context.WithTimeout(browser, patience)
	tab, stop := chromedp.NewContext(limited)
	return tab, func() { stop(); release() }
}

// Look sets how the page of a tab is seen, now and after the next one is opened.
func Look(tab context.Context, view View) error {
	scheme := "light"
	if view.Dark {
		scheme = "dark"
	}
	if err := chromedp.Do(tab, chromedp.EmulateViewport(view.Width, 800)); err != nil {
		return err
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(tab, emulation.SetEmulatedMedia, media); err != nil {
		return err
	}
	_, err := chromedp.Call(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: view.NoScript})
	return err
}

// unfold opens all that can be unfolded.
const unfold = `for (const d of document.querySelectorAll("details")) d.open = true`
