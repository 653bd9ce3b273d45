package build_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"thidua/internal/build"
	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/publish"
	"thidua/internal/vi"
)

// reference is the reference portal, this repository.
const reference = "../.."

var (
	today  = vi.NewDate(2026, 11, 22)
	public = portal.Audience{Samples: true}
)

func TestThePlansHaveNoErrors(t *testing.T) {
	builder := open(t, build.Options{Source: reference, Today: today})
	p, report, err := builder.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Plans) == 0 {
		t.Error("no plans were read")
	}
	for _, problem := range report.Problems {
		if problem.Level() != portal.Note {
			message, _ := check.Words(problem, check.English)
			t.Errorf("%s: %s", problem.Pos, message)
		}
	}
}

func TestTwoBuildsAreByteIdentical(t *testing.T) {
	cold := publishTo(t, open(t, build.Options{Source: reference, Today: today, Audience: public}))
	builder := open(t, build.Options{Source: reference, Today: today, Audience: public})
	publishTo(t, builder)
	warm := publishTo(t, builder)
	if !slices.Equal(names(cold), names(warm)) {
		t.Fatalf("other files:\n%s", cmp.Diff(names(cold), names(warm)))
	}
	for name, data := range cold {
		if !bytes.Equal(data, warm[name]) {
			t.Errorf("%s differs:\n%s", name, cmp.Diff(string(data), string(warm[name])))
		}
	}
}

// mostOfAList is how large a page of a list may be when it is compressed.
const mostOfAList = 14 << 10

func TestListsAreSmallAndTheirLinksLeadSomewhere(t *testing.T) {
	builder := open(t, build.Options{Source: reference, Today: today, Audience: public})
	files := publishTo(t, builder)
	noDeadLinks(t, files)
	prepared, _, err := builder.Prepare(t.Context(), today)
	if err != nil {
		t.Fatal(err)
	}
	records := prepared.Records()
	for _, page := range prepared.Pages() {
		var small bytes.Buffer
		pack := gzip.NewWriter(&small)
		if _, err := pack.Write(files[page+"/index.html"]); err != nil || pack.Close() != nil {
			t.Fatal(err)
		}
		if !records[page] && small.Len() > mostOfAList {
			t.Errorf("/%s/ takes %d bytes", page, small.Len())
		}
	}
}

func TestNoFileBesideARecordIsPublished(t *testing.T) {
	site := unpack(t, "chữ")
	for _, folder := range []string{"ke-hoach/ba-nhat-xa-minh-hoa-1-2026", "mo-hinh/camera-an-ninh", "phong-trao/ba-nhat"} {
		for _, name := range []string{"don-dong-y.pdf", "anh-goc.jpg", "ghi-chu.txt", "bang.html"} {
			write(t, filepath.Join(site, "content", folder, name), "BÍ MẬT")
		}
	}
	write(t, filepath.Join(site, "data", "luong.xlsx"), "BÍ MẬT")
	for name, data := range publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public})) {
		if bytes.Contains(data, []byte("BÍ MẬT")) {
			t.Errorf("%s holds what lies beside a record", name)
		}
		if ext := filepath.Ext(name); ext == ".yaml" || ext == ".csv" || ext == ".md" {
			t.Errorf("%s is published", name)
		}
	}
}

func TestTheSignedFileIsPublishedByteForByte(t *testing.T) {
	site := unpack(t, "chữ")
	folder := filepath.Join(site, "content/ke-hoach/ba-nhat-xa-minh-hoa-1-2026")
	plan, err := os.ReadFile(filepath.Join(folder, "index.md"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "index.md"), strings.Replace(string(plan), "doc_symbol", "signed_file: ban-ky.pdf\ndoc_symbol", 1))
	write(t, filepath.Join(folder, "ban-ky.pdf"), "%PDF-1.4 chữ ký\x00%%EOF\n")
	files := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public}))
	if got := string(files["ke-hoach/ba-nhat-xa-minh-hoa-1-2026/ban-ky.pdf"]); got != "%PDF-1.4 chữ ký\x00%%EOF\n" {
		t.Errorf("%q", got)
	}
}

