package serve

import (
	"bytes"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/afero"
)

// servePage answers with a file of the site. While no build has succeeded
// every path is a page of what is wrong, with status 500: a program that asks
// must not take it for the page of that path.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	name, ok := fileName(r.URL.Path)
	if !ok {
		s.refuse(w, http.StatusBadRequest, "wrong-path")
		return
	}
	now := s.now.built(r.Context())
	switch {
	case now == nil: // the server stops
	case now.site == nil:
		s.sendHTML(w, now, http.StatusInternalServerError, s.emptyPage(s.words.say("no-pages")))
	case isFolder(now.site, name):
		if name != "." && !strings.HasSuffix(r.URL.Path, "/") {
			to := r.URL.EscapedPath() + "/"
			if r.URL.RawQuery != "" {
				to += "?" + r.URL.RawQuery
			}
			http.Redirect(w, r, to, http.StatusFound) // not 301: browsers remember that
			return
		}
		s.sendFile(w, r, now, path.Join(name, "index.html"))
	case strings.HasSuffix(r.URL.Path, "/"):
		s.sendMissing(w, now)
	default:
		s.sendFile(w, r, now, name)
	}
}

// fileName is the name below the site that a URL's path asks for. It refuses
// what is not a plain path: dots, empty parts, backslashes, zero bytes.
func fileName(urlPath string) (string, bool) {
	name := strings.TrimSuffix(strings.TrimPrefix(urlPath, "/"), "/")
	if name == "" {
		return ".", urlPath == "/"
	}
	return name, fs.ValidPath(name) && name != "." && !strings.ContainsAny(name, "\\\x00")
}

func isFolder(site afero.Fs, name string) bool {
	info, err := site.Stat(name)
	return err == nil && info.IsDir()
}

func (s *Server) sendFile(w http.ResponseWriter, r *http.Request, now *state, name string) {
	file, err := now.site.Open(name)
	if err != nil {
		s.sendMissing(w, now)
		return
	}
	defer file.Close()
	kind := mediaType(name)
	if kind != mediaTypes[".html"] {
		w.Header().Set("Content-Type", kind)
		http.ServeContent(w, r, "", time.Time{}, file)
		return
	}
	page, err := io.ReadAll(file)
	if err != nil {
		http.Error(w, s.opts.Explain(err), http.StatusInternalServerError)
		return
	}
	s.sendHTML(w, now, http.StatusOK, page)
}

// sendMissing answers with the site's own page for what is not there.
func (s *Server) sendMissing(w http.ResponseWriter, now *state) {
	page, err := afero.ReadFile(now.site, "404.html")
	if err != nil {
		page = s.emptyPage(s.words.say("not-found"))
	}
	s.sendHTML(w, now, http.StatusNotFound, page)
}

// sendHTML sends a page with the panel and the script that reloads it.
func (s *Server) sendHTML(w http.ResponseWriter, now *state, status int, page []byte) {
	script := `<script src="` + own + `reload.js" data-build="` + strconv.FormatInt(now.number, 10) + `"></script>`
	page = inject(page, string(now.panel), script)
	w.Header().Set("Content-Type", mediaTypes[".html"])
	w.Header().Set("Content-Length", strconv.Itoa(len(page)))
	w.WriteHeader(status)
	_, _ = io.Copy(w, bytes.NewReader(page)) // the reader may have gone
}
