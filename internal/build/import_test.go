package build_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"thidua/internal/build"
	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/skeleton"
	"thidua/internal/vi"
)

const reportName = "xa-minh-hoa-1-m0001/2026-Q3"

const resultsPath = "content/ket-qua/" + reportName + "/results.csv"

// formSite is a site whose commune has a target of every sort to report on.
func formSite(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	files, err := skeleton.Site()
	if err != nil {
		t.Fatal(err)
	}
	if err := skeleton.PlaceSite(filepath.Join(dir, "xa"), files); err != nil {
		t.Fatal(err)
	}
	dir = filepath.Join(dir, "xa")
	put(t, dir, "content/ke-hoach/viec-dung-hen-xa-minh-hoa-1-2026/targets.yaml", `
- {id: ho-so, clause: II.1.a, statement: "Hồ sơ trả đúng hẹn, không sót", owner: ubnd-xa-minh-hoa-1-m0001, measure: {kind: at-least, value: 95, unit: "%", every: quarter}}
- {id: gap-doi, clause: II.1.a, statement: Tăng gấp đôi, owner: xa-minh-hoa-1-m0001, measure: {kind: at-least, value: 120, unit: "%"}}
- {id: phan-anh, clause: II.1.b, statement: Phản ánh được trả lời, owner: cong-an-xa-minh-hoa-1-m0001, measure: {kind: within, value: 100, unit: "%", limit: 48h, every: quarter}}
- {id: khong-chay, clause: II.1.b, statement: Không để xảy ra cháy lớn, owner: xa-minh-hoa-1-m0001, measure: {kind: none}}
- {id: noi-chuyen, clause: II.2.a, statement: Nói chuyện, owner: xa-minh-hoa-1-m0001, measure: {kind: at-least, value: 2, unit: buổi, every: month}}
- {id: cong-khai, clause: II.2.a, statement: Công khai bảng hướng dẫn, owner: xa-minh-hoa-1-m0001, measure: {kind: disclose}}
- {id: loi, clause: II.2.a, statement: "- Nâng cao trách nhiệm", owner: xa-minh-hoa-1-m0001, measure: {kind: qualitative}}
- id: kiem-tra
  clause: II.2.a
  statement: Kiểm tra
  owner: xa-minh-hoa-1-m0001
  measure: {kind: all-of, parts: [{kind: equal, value: 100, unit: "%", subject: số đơn vị}, {kind: at-least, value: 1, unit: lần, subject: số cuộc}]}
`)
	put(t, dir, "content/mo-hinh/duong-hoa/index.md", "---\nstatus: draft\ntitle: Đường hoa\nsummary: Trồng hoa\nlocation_precision: commune\nsample: true\n---\n")
	put(t, dir, "content/cong-nhan/xa-tieu-bieu/index.md", "---\nstatus: draft\ntitle: Xã tiêu biểu\nsample: true\ncategories: [{id: xa-phuong, title: \"Xã, phường\"}]\n---\n")
	return dir
}

func put(t testing.TB, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func builderOf(t testing.TB, dir string) *build.Builder {
	t.Helper()
	builder, err := build.New(build.Options{Source: dir, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = builder.Close() })
	return builder
}

// formOf makes the form of a record and opens it.
func formOf(t testing.TB, builder *build.Builder, kind, name string) *excelize.File {
	t.Helper()
	record, err := skeletonKind(kind).Named(name)
	if err != nil {
		t.Fatal(err)
	}
	data, problem, err := builder.Form(t.Context(), record)
	if err != nil || problem != nil {
		t.Fatal(problem, err)
	}
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

func skeletonKind(name string) skeleton.Kind {
	return skeleton.Kinds[slices.IndexFunc(skeleton.Kinds, func(k skeleton.Kind) bool { return k.Name == name })]
}

// sent is a workbook as it comes back.
func sent(t testing.TB, file *excelize.File) []byte {
	t.Helper()
	out, err := file.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func take(t testing.TB, builder *build.Builder, h build.Handover) build.Imported {
	t.Helper()
	imported, err := builder.Import(t.Context(), h)
	if err != nil {
		t.Fatal(err)
	}
	if imported.Failed() == (len(imported.Written) > 0) {
		t.Errorf("failed: %t, written: %q", imported.Failed(), imported.Written)
	}
	return imported
}

// said are problems as an editor reads them, without the hints.
func said(problems []portal.Problem) (lines []string) {
	for _, p := range problems {
		message, hint := check.Words(p, check.Vietnamese)
		if hint == "" || strings.Contains(message+hint, "{") {
			message += " (KHÔNG CÓ CÁCH SỬA)"
		}
		lines = append(lines, fmt.Sprintf("%s: %s", p.Pos, message))
	}
	return lines
}

// results are the rows of a report, one a line.
func results(t testing.TB, builder *build.Builder, name string) (rows []string) {
	t.Helper()
	p, _, err := builder.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, report := range p.Reports {
		if report.ID != name {
			continue
		}
		for _, r := range report.Results {
			cells := []string{r.Target, r.Part.String(), r.Numerator.String(), r.Denominator.String(), r.Value.String(), r.Note, r.Difficulty, r.Proposal, r.Evidence}
			rows = append(rows, strings.TrimRight(strings.Join(cells, "|"), "|"))
		}
	}
	return rows
}

// A form that was not touched is a table without figures.
func TestAnEmptyFormHasNoFigures(t *testing.T) {
	dir := formSite(t)
	builder := builderOf(t, dir)
	put(t, dir, "content/ket-qua/xa-minh-hoa-1-m0001/2026-Q1/results.csv", "of another period")
	imported := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, formOf(t, builder, "result", reportName))})
	if len(imported.Problems) > 0 || imported.Rows != 9 {
		t.Errorf("%d rows, %q", imported.Rows, said(imported.Problems))
	}
	want := []string{"ho-so", "gap-doi", "phan-anh", "khong-chay", "noi-chuyen", "cong-khai", "loi", "kiem-tra|1", "kiem-tra|2"}
	if diff := cmp.Diff(want, results(t, builder, reportName)); diff != "" {
		t.Error(diff)
	}
	again := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, formOf(t, builder, "result", reportName))})
	if again.Failed() || !slices.Equal(again.Written, []string{resultsPath}) {
		t.Errorf("a table without figures is no data to keep: %q, %q", said(again.Problems), again.Written)
	}
}

