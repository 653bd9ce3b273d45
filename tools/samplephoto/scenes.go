package main

// sky fills the picture down to the horizon.
func sky(above, under uint32, horizon float64) shape {
	return box(above, under, 4, 0, 0, planeWidth, horizon)
}

// ground fills it from the horizon on.
func ground(above, under uint32, grain, horizon float64) shape {
	return box(above, under, grain, 0, horizon, planeWidth, planeHeight)
}

// tree stands with its foot at x, y.
func tree(x, y, size float64) []shape {
	return []shape{
		box(0x6B4A30, 0x4E3522, 8, x-0.05*size, y-0.7*size, x+0.05*size, y),
		disc(0x5E8F46, 0x34602C, 16, x, y-0.95*size, 0.36*size, 0.38*size),
		disc(0x6FA152, 0x3E6B33, 16, x-0.2*size, y-0.78*size, 0.25*size, 0.24*size),
		disc(0x679A4C, 0x396630, 16, x+0.22*size, y-0.8*size, 0.24*size, 0.25*size),
	}
}

// house has its ground line at bottom, and a door.
func house(wall, roof uint32, left, top, right, bottom float64) []shape {
	width, rise := right-left, (bottom-top)*0.42
	return []shape{
		box(wall, wall, 6, left, top, right, bottom),
		polygon(roof, roof, 9, left-0.06*width, top, left+0.12*width, top-rise, right-0.12*width, top-rise, right+0.06*width, top),
		box(0x6A4B33, 0x573C28, 6, left+0.42*width, top+0.35*(bottom-top), left+0.58*width, bottom),
	}
}

// fence runs from x to x at the height of its feet.
func fence(from, to, foot, size float64) (all []shape) {
	for x := from; x <= to; x += size * 0.55 {
		all = append(all, box(0xC9B48E, 0xA18B64, 8, x, foot-size, x+size*0.16, foot))
	}
	return append(all,
		box(0xBFA982, 0xA18B64, 8, from, foot-size*0.8, to, foot-size*0.68),
		box(0xBFA982, 0xA18B64, 8, from, foot-size*0.35, to, foot-size*0.23))
}

func join(parts ...[]shape) (s scene) {
	for _, part := range parts {
		s = append(s, part...)
	}
	return s
}

// meetingTable: a long table with six empty chairs in the house of a hamlet, an
// open book on it.
func meetingTable() scene {
	s := scene{
		box(0xE9DEC6, 0xD9C9A8, 5, 0, 0, 150, 62),
		ground(0xA9835A, 0x7E5D3C, 8, 62),
		box(0xBFDCE8, 0xE4F1EC, 4, 18, 12, 50, 42), box(0xBFDCE8, 0xE4F1EC, 4, 100, 12, 132, 42),
		box(0x7A5A3C, 0x7A5A3C, 5, 33.2, 12, 34.8, 42), box(0x7A5A3C, 0x7A5A3C, 5, 115.2, 12, 116.8, 42),
		box(0x4E7A63, 0x426A55, 5, 60, 14, 90, 36), box(0xF4F1E6, 0xE8E3D4, 3, 64, 17, 73, 30), box(0xF4F1E6, 0xE8E3D4, 3, 77, 17, 86, 33), // a notice board
	}
	for _, x := range []float64{32, 70, 108} { // behind the table
		s = append(s, box(0x5F432C, 0x4A3422, 7, x, 44, x+13, 60), box(0xE9DEC6, 0xD9C9A8, 5, x+2, 47, x+11, 54))
	}
	s = append(s,
		polygon(0xC89C66, 0xA97D4B, 9, 20, 60, 130, 60, 142, 74, 8, 74),
		box(0x94683C, 0x7C5530, 8, 8, 74, 142, 79),
		box(0x7C5530, 0x664526, 8, 14, 79, 20, 97), box(0x7C5530, 0x664526, 8, 130, 79, 136, 97),
		polygon(0xFBF8EE, 0xEFEADB, 3, 62, 64, 75, 65.2, 75, 71.4, 59, 70), polygon(0xF6F2E4, 0xE9E3D2, 3, 75, 65.2, 88, 64, 91, 70, 75, 71.4),
		disc(0xDDE6E2, 0xB9C7C2, 4, 104, 66.5, 3.2, 1.6), disc(0xDDE6E2, 0xB9C7C2, 4, 44, 66.5, 3.2, 1.6))
	for _, x := range []float64{26, 68, 110} { // before it
		s = append(s, box(0x6A4B31, 0x523824, 7, x, 80, x+15, 94), box(0x8C6744, 0x6F5033, 7, x+2, 83, x+13, 89),
			box(0x523824, 0x402B1B, 7, x+1, 94, x+3, 100), box(0x523824, 0x402B1B, 7, x+12, 94, x+14, 100))
	}
	return s
}

