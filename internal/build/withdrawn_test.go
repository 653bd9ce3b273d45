package build_test

import (
	"bytes"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thidua/internal/build"
)

const (
	lower = "content/ke-hoach/ba-nhat-xa-minh-hoa-1-2026/"
	upper = "content/ke-hoach/ba-nhat-tinh-minh-hoa-2026/"
)

// related is the small site with a plan above its plan: carried out by it,
// aligned with, asking for its model, cited beside the documents that are not
// held, and named in the text of an ordinary page.
func related(t *testing.T) string {
	t.Helper()
	site := unpack(t, "chữ")
	change := func(name, old, new string) {
		file := filepath.Join(site, filepath.FromSlash(name))
		data, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(data, []byte(old)) {
			t.Fatal(name, old, err)
		}
		write(t, file, strings.Replace(string(data), old, new, 1))
	}
	write(t, filepath.Join(site, upper+"index.md"), `---
status: published
approved_by: Ban biên tập
approved_on: 2026-03-02
sample: true
history: [{date: 2026-03-02, what: Đăng}]
doc_type: Kế hoạch
doc_symbol: KH-UBND
abstract: DẤU VẾT kế hoạch
issuer: tinh-minh-hoa-m0
place: Minh Họa
issued_on: 2026-01
from: 2026
movement: ba-nhat
signers: []
recipients: []
---
## I. CHỈ TIÊU CẤP TRÊN
`)
	write(t, filepath.Join(site, upper+"targets.yaml"), "- {id: ho-so, clause: I, group: gan-dan, statement: DẤU VẾT chỉ tiêu, owner: tinh-minh-hoa-m0, measure: {kind: none}}\n")
	write(t, filepath.Join(site, upper+"deadlines.yaml"), "- {id: han, clause: I, kind: report, text: DẤU VẾT hạn, date: 2026-12-01, owner: tinh-minh-hoa-m0}\n")
	change(lower+"index.md", "documents: [", "documents: [{id: ba-nhat-tinh-minh-hoa-2026, role: implements, clause: III}, ")
	change(lower+"targets.yaml", "  group: gan-dan\n", "  group: gan-dan\n  aligns: ba-nhat-tinh-minh-hoa-2026#ho-so\n")
	change("content/mo-hinh/camera-an-ninh/index.md", "asked_by: ", "asked_by: [ba-nhat-tinh-minh-hoa-2026#I, ")
	change("content/mo-hinh/camera-an-ninh/index.md", "#III.1.a.1\n", "#III.1.a.1]\n")
	change("content/mo-hinh/camera-an-ninh/index.md", "Camera chữ", "DẤU VẾT camera")
	change("content/phong-trao/ba-nhat/index.md", "Ba nhất chữ", "DẤU VẾT phong trào")
	change("content/gioi-thieu.md", "Trang thường.", "[Xem](/ke-hoach/ba-nhat-tinh-minh-hoa-2026/) [và](/mo-hinh/camera-an-ninh/)")
	return site
}

func TestWithdrawnRecordsLeaveNothingBehind(t *testing.T) {
	for record, trace := range map[string]string{
		"ke-hoach/ba-nhat-tinh-minh-hoa-2026": "DẤU VẾT kế hoạch|DẤU VẾT chỉ tiêu|DẤU VẾT hạn",
		"mo-hinh/camera-an-ninh":              "DẤU VẾT camera",
		"phong-trao/ba-nhat":                  "DẤU VẾT phong trào",
	} {
		t.Run(record, func(t *testing.T) {
			site := related(t)
			file := filepath.Join(site, "content", filepath.FromSlash(record), "index.md")
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			before := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public}))
			text := strings.Replace(string(data), "status: published", "status: withdrawn", 1)
			write(t, file, strings.Replace(text, "history: [", "history: [{date: 2026-10-05, what: Gỡ}, ", 1))
			after := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public}))

			stone := string(after[record+"/index.html"])
			for _, want := range []string{"Nội dung này đã được gỡ", "05/10/2026", `content="noindex"`} {
				if !strings.Contains(stone, want) {
					t.Errorf("its page does not say %q:\n%s", want, stone)
				}
			}
			if after[record+"/index.json"] != nil || before[record+"/index.json"] == nil {
				t.Error("its data are still there")
			}
			for _, words := range strings.Split(trace, "|") {
				shown := false
				for name, data := range before {
					shown = shown || bytes.Contains(data, []byte(words))
					if bytes.Contains(after[name], []byte(words)) {
						t.Errorf("%s still says %q", name, words)
					}
				}
				if !shown {
					t.Errorf("nothing ever said %q", words)
				}
			}
			id := path.Base(record)
			for name, data := range after {
				named := [][]byte{[]byte(`"` + id + `"`), []byte(`"` + id + `#`), []byte(`/` + id + `/`), []byte(">" + id + "<")}
				excused := strings.HasPrefix(name, record+"/") || name == "gioi-thieu/index.html" || strings.HasSuffix(name, "thidua-manifest.json")
				if !excused && slices.ContainsFunc(named, func(as []byte) bool { return bytes.Contains(data, as) }) {
					t.Errorf("%s still names it", name)
				}
			}
			noDeadLinks(t, after)
		})
	}
}

func TestASampleThatWasWithdrawnIsNoPartOfASiteWithoutSamples(t *testing.T) {
	site := related(t)
	file := filepath.Join(site, "content/mo-hinh/camera-an-ninh/index.md")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, file, strings.Replace(string(data), "status: published", "status: withdrawn", 1))
	files := publishTo(t, open(t, build.Options{Source: site, Today: today}))
	if files["mo-hinh/camera-an-ninh/index.html"] != nil {
		t.Error("there is a tombstone")
	}
}

// noDeadLinks follows every link inside the site to a file, and to the place in
// it that the link names.
func noDeadLinks(t *testing.T, files map[string][]byte) {
	t.Helper()
	anchors := map[string]map[string]bool{}
	links := map[string][]string{}
	for name, data := range files {
		if filepath.Ext(name) != ".html" || name == "404.html" {
			continue
		}
		document, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		anchors[name] = map[string]bool{"": true}
		for node := range document.Descendants() {
			for _, attribute := range node.Attr {
				switch attribute.Key {
				case "id":
					anchors[name][attribute.Val] = true
				case "href":
					links[name] = append(links[name], attribute.Val)
				}
			}
		}
	}
	for name, all := range links {
		here, err := url.Parse("/" + strings.TrimSuffix(name, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range all {
			to, err := here.Parse(link)
			if err != nil || to.Host != "" || to.Scheme != "" {
				continue
			}
			target := strings.TrimPrefix(to.Path, "/")
			if target == "" || strings.HasSuffix(target, "/") {
				target += "index.html"
			}
			if files[target] == nil {
				t.Errorf("%s links to %s, which is not there", name, link)
			} else if anchors[target] != nil && !anchors[target][to.Fragment] {
				t.Errorf("%s links to %s, and there is no such place", name, link)
			}
		}
	}
}
