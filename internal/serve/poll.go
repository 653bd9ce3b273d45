package serve

import (
	"context"
	"io/fs"
	"os"
	"time"
)

// pause lies between two looks at the site where the system tells of nothing.
const pause = 2 * time.Second

// A look is what a file looked like from outside.
type look struct {
	size     int64
	modified time.Time
}

// poll looks through the site again and again until ctx ends, and notes what
// has changed. What changed before the first look is told as one save.
func poll(ctx context.Context, source string, saved *saves) {
	before := lookAll(source)
	saved.add()
	again := time.NewTicker(pause)
	defer again.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-again.C:
		}
		after := lookAll(source)
		if names := changed(before, after); len(names) > 0 {
			saved.add(names...)
		}
		before = after
	}
}

// lookAll looks at every watched file of the site.
func lookAll(source string) map[string]look {
	files := map[string]look{}
	root := os.DirFS(source)
	for _, part := range watched {
		_ = fs.WalkDir(root, part, func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil // gone, or not to be read: the build tells
			}
			if !isWatched(name) {
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if info, err := entry.Info(); err == nil && !entry.IsDir() {
				files[name] = look{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	return files
}

// changed names the files that are new, other or gone.
func changed(before, after map[string]look) (names []string) {
	for name, now := range after {
		if was, known := before[name]; !known || was.size != now.size || !was.modified.Equal(now.modified) {
			names = append(names, name)
		}
	}
	for name := range before {
		if _, stays := after[name]; !stays {
			names = append(names, name)
		}
	}
	return names
}