// set fills in cells of a sheet: numbers as numbers, all else as text.
func set(t testing.TB, file *excelize.File, sheet string, cells map[string]any) {
	t.Helper()
	for cell, value := range cells {
		if err := file.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
}

// What clerks and their spreadsheets make of a form is understood.
func TestAFilledForm(t *testing.T) {
	dir := formSite(t)
	builder := builderOf(t, dir)
	file := formOf(t, builder, "result", reportName)
	const sheet = "Kết quả"
	set(t, file, sheet, map[string]any{
		"G5": 188, "H5": 200, "K5": "- Thiếu người trực\n- Mất điện",
		"I6": 121.5,
		"G7": "12", "H7": "12,0", // numbers as text
		"I8": 0,
		"I9": 0.1 + 0.2, "J9": "=HYPERLINK(\"http://x\")",
		"M10": "Báo cáo số 12/BC-UBND",
		"J11": "Đã làm; \"rất\" tốt, kịp thời",
		"I12": 0.94,
		"I13": 1.125, "J13": 15,
	})
	percent, err := file.NewStyle(&excelize.Style{NumFmt: 10})
	if err == nil {
		err = file.SetCellStyle(sheet, "I12", "I12", percent)
	}
	if err == nil {
		err = file.SetSheetName(sheet, "Bảng của xã")
	}
	if err == nil {
		err = file.InsertRows("Bảng của xã", 1, 2)
	}
	if err != nil {
		t.Fatal(err)
	}
	imported := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, file)})
	if imported.Failed() {
		t.Errorf("%q", said(imported.Problems))
	}
	want := []string{
		"ho-so||188|200|||- Thiếu người trực\n- Mất điện", "gap-doi||||121.5", "phan-anh||12|12", "khong-chay||||0",
		"noi-chuyen||||0.3|=HYPERLINK(\"http://x\")", "cong-khai||||||||Báo cáo số 12/BC-UBND", "loi|||||Đã làm; \"rất\" tốt, kịp thời",
		"kiem-tra|1|||94", "kiem-tra|2|||1.1250|15",
	}
	if diff := cmp.Diff(want, results(t, builder, reportName)); diff != "" {
		t.Error(diff)
	}
	if _, err := os.Stat(filepath.Join(dir, "content/ket-qua", reportName, "index.md")); err != nil {
		t.Error(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, resultsPath))
	if err != nil || !bytes.HasPrefix(data, []byte("\ufeffMã chỉ tiêu,Phần,Nội dung chỉ tiêu,")) || bytes.Contains(data, []byte(",=")) || bytes.Contains(data, []byte(`"=`)) || bytes.Contains(data, []byte(`,-`)) {
		t.Errorf("%s, %v", data, err)
	}

	// It is not overwritten but where somebody says so, and a new form shows it.
	h := build.Handover{File: "kq.xlsx", Data: sent(t, formOf(t, builder, "result", reportName))}
	if again := take(t, builder, h); !cmp.Equal(said(again.Problems), []string{"kq.xlsx: " + resultsPath + " đã có dữ liệu; không ghi đè"}) {
		t.Errorf("%q", said(again.Problems))
	}
	h.Replace = true
	if again := take(t, builder, h); again.Failed() {
		t.Errorf("%q", said(again.Problems))
	}
	if diff := cmp.Diff(want, results(t, builder, reportName)); diff != "" {
		t.Error(diff)
	}

	// What cannot be read is not thrown away.
	index := filepath.Join("content/ket-qua", reportName, "index.md")
	whole, err := os.ReadFile(filepath.Join(dir, index))
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, index, "---\nstatus: [\n---\n")
	if lost := take(t, builder, h); len(lost.Problems) != 1 || lost.Problems[0].Rule != "import-unread" {
		t.Errorf("%q", said(lost.Problems))
	}
	put(t, dir, index, string(whole))

	// A locked report is mended by a correction.
	put(t, dir, "content/ket-qua/"+reportName+"/ledger.jsonl", "{}\n")
	if locked := take(t, builder, h); !locked.Failed() || locked.Problems[0].Rule != "import-locked" {
		t.Errorf("%q", said(locked.Problems))
	}
}

