// Package build runs the stages in their order. Read Site first: it is the
// whole path of the data.
//
//	load → check → derive → render → reuse → publish
package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"thidua/internal/check"
	"thidua/internal/derive"
	"thidua/internal/load"
	"thidua/internal/portal"
	"thidua/internal/publish"
	"thidua/internal/render"
	"thidua/internal/vi"
)

// Options are the wishes of whoever builds.
type Options struct {
	Source   string  // folder of the site
	BaseURL  string  // of the public site; empty: the one in config.toml
	Today    vi.Date // on which Check, Site and Publish see the portal
	Audience portal.Audience
	Cache    string                       // folder that keeps what is dear to make; may be empty
	Progress func(stage Stage, count int) // may be nil
}

// A Stage is a part of the path that takes time to watch.
type Stage string

const (
	Loading    Stage = "load"
	Checking   Stage = "check"
	Deriving   Stage = "derive"
	Rendering  Stage = "render"
	Reusing    Stage = "reuse"
	Publishing Stage = "publish"
)

// A Report is what came of a build.
type Report struct {
	Problems []portal.Problem // sorted
	Records  int
	Pages    int // rendered; 0 where errors stopped the build
}

// Failed reports whether the content has errors, so that nothing was published.
func (r Report) Failed() bool { return check.Count(r.Problems)[portal.Error] > 0 }

// A Builder builds one site again and again, reading only what has changed.
type Builder struct {
	opts   Options
	root   *os.Root
	loader *load.Loader
}

// New prepares to build the site in opts.Source, a folder with a config.toml.
// Close the Builder after use.
func New(opts Options) (*Builder, error) {
	source, err := filepath.Abs(opts.Source)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(source, render.ConfigFile)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoSite, err)
	}
	root, err := os.OpenRoot(source)
	if err != nil {
		return nil, err
	}
	opts.Source = source
	if opts.Progress == nil {
		opts.Progress = func(Stage, int) {}
	}
	return &Builder{opts: opts, root: root, loader: load.New(root.FS())}, nil
}

// Close lets go of the source folder.
func (b *Builder) Close() error { return b.root.Close() }

// Saved names files, or folders, below the site that were saved since the last
// build, so that they are read again whatever their size and time.
func (b *Builder) Saved(names []string) { b.loader.Forget(names) }

// Check reads the site and finds all that is wrong with its content on the day
// of the options.
func (b *Builder) Check(ctx context.Context) (*portal.Portal, Report, error) {
	return b.check(ctx, b.opts.Today)
}

func (b *Builder) check(ctx context.Context, today vi.Date) (*portal.Portal, Report, error) {
	b.opts.Progress(Loading, 0)
	p, problems, err := b.loader.Load(ctx)
	if err != nil {
		return nil, Report{}, err
	}
	report := Report{Records: len(p.Plans) + len(p.Units) + len(p.Movements) + len(p.Models) +
		len(p.Exemplars) + len(p.Reports) + len(p.Recognitions) + len(p.Columns)}
	b.opts.Progress(Checking, report.Records)
	problems = append(problems, check.Run(p, today)...)
	if b.opts.Audience.Drafts {
		problems = check.Preview(problems)
	}
	_, inConfig := readConfig(b.root.FS())
	problems = append(problems, inConfig...)
	themed, err := inTheme(b.root.FS())
	if err != nil {
		return nil, Report{}, err
	}
	problems = append(problems, themed...)
	asIs, err := asTheyAre(p, b.root.FS())
	if err != nil {
		return nil, Report{}, err
	}
	problems = append(problems, asIs...)
	report.Problems = portal.SortProblems(check.Causes(problems))
	return p, report, nil
}

// Site builds all files of the site into dir of to, an empty folder. Where
// the content has errors it stops before rendering.
func (b *Builder) Site(ctx context.Context, to afero.Fs, dir string) (Report, error) {
	prepared, report, err := b.Prepare(ctx, b.opts.Today)
	if prepared == nil {
		return report, err
	}
	if err := prepared.Copy(to, dir); err != nil {
		return report, err
	}
	b.opts.Progress(Rendering, report.Records)
	pages, problems, err := prepared.Render(ctx, to, dir, nil)
	report.Pages = pages
	report.Problems = portal.SortProblems(slices.Concat(report.Problems, problems))
	if err != nil || report.Failed() {
		return report, err
	}
	b.opts.Progress(Reusing, report.Records)
	if err := prepared.Reuse(to, dir); err != nil {
		return report, err
	}
	return report, prepared.Map(to, dir)
}

// Prepare reads and checks the site and derives all that its pages show on a
// day. Where the content has errors, or there is one, it returns nil.
func (b *Builder) Prepare(ctx context.Context, today vi.Date) (*Prepared, Report, error) {
	p, report, err := b.check(ctx, today)
	if err != nil || report.Failed() {
		return nil, report, err
	}
	b.opts.Progress(Deriving, report.Records)
	config, _ := readConfig(b.root.FS()) // Check has told what is wrong with it
	p = p.For(b.opts.Audience)
	figures := derive.Figures(p, today)
	pages, err := render.Pages(p, figures)
	if err != nil {
		return nil, report, err
	}
	return &Prepared{root: b.root.FS(), input: render.Input{
		Source: b.opts.Source, BaseURL: baseURL(b.opts.BaseURL, config.BaseURL),
		Portal: p, Figures: figures, Pages: pages, Draft: b.opts.Audience.Drafts, Cache: b.opts.Cache,
	}}, report, nil
}

// Publish builds the site and puts it in place of output in one step. After
// an error, of the content or of the machine, output is as it was.
func (b *Builder) Publish(ctx context.Context, output string, opts publish.Options) (report Report, summary publish.Summary, err error) {
	if err := b.clear(output); err != nil {
		return report, summary, err
	}
	staging, err := publish.Open(output)
	if err != nil {
		return report, summary, err
	}
	defer staging.Discard()
	report, err = b.Site(ctx, afero.NewOsFs(), staging.Dir())
	if err != nil || report.Failed() {
		return report, summary, err
	}
	b.opts.Progress(Publishing, report.Pages)
	summary, err = staging.Publish(ctx, opts)
	return report, summary, err
}

// clear refuses an output that would swallow the source.
func (b *Builder) clear(output string) error {
	output, err := filepath.Abs(output)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(output, b.opts.Source); err == nil && filepath.IsLocal(rel) {
		return fmt.Errorf("%w: %s", ErrOutput, output)
	}
	rel, err := filepath.Rel(b.opts.Source, output)
	if err != nil || !filepath.IsLocal(rel) {
		return nil
	}
	first, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	if slices.Contains([]string{"content", "data", "layouts", "assets", "i18n", "static", "archetypes", ".git"}, first) {
		return fmt.Errorf("%w: %s", ErrOutput, output)
	}
	return nil
}
