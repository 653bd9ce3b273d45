package load_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"thidua/internal/load"
)

// within fails if read takes more work of the processor than an editor would wait
// for on a quiet machine.
func within(t *testing.T, limit time.Duration, read func()) {
	t.Helper()
	if raceEnabled {
		limit *= 10
	}
	begun := cpu()
	read()
	if spent := cpu() - begun; spent > limit {
		t.Errorf("it takes %s", spent)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	const file = "content/ke-hoach/mau/index.md"
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{":1:1 no-front-matter"}},
		{"only a body", "# Kế hoạch\n", []string{":1:1 no-front-matter"}},
		{"an empty line above", "\n---\nstatus: draft\n---\n", []string{":1:1 no-front-matter"}},
		{"nothing between the lines", "---\n---\n", []string{":1:1 no-front-matter"}},
		{"only a comment between the lines", "---\n# x\n---\n", []string{":1:1 no-front-matter"}},
		{"front matter never closed", "---\nstatus: draft\n\n## I. MỤC\n", []string{":1:1 front-matter-open"}},
		{"one line", "---", []string{":1:1 front-matter-open"}},
		{"Latin-1", "---\nabstract: Ti\xeau chu\xe2n\n---\n", []string{":2:13 not-utf8"}},
		{"UTF-16", "\xff\xfe-\x00-\x00-\x00", []string{":1:1 not-utf8"}},
		{"NUL", "---\nabstract: a\x00b\n---\n", []string{":2:12 control-character"}},
		{"escape sequence", "---\r\nabstract: Đ\x1b[31m\r\n---\r\n", []string{":2:12 control-character"}},
		{"direction of writing turned", "---\nabstract: a\u202eb\n---\n", []string{":2:12 control-character"}},
		{"line separator", "---\nabstract: a\u2028b\n---\n", []string{":2:12 control-character"}},
		{"two versions that Git has marked", "---\n<<<<<<< HEAD\nstatus: draft\n=======\nstatus: published\n>>>>>>> xa\n---\n", []string{":2:1 merge-conflict “<<<<<<<”"}},
		{"the end of such a mark, in the body, after Windows", "---\r\nstatus: draft\r\n---\r\n=======\r\n>>>>>>>\r\n", []string{":5:1 merge-conflict “>>>>>>>”"}},
		{"a quotation mark that the next one closes", "---\nabstract: \"Ba nhất\nplace: \"Xã\"\n---\n", []string{":2:11 yaml-quote “\"Ba”"}},
		{"a list for fields", "---\n- status: draft\n---\n", []string{":2:1 not-fields"}},
		{"a sentence for fields", "---\nKế hoạch số 1\n---\n", []string{":2:1 not-fields"}},
		{"no space after the only colon", "---\nstatus:draft\n---\n", []string{":2:1 not-fields"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, problems := read(t, fstest.MapFS{file: {Data: []byte(test.text)}})
			for i := range problems {
				problems[i] = strings.TrimPrefix(problems[i], file)
			}
			if !slices.Equal(problems, test.want) {
				t.Errorf("got %q, want %q", problems, test.want)
			}
			if !slices.Equal(p.Unread, []string{file}) {
				t.Errorf("unread: %q", p.Unread)
			}
		})
	}
}

func TestTextInDecomposedFormIsNormalised(t *testing.T) {
	plan, problems := planOf(t, planFront+"## I. MU\u0323C TIE\u0302U\n")
	if len(problems) != 1 || problems[0] != planFile+":15 not-nfc" || plan.Clauses[0].Title != "MỤC TIÊU" {
		t.Errorf("%q %q", problems, plan.Clauses[0].Title)
	}
}

func TestAnOrdinaryPageCannotTakeTheAddressOfOneFromTheModel(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{
		"content/ke-hoach.md", "content/moc-thoi-gian.html", "content/don-vi/_index.md", "content/don-vi/xa-a-00001/index.md",
		"content/mo-hinh/_index.md", "content/gioi-thieu/ke-hoach.md", "content/don-vi-hoc.md",
	} {
		files[name] = &fstest.MapFile{Data: []byte("---\ntitle: x\n---\n")}
	}
	_, problems := read(t, files)
	want := []string{
		"content/don-vi/_index.md page-taken “_index.md” “”", "content/don-vi/xa-a-00001/index.md page-taken “index.md” “”",
		"content/ke-hoach.md page-taken “ke-hoach.md” “”", "content/mo-hinh/_index.md page-taken “_index.md” “”",
		"content/moc-thoi-gian.html page-taken “moc-thoi-gian.html” “”",
	}
	if !slices.Equal(problems, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(problems, "\n"), strings.Join(want, "\n"))
	}
}

