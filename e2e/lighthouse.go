package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// weighed are the templates that Lighthouse looks at.
var weighed = []string{"home", "unit-overdue", "plan-longest", "results"}

// categories are those of Lighthouse, each with the least score out of 100.
var categories = []struct {
	id    string
	least float64
}{{"performance", 98}, {"accessibility", 100}, {"best-practices", 100}, {"seo", 100}}

// runs of which the median counts: a figure of one run is chance.
const runs = 3

// measure runs Lighthouse as a telephone with a slow line and writes the
// medians as a table. A score below the least is an error.
func measure(ctx context.Context) error {
	browser, found := chromium.Find()
	if !found {
		return errors.New(chromium.Install)
	}
	script, found := lighthouse.Find()
	if !found {
		return errors.New(lighthouse.Install)
	}
	site, end, err := served(ctx)
	if err != nil {
		return err
	}
	defer end()
	dir, err := os.MkdirTemp("", "thidua-lighthouse-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)

	fmt.Printf("%s, %d × %s\n\n| page |", time.Now().Format("2006-01-02"), runtime.NumCPU(), processor())
	for _, category := range categories {
		fmt.Printf(" %s |", category.id)
	}
	fmt.Printf("\n|---|%s\n", strings.Repeat("---:|", len(categories)))
	var low []string
	for _, template := range Templates {
		if !slices.Contains(weighed, template.Name) {
			continue
		}
		scores := map[string][]float64{}
		for range runs {
			if err := weigh(ctx, script, browser, site.URL+template.Path, filepath.Join(dir, "report.json"), scores); err != nil {
				return fmt.Errorf("%s: %w", template.Name, err)
			}
		}
		fmt.Printf("| %s |", template.Name)
		for _, category := range categories {
			median := middle(scores[category.id])
			fmt.Printf(" %.0f |", median)
			if median < category.least {
				low = append(low, fmt.Sprintf("%s %s %.0f < %.0f", template.Name, category.id, median, category.least))
			}
		}
		fmt.Println()
	}
	if low != nil {
		return errors.New(strings.Join(low, "; "))
	}
	return nil
}

// weigh runs Lighthouse once and adds its scores, each out of 100.
func weigh(ctx context.Context, script, browser, address, file string, scores map[string][]float64) error {
	node := exec.CommandContext(ctx, "node", script, address, "--quiet", "--output=json", "--output-path="+file,
		"--only-categories=performance,accessibility,best-practices,seo", "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic")
	node.Env = append(os.Environ(), "CHROME_PATH="+browser)
	if out, err := node.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var report struct {
		Categories map[string]struct {
			Score *float64 `json:"score"` // of 1
		} `json:"categories"`
	}
	if err := json.Unmarshal(data, &report); err != nil {
		return err
	}
	for id, category := range report.Categories {
		if category.Score == nil {
			return fmt.Errorf("no score of %s", id)
		}
		scores[id] = append(scores[id], *category.Score*100)
	}
	return nil
}

// middle is the median of an odd number of figures.
func middle(figures []float64) float64 {
	slices.SortFunc(figures, cmp.Compare)
	return figures[len(figures)/2]
}

// processor names the machine as far as the system does.
func processor() string {
	data, err := os.ReadFile("/proc/cpuinfo")
	if err == nil {
		for line := range strings.Lines(string(data)) {
			if name, found := strings.CutPrefix(line, "model name"); found {
				return strings.Trim(name, "\t :\n")
			}
		}
	}
	return runtime.GOARCH
}