func TestTextIsNeverMarkup(t *testing.T) {
	const hostile = `</title></script><script>alert(1)</script><img src=x onerror=alert(1)> ' & {{ 1 }} javascript:alert(1)`
	site := unpack(t, hostile)
	files := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public}))
	shown := false
	for name, data := range files {
		if filepath.Ext(name) != ".html" {
			continue
		}
		shown = shown || bytes.Contains(data, []byte("&lt;img src=x onerror"))
		document, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for node := range document.Descendants() {
			if node.Type != html.ElementNode {
				continue
			}
			if isData(node) {
				if text := node.FirstChild.Data; strings.Contains(text, "<") || !json.Valid([]byte(text)) {
					t.Errorf("%s: text may end its script: %s", name, text)
				}
				continue
			}
			if node.Data == "img" || node.Data == "script" && node.FirstChild != nil && strings.Contains(node.FirstChild.Data, "alert(1)") {
				t.Errorf("%s: text became <%s>", name, node.Data)
			}
			for _, attribute := range node.Attr {
				if strings.HasPrefix(attribute.Key, "on") || attribute.Key == "style" || strings.HasPrefix(strings.TrimSpace(attribute.Val), "javascript:") {
					t.Errorf("%s: <%s %s=%q>", name, node.Data, attribute.Key, attribute.Val)
				}
			}
		}
	}
	if !shown {
		t.Error("the text is not shown as the characters it is")
	}
}

// isData reports whether a script holds data, which no browser runs.
func isData(node *html.Node) bool {
	return node.Data == "script" && len(node.Attr) == 1 && node.Attr[0].Key == "type" && node.Attr[0].Val == "application/ld+json" && node.FirstChild != nil
}

func TestTheSiteMayLieUnderAnyPath(t *testing.T) {
	site := unpack(t, "chữ")
	for name, data := range publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public})) {
		if filepath.Ext(name) != ".html" {
			continue
		}
		document, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for node := range document.Descendants() {
			for _, attribute := range node.Attr {
				if (attribute.Key == "href" || attribute.Key == "src") && strings.HasPrefix(attribute.Val, "/") && node.Data != "base" {
					t.Errorf("%s: <%s %s=%q> leaves the site's folder", name, node.Data, attribute.Key, attribute.Val)
				}
			}
		}
	}
}

// A server shows 404.html at whatever address was asked for.
func TestTheLinksOfTheMissingPageWorkAtAnyDepth(t *testing.T) {
	site := unpack(t, "chữ")
	for _, address := range []string{"https://xa.example/", "https://tinh.example/thi-dua/"} {
		files := publishTo(t, open(t, build.Options{Source: site, BaseURL: address, Today: today, Audience: public}))
		root, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		document, err := html.Parse(bytes.NewReader(files["404.html"]))
		if err != nil {
			t.Fatal(err)
		}
		base, links := root.JoinPath("khong/co/trang/"), 0
		for node := range document.Descendants() {
			link := attribute(node, "href")
			if link == "" {
				continue
			}
			to, err := base.Parse(link)
			if err != nil {
				t.Fatal(err)
			}
			if node.Data == "base" {
				base = to
				continue
			}
			links++
			file, within := strings.CutPrefix(to.Path, root.Path)
			if file == "" || strings.HasSuffix(file, "/") {
				file += "index.html"
			}
			if !within || files[file] == nil {
				t.Errorf("%q: %s leads to %s", address, link, to)
			}
		}
		if links < 10 {
			t.Errorf("%d links", links)
		}
	}
}

// It leads on: to the parts of the portal, the communes, the calendar.
func TestTheMissingPageLeadsOn(t *testing.T) {
	files := publishTo(t, open(t, build.Options{Source: unpack(t, "chữ"), Today: today, Audience: public}))
	for _, to := range []string{"tim-xa/", "ke-hoach/", "ket-qua/", "moc-thoi-gian/", "so-do/", "lien-he/", "en/"} {
		if !bytes.Contains(files["404.html"], []byte(`="./`+to+`"`)) && !bytes.Contains(files["404.html"], []byte(`="`+to+`"`)) {
			t.Errorf("it does not lead to %s", to)
		}
	}
}