// Every mistake is told by the name that Excel has for the cell; nothing is
// written until all are mended.
func TestMistakesInAForm(t *testing.T) {
	dir := formSite(t)
	builder := builderOf(t, dir)
	file := formOf(t, builder, "result", reportName)
	const sheet = "Kết quả"
	set(t, file, sheet, map[string]any{
		"G5": "1.500", "H5": "200 hồ sơ",
		"A6": "gap-ddoi",
		"G7": "94%",
		"I8": "không",
		"O4": "Tỷ lệ", "O9": 5, "O10": 6,
		"J14": "Người lập biểu",
	})
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	percent, err := file.NewStyle(&excelize.Style{NumFmt: 9})
	do(err)
	do(file.SetCellValue(sheet, "I9", 0.5))
	do(file.SetCellStyle(sheet, "I9", "I9", percent))
	day, err := file.NewStyle(&excelize.Style{NumFmt: 14})
	do(err)
	do(file.SetCellValue(sheet, "I10", 46113))
	do(file.SetCellStyle(sheet, "I10", "I10", day))
	do(file.SetCellFormula(sheet, "G12", "1+1"))
	do(file.MergeCell(sheet, "J11", "J12"))
	do(file.SetCellValue(sheet, "A13", "kiem-tra"))
	do(file.SetCellValue(sheet, "B13", 1))
	imported := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, file)})
	want := []string{
		"kq.xlsx: Kết quả!O4: cột “Tỷ lệ” không thuộc biểu nên không được nhập",
		"kq.xlsx: Kết quả!G5: “Tử số”: số “1.500” có thể hiểu hai cách",
		"kq.xlsx: Kết quả!H5: “Mẫu số”: không đọc được số “200 hồ sơ”",
		"kq.xlsx: Kết quả!A6: “Mã chỉ tiêu”: mã “gap-ddoi” đã bị sửa",
		"kq.xlsx: Kết quả!G7: “Tử số”: “94%” có dấu phần trăm",
		"kq.xlsx: Kết quả!I8: “Giá trị”: không đọc được số “không”",
		"kq.xlsx: Kết quả!I9: “Giá trị”: “50%” có dấu phần trăm",
		"kq.xlsx: Kết quả!I10: “Giá trị”: Excel đã đổi số gõ vào thành ngày 01/4/2026",
		"kq.xlsx: Kết quả!J11: các ô J11:J12 bị gộp làm một",
		"kq.xlsx: Kết quả!G12: “Tử số”: công thức chưa có kết quả",
		"kq.xlsx: Kết quả!B13: “Phần”: mã “1” đã bị sửa",
		"kq.xlsx: Kết quả!A14: “Mã chỉ tiêu”: ô này không được để trống",
	}
	if diff := cmp.Diff(want, said(imported.Problems)); diff != "" {
		t.Error(diff)
	}
	if _, err := os.Stat(filepath.Join(dir, "content/ket-qua")); !os.IsNotExist(err) {
		t.Error("something was written")
	}
}

// Rows may be taken away, put in another order, or added.
func TestRowsOfAForm(t *testing.T) {
	builder := builderOf(t, formSite(t))
	file := formOf(t, builder, "result", reportName)
	const sheet = "Kết quả"
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	do(file.RemoveRow(sheet, 8)) // khong-chay
	do(file.DuplicateRowTo(sheet, 5, 20))
	do(file.RemoveRow(sheet, 5))
	do(file.InsertRows(sheet, 7, 3))
	do(file.DuplicateRow(sheet, 6)) // phan-anh, twice
	set(t, file, sheet, map[string]any{"A30": "khong-co", "I30": 1})
	imported := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, file)})
	want := []string{
		"kq.xlsx: biểu không còn hàng của chỉ tiêu “khong-chay” (Không để xảy ra cháy lớn): sẽ là chưa có số liệu",
		"kq.xlsx: Kết quả!A7: chỉ tiêu “phan-anh” đã có ở hàng 6",
		"kq.xlsx: Kết quả!A30: không có chỉ tiêu “khong-co”",
	}
	if diff := cmp.Diff(want, said(imported.Problems)); diff != "" {
		t.Error(diff)
	}
	do(file.RemoveRow(sheet, 30))
	do(file.RemoveRow(sheet, 7))
	imported = take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, file)})
	if imported.Failed() {
		t.Errorf("%q", said(imported.Problems))
	}
	if diff := cmp.Diff([]string{"gap-doi", "phan-anh", "noi-chuyen", "cong-khai", "loi", "kiem-tra|1", "kiem-tra|2", "ho-so"}, results(t, builder, reportName)); diff != "" {
		t.Error(diff)
	}
}