// laneAtDusk: a narrow lane in the evening, four lamps lit.
func laneAtDusk() scene {
	s := join(
		[]shape{sky(0x2E3B62, 0xE39A6B, 56), ground(0x3C4A36, 0x2A3527, 12, 56)},
		[]shape{polygon(0x39405E, 0x323852, 6, 0, 56, 0, 47, 26, 41, 52, 50, 84, 44, 118, 49, 150, 42, 150, 56)},
		house(0x7C6A5C, 0x5B3733, 4, 47, 34, 68), house(0x746457, 0x54332F, 112, 46, 146, 68),
		[]shape{polygon(0x77706A, 0x4F4B49, 9, 70, 56, 80, 56, 122, 100, 28, 100)},
		fence(0, 44, 78, 10), fence(106, 150, 78, 10),
		tree(46, 64, 20), tree(106, 63, 17),
	)
	for _, lamp := range []struct{ x, foot, size float64 }{{30, 92, 62}, {121, 92, 62}, {58, 68, 28}, {93, 68, 28}} {
		top := lamp.foot - lamp.size
		s = append(s,
			box(0x2B2D31, 0x1E2023, 4, lamp.x-0.012*lamp.size, top, lamp.x+0.012*lamp.size, lamp.foot),
			disc(0xC99E63, 0x8E6C4C, 3, lamp.x, top, 0.13*lamp.size, 0.13*lamp.size),
			disc(0xF4D08A, 0xE0B067, 2, lamp.x, top, 0.075*lamp.size, 0.075*lamp.size),
			disc(0xFFF3D0, 0xFFE5A6, 1, lamp.x, top, 0.04*lamp.size, 0.04*lamp.size))
	}
	return s
}

// riceField: green fields in squares, a ditch between them, yellow flowers on
// the bank, mountains far off.
func riceField() scene {
	s := scene{
		sky(0x6FA8D6, 0xDCEBF0, 42),
		polygon(0x7E9BB4, 0x93AEBE, 4, 0, 42, 0, 31, 18, 22, 40, 33, 62, 20, 88, 34, 112, 25, 134, 35, 150, 29, 150, 42),
		polygon(0x5B8A68, 0x6E9B6F, 7, 0, 44, 0, 38, 30, 35, 60, 39, 96, 36, 128, 39, 150, 37, 150, 44),
		ground(0x86B24A, 0x4F8130, 16, 43),
	}
	for i := range 6 { // the banks between the squares run away from the eye
		y := 46 + float64(i*i)*1.6
		s = append(s, box(0x9C8757, 0x83703F, 9, 0, y, planeWidth, y+0.5+0.12*float64(i)))
	}
	for i := range 9 {
		x := 75 + float64(i-4)*46
		s = append(s, polygon(0x9C8757, 0x7A6A3B, 9, 75+float64(i-4)*6, 43.5, 75.5+float64(i-4)*6, 43.5, x+3, 100, x, 100))
	}
	s = append(s,
		polygon(0x93B9C9, 0x5B8AA0, 7, 79, 44, 82, 44, 122, 100, 88, 100),
		polygon(0xA98F5B, 0x86703F, 10, 77, 44, 79, 44, 88, 100, 74, 100),
		polygon(0xA98F5B, 0x86703F, 10, 82, 44, 84, 44, 136, 100, 122, 100))
	for i := range 40 {
		at := float64(i) / 40
		y := 47 + 52*at*at
		for _, side := range []float64{78 + 3*at, 83 + 46*at*at} {
			s = append(s, disc(0xF2D34A, 0xD8A92C, 6, side+2.4*spot(i, int(side)), y, 0.35+0.9*at, 0.3+0.7*at))
		}
	}
	return join(s, tree(20, 52, 16), tree(132, 50, 13), tree(10, 55, 20))
}

