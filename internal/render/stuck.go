package render

import (
	"context"
	"errors"
	"slices"
	"strings"
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

// grace is how long Hugo may take to return after it has decided to stop.
const grace = 2 * time.Second

// buildOrStop builds the sites, or gives up on a build that is stuck.
func buildOrStop(sites *hugolib.HugoSites) error {
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
	stopped := sites.Done()
	var late <-chan time.Time
	for {
		select {
		case err := <-built:
			return err
		case trouble := <-broken:
			panic(trouble) // here, where the caller can recover
		case <-stopped:
			stopped, late = nil, time.After(grace)
		case <-late:
			return errStuck
		}
	}
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
