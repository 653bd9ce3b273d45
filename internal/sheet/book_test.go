package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/table"
)

// pack makes a workbook of its parts, by hand.
func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range []string{"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
		text, given := parts[name]
		if !given {
			text = usualParts[name]
		}
		part, err := archive.Create(name)
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

var usualParts = map[string]string{
	"_rels/.rels":                `<Relationships><Relationship Id="r1" Type="` + relation + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	"xl/workbook.xml":            `<workbook xmlns:r="` + relation + `"><sheets><sheet name="Một" sheetId="1" r:id="r1"/><sheet name="thidua" sheetId="2" state="veryHidden" r:id="r2"/></sheets></workbook>`,
	"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="` + relation + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + relation + `/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="r3" Type="` + relation + `/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r4" Type="` + relation + `/styles" Target="styles.xml"/></Relationships>`,
	"xl/sharedStrings.xml":       `<sst><si><t>chung</t></si><si><r><t xml:space="preserve">một </t></r><r><t>hai</t></r><rPh><t>đọc</t></rPh></si></sst>`,
	"xl/styles.xml":              `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;d&quot;0.0%"/><numFmt numFmtId="165" formatCode="[$-42A]mm/yyyy"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
	"xl/worksheets/sheet1.xml":   `<worksheet><sheetData/></worksheet>`,
	"xl/worksheets/sheet2.xml":   `<worksheet><sheetData/></worksheet>`,
}

func sheetOf(rows string) map[string]string {
	return map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}
}

