package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// reads waits until a script says that the page shows what it should, and returns
// the text of what a reader sees of an element.
func reads(t *testing.T, tab context.Context, ready, element string) string {
	t.Helper()
	return eval[string](t, tab, `new Promise((done, failed) => {
		const end = Date.now() + 20000
		const look = () => (`+ready+`) ? done(document.querySelector(`+"`"+element+"`"+`).innerText) : Date.now() > end ? failed(document.querySelector("main").innerText.slice(0, 2000)) : setTimeout(look, 50)
		look()
	})`)
}

// choose takes a value of a choice as a reader does, by its words.
const choose = `(label, option) => {
	const select = [...document.querySelectorAll("main label")].find(l => l.firstChild.data === label).querySelector("select")
	select.focus()
	select.value = [...select.options].find(o => o.text === option).value
	select.dispatchEvent(new Event("change", {bubbles: true}))
}`

const (
	rowsOfPlans = `document.querySelectorAll(".list__entries .row--plan").length`
	counted     = `document.querySelector(".facets [role=status]")?.textContent`
)

// What is chosen of facets stands in the address: it can be sent on, and gone
// back from.
func TestChosenFacetsAreInTheAddress(t *testing.T) {
	need(t, chromium)
	tab := open(t)
	visit(t, tab, "ke-hoach/?phong-trao=ba-nhat&loai=xa&nam=2026", View{Width: 1280})
	const both = `1 kế hoạch và 5 kế hoạch minh họa`
	text := reads(t, tab, rowsOfPlans+` === 6`, ".list__entries")
	if !strings.Contains(text, "Hưng Nguyên") || strings.Contains(text, "Hưng Yên") || !strings.HasPrefix(text, both) {
		t.Error(text)
	}
	if got := eval[string](t, tab, counted); got != both {
		t.Errorf("%q is announced", got)
	}
	eval[any](t, tab, `(`+choose+`)("Tỉnh, thành phố", "Tỉnh Minh Họa")`)
	reads(t, tab, rowsOfPlans+` === 5`, "main")
	if got := eval[string](t, tab, `location.search + " " + document.activeElement.tagName`); got != "?phong-trao=ba-nhat&loai=xa&nam=2026&don-vi=tinh-minh-hoa-m0 SELECT" {
		t.Errorf("the address and the focus: %s", got)
	}
	must(t, chromedp.Do(tab, chromedp.NavigateBack()))
	reads(t, tab, rowsOfPlans+` === 6 && `+counted+` === "`+both+`"`, "main")
	if got := eval[string](t, tab, `[...document.querySelectorAll(".facets select")].map(s => s.selectedOptions[0].text).join()`); got != "Tất cả,Ba nhất,Xã,2026,Tất cả" {
		t.Error("after going back:", got)
	}
}

// What the list does not have is as if it were not said.
func TestForeignFacetsAreIgnored(t *testing.T) {
	need(t, chromium)
	tab := open(t)
	visit(t, tab, "ke-hoach/", View{Width: 1280})
	all := eval[int](t, tab, rowsOfPlans)
	visit(t, tab, "ke-hoach/?phong-trao=khong-co&nam=../2026&loai=%3Cb%3E", View{Width: 1280})
	reads(t, tab, `document.querySelector(".facets select")`, "main")
	if got := eval[int](t, tab, rowsOfPlans); got != all {
		t.Errorf("%d plans, want %d", got, all)
	}
	if got := eval[string](t, tab, counted+` + [...document.querySelectorAll(".facets select")].map(s => s.value).join("")`); got != "" {
		t.Errorf("%q is said or chosen", got)
	}
	// On the page of a value, that one is chosen.
	visit(t, tab, "ke-hoach/nam/2026/?nam=khong", View{Width: 1280})
	reads(t, tab, `document.querySelector(".facets select")`, "main")
	if got := eval[string](t, tab, `[...document.querySelectorAll(".facets select")].map(s => s.selectedOptions[0].text).join()`); got != "Tất cả,Tất cả,Tất cả,2026,Tất cả" {
		t.Error(got)
	}
}