// Whatever is filled in comes out the same.
func TestFormsComeBackAsTheyWereFilled(t *testing.T) {
	dir := formSite(t)
	builder := builderOf(t, dir)
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"", "Thiếu người", "- một\n- hai", "=1+1", "+84", "@x", "'nháy", "\"", "a;b,c\td", "Đội “Một”", "1/2", "0012", "#N/A", "ẩ\u0301n", "<b>&amp;</b>", strings.Repeat("dài ", 300)}
	for round := range 12 {
		file := formOf(t, builder, "result", reportName)
		rows, err := file.GetRows("Kết quả")
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for n := 5; n <= len(rows); n++ {
			cells := []string{rows[n-1][0], rows[n-1][1]}
			for i, text := range figures(random, rows[n-1][0]) {
				cell := fmt.Sprintf("%c%d", 'G'+i, n)
				var value any
				switch number, err := strconv.ParseFloat(text, 64); {
				case text == "":
				case err != nil:
					t.Fatal(err)
				case random.IntN(2) == 0:
					value = number
				default:
					if mark := strings.IndexByte(text, '.'); mark >= 0 && len(text)-mark-1 == 3 {
						text += "0" // three are ambiguous in a text
					}
					value = strings.Replace(text, ".", ",", 1)
				}
				set(t, file, "Kết quả", map[string]any{cell: value})
				cells = append(cells, canonical(t, text))
			}
			for column := 'J'; column <= 'M'; column++ {
				text := words[random.IntN(len(words))]
				if err := file.SetCellStr("Kết quả", fmt.Sprintf("%c%d", column, n), text); err != nil {
					t.Fatal(err)
				}
				cells = append(cells, settledText(text))
			}
			want = append(want, strings.TrimRight(strings.Join(cells, "|"), "|"))
		}
		imported := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, file), Replace: true})
		if imported.Failed() {
			t.Fatalf("round %d: %q", round, said(imported.Problems))
		}
		if diff := cmp.Diff(want, results(t, builder, reportName)); diff != "" {
			t.Fatalf("round %d:\n%s", round, diff)
		}
	}
}

// figures are what somebody may report of a target: numerator, denominator and
// value, each as it is written or empty.
func figures(random *rand.Rand, target string) [3]string {
	decimals := 0
	if target != "phan-anh" && target != "khong-chay" { // there cases are counted
		decimals = random.IntN(5)
	}
	text := func(n int) string { return strconv.FormatFloat(float64(n)/10_000, 'f', decimals, 64) }
	switch whole := 10_000 * (1 + random.IntN(1000)); random.IntN(3) {
	case 0:
		return [3]string{text(random.IntN(whole)), text(whole), ""}
	case 1:
		return [3]string{"", "", text(random.IntN(1_000_000))}
	}
	return [3]string{}
}

// canonical is a number as the portal writes it.
func canonical(t testing.TB, text string) string {
	t.Helper()
	if text == "" {
		return ""
	}
	if i := strings.IndexByte(text, '.'); i >= 0 && len(text)-i-1 == 3 {
		text += "0"
	}
	number, err := vi.ParseNumber(text)
	if err != nil {
		t.Fatal(err)
	}
	return number.String()
}

func settledText(text string) string { return strings.TrimSpace(vi.Clean(text)) }

