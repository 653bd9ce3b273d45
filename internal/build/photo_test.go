package build_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/internal/build"
	"thidua/internal/check"
)

const photoFolder = "content/dien-hinh/to-minh-hoa-1"

// withPhoto is a site with one exemplar and its photo.
func withPhoto(t testing.TB, photo []byte) string {
	site := unpack(t, "chữ")
	write(t, filepath.Join(site, photoFolder, "index.md"), `---
status: published
approved_by: Ban biên tập
approved_on: 2026-03-02
sample: true
title: Tổ minh họa 1
kind: collective
unit: xa-minh-hoa-1-m0001
history: [{date: 2026-03-02, what: Đăng lần đầu, by: Ban biên tập}]
stage: new-factor
year: 2026
consent:
  - {by: representative, kind: sample, date: 2026-03-01}
photo: {file: anh.jpg, alt: Một tổ họp bên gốc cây, credit: Ảnh minh họa}
---
Chữ.
`)
	write(t, filepath.Join(site, photoFolder, "anh.jpg"), string(photo))
	return site
}

// amend adds lines to the front matter of a record.
func amend(t testing.TB, name, lines string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	write(t, name, strings.Replace(string(data), "\n---\n", "\n"+lines+"---\n", 1))
}

// camera is a photo as a telephone writes it that was held upright: the picture
// lies on its side, and what turns it stands in the EXIF, with the place.
func camera(t testing.TB, width, height int) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		for y := range height {
			picture.Set(x, y, color.RGBA{R: uint8(x), G: uint8(y), B: 90, A: 255})
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, nil); err != nil {
		t.Fatal(err)
	}
	exif := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00" + // little-endian, one directory at 8
		"\x01\x00" + "\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00" + // orientation 6: turn right
		"\x00\x00\x00\x00" + "GPS 18.69 105.68")
	head := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
	return slices.Concat(out.Bytes()[:2], head, exif, out.Bytes()[2:])
}

// A photo is published small, upright, and without what the camera wrote into it.
func TestPhotosArePublishedSmallAndBare(t *testing.T) {
	original := camera(t, 1200, 800)
	site, cache := withPhoto(t, original), t.TempDir()
	first := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public, Cache: cache}))
	page := string(first["dien-hinh/to-minh-hoa-1/index.html"])
	for _, want := range []string{`alt="Một tổ họp bên gốc cây"`, "Ảnh minh họa", `width="800"`, `height="1200"`, "480w"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s:\n%s", want, page)
		}
	}
	formats := map[string]int{}
	for name, data := range first {
		if bytes.Equal(data, original) {
			t.Errorf("%s is the original", name)
		}
		if ext := filepath.Ext(name); ext == ".jpg" || ext == ".webp" {
			formats[ext]++
			if bytes.Contains(data, []byte("Exif")) || bytes.Contains(data, []byte("GPS")) {
				t.Errorf("%s tells what the camera wrote", name)
			}
		}
	}
	if want := map[string]int{".jpg": 4, ".webp": 3}; !maps.Equal(formats, want) {
		t.Errorf("published %v, want %v", formats, want)
	}

	if left, err := os.ReadDir(site); err != nil || slices.ContainsFunc(left, func(e os.DirEntry) bool { return strings.HasPrefix(e.Name(), ".") }) {
		t.Errorf("the site holds %v, %v", left, err)
	}

	// The second build takes them from the cache: what lies there is what comes out.
	kept, err := filepath.Glob(filepath.Join(cache, "_gen", "*", "*", "*", "*.webp"))
	if err != nil || len(kept) != 3 {
		t.Fatalf("the cache keeps %v, %v", kept, err)
	}
	second := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public, Cache: cache}))
	if !maps.EqualFunc(first, second, bytes.Equal) {
		t.Error("a warm cache makes another site")
	}
	mark := slices.Concat(first["dien-hinh/to-minh-hoa-1/"+filepath.Base(kept[0])], []byte("kept"))
	if err := os.WriteFile(kept[0], mark, 0o600); err != nil {
		t.Fatal(err)
	}
	third := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public, Cache: cache}))
	if !bytes.Equal(third["dien-hinh/to-minh-hoa-1/"+filepath.Base(kept[0])], mark) {
		t.Error("the cache is not read")
	}
}

