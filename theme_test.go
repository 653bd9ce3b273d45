package thidua

import (
	"regexp"
	"strings"
	"testing"
)

// Dark by the device and dark by choice are the same colours, though CSS has
// them twice.
func TestDarkIsTheSameByDeviceAndByChoice(t *testing.T) {
	css, err := Theme.ReadFile("assets/css/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	values := func(selector string) string {
		_, after, found := strings.Cut(string(css), selector+" {")
		block, _, _ := strings.Cut(after, "}")
		if !found {
			t.Fatalf("no %s", selector)
		}
		return strings.Join(regexp.MustCompile(`--[a-z-]+: [^;]+;`).FindAllString(block, -1), "\n")
	}
	device, choice := values(`:root:not([data-theme="light"])`), values(`:root[data-theme="dark"]`)
	if device == "" || device != choice {
		t.Errorf("by the device:\n%s\nby choice:\n%s", device, choice)
	}
}
