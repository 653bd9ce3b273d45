// Samplephoto draws the pictures of the fictitious exemplars: flat landscapes
// and rooms, with nobody in them and no place that exists. Without an argument
// it writes them where they lie in this repository:
//
//	go run ./tools/samplephoto [-out content/dien-hinh]
//
// The same program draws the same picture, byte for byte. One of them carries
// where it was "taken", so that it can be seen that a site never publishes that.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"image/jpeg"
	"os"
	"path/filepath"
)

// The size of a picture, that of many a phone's, and how strongly it is packed:
// a file stays below 250 KB.
const (
	width, height = 1600, 1067
	quality       = 78
)

// A picture belongs to the exemplar whose folder it lies in.
type picture struct {
	exemplar string
	scene    func() scene
	located  bool // its file tells a place
}

var pictures = []picture{
	{exemplar: "nhan-vat-minh-hoa-2", scene: meetingTable},
	{exemplar: "to-lien-gia-so-4-xom-2", scene: laneAtDusk},
	{exemplar: "ho-minh-hoa-1", scene: riceField, located: true},
	{exemplar: "tram-y-te-xa-minh-hoa-4", scene: healthStation},
	{exemplar: "ho-minh-hoa-2", scene: widenedLane},
	{exemplar: "nhan-vat-minh-hoa-5", scene: loudspeakers},
	{exemplar: "doan-thanh-nien-xa-minh-hoa-4", scene: helpDesk},
	{exemplar: "to-tu-quan-ben-do", scene: ferryLanding},
}

// fileName is what every exemplar calls its picture.
const fileName = "anh.jpg"

func main() {
	out := flag.String("out", filepath.Join("content", "dien-hinh"), "the folder of the exemplars")
	flag.Parse()
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, "samplephoto:", err)
		os.Exit(1)
	}
}

// write draws every picture into the folder of its exemplar, which has to be
// there.
func write(out string) error {
	for _, p := range pictures {
		file, err := p.file()
		if err != nil {
			return fmt.Errorf("draw %s: %w", p.exemplar, err)
		}
		if err := os.WriteFile(filepath.Join(out, p.exemplar, fileName), file, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// file is the picture as a JPEG.
func (p picture) file() ([]byte, error) {
	var file bytes.Buffer
	if err := jpeg.Encode(&file, draw(p.scene(), width, height), &jpeg.Options{Quality: quality}); err != nil {
		return nil, err
	}
	if p.located {
		return withPlace(file.Bytes()), nil
	}
	return file.Bytes(), nil
}
