package main

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// axeRun asks for every rule of WCAG 2.0 to 2.2, levels A and AA, and for good
// practice.
const axeRun = `axe.run(document, {
	runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
	rules: {"target-size": {enabled: true}},
` + axeFaults

// axeColours asks for the rules that look at colours, the one thing in which a
// page by dark differs.
const axeColours = `axe.run(document, {
	runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]},
` + axeFaults

const axeFaults = `	resultTypes: ["violations"],
}).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + " at " + n.target.join(" ") + ": " + n.failureSummary)))`

func TestAxeFindsNothing(t *testing.T) {
	library, err := os.ReadFile(need(t, chromium, axe)[1])
	must(t, err)
	eachTemplate(t, func(t *testing.T, tab context.Context, template Template) {
		visit(t, tab, template.Path, View{Width: 360})
		must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](string(library))))
		must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](unfold)))
		for _, width := range []int64{360, 768, 1280} {
			must(t, Look(tab, View{Width: width}))
			for _, fault := range first(eval[[]string](t, tab, axeRun)) {
				t.Errorf("%d px, light: %s", width, fault)
			}
			must(t, Look(tab, View{Width: width, Dark: true}))
			for _, fault := range first(eval[[]string](t, tab, axeColours)) {
				t.Errorf("%d px, dark: %s", width, fault)
			}
		}
	})
}

// first shortens a list of faults to those that can be read.
func first(list []string) []string {
	const most = 5
	if len(list) <= most {
		return list
	}
	return append(list[:most:most], fmt.Sprintf("and %d more", len(list)-most))
}
