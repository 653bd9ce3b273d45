// Command icons draws the pictures of the theme that browsers and messengers
// want as PNG: the mark in the sizes of home screens, and the card that stands
// beside a link which has no picture of its own.
//
//	go run ./tools/icons static
package main

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"

	"golang.org/x/image/draw"
	"golang.org/x/image/vector"
)

var (
	lacquer = color.RGBA{0x9d, 0x14, 0x19, 0xff}
	thread  = color.RGBA{0xe6, 0xbd, 0x62, 0xff}
	gold    = color.RGBA{0xc8, 0x95, 0x2b, 0xff}
	paper   = color.RGBA{0xff, 0xff, 0xff, 0xff}
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: icons DIR")
		os.Exit(2)
	}
	for name, picture := range pictures() {
		if err := save(filepath.Join(os.Args[1], name), picture); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// pictures are those of static/, by their names.
func pictures() map[string]image.Image {
	list := map[string]image.Image{"chia-se.png": card(1200, 630)}
	for name, size := range map[string]int{"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512} {
		c := newCanvas(size, size, lacquer)
		c.mark(float64(size)/2, float64(size)/2, float64(size)*0.4) // inside what round masks leave
		list[name] = c.RGBA
	}
	return list
}

func save(name string, picture image.Image) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(file, picture)
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}

// card is the mark on paper, below the saw teeth and above the circles that
// frame every page.
func card(width, height int) image.Image {
	c := newCanvas(width, height, paper)
	w, h := float64(width), float64(height)
	const tooth = 30.0
	c.fill(lacquer, point{0, 0}, point{w, 0}, point{w, tooth}, point{0, tooth})
	for x := 0.0; x < w; x += tooth {
		c.fill(gold, point{x, tooth}, point{x + tooth, tooth}, point{x + tooth/2, tooth * 1.8})
	}
	for x := tooth; x < w; x += 2 * tooth {
		c.ring(gold, x, h-1.6*tooth, tooth-4, 4)
		c.disc(lacquer, x, h-1.6*tooth, tooth/4)
	}
	c.mark(w/2, h/2-5, 190)
	return c.RGBA
}

type point struct{ x, y float64 }

// A canvas is filled with shapes, from the back to the front.
type canvas struct{ *image.RGBA }

func newCanvas(width, height int, ground color.RGBA) canvas {
	c := canvas{image.NewRGBA(image.Rect(0, 0, width, height))}
	draw.Draw(c, c.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	return c
}

// fill fills a polygon.
func (c canvas) fill(with color.RGBA, corners ...point) {
	box := image.Rectangle{}
	for _, p := range corners {
		box = box.Union(image.Rect(int(p.x)-1, int(p.y)-1, int(p.x)+2, int(p.y)+2))
	}
	box = box.Intersect(c.Bounds())
	left, top := float64(box.Min.X), float64(box.Min.Y)
	pen := vector.NewRasterizer(box.Dx(), box.Dy())
	for i, p := range corners {
		if i == 0 {
			pen.MoveTo(float32(p.x-left), float32(p.y-top))
		} else {
			pen.LineTo(float32(p.x-left), float32(p.y-top))
		}
	}
	pen.ClosePath()
	pen.Draw(c, box, image.NewUniform(with), image.Point{})
}

// around gives points on circles about a centre, in turn of the radii given,
// beginning at the top.
func around(x, y float64, count int, radii ...float64) (points []point) {
	for i := range count {
		radius := radii[i%len(radii)]
		turn := 2 * math.Pi * float64(i) / float64(count)
		points = append(points, point{x + radius*math.Sin(turn), y - radius*math.Cos(turn)})
	}
	return points
}

func (c canvas) disc(with color.RGBA, x, y, radius float64) {
	c.fill(with, around(x, y, 180, radius)...)
}

// ring is a circle on paper, its line inside the radius.
func (c canvas) ring(with color.RGBA, x, y, radius, width float64) {
	c.disc(with, x, y, radius)
	c.disc(paper, x, y, radius-width)
}

// mark is the drum: a star of 14 rays inside a ring of beads and a line.
func (c canvas) mark(x, y, radius float64) {
	c.disc(lacquer, x, y, radius)
	c.disc(thread, x, y, radius*0.855)
	c.disc(lacquer, x, y, radius*0.80)
	for _, bead := range around(x, y, 36, radius*0.705) {
		c.disc(thread, bead.x, bead.y, radius*0.032)
	}
	c.fill(thread, around(x, y, 28, radius*0.575, radius*0.28)...)
}
