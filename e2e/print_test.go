package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Plans are printed as documents are: on A4, with the head that Nghị định
// 30/2020/NĐ-CP gives them, and never as if they were the original.
func TestPlansOnPaper(t *testing.T) {
	tools := need(t, chromium, pdftotext, pdfinfo)
	plans, err := filepath.Glob(filepath.Join(site.Dir, "ke-hoach", "*", "index.json")) // lists have none
	if err != nil || len(plans) < 5 {
		t.Fatal(len(plans), "plans", err)
	}
	for _, file := range plans {
		id := filepath.Base(filepath.Dir(file))
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			tab := open(t)
			visit(t, tab, "ke-hoach/"+id+"/", View{Width: 1280})
			pdf, err := chromedp.Run(tab, chromedp.PrintToPDF(func(p *page.PrintToPDFParams) {
				css := true
				p.PreferCSSPageSize = &css
			}))
			must(t, err)
			paper := filepath.Join(t.TempDir(), "plan.pdf")
			must(t, os.WriteFile(paper, pdf, 0o644))
			info, err := exec.Command(tools[2], "-l", "999", paper).CombinedOutput()
			must(t, err)
			for _, size := range regexp.MustCompile(`(?m)^Page +\d+ size:.*$`).FindAllString(string(info), -1) {
				if !strings.Contains(size, "(A4)") {
					t.Error(size)
				}
			}
			text, err := exec.Command(tools[1], "-layout", paper, "-").Output()
			must(t, err)
			running := eval[string](t, tab, `document.documentElement.dataset.running`)
			if !strings.Contains(running, "Bản biên tập") || !strings.Contains(running, "/KH-UBND") {
				t.Errorf("at the foot of every page stands %q", running)
			}
			sheets := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
			for _, want := range []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bản biên tập"} {
				if !strings.Contains(sheets[0], want) {
					t.Errorf("the first page does not say %q:\n%s", want, sheets[0])
				}
			}
			for n, sheet := range sheets {
				if words := strings.Join(strings.Fields(sheet), " "); !strings.HasSuffix(words, running) {
					t.Errorf("page %d does not end with what it is, %q", n+1, running)
				}
				if number := strings.TrimSpace(strings.SplitN(sheet, "\n", 2)[0]); n > 0 && number != strconv.Itoa(n+1) {
					t.Errorf("page %d begins with %q, not with its number", n+1, number)
				}
				if len(strings.Fields(sheet)) < 5 {
					t.Errorf("page %d of %d is empty: %q", n+1, len(sheets), sheet)
				}
			}
		})
	}
}
