package build

import (
	"context"
	"io/fs"
	"path/filepath"

	"github.com/spf13/afero"

	"thidua/internal/portal"
	"thidua/internal/render"
	"thidua/internal/reuse"
)

// A Prepared site is one whose content has no errors, ready to be written, in
// whole or in part, as often as wanted. It never changes and may be shared;
// templates, ordinary pages and static files are read when they are written.
type Prepared struct {
	root  fs.FS
	input render.Input // without what one rendering asks for
}

// At is the same site, served at a path other than that of its public address.
func (p *Prepared) At(root string) *Prepared {
	moved := *p
	moved.input.Root = root
	return &moved
}

// Rest chooses in Render all that is no page of the model.
const Rest = render.Rest

// Pages are the paths of the pages of the model, like "ke-hoach/<id>".
func (p *Prepared) Pages() []string {
	paths := make([]string, len(p.input.Pages))
	for i, page := range p.input.Pages {
		paths[i] = page.Path
	}
	return paths
}

// Records are those of Pages that are of one record, by their paths; the others
// are lists.
func (p *Prepared) Records() map[string]bool {
	records := map[string]bool{}
	for _, page := range p.input.Pages {
		if page.ID != "" {
			records[page.Path] = true
		}
	}
	return records
}

// Copy writes the files that are published as they are into dir of to. It comes
// before Render.
func (p *Prepared) Copy(to afero.Fs, dir string) error {
	if err := render.Static(p.input.Source, to, dir); err != nil {
		return err
	}
	return attach(p.root, p.input.Portal, to, dir)
}

// Render writes the pages that only chooses by their paths and by Rest, with
// the styles and resources they use, and returns how many there are; nil
// chooses all. The problems are those of render.Site.
func (p *Prepared) Render(ctx context.Context, to afero.Fs, dir string, only func(path string) bool) (pages int, problems []portal.Problem, err error) {
	input := p.input
	input.To, input.Dir, input.Only = to, dir, only
	return render.Site(ctx, input)
}

// Reuse writes what other programs read: index.json beside the page of every
// record and api/v1/index.json.
func (p *Prepared) Reuse(to afero.Fs, dir string) error {
	return reuse.Write(p.input.Portal, p.input.Figures, func(path string, data []byte) error {
		return writeFile(to, dir, path, data)
	})
}

// Map writes what search engines read of a whole site that lies in dir of to:
// sitemap.xml and robots.txt, where the public address is known. They are not
// led to what is invented. A robots.txt of the site's own stays as it is.
func (p *Prepared) Map(to afero.Fs, dir string) error {
	if p.input.BaseURL == "" {
		return nil
	}
	invented := make(map[string]bool)
	for _, page := range p.input.Pages {
		invented[page.Path] = page.Sample
	}
	var pages []string
	err := afero.Walk(to, dir, func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.Name() != "index.html" {
			return err
		}
		page, err := filepath.Rel(dir, filepath.Dir(name))
		if page = filepath.ToSlash(page); page == "." {
			page = ""
		}
		if !invented[page] {
			pages = append(pages, page)
		}
		return err
	})
	if err != nil {
		return err
	}
	return reuse.Sitemap(p.input.Portal, p.input.BaseURL, pages, func(path string, data []byte) error {
		if _, err := to.Stat(filepath.Join(dir, path)); err == nil && path == "robots.txt" {
			return nil
		}
		return writeFile(to, dir, path, data)
	})
}
