package build_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"thidua/internal/build"
	"thidua/internal/vi"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What a reader reads on one page of each kind, with its title and what is
// shared of it. A template that changes shows here as a diff to be read.
func TestPagesAsTheyAreRead(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/pages.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site := t.TempDir()
	for _, file := range archive.Files {
		write(t, filepath.Join(site, file.Name), string(file.Data))
	}
	files := publishTo(t, open(t, build.Options{Source: site, Today: vi.NewDate(2026, 8, 10), Audience: public}))
	for golden, page := range map[string]string{
		"trang-chu":             "",
		"ke-hoach":              "ke-hoach/",
		"ke-hoach-mot":          "ke-hoach/xa-minh-hoa-1-2026/",
		"ke-hoach-chua-co":      "ke-hoach/xa-b-2026/",
		"ke-hoach-nhieu-don-vi": "ke-hoach/tinh-minh-hoa-2026/",
		"don-vi":                "don-vi/",
		"don-vi-xa":             "don-vi/xa-minh-hoa-1-m0001/",
		"don-vi-im-lang":        "don-vi/xa-minh-hoa-2-m0002/",
		"don-vi-chua-co":        "don-vi/xa-b-00001/",
		"don-vi-nhom":           "don-vi/cac-xa-minh-hoa-m0/",
		"phong-trao":            "phong-trao/",
		"phong-trao-mot":        "phong-trao/ba-nhat/",
		"mo-hinh":               "mo-hinh/",
		"mo-hinh-mot":           "mo-hinh/camera/",
		"ket-qua":               "ket-qua/",
		"ket-qua-mot":           "ket-qua/xa-minh-hoa-1-m0001/2026-q1/",
		"cong-nhan":             "cong-nhan/",
		"cong-nhan-mot":         "cong-nhan/xa-dien-hinh/",
		"doi-chieu":             "doi-chieu/",
		"doi-chieu-mot":         "doi-chieu/xa-minh-hoa-1-2026/tinh-minh-hoa-2026/",
		"dien-hinh":             "dien-hinh/",
		"dien-hinh-mot":         "dien-hinh/ho-minh-hoa/",
		"chuyen-muc":            "thi-dua-la-yeu-nuoc/",
		"chuyen-muc-mot":        "thi-dua-la-yeu-nuoc/2026-07/",
		"da-go":                 "thi-dua-la-yeu-nuoc/2026-05/",
		"linh-vuc":              "linh-vuc/",
		"linh-vuc-mot":          "linh-vuc/cai-cach/",
		"dinh-chinh":            "lich-su/",
		"lich":                  "moc-thoi-gian/",
		"trang-thuong":          "gioi-thieu/",
		"khong-co-trang":        "404.html",
		"lien-he":               "lien-he/",
		"cong-khai":             "cong-khai/",
		"so-do":                 "so-do/",
		"tieng-anh":             "en/",
		"tieng-anh-to-chuc":     "en/units/",
		"tieng-anh-tinh":        "en/units/tinh-minh-hoa-m0/",
		"tieng-anh-lien-he":     "en/contacts/",
	} {
		name := page
		if filepath.Ext(name) == "" {
			name += "index.html"
		}
		if files[name] == nil {
			t.Errorf("there is no %s", name)
			continue
		}
		document, err := html.Parse(bytes.NewReader(files[name]))
		if err != nil {
			t.Fatal(err)
		}
		got := readable(document)
		golden = filepath.Join("testdata", "pages", golden+".golden")
		if *update {
			write(t, golden, got)
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: -want +got %s", name, diff)
		}
	}
}

// readable is what a reader meets on a page: its title, what is shared of it, and
// the text of its main part, a block a line, two spaces deeper for each section
// or row that it stands in. A block begins with its tag, a cell with what it is
// called on a narrow screen; links say where they lead, states what they are.
func readable(document *html.Node) string {
	var out strings.Builder
	var visit func(node *html.Node, depth int)
	begin := func(depth int, words string) {
		out.WriteString("\n" + strings.Repeat("  ", depth) + words)
	}
	visit = func(node *html.Node, depth int) {
		switch {
		case node.Type == html.TextNode:
			text := strings.Join(strings.Fields(node.Data), " ")
			if text == "" {
				out.WriteString(" ")
				return
			}
			if first := node.Data[0]; first == ' ' || first == '\n' || first == '\t' {
				text = " " + text
			}
			if last := node.Data[len(node.Data)-1]; last == ' ' || last == '\n' {
				text += " "
			}
			out.WriteString(text)
			return
		case node.Type != html.ElementNode:
		case slices.Contains([]string{"svg", "i"}, node.Data) && attribute(node, "aria-hidden") == "true", attribute(node, "class") == "waffle":
			return
		case slices.Contains([]string{"section", "ul", "ol", "dl", "table", "nav", "article"}, node.Data):
			depth++
		case slices.Contains([]string{"p", "li", "dt", "dd", "tr", "th", "caption", "summary"}, node.Data), strings.HasPrefix(node.Data, "h") && len(node.Data) == 2:
			begin(depth, node.Data+" ")
		case node.Data == "td":
			begin(depth, "td "+attribute(node, "data-label")+": ")
		case node.Data == "span" && attribute(node, "class") == "table__note", node.Data == "div" && node.FirstChild != nil && node.FirstChild.Type == html.TextNode:
			begin(depth+1, "")
		case node.Data == "a" && attribute(node, "class") == "clause__self":
			return
		case node.Data == "a":
			defer out.WriteString("](" + attribute(node, "href") + ")")
			out.WriteString("[")
		case attribute(node, "class") == "status":
			defer out.WriteString("}")
			out.WriteString("{")
		}
		for child := range node.ChildNodes() {
			visit(child, depth)
		}
	}
	for node := range document.Descendants() {
		switch {
		case node.Type != html.ElementNode:
		case node.Data == "title":
			out.WriteString("title " + node.FirstChild.Data)
		case node.Data == "meta" && strings.HasPrefix(attribute(node, "property"), "og:") && attribute(node, "property") != "og:locale":
			begin(0, attribute(node, "property")+" "+attribute(node, "content"))
		case node.Data == "main":
			visit(node, 0)
		}
	}
	lines := strings.Split(out.String(), "\n")
	for i, line := range lines {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		lines[i] = line[:indent] + strings.Join(strings.Fields(line), " ")
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" })
	return strings.Join(lines, "\n") + "\n"
}

// Whoever hears a table is told what it is about, and of each cell which row or
// column it belongs to.
func TestEveryTableHasANameAndHeads(t *testing.T) {
	tables := 0
	for name, data := range referenceSite(t) {
		if filepath.Ext(name) != ".html" {
			continue
		}
		document, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for node := range document.Descendants() {
			switch {
			case node.Type != html.ElementNode:
			case node.Data == "th" && attribute(node, "scope") == "":
				t.Errorf("%s: the head %q has no scope", name, words(node))
			case node.Data == "table":
				tables++
				caption := node.FirstChild
				for caption != nil && caption.Type != html.ElementNode {
					caption = caption.NextSibling
				}
				if caption == nil || caption.Data != "caption" || strings.TrimSpace(words(caption)) == "" {
					t.Errorf("%s: a table has no caption", name)
				}
			}
		}
	}
	if tables < 50 {
		t.Errorf("%d tables", tables)
	}
}
