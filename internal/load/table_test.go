package load_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/check"
	"thidua/internal/load"
	"thidua/internal/portal"
)

const resultsFile = "content/ket-qua/xa-b/2026-Q3/results.csv"

// results reads a results.csv and gives its rows, one a line, and its problems.
func results(t *testing.T, text string) (rows, problems []string) {
	t.Helper()
	p, problems := read(t, fstest.MapFS{
		resultsFile:                             {Data: []byte(text)},
		"content/ket-qua/xa-b/2026-Q3/index.md": {Data: []byte("---\nstatus: draft\nunit: xa-b\nperiod: 2026-Q3\n---\n")},
	})
	for i := range problems {
		problems[i] = strings.TrimPrefix(problems[i], resultsFile)
	}
	for _, r := range p.Reports[0].Results {
		cells := []string{r.Target, r.Part.String(), r.Numerator.String(), r.Denominator.String(), r.Value.String(), r.Note, r.Difficulty, r.Proposal, r.Evidence, r.Plan}
		rows = append(rows, strings.TrimRight(strings.Join(cells, "|"), "|"))
	}
	return rows, problems
}

// What Excel in Vietnam writes is read, whatever it puts between the cells.
func TestTablesOfExcel(t *testing.T) {
	plain := []string{"a||188|200", "b||||2.5|Ghi chú, dài||||kh"}
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"as the program writes it", "target,part,numerator,denominator,value,note,difficulty,proposal,evidence,plan\na,,188,200,,,,,,\nb,,,,2.5,\"Ghi chú, dài\",,,,kh\n", plain},
		{"with semicolons", "target;numerator;denominator;value;note;plan\r\na;188;200;;;\r\nb;;;2,5;Ghi chú, dài;kh\r\n", plain},
		{"with tabs", "target\tnumerator\tdenominator\tvalue\tnote\tplan\na\t188\t200\t\t\t\nb\t\t\t2,5\tGhi chú, dài\tkh\n", plain},
		{"with the separator named", "sep=;\r\ntarget;numerator;denominator;value;note;plan\r\na;188;200;;;\r\nb;;;2,5;Ghi chú, dài;kh\r\n", plain},
		{"with a tab named", "sep=\t\ntarget\tnumerator\tdenominator\tvalue\tnote\tplan\na\t188\t200\nb\t\t\t2,5\tGhi chú, dài\tkh\n", plain},
		{"with a byte-order mark and a name in quotation marks", "\ufeff\"target\",\"numerator\",denominator,value,note,plan\na,188,200\nb,,,\"2,5\",\"Ghi chú, dài\",kh", plain},
		{"in Vietnamese", "Mã chỉ tiêu;Tử số;Mẫu số;Giá trị;Ghi chú;Kế hoạch\na;188;200\nb;;;2,5;Ghi chú, dài;kh\n", plain},
		{"in Vietnamese without marks and spaces", "MACHITIEU;tu so;Mau So*;gia tri;GHI CHÚ:;Ke hoach\na;188;200\nb;;;2,5;Ghi chú, dài;kh\n", plain},
		{"in Vietnamese of form D", "Ma\u0303 chi\u0309 tie\u0302u;Tu\u031b\u0309 so\u0302\u0301;denominator;value;note;plan\na;188;200\nb;;;2,5;Ghi chú, dài;kh\n", plain},
		{"with the columns of the form that nobody reads", "STT;Mã chỉ tiêu;Phần;Nội dung chỉ tiêu;Cách tính;Tử số;Mẫu số;Giá trị;Ghi chú;Kế hoạch\n1;a;;Hồ sơ đúng hạn;95%;188;200\n2;b;;Họp;2 lần;;;2,5;Ghi chú, dài;kh\n", plain},
		{"with names that hold the other separators", "Mã chỉ tiêu,Tử số,Mẫu số,Giá trị,Ghi chú,\"Đề xuất, kiến nghị\",Kế hoạch\na,188,200\nb,,,2.5,\"Ghi chú, dài\",,kh\n", plain},
		{"with a name in which the separator is no separator", "Mã chỉ tiêu;Tử số;Mẫu số;Giá trị;Ghi chú;Đề xuất, kiến nghị;Kế hoạch\na;188;200\nb;;;2,5;Ghi chú, dài;;kh\n", plain},
		{"with empty columns and rows", "target,numerator,denominator,value,note,plan,,\na,188,200,,,,,\n,,,,,,,\n\nb,,,2.5,\"Ghi chú, dài\",kh,,\n,,,,,,,\n", plain},
		{"with empty rows above", "\n,,\n\ntarget,numerator,denominator,value,note,plan\na,188,200\nb,,,2.5,\"Ghi chú, dài\",kh\n", plain},
		{"with no rows", "target,value\n", nil},
		{"with titles above", "KẾT QUẢ, QUÝ III;;;\nXã A, Xã B, Xã C, Xã D, Xã E\n\nMã chỉ tiêu;Tử số;Mẫu số;Giá trị;Ghi chú;Kế hoạch\na;188;200\nb;;;2,5;Ghi chú, dài;kh\n", plain},
		{"with line breaks in a cell", "target;note\r\na;\"một\r\nhai; \"\"ba\"\"\"\r\nb;x\r\n", []string{"a|||||một\nhai; \"ba\"", "b|||||x"}},
		{"with a quotation in an open cell", "target,note\na,Đội \"1\" giỏi\nb,5\" nhé\n", []string{"a|||||Đội \"1\" giỏi", "b|||||5\" nhé"}},
		{"with spaces behind a quotation", "target,note\n\"a\" ,\"x\"  \n", []string{"a|||||x"}},
		{"with an apostrophe against formulas", "target,note,value\na,'- Thiếu người,-5\nb,''=1+1,\nc,'tên lóng',\n", []string{"a||||-5|- Thiếu người", "b|||||'=1+1", "c|||||'tên lóng'"}},
		{"with cells of spaces", "target,note\na,   \n", []string{"a"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows, problems := results(t, test.text)
			problems = slices.DeleteFunc(problems, func(p string) bool { return p == ":1 not-nfc" })
			if diff := cmp.Diff(test.want, rows); diff != "" || len(problems) > 0 {
				t.Errorf("%q\n%s", problems, diff)
			}
		})
	}
}

