package main

import (
	"fmt"
	"io"

	"thidua/internal/build"
)

// A watch shows on a terminal which stage runs, on one line that each stage
// writes over; elsewhere it shows nothing.
type watch struct {
	say   speaker
	out   io.Writer
	shown bool
}

func (p *program) progress() *watch {
	w := &watch{say: p.say}
	if isTerminal(p.stderr) {
		w.out = p.stderr
	}
	return w
}

func (w *watch) show(stage build.Stage, count int) {
	if w.out == nil {
		return
	}
	w.shown = true
	fmt.Fprintf(w.out, "\r\x1b[K%s", w.say.words("stage-"+string(stage), count))
}

// end clears the line.
func (w *watch) end() {
	if w.shown {
		fmt.Fprint(w.out, "\r\x1b[K")
	}
}
