package build_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/net/html"

	"thidua"
	"thidua/internal/build"
	"thidua/internal/portal"
)

// vietnamese matches a letter that English does not have.
var vietnamese = regexp.MustCompile(`[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵĂÂĐÊÔƠƯ]`)

func TestEnglishPagesAreEnglishButForWhatTheyMark(t *testing.T) {
	pages := 0
	for name, data := range referenceSite(t) {
		if !strings.HasPrefix(name, "en/") || !strings.HasSuffix(name, ".html") {
			continue
		}
		pages++
		document := parsePage(t, data)
		var visit func(node *html.Node, lang string)
		visit = func(node *html.Node, lang string) {
			if node.Type == html.ElementNode {
				if own := attribute(node, "lang"); own != "" {
					lang = own
				}
				if node.Data == "head" || node.Data == "script" {
					return
				}
				if said := attribute(node, "aria-label") + attribute(node, "data-label"); lang == "en" && vietnamese.MatchString(said) {
					t.Errorf("%s calls something %q", name, said)
				}
			}
			if node.Type == html.TextNode && lang != "vi" && vietnamese.MatchString(node.Data) {
				t.Errorf("%s: %q is not marked as Vietnamese", name, strings.TrimSpace(node.Data))
			}
			for child := range node.ChildNodes() {
				visit(child, lang)
			}
		}
		visit(document, "")
		if !bytes.Contains(data, []byte(`<html lang="en">`)) {
			t.Errorf("%s does not say that it is English", name)
		}
	}
	if pages < 6 {
		t.Errorf("only %d English pages", pages)
	}
}

// Both languages name each other, and no page names one that is not there.
func TestLanguagesLeadToEachOther(t *testing.T) {
	files := referenceSite(t)
	const base = "https://thidua.example/"
	alternates := map[string]map[string]string{} // of each page, by language
	for name, data := range files {
		if !strings.HasSuffix(name, "index.html") {
			continue
		}
		other := map[string]string{}
		language := ""
		for node := range parsePage(t, data).Descendants() {
			switch {
			case node.Data == "link" && attribute(node, "rel") == "alternate" && attribute(node, "hreflang") != "":
				other[attribute(node, "hreflang")] = strings.TrimPrefix(attribute(node, "href"), base) + "index.html"
			case node.Data == "a" && attribute(node, "lang") != "" && attribute(node, "lang") == attribute(node, "hreflang") && language == "":
				language = attribute(node, "lang")
			}
		}
		if want := map[bool]string{true: "vi", false: "en"}[strings.HasPrefix(name, "en/")]; language != want {
			t.Errorf("%s has no link to %q", name, want)
		}
		if len(other) > 0 {
			alternates[name] = other
		}
	}
	for _, name := range []string{"index.html", "tim-xa/index.html", "lien-he/index.html", "tim-xa/tinh-nghe-an-40/index.html"} {
		if alternates[name] == nil {
			t.Errorf("%s has no page in English", name)
		}
	}
	for name, languages := range alternates {
		for language, to := range languages {
			if strings.HasPrefix(to, "en/") != (language == "en") || files[to] == nil {
				t.Errorf("%s: its page in %q is %s", name, language, to)
			}
			if diff := cmp.Diff(languages, alternates[to]); diff != "" {
				t.Errorf("%s and %s do not agree: %s", name, to, diff)
			}
		}
	}
}

