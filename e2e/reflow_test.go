package main

import (
	"context"
	"testing"

	"github.com/chromedp/chromedp"
)

// overflow names what sticks out of the page sideways.
const overflow = `(() => {
	const room = innerWidth, wide = document.scrollingElement.scrollWidth
	if (wide <= room) return []
	return [wide + " px", ...[...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > room).map(e => e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 60))]
})()`

// WCAG 2.2, 1.4.10 and 1.4.4: nobody scrolls sideways on the narrowest screen,
// nor with letters of twice the size.
func TestNothingScrollsSideways(t *testing.T) {
	eachTemplate(t, func(t *testing.T, tab context.Context, template Template) {
		visit(t, tab, template.Path, View{Width: 320})
		must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](unfold)))
		for _, fault := range first(eval[[]string](t, tab, overflow)) {
			t.Errorf("320 px: %s", fault)
		}
		must(t, Look(tab, View{Width: 640}))
		must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](`document.documentElement.style.fontSize = "200%"`)))
		for _, fault := range first(eval[[]string](t, tab, overflow)) {
			t.Errorf("640 px, letters of 200%%: %s", fault)
		}
	})
}