// healthStation: a house of one storey with a red roof, two trees and a row of
// empty benches before it.
func healthStation() scene {
	s := scene{
		sky(0x79B2DE, 0xE6F0F2, 60), ground(0xC9BFA9, 0xA89C84, 9, 60),
		polygon(0x6F9E5D, 0x87B06C, 9, 0, 62, 0, 52, 34, 48, 70, 53, 110, 49, 150, 53, 150, 62),
		box(0xF1ECDD, 0xE2DAC5, 4, 24, 36, 126, 70),
		polygon(0xB4472F, 0x943622, 9, 18, 36, 32, 22, 118, 22, 132, 36),
		box(0xD9D0BA, 0xC9BEA5, 5, 24, 67, 126, 70),
		box(0x3E7FA8, 0x34698B, 4, 60, 27, 90, 33),
	}
	for _, x := range []float64{31, 46, 92, 107} {
		s = append(s, box(0x9CC4D3, 0x7FA9BB, 4, x, 44, x+11, 57), box(0xFFFFFF, 0xEDEDED, 2, x+5.1, 44, x+5.9, 57), box(0xFFFFFF, 0xEDEDED, 2, x, 50.2, x+11, 51))
	}
	s = append(s, box(0x8FB6A2, 0x79A08C, 4, 66, 44, 84, 70), box(0x6F957F, 0x66897A, 3, 74.5, 44, 75.5, 70))
	for _, x := range []float64{27, 44, 87, 104} { // benches
		s = append(s, box(0x4C78A0, 0x3B6186, 4, x, 73, x+13, 75), box(0x4C78A0, 0x3B6186, 4, x, 68, x+13, 71),
			box(0x5A6066, 0x474C51, 4, x+1, 75, x+2, 80), box(0x5A6066, 0x474C51, 4, x+11, 75, x+12, 80))
	}
	return join(s, tree(12, 84, 40), tree(140, 86, 44))
}

// widenedLane: a straight lane, wide now, with low new walls and green on both
// sides.
func widenedLane() scene {
	return join(
		[]shape{sky(0x86BCE4, 0xEDF4F2, 46), ground(0x7FA85A, 0x577F3C, 14, 46)},
		house(0xEBDCC0, 0x9D4A36, 62, 34, 88, 50),
		tree(54, 51, 15), tree(97, 51, 15),
		house(0xF0E6D0, 0x8E5B45, 2, 30, 34, 60), house(0xE7EBE4, 0x6F5F55, 116, 30, 148, 60),
		[]shape{
			polygon(0xCFCBC2, 0xA7A299, 8, 70, 50, 80, 50, 134, 100, 16, 100),
			polygon(0xE9DFCB, 0xC9BCA1, 6, 66, 47, 70, 47, 16, 82, 0, 82, 0, 74),
			polygon(0xB7A98D, 0x9C8E74, 6, 70, 47, 70, 50, 16, 100, 0, 100, 0, 82, 16, 82),
			polygon(0xE9DFCB, 0xC9BCA1, 6, 80, 47, 84, 47, 150, 74, 150, 82, 134, 82),
			polygon(0xB7A98D, 0x9C8E74, 6, 80, 47, 80, 50, 134, 100, 150, 100, 150, 82, 134, 82),
		},
		tree(6, 80, 34), tree(142, 78, 32), tree(30, 64, 18), tree(121, 64, 18),
	)
}

