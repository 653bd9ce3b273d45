package main

import (
	"bytes"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"
)

// The pictures as they lie beside the exemplars.
func TestPicturesAreOfTheirSize(t *testing.T) {
	for _, p := range pictures {
		t.Run(p.exemplar, func(t *testing.T) {
			file, err := os.ReadFile(filepath.Join("..", "..", "content", "dien-hinh", p.exemplar, fileName))
			if err != nil {
				t.Fatal(err)
			}
			config, err := jpeg.DecodeConfig(bytes.NewReader(file))
			if err != nil || config.Width != width || config.Height != height {
				t.Errorf("%d×%d, %v; want %d×%d", config.Width, config.Height, err, width, height)
			}
			if len(file) > 250<<10 {
				t.Errorf("%d bytes", len(file))
			}
			if got := bytes.Contains(file, []byte("Exif\x00\x00")); got != p.located {
				t.Errorf("tells a place: %v, want %v", got, p.located)
			}
		})
	}
}

func TestAPictureIsTheSameAgain(t *testing.T) {
	for _, p := range pictures {
		file := func() []byte {
			var file bytes.Buffer
			if err := jpeg.Encode(&file, draw(p.scene(), 90, 60), nil); err != nil {
				t.Fatal(err)
			}
			return file.Bytes()
		}
		if !bytes.Equal(file(), file()) {
			t.Errorf("%s differs", p.exemplar)
		}
	}
}