func TestContentErrorsPublishNothing(t *testing.T) {
	site := unpack(t, "chữ")
	output := filepath.Join(t.TempDir(), "public")
	builder := open(t, build.Options{Source: site, Today: today, Audience: public})
	if _, _, err := builder.Publish(t.Context(), output, publish.Options{}); err != nil {
		t.Fatal(err)
	}
	before := read(t, output)
	write(t, filepath.Join(site, "data/units.yaml"), "- id: [")
	report, _, err := builder.Publish(t.Context(), output, publish.Options{})
	if err != nil || !report.Failed() {
		t.Fatalf("failed %v, error %v", report.Failed(), err)
	}
	if diff := cmp.Diff(names(before), names(read(t, output))); diff != "" {
		t.Errorf("the published site changed:\n%s", diff)
	}
}

func TestATemplateErrorNamesTemplateAndLine(t *testing.T) {
	site := unpack(t, "chữ")
	write(t, filepath.Join(site, "layouts/ke-hoach/page.html"), "<p>\n{{ .Nothing }}\n</p>")
	report := problemsOf(t, site)
	if pos := report.Problems[0].Pos; report.Problems[0].Rule != "template" || pos.File != "layouts/ke-hoach/page.html" || pos.Line != 2 {
		t.Errorf("%+v", report.Problems)
	}
}

// Hugo itself never returns from this one: more pages fail than it collects
// errors of.
func TestATemplateErrorOfManyPagesEnds(t *testing.T) {
	site := unpack(t, "chữ")
	units, err := os.ReadFile(filepath.Join(site, "data/units.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 200 {
		units = fmt.Appendf(units, "- {id: to-%d-m%d, name: Tổ %d, kind: group, sample: true}\n", i, i, i)
	}
	write(t, filepath.Join(site, "data/units.yaml"), string(units))
	write(t, filepath.Join(site, "layouts/don-vi/page.html"), "{{ define \"main\" }}{{ range seq 20000 }}{{ end }}\n{{ .Params.id.Sai }}\n{{ end }}\n")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for range 3 { // not every run gets stuck
		report, _, err := open(t, build.Options{Source: site, Today: today, Audience: public}).Publish(ctx, filepath.Join(t.TempDir(), "public"), publish.Options{})
		if err != nil || !report.Failed() {
			t.Fatalf("problems %v, error %v", report.Problems, err)
		}
		if last := report.Problems[len(report.Problems)-1]; last.Pos.File != "layouts/don-vi/page.html" || last.Pos.Line != 2 {
			t.Errorf("the mistake is at %s, want layouts/don-vi/page.html:2", last.Pos)
		}
	}
}

func TestATemplateThatDoesNotParseNamesItsLine(t *testing.T) {
	site := unpack(t, "chữ")
	write(t, filepath.Join(site, "layouts/ke-hoach/page.html"), "<p>\n\n{{ if }}\n</p>")
	report := problemsOf(t, site)
	if pos := report.Problems[0].Pos; pos.File != "layouts/ke-hoach/page.html" || pos.Line != 3 {
		t.Errorf("%+v", report.Problems)
	}
}

func TestAMissingRecordInATemplateIsNamed(t *testing.T) {
	site := unpack(t, "chữ")
	write(t, filepath.Join(site, "layouts/ke-hoach/page.html"), `{{ (site.Params.portal.Unit "xa-khong-co").Name }}`)
	report := problemsOf(t, site)
	if message, _ := check.Words(report.Problems[0], check.Vietnamese); !strings.Contains(message, "xa-khong-co") {
		t.Errorf("%q does not name the record", message)
	}
}

func TestABrokenConfigNamesItsLine(t *testing.T) {
	site := unpack(t, "chữ")
	write(t, filepath.Join(site, "config.toml"), "title = \"Cổng\"\nbaseURL = https\n")
	report := problemsOf(t, site)
	if problem := report.Problems[0]; problem.Rule != "config" || problem.Pos.File != "config.toml" || problem.Pos.Line != 2 {
		t.Errorf("%+v", report.Problems)
	}
}

func TestCheckReadsTheConfig(t *testing.T) {
	for name, test := range map[string]struct{ config, rule string }{
		"broken":         {"title = \"Cổng\"\nbaseURL = https\n", "config"},
		"not a web site": {"title = \"Cổng\"\nbaseURL = \"thidua.xa.gov.vn\"\n", "config-address"},
	} {
		t.Run(name, func(t *testing.T) {
			site := unpack(t, "chữ")
			write(t, filepath.Join(site, "config.toml"), test.config)
			_, report, err := open(t, build.Options{Source: site, Today: today}).Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if len(report.Problems) != 1 || report.Problems[0].Rule != test.rule || report.Problems[0].Pos.Line != 2 {
				t.Errorf("%+v", report.Problems)
			}
		})
	}
}

func TestASiteCannotExecuteOrFetch(t *testing.T) {
	for name, template := range map[string]string{
		"environment": `{{ os.Getenv "HOME" }}`,
		"network":     `{{ (resources.GetRemote "http://127.0.0.1:1/").Content }}`,
	} {
		t.Run(name, func(t *testing.T) {
			site := unpack(t, "chữ")
			write(t, filepath.Join(site, "layouts/home.html"), template)
			problemsOf(t, site)
		})
	}
}

func TestASiteSeesNothingOutsideItsFolder(t *testing.T) {
	site := unpack(t, "chữ")
	outside := filepath.Join(filepath.Dir(site), "ben-ngoai")
	write(t, filepath.Join(outside, "bi-mat.txt"), "BÍ MẬT")
	write(t, filepath.Join(site, "layouts/home.html"), `
		{{ os.ReadFile "../ben-ngoai/bi-mat.txt" }}{{ os.ReadFile "`+filepath.Join(outside, "bi-mat.txt")+`" }}`)
	for link, to := range map[string]string{"static/lien-ket.txt": "bi-mat.txt", "static/thu-muc": ""} { // elsewhere links are errors
		if err := os.MkdirAll(filepath.Dir(filepath.Join(site, link)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(filepath.Join(outside, to), filepath.Join(site, link)); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public})) {
		if bytes.Contains(data, []byte("BÍ MẬT")) {
			t.Errorf("%s holds what lies outside the site", name)
		}
	}
}

func TestAnOutputThatHoldsTheSourcesIsRefused(t *testing.T) {
	site := unpack(t, "chữ")
	builder := open(t, build.Options{Source: site, Today: today, Audience: public})
	for _, output := range []string{site, filepath.Dir(site), filepath.Join(site, "content"), filepath.Join(site, "data", "x")} {
		if _, _, err := builder.Publish(t.Context(), output, publish.Options{}); err == nil {
			t.Errorf("%s was taken as output", output)
		}
	}
}

func TestTheSourceIsLeftAsItWas(t *testing.T) {
	site := unpack(t, "chữ")
	before := names(read(t, site))
	publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public}))
	if diff := cmp.Diff(before, names(read(t, site))); diff != "" {
		t.Errorf("building wrote into the source:\n%s", diff)
	}
}