func parsePage(t *testing.T, data []byte) *html.Node {
	t.Helper()
	document, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// A site may call itself something in English; where it does not, its own name
// stands there, marked.
func TestASiteMayHaveAnEnglishName(t *testing.T) {
	site := unpack(t, "chữ")
	page := func() string {
		return string(publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public}))["en/index.html"])
	}
	config := string(read(t, site)["config.toml"])
	write(t, site+"/config.toml", config+"\n[params.english]\ntitle = \"Emulation in Commune B\"\ntagline = \"Promised and done\"\norganisation = \"The editors\"\n[params.contact]\nname = \"Ban biên tập\"\n")
	named := page()
	for _, want := range []string{"How to read this portal | Emulation in Commune B</title>", ">Promised and done<", "<b>The editors</b>"} {
		if !strings.Contains(named, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(named, `class="header__name" lang="vi"`) {
		t.Error("its English name is marked as Vietnamese")
	}
	write(t, site+"/config.toml", config)
	if plain := page(); !strings.Contains(plain, `class="header__name" lang="vi"`) {
		t.Error("its Vietnamese name is not marked as such")
	}
}

// An ordinary page may be written in English beside the Vietnamese one, and both
// lead to each other.
func TestAnOrdinaryPageMayBeInEnglish(t *testing.T) {
	site := unpack(t, "chữ")
	write(t, site+"/content/gioi-thieu.md", "---\ntitle: Giới thiệu\n---\nCổng này.\n")
	write(t, site+"/content/gioi-thieu.en.md", "---\ntitle: About\n---\nThis portal.\n")
	files := publishTo(t, open(t, build.Options{Source: site, Today: today, Audience: public, BaseURL: "https://a.example/"}))
	if page := string(files["en/gioi-thieu/index.html"]); !strings.Contains(page, `<html lang="en">`) || !strings.Contains(page, "This portal.") {
		t.Errorf("no English page: %.300s", page)
	}
	for name, want := range map[string]string{"gioi-thieu/index.html": `hreflang="en" href="https://a.example/en/gioi-thieu/"`, "en/gioi-thieu/index.html": `hreflang="vi" href="https://a.example/gioi-thieu/"`} {
		if !strings.Contains(string(files[name]), want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
}

// What the theme says in one language it says in the other; some tables are of
// the English pages alone, and quote the Vietnamese ones as they are.
func TestBothLanguagesHaveTheSameWords(t *testing.T) {
	read := func(name string) map[string]string {
		data, err := thidua.Theme.ReadFile("i18n/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if err := toml.Unmarshal(data, &tree); err != nil {
			t.Fatal(err)
		}
		flat := map[string]string{}
		var flatten func(path string, table map[string]any)
		flatten = func(path string, table map[string]any) {
			for key, value := range table {
				if inner, ok := value.(map[string]any); ok {
					flatten(path+key+".", inner)
					continue
				}
				flat[path+key], _ = value.(string)
			}
		}
		flatten("", tree)
		return flat
	}
	vi, en := read("vi.toml"), read("en.toml")
	alone := []string{"guide", "organisation-page", "vietnamese"}
	for key := range vi {
		if en[key] == "" && vi[key] != "" {
			t.Errorf("en.toml has no %s", key)
		}
	}
	for key, text := range en {
		table, _, _ := strings.Cut(key, ".")
		if vi[key] == "" && !slices.Contains(alone, table) {
			t.Errorf("vi.toml has no %s", key)
		}
		if table == "vietnamese" {
			quoted := strings.TrimPrefix(key, "vietnamese.")
			for _, table := range []string{"standing", "report-state"} {
				if rest, of := strings.CutPrefix(quoted, table+"-"); of {
					quoted = table + "." + rest
				}
			}
			if want := strings.ReplaceAll(vi[quoted], "{{ .N }}", "…"); text != want {
				t.Errorf("%s is %q, and vi.toml has %q", key, text, want)
			}
		}
	}
	if len(vi) < 500 {
		t.Errorf("only %d words were read", len(vi))
	}
}

// A country has as many English pages as it has provinces, and a few: the
// records are not told twice.
func TestTheRecordsAreNotToldTwice(t *testing.T) {
	records := 0
	english := 0
	for name := range referenceSite(t) {
		if !strings.HasSuffix(name, "index.html") {
			continue
		}
		records++
		if strings.HasPrefix(name, portal.English+"/") {
			english++
		}
	}
	if english*20 > records {
		t.Errorf("%d of %d pages are English", english, records)
	}
}
