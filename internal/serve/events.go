package serve

import (
	"bytes"
	"fmt"
	"net/http"
	"path"
	"strings"
	"time"
)

// A stream of events is written to at least this often, so that one whose
// reader has gone ends; a write may take as long.
const heartbeat = 20 * time.Second

// serveOwn answers with what serve adds to the site.
func (s *Server) serveOwn(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, own)
	if name == "events" {
		s.sendEvents(w, r)
		return
	}
	data, err := assets.ReadFile("assets/" + name)
	if kind := path.Ext(name); err != nil || kind != ".js" && kind != ".css" {
		s.refuse(w, http.StatusNotFound, "not-found")
		return
	}
	w.Header().Set("Content-Type", mediaType(name))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// sendEvents sends the number of the build that is served, at once and after
// every build. A page that was made of another number is to be loaded again;
// the one named in the query is rendered before the others are told.
func (s *Server) sendEvents(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	if name, ok := fileName(r.URL.Query().Get("page")); ok {
		s.seen.add(name, 1)
		defer s.seen.add(name, -1)
	}
	stream := http.NewResponseController(w)
	send := func(format string, args ...any) bool {
		if stream.SetWriteDeadline(time.Now().Add(heartbeat)) != nil {
			return false
		}
		_, err := fmt.Fprintf(w, format, args...)
		return err == nil && stream.Flush() == nil
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	if !send("retry: 500\n\n") { // a server that starts again is found soon
		return
	}
	for now := s.now.built(r.Context()); now != nil; now = s.now.state() {
		if !send("data: %d\n\n", now.number) {
			return
		}
		for newer := false; !newer; {
			select {
			case <-now.over:
				newer = true
			case <-r.Context().Done():
				return
			case <-beat.C:
				if !send(":\n\n") {
					return
				}
			}
		}
	}
}
