package build

import (
	"errors"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"thidua/internal/check"
	"thidua/internal/load"
	"thidua/internal/portal"
	"thidua/internal/render"
)

var (
	// ErrNoSite says that a folder is no site: it has no config.toml.
	ErrNoSite = errors.New("no site here")

	// ErrOutput says that the output would overwrite the site's own sources.
	ErrOutput = errors.New("output holds the site's sources")
)

// config is what the program itself reads of config.toml; the rest is Hugo's.
type config struct {
	BaseURL string `toml:"baseURL"`
}

func readConfig(site fs.FS) (config, []portal.Problem) {
	var c config
	if info, err := fs.Stat(site, render.ConfigFile); err == nil {
		if wrong, found := unfit(render.ConfigFile, info); found {
			return c, []portal.Problem{wrong}
		}
	}
	data, err := fs.ReadFile(site, render.ConfigFile)
	text, problems := load.Text(render.ConfigFile, data)
	if slices.ContainsFunc(problems, func(p portal.Problem) bool { return p.Level() == portal.Error }) {
		return c, problems
	}
	data = []byte(text)
	if err == nil {
		err = toml.Unmarshal(data, &c)
	}
	if err == nil && c.BaseURL != "" && !IsWebAddress(c.BaseURL) {
		return c, []portal.Problem{{Pos: portal.Pos{File: render.ConfigFile, Line: lineOf(data, "baseURL")}, Rule: "config-address", Args: []any{c.BaseURL}}}
	}
	if err == nil {
		return c, slices.Concat(problems, reportSettled(data), reportTypes(data), reportPersonal(data))
	}
	problem := portal.Problem{Pos: portal.Pos{File: render.ConfigFile}, Rule: "config", Args: []any{err.Error()}}
	var wrong *toml.DecodeError
	if errors.As(err, &wrong) {
		problem.Pos.Line, problem.Pos.Column = wrong.Position()
	}
	return c, []portal.Problem{problem}
}

// settled are the keys of config.toml that would take pages of the portal away,
// or elsewhere, without a word. Others that the program decides itself have no
// effect.
var settled = []string{
	"cascade", "ignoreFiles", "languages", "mediaTypes", "module", "outputFormats", "outputs", "params.portal",
	"permalinks", "segments", "theme", "workingDir",
}

// reportSettled finds such keys, however their letters are written.
func reportSettled(data []byte) (problems []portal.Problem) {
	var all map[string]any
	if toml.Unmarshal(data, &all) != nil {
		return nil // it is told as such
	}
	for key, value := range all {
		keys := []string{key}
		if inner, ok := value.(map[string]any); ok && strings.EqualFold(key, "params") {
			for name := range inner {
				keys = append(keys, key+"."+name)
			}
		}
		for _, key := range keys {
			if slices.ContainsFunc(settled, func(name string) bool { return strings.EqualFold(name, key) }) {
				last := key[strings.LastIndexByte(key, '.')+1:]
				problems = append(problems, portal.Problem{
					Pos: portal.Pos{File: render.ConfigFile, Line: lineOf(data, last, "["+last, "[["+last, "["+key)}, Rule: "config-key", Args: []any{key},
				})
			}
		}
	}
	return portal.SortProblems(problems)
}

// shown are the texts among the settings that templates of the theme show, by the
// table in which they stand.
var shown = map[string][]string{
	"":                {"title"},
	"params.":         {"description", "tagline"},
	"params.contact.": {"name", "address", "phone", "email", "website", "zalo"},
	"params.english.": {"title", "tagline", "organisation"},
}

// reportTypes finds settings that templates cannot show: a list in place of a
// text, several contacts in place of one.
func reportTypes(data []byte) (problems []portal.Problem) {
	var all map[string]any
	if toml.Unmarshal(data, &all) != nil {
		return nil // it is told as such
	}
	report := func(rule, name, key string) {
		problems = append(problems, portal.Problem{
			Pos:  portal.Pos{File: render.ConfigFile, Line: lineOf(data, key+" ", key+"=", "["+name+"]", "[["+name+"]]")},
			Rule: rule, Args: []any{name},
		})
	}
	var look func(below string, table map[string]any)
	look = func(below string, table map[string]any) {
		for key, value := range table { // Hugo takes keys however they are written
			name := below + strings.ToLower(key)
			text, isText := value.(string)
			switch inner, isTable := value.(map[string]any); {
			case shown[name+"."] != nil && isTable:
				look(name+".", inner)
			case shown[name+"."] != nil:
				report("config-table", name, key)
			case slices.Contains(shown[below], strings.ToLower(key)) && !isText:
				report("config-text", name, key)
			case name == "params.contact.website" && text != "" && !IsWebAddress(text):
				problems = append(problems, portal.Problem{Pos: portal.Pos{File: render.ConfigFile, Line: lineWith(data, text)}, Rule: "config-address", Args: []any{text}})
			}
		}
	}
	look("", all)
	return portal.SortProblems(problems)
}

// reportPersonal finds numbers of persons among the settings that pages show.
func reportPersonal(data []byte) (problems []portal.Problem) {
	var all map[string]any
	if toml.Unmarshal(data, &all) != nil {
		return nil // it is told as such
	}
	var look func(key string, value any, contact bool)
	look = func(key string, value any, contact bool) {
		switch value := value.(type) {
		case map[string]any:
			for inner, v := range value {
				look(inner, v, contact || strings.EqualFold(key, "contact"))
			}
		case []any:
			for _, v := range value {
				look(key, v, contact)
			}
		case string:
			for _, problem := range check.Setting(value, contact) {
				problem.Pos = portal.Pos{File: render.ConfigFile, Line: lineWith(data, value)}
				problems = append(problems, problem)
			}
		}
	}
	look("", all, false)
	return portal.SortProblems(problems)
}

// lineWith is the first line that holds a value as it is written, 0 where none
// does.
func lineWith(config []byte, value string) int {
	n := 0
	for line := range strings.Lines(string(config)) {
		n++
		if strings.Contains(line, value) {
			return n
		}
	}
	return 0
}

// baseURL is the first of the wishes that is given, with "/" at its end.
func baseURL(wishes ...string) string {
	for _, wish := range wishes {
		if wish = strings.TrimRight(wish, "/"); wish != "" {
			return wish + "/"
		}
	}
	return ""
}

// IsWebAddress reports whether an address can stand before the paths of a
// public site: http or https, with a host, without a query.
func IsWebAddress(address string) bool {
	at, err := url.Parse(address)
	return err == nil && (at.Scheme == "https" || at.Scheme == "http") && at.Host != "" && at.RawQuery == "" && at.Fragment == ""
}

// lineOf is the first line that begins in one of these ways, 0 where none does.
func lineOf(config []byte, begins ...string) int {
	n := 0
	for line := range strings.Lines(string(config)) {
		n++
		line = strings.TrimSpace(line)
		if slices.ContainsFunc(begins, func(start string) bool { return strings.HasPrefix(line, start) }) {
			return n
		}
	}
	return 0
}