func TestNamesOfFilesAndFolders(t *testing.T) {
	const page = "---\nstatus: draft\ntitle: x\nsummary: x\n---\n"
	files := fstest.MapFS{}
	for _, name := range []string{
		"content/phong-trao/Ba Nhất/index.md", "content/phong-trao/ba_nhat/index.md", "content/phong-trao/a\u0302n/index.md",
		"content/phong-trao/to\u0302t.md", "content/phong-trao/trong/ghi-chu.txt", "content/phong-trao/trong/anh.jpg",
		"content/phong-trao/mau/Index.md", "content/phong-trao/mau/target.yaml", "content/phong-trao/mau/.an.yaml",
		"content/phong-trao/index-la-thu-muc/index.md/index.md",
		"content/ke-hoach/x/targets.yml", "content/ke-hoach/targets.yaml",
		"content/ket-qua/xa-a/2026-q3/index.md", "content/ket-qua/Xã/2026-Q3/index.md", "content/ket-qua/xa-a/index.md",
		"content/thi-dua-la-yeu-nuoc/thang-9/index.md", "content/thi-dua-la-yeu-nuoc/2026-Q3/index.md",
		"content/gioi-thieu.md", "content/tin-tuc/anh.json",
		"data/unit.yaml", "data/units.yml", "data/units/tinh.yaml", "data/khac/x.yaml", "data/a.csv", "data/huong-dan.txt",
	} {
		files[name] = &fstest.MapFile{Data: []byte(page)}
		if strings.HasPrefix(name, "data/units/") {
			files[name].Data = []byte("[]")
		}
	}
	_, problems := read(t, files)
	problems = slices.DeleteFunc(problems, func(s string) bool { return strings.Contains(s, "-field") })
	want := []string{
		"content/ke-hoach/targets.yaml unknown-file “targets.yaml” “deadlines.yaml, index.md, targets.yaml, tasks.yaml”",
		"content/ke-hoach/x no-index “content/ke-hoach/x/index.md”",
		"content/ke-hoach/x/targets.yml unknown-file “targets.yml” “deadlines.yaml, index.md, targets.yaml, tasks.yaml”",
		"content/ket-qua/Xã/2026-Q3 file-name “Xã” “xa”",
		"content/ket-qua/xa-a/2026-q3 file-name “2026-q3” “2026-Q3”",
		"content/ket-qua/xa-a/index.md unknown-file “index.md” “index.md, ledger.jsonl, results.csv”",
		"content/phong-trao/Ba Nhất file-name “Ba Nhất” “ba-nhat”",
		"content/phong-trao/ba_nhat file-name “ba_nhat” “ba-nhat”",
		"content/phong-trao/index-la-thu-muc/index.md not-a-file",
		"content/phong-trao/mau no-index “content/phong-trao/mau/index.md”",
		"content/phong-trao/mau/Index.md unknown-file “Index.md” “index.md”",
		"content/phong-trao/mau/target.yaml unknown-file “target.yaml” “index.md”",
		"content/phong-trao/trong no-index “content/phong-trao/trong/index.md”",
		"content/phong-trao/tôt.md file-name-nfd",
		"content/phong-trao/ân file-name-nfd",
		"content/thi-dua-la-yeu-nuoc/2026-Q3 file-name “2026-Q3” “2026-09”",
		"content/thi-dua-la-yeu-nuoc/thang-9 file-name “thang-9” “2026-09”",
		"data/a.csv unknown-file “a.csv” “units.yaml, documents.yaml, fields.yaml, wording.yaml”",
		"data/khac/x.yaml unknown-file “x.yaml” “units.yaml, documents.yaml, fields.yaml, wording.yaml”",
		"data/unit.yaml unknown-file “unit.yaml” “units.yaml, documents.yaml, fields.yaml, wording.yaml”",
		"data/units.yml unknown-file “units.yml” “units.yaml, documents.yaml, fields.yaml, wording.yaml”",
	}
	if !slices.Equal(problems, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(problems, "\n"), strings.Join(want, "\n"))
	}
}

