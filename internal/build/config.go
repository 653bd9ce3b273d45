package build

import (
	"errors"
	"io/fs"
	"net/url"
	"strings"

	"github.com/pelletier/go-toml/v2"

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
	data, err := fs.ReadFile(site, render.ConfigFile)
	if offset, mark := load.Conflict(data); mark != "" {
		return c, []portal.Problem{conflict(render.ConfigFile, data, offset, mark)}
	}
	if err == nil {
		err = toml.Unmarshal(data, &c)
	}
	if err == nil && c.BaseURL != "" && !IsWebAddress(c.BaseURL) {
		return c, []portal.Problem{{Pos: portal.Pos{File: render.ConfigFile, Line: lineOf(data, "baseURL")}, Rule: "config-address", Args: []any{c.BaseURL}}}
	}
	if err == nil {
		return c, nil
	}
	problem := portal.Problem{Pos: portal.Pos{File: render.ConfigFile}, Rule: "config", Args: []any{err.Error()}}
	var wrong *toml.DecodeError
	if errors.As(err, &wrong) {
		problem.Pos.Line, problem.Pos.Column = wrong.Position()
	}
	return c, []portal.Problem{problem}
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

// lineOf is the line on which a key stands, 0 where it does not.
func lineOf(config []byte, key string) int {
	n := 0
	for line := range strings.Lines(string(config)) {
		n++
		if strings.HasPrefix(strings.TrimSpace(line), key) {
			return n
		}
	}
	return 0
}