// Cells are read as any program may write them.
func TestCells(t *testing.T) {
	number := &table.Column{Kind: table.Number}
	date := &table.Column{Kind: table.Date}
	text := &table.Column{}
	flag := &table.Column{Kind: table.Flag}
	for _, test := range []struct {
		cell   string
		column *table.Column
		want   string // the rule with a "!" before it, where the cell cannot be told
	}{
		{`<c r="A1" t="s"><v>0</v></c>`, text, "chung"},
		{`<c r="A1" t="s"><v>1</v></c>`, text, "một hai"},
		{`<c r="A1" t="s"><v>9</v></c>`, text, ""},
		{`<c r="A1" t="s"><v>-1</v></c>`, text, ""},
		{`<c t="inlineStr"><is><t>trong ô</t></is></c>`, text, "trong ô"},
		{`<c t="str"><f>A2</f><v>công thức</v></c>`, text, "công thức"},
		{`<c t="str"><f>A2</f><v></v></c>`, text, ""},
		{`<c><f>1+1</f></c>`, number, "!form-formula"},
		{`<c><f>1+1</f><v>2</v></c>`, number, "2"},
		{`<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`, number, "!form-error"},
		{`<c t="e"><v>#N/A</v></c>`, text, "!form-error"},
		{`<c t="b"><v>1</v></c>`, flag, "true"},
		{`<c t="d"><v>2026-12-05T00:00:00</v></c>`, date, "2026-12-05"},
		{`<c><v>1500</v></c>`, number, "1500"},
		{`<c><v>1.5E3</v></c>`, number, "1500"},
		{`<c><v>0.30000000000000004</v></c>`, number, "0.3"},
		{`<c><f>x</f><v>0.10000000000002274</v></c>`, number, "0.1"},
		{`<c><f>x</f><v>5.5511151231257827E-17</v></c>`, number, "0.00000000000000"[:1]},
		{`<c><v>33.333333333333336</v></c>`, number, "33.3333333333333"},
		{`<c><v>1.125</v></c>`, number, "1.1250"},
		{`<c><v>-0</v></c>`, number, "0"},
		{`<c><v>12345678.901234501</v></c>`, number, "12345678.9012345"},
		{`<c s="1"><v>0.94</v></c>`, number, "94%"},
		{`<c s="1"><v>0.28999999999999998</v></c>`, number, "29%"},
		{`<c s="3"><v>46113</v></c>`, number, "!form-date"},
		{`<c s="3"><v>46113</v></c>`, date, "2026-04-01"},
		{`<c s="3"><v>46113.75</v></c>`, date, "2026-04-01"},
		{`<c s="2"><v>46113</v></c>`, date, "2026-04"},
		{`<c s="2"><v>46114</v></c>`, date, "2026-04-02"},
		{`<c s="3"><v>46113</v></c>`, text, "01/4/2026"},
		{`<c s="3"><v>-5</v></c>`, date, "-5"},
		{`<c s="4"><v>1.6666666666666666E-2</v></c>`, number, "!form-time"},
		{`<c s="5"><v>1.25</v></c>`, number, "!form-time"},
		{`<c s="3"><v>1.6666666666666666E-2</v></c>`, number, "!form-time"},
		{`<c s="3"><v>0</v></c>`, number, "0"},
		{`<c s="4"><v>0.5</v></c>`, date, "!form-time"},
		{`<c s="4"><v>1.6666666666666666E-2</v></c>`, text, "0:24"},
		{`<c s="5"><v>1.2501157407407407</v></c>`, text, "30:00:10"},
		{`<c s="99"><v>2026</v></c>`, date, "2026"},
		{`<c t="inlineStr"><is><t>5/4/2026</t></is></c>`, date, "2026-04-05"},
		{`<c t="inlineStr"><is><t> 05/04/2026 </t></is></c>`, date, "2026-04-05"},
		{`<c t="inlineStr"><is><t>hôm qua</t></is></c>`, date, "hôm qua"},
		{`<c t="inlineStr"><is><t>Có</t></is></c>`, flag, "true"},
		{`<c t="inlineStr"><is><t>KHÔNG</t></is></c>`, flag, "false"},
		{`<c t="inlineStr"><is><t>a_x000D_&#10;b_x005F_x000D_c</t></is></c>`, text, "a\nb_x000D_c"},
		{`<c t="inlineStr"><is><t>a&#x202E;b_x0007_</t></is></c>`, text, "ab"},
		{`<c><v>NaN</v></c>`, number, "NaN"},
		{`<c><v>1e999</v></c>`, number, "1e999"},
		{`<c><v>chữ</v></c>`, number, "chữ"},
	} {
		t.Run(test.cell, func(t *testing.T) {
			b, err := openBook(pack(t, sheetOf(`<row r="1">`+test.cell+`</row>`)))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if rows := b.sheets[0].rows; len(rows) > 0 {
				text, problem := b.text(&rows[0].cells[0], test.column, "Cột")
				if got = text; problem != nil {
					got = "!" + problem.Rule
				}
			}
			if got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// Rows and cells that do not say where they are stand behind those before them.
func TestPlacesOfCells(t *testing.T) {
	b, err := openBook(pack(t, sheetOf(`<row><c t="inlineStr"><is><t>A1</t></is></c><c r="D1"/><c><v>5</v></c></row><row r="7" spans="1:3"><c r="C7"><v>3</v></c></row><row><c><v>8</v></c></row><row r="1048576" ht="15"/>`)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range b.sheets[0].rows {
		for _, cell := range row.cells {
			got = append(got, fmt.Sprintf("%s=%s%v", cellName(cell.column, row.n), cell.text, cell.number))
		}
	}
	if diff := cmp.Diff([]string{"A1=A10", "E1=5", "C7=3", "A8=8"}, got); diff != "" {
		t.Error(diff)
	}
}

// Days of old workbooks for the Macintosh are counted from 1904.
func TestDaysFrom1904(t *testing.T) {
	parts := sheetOf(`<row r="1"><c s="3"><v>44651</v></c></row>`)
	parts["xl/workbook.xml"] = strings.Replace(usualParts["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	b, err := openBook(pack(t, parts))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := b.text(&b.sheets[0].rows[0].cells[0], &table.Column{Kind: table.Date}, ""); got != "2026-04-01" {
		t.Error(got)
	}
}

func TestFormats(t *testing.T) {
	for format, want := range map[string]form{
		"": showsNumber, "General": showsNumber, "#,##0.00": showsNumber, "0.00E+00": showsNumber, `0 "đồng, d"`: showsNumber, "[Red]0": showsNumber, `0\d`: showsNumber, "_-* #,##0_-": showsNumber,
		"0%": showsPercent, "0.0%;[Red]-0.0%": showsPercent,
		"dd/mm/yyyy": showsDate, "[$-42A]d mmmm yyyy;@": showsDate, "mmm-yy": showsDate, "m/d/yy h:mm": showsDate, "yyyy": showsDate,
		"h:mm": showsTime, "[h]:mm:ss": showsTime, "[h]:mm": showsTime, "[mm]:ss": showsTime, "mm:ss": showsTime, "h:mm AM/PM": showsTime, `"mở`: showsNumber, "[mở": showsNumber, `\`: showsNumber,
	} {
		if got := formOf(format); got != want {
			t.Errorf("%q shows %d, want %d", format, got, want)
		}
	}
}

// What somebody sends may be made to hurt: none of it costs much, is followed
// anywhere, or makes anything panic.
func TestHostileWorkbooks(t *testing.T) {
	var rows strings.Builder
	for n := range 300 {
		fmt.Fprintf(&rows, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, n+1, n+1)
	}
	var many strings.Builder
	for n := range 20_000 {
		fmt.Fprintf(&many, `<row r="%d">%s</row>`, n+1, strings.Repeat(`<c t="s"><v>0</v></c>`, 6))
	}
	texts := pack(t, map[string]string{"xl/sharedStrings.xml": "<sst><si><t>" + strings.Repeat("dài", 10_000) + "</t></si></sst>", "xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + many.String() + "</sheetData></worksheet>"})
	hidden := func(kind, name, version string) []byte {
		return pack(t, map[string]string{"xl/worksheets/sheet2.xml": fmt.Sprintf(`<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>thidua-form</t></is></c><c t="inlineStr"><is><t>%s</t></is></c></row><row r="2"><c r="B2" t="inlineStr"><is><t>%s</t></is></c></row><row r="3"><c r="B3" t="inlineStr"><is><t>%s</t></is></c></row></sheetData></worksheet>`, version, kind, name)})
	}
	for _, test := range []struct {
		name string
		data []byte
		rule string
	}{
		{"nothing", nil, "form-unreadable"},
		{"a text", []byte("target,value\n"), "form-unreadable"},
		{"old Excel", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "form-old"},
		{"another archive", pack(t, map[string]string{"_rels/.rels": "<Relationships/>"}), "form-unreadable"},
		{"a workbook without end", pack(t, map[string]string{"xl/workbook.xml": "<workbook><sheets>"}), ""},
		{"a sheet that breaks off", pack(t, map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c><v>1"}), "form-unreadable"},
		{"a part in another script", pack(t, map[string]string{"xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="utf-16"?><worksheet/>`}), "form-unreadable"},
		{"an entity", pack(t, sheetOf(`<row><c t="inlineStr"><is><t>&x;</t></is></c></row>`)), "form-unreadable"},
		{"an entity with a definition", pack(t, map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>`}), "form-unreadable"},
		{"a part elsewhere", pack(t, map[string]string{"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../../etc/passwd"/><Relationship Id="r2" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1/"/></Relationships>`}), ""},
		{"rows in the last column", pack(t, map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + rows.String() + "</sheetData></worksheet>"}), "form-large"},
		{"a cell in the last row", pack(t, sheetOf(`<row r="1048576"><c><v>1</v></c></row>`)), "form-large"},
		{"a row of no number", pack(t, sheetOf(`<row r="-5"><c><v>1</v></c></row>`)), "form-large"},
		{"spaces without end", pack(t, map[string]string{"xl/worksheets/sheet1.xml": "<worksheet>" + strings.Repeat(" ", 40<<20)}), "form-large"},
		{"a text without end", pack(t, map[string]string{"xl/sharedStrings.xml": "<sst><si><t>" + strings.Repeat("a", 40<<20)}), "form-large"},
		{"one text in a million cells", texts, "form-large"},
		{"a sheet in a sheet in a sheet", pack(t, sheetOf(strings.Repeat("<row>", 100_000))), "form-unreadable"},
		{"a newer form", hidden("result", "x", "2"), "form-version"},
		{"a form of nothing", hidden("", "", "1"), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			begun := time.Now()
			filled, problem := Open("x.xlsx", test.data)
			if spent := time.Since(begun); spent > 10*time.Second {
				t.Errorf("it takes %s", spent)
			}
			runtime.ReadMemStats(&after)
			if used := after.TotalAlloc - before.TotalAlloc; used > 1<<30 {
				t.Errorf("it takes %d MB", used>>20)
			}
			got := ""
			if problem != nil {
				got = problem.Rule
			} else if filled.Table(table.Of("result")); filled.Kind != "" {
				t.Error(filled.Kind)
			}
			if got != test.rule {
				t.Errorf("%q, want %q", got, test.rule)
			}
		})
	}
}

// FuzzOpen reads anything as a form, and takes it for every kind of form.
func FuzzOpen(f *testing.F) {
	f.Add(pack(f, sheetOf(`<row r="1"><c t="s"><v>0</v></c><c><v>5</v></c></row>`)))
	f.Add([]byte("PK\x03\x04"))
	for _, form := range everyForm(f) {
		data, err := form.Write()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { readEverything(t, data) })
}

// FuzzSheet puts anything where the cells of a form are.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="4"><c t="inlineStr"><is><t>Mã chỉ tiêu</t></is></c><c t="inlineStr"><is><t>Giá trị</t></is></c></row><row r="5"><c t="s"><v>0</v></c><c s="1"><v>0.5</v></c></row>`, `<mergeCells><mergeCell ref="A5:B6"/></mergeCells>`)
	f.Add(`<row><c t="inlineStr"><is><t>Tên điển hình</t></is></c><c t="inlineStr"><is><t>A</t></is></c></row><row><c t="inlineStr"><is><t>Đối tượng</t></is></c></row>`, "")
	f.Fuzz(func(t *testing.T, rows, behind string) {
		readEverything(t, pack(t, map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>"}))
	})
}

func readEverything(t *testing.T, data []byte) {
	filled, problem := Open("x.xlsx", data)
	if problem != nil {
		return
	}
	for _, schema := range []string{"result", "adoption", "dossier"} {
		form, problems := filled.Table(table.Of(schema))
		if form != nil {
			if csv := table.NewReader(strings.TrimPrefix(string(form.CSV()), "\ufeff"), func(string) bool { return false }); csv != nil {
				for range form.Rows {
					if _, err := csv.Read(); err != nil {
						t.Errorf("what was read cannot be written: %v", err)
					}
				}
			}
		}
		for _, problem := range filled.Named(problems) {
			if !strings.HasPrefix(problem.Pos.String(), "x.xlsx") {
				t.Errorf("%s: %s", problem.Pos, problem.Rule)
			}
		}
	}
	record, problems := filled.Record(table.Of("exemplar"))
	if record != nil {
		index := record.Index([]string{"status: draft"})
		for n := range strings.Count(string(index.Data), "\n") {
			if index.At(n+1).File == "" {
				t.Errorf("line %d came from nowhere", n+1)
			}
		}
	}
	for _, problem := range filled.Named(problems) {
		if !strings.HasPrefix(problem.Pos.String(), "x.xlsx") {
			t.Errorf("%s: %s", problem.Pos, problem.Rule)
		}
	}
}

// A workbook that another program saved is read like Excel's.
func TestOtherPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/*.xlsx")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		filled, problem := Open(name, data)
		if problem != nil {
			t.Errorf("%s: %s", name, problem.Rule)
			continue
		}
		form, problems := filled.Table(table.Of("result"))
		if form == nil || len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		if got := strings.Join(form.Rows[0], "|"); filled.Kind != "result" || len(form.Rows) != 3 || got != "ho-so||kh|188|200||đã kiểm|||" {
			t.Errorf("%s: %s %q, %d rows", name, filled.Kind, got, len(form.Rows))
		}
	}
}
