package serve

import (
	"bytes"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// servePage answers with a file of the site, which is made first where it was
// not. While no build has succeeded every path is a page of what is wrong, with
// status 500: a program that asks must not take it for the page of that path.
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
		s.sendHTML(w, now, now.panel, http.StatusInternalServerError, s.emptyPage(s.phrases.say("no-pages")))
	case !s.made(w, r, now, name): // and answered
	case now.site.isFolder(name):
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

// made makes what a request asks for. Where it cannot be made, made answers with
// a page of what is wrong.
func (s *Server) made(w http.ResponseWriter, r *http.Request, now *state, name string) bool {
	part, any := now.site.partOf(name)
	if !any {
		return true
	}
	problems, err := now.site.need(s.life, r.Context(), part)
	var panel template.HTML
	switch {
	case err == nil && len(problems) == 0:
		return true
	case r.Context().Err() != nil:
		return false // nobody reads an answer
	case err != nil:
		panel = s.machinePanel(err, nothing)
	default:
		panel = s.contentPanel(problems, nil, nothing)
	}
	s.sendHTML(w, now, now.panel+panel, http.StatusInternalServerError, s.emptyPage(s.phrases.say("no-page")))
	return false
}

func (s *Server) sendFile(w http.ResponseWriter, r *http.Request, now *state, name string) {
	data, ok := now.site.file(name)
	kind := mediaType(name)
	switch {
	case !ok:
		s.sendMissing(w, now)
	case kind == mediaTypes[".html"]:
		s.sendHTML(w, now, now.panel, http.StatusOK, data)
	default:
		w.Header().Set("Content-Type", kind)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
	}
}

// sendMissing answers with the site's own page for what is not there.
func (s *Server) sendMissing(w http.ResponseWriter, now *state) {
	page, ok := now.site.file("404.html")
	if !ok {
		page = s.emptyPage(s.phrases.say("not-found"))
	}
	s.sendHTML(w, now, now.panel, http.StatusNotFound, page)
}

// sendHTML sends a page with a panel and the script that reloads it.
func (s *Server) sendHTML(w http.ResponseWriter, now *state, panel template.HTML, status int, page []byte) {
	script := `<script src="` + own + `reload.js" data-build="` + strconv.FormatInt(now.number, 10) + `"></script>`
	page = inject(page, string(panel), script)
	w.Header().Set("Content-Type", mediaTypes[".html"])
	w.Header().Set("Content-Length", strconv.Itoa(len(page)))
	w.WriteHeader(status)
	_, _ = io.Copy(w, bytes.NewReader(page)) // the reader may have gone
}
