package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// shots writes a picture of every template, in full length, as a telephone and
// a desktop show it in light and dark.
func shots(ctx context.Context, folder string) error {
	file, found := chromium.Find()
	if !found {
		return errors.New(chromium.Install)
	}
	site, end, err := served(ctx)
	if err != nil {
		return err
	}
	defer end()
	browser, stop, err := Start(ctx, file)
	if err != nil {
		return err
	}
	defer stop()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, template := range Templates {
		if err := shoot(browser, site.URL+template.Path, filepath.Join(folder, template.Name)); err != nil {
			return fmt.Errorf("%s: %w", template.Name, err)
		}
	}
	fmt.Println(len(Templates)*4, "pictures in", folder)
	return nil
}

// shoot writes the pictures of one page.
func shoot(browser context.Context, address, name string) error {
	tab, end := Tab(browser)
	defer end()
	if err := chromedp.Do(tab, chromedp.Navigate(address)); err != nil {
		return err
	}
	for _, width := range []int64{360, 1280} {
		for scheme, dark := range map[string]bool{"light": false, "dark": true} {
			if err := Look(tab, View{Width: width, Dark: dark}); err != nil {
				return err
			}
			picture, err := chromedp.Run(tab, chromedp.FullScreenshot(100))
			if err != nil {
				return err
			}
			if err := os.WriteFile(fmt.Sprintf("%s-%d-%s.png", name, width, scheme), picture, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
