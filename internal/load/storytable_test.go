package load

import "testing"

func TestTablesOfStoriesAreNamed(t *testing.T) {
	for body, want := range map[string]string{
		"## Số *liệu*\n\n| Năm | Số |\n|---|:-:|\n| 2026 | 39 |\n": `<h2>Số <em>liệu</em></h2>
<div class="sideways" role="region" tabindex="0" aria-label="Số liệu"><table><caption class="vh">Số liệu</caption>
<thead>
<tr>
<th scope="col">Năm</th>
<th scope="col">Số</th>
</tr>
</thead>
<tbody>
<tr>
<td>2026</td>
<td>39</td>
</tr>
</tbody>
</table></div>
`,
		"| “Năm” | <b> |\n|---|---|\n": `<div class="sideways" role="region" tabindex="0" aria-label="“Năm”, &lt;b&gt;"><table><caption class="vh">“Năm”, &lt;b&gt;</caption>
<thead>
<tr>
<th scope="col">“Năm”</th>
<th scope="col">&lt;b&gt;</th>
</tr>
</thead>
</table></div>
`,
		"| | Trước |\n|---|---|\n| Số lần | 6 |\n": `<div class="sideways" role="region" tabindex="0" aria-label="Trước"><table><caption class="vh">Trước</caption>
<thead>
<tr>
<td></td>
<th scope="col">Trước</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Số lần</th>
<td>6</td>
</tr>
</tbody>
</table></div>
`,
	} {
		if got := string(prose(body)); got != want {
			t.Errorf("%q:\n%s", body, got)
		}
	}
}
