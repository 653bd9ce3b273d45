package reuse

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"thidua/internal/portal"
)

// sitemapLimit is how many addresses the protocol allows in one file
// (sitemaps.org): with more, sitemap.xml lists the files that list them.
const sitemapLimit = 50_000

// Sitemap writes sitemap.xml for search engines, and robots.txt that names it.
// Base is the public address of the site, ending in "/"; pages are the folders
// of its pages below it, like "ke-hoach/<id>", the home page is "". Tombstones
// are left out. A page is updated when its record says so, or nothing is said.
func Sitemap(p *portal.Portal, base string, pages []string, write func(path string, data []byte) error) error {
	return sitemap(p, base, pages, sitemapLimit, write)
}

func sitemap(p *portal.Portal, base string, pages []string, limit int, write func(path string, data []byte) error) error {
	updated := make(map[string]string)
	note := func(folder string, id string, record *portal.Record) {
		if day := record.Updated(); !day.IsZero() {
			updated[folder+"/"+id] = day.String()
		}
	}
	for _, plan := range p.Plans {
		note("ke-hoach", plan.ID, &plan.Record)
	}
	for _, movement := range p.Movements {
		note("phong-trao", movement.ID, &movement.Record)
	}
	for _, model := range p.Models {
		note("mo-hinh", model.ID, &model.Record)
	}
	for _, report := range p.Reports {
		note("ket-qua", report.Slug(), &report.Record)
	}
	for _, exemplar := range p.Exemplars {
		note("dien-hinh", exemplar.ID, &exemplar.Record)
	}
	for _, issue := range p.Columns {
		note("thi-dua-la-yeu-nuoc", issue.ID, &issue.Record)
	}
	for _, programme := range p.Recognitions {
		note("cong-nhan", programme.ID, &programme.Record)
	}
	gone := make(map[string]bool, len(p.Tombstones))
	for _, stone := range p.Tombstones {
		gone[stone.Path] = true
	}
	var all []address
	for _, page := range slices.Sorted(slices.Values(pages)) {
		if gone[page] {
			continue
		}
		at := base
		if page != "" {
			at += (&url.URL{Path: page}).EscapedPath() + "/"
		}
		all = append(all, address{Loc: at, Updated: updated[page]})
	}
	robots := "User-agent: *\nAllow: /\nSitemap: " + base + "sitemap.xml\n"
	if err := write("robots.txt", []byte(robots)); err != nil {
		return err
	}
	if len(all) <= limit {
		return writeXML("sitemap.xml", urlset{Urls: all}, write)
	}
	var index sitemapIndex
	for part := range slices.Chunk(all, limit) {
		name := fmt.Sprintf("sitemap-%d.xml", len(index.Maps)+1)
		if err := writeXML(name, urlset{Urls: part}, write); err != nil {
			return err
		}
		index.Maps = append(index.Maps, address{Loc: base + name})
	}
	return writeXML("sitemap.xml", index, write)
}

// The shapes of sitemaps.org, version 0.9.
type (
	address struct {
		Loc     string `xml:"loc"`
		Updated string `xml:"lastmod,omitempty"` // a day, a month or a year
	}
	urlset struct {
		XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Urls    []address `xml:"url"`
	}
	sitemapIndex struct {
		XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Maps    []address `xml:"sitemap"`
	}
)

func writeXML(path string, value any, write func(string, []byte) error) error {
	var out bytes.Buffer
	out.WriteString(strings.TrimSuffix(xml.Header, "\n"))
	if err := xml.NewEncoder(&out).Encode(value); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return write(path, out.Bytes())
}
