package build

import (
	"testing"
	"testing/fstest"
)

func TestAThemeHasNamesThatCanBeRead(t *testing.T) {
	for _, name := range []string{"static/a\xff.txt", "layouts/b\xff/c.html"} {
		problems, err := inTheme(fstest.MapFS{name: {Data: []byte("x")}})
		if err != nil || len(problems) != 1 || problems[0].Rule != "file-name-bytes" {
			t.Errorf("%q: %v, %v", name, problems, err)
		}
	}
}