// open prepares to build and cleans up after the test.
func open(t testing.TB, opts build.Options) *build.Builder {
	t.Helper()
	builder, err := build.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { builder.Close() })
	return builder
}

// publishTo builds a site without errors and returns its files.
func publishTo(t *testing.T, builder *build.Builder) map[string][]byte {
	t.Helper()
	output := filepath.Join(t.TempDir(), "public")
	report, _, err := builder.Publish(context.Background(), output, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fail(t, report)
	return read(t, output)
}

// problemsOf builds a site that has errors.
func problemsOf(t *testing.T, site string) build.Report {
	t.Helper()
	output := filepath.Join(t.TempDir(), "public")
	report, _, err := open(t, build.Options{Source: site, Today: today, Audience: public}).Publish(t.Context(), output, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !report.Failed() {
		t.Fatal("the site was built")
	}
	if _, err := os.Stat(output); err == nil {
		t.Error("a site with errors was published")
	}
	return report
}

func fail(t *testing.T, report build.Report) {
	t.Helper()
	if report.Failed() {
		for _, problem := range report.Problems {
			message, _ := check.Words(problem, check.English)
			t.Errorf("%s: %s", problem.Pos, message)
		}
		t.FailNow()
	}
}

// unpack makes the small site with text in every field that takes any.
func unpack(t testing.TB, text string) string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site := t.TempDir()
	for _, file := range archive.Files {
		quoted := text
		if filepath.Ext(file.Name) != ".csv" {
			quoted = strings.ReplaceAll(strings.ReplaceAll(text, `\`, `\\`), `"`, `\"`)
		}
		write(t, filepath.Join(site, file.Name), strings.ReplaceAll(string(file.Data), "TEXT", quoted))
	}
	return site
}

func write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// read returns the files below a folder.
func read(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[name], err = os.ReadFile(filepath.Join(folder, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func names(files map[string][]byte) []string { return slices.Sorted(maps.Keys(files)) }
