package main

import (
	"context"
	"testing"
)

// words are those of the content, but for what a block adds by its script.
const words = `(() => {
	const hidden = [...document.querySelectorAll("main [data-block]")].map(e => [e, e.hidden])
	for (const [e] of hidden) e.hidden = true
	const text = document.querySelector("main").innerText
	for (const [e, was] of hidden) e.hidden = was
	return text
})()`

func TestPagesReadTheSameWithoutScript(t *testing.T) {
	eachTemplate(t, func(t *testing.T, tab context.Context, template Template) {
		visit(t, tab, template.Path, View{Width: 1280})
		with := eval[string](t, tab, words)
		visit(t, tab, template.Path, View{Width: 1280, NoScript: true})
		without := eval[string](t, tab, words)
		if len(with) < 40 || with != without {
			t.Errorf("with script (%d bytes):\n%s\n\nwithout (%d bytes):\n%s", len(with), with, len(without), without)
		}
	})
}
