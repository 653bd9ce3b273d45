package build_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/spf13/afero"
	"golang.org/x/net/html"

	"thidua/internal/build"
	"thidua/internal/portal"
)

// sampleLabel is what every reader is told of what is invented.
const sampleLabel = "Số liệu minh họa"

// Wherever the reference portal shows a sample, or names one, it says so there:
// on the page, in its title and what is shared of it, in the row, the card or the
// cell, in the object of data.
func TestEverySampleIsLabelled(t *testing.T) {
	samples := samplesOf(t)
	labels := 0
	for name, data := range referenceSite(t) {
		labels += bytes.Count(data, []byte(sampleLabel))
		for _, fault := range samples.unlabelled(name, inVietnamese(name, data)) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	if len(samples.pages) < 100 || labels < len(samples.pages) {
		t.Errorf("%d samples and %d labels: is this the reference portal?", len(samples.pages), labels)
	}
	noDeadLinks(t, referenceSite(t))
}

// inVietnamese is a page with the label of an English one in Vietnamese.
func inVietnamese(name string, data []byte) []byte {
	if !strings.HasPrefix(name, portal.English+"/") {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("Sample figures"), []byte(sampleLabel))
	return bytes.ReplaceAll(data, []byte("(sample)"), []byte("minh họa"))
}

// What the test above looks for, it finds: pages of the reference portal that
// each lost one label.
func TestALostLabelIsFound(t *testing.T) {
	samples, site := samplesOf(t), referenceSite(t)
	const unit, list = "don-vi/xa-minh-hoa-1-m0001/index.html", "phong-trao/ba-nhat/index.html"
	const model, movement = "mo-hinh/camera-an-ninh/index.json", "phong-trao/ba-nhat/index.json"
	for what, lose := range map[string]struct {
		file, old, new string
	}{
		"title":        {unit, "<title>" + sampleLabel, "<title>"},
		"shared title": {unit, `og:title" content="` + sampleLabel, `og:title" content="`},
		"shared text":  {unit, `og:description" content="` + sampleLabel, `og:description" content="`},
		"description":  {unit, `name="description" content="` + sampleLabel, `name="description" content="`},
		"head":         {unit, `data-s="demo">` + sampleLabel, `data-s="demo">`},
		"row":          {list, `data-s="demo">` + sampleLabel, `data-s="demo">`},
		"object":       {model, `"sample":true`, `"sample":false`},
		"list of ids":  {movement, `"samples":["`, `"samples":["x`},
	} {
		data := site[lose.file]
		lost := bytes.Replace(data, []byte(lose.old), []byte(lose.new), 1)
		if bytes.Equal(data, lost) {
			t.Errorf("%s: %s has no %q", what, lose.file, lose.old)
		} else if len(samples.unlabelled(lose.file, lost)) == 0 {
			t.Errorf("%s: nothing is found in %s", what, lose.file)
		}
	}
	for line, found := range map[string]bool{"xa-minh-hoa-1-m0001,12": true, "xa-minh-hoa-1-m0001,12," + sampleLabel: false, "xa-hung-nguyen-18001,12": false} {
		if got := len(samples.unlabelled("bang.csv", []byte("unit,value\n"+line+"\n"))) > 0; got != found {
			t.Errorf("%s: found %v", line, got)
		}
	}
}

// Without samples nothing is left of them: no file, no id, no name, no link.
func TestWithoutSamplesNoTraceIsLeft(t *testing.T) {
	samples := samplesOf(t)
	site := siteOf(t, portal.Audience{})
	for name, data := range site {
		for id := range samples.ids {
			if slices.Contains(strings.Split(name, "/"), id) {
				t.Errorf("%s is a file of a sample", name)
			}
			if bytes.Contains(data, []byte(id)) {
				t.Errorf("%s names %s", name, id)
			}
		}
		for _, title := range samples.names {
			if bytes.Contains(data, []byte(title)) {
				t.Errorf("%s says %q", name, title)
			}
		}
		for page := range samples.pages {
			if strings.HasPrefix(name, page+"/") {
				t.Errorf("%s is a file of a sample", name)
			}
		}
		if path.Ext(name) == ".html" && bytes.Contains(data, []byte(`data-s="demo"`)) {
			t.Errorf("%s labels a sample", name)
		}
	}
	noDeadLinks(t, site)
}

// siteOf builds the reference portal into memory, as stage publish gets it.
func siteOf(t *testing.T, audience portal.Audience) map[string][]byte {
	t.Helper()
	memory := afero.NewMemMapFs()
	const dir = "/public"
	report, err := open(t, build.Options{Source: reference, Today: today, Audience: audience}).Site(t.Context(), memory, dir)
	if err != nil {
		t.Fatal(err)
	}
	fail(t, report)
	files := map[string][]byte{}
	err = afero.Walk(memory, dir, func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		data, err := afero.ReadFile(memory, name)
		files[strings.TrimPrefix(filepath.ToSlash(name), dir+"/")] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	referenceOnce  sync.Once
	referenceFiles map[string][]byte
)

// referenceSite are the files of the reference portal with its samples, built
// once for all tests. They are not to be changed.
func referenceSite(t *testing.T) map[string][]byte {
	t.Helper()
	referenceOnce.Do(func() { referenceFiles = siteOf(t, public) })
	if referenceFiles == nil {
		t.Fatal("the reference portal was not built")
	}
	return referenceFiles
}

// samples are the invented records of a portal.
type samples struct {
	pages map[string]bool // "don-vi/<id>", below the site
	ids   map[string]bool // that tell nothing else: no month of the column
	names []string        // that no real record has
}

func samplesOf(t *testing.T) samples {
	t.Helper()
	p, report, err := open(t, build.Options{Source: reference, Today: today}).Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	fail(t, report)
	all := samples{pages: map[string]bool{}, ids: map[string]bool{}}
	named, real := map[string]bool{}, map[string]bool{}
	add := func(folder, id, name string, sample bool) {
		if !sample {
			real[name] = true
			return
		}
		all.pages[folder+"/"+id] = true
		named[name] = true
		if folder != "thi-dua-la-yeu-nuoc" {
			all.ids[id] = true
		}
	}
	for _, r := range p.Units {
		add("don-vi", r.ID, r.Name, r.Sample)
	}
	for _, r := range p.Plans {
		add("ke-hoach", r.ID, r.Title(), r.Sample)
	}
	for _, r := range p.Movements {
		add("phong-trao", r.ID, r.Title, r.Sample)
	}
	for _, r := range p.Models {
		add("mo-hinh", r.ID, r.Title, r.Sample)
	}
	for _, r := range p.Exemplars {
		add("dien-hinh", r.ID, r.Title, r.Sample)
	}
	for _, r := range p.Recognitions {
		add("cong-nhan", r.ID, r.Title, r.Sample)
	}
	for _, r := range p.Columns {
		add("thi-dua-la-yeu-nuoc", r.ID, r.Title, r.Sample)
	}
	for _, r := range p.Reports {
		add("ket-qua", r.Slug(), r.Name(p.Unit(r.Unit)), r.Sample)
	}
	for name := range named {
		if !real[name] {
			all.names = append(all.names, name)
		}
	}
	slices.Sort(all.names)
	return all
}

// unlabelled are the places in an output where a sample stands without its
// label. A file of a kind that is not known is looked at line by line.
func (s samples) unlabelled(name string, data []byte) []string {
	switch path.Ext(name) {
	case ".html":
		return s.inPage(name, data)
	case ".json":
		var value any
		if err := json.Unmarshal(data, &value); err != nil {
			return []string{err.Error()}
		}
		if name == ".well-known/thidua-manifest.json" {
			return nil // names of files
		}
		return s.inData(value, nil)
	case ".csv":
		reader := csv.NewReader(bytes.NewReader(data))
		reader.FieldsPerRecord = -1
		rows, err := reader.ReadAll()
		if err != nil {
			return []string{err.Error()}
		}
		var faults []string
		for _, row := range rows {
			faults = append(faults, s.inLine(strings.Join(row, "\n"))...)
		}
		return faults
	}
	var faults []string
	for line := range strings.Lines(string(data)) {
		faults = append(faults, s.inLine(line)...)
	}
	return faults
}

func (s samples) inLine(line string) []string {
	if word := s.named(line); word != "" && !strings.Contains(line, sampleLabel) {
		return []string{fmt.Sprintf("%q is not labelled", word)}
	}
	return nil
}

// named is the first sample that a text names by id or name, "" for none.
func (s samples) named(text string) string {
	rest := counted.ReplaceAllString(strings.ReplaceAll(text, sampleLabel, ""), "")
	if lower := strings.ToLower(rest); strings.Contains(lower, "minh họa") || strings.Contains(lower, "minh-hoa") {
		return text // as the names of fictitious communes and people do
	}
	for _, name := range s.names {
		if strings.Contains(rest, name) {
			return name
		}
	}
	return ""
}

// counted matches what tells invented records apart from real ones by their
// number: "2 kế hoạch minh họa".
var counted = regexp.MustCompile(`[0-9.]+ (?:\p{Ll}+ ){0,6}minh họa`)

// labelled reports whether a reader of a place in a page knows it is a sample:
// by the label in its row, by a count of samples there, or by the heading of the
// section that it is in.
func labelled(node *html.Node) bool {
	row := words(rowOf(node))
	if strings.Contains(row, sampleLabel) || counted.MatchString(row) {
		return true
	}
	for above := range node.Ancestors() {
		if above.Data != "section" {
			continue
		}
		for child := range above.ChildNodes() {
			if child.Type == html.ElementNode {
				return strings.TrimSpace(words(child)) == sampleLabel
			}
		}
	}
	return false
}

// isPage reports whether a page, by its path below the site, shows a sample: a
// record, two plans of which one is, or a list of what belongs to one.
func (s samples) isPage(at string) bool {
	at = strings.Trim(at, "/")
	return s.pages[at] || slices.ContainsFunc(strings.Split(at, "/"), func(id string) bool { return s.ids[id] })
}

// inPage looks, on the page of a sample, at its head and its first lines; on any
// other, at each row that links to a sample or names one.
func (s samples) inPage(name string, data []byte) (faults []string) {
	document, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return []string{err.Error()}
	}
	own := s.isPage(path.Dir(name))
	headed := false
	for node := range document.Descendants() {
		if own {
			switch {
			case node.Type != html.ElementNode:
			case node.Data == "title" && !strings.Contains(words(node), sampleLabel):
				faults = append(faults, "the title has no label")
			case node.Data == "meta" && slices.Contains([]string{"og:title", "og:description"}, attribute(node, "property")) && !strings.Contains(attribute(node, "content"), sampleLabel):
				faults = append(faults, attribute(node, "property")+" has no label")
			case node.Data == "meta" && attribute(node, "name") == "description" && !strings.Contains(attribute(node, "content"), sampleLabel):
				faults = append(faults, "the description has no label")
			case node.Data == "header" && attribute(node, "class") == "page-head":
				headed = headed || strings.Contains(words(node), sampleLabel)
			}
			continue
		}
		if name == "gioi-thieu/index.html" {
			continue // an ordinary page, which tells what the label means
		}
		word := ""
		if node.Type == html.TextNode {
			word = s.named(node.Data)
		} else if node.Data == "a" {
			link := strings.Split(attribute(node, "href"), "#")[0]
			if to := path.Join("/", path.Dir(name), link); link != "" && s.isPage(to) {
				word = link
			}
		}
		if word != "" && !labelled(node) {
			faults = append(faults, fmt.Sprintf("%q is not labelled in its row", word))
		}
	}
	if own && !headed {
		faults = append(faults, "the first lines have no label")
	}
	return faults
}

// isRow reports whether an element is a row to a reader: what is labelled once.
func isRow(node *html.Node) bool {
	return node.Type == html.ElementNode && slices.Contains([]string{"li", "tr", "section", "header", "nav", "title", "body"}, node.Data) ||
		node.Data == "div" && node.Parent != nil && node.Parent.Data == "dl"
}

// rowOf is the nearest row around a node.
func rowOf(node *html.Node) *html.Node {
	for node.Parent != nil && !isRow(node) {
		node = node.Parent
	}
	return node
}

// words are the text of a row, without that of the rows in it.
func words(row *html.Node) string {
	var text strings.Builder
	var visit func(*html.Node)
	visit = func(node *html.Node) {
		if node.Type == html.TextNode {
			text.WriteString(node.Data)
		}
		for child := range node.ChildNodes() {
			if !isRow(child) {
				visit(child)
			}
		}
	}
	visit(row)
	return text.String()
}

func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// inData looks for strings that name a sample: the object around them says
// "sample": true, or one above it lists the id among its "samples".
func (s samples) inData(value any, told []string) (faults []string) {
	switch v := value.(type) {
	case map[string]any:
		if v["sample"] == true {
			return nil
		}
		if listed, ok := v["samples"].([]any); ok {
			for _, id := range listed {
				told = append(told, fmt.Sprint(id))
			}
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if key != "samples" {
				faults = append(faults, s.inData(v[key], told)...)
			}
		}
	case []any:
		for _, each := range v {
			faults = append(faults, s.inData(each, told)...)
		}
	case string:
		id, _, _ := strings.Cut(v, "#")
		if s.named(v) != "" && !slices.Contains(told, id) || s.ids[id] && !slices.Contains(told, id) {
			faults = append(faults, fmt.Sprintf("%q is not marked as a sample", v))
		}
	}
	return faults
}