// loudspeakers: two loudspeakers on a pole against the morning sky.
func loudspeakers() scene {
	horn := func(x, y, side float64) []shape {
		return []shape{
			polygon(0xB9C2C8, 0x7E8990, 5, x, y-2, x+side*9, y-7, x+side*9, y+7, x, y+2),
			disc(0xD3DADE, 0x8C969C, 4, x+side*9, y, 2.4, 7),
			disc(0x4B5257, 0x363B3F, 3, x+side*9, y, 1.5, 5.2),
			box(0x5B6267, 0x464C50, 4, min(x, x-side*3), y-1.6, max(x, x-side*3), y+1.6),
		}
	}
	return join(
		[]shape{
			sky(0x5D88BC, 0xF6D3A5, 88),
			disc(0xFFF0C8, 0xFCE0A4, 2, 112, 70, 9, 9),
			disc(0xEFE3D6, 0xF2D9BE, 4, 30, 24, 22, 3.2), disc(0xEFE3D6, 0xF2D9BE, 4, 46, 28, 18, 2.6), disc(0xEDE2D9, 0xF2D9BE, 4, 122, 36, 20, 2.8),
			polygon(0x6E8FA0, 0x86A39C, 5, 0, 88, 0, 74, 30, 66, 58, 76, 96, 69, 128, 77, 150, 71, 150, 88),
			ground(0x5C7A45, 0x41592F, 13, 86),
		},
		house(0xD9C7A6, 0x8E4534, 6, 80, 34, 93), house(0xCFC3AF, 0x74493E, 108, 81, 138, 93),
		tree(44, 93, 18), tree(98, 92, 15), tree(145, 94, 20),
		[]shape{box(0x9AA1A6, 0x6E757A, 6, 73.8, 12, 76.2, 97), box(0x7F868B, 0x5F666A, 5, 66, 26.4, 84, 27.8), box(0x7F868B, 0x5F666A, 5, 66, 38.4, 84, 39.8)},
		horn(84, 27, 1), horn(66, 39, -1),
	)
}

// helpDesk: a table with two screens below a bright window, a shelf with papers.
func helpDesk() scene {
	s := scene{
		box(0xEDEFEA, 0xDCE0D8, 4, 0, 0, 150, 66), ground(0xB7A58B, 0x94826A, 7, 66),
		box(0xFFFFFF, 0xF2F2EC, 2, 40, 8, 96, 46), box(0xBFE0F2, 0xE9F5E6, 4, 42, 10, 94, 44),
		disc(0x8DB873, 0x6E9C5A, 10, 54, 39, 9, 5), disc(0x9AC180, 0x78A462, 10, 80, 38.5, 11, 5.5),
		box(0xFFFFFF, 0xF2F2EC, 2, 67, 8, 69, 46),
		box(0x9B7650, 0x7F5F3F, 7, 110, 10, 142, 66),
	}
	for row := range 4 {
		y := 13 + float64(row)*13
		s = append(s, box(0x5E462E, 0x4D3925, 5, 112, y, 140, y+10.5))
		for i := range 8 {
			x := 113 + float64(i)*3.3
			colours := []uint32{0xC9D6DE, 0xD8B26A, 0x88A9C0, 0xE4DDC9}
			c := colours[(i+row)%len(colours)]
			s = append(s, box(c, c, 5, x, y+2+1.5*float64((i*3+row)%3)/2, x+2.6, y+10.5))
		}
	}
	s = append(s,
		polygon(0xD8B98B, 0xB8966A, 8, 14, 64, 118, 64, 132, 78, 0, 78),
		box(0xA7835A, 0x8A6B48, 8, 0, 78, 132, 82),
		box(0x8A6B48, 0x6E5539, 8, 6, 82, 11, 100), box(0x8A6B48, 0x6E5539, 8, 121, 82, 126, 100))
	for _, x := range []float64{26, 72} {
		s = append(s,
			box(0x2C3238, 0x22272B, 3, x, 44, x+32, 65), box(0x6FA6C9, 0xA9CFE0, 3, x+1.4, 45.4, x+30.6, 62),
			box(0xF7FAFB, 0xEEF3F5, 2, x+5, 48, x+20, 60), box(0xC2D3DC, 0xC2D3DC, 2, x+7, 50, x+18, 51), box(0xC2D3DC, 0xC2D3DC, 2, x+7, 53, x+16, 54), box(0xC2D3DC, 0xC2D3DC, 2, x+7, 56, x+17, 57),
			box(0x3A4147, 0x2C3238, 3, x+14, 65, x+18, 68), box(0x3A4147, 0x2C3238, 3, x+9, 68, x+23, 69.4),
			polygon(0x40474D, 0x343A3F, 3, x+3, 71, x+25, 71, x+27, 75, x+1, 75))
	}
	return append(s, polygon(0xFFFFFF, 0xF1EEE6, 2, 106, 68, 117, 68, 120, 74, 107, 74))
}

