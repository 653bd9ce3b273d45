// Package render turns a portal into HTML pages. It is the only package that
// knows Hugo: records become pages through a content adapter that ranges over
// the model, other pages are ordinary Hugo content beside them.
package render

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"thidua/internal/portal"
)

// An Input is everything that a rendering depends on.
type Input struct {
	Source  string // folder of the site, absolute
	BaseURL string // of the public site, with its path; may be empty
	Portal  *portal.Portal
	Figures *portal.Figures
	Pages   []Page // of Portal, as Pages lists them
	Root    string // the path at which the pages are served, where it is not that of BaseURL; may be empty
	Draft   bool   // the pages show records that are not approved, and say so
	To      afero.Fs
	Dir     string // where in To the pages go, absolute
	Cache   string // folder that keeps small pictures from one rendering to the next; may be empty

	// Only chooses what is rendered, by paths like "ke-hoach/<id>"; nil chooses
	// all. Rest stands for all that is no page of the model. A page has the same
	// bytes whatever is rendered beside it: templates list records, by the
	// model, and never Hugo's pages of them.
	Only func(path string) bool
}

// Rest is the path that chooses, in Input.Only, all that is no page of the
// model: the home page, the ordinary pages and 404.html.
const Rest = ""

// Site renders the chosen pages and returns how many there are. Problems are
// mistakes in templates and ordinary pages; where there are any, what was
// written is not whole.
func Site(ctx context.Context, in Input) (pages int, problems []portal.Problem, err error) {
	pages, problems, err = site(ctx, in)
	if errors.Is(err, errStuck) {
		problems, err = fewAtATime(ctx, in)
		return 0, problems, err
	}
	return pages, problems, err
}

// site is Site, but for what is found out about a rendering that got stuck.
func site(ctx context.Context, in Input) (pages int, problems []portal.Problem, err error) {
	chosen := choose(in.Pages, in.Only)
	source, written, err := overTheme(in.Source)
	if err != nil {
		return 0, nil, err
	}
	scratch, done, err := cacheDir(in)
	if err != nil {
		return 0, nil, err
	}
	defer func() { err = errors.Join(err, done()) }()
	flags := settings(in, newModel(in, chosen.given), chosen, scratch)
	logger := loggers.New(loggers.Options{StdOut: io.Discard, StdErr: io.Discard, Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn, StoreErrors: true})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: source, Flags: flags, Filename: filepath.Join(in.Source, ConfigFile), Environment: "production",
		Environ: []string{}, SkipNpmCheck: true, Logger: logger,
	})
	if err != nil {
		return 0, trouble(in.Source, err), nil
	}
	templates := ownTemplates(in.Source)
	to := &watched{Fs: in.To}
	in.To = to
	opened := time.Now()
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs: configs, Fs: hugofs.NewFromSourceAndDestination(source, in.To, flags),
		StdOut: io.Discard, StdErr: io.Discard, TestLogger: logger,
	})
	if err != nil {
		return 0, trouble(in.Source, err), nil
	}
	var most limit
	if len(templates) > 0 { // those of the theme come to an end
		most = limit{patience(time.Since(opened), len(in.Pages)), mostMemory(len(in.Pages))}
	}
	switch err := buildOrStop(ctx, sites, to, most); {
	case errors.Is(err, errAbandoned): // it can never be closed
		return 0, nil, fmt.Errorf("render: %w", ctx.Err())
	case ctx.Err() != nil && !errors.Is(err, errStuck):
		return 0, nil, errors.Join(fmt.Errorf("render: %w", ctx.Err()), sites.Close())
	case errors.Is(err, errEndless):
		return 0, among(templates, "template-endless"), nil
	case errors.Is(err, errGreedy):
		return 0, among(templates, "template-greedy"), nil
	case errors.Is(err, errStuck): // it can never be closed
		return 0, nil, err
	case isMachine(err):
		return 0, nil, errors.Join(err, sites.Close())
	case err != nil && strings.TrimSpace(logger.Errors()) != "": // the error only counts them
		return 0, logged(in.Source, logger.Errors(), templates), sites.Close()
	case err != nil:
		return 0, trouble(in.Source, err), sites.Close()
	}
	defer func() { err = errors.Join(err, sites.Close()) }() // an unclosed site is never freed
	if err := ctx.Err(); err != nil {
		return 0, nil, fmt.Errorf("render: %w", err)
	}
	keep(written, in.Cache)
	if lost := lost(in, chosen); len(lost) > 0 {
		return 0, []portal.Problem{{Pos: portal.Pos{File: ConfigFile}, Rule: "page-lost", Args: []any{len(lost), lost[0]}}}, nil
	}
	for _, site := range sites.Sites {
		folder := ""
		if language := site.Language().Lang; language != languages[0] {
			folder = "/" + language
		}
		for _, page := range site.Pages() {
			if chosen.renders(folder + page.Path()) {
				pages++
			}
		}
	}
	return pages, nil, nil
}

// lost are the paths of the chosen pages that Hugo did not write where they
// belong: config.toml or a template of the site's own has seen to it.
func lost(in Input, chosen choice) (paths []string) {
	for _, page := range chosen.given {
		if !chosen.renders("/" + page.Path) {
			continue
		}
		file := filepath.Join(in.Dir, filepath.FromSlash(page.Path), "index.html")
		if info, err := in.To.Stat(file); err != nil || info.Size() == 0 {
			paths = append(paths, page.Path)
		}
	}
	return paths
}
