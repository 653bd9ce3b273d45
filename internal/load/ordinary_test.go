package load_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Ordinary pages are Hugo's to read; here only their words count, drafts apart.
func TestTheWordsOfOrdinaryPages(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/_index.md":             "trang chủ",
		"content/gioi-thieu.md":         "---\ntitle: Giới thiệu\ndraft: false\n---\ndraft: true",
		"content/tin/yaml.md":           "---\ntitle: Tin\ndraft: true\n---\n",
		"content/tin/chu-hoa.MD":        "---\nDraft: true\n---\n",
		"content/tin/so-lieu.csv":       "không phải trang",
		"content/.an/bai.md":            "không xuất bản",
		"content/ke-hoach/a/anh.html":   "cạnh bản ghi",
		"content/moc-thoi-gian/bang.md": "chỗ của trang khác",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p, _ := read(t, files)
	want := map[string]bool{ // is it a draft?
		"content/_index.md": false, "content/gioi-thieu.md": false, "content/tin/yaml.md": true,
		"content/tin/chu-hoa.MD": true,
	}
	for _, page := range p.Pages {
		draft, known := want[page.Pos.File]
		if !known || page.Draft != draft || page.Text != string(files[page.Pos.File].Data) {
			t.Errorf("%s: draft %t, %q", page.Pos.File, page.Draft, page.Text)
		}
		delete(want, page.Pos.File)
	}
	if len(want) > 0 {
		t.Errorf("not read: %v", want)
	}
}

