package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A stranger opens the portal on a telephone that runs no script, finds a
// commune, reads what it promised and what is late, opens the clause that says
// so, and has an address to send on.
func TestAStrangerFindsWhatACommuneOwes(t *testing.T) {
	need(t, chromium)
	tab := open(t)
	visit(t, tab, "", View{Width: 360, NoScript: true})
	follow(t, tab, `main a`, "Tìm xã, phường của tôi")
	follow(t, tab, `main a`, "Tỉnh Minh Họa")
	follow(t, tab, `main a`, "Xã Minh Họa 4")

	for _, want := range []string{"29 chỉ tiêu đang theo dõi", "1 báo cáo quá hạn", "Báo cho ai"} {
		if top := firstWords(t, tab, 2); !strings.Contains(top, want) {
			t.Errorf("the first two screens do not say %q:\n%s", want, top)
		}
	}
	tap(t, tab, `main a`, "Xem báo cáo nào")
	late := firstWords(t, tab, 1)
	for _, want := range []string{"Báo cáo riêng kết quả rà soát hộ kinh doanh", "Quá hạn", "31/7/2026"} {
		if !strings.Contains(late, want) {
			t.Errorf("what is late does not say %q:\n%s", want, late)
		}
	}
	follow(t, tab, `main a`, "Khoản 3 Mục VI")
	if at := eval[string](t, tab, `location.href`); at != site.URL+"ke-hoach/ba-nhat-tinh-minh-hoa-2026/#muc-vi-3" {
		t.Errorf("the clause is at %s", at)
	}
	if clause := firstWords(t, tab, 1); !strings.Contains(clause, "31/7/2026") {
		t.Errorf("the clause is not in sight:\n%s", clause)
	}
	if title := eval[string](t, tab, `document.querySelector("meta[property='og:title']").content`); !strings.HasPrefix(title, "Số liệu minh họa") {
		t.Errorf("sent on, the address is called %q", title)
	}
}

// firstWords are those in the first screens from where the page is scrolled to, on a telephone 800 pixels high.
func firstWords(t *testing.T, tab context.Context, screens int) string {
	t.Helper()
	return eval[string](t, tab, fmt.Sprintf(`(() => {
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), said = []
		while (walk.nextNode()) {
			const range = document.createRange()
			range.selectNodeContents(walk.currentNode)
			const box = range.getBoundingClientRect()
			if (box.height && box.bottom > 0 && box.top < %d && walk.currentNode.parentElement.checkVisibility()) said.push(walk.currentNode.data.trim())
		}
		return said.join(" ").replace(/[ \u00a0\n]+/g, " ")
	})()`, 800*screens))
}

// tap touches the first of the elements that says just these words, as a finger does.
func tap(t *testing.T, tab context.Context, elements, words string) {
	t.Helper()
	touch(t, tab, elements, words, func(at chromedp.Action[chromedp.Void]) error { return chromedp.Do(tab, at) })
}

// follow taps a link and waits for the page it leads to.
func follow(t *testing.T, tab context.Context, elements, words string) {
	t.Helper()
	touch(t, tab, elements, words, func(at chromedp.Action[chromedp.Void]) error {
		response, err := chromedp.RunResponse(tab, at)
		if err == nil && response.Status != 200 {
			err = fmt.Errorf("%s: status %d", response.URL, response.Status)
		}
		return err
	})
}

func touch(t *testing.T, tab context.Context, elements, words string, do func(chromedp.Action[chromedp.Void]) error) {
	t.Helper()
	at := eval[[]float64](t, tab, fmt.Sprintf(`(() => {
		const e = [...document.querySelectorAll(%q)].find(e => e.checkVisibility() && e.innerText.replace(/[ \u00a0\n]+/g, " ").trim() === %q)
		if (!e) return []
		e.scrollIntoView({block: "center"})
		const box = e.getClientRects()[0]
		return [box.left + box.width / 2, box.top + box.height / 2]
	})()`, elements, words))
	if len(at) == 0 {
		t.Fatalf("nothing to tap says %q", words)
	}
	must(t, do(chromedp.MouseClickXY(at[0], at[1])))
}
