package publish

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestMinifyByExtension(t *testing.T) {
	for _, tc := range []struct{ name, ext, in, want string }{
		{"a page keeps its skeleton", ".html",
			"<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n  <title>Thi đua</title>\n</head>\n<body>\n  <!-- no -->\n  <ul>\n    <li>a</li>\n  </ul>\n</body>\n</html>\n",
			"<!doctype html><html lang=\"vi\">\n<head>\n<title>Thi đua</title>\n</head>\n<body>\n<ul>\n<li>a</li>\n</ul>\n</body>\n</html>"},
		{"attributes that a style sheet selects stay", ".html",
			`<input type="text"><button type="submit">Tìm</button>`, `<input type="text"><button type="submit">Tìm</button>`},
		{"figures in attributes stay", ".html",
			`<p data-value="1.500" aria-label="1.500 hộ">x</p>`, `<p data-value="1.500" aria-label="1.500 hộ">x</p>`},
		{"JSON-LD stays the same data", ".html",
			"<script type=\"application/ld+json\">\n{\n  \"name\": \"Kế  hoạch \\u003c/script\\u003e\",\n  \"value\": 1.500\n}\n</script>",
			`<script type="application/ld+json">{"name":"Kế  hoạch \u003c/script\u003e","value":1.500}</script>`},
		{"inline SVG stays as it is", ".html",
			"<p>a <svg hidden class=\"i\" viewBox=\"0 0 1 1\"><text>1 <tspan>2</tspan> 3</text></svg> b</p>",
			"<p>a <svg hidden class=\"i\" viewBox=\"0 0 1 1\"><text>1 <tspan>2</tspan> 3</text></svg> b</p>"},
		{"CSS of today", ".css",
			"@layer reset, block;\n@layer block {\n  .a { --gap: var(--s); color: light-dark(#fff, oklch(50% 0.1 20deg)); &:hover { gap: calc(1px + var(--gap)); } }\n}\n",
			"@layer reset,block;@layer block{.a{--gap:var(--s);color:light-dark(#fff,oklch(50% .1 20deg));&:hover{gap:calc(1px + var(--gap))}}}"},
		{"a script gets no newer syntax", ".js",
			"export function mount(root) {\n  const a = root == null ? \"Kế hoạch\" : root;\n  try { a() } catch (e) {}\n}\n",
			"export function mount(e){const t=e==null?\"Kế hoạch\":e;try{t()}catch(e){}}"},
		{"a drawing keeps the spaces between words", ".svg",
			"<svg aria-label=\"1.500\">\n  <text>Đạt <tspan>4</tspan> <tspan>trên</tspan>\n    5</text>\n  <path d=\"M0 0\"/>\n</svg>\n",
			"<svg aria-label=\"1.500\">\n<text>Đạt <tspan>4</tspan> <tspan>trên</tspan>\n5</text>\n<path d=\"M0 0\"/>\n</svg>"},
		{"a drawing that keeps its spaces keeps them", ".svg",
			`<svg><text xml:space="preserve">a  b</text></svg>`, `<svg><text xml:space="preserve">a  b</text></svg>`},
		{"a space that is a word stays", ".svg",
			`<svg><text>a<tspan class="x"> </tspan>b</text></svg>`, `<svg><text>a<tspan class="x"> </tspan>b</text></svg>`},
		{"JSON keeps its numbers", ".json", "{\n  \"a\": [1.500, 1e3, \"Đ  <\"]\n}\n", `{"a":[1.500,1e3,"Đ  <"]}`},
		{"XML", ".xml", "<?xml version=\"1.0\"?>\n<urlset>\n  <!-- no -->\n  <url>\n    <loc>https://x/a?b&amp;c</loc>\n  </url>\n</urlset>\n",
			"<?xml version=\"1.0\"?><urlset>\n<url>\n<loc>https://x/a?b&amp;c</loc>\n</url>\n</urlset>"},
		{"a feed that quotes <pre>", ".xml", "<content type=\"html\">&lt;pre&gt;a\n  b&lt;/pre&gt;</content>", "<content type=\"html\">&lt;pre&gt;a\n  b&lt;/pre&gt;</content>"},
		{"other files", ".csv", " a ;  b\r\n\r\n", " a ;  b\r\n\r\n"},
		{"empty files", ".html", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			in := []byte(tc.in)
			got, err := minified(tc.ext, in)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != tc.want {
				t.Errorf("got\n%s\nwant\n%s", got, tc.want)
			}
			if string(in) != tc.in {
				t.Errorf("the input was changed to %s", in)
			}
			if again, err := minified(tc.ext, got); err != nil || string(again) != tc.want {
				t.Errorf("minified again it is\n%s (%v)", again, err)
			}
		})
	}
}

