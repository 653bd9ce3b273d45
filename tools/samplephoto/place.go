package main

import (
	"bytes"
	"encoding/binary"
)

// withPlace adds to a JPEG what phones add to theirs: Exif data that say where
// it was taken (Exif 2.32, GPS). The place is in the sea, where the equator and
// the prime meridian meet: nobody lives there.
func withPlace(file []byte) []byte {
	const (
		short, long, rational, ascii = 3, 4, 5, 2
		ifd0                         = 8 // offset after the TIFF header
	)
	var tiff, extra bytes.Buffer
	put := func(values ...any) {
		for _, value := range values {
			_ = binary.Write(&tiff, binary.LittleEndian, value) // into memory
		}
	}
	const gps = ifd0 + 2 + 2*12 + 4
	const data = gps + 2 + 5*12 + 4
	put([]byte("II"), uint16(42), uint32(ifd0))
	put(uint16(2),
		uint16(0x0112), uint16(short), uint32(1), uint32(1), // upright
		uint16(0x8825), uint16(long), uint32(1), uint32(gps),
		uint32(0))
	angle := func(degrees, minutes, seconds uint32) uint32 {
		at := uint32(data + extra.Len())
		for _, part := range []uint32{degrees, 1, minutes, 1, seconds, 1} {
			_ = binary.Write(&extra, binary.LittleEndian, part)
		}
		return at
	}
	put(uint16(5),
		uint16(0), uint16(1), uint32(4), [4]byte{2, 3, 0, 0}, // version
		uint16(1), uint16(ascii), uint32(2), [4]byte{'N'},
		uint16(2), uint16(rational), uint32(3), angle(0, 0, 30),
		uint16(3), uint16(ascii), uint32(2), [4]byte{'E'},
		uint16(4), uint16(rational), uint32(3), angle(0, 0, 30),
		uint32(0))
	segment := append([]byte("Exif\x00\x00"), append(tiff.Bytes(), extra.Bytes()...)...)
	head := []byte{0xFF, 0xE1, 0, 0}
	binary.BigEndian.PutUint16(head[2:], uint16(len(segment)+2))
	out := append([]byte{}, file[:2]...) // after the start of the image
	out = append(out, head...)
	out = append(out, segment...)
	return append(out, file[2:]...)
}
