package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// What is in static/ is what the program draws.
func TestThePicturesAreTheseOfTheTheme(t *testing.T) {
	for name, picture := range pictures() {
		file, err := os.ReadFile(filepath.Join("..", "..", "static", name))
		if err != nil {
			t.Error(err)
			continue
		}
		held, err := png.Decode(bytes.NewReader(file))
		if err != nil || held.Bounds() != picture.Bounds() {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for y := range held.Bounds().Dy() {
			for x := range held.Bounds().Dx() {
				r, g, b, a := held.At(x, y).RGBA()
				wr, wg, wb, wa := picture.At(x, y).RGBA()
				if r != wr || g != wg || b != wb || a != wa {
					t.Fatalf("%s differs at %d, %d: run go run ./tools/icons static", name, x, y)
				}
			}
		}
	}
}
