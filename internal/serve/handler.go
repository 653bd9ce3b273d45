package serve

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// own is the path of what serve adds to a site; it is never part of a build.
const own = "/__thidua/"

// handler answers every request. On a loopback address it refuses those that
// name another host: a page elsewhere could have its own name point here and
// read what is not published yet (DNS rebinding).
func (s *Server) handler(loopback bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		switch {
		case loopback && !isLoopbackHost(r.Host):
			s.refuse(w, http.StatusForbidden, "wrong-host", r.Host)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			s.refuse(w, http.StatusMethodNotAllowed, "wrong-method")
		case strings.HasPrefix(r.URL.Path, own):
			s.serveOwn(w, r)
		default:
			s.servePage(w, r)
		}
	})
}

// refuse answers with one sentence.
func (s *Server) refuse(w http.ResponseWriter, status int, key string, args ...any) {
	http.Error(w, s.phrases.say(key, args...), status)
}

// isLoopback reports whether only this machine can reach an address.
func isLoopback(addr net.Addr) bool {
	at, err := netip.ParseAddrPort(addr.String())
	return err == nil && at.Addr().Unmap().IsLoopback()
}

// isLoopbackHost reports whether a Host header names this machine to itself,
// at any port: the port may be forwarded from elsewhere.
func isLoopbackHost(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if strings.EqualFold(strings.TrimSuffix(host, "."), "localhost") {
		return true
	}
	at, err := netip.ParseAddr(host)
	return err == nil && at.Unmap().IsLoopback()
}