// A record publishes only files that lie beside it, by their plain names.
func TestFilesThatRecordsName(t *testing.T) {
	for _, test := range []struct{ signed, photo, want string }{
		{"ban-ky.pdf", "anh.jpg", ""},
		{"BAN-KY.PDF", "anh.jpg", "missing-file"},
		{"ban-kí.pdf", "anh.jpg", "missing-file “ban-kí.pdf” “ban-ky.pdf” “content/ke-hoach/mau”"},
		{"../mau-hai/ban-ky.pdf", "anh.jpg", "bad-path"},
		{"../../../config.toml", "anh.jpg", "bad-path"},
		{"/etc/passwd.pdf", "anh.jpg", "bad-path"},
		{`..\ban-ky.pdf`, "anh.jpg", "bad-path"},
		{"C:ban-ky.pdf", "anh.jpg", "bad-path"},
		{".an.pdf", "anh.jpg", "bad-path"},
		{"index.md", "anh.jpg", "bad-path"},
		{"thu-muc.pdf", "anh.jpg", "missing-file “thu-muc.pdf” “” “content/ke-hoach/mau”"},
		{"..", "anh.jpg", "bad-path"},
		{"https://example.org/a.pdf", "anh.jpg", "bad-path"},
		{"ban-ky.pdf", "anh.svg", "bad-path “anh.svg” “.jpg, .jpeg, .png, .webp”"},
		{"ban-ky.pdf", "../../ke-hoach/mau/anh.jpg", "bad-path"},
		{"ban-ky.pdf", "giay-dong-y.pdf", "bad-path"},
		{"ban-ky.pdf", "khong-co.png", "missing-file"},
	} {
		_, problems := read(t, fstest.MapFS{
			planFile:                              {Data: []byte(strings.Replace(planFront, "signers:", "signed_file: '"+test.signed+"'\nsigners:", 1))},
			"content/ke-hoach/mau/ban-ky.pdf":     {Data: []byte("%PDF-1.7\n%%EOF\n")},
			"content/ke-hoach/mau/anh.jpg":        {},
			"content/ke-hoach/mau/.an.pdf":        {},
			"content/ke-hoach/mau/thu-muc.pdf/a":  {},
			"content/ke-hoach/mau-hai/ban-ky.pdf": {},
			"content/dien-hinh/a/anh.jpg":         {Data: picture("jpeg", 300, 200)},
			"content/dien-hinh/a/anh.svg":         {},
			"content/dien-hinh/a/giay-dong-y.pdf": {},
			"content/dien-hinh/a/index.md": {Data: []byte("---\nstatus: draft\ntitle: A\nkind: individual\nunit: b\nstage: new-factor\nyear: 2026\n" +
				"photo: {alt: x, file: '" + test.photo + "'}\n---\n")},
		})
		problems = slices.DeleteFunc(problems, func(s string) bool { return strings.HasSuffix(s, "index.md”") }) // no-index of mau-hai
		got := strings.Join(problems, "\n")
		if test.want == "" && got != "" || !strings.Contains(got, test.want) || len(problems) > 1 {
			t.Errorf("%s, %s: got %s, want %s", test.signed, test.photo, got, test.want)
		}
	}
}

// picture encodes an empty picture; a format other than gif, jpeg and png gives the
// beginning of a png that claims its size.
func picture(format string, width, height int) []byte {
	var out bytes.Buffer
	switch format {
	case "gif":
		_ = gif.Encode(&out, image.NewGray(image.Rect(0, 0, width, height)), nil)
	case "jpeg":
		_ = jpeg.Encode(&out, image.NewGray(image.Rect(0, 0, width, height)), nil)
	default:
		_ = png.Encode(&out, image.NewGray(image.Rect(0, 0, 1, 1)))
		head := out.Bytes()
		binary.BigEndian.PutUint32(head[16:], uint32(width))
		binary.BigEndian.PutUint32(head[20:], uint32(height))
		binary.BigEndian.PutUint32(head[29:], crc32.ChecksumIEEE(head[12:29]))
	}
	return out.Bytes()
}