// A table without a form is taken as what --as says, in whatever way a
// spreadsheet saved it.
func TestTablesAreImported(t *testing.T) {
	dir := formSite(t)
	builder := builderOf(t, dir)
	const as = "result/" + reportName
	for _, test := range []struct {
		name, as, text string
		want           []string // problems
	}{
		{"of nobody", "", "target,value\nkhong-chay,0\n", []string{"x.csv: tệp không cho biết nó là biểu nào, của ai"}},
		{"of a kind that is none", "plan/x", "a", []string{"x.csv: loại “plan” không nhập được từ tệp này"}},
		{"of a name that leads elsewhere", "result/../../x", "a", []string{"x.csv: tên “../../x” trong biểu không dùng được"}},
		{"of another name", "exemplar/A", "a", []string{"x.csv: tên “A” trong biểu không dùng được"}},
		{"of an exemplar", "exemplar/a", "a", []string{"x.csv: loại “csv” không nhập được từ tệp này"}},
		{"of a unit that is none", "result/xa-minh-hoa-1-m0002/2026-Q3", "a", []string{"x.csv: không có đơn vị “xa-minh-hoa-1-m0002”"}},
		{"of a model that is none", "model/duong-hoaa", "a", []string{"x.csv: chưa có content/mo-hinh/duong-hoaa/index.md"}},
		{"with mistakes", as, "KẾT QUẢ;;\nMã chỉ tiêu;Tử số;Giá trị\nho-so;1.500;\nkhong-co;;1\n", []string{
			"x.csv:3:7: hàng 3, cột “Tử số”: số “1.500” có thể hiểu hai cách",
			"x.csv:4:1: hàng 4, cột “Mã chỉ tiêu”: không có chỉ tiêu “khong-co”",
		}},
		{"with a row twice", as, "target,value\nkhong-chay,0\nkhong-chay,0\n", []string{"x.csv:3:1: hàng 3, cột “target”: “khong-chay” đã có ở x.csv:2:1"}},
		{"in UTF-16", as, "\xff\xfea\x00", []string{"x.csv:1:1: tệp ở bảng mã UTF-16 (kiểu “Unicode Text” của Excel)"}},
		{"without mistakes", as, "sep=;\r\nMã chỉ tiêu;Tử số;Mẫu số;Giá trị;Kế hoạch\r\nho-so;188;200;;viec-dung-hen-xa-minh-hoa-1-2026\r\nnoi-chuyen;;;6;\r\n", nil},
		{"once more", as, "target,value\nkhong-chay,0\n", []string{"x.csv: " + resultsPath + " đã có dữ liệu; không ghi đè"}},
	} {
		imported := take(t, builder, build.Handover{File: "x.csv", Data: []byte(test.text), As: test.as})
		if diff := cmp.Diff(test.want, said(imported.Problems)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
	if diff := cmp.Diff([]string{"ho-so||188|200", "noi-chuyen||||6"}, results(t, builder, reportName)); diff != "" {
		t.Error(diff)
	}
	wrong := take(t, builder, build.Handover{File: "x.xlsx", Data: sent(t, formOf(t, builder, "model", "duong-hoa")), As: as})
	if diff := cmp.Diff([]string{"x.xlsx: biểu này là model/duong-hoa, không phải " + as}, said(wrong.Problems)); diff != "" {
		t.Error(diff)
	}
}

// A workbook that is no form of ours is read by the names of its columns.
func TestAWorkbookOfOnesOwn(t *testing.T) {
	builder := builderOf(t, formSite(t))
	file := excelize.NewFile()
	defer file.Close()
	for n, row := range [][]any{{"BÁO CÁO QUÝ III"}, {}, {"STT", "Chỉ tiêu", "Phần", "Nội dung", "Tử số", "Mẫu số", "Giá trị", "Ghi chú", "Khó khăn, vướng mắc", "Kiến nghị", "Minh chứng", "Kế hoạch"},
		{1, "ho-so", nil, "Hồ sơ", 188, 200}, {2, "kiem-tra", 2, "Kiểm tra", nil, nil, 3}} {
		if err := file.SetSheetRow("Sheet1", fmt.Sprintf("B%d", n+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	imported := take(t, builder, build.Handover{File: "x.xlsx", Data: sent(t, file), As: "result/" + reportName})
	if imported.Failed() {
		t.Errorf("%q", said(imported.Problems))
	}
	if diff := cmp.Diff([]string{"ho-so||188|200", "kiem-tra|2|||3"}, results(t, builder, reportName)); diff != "" {
		t.Error(diff)
	}
	if _, err := file.NewSheet("Hai"); err != nil {
		t.Fatal(err)
	}
	set(t, file, "Hai", map[string]any{"A1": "Ghi chú riêng"})
	set(t, file, "Sheet1", map[string]any{"H3": "Gía chị"})
	wrong := take(t, builder, build.Handover{File: "x.xlsx", Data: sent(t, file), As: "result/" + reportName, Replace: true})
	if diff := cmp.Diff([]string{"x.xlsx: Sheet1!A3: bảng thiếu cột “Giá trị”"}, said(wrong.Problems)); diff != "" {
		t.Error(diff)
	}
	set(t, file, "Sheet1", map[string]any{"B3": nil, "C3": nil, "D3": nil, "E3": nil, "F3": nil, "G3": nil, "H3": nil, "I3": nil, "J3": nil, "K3": nil, "L3": nil, "M3": nil})
	wrong = take(t, builder, build.Handover{File: "x.xlsx", Data: sent(t, file), As: "result/" + reportName, Replace: true})
	if len(wrong.Problems) != 1 || wrong.Problems[0].Rule != "form-no-table" {
		t.Errorf("%q", said(wrong.Problems))
	}
}

func TestAdoptionsAndDossiers(t *testing.T) {
	dir := formSite(t)
	builder := builderOf(t, dir)
	file := formOf(t, builder, "model", "duong-hoa")
	const sheet = "Áp dụng mô hình"
	set(t, file, sheet, map[string]any{
		"A5": "Xã Minh Họa 1 — xa-minh-hoa-1-m0001", "B5": "5/4/2026", "D5": 12,
		"A7": "ubnd-xa-minh-hoa-1-m0001", "B7": "2026", "C7": "12/2026",
	})
	imported := take(t, builder, build.Handover{File: "x.xlsx", Data: sent(t, file)})
	want := "\ufeffMã đơn vị,Áp dụng từ,Áp dụng đến,Số nơi áp dụng,Căn cứ/Minh chứng\nxa-minh-hoa-1-m0001,2026-04-05,,12,\nubnd-xa-minh-hoa-1-m0001,2026,2026-12,,\n"
	data, err := os.ReadFile(filepath.Join(dir, "content/mo-hinh/duong-hoa/adoptions.csv"))
	if diff := cmp.Diff(want, string(data)); diff != "" || err != nil || imported.Failed() || imported.Rows != 2 {
		t.Errorf("%q, %v\n%s", said(imported.Problems), err, diff)
	}
	again := formOf(t, builder, "model", "duong-hoa")
	if h := (build.Handover{File: "x.xlsx", Data: sent(t, again)}); !take(t, builder, h).Failed() {
		t.Error("rows were overwritten")
	}
	set(t, again, sheet, map[string]any{"A5": "Xã khác", "B5": nil, "C6": "2025", "D6": "12 nơi"})
	wrong := take(t, builder, build.Handover{File: "x.xlsx", Data: sent(t, again), Replace: true})
	if diff := cmp.Diff([]string{
		"x.xlsx: Áp dụng mô hình!A5: không có đơn vị “Xã khác”",
		"x.xlsx: Áp dụng mô hình!B5: “Áp dụng từ”: ô này không được để trống",
		"x.xlsx: Áp dụng mô hình!C6: kết thúc (năm 2025) trước khi bắt đầu (năm 2026)",
		"x.xlsx: Áp dụng mô hình!D6: “Số nơi áp dụng”: không đọc được số “12 nơi”",
	}, said(wrong.Problems)); diff != "" {
		t.Error(diff)
	}

	file = formOf(t, builder, "recognition", "xa-tieu-bieu")
	set(t, file, "Hồ sơ công nhận", map[string]any{
		"A5": "xa-minh-hoa-1-m0001", "B5": "Xã, phường — xa-phuong", "C5": 2026, "D5": "Đã nộp hồ sơ", "E5": "05/11/2026", "F5": "15/QĐ-UBND",
	})
	imported = take(t, builder, build.Handover{File: "x.xlsx", Data: sent(t, file)})
	data, err = os.ReadFile(filepath.Join(dir, "content/cong-nhan/xa-tieu-bieu/dossiers.csv"))
	want = "\ufeffMã đơn vị,Loại hình,Năm xét,Bước,Ngày,Số quyết định,Ghi chú\nxa-minh-hoa-1-m0001,xa-phuong,2026,submitted,2026-11-05,15/QĐ-UBND,\n"
	if diff := cmp.Diff(want, string(data)); diff != "" || err != nil {
		t.Errorf("%q, %v\n%s", said(imported.Problems), err, diff)
	}
}

func TestExemplars(t *testing.T) {
	dir := formSite(t)
	builder := builderOf(t, dir)
	file := formOf(t, builder, "exemplar", "Nhân vật minh họa 1")
	const sheet = "Điển hình"
	const path = "content/dien-hinh/nhan-vat-minh-hoa-1/index.md"
	set(t, file, sheet, map[string]any{"B6": "Vận động 30 hộ: \"hiến đất\"", "B7": "Người", "B8": "Xã Minh Họa 1 — xa-minh-hoa-1-m0001", "B13": "hôm qua"})
	wrong := take(t, builder, build.Handover{File: "x.xlsx", Data: sent(t, file)})
	if diff := cmp.Diff([]string{
		"x.xlsx: Điển hình!B7: “Người” không thuộc các giá trị được dùng",
		"x.xlsx: Điển hình!B11: mục “Mức độ” chưa được điền",
		"x.xlsx: Điển hình!B13: “Năm được nêu gương”: không đọc được ngày “hôm qua”",
	}, said(wrong.Problems)); diff != "" {
		t.Error(diff)
	}
	set(t, file, sheet, map[string]any{"B7": "Cá nhân", "B11": "Nhân tố mới", "B13": 2026, "B15": "Đoạn một.\nĐoạn hai."})
	set(t, file, "Khen thưởng", map[string]any{"A5": "Giấy khen", "D5": "15/QĐ-UBND", "E5": "30/06/2026", "G5": "Đã tặng"})
	set(t, file, "Sự đồng ý cho đăng", map[string]any{"A5": "Chính người được nêu", "B5": "Giả định, dùng cho nhân vật minh họa", "C5": "01/03/2026"})
	imported := take(t, builder, build.Handover{File: "x.xlsx", Data: sent(t, file)})
	want := `---
status: draft
sample: true
history: []
title: "Nhân vật minh họa 1"
summary: "Vận động 30 hộ: \"hiến đất\""
kind: "individual"
unit: "xa-minh-hoa-1-m0001"
stage: "new-factor"
year: "2026"
award:
  - form: "Giấy khen"
    decision_ref: "15/QĐ-UBND"
    decision_date: "2026-06-30"
    status: "granted"
is_minor: false
consent:
  - by: "subject"
    kind: "sample"
    date: "2026-03-01"
---
Đoạn một.

Đoạn hai.
`
	data, err := os.ReadFile(filepath.Join(dir, path))
	if diff := cmp.Diff(want, string(data)); diff != "" || err != nil {
		t.Errorf("%q, %v\n%s", said(imported.Problems), err, diff)
	}

	// A new form shows what is there; what only the portal knows is kept, and
	// nobody has agreed to the new content yet.
	text := strings.Replace(want, "status: draft", "status: published\napproved_by: Chủ tịch\napproved_on: 2026-03-02", 1)
	text = strings.Replace(text, "history: []", "history: [{date: 2026-03-02, what: \"Đăng: lần đầu\"}]\nphoto: {file: anh.jpg, alt: \"Một \\\"ảnh\\\"\"}", 1)
	put(t, dir, path, text)
	put(t, dir, "content/dien-hinh/nhan-vat-minh-hoa-1/anh.jpg", string(camera(t, 300, 200)))
	again := build.Handover{File: "x.xlsx", Data: sent(t, formOf(t, builder, "exemplar", "nhan-vat-minh-hoa-1"))}
	if !take(t, builder, again).Failed() {
		t.Error("an exemplar was overwritten")
	}
	again.Replace = true
	put(t, dir, "content/thi-dua-la-yeu-nuoc/2026-03/index.md", "---\nstatus: published\napproved_by: Chủ tịch\napproved_on: 2026-04-02\nsample: true\n"+
		"history: [{date: 2026-04-02, what: Đăng}]\ntitle: Số tháng 3\nmonth: 2026-03\nexemplars: nhan-vat-minh-hoa-1\n---\nChuyện.\n")
	imported = take(t, builder, again)
	if imported.Failed() || !imported.Reset || len(imported.Problems) != 1 || imported.Problems[0].Level() != portal.Warning {
		t.Errorf("%q, reset %t", said(imported.Problems), imported.Reset)
	}
	want = strings.Replace(want, "history: []", "history:\n  - {date: \"2026-03-02\", what: \"Đăng: lần đầu\"}\nphoto: {file: \"anh.jpg\", alt: \"Một \\\"ảnh\\\"\"}", 1)
	data, err = os.ReadFile(filepath.Join(dir, path))
	if diff := cmp.Diff(want, string(data)); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}

	put(t, dir, path, "---\nstatus: [\n---\n")
	if lost := take(t, builder, again); len(lost.Problems) != 1 || lost.Problems[0].Rule != "import-unread" {
		t.Errorf("%q", said(lost.Problems))
	}
}

// Whatever a table holds, all of it comes in or nothing, and what came in is
// read without a mistake.
func FuzzImport(f *testing.F) {
	f.Add("target,value\nkhong-chay,0\n")
	f.Add("Mã chỉ tiêu;Tử số;Mẫu số;Ghi chú\nho-so;1;2;\"=a\nb\"\n")
	f.Add("target\tnote\nloi\t'=x\nloi\t''\n")
	dir := formSite(f)
	builder := builderOf(f, dir)
	f.Fuzz(func(t *testing.T, text string) {
		if err := os.RemoveAll(filepath.Join(dir, "content/ket-qua")); err != nil {
			t.Fatal(err)
		}
		h := build.Handover{File: "x.csv", Data: []byte(text), As: "result/" + reportName}
		imported := take(t, builder, h)
		written, err := os.ReadFile(filepath.Join(dir, resultsPath))
		if imported.Failed() {
			if !os.IsNotExist(err) {
				t.Errorf("%q: something was written: %v", text, err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		rows := results(t, builder, reportName)
		h.Data, h.Replace = written, true
		if again := take(t, builder, h); again.Failed() || !cmp.Equal(rows, results(t, builder, reportName)) {
			t.Errorf("%q, written as %q, is not read again: %q", text, written, said(again.Problems))
		}
	})
}

// What the police report themselves is not asked of their commune: a form that
// is older than that report still comes in, as long as it says nothing of it.
func TestAFormBesideTheReportOfABody(t *testing.T) {
	dir := formSite(t)
	builder := builderOf(t, dir)
	old := formOf(t, builder, "result", reportName)
	const own = "result/cong-an-xa-minh-hoa-1-m0001/2026-Q3"
	police := build.Handover{File: "ca.csv", Data: []byte("target,numerator,denominator\nphan-anh,12,12\n"), As: own}
	if imported := take(t, builder, police); imported.Failed() {
		t.Fatalf("%q", said(imported.Problems))
	}
	rows, err := formOf(t, builder, "result", reportName).GetRows("Kết quả")
	if err != nil || slices.ContainsFunc(rows, func(row []string) bool { return row[0] == "phan-anh" }) {
		t.Errorf("the commune is asked for what its police report: %q, %v", rows, err)
	}
	if imported := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, old)}); len(imported.Problems) > 0 || imported.Rows != 8 {
		t.Errorf("%d rows, %q", imported.Rows, said(imported.Problems))
	}
	set(t, old, "Kết quả", map[string]any{"G7": 1, "H7": 1})
	imported := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, old), Replace: true})
	if diff := cmp.Diff([]string{"kq.xlsx: Kết quả!A7: “cong-an-xa-minh-hoa-1-m0001” tự báo cáo kỳ 2026-Q3 nên dòng “phan-anh” ở đây không được tính"}, said(imported.Problems)); diff != "" {
		t.Error(diff)
	}

	// What would be wrong in other files is a reason not to take a form in.
	if err := os.RemoveAll(filepath.Join(dir, "content/ket-qua/cong-an-xa-minh-hoa-1-m0001")); err != nil {
		t.Fatal(err)
	}
	if imported := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, old), Replace: true}); imported.Failed() {
		t.Errorf("%q", said(imported.Problems))
	}
	imported = take(t, builder, police)
	if diff := cmp.Diff([]string{resultsPath + ":4:1: hàng 4, cột “Mã chỉ tiêu”: “cong-an-xa-minh-hoa-1-m0001” tự báo cáo kỳ 2026-Q3 nên dòng “phan-anh” ở đây không được tính"}, said(imported.Problems)); diff != "" {
		t.Error(diff)
	}
}