// The front matter of an ordinary page is read as that of a record, so that no
// way of writing hides a field that would take the page of a record away.
func TestTheFrontMatterOfOrdinaryPages(t *testing.T) {
	for text, want := range map[string]string{
		"chữ":          "",
		"- mục\n- mục": "",
		"---\ntitle: Tin\nparams: {type: a}\n---\n": "",
		"---\ntitle: Tin\nurl: /a/\n---\n":          "3:1 page-field “url”",
		"---\n{title: Tin, 'URL': /a/}\n---\n":      "2:14 page-field “URL”",
		"---\n\"\\x75rl\": /a/\n---\n":              "2:1 page-field “url”",
		"---\ncascade:\n  draft: true\n---\n":       "2:1 page-field “cascade”",
		"---\n- url\n---\n":                         "1:1 page-front",
		"\n---\nurl: /a/\n---\n":                    "1:1 page-front",
		"+++\nurl = '/a/'\n+++\n":                   "1:1 page-front",
		"{\"url\": \"/a/\"}\n":                      "1:1 page-front",
		"#+URL: /a/\n":                              "1:1 page-front",
		"---\ntitle: Tin\n":                         "1:1 front-matter-open",
		"---\na: &a {url: /a/}\n---\n":              "2:4 yaml-alias “&a”",
	} {
		_, problems := read(t, fstest.MapFS{"content/tin/a.md": {Data: []byte(text)}})
		got := ""
		for _, p := range problems {
			got += strings.TrimPrefix(p, "content/tin/a.md:")
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Hugo shows one of two pages that it gives one address, without a word.
func TestNoOrdinaryPageMeetsAnother(t *testing.T) {
	for names, want := range map[string]string{
		"_index.md":                          "",
		"gioi-thieu.md|gioi-thieu.en.md":     "",
		"tin/_index.md|tin/a.md|tin/b/a.md":  "",
		"tin/index.md|tin/anh.jpg":           "",
		"tin/HOA.MD":                         "content/tin/HOA.MD page-name “HOA.MD” “hoa.md”",
		"😀.md":                               "content/😀.md page-name “😀.md” “ten-khong-dau.md”",
		"don vi/_index.md":                   "content/don vi/_index.md page-name “don vi” “don-vi”",
		"tim xa.md":                          "content/tim xa.md page-name “tim xa.md” “tim-xa.md”",
		"Ke-hoach.md":                        "content/Ke-hoach.md page-name “Ke-hoach.md” “ke-hoach.md”",
		"ke hoach/a.md":                      "content/ke hoach/a.md page-name “ke hoach” “ke-hoach”",
		"gioi-thieu.vi.md":                   "content/gioi-thieu.vi.md page-name “gioi-thieu.vi.md” “gioi-thieu-vi.md”",
		"units.en.md|units.md":               "content/units.en.md page-taken “units.en.md” “”",
		"404.md":                             "content/404.md page-taken “404.md” “”",
		"index.md|gioi-thieu.md":             "content/index.md page-taken “index.md” “”",
		"Gioi-thieu.md|gioi-thieu.md":        "content/Gioi-thieu.md page-name “Gioi-thieu.md” “gioi-thieu.md”",
		"gioi-thieu.md|gioi-thieu/index.md":  "content/gioi-thieu.md page-twice “content/gioi-thieu/index.md”",
		"gioi-thieu.md|gioi-thieu/_index.md": "content/gioi-thieu.md page-twice “content/gioi-thieu/_index.md”",
		"gioi-thieu.md|gioi-thieu.markdown":  "content/gioi-thieu.md page-twice “content/gioi-thieu.markdown”",
		"tin/index.md|tin/a.md":              "content/tin/a.md page-hidden “content/tin/index.md” “content/tin/_index.md”",
		"tin/index.md|tin/b/index.md":        "content/tin/b/index.md page-hidden “content/tin/index.md” “content/tin/_index.md”",
	} {
		files := fstest.MapFS{}
		for name := range strings.SplitSeq(names, "|") {
			files["content/"+name] = &fstest.MapFile{Data: []byte("chữ")}
		}
		_, problems := read(t, files)
		if got := strings.Join(problems, "\n"); got != want {
			t.Errorf("%s:\n got %s\nwant %s", names, got, want)
		}
	}
}

// Nothing on a page is fetched from others, and no code runs.
func TestOrdinaryPagesBringNothingFromElsewhere(t *testing.T) {
	for text, want := range map[string]string{
		"![a](/hinh.png) ![b](hinh.png)":                       "",
		"`![a](https://evil.example/x.png)`":                   "",
		"[a](https://thidua.example/)":                         "",
		"chữ {{< youtube abc >}}":                              "1:5 page-shortcode",
		"---\ntitle: a\n---\n\n{{% figure src=\"/a.png\" %}}":  "5:1 page-shortcode",
		"a {{</* gist */>}}":                                   "1:3 page-shortcode",
		"---\ntitle: a\n---\nchữ ![a](https://evil.example/x)": "4:10 page-picture “https://evil.example/x”",
		"![a](//evil.example/x)":                               "1:6 page-picture “//evil.example/x”",
		"![a][b]\n\n[b]: http://evil.example/x":                "3:6 page-picture “http://evil.example/x”",
		"- ![a](data:image/png;base64,AA)":                     "1:8 page-picture “data:image/png;base64,AA”",
	} {
		_, problems := read(t, fstest.MapFS{"content/tin/a.md": {Data: []byte(text)}})
		got := ""
		for _, p := range problems {
			got += strings.TrimPrefix(p, "content/tin/a.md:")
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestPagesAreMarkdown(t *testing.T) {
	for name, refused := range map[string]bool{
		"content/tin/a.html":      true,
		"content/tin/a.ORG":       true,
		"content/tin/a.mdown":     true,
		"content/_content.gotmpl": true,
		"content/tin/a.pdf":       false,
	} {
		_, problems := read(t, fstest.MapFS{name: {Data: []byte("a")}})
		if got := strings.Contains(strings.Join(problems, "\n"), name+" page-format"); got != refused {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func TestWhereTheTextOfARecordStands(t *testing.T) {
	p, problems := read(t, site("-- content/mo-hinh/camera/index.md --\n---\nstatus: draft\ntitle: Camera\nsummary: a\nlocation_precision: none\n---\nMột\n\nHai đá đá\n"))
	if len(problems) > 0 || len(p.Models) != 1 {
		t.Fatal(problems)
	}
	text := p.Models[0].Manuscript
	for offset, want := range map[int]string{0: "7:1", len("Một\n\nHai đ"): "9:6", len(text.Text): "10:1"} {
		if got := text.At(offset).String(); got != "content/mo-hinh/camera/index.md:"+want {
			t.Errorf("byte %d is at %s, want %s", offset, got, want)
		}
	}
}
