//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// What plain Hugo is given: one template for a page, one for lists. It reads
// the index.md of every plan where it lies, and nothing else of the site.
var bareSite = map[string]string{
	"layouts/page.html": "<!doctype html>\n<html lang=\"vi\">\n<meta charset=\"utf-8\">\n<title>{{ .Params.doc_type }} {{ .Params.abstract }}</title>\n" +
		"<h1>{{ .Params.doc_type }} {{ .Params.abstract }}</h1>\n{{ .Content }}\n</html>\n",
	"layouts/list.html": "<!doctype html>\n<html lang=\"vi\">\n<meta charset=\"utf-8\">\n<title>{{ .Title }}</title>\n" +
		"<ul>{{ range .RegularPages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Params.abstract }}</a></li>{{ end }}</ul>\n</html>\n",
	"layouts/home.html": "<!doctype html>\n<html lang=\"vi\">\n<meta charset=\"utf-8\">\n<title>{{ .Title }}</title>\n" +
		"<ul>{{ range .Sections }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>\n</html>\n",
}

const bareConfig = `title = "Hugo"
baseURL = "https://thidua.example/"
defaultContentLanguage = "vi"
disableKinds = ["RSS", "sitemap", "robotsTXT", "taxonomy", "term", "404"]

[[module.mounts]]
source = %q
target = "content/ke-hoach"
files = ["**/index.md"]

[[module.mounts]]
source = "layouts"
target = "layouts"
`

// peer builds the same plans with plain Hugo and with this program, in turn.
func (b *bench) peer(ctx context.Context) error {
	thidua, err := b.build(ctx, "thidua", "./cmd/thidua")
	if err != nil {
		return err
	}
	hugo, version, err := b.plainHugo(ctx)
	if err != nil {
		return err
	}
	b.say("# Beside plain Hugo\n\n%s. %s, minifying, with a bare template, over the same index.md of every plan. Medians of %d runs of each, in turn; ratios are medians of the ratios of each turn. What is compared with what: bench/README.md.\n", machine(), version, b.runs)
	b.say("| plans | | pages | wall s | CPU s | cores at work | CPU ms a page | peak MB |\n|--:|---|--:|--:|--:|--:|--:|--:|")
	for _, plans := range b.sizes {
		if err := b.peerAt(ctx, plans, thidua, hugo); errors.Is(err, context.DeadlineExceeded) {
			b.notes = append(b.notes, fmt.Sprintf("%d plans: past the time limit, not measured.", plans))
			break
		} else if err != nil {
			return err
		}
	}
	for _, text := range b.notes {
		b.say("\n%s", text)
	}
	return nil
}

// plainHugo compiles Hugo's own command at the version, and with the modules,
// of our go.mod. What it needs beyond them is added to a copy.
func (b *bench) plainHugo(ctx context.Context) (program, version string, err error) {
	mod := filepath.Join(b.cache, "hugo.mod")
	for from, to := range map[string]string{"go.mod": mod, "go.sum": filepath.Join(b.cache, "hugo.sum")} {
		data, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(to, data, 0o644)
		}
		if err != nil {
			return "", "", err
		}
	}
	program, err = b.build(ctx, "hugo", "-mod=mod", "-modfile="+mod, "github.com/gohugoio/hugo")
	if err != nil {
		return "", "", err
	}
	_, out, err := run(ctx, program, "version")
	fields := strings.Fields(string(out))
	return program, strings.Join(fields[:min(2, len(fields))], " "), err
}

func (b *bench) peerAt(ctx context.Context, plans int, thidua, hugo string) error {
	site, err := b.site(plans)
	if err != nil {
		return err
	}
	bare := filepath.Join(b.cache, "bare")
	if err := writeBare(bare, filepath.Join(site, "content", "ke-hoach")); err != nil {
		return err
	}
	output := filepath.Join(b.cache, "public")
	pages := func() (n int, err error) {
		err = filepath.WalkDir(output, func(_ string, d fs.DirEntry, err error) error {
			if err == nil && filepath.Ext(d.Name()) == ".html" {
				n++
			}
			return err
		})
		return n, err
	}
	var names = [2]string{"Hugo", "thidua"}
	var runs [2][]cost
	var made [2]int
	defer os.RemoveAll(output)
turns:
	for i := range b.runs {
		for turn, command := range [2][]string{
			{hugo, "--source", bare, "--destination", output, "--minify", "--quiet", "--noBuildLock", "--cacheDir", filepath.Join(b.cache, "hugo-cache")},
			{thidua, "build", "--source", site, "--output", output, "--today", today.String()},
		} {
			if err := os.RemoveAll(output); err != nil {
				return err
			}
			c, _, err := run(ctx, command[0], command[1:]...)
			if errors.Is(err, context.DeadlineExceeded) && i > 0 {
				b.notes = append(b.notes, fmt.Sprintf("%d plans: medians of %d runs, for want of time.", plans, i))
				runs[0] = runs[0][:i]
				break turns
			}
			if err != nil {
				return err
			}
			if made[turn], err = pages(); err != nil {
				return err
			}
			note("%d plans, %s, run %d: wall %.1f s, CPU %.1f s, %d MB, %d pages", plans, names[turn], i+1, c.Wall.Seconds(), c.CPU.Seconds(), c.megabytes(), made[turn])
			runs[turn] = append(runs[turn], c)
		}
	}
	for turn, name := range names {
		c := median(runs[turn])
		b.say("| %d | %s | %d | %.2f | %.2f | %.2f | %.2f | %d |", plans, name, made[turn], c.Wall.Seconds(), c.CPU.Seconds(), c.parallel(), perPlan(c, made[turn]), c.megabytes())
	}
	b.say("| %d | **thidua / Hugo** | %.1f | %.1f | %.1f | | %.2f | %.1f |", plans, float64(made[1])/float64(made[0]),
		ratio(runs, func(c cost) float64 { return c.Wall.Seconds() }), ratio(runs, func(c cost) float64 { return c.CPU.Seconds() }),
		ratio(runs, func(c cost) float64 { return c.CPU.Seconds() })*float64(made[0])/float64(made[1]),
		ratio(runs, func(c cost) float64 { return float64(c.Peak) }))
	return nil
}

// ratio is the median of the second's figure by the first's, turn by turn.
func ratio(runs [2][]cost, figure func(cost) float64) float64 {
	var all []float64
	for i := range runs[0] {
		all = append(all, figure(runs[1][i])/figure(runs[0][i]))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func writeBare(dir, plans string) error {
	if err := os.MkdirAll(filepath.Join(dir, "layouts"), 0o755); err != nil {
		return err
	}
	for name, text := range bareSite {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "hugo.toml"), fmt.Appendf(nil, bareConfig, plans), 0o644)
}