// Letters of old fonts, shares of 1, telephone numbers, and cells that nobody
// can read: each is told once, at its cell. Letters with loose marks are not
// worth a word.
func TestWhatSpreadsheetsDoToWords(t *testing.T) {
	dir := formSite(t)
	builder := builderOf(t, dir)
	file := formOf(t, builder, "result", reportName)
	const sheet = "Kết quả"
	set(t, file, sheet, map[string]any{
		"I5": 0.95, "J5": "ThiÕu ng\u00adêi trùc, ®Ò nghÞ bæ sung",
		"J6": "Thieáu ngöôøi tröïc, ñeà nghò boå sung",
		"H7": 12,
		"J8": "Gọi 0912 345 678",
	})
	if err := file.SetCellFormula(sheet, "G7", "1+1"); err != nil {
		t.Fatal(err)
	}
	imported := take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, file)})
	if diff := cmp.Diff([]string{
		"kq.xlsx: Kết quả!I5: 0,95 ở đây nghĩa là 0,95%, mà kế hoạch hứa 95%",
		"kq.xlsx: Kết quả!J5: “ThiÕu”: chữ gõ bằng bảng mã cũ (TCVN3 với phông .VnTime, hoặc VNI), người đọc sẽ thấy ký tự lạ",
		"kq.xlsx: Kết quả!J6: “Thieáu”: chữ gõ bằng bảng mã cũ (TCVN3 với phông .VnTime, hoặc VNI), người đọc sẽ thấy ký tự lạ",
		"kq.xlsx: Kết quả!G7: “Tử số”: công thức chưa có kết quả",
		"kq.xlsx: Kết quả!J8: có số điện thoại (091…678) trong nội dung công khai",
	}, said(imported.Problems)); diff != "" {
		t.Error(diff)
	}

	file = formOf(t, builder, "result", reportName)
	set(t, file, sheet, map[string]any{"J5": "Thie\u0302\u0301u ngu\u031bo\u031b\u0300i", "G4": "Tu\u031b\u0309 so\u0302\u0301"})
	if err := file.SetSheetVisible("thidua", true); err != nil {
		t.Fatal(err)
	}
	imported = take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, file)})
	if len(imported.Problems) > 0 || imported.Public {
		t.Errorf("%q", said(imported.Problems))
	}
	if rows := results(t, builder, reportName); rows[0] != "ho-so|||||Thiếu người" {
		t.Errorf("%q", rows)
	}

	// What is public stays so, and that is said.
	put(t, dir, "content/ket-qua/"+reportName+"/index.md", "---\nstatus: published\napproved_by: Chủ tịch\napproved_on: 2026-10-02\nsample: true\n"+
		"history: [{date: 2026-10-02, what: Đăng}]\nunit: xa-minh-hoa-1-m0001\nperiod: 2026-Q3\nsubmitted_on: 2026-10-02\n---\n")
	imported = take(t, builder, build.Handover{File: "kq.xlsx", Data: sent(t, file), Replace: true})
	if !imported.Public {
		t.Errorf("%q", said(imported.Problems))
	}
}
