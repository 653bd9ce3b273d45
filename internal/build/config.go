package build

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/pelletier/go-toml/v2"

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
	if err == nil {
		err = toml.Unmarshal(data, &c)
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