// A photo is what its name says, and no larger than a camera makes it.
func TestPhotosAreWhatTheyAreCalled(t *testing.T) {
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"anh.jpg", picture("jpeg", 300, 200), ""},
		{"anh.JPEG", picture("jpeg", 300, 200), ""},
		{"anh.png", picture("png", 200, 1_000), ""},
		{"anh.png", picture("jpeg", 3, 2), "photo-format “anh.png” “jpeg” “jpeg”"},
		{"anh.jpg", picture("gif", 3, 2), "photo-format “anh.jpg” “gif” “”"}, // which no end of a name makes right
		{"anh.webp", picture("png", 1, 1), "photo-format “anh.webp” “png” “png”"},
		{"anh.jpg", nil, "photo-broken “anh.jpg”"},
		{"anh.jpg", []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), "photo-broken “anh.jpg”"},
		{"anh.jpg", picture("jpeg", 300, 200)[:20], "photo-broken “anh.jpg”"},
		{"anh.png", picture("png", 60_000, 60_000), "photo-large “anh.png” “60000” “60000” “60”"},
		{"anh.png", picture("png", 1<<31-1, 1<<31-1), "photo-broken"},
		{"anh.png", picture("png", 6_000, 10_000), ""},
		{"anh.png", picture("png", 6_000, 10_001), "photo-large"},
		{"anh.png", picture("png", 40_000, 1), "photo-large"},
		{"anh.png", picture("png", 1, 20_000), "photo-small “anh.png” “1” “20000” “200”"},
		{"anh.png", picture("png", 20_000, 1), "photo-small"},
		{"anh.png", picture("png", 199, 199), "photo-small"},
		{"anh.png", picture("png", 200, 1_001), "photo-thin “anh.png” “200” “1001” “5”"},
		{"anh.png", picture("png", 20_000, 1_000), "photo-thin"},
	} {
		_, problems := read(t, fstest.MapFS{
			"content/dien-hinh/a/" + test.name: {Data: test.data},
			"content/dien-hinh/a/index.md": {Data: []byte("---\nstatus: draft\ntitle: A\nkind: individual\nunit: b\nstage: new-factor\nyear: 2026\n" +
				"photo: {alt: x, file: '" + test.name + "'}\n---\n")},
		})
		got := strings.Join(problems, "\n")
		if (test.want == "") != (got == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s of %d bytes: got %q, want %q", test.name, len(test.data), got, test.want)
		}
	}
}

// The site of a unit is a link on its page.
func TestTheSiteOfAUnitIsAWebAddress(t *testing.T) {
	_, problems := read(t, site("-- data/units.yaml --\n- {id: xa-a-00001, name: A, kind: commune, code: 00001, contacts: [{kind: website, value: 'javascript:alert(1)'}]}\n"))
	if want := "data/units.yaml:1:91 bad-url “value” “javascript:alert(1)”"; len(problems) != 1 || problems[0] != want {
		t.Errorf("got %q, want %q", problems, want)
	}
}

