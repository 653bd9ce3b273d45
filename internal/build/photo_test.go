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
	if want := map[string]int{".jpg": 3, ".webp": 2}; !maps.Equal(formats, want) {
		t.Errorf("published %v, want %v", formats, want)
	}

	if left, err := os.ReadDir(site); err != nil || slices.ContainsFunc(left, func(e os.DirEntry) bool { return strings.HasPrefix(e.Name(), ".") }) {
		t.Errorf("the site holds %v, %v", left, err)
	}

	// The second build takes them from the cache: what lies there is what comes out.
	kept, err := filepath.Glob(filepath.Join(cache, "_gen", "*", "*", "*", "*.webp"))
	if err != nil || len(kept) != 2 {
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
