package publish

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestOfflineLinksNameAFile(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		// Links to a folder.
		{`<a href="a/">x</a>`, `<a href="a/index.html">x</a>`},
		{`<a href="./">`, `<a href="./index.html">`},
		{`<a href="../">`, `<a href="../index.html">`},
		{`<a href=".">`, `<a href="./index.html">`},
		{`<a href="..">`, `<a href="../index.html">`},
		{`<a href="a/..">`, `<a href="a/../index.html">`},
		{`<a href="a/?q=1/">`, `<a href="a/index.html?q=1/">`},
		{`<a href="a/#b">`, `<a href="a/index.html#b">`},
		{`<a href="..#b?c">`, `<a href="../index.html#b?c">`},
		{`<a href="a/?b=1&copy=2#c">`, `<a href="a/index.html?b=1&copy=2#c">`},
		{`<a href="h&#39;a/#b">`, `<a href="h&#39;a/index.html#b">`},
		{`<a href=" a/ ">`, `<a href=" a/index.html ">`},
		{`<a class="x" HREF='a/' id=b>`, `<a class="x" HREF='a/index.html' id=b>`},
		{`<a href=a/>`, `<a href=a/index.html>`},
		{`<a href=a/ class=x>`, `<a href=a/index.html class=x>`},
		{"<A\n hidden\thref = \"a/\"\n>", "<A\n hidden\thref = \"a/index.html\"\n>"},
		{`<area alt="" href="a/" />`, `<area alt="" href="a/index.html" />`},
		{`<a title="x > y" href="a/">`, `<a title="x > y" href="a/index.html">`},
		{`<a href="kế-hoạch/">`, `<a href="kế-hoạch/index.html">`},
		{`<noscript><a href="a/">x</a></noscript>`, `<noscript><a href="a/index.html">x</a></noscript>`},
		{`<svg><title/><a href="a/">x</a></svg>`, `<svg><title/><a href="a/index.html">x</a></svg>`},
		{`<svg/><script>"<a href='a/'>"</script>`, `<svg/><script>"<a href='a/'>"</script>`},
		{`<a href="a/" href="b/">`, `<a href="a/index.html" href="b/">`},

		// All else.
		{`<a href="a">`, ``},
		{`<a href="a/b.html">`, ``},
		{`<a href="a.">`, ``},
		{`<a href="...">`, ``},
		{`<a href="">`, ``},
		{`<a href>`, ``},
		{`<a>`, ``},
		{`<a href="#x/">`, ``},
		{`<a href="?x/">`, ``},
		{`<a href="/a/">`, ``},
		{`<a href="//example.vn/">`, ``},
		{`<a href="https://example.vn/">`, ``},
		{`<a href="HTTPS://example.vn/a/?b">`, ``},
		{`<a href="mailto:a@example.vn?subject=/">`, ``},
		{`<a href="tel:113/">`, ``},
		{`<link rel="canonical" href="a/">`, ``},
		{`<abbr href="a/">`, ``},
		{`<img src="a/"><form action="a/">`, ``},
		{`<a title="href=a/">`, ``},
		{`<a title=" href='a/' ">`, ``},
		{`<a data-x=y/href=a/>`, ``},
		{`<a data-href="a/">`, ``},
		{`<a x= href=a/>`, ``},
		{`<!-- <a href="a/"> -->`, ``},
		{`<script>"<a href='a/'>"</script>`, ``},
		{`<textarea><a href="a/"></textarea>`, ``},
		{`<svg><style><![CDATA[ <a href="a/"> ]]></style></svg>`, ``},
		{"a \r\n &nbsp; \x00 <b\n class = x >\xff<a href=\"a/", ``},
		{``, ``},
	} {
		want := tc.want
		if want == "" {
			want = tc.in
		}
		in := []byte(tc.in)
		if got := string(linkIndexes(in)); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", tc.in, got, want)
		}
		if string(in) != tc.in {
			t.Errorf("the page itself was changed to %s", in)
		}
	}
}

func FuzzOfflineChangesLinksOnly(f *testing.F) {
	for _, seed := range []string{
		`<p>Kế hoạch <a href="a/?b#c">x</a></p>`,
		`<a href=a/ b='c'><area href=..><svg><title/><a href=.></svg>`,
		`<noscript><a href="./"></noscript><script>"<a href=a/>"</script>`,
		`<svg><![CDATA[<a href="a/">]]></svg><!-- <a href=a/> --><plaintext><a href=a/>`,
		`<a x="1"href=a/><a/href=a/><a href = "h&#39;a/"><a href="a/`,
		page(1),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		out := linkIndexes(in)
		type token struct {
			kind html.TokenType
			raw  []byte
		}
		read := func(page []byte) (all []token) {
			for kind, raw := range tokens(page) {
				all = append(all, token{kind, raw})
			}
			return all
		}
		before, after := read(in), read(out)
		if len(before) != len(after) {
			t.Fatalf("%d tokens became %d", len(before), len(after))
		}
		for i, was := range before {
			is := after[i]
			if was.kind != is.kind {
				t.Fatalf("%v %q became %v %q", was.kind, was.raw, is.kind, is.raw)
			}
			if bytes.Equal(was.raw, is.raw) {
				continue
			}
			if was.kind != html.StartTagToken && was.kind != html.SelfClosingTagToken {
				t.Fatalf("%v %q became %q", was.kind, was.raw, is.raw)
			}
			if gone := strings.Replace(string(is.raw), "index.html", "", 1); gone != string(was.raw) &&
				strings.Replace(string(is.raw), "/index.html", "", 1) != string(was.raw) && !strings.Contains(string(was.raw), "index.html") {
				t.Fatalf("%q became %q", was.raw, is.raw)
			}
		}
		if text(in) != text(out) {
			t.Errorf("the text %q became %q", text(in), text(out))
		}
		if again := linkIndexes(out); !bytes.Equal(again, out) {
			t.Errorf("done twice, %q becomes %q", out, again)
		}
	})
}