// A photo that is damaged behind its first bytes is found where it is made small.
func TestADamagedPhotoIsNamed(t *testing.T) {
	whole := camera(t, 1200, 800)
	site := withPhoto(t, whole[:len(whole)/2])
	problem := problemsOf(t, site).Problems[0]
	if problem.Rule != "photo-broken" || problem.Pos.File != photoFolder+"/anh.jpg" {
		t.Errorf("%+v", problem)
	}
}

// A film is a link that says where it leads, with its words and a picture that
// is treated as every photo; the page asks nothing of the other site.
func TestAFilmIsALinkWithItsWords(t *testing.T) {
	photo := camera(t, 1200, 800)
	site := withPhoto(t, photo)
	const video = `video: {url: "https://video.example/to-1", title: Một buổi họp tổ, transcript: "Lời thứ nhất.\n\nLời thứ hai.", poster: {file: bia.jpg, alt: Bìa của video}}
`
	amend(t, filepath.Join(site, photoFolder, "index.md"), video)
	write(t, filepath.Join(site, photoFolder, "bia.jpg"), string(photo))
	issue := "content/thi-dua-la-yeu-nuoc/2026-02"
	write(t, filepath.Join(site, issue, "index.md"), `---
status: published
approved_by: Ban biên tập
approved_on: 2026-03-02
sample: true
history: [{date: 2026-03-02, what: Đăng lần đầu, by: Ban biên tập}]
title: Số tháng 02
figure: {value: "97,5%", text: hồ sơ xong đúng hạn}
exemplars: [to-minh-hoa-1]
photo: {file: anh.jpg, alt: Ảnh của số này}
`+video+`---
Chữ.
`)
	for _, name := range []string{"anh.jpg", "bia.jpg"} {
		write(t, filepath.Join(site, issue, name), string(photo))
	}
	files := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public, Cache: t.TempDir()}))
	for _, name := range []string{"dien-hinh/to-minh-hoa-1/index.html", "thi-dua-la-yeu-nuoc/2026-02/index.html"} {
		page := string(files[name])
		for _, want := range []string{`href="https://video.example/to-1"`, "Xem video ở video.example", "rời khỏi cổng", "<p>Lời thứ nhất.</p>", "<p>Lời thứ hai.</p>", `alt="Bìa của video"`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		for _, unwanted := range []string{"<iframe", "<video", `src="https://video`, `rel="preconnect"`} {
			if strings.Contains(page, unwanted) {
				t.Errorf("%s has %s", name, unwanted)
			}
		}
	}
	for name, want := range map[string]string{
		"thi-dua-la-yeu-nuoc/2026-02/index.html":  `alt="Ảnh của số này"`,
		"thi-dua-la-yeu-nuoc/index.html":          "97,5%",
		"thi-dua-la-yeu-nuoc/nam/2026/index.html": "Số tháng 02",
		"dien-hinh/index.html":                    `width="240" height="180" alt="Một tổ họp bên gốc cây" loading="lazy"`,
	} {
		if !strings.Contains(string(files[name]), want) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
}

// Without its words, or at an address that is not safe, a film is an error.
func TestAFilmNeedsItsWordsAndASafeAddress(t *testing.T) {
	for video, field := range map[string]string{
		`{url: "https://video.example/a", title: A}`:                                                     "transcript",
		`{url: "http://video.example/a", title: A, transcript: Lời.}`:                                    "https://",
		`{url: "javascript:alert(1)", title: A, transcript: Lời.}`:                                       "https://",
		`{url: "https://a b.example/", title: A, transcript: Lời.}`:                                      "https://",
		`{url: "https://video.example/a", title: A, transcript: Lời., poster: {file: ../a.jpg, alt: A}}`: "../a.jpg",
	} {
		site := withPhoto(t, camera(t, 400, 300))
		amend(t, filepath.Join(site, photoFolder, "index.md"), "video: "+video+"\n")
		message, _ := check.Words(problemsOf(t, site).Problems[0], check.Vietnamese)
		if !strings.Contains(message, field) {
			t.Errorf("%s: %q does not say %q", video, message, field)
		}
	}
}