// A signed file is a whole PDF of a size that readers can load.
func TestSignedFilesAreWholePDFs(t *testing.T) {
	const page = "%PDF-1.7\n1 0 obj\n"
	for _, test := range []struct {
		name, data, want string
	}{
		{"one", page + "%%EOF", ""},
		{"one that a scanner filled up", "\xef\xbb\xbf" + page + "%%EOF\r\n" + strings.Repeat("\x00", 2000), ""},
		{"none", "", "signed-broken “a.pdf”"},
		{"a page of the web", "<!DOCTYPE html><title>Đăng nhập</title>", "signed-broken “a.pdf”"},
		{"half of one", page + strings.Repeat("x", 9000), "signed-broken “a.pdf”"},
		{"one that another file holds", strings.Repeat("x", 2000) + page + "%%EOF", "signed-broken “a.pdf”"},
		{"a huge one", page + strings.Repeat("x", 51<<20) + "%%EOF", "signed-large “a.pdf” “51” “50”"},
	} {
		_, problems := read(t, fstest.MapFS{
			planFile:                     {Data: []byte(strings.Replace(planFront, "signers:", "signed_file: a.pdf\nsigners:", 1))},
			"content/ke-hoach/mau/a.pdf": {Data: []byte(test.data)},
		})
		got := strings.Join(problems, "\n")
		if (test.want == "") != (got == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// A missing file that is put there later is seen, although the record that
// names it has not changed.
func TestANamedFileMayComeLater(t *testing.T) {
	files := fstest.MapFS{planFile: {Data: []byte(strings.Replace(planFront, "signers:", "signed_file: a.pdf\nsigners:", 1))}}
	loader := load.New(files)
	for _, want := range []int{1, 0} {
		_, problems, err := loader.Load(t.Context())
		if err != nil || len(problems) != want {
			t.Errorf("want %d problems: %q, %v", want, told(problems), err)
		}
		files["content/ke-hoach/mau/a.pdf"] = &fstest.MapFile{Data: []byte("%PDF-1.7\n%%EOF\n")}
	}
}

func TestLinksAndPipesAreRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no symbolic links, no pipes")
	}
	dir := t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.MkdirAll(filepath.Join(dir, "content/ke-hoach/mau"), 0o755))
	must(os.MkdirAll(filepath.Join(dir, "data"), 0o755))
	must(os.WriteFile(filepath.Join(dir, "ngoai.md"), []byte(planFront), 0o644))
	must(os.Symlink("../../../ngoai.md", filepath.Join(dir, "content/ke-hoach/mau/index.md")))
	must(os.Symlink("vong", filepath.Join(dir, "content/ke-hoach/vong")))
	must(os.Symlink("..", filepath.Join(dir, "content/ke-hoach/len")))
	must(os.Symlink("/etc/passwd", filepath.Join(dir, "data/units.yaml")))
	must(syscall.Mkfifo(filepath.Join(dir, "data/fields.yaml"), 0o644))
	root, err := os.OpenRoot(dir)
	must(err)
	defer root.Close()
	within(t, time.Second, func() {
		p, problems := read(t, root.FS())
		want := []string{
			"content/ke-hoach/len symlink", "content/ke-hoach/mau/index.md symlink", "content/ke-hoach/vong symlink",
			"data/fields.yaml not-a-file", "data/units.yaml symlink",
		}
		if !slices.Equal(problems, want) || len(p.Plans) > 0 {
			t.Errorf("%q", problems)
		}
	})
	must(os.RemoveAll(filepath.Join(dir, "content")))
	must(os.Symlink("/etc", filepath.Join(dir, "content")))
	if _, problems := read(t, root.FS()); !slices.Contains(problems, "content symlink") {
		t.Errorf("%q", problems)
	}
}

func TestAnEmptySiteIsNoTrouble(t *testing.T) {
	for _, files := range []fstest.MapFS{{}, {"content": {Mode: fs.ModeDir | 0o755}, "data": {Mode: fs.ModeDir | 0o755}}} {
		if p, problems := read(t, files); len(problems) > 0 || len(p.Plans) > 0 {
			t.Errorf("%q", problems)
		}
	}
	_, problems := read(t, fstest.MapFS{"content/ke-hoach/trong": {Mode: fs.ModeDir | 0o755}})
	if !slices.Equal(problems, []string{"content/ke-hoach/trong no-index “content/ke-hoach/trong/index.md”"}) {
		t.Errorf("%q", problems)
	}
}

// locked is a site in which one file may not be read.
type locked struct {
	fstest.MapFS
	name string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func (l locked) ReadFile(name string) ([]byte, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadFile(name)
}

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadDir(name)
}

