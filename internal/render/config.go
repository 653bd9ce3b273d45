package render

import (
	"slices"

	"github.com/gohugoio/hugo/config"

	"thidua/internal/portal"
)

// ConfigFile marks a folder as a site and holds its name, address and wishes.
const ConfigFile = "config.toml"

// settings are what the program decides, whatever the site's config.toml says:
// what Hugo reads, what it writes, and that nothing is fetched or executed.
func settings(in Input, model *Model, chosen choice, cacheDir string) config.Provider {
	cfg := config.New()
	for key, value := range map[string]any{
		"workingDir":        in.Source,
		"publishDir":        in.Dir,
		"publishDirStatic":  in.Dir,
		"publishDirDynamic": in.Dir,
		"resourceDir":       resourceDir(in),
		"cacheDir":          cacheDir,
		"params":            map[string]any{"portal": model},

		"baseURL":                        "/", // links are relative; absolute ones are made from Input.BaseURL
		"relativeURLs":                   true,
		"canonifyURLs":                   false,
		"uglyURLs":                       false,
		"defaultContentLanguage":         "vi",
		"defaultContentLanguageInSubdir": false,
		"disableDefaultLanguageRedirect": true,
		"languages": map[string]any{
			"vi":           map[string]any{"weight": 1, "locale": "vi-VN"},
			portal.English: map[string]any{"weight": 2, "locale": "en-GB", "disableKinds": append(slices.Clone(unwanted), "404")}, // hosts know one 404.html
		},
		"timeZone":                   "Asia/Ho_Chi_Minh",
		"disableKinds":               unwanted,
		"disableHugoGeneratorInject": true,
		"enableGitInfo":              false,
		"enableRobotsTXT":            false,
		"buildFuture":                true, // no output depends on the clock
		"buildExpired":               true,
		"buildDrafts":                in.Draft,
		"ignoreErrors":               []string{},

		"module":         map[string]any{"mounts": mounts()},
		"segments":       chosen.segments(),
		"renderSegments": languages,
		"markup": map[string]any{
			"goldmark": map[string]any{
				"renderer":   map[string]any{"unsafe": false},
				"extensions": map[string]any{"typographer": map[string]any{"disable": true}},
				// Links and pictures stay as they are written: with two languages Hugo
				// would look for their pages by itself, and stumble over withdrawn ones.
				"renderHooks": map[string]any{
					"link":  map[string]any{"useEmbedded": "never"},
					"image": map[string]any{"useEmbedded": "never"},
				},
			},
		},
		"security": map[string]any{
			"enableInlineShortcodes": false,
			"exec":                   map[string]any{"allow": []string{"none"}},
			"funcs":                  map[string]any{"getenv": []string{"none"}},
			"http":                   map[string]any{"urls": []string{"none"}, "methods": []string{"none"}},
		},
	} {
		cfg.Set(key, value)
	}
	return cfg
}

// languages are those of the pages, the first of them without a folder of its own.
var languages = []string{"vi", portal.English}

// unwanted are the kinds of page that Hugo would make of its own.
var unwanted = []string{"RSS", "sitemap", "robotsTXT", "taxonomy", "term"}

// photos are the names of pictures beside records.
var photos = []string{"*/*.{jpg,jpeg,png,webp,JPG,JPEG,PNG,WEBP}"}

// mounts say what Hugo may see. The folders of records are read by package
// load: an index.md there would silently replace the adapter's page, and every
// file beside it would be published.
func mounts() []map[string]any {
	ordinary := []string{"! **/.*", "! .*"}
	for _, folder := range portal.OwnFolders {
		ordinary = append(ordinary, "! "+folder, "! "+folder+".*", "! "+folder+"/**")
	}
	ordinary = append(ordinary, "! _content.gotmpl", "! **/_content.gotmpl", "**")
	list := []map[string]any{
		{"source": "content", "target": "content", "files": ordinary},
		{"source": memoryFolder + "/content", "target": "content"},
	}
	// Photographs are seen as assets, which are published only as templates make
	// them: small, and without what cameras write into them.
	for _, folder := range []string{"dien-hinh", "mo-hinh", "thi-dua-la-yeu-nuoc"} {
		list = append(list, map[string]any{"source": "content/" + folder, "target": "assets/" + folder, "files": photos})
	}
	for _, folder := range []string{"layouts", "assets", "i18n", "static"} {
		list = append(list, map[string]any{"source": folder, "target": folder})
	}
	return list
}