// ferryLanding: steps down to a river, a boat tied to the bank, trees and a roof
// on the other side.
func ferryLanding() scene {
	s := join(
		[]shape{
			sky(0x8FB9D8, 0xE9F0EC, 40),
			polygon(0x7D9CAB, 0x92AFB4, 4, 0, 40, 0, 32, 34, 25, 72, 33, 108, 27, 150, 33, 150, 40),
			ground(0xA5B89B, 0x8CA07C, 8, 38),
		},
		house(0xDFCBA5, 0x8A4A38, 96, 33, 112, 41),
		tree(20, 42, 12), tree(34, 42, 10), tree(60, 42, 13), tree(86, 42, 11), tree(126, 42, 13), tree(142, 42, 11),
		[]shape{box(0xA7B9AE, 0x6F8F92, 7, 0, 42, 150, 100)},
	)
	for i := range 22 { // light on the water
		y := 45 + float64(i)*2.1
		x := 75 + 62*spot(i, 7)
		s = append(s, disc(0xC6D3C8, 0xB3C5BF, 4, x, y, 5+0.25*float64(i), 0.18+0.02*float64(i)))
	}
	s = append(s, polygon(0xB79C72, 0x8C7450, 11, 0, 62, 30, 66, 56, 78, 74, 100, 0, 100))
	for i := range 7 { // the steps
		y, x := 68+float64(i)*4.6, 22+float64(i)*7.2
		s = append(s, polygon(0xD5CFC2, 0xB9B2A3, 6, x-18, y, x+4, y, x+9, y+2.6, x-15, y+2.6), polygon(0x9A9384, 0x857F71, 6, x-15, y+2.6, x+9, y+2.6, x+9, y+4.6, x-15, y+4.6))
	}
	return append(s,
		polygon(0x6B4A2E, 0x4E3520, 8, 70, 72, 118, 70, 110, 80, 80, 81),
		polygon(0x8C6540, 0x6E4E31, 8, 73, 72.6, 115, 70.8, 111, 74, 78, 75),
		polygon(0x3F6F86, 0x315A6E, 6, 84, 60, 106, 59.2, 108, 63, 82, 64),
		box(0x5A412B, 0x49341F, 5, 84.6, 63, 85.8, 74), box(0x5A412B, 0x49341F, 5, 104, 62.6, 105.2, 73),
		box(0x5A412B, 0x49341F, 5, 62, 70, 64, 84), polygon(0xC9B892, 0xA9987A, 4, 64, 73, 72, 72.4, 72, 73, 64, 73.8))
}
