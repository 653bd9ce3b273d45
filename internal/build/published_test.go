package build_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"thidua/internal/build"
)

// What is published as it lies there is looked at, too.
func TestFilesThatArePublishedAsTheyAreAreRead(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`
	for _, test := range []struct{ name, text, want string }{
		{"static/a.csv", "tên,số\nÔng A,0912345678\n", "2:7 personal-number"},
		{"content/tin/a.CSV", "a\nTÀI LIỆU MẬT\n", "2:1 secrecy"},
		{"content/a.txt", "gọi 0912345678", "1:5 personal-number"},
		{"i18n/vi.toml", "[home]\ntitle = \"Gọi 0912345678\"\n", "2:14 personal-number"},
		{"static/a.txt", "Một đoạn chữ.", ""},
		{"static/a.json", "[0.912345678]", ""},
		{"static/.a.csv", "0912345678", ""},
		{"content/mo-hinh/camera-an-ninh/a.txt", "0912345678", ""},
		{"static/a.svg", svg + `<defs><path id="a"/></defs><use xlink:href="#a" fill="url(#b)"/><image href="data:image/png;base64,AA"/></svg>`, ""},
		{"static/a.svg", svg + "\n<script>alert(1)</script></svg>", "2:9 picture-active"},
		{"content/tin/a.svg", svg + `<g onclick="alert(1)"/></svg>`, "picture-active"},
		{"static/a.svg", svg + `<image href="https://evil.example/x.png"/></svg>`, "picture-active"},
		{"static/a.svg", svg + `<style>@import "https://evil.example/x.css";</style></svg>`, "picture-active"},
		{"static/a.svg", svg + `<rect style="fill: url(//evil.example/x)"/></svg>`, "picture-active"},
		{"static/a.svg", `<?xml-stylesheet href="https://evil.example/x.css"?>` + svg + `</svg>`, "picture-active"},
		{"static/a.svg", "<svg", "picture-broken"},
	} {
		site := unpack(t, "chữ")
		write(t, filepath.Join(site, test.name), test.text)
		_, report, err := open(t, build.Options{Source: site, Today: today, Audience: public}).Check(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, problem := range report.Problems {
			if problem.Pos.File == test.name {
				got += fmt.Sprintf("%d:%d %s", problem.Pos.Line, problem.Pos.Column, problem.Rule)
			}
		}
		if (test.want == "") != (got == "") || !strings.HasSuffix(got, test.want) {
			t.Errorf("%s %q: got %q, want %q", test.name, test.text, got, test.want)
		}
	}
}
