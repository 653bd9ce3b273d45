package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// watchFocus numbers the controls that can be reached and notes which get the
// focus, and whether that can be seen. A region that scrolls gets it as well.
const watchFocus = `(() => {
	const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
		.filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}))
	const name = e => e.tagName + " " + (e.getAttribute("aria-label") || e.textContent).trim().slice(0, 60)
	const looks = e => {
		const s = getComputedStyle(e), ring = s.outlineStyle === "none" || parseFloat(s.outlineWidth) === 0 ? "" : s.outlineStyle
		return [ring, s.boxShadow, s.backgroundColor].join()
	}
	const before = new Map(controls.map(e => [e, looks(e)]))
	const seen = window.seen = {order: [], faults: []}
	addEventListener("focusin", ({target}) => {
		const n = controls.indexOf(target)
		if (n < 0) {
			if (target.scrollWidth <= target.clientWidth && target.scrollHeight <= target.clientHeight) seen.faults.push("the focus is on " + name(target))
			return
		}
		seen.order.push(n)
		if (looks(target) === before.get(target)) seen.faults.push("the focus cannot be seen on " + name(target))
		if (!target.getClientRects().length) seen.faults.push("the focus is on what is hidden: " + name(target))
	})
	return controls.map(name)
})()`

func TestTheKeyboardReachesEverything(t *testing.T) {
	eachTemplate(t, func(t *testing.T, tab context.Context, template Template) {
		visit(t, tab, template.Path, View{Width: 1280})
		must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](unfold)))
		controls := eval[[]string](t, tab, watchFocus)
		if len(controls) < 5 {
			t.Fatalf("only %d controls", len(controls))
		}
		// Twice as often where regions scroll: they come in between.
		const focus = `({order: seen.order, faults: seen.faults, out: document.activeElement === document.body || seen.order.length > seen.order.indexOf(Math.max(...seen.order)) + 1})`
		type focused struct {
			Order  []int
			Faults []string
			Out    bool
		}
		var got focused
		for range 5 {
			must(t, chromedp.Do(tab, chromedp.KeyEvent(strings.Repeat(kb.Tab, 1+len(controls)-len(got.Order)))))
			if got = eval[focused](t, tab, focus); len(got.Order) >= len(controls) && got.Out {
				break
			}
		}
		for _, fault := range first(got.Faults) {
			t.Error(fault)
		}
		for want, control := range controls {
			if want >= len(got.Order) {
				t.Fatalf("%d of %d controls were reached; not %s", len(got.Order), len(controls), control)
			}
			if n := got.Order[want]; n != want {
				t.Fatalf("after %d controls the focus is on %s, not on %s", want, controls[n], control)
			}
		}
		if !got.Out {
			t.Error("the focus never leaves the page")
		}
	})
}

func TestTheSkipLinkLeadsToTheContent(t *testing.T) {
	eachTemplate(t, func(t *testing.T, tab context.Context, template Template) {
		if template.Layout == "404.html" {
			// Its addresses begin at the portal, so that "#noi-dung" would lead home.
			visit(t, tab, template.Path, View{Width: 360})
			if eval[bool](t, tab, `document.querySelector(".skip") !== null`) {
				t.Error("its skip link leads to another page")
			}
			return
		}
		visit(t, tab, template.Path, View{Width: 360})
		must(t, chromedp.Do(tab, chromedp.KeyEvent(kb.Tab)))
		if at := eval[string](t, tab, `document.activeElement.className`); at != "skip" {
			t.Fatalf("the first control is %q", at)
		}
		if !eval[bool](t, tab, `(() => { const r = document.activeElement.getBoundingClientRect(); return r.top >= 0 && r.left >= 0 && r.height >= 24 })()`) {
			t.Error("the skip link stays out of sight")
		}
		must(t, chromedp.Do(tab, chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab)))
		where := eval[string](t, tab, `(() => {
			const main = document.querySelector("main"), at = document.activeElement
			return main.contains(at) || !main.querySelector("a[href], summary") ? "" : at.outerHTML
		})()`)
		if where != "" {
			t.Errorf("after the skip link the focus is on %s", where)
		}
	})
}