// A day that no calendar has is told as such, and dates in the form that forms
// ask for.
func TestDatesThatTablesRefuse(t *testing.T) {
	for text, want := range map[string]string{
		"30/2/2026":  "cell-no-day “Ngày” “30/2/2026”",
		"2026-02-30": "cell-no-day “Ngày” “2026-02-30”",
		"31/13/2026": "cell-no-day “Ngày” “31/13/2026”",
		"2026-3-2":   "cell-date “Ngày” “2026-3-2” “02/03/2026”",
		"hôm qua":    "cell-date “Ngày” “hôm qua” “”",
	} {
		_, problems := read(t, fstest.MapFS{
			"content/cong-nhan/a/index.md":     {Data: []byte("---\nstatus: draft\ntitle: A\nsummary: a\n---\n")},
			"content/cong-nhan/a/dossiers.csv": {Data: []byte("Đơn vị;Loại hình;Năm;Bước;Ngày\nx;y;2026;Đã đăng ký;" + text + "\n")},
		})
		if got := strings.Join(problems, ", "); !strings.HasSuffix(got, want) {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestTroubleInTables(t *testing.T) {
	const names = "“Mã chỉ tiêu”, “Phần”, “Tử số”, “Mẫu số”, “Giá trị”, “Ghi chú”, “Khó khăn”, “Đề xuất/Kiến nghị”, “Căn cứ/Minh chứng”, “Mã kế hoạch”"
	const keys = "“target,part,numerator,denominator,value,note,difficulty,proposal,evidence,plan”"
	for _, test := range []struct {
		name, text string
		rows       int
		problems   []string
	}{
		{"empty", "", 0, []string{":1:1 csv-empty " + keys}},
		{"only line ends", "\n\n", 0, []string{":1:1 csv-empty " + keys}},
		{"only the separator", "sep=;\n", 0, []string{":1:1 csv-empty " + keys}},
		{"no names at all", "a,188,200\nb,1,2\n", 0, []string{":1:1 csv-no-names " + names + " " + keys}},
		{"a name that nobody knows, told once", "target,vaule\na,1\nb,2\n", 2, []string{":1:8 csv-unknown-column “vaule” “value” " + names}},
		{"a Vietnamese name misspelt", "target;Tử số;Mẫu xố\na;1;2\n", 1, []string{":1:14 csv-unknown-column “Mẫu xố” “Mẫu số” " + names}},
		{"no column of targets", "value\n1\n2\n", 2, []string{":1:1 csv-no-column “Mã chỉ tiêu” “target”"}},
		{"a column twice", "target,value,Giá trị\na,1,2\n", 0, []string{":1:14 csv-column-twice “Giá trị” “value”"}},
		{"text below no name", "target,,value\na,,1\nb,x,2\n", 2, []string{":3:3 csv-unnamed-column"}},
		{"cells left over", "target,value\na,1,2\nc,3\n", 1, []string{":2:5 csv-columns “3” “2”"}},
		{"no target in a row", "Mã chỉ tiêu,value\n,1\n", 1, []string{":2:1 cell-empty “Mã chỉ tiêu”"}},
		{"a number of two meanings", "target,note,Tử số\na,“Ấn”,1.500\n", 1, []string{":2:8 ambiguous-number “Tử số” “1.500” “1500” “1.5”"}},
		{"a number with marks between thousands", "target;value\na;1.234.567,5\nb;12 345\n", 2, []string{":2:3 cell-number “value” “1.234.567,5” “1234567,5”", ":3:3 cell-number “value” “12 345” “12345”"}},
		{"a number with words", "target,value\na,12 lần\n", 1, []string{":2:3 cell-number “value” “12 lần” “”"}},
		{"an error of a formula", "target,value\na,#N/A\n", 1, []string{":2:3 cell-number “value” “#N/A” “”"}},
		{"a per cent sign", "target,value,numerator\na,94%,\nb,,\"0,5 %\"\n", 2, []string{":2:3 cell-percent “value” “94%” “94”", ":3:4 cell-percent “numerator” “0,5 %” “0,5”"}},
		{"text behind a quotation mark, and what follows is read", "target,note\na,\"Đội\" 1\nb,x\n", 1, []string{":2:9 csv-quote-inside"}},
		{"a quotation mark never closed", "target,note\na,x\nb,\"y\nc,z\n", 1, []string{":3:3 csv-quote-open"}},
		{"one never closed in the row of names", "target,\"note\na,x\n", 0, []string{":1:8 csv-quote-open"}},
		{"too many columns", "target" + strings.Repeat(",x", 300) + "\n", 0, []string{":1:406 csv-wide “301” “200”"}},
		{"Unicode text of Excel", "\xff\xfet\x00a\x00", 0, []string{":1:1 csv-utf16"}},
		{"the same without a mark", "t\x00a\x00", 0, []string{":1:1 csv-utf16"}},
		{"the same, great bytes first", "\xfe\xff\x00t", 0, []string{":1:1 csv-utf16"}},
		{"letters that were lost", "target,note\na,C? m?t v?n ??\nb,x\n", 2, []string{":2:3 marks-lost “C? m?t v?n ??”"}},
		{"some of them lost", "target,note\na,\u0110\u00e3 x\n", 1, nil},
		{"names that were lost", "M? ch? tiêu,T? s?\na,1\n", 0, []string{":1:1 marks-lost “M? ch? tiêu”"}},
		{"a name that was lost among others", "target,T? s?\na,1\n", 0, []string{":1:8 marks-lost “T? s?”"}},
		{"question marks that were meant", "target,note\na,Why? Really?\nb,Có không?Tại sao?Ai?\nc,https://x.vn/a?b=c d?\nd,???\n", 4, nil},
		{"Windows-1258", "target,note\na,Thi\xeau ng\xfd\xf2\xeci\n", 0, []string{":2:6 csv-not-utf8"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows, problems := results(t, test.text)
			if !slices.Equal(problems, test.problems) || len(rows) != test.rows {
				t.Errorf("%d rows\n%q\n%q", len(rows), problems, test.problems)
			}
		})
	}
}

// Dates and choices are read as a spreadsheet shows them.
func TestDatesAndChoicesInTables(t *testing.T) {
	p, problems := read(t, site(`
-- content/cong-nhan/a/index.md --
---
status: draft
title: A
---
-- content/cong-nhan/a/dossiers.csv --
Mã đơn vị;Loại hình;Năm;Bước;Ngày
u;xã;2026;Đã nộp hồ sơ;05/12/2026
u;xã;2026;da nop ho so;5/12/2026
u;xã;2026;REGISTERED;25/1/2026
u;xã;2026;Đã gửi;2026-12-05
u;xã;2026;;12/2026
u;xã;Mar-26;kept;5/5/2026
`))
	want := []string{
		"content/cong-nhan/a/dossiers.csv:3:24 ambiguous-date “Ngày” “5/12/2026” “05/12/2026” “12/05/2026”",
		"content/cong-nhan/a/dossiers.csv:5:11 cell-choice “Đã gửi” “Đã đăng ký”, “Đã nộp hồ sơ”, “Đã thẩm định”, “Đã có quyết định công nhận”, “Được giữ danh hiệu”, “Không còn được công nhận”",
		"content/cong-nhan/a/dossiers.csv:6:11 cell-empty “Bước”",
		"content/cong-nhan/a/dossiers.csv:7:6 cell-date “Năm” “Mar-26” “”",
	}
	if diff := cmp.Diff(want, problems); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, row := range p.Recognitions[0].Dossiers {
		got = append(got, fmt.Sprint(row.Step, " ", row.Date))
	}
	if diff := cmp.Diff([]string{"submitted 2026-12-05", "submitted ", "registered 2026-01-25", "Đã gửi 2026-12-05", " 2026-12", "kept 2026-05-05"}, got); diff != "" {
		t.Error(diff)
	}
}

// An editor is told the row that a spreadsheet shows, not the line of a file
// that nobody there sees, and the column by its name.
func TestPlacesInTables(t *testing.T) {
	text := "sep=;\nMã chỉ tiêu;Ghi chú;Tử số\n\na;\"một\nhai\nba\";1\nb;“Ấn”\n\"c\n\";;1.500\n"
	p, problems, err := load.New(fstest.MapFS{
		resultsFile:                             {Data: []byte(text)},
		"content/ket-qua/xa-b/2026-Q3/index.md": {Data: []byte("---\nstatus: draft\nunit: xa-b\nperiod: 2026-Q3\n---\n")},
	}).Load(t.Context())
	if err != nil || len(problems) != 1 {
		t.Fatal(problems, err)
	}
	message, _ := check.Words(problems[0], check.Vietnamese)
	if message != "hàng 5, cột “Tử số”: số “1.500” có thể hiểu hai cách" {
		t.Error(message)
	}
	rows := p.Reports[0].Results
	at := func(line, column, row int, name string) portal.Pos {
		return portal.Pos{File: resultsFile, Line: line, Column: column, Cell: portal.Cell{Row: row, Name: name}}
	}
	for _, test := range []struct {
		row  int
		key  string
		want portal.Pos
		has  bool
	}{
		{0, "target", at(4, 1, 3, "Mã chỉ tiêu"), true},
		{0, "note", at(4, 3, 3, "Ghi chú"), true},
		{0, "numerator", at(6, 5, 3, "Tử số"), true},
		{0, "value", at(4, 1, 3, ""), false},
		{0, "", at(4, 1, 3, ""), false},
		{1, "note", at(7, 3, 4, "Ghi chú"), true},
		{1, "numerator", at(7, 1, 4, "Tử số"), false},
		{2, "target", at(8, 1, 5, "Mã chỉ tiêu"), true},
		{2, "note", at(9, 3, 5, "Ghi chú"), false},
	} {
		source := &rows[test.row].Source
		if got := source.At(test.key); got != test.want {
			t.Errorf("row %d, %s: %+v, want %+v", test.row, test.key, got, test.want)
		}
		if source.Has(test.key) != test.has {
			t.Errorf("row %d has %q: %t", test.row, test.key, !test.has)
		}
	}
	if rows[2].Source.Start() != at(8, 1, 5, "") {
		t.Error(rows[2].Source.Start())
	}
}