// What may not be read is a trouble of the machine, and named.
func TestUnreadableFilesStopTheBuild(t *testing.T) {
	for _, name := range []string{planFile, "content/ke-hoach", "content", "data"} {
		site := locked{fstest.MapFS{planFile: {Data: []byte(planFront)}, "data/units.yaml": {}}, name}
		_, _, err := load.New(site).Load(t.Context())
		if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Nothing that somebody puts into a file makes the program hang: the time grows
// with its size, not with the square of it.
func TestHostileFilesAreReadQuickly(t *testing.T) {
	fill := func(unit string) string { return strings.Repeat(unit, 300_000/len(unit)) }
	var units strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&units, "- id: xa-%05d\n  name: Xã %d\n  kind: commune\n  code: %05d\n", i, i, i)
	}
	var fields strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&fields, "f%05d: x\n", i)
	}
	const rows = "content/ke-hoach/mau/targets.yaml"
	for _, test := range []struct{ name, file, text string }{
		{"brackets", rows, strings.Repeat("[", 100_000)},
		{"nested lists", rows, strings.Repeat("- ", 100_000)},
		{"nested fields", rows, strings.Repeat("{a: ", 100_000)},
		{"nested parts", rows, "- measure: " + strings.Repeat("{kind: all-of, parts: [", 3000) + strings.Repeat("]}", 3000)},
		{"aliases", rows, "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d]\n"},
		{"ten thousand units", "data/units.yaml", units.String()},
		{"wrong fields", planFile, "---\n" + fields.String() + "---\n"},
		{"bullets", planFile, planFront + fill("- x\n")},
		{"paragraphs", planFile, planFront + fill("x\n\n")},
		{"headings", planFile, planFront + fill("## I. X\n")},
		{"numbers", planFile, planFront + fill("1. x\n\n")},
		{"one long line", planFile, planFront + fill("x")},
		{"a long paragraph", planFile, planFront + fill("x\n")},
		{"stars", planFile, planFront + fill("*")},
		{"stars and letters", planFile, planFront + fill("*a ")},
		{"emphasis open", planFile, planFront + fill("**a*b ")},
		{"brackets in text", planFile, planFront + fill("[")},
		{"links open", planFile, planFront + fill("[a](")},
		{"links nested", planFile, planFront + fill("[a](b")},
		{"bullets in bullets", planFile, planFront + fill("- ")},
		{"a deep indent", planFile, planFront + strings.Repeat(" ", 1<<20) + "x"},
		{"quotations in a story", "content/mo-hinh/mau/index.md", "---\nstatus: draft\n---\n" + fill("> ")},
		{"a table in a story", "content/mo-hinh/mau/index.md", "---\nstatus: draft\n---\n" + fill("|a") + "\n" + fill("|-")},
		{"a large CSV", "content/ket-qua/a/2026/results.csv", "target,value\n" + fill("mot,95\n")},
		{"a CSV of quotation marks", "content/ket-qua/a/2026/results.csv", "target,value\n" + fill("\"\n")},
	} {
		t.Run(test.name, func(t *testing.T) {
			within(t, 3*time.Second, func() { read(t, fstest.MapFS{test.file: {Data: []byte(test.text)}}) })
		})
	}
}

func TestTooLargeFilesAreNotRead(t *testing.T) {
	for name, size := range map[string]int{planFile: 5 << 20, "content/ke-hoach/mau/targets.yaml": 5 << 20, "content/ket-qua/a/2026/results.csv": 50 << 20, "content/ket-qua/a/2026/ledger.jsonl": 50 << 20} {
		data := bytes.Repeat([]byte("x"), size+1)
		p, problems := read(t, fstest.MapFS{name: {Data: data}})
		want := fmt.Sprintf("%s file-too-large “%d”", name, size>>20)
		if !slices.Contains(problems, want) || !slices.Contains(p.Unread, name) {
			t.Errorf("%q %q", problems, p.Unread)
		}
	}
}

// A name that is no text can be opened by nobody, and is told like any other.
func TestNamesOfBrokenBytesAreTold(t *testing.T) {
	_, problems := read(t, fstest.MapFS{
		"content/gioi-thieu\xff.md":         {},
		"content/phong-trao/a\xff/index.md": {},
		"data/units/b\xff.yaml":             {},
	})
	want := []string{"content/gioi-thieu�.md file-name-bytes", "content/phong-trao/a� file-name-bytes", "data/units/b�.yaml file-name-bytes"}
	if !slices.Equal(problems, want) {
		t.Errorf("got %q, want %q", problems, want)
	}
}
