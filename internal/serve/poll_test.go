package serve

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestPollNoticesWhatIsNewOtherAndGone(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("config.toml", "a")
	write("content/a.md", "a")
	write("content/gone.md", "a")
	write("content/stays.md", "a")
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	saved := newSaves()
	go func() {
		defer close(done)
		poll(ctx, dir, saved)
	}()
	<-saved.bell // the first look
	write("config.toml", "ab")
	write("content/new/b.md", "b")
	write("content/.hidden", "b")
	write("content/a.md~", "b")
	write("public/index.html", "b")
	if err := os.Remove(filepath.Join(dir, "content", "gone.md")); err != nil {
		t.Fatal(err)
	}
	select {
	case <-saved.bell:
	case <-time.After(10 * pause):
		t.Fatal("nothing was noticed")
	}
	want := []string{"config.toml", "content/gone.md", "content/new/b.md"}
	if got := saved.take(); !slices.Equal(got, want) {
		t.Errorf("noticed %q, want %q", got, want)
	}
	cancel()
	<-done
}
