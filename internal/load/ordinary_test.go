package load_test

import (
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
		"content/tin/toml.md":           "+++\ndraft = true\n+++\n",
		"content/tin/json.html":         "{\"draft\": true}\n",
		"content/tin/mo.md":             "---\ntitle: Tin\n",
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
		"content/tin/toml.md": true, "content/tin/json.html": false, "content/tin/mo.md": false,
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
