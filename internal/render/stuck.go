package render

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"runtime/metrics"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"thidua/internal/portal"
)

// errStuck says that Hugo stopped for mistakes in pages and will not return.
//
// Its workers leave after the tenth page that fails, and the loop that feeds
// them waits for ever on its next page (hugolib.(*Site).renderPages, v0.165.0):
// one mistake in a template of more than ten pages is enough.
var errStuck = errors.New("hugo is stuck")

// errEndless says that a template of the site does not come to an end.
var errEndless = errors.New("a template does not end")

// errGreedy says that a template of the site takes more memory than all pages
// together may.
var errGreedy = errors.New("a template takes all memory")

// errAbandoned says that nobody waits any more for Hugo, which is still at work.
var errAbandoned = errors.New("given up")

// patience is how long no file may be begun while templates of a site's own are
// at work, told in what depends on the machine and its load alone: opening, the
// time that it took to read the theme. A large site has pages of long lists, and
// much to do before the first.
func patience(opening time.Duration, pages int) time.Duration {
	return max(leastPatience, opening*time.Duration(20+pages/10))
}

const leastPatience = 10 * time.Second

// A watched folder counts the files that are begun in it, until it is shut.
type watched struct {
	afero.Fs
	begun atomic.Int64
	shut  atomic.Bool // nobody waits any more for what still is at work
}

func (w *watched) Create(name string) (afero.File, error) {
	return w.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}

func (w *watched) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	if w.shut.Load() {
		return nil, errEndless
	}
	w.begun.Add(1)
	return w.Fs.OpenFile(name, flag, perm)
}

func (w *watched) MkdirAll(name string, perm os.FileMode) error {
	if w.shut.Load() {
		return errEndless
	}
	return w.Fs.MkdirAll(name, perm)
}

// ownTemplates are the templates that a site has beside, or instead of, those of
// the theme. Its texts are templates, too.
func ownTemplates(site string) (names []string) {
	for _, folder := range []string{"layouts", "i18n"} {
		_ = fs.WalkDir(os.DirFS(site), folder, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() {
				names = append(names, name)
			}
			return nil // what cannot be read Hugo tells
		})
	}
	return names
}

// mostNamed is how many templates a message names.
const mostNamed = 8

// among is the problem of templates among which one breaks a rule, with what
// else is to be told.
func among(templates []string, rule string, more ...any) []portal.Problem {
	at := "layouts"
	if len(templates) == 1 {
		at = templates[0]
	}
	named := strings.Join(templates[:min(len(templates), mostNamed)], ", ")
	if len(templates) > mostNamed {
		named += ", …"
	}
	return []portal.Problem{{Pos: portal.Pos{File: at}, Rule: rule, Args: append([]any{named}, more...)}}
}

// grace is how long Hugo may take to return after it has decided to stop.
const grace = 2 * time.Second

// looks is how many looks at a build its patience is made of. A machine that was
// put to sleep takes one of them, not all.
const looks = 20

// mostMemory is how much memory pages may take, in bytes, while templates of a
// site's own are at work: much more than those of the theme need.
func mostMemory(pages int) uint64 { return 2<<30 + uint64(pages)<<19 }

// memoryLook is the time between two looks at the memory: a template that
// doubles a text takes longer for a gigabyte.
const memoryLook = 100 * time.Millisecond

// A limit is what a build may take; none where it is zero.
type limit struct {
	patience time.Duration // without a new file
	memory   uint64        // bytes, more than before
}

// buildOrStop builds the sites into to, or gives up on a build that is stuck, on
// one that goes over the limit, and, a moment after ctx ends, on any.
func buildOrStop(ctx context.Context, sites *hugolib.HugoSites, to *watched, limit limit) error {
	built := make(chan error, 1)
	broken := make(chan any, 1)
	go func() {
		defer func() {
			if trouble := recover(); trouble != nil {
				broken <- trouble
			}
		}()
		built <- sites.Build(hugolib.BuildCfg{NoBuildLock: true})
	}()
	stopped, ended := sites.Done(), ctx.Done()
	var late, look, weigh <-chan time.Time
	if limit.patience > 0 {
		ticker, scale := time.NewTicker(limit.patience/looks), time.NewTicker(memoryLook)
		defer ticker.Stop()
		defer scale.Stop()
		look, weigh = ticker.C, scale.C
	}
	before := heap()
	var seen int64
	idle := 0 // looks without a new file
	for {
		select {
		case err := <-built:
			return err
		case trouble := <-broken:
			panic(trouble) // here, where the caller can recover
		case <-ended: // Hugo does not heed it; the next file that it begins fails
			to.shut.Store(true)
			ended, stopped, late = nil, nil, time.After(grace)
		case <-stopped:
			stopped, late = nil, time.After(grace)
		case <-late:
			if ctx.Err() != nil {
				return errAbandoned
			}
			return errStuck
		case <-look:
			if begun := to.begun.Load(); begun != seen {
				seen, idle = begun, 0
			} else if idle++; idle == looks {
				to.shut.Store(true)
				return errEndless
			}
		case <-weigh:
			if heap() > before+limit.memory {
				to.shut.Store(true)
				return errGreedy
			}
		}
	}
}

// heap is the memory that the program has taken for what it works with, in bytes.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// mostTogether is how many pages can all fail without Hugo getting stuck.
const mostTogether = 9

// fewAtATime finds what is wrong with pages of which too many are: it renders
// them a few at a time into nowhere, pages of different templates together, up
// to the first that fails.
func fewAtATime(ctx context.Context, in Input) ([]portal.Problem, error) {
	var inTurn []string
	if in.Only == nil || in.Only(Rest) {
		inTurn = append(inTurn, Rest)
	}
	byFolder := map[string][]string{}
	var folders []string
	for _, page := range in.Pages {
		if in.Only != nil && !in.Only(page.Path) {
			continue
		}
		folder, _, _ := strings.Cut(page.Path, "/")
		if byFolder[folder] == nil {
			folders = append(folders, folder)
		}
		byFolder[folder] = append(byFolder[folder], page.Path)
	}
	for len(folders) > 0 {
		folders = slices.DeleteFunc(folders, func(folder string) bool {
			inTurn = append(inTurn, byFolder[folder][0])
			byFolder[folder] = byFolder[folder][1:]
			return len(byFolder[folder]) == 0
		})
	}
	in.To = afero.NewMemMapFs()
	for few := range slices.Chunk(inTurn, mostTogether) {
		in.Only = func(path string) bool { return slices.Contains(few, path) }
		_, problems, err := site(ctx, in)
		if err != nil && !errors.Is(err, errStuck) || ctx.Err() != nil {
			return nil, errors.Join(err, ctx.Err())
		}
		if len(problems) > 0 {
			return problems, nil
		}
	}
	return trouble(in.Source, errStuck), nil
}