func TestMinifyKeepsWhatAPageSays(t *testing.T) {
	for _, body := range []string{
		"<p>Một <b>hai</b> <i> ba</i>\n\n   bốn<em>năm</em>.</p>",
		"<p>Ủy ban <a href=\"x\">Mặt trận</a>, <span>Đoàn</span> <span></span> <span>Hội</span></p>",
		"<ul class=\"inline\"><li>a</li> <li>b</li>\n<li>c</li></ul>",
		"<div>một</div> <div>hai</div>\n<section>ba</section> bốn",
		"<pre>\n\n  mục 1\n\tkhoản  2\n</pre> sau <pre><code>  a  <b>b  c</b>\n</code></pre>",
		"<textarea>\n\n dòng  một\n dòng hai</textarea>",
		"<p>a&nbsp;b&#160;c &lt;b&gt; &amp;amp; &copy; 5 &lt; 6</p>",
		"<p>dòng<br> hai <wbr> ba<!-- không --> bốn</p> <!-- không --> <p>năm</p>",
		"<details> <summary> Tóm  tắt </summary> nội dung </details>",
		"<table>\n<tr><th> Chỉ tiêu <td> 1.500 <td>12,50 %</table>",
		"<p>o\u0302\u0301 tổ hợp, \u200bkhông rộng, \u00a0cách cứng</p>",
		"<label>Tên <input value=\" a  b \"> nhé</label> <button> Gửi </button> <progress value=\"1\" max=\"2\">1/2</progress> xong",
		"<ruby>漢<rp> (</rp><rt>Hán</rt><rp>) </rp></ruby> <q> trích </q> dẫn",
		"<p>a <svg><title>Đạt  4</title><text>x <tspan>y</tspan> z</text></svg> b</p>",
		"<noscript> Không  có <b>script</b> </noscript> <template> <p>a <b>b</b> c</p> </template>",
	} {
		in := "<!doctype html>\n<html lang=\"vi\">\n<head>\n<title>Kế  hoạch</title>\n</head>\n<body>\n" + body + "\n</body>\n</html>\n"
		out, err := minified(".html", []byte(in))
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		if got, want := text(out), text([]byte(in)); got != want {
			t.Errorf("%s\ngot  %q\nwant %q", body, got, want)
		}
	}
}

// text is what a page says: white space counts as one, but in <pre> and
// <textarea> as what it is.
func text(page []byte) string {
	var said strings.Builder
	pre, space := 0, true
	for kind, raw := range tokens(page) {
		tag := strings.Trim(strings.ToLower(string(raw)), "</>")
		switch isPre := tag == "pre" || tag == "textarea"; {
		case kind == html.StartTagToken && isPre:
			pre++
		case kind == html.EndTagToken && isPre:
			pre--
			space = false
		case kind != html.TextToken:
		case pre > 0:
			said.WriteString(html.UnescapeString(string(raw)))
		default:
			for _, r := range html.UnescapeString(string(raw)) {
				if strings.ContainsRune(" \t\r\n\f", r) {
					if !space {
						said.WriteByte(' ')
					}
					space = true
					continue
				}
				said.WriteRune(r)
				space = false
			}
		}
	}
	return strings.TrimSuffix(said.String(), " ")
}

// page is a page of a plan with n targets; 200 make about 130 KB.
func page(n int) string {
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"vi\">\n<head>\n  <meta charset=\"utf-8\">\n  <title>Kế hoạch</title>\n" +
		"  <script type=\"application/ld+json\">{ \"@context\": \"https://schema.org\" }</script>\n</head>\n<body>\n<main>\n")
	for i := range n {
		fmt.Fprintf(&b, `
      <article class="target" id="chi-tieu-%d" data-words="ty le ho gia dinh van hoa">
        <h3><a href="../../chi-tieu/%d/">Tỷ lệ hộ gia đình văn hóa</a></h3>
        <p>Phấn đấu đạt <strong>%d,5 %%</strong> số hộ; <em>chưa có số liệu</em> của kỳ này.</p>
        <progress value="%d" max="100">%d/100</progress>
        <!-- a note of the author of the template -->
        <ul>
          <li>Đơn vị chủ trì: <a href="../../don-vi/ubnd/#nguoi">Ủy ban nhân dân xã</a></li>
          <li>Hạn: <time datetime="2026-12-31">31/12/2026</time></li>
        </ul>
      </article>
`, i, i, i%100, i%100, i%100)
	}
	b.WriteString("</main>\n</body>\n</html>\n")
	return b.String()
}

func BenchmarkMinifyPage(b *testing.B) {
	in := []byte(page(200))
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if _, err := minified(".html", in); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLinkIndexes(b *testing.B) {
	in := []byte(page(200))
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		linkIndexes(in)
	}
}
