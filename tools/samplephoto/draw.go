package main

import (
	"image"
	"image/color"
	"math"
)

// A scene is what stands in a picture, from the back to the front. Its plane is
// 150 wide and 100 high, whatever the picture has in pixels.
type scene []shape

const planeWidth, planeHeight = 150.0, 100.0

// A shape is a surface with two colours, one above, one below, and so much grain
// that it does not look painted.
type shape struct {
	corners      []point // of a polygon; none: an ellipse
	centre       point
	radius       point
	above, under color.RGBA
	grain        float64
}

type point struct{ x, y float64 }

// rgb is a colour as it is written in style sheets: 0xRRGGBB.
func rgb(c uint32) color.RGBA {
	return color.RGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 255}
}

// polygon takes its corners as x, y, x, y, …
func polygon(above, under uint32, grain float64, corners ...float64) shape {
	s := shape{above: rgb(above), under: rgb(under), grain: grain}
	for i := 0; i+1 < len(corners); i += 2 {
		s.corners = append(s.corners, point{corners[i], corners[i+1]})
	}
	return s
}

// box is an upright rectangle between two corners.
func box(above, under uint32, grain, left, top, right, bottom float64) shape {
	return polygon(above, under, grain, left, top, right, top, right, bottom, left, bottom)
}

// disc is an ellipse.
func disc(above, under uint32, grain, x, y, rx, ry float64) shape {
	return shape{centre: point{x, y}, radius: point{rx, ry}, above: rgb(above), under: rgb(under), grain: grain}
}

// span is the height that a shape takes up, from top to bottom.
func (s *shape) span() (top, bottom float64) {
	if len(s.corners) == 0 {
		return s.centre.y - s.radius.y, s.centre.y + s.radius.y
	}
	top, bottom = math.Inf(1), math.Inf(-1)
	for _, corner := range s.corners {
		top, bottom = min(top, corner.y), max(bottom, corner.y)
	}
	return top, bottom
}

// covers reports whether a point lies inside.
func (s *shape) covers(p point) bool {
	if len(s.corners) == 0 {
		x, y := (p.x-s.centre.x)/s.radius.x, (p.y-s.centre.y)/s.radius.y
		return x*x+y*y <= 1
	}
	inside := false
	last := s.corners[len(s.corners)-1]
	for _, corner := range s.corners {
		if (corner.y > p.y) != (last.y > p.y) && p.x < (last.x-corner.x)*(p.y-corner.y)/(last.y-corner.y)+corner.x {
			inside = !inside
		}
		last = corner
	}
	return inside
}

// draw paints a scene. Edges are smoothed by two samples a pixel in each
// direction.
func draw(s scene, width, height int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	const fine = 2
	tops, bottoms := make([]float64, len(s)), make([]float64, len(s))
	for i := range s {
		tops[i], bottoms[i] = s[i].span()
	}
	for y := range height {
		for x := range width {
			var r, g, b float64
			for k := range fine * fine {
				p := point{
					(float64(x) + (float64(k%fine)+0.5)/fine) / float64(width) * planeWidth,
					(float64(y) + (float64(k/fine)+0.5)/fine) / float64(height) * planeHeight,
				}
				for i := len(s) - 1; i >= 0; i-- {
					if p.y < tops[i] || p.y > bottoms[i] || !s[i].covers(p) {
						continue
					}
					at := (p.y - tops[i]) / max(bottoms[i]-tops[i], 1e-9)
					light := s[i].grain * (0.5*smooth(x, y, 3) + 0.9*smooth(x, y, 17))
					r += mix(s[i].above.R, s[i].under.R, at) + light
					g += mix(s[i].above.G, s[i].under.G, at) + light
					b += mix(s[i].above.B, s[i].under.B, at) + light
					break
				}
			}
			edge := vignette(float64(x)/float64(width), float64(y)/float64(height))
			noise := 3 * spot(x, y) // what every sensor adds
			img.SetRGBA(x, y, color.RGBA{level(r/4*edge + noise), level(g/4*edge + noise), level(b/4*edge + noise), 255})
		}
	}
	return img
}

func mix(a, b uint8, at float64) float64 { return float64(a) + (float64(b)-float64(a))*at }

func level(v float64) uint8 { return uint8(max(0, min(255, math.Round(v)))) }

// vignette darkens the corners a little, as lenses do.
func vignette(x, y float64) float64 {
	dx, dy := x-0.5, y-0.5
	return 1 - 0.22*(dx*dx+dy*dy)
}

// spot is a number between -1 and 1 that depends on nothing but the place.
func spot(x, y int) float64 {
	n := uint32(x)*374761393 + uint32(y)*668265263
	n = (n ^ n>>13) * 1274126177
	return float64(n^n>>16)/float64(math.MaxUint32)*2 - 1
}

// smooth goes from spot to spot of a grid, so that it has patches of its size.
func smooth(x, y, size int) float64 {
	gx, gy := x/size, y/size
	fx, fy := ease(float64(x%size)/float64(size)), ease(float64(y%size)/float64(size))
	above := spot(gx, gy) + (spot(gx+1, gy)-spot(gx, gy))*fx
	under := spot(gx, gy+1) + (spot(gx+1, gy+1)-spot(gx, gy+1))*fx
	return above + (under-above)*fy
}

func ease(v float64) float64 { return v * v * (3 - 2*v) }