func TestTwoPeriodsStandSideBySide(t *testing.T) {
	need(t, chromium)
	tab := open(t)
	const shown = `[...document.querySelector("main table").querySelectorAll("thead th")].filter(c => c.offsetWidth).map(c => c.innerText).join()`
	visit(t, tab, "ket-qua/xa-minh-hoa-1-m0001/?a=2026-q1&b=2026-q3", View{Width: 1280})
	reads(t, tab, `document.querySelector("main select")`, "main")
	if got := eval[string](t, tab, shown); got != "Chỉ tiêu,Mức phải đạt,Quý I/2026,Quý III/2026" {
		t.Error(got)
	}
	eval[any](t, tab, `(`+choose+`)("Kỳ thứ nhất", "Quý II/2026")`)
	if got := eval[string](t, tab, shown+` + location.search + document.querySelector("main [role=status]").textContent`); got != "Chỉ tiêu,Mức phải đạt,Quý II/2026,Quý III/2026?a=2026-q2&b=2026-q3Đang xem Quý II/2026 cạnh Quý III/2026" {
		t.Error(got)
	}
	for _, foreign := range []string{"?a=2026-q1&b=1999", "?a=2026-q1", "?a=2026-q1&b=2026-q1", "?a=%22%3E&b=2026-q1"} {
		visit(t, tab, "ket-qua/xa-minh-hoa-1-m0001/"+foreign, View{Width: 1280})
		reads(t, tab, `document.querySelector("main select")`, "main")
		if got := eval[string](t, tab, shown); strings.Count(got, "2026") < 5 {
			t.Errorf("%s shows %s", foreign, got)
		}
	}
}

func TestTwoUnitsStandSideBySide(t *testing.T) {
	need(t, chromium)
	tab := open(t)
	const block = "[data-block=compare]"
	const there = `document.querySelector("[data-block=compare]").innerText`
	at := func(query string) string {
		visit(t, tab, "so-sanh/"+query, View{Width: 1280})
		return reads(t, tab, there, block)
	}
	text := at("?a=xa-minh-hoa-1-m0001&b=xa-minh-hoa-4-m0004&ky=2026-q2")
	for _, want := range []string{"Xã Minh Họa 1 và Xã Minh Họa 4", "Số liệu minh họa", "không xếp hạng", "Tính đến", "Hứa: tối thiểu 95%", "Đạt", "Kết quả từng kỳ của Xã Minh Họa 4"} {
		if !strings.Contains(text, want) {
			t.Errorf("nothing says %q in %s", want, text)
		}
	}
	const cell = `document.querySelector("[data-block=compare] tbody td a").href`
	if got := eval[string](t, tab, cell); !strings.Contains(got, "/ket-qua/xa-minh-hoa-1-m0001/2026-q2/#chi-tieu-") {
		t.Error("a figure leads to", got)
	}
	eval[any](t, tab, `(`+choose+`)("Kỳ", "Quý III/2026")`)
	if got := eval[string](t, tab, cell+` + location.search`); !strings.Contains(got, "/2026-q3/") || !strings.HasSuffix(got, "&ky=2026-q3") {
		t.Error(got)
	}
	must(t, chromedp.Do(tab, chromedp.NavigateBack()))
	reads(t, tab, cell+`.includes("/2026-q2/")`, block)

	for query, want := range map[string]string{
		"?a=xa-minh-hoa-1-m0001&b=xa-hung-nguyen-18001": "Một bên là số liệu minh họa",
		"?a=xa-minh-hoa-1-m0001&b=tinh-minh-hoa-m0":     "không cùng loại",
		"?a=xa-minh-hoa-1-m0001&b=xa-minh-hoa-1-m0001":  "là một",
		"?a=xa-hung-nguyen-18001&b=xa-phu-thinh-05800":  "không có chỉ tiêu nào chung",
		"?a=xa-minh-hoa-1-m0001&b=xa-khong-co-99999":    "Không tải được",
		"?a=xa-minh-hoa-1-m0001":                        "không nêu đủ",
		"?a=xa-minh-hoa-1-m0001&b=../don-vi/x":          "không nêu đủ",
		"?a=%3Cimg%20src=x%3E&b=xa-minh-hoa-1-m0001":    "không nêu đủ",
	} {
		if text := at(query); !strings.Contains(text, want) {
			t.Errorf("%s: %s", query, text)
		}
	}
	visit(t, tab, "so-sanh/?a=xa-minh-hoa-1-m0001&b=xa-minh-hoa-4-m0004", View{Width: 1280, NoScript: true})
	if text := eval[string](t, tab, `document.querySelector("main").innerText`); !strings.Contains(text, "Kết quả từng kỳ") {
		t.Error("without script:", text)
	}
}
