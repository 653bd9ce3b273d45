package build_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thidua/internal/build"
)

// What a reader needs to cite a clause and to find what refers to it stands in
// the page itself; a script only copies it.
func TestAClauseIsCitedWithoutScript(t *testing.T) {
	files := publishTo(t, open(t, build.Options{Source: unpack(t, "chữ"), Today: today, Audience: public}))
	page := string(files["ke-hoach/ba-nhat-xa-minh-hoa-1-2026/index.html"])
	for what, want := range map[string]string{
		"the name of a clause":     `href="#muc-iii-1-a-1">gạch đầu dòng 1, điểm a khoản 1 Mục III</a>`,
		"the name of the document": `<b>Kế hoạch chữ số …/KH-UBND tháng 3/2026 của Xã Minh Họa 1 chữ</b>`,
		"the note on the source":   `href="#nguon-muc-iii"`,
		"the end of the list":      `<li>chữ.</li>`,
		"a target":                 `href="#chi-tieu-ho-so"`,
		"a deadline":               `href="#moc-bao-cao"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is missing: %s", what, want)
		}
	}
	document, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	var fragments []string
	for node := range document.Descendants() {
		if node.Data == "button" {
			t.Error("a button that does nothing without script")
		}
		for _, attribute := range node.Attr {
			switch {
			case attribute.Key == "id" && ids[attribute.Val]:
				t.Errorf("two parts are called %q", attribute.Val)
			case attribute.Key == "id":
				ids[attribute.Val] = true
			case attribute.Key == "href" && strings.HasPrefix(attribute.Val, "#"):
				fragments = append(fragments, attribute.Val[1:])
			}
		}
	}
	for _, fragment := range fragments {
		if !ids[fragment] {
			t.Errorf("#%s leads nowhere", fragment)
		}
	}
}
