package serve

import "testing"

func TestInject(t *testing.T) {
	for name, page := range map[string][2]string{
		"a whole page":           {"<html><head></head><body class=x><p>a</p></body></html>", "<html><head></head><body class=x>[<p>a</p>]</body></html>"},
		"capitals":               {"<HTML><BODY ID=\"a>b\">a</BODY></HTML>", "<HTML><BODY ID=\"a>b\">[a]</BODY></HTML>"},
		"no end of the body":     {"<body>a", "<body>[a]"},
		"no end but of the html": {"<body>a</html>\n", "<body>[a]</html>\n"},
		"no body tag":            {"<!doctype html><title>a < b</title><meta charset=utf-8>\n<p>a", "<!doctype html><title>a < b</title><meta charset=utf-8>\n[<p>a]"},
		"text only":              {"a", "[a]"},
		"nothing":                {"", "[]"},
		"a head only":            {"<title>a</title>", "<title>a</title>[]"},
		"tags in a comment":      {"<!-- <body> --><body>a<!-- </body> --></body>", "<!-- <body> --><body>[a<!-- </body> -->]</body>"},
		"tags in a script":       {"<body><script>'<body></body>'</script>a</body>", "<body>[<script>'<body></body>'</script>a]</body>"},
		"a script in the head":   {"<script>let a = '<p>'</script><style>b{}</style><p>c", "<script>let a = '<p>'</script><style>b{}</style>[<p>c]"},
		"two ends":               {"<body>a</body>b</body>", "<body>[a</body>b]</body>"},
		"an end before the body": {"</body><body>a", "</body><body>[a]"},
		"cut short":              {"<body>a<p", "<body>[a<p]"},
		"not UTF-8":              {"<body>\xff\xfe</body>", "<body>[\xff\xfe]</body>"},
	} {
		if got := string(inject([]byte(page[0]), "[", "]")); got != page[1] {
			t.Errorf("%s: %q, want %q", name, got, page[1])
		}
	}
}

// Whatever a page holds, nothing of it is lost and both parts are put in.
func FuzzInject(f *testing.F) {
	for _, seed := range []string{"", "<body></body>", "</body><body>", "<p", "<title><body>", "<!--"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		first, last := bodyOf(page)
		if first < 0 || first > last || last > len(page) {
			t.Errorf("%q: from %d to %d", page, first, last)
		}
	})
}
