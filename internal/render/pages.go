package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// A Page is one page that comes from the model rather than from a file.
type Page struct {
	Path    string  // below the site, without slashes at its ends: "ke-hoach/<id>"
	Kind    string  // of Hugo: page or section
	Type    string  // the folder of its templates
	Layout  string  // a template other than the type's page.html
	Title   string  // of a record
	Heading string  // the i18n key of the title, where it is no record
	Group   string  // of a section: under which it stands on the site map, "" where it does not
	ID      string  // of the record
	From    string  // the file of the record, for messages
	On      vi.Date // of a tombstone
	Sample  bool    // what it shows is invented, or a part of it is
	List    string  // the path of the list that it shows a page of, or ""
	Number  int     // of that page, from 1
}

// Lang is the language of the page: "vi", or "en" for what lies below /en/.
func (p Page) Lang() string {
	if strings.HasPrefix(p.Path, portal.English+"/") {
		return portal.English
	}
	return languages[0]
}

// Below is the path of the page among those of its language.
func (p Page) Below() string { return strings.TrimPrefix(p.Path, portal.English+"/") }

// Pages lists every page of the model. Hugo drops one of two pages with one
// path without a word, so that is an error here.
func Pages(p *portal.Portal, f *portal.Figures) ([]Page, error) {
	list := []Page{
		{Path: "tim-xa", Kind: "section", Heading: "provinces", Group: "who"},
		{Path: "ke-hoach", Kind: "section", Heading: "plans", Group: "followed"},
		{Path: "don-vi", Kind: "section", Heading: "units", Group: "who"},
		{Path: "phong-trao", Kind: "section", Heading: "movements", Group: "practice"},
		{Path: "mo-hinh", Kind: "section", Heading: "models", Group: "practice"},
		{Path: "ket-qua", Kind: "section", Heading: "reports", Group: "followed"},
		{Path: "cong-nhan", Kind: "section", Heading: "programmes", Group: "practice"},
		{Path: "doi-chieu", Kind: "section", Heading: "alignments", Group: "followed"},
		{Path: "dien-hinh", Kind: "section", Heading: "exemplars", Group: "practice"},
		{Path: "thi-dua-la-yeu-nuoc", Kind: "section", Heading: "monthly", Group: "practice"},
		{Path: "linh-vuc", Kind: "section", Heading: "fields", Group: "practice"},
		{Path: "lich-su", Kind: "section", Heading: "corrections", Group: "followed"},
		{Path: "so-sanh", Kind: "section", Heading: "comparing", Group: "followed"},
		{Path: "moc-thoi-gian", Kind: "section", Heading: "calendar", Group: "followed"},
		{Path: "lien-he", Kind: "section", Heading: "contacts", Group: "who"},
		{Path: "cong-khai", Kind: "section", Heading: "public", Group: "portal"},
		{Path: "so-do", Kind: "section", Heading: "site-map", Group: "portal"},
		{Path: "en/units", Kind: "section", Heading: "organisation"},
		{Path: "en/contacts", Kind: "section", Heading: "contacts"},
	}
	list = append(list, listPages(f, list)...)
	record := func(folder, id, title string, source *portal.Source, sample bool) {
		list = append(list, Page{Path: folder + "/" + id, Kind: "page", Type: folder, Title: title, ID: id, From: source.Start().File, Sample: sample})
	}
	for _, plan := range p.Plans {
		record("ke-hoach", plan.ID, plan.Title(), &plan.Source, plan.Sample)
	}
	for _, unit := range p.Units {
		record("don-vi", unit.ID, unit.Name, &unit.Source, unit.Sample)
	}
	for _, movement := range p.Movements {
		record("phong-trao", movement.ID, movement.Title, &movement.Source, movement.Sample)
	}
	for _, model := range p.Models {
		record("mo-hinh", model.ID, model.Title, &model.Source, model.Sample)
	}
	for _, stone := range p.Tombstones {
		list = append(list, Page{Path: stone.Path, Kind: "page", Type: "withdrawn", Heading: "withdrawn", From: stone.Pos.File, On: stone.On})
	}
	for _, report := range p.Reports {
		list = append(list, Page{Path: "ket-qua/" + report.Slug(), Kind: "page", Type: "ket-qua", Title: report.Name(p.Unit(report.Unit)), ID: report.ID, From: report.Source.Start().File, Sample: report.Sample})
	}
	for _, exemplar := range p.Exemplars {
		record("dien-hinh", exemplar.ID, exemplar.Title, &exemplar.Source, exemplar.Sample)
	}
	for _, issue := range p.Columns {
		record("thi-dua-la-yeu-nuoc", issue.ID, issue.Title, &issue.Source, issue.Sample)
	}
	for _, field := range p.Fields {
		if !field.Common {
			record("linh-vuc", field.ID, field.Title, &field.Source, false)
		}
	}
	for _, programme := range p.Recognitions {
		record("cong-nhan", programme.ID, programme.Title, &programme.Source, programme.Sample)
	}
	for _, alignment := range f.Alignments {
		title := placeName(f, alignment.Below) + " – " + placeName(f, alignment.Above)
		list = append(list, Page{
			Path: "doi-chieu/" + alignment.ID(), Kind: "page", Type: "doi-chieu", Title: title, ID: alignment.ID(),
			From: alignment.Below.Source.Start().File, Sample: alignment.Below.Sample || alignment.Above.Sample,
		})
	}
	from := make(map[string]string, len(list))
	for _, page := range list {
		if other, taken := from[page.Path]; taken {
			return nil, fmt.Errorf("two pages at /%s/: from %s and %s", page.Path, other, page.From)
		}
		from[page.Path] = page.From
	}
	return list, nil
}

// listPages are the pages of lists, in the order of their addresses, but for the
// first ones of those that are sections and have a template of their own.
func listPages(f *portal.Figures, sections []Page) (pages []Page) {
	for _, path := range slices.Sorted(maps.Keys(f.Lists)) {
		list := f.Lists[path]
		for number := 1; number <= list.Pages(); number++ {
			page := Page{Path: list.PagePath(number), Kind: "page", Type: "danh-sach", List: path, Number: number, Sample: list.Count.Invented()}
			if list.IsEnglish() && list.Of != portal.ListContacts {
				page.Type = "units"
			}
			if number > 1 || !slices.ContainsFunc(sections, func(section Page) bool { return section.Path == path }) {
				pages = append(pages, page)
			}
		}
	}
	return pages
}

// placeName is whose plan it is, or its title.
func placeName(f *portal.Figures, plan *portal.Plan) string {
	if place := f.Plans[plan.ID].Place; place != nil {
		return place.Name
	}
	return plan.Title()
}
