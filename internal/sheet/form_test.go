package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"thidua/internal/portal"
	"thidua/internal/table"
	"thidua/internal/vi"
)

// samplePortal has a commune with targets of every sort.
func samplePortal(t testing.TB) *portal.Portal {
	t.Helper()
	number := func(text string) vi.Number {
		n, err := vi.ParseNumber(text)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	plan := &portal.Plan{Record: portal.Record{ID: "kh"}}
	add := func(id string, m portal.Measure) {
		plan.Targets = append(plan.Targets, portal.Target{ID: id, Clause: "III.1.a", Statement: "Việc\n" + id, Owner: portal.IDs{"xa-m1"}, Measure: m})
	}
	add("ho-so", portal.Measure{Kind: portal.AtLeast, Value: number("95"), Unit: "%", Every: portal.EveryQuarter})
	add("dung-gio", portal.Measure{Kind: portal.Within, Value: number("100"), Unit: "%", Limit: portal.Limit{N: 48, Unit: "h"}})
	add("gap-doi", portal.Measure{Kind: portal.MoreThan, Value: number("120"), Unit: "%"})
	add("chay", portal.Measure{Kind: portal.None})
	add("hop", portal.Measure{Kind: portal.AtLeast, Value: number("2"), Unit: "buổi", Every: portal.EveryMonth})
	add("moi", portal.Measure{Kind: portal.AtLeast, Value: number("1"), Unit: "mô hình", Each: "đơn vị"})
	add("con-lai", portal.Measure{Kind: portal.FractionOfRemaining, Value: number("30"), Unit: "%"})
	add("giu", portal.Measure{Kind: portal.Retain})
	add("giam", portal.Measure{Kind: portal.LessThanPrevious})
	add("cong-khai", portal.Measure{Kind: portal.Disclose})
	add("loi", portal.Measure{Kind: portal.Qualitative})
	add("tong", portal.Measure{Kind: portal.AtLeast, Value: number("5"), Unit: "lớp", Cumulative: true})
	add("hai-phan", portal.Measure{Kind: portal.AllOf, Parts: []portal.Measure{{Kind: portal.Equal, Value: number("100"), Unit: "%", Subject: "đơn vị"}, {Kind: portal.None, Subject: "vụ"}}})
	add("chua-hai-long", portal.Measure{Kind: portal.LessThan, Value: number("5"), Unit: "%"})
	add("cho", portal.Measure{Kind: portal.AtMost, Value: number("30"), Unit: "phút"})
	add("don-thu", portal.Measure{Kind: portal.AtMost, Value: number("2"), Unit: "đơn"})
	p := &portal.Portal{
		Plans:     []*portal.Plan{plan},
		Units:     []*portal.Unit{{ID: "xa-m1", Name: "Xã Minh Họa & Một", Kind: portal.Commune, Sample: true}, {ID: "xa-m2", Name: "Xã Ăn", Kind: portal.Commune}},
		Movements: []*portal.Movement{{Record: portal.Record{ID: "ba-nhat"}, Title: "Ba nhất"}},
		Fields:    []*portal.Field{{ID: "an-ninh", Title: "An ninh, trật tự", Standards: []portal.Standard{{ID: "guong-mau", Text: "Gương mẫu"}}}},
	}
	p.Index()
	return p
}

func quarter(t testing.TB) vi.Period {
	t.Helper()
	period, err := vi.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	return period
}

func everyForm(t testing.TB) []*Form {
	p := samplePortal(t)
	return []*Form{
		Results(p, "xa-m1", quarter(t), []portal.Result{{Target: "ho-so", Plan: "kh", Numerator: vi.IntNumber(188), Denominator: vi.IntNumber(200), Note: "=1+1 và _x000D_"}, {Target: "khac", Plan: "kh", Value: vi.IntNumber(1)}}),
		Adoptions(p, &portal.Model{Record: portal.Record{ID: "mh"}, Title: "Mô hình", Adoptions: []portal.Adoption{{Unit: "xa-m1", From: vi.NewDate(2026, 3, 2), To: vi.NewDate(2026, 12, 0), Places: vi.IntNumber(3)}, {Unit: "khong-co", From: vi.NewDate(2026, 0, 0)}}}),
		Dossiers(p, &portal.Recognition{Record: portal.Record{ID: "cn"}, Title: "Công nhận", Categories: []portal.Category{{ID: "xa-phuong", Title: "Xã, phường"}}, Dossiers: []portal.Dossier{{Unit: "xa-m2", Category: "xa-phuong", Year: vi.NewDate(2026, 0, 0), Step: portal.Appraised}}}),
		Exemplar(p, &portal.Exemplar{Record: portal.Record{ID: "dh", Manuscript: portal.Manuscript{Text: "\nMột.\n\nHai.\n"}}, Title: "Điển hình", Kind: portal.Household, Unit: "xa-m1", Fields: portal.IDs{"an-ninh", "khac"}, Stage: portal.GrassRoots, Year: vi.NewDate(2026, 0, 0), Minor: true, Awards: []portal.Award{{Form: "Giấy khen", DecisionDate: vi.NewDate(2026, 6, 30), Status: "granted"}}, Consent: []portal.Consent{{By: "subject", Kind: "sample"}}}),
	}
}

func TestTheSameFormGivesTheSameBytes(t *testing.T) {
	first := make([][]byte, 4)
	for range 5 {
		for i, form := range everyForm(t) {
			data, err := form.Write()
			if err != nil {
				t.Fatal(err)
			}
			if first[i] == nil {
				first[i] = data
			} else if !bytes.Equal(first[i], data) {
				t.Errorf("the form of a %s differs", form.Kind)
			}
		}
	}
}

// What a form shows of each sort of target: what is promised and how it is
// answered, which cells want a figure, and what Excel lets into them.
func TestTheFormOfResults(t *testing.T) {
	data, err := everyForm(t)[0].Write()
	if err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	const sheet = "Kết quả"
	if diff := cmp.Diff([]string{sheet, "Hướng dẫn", "thidua"}, file.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	rows, err := file.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	fill := func(cell string) string {
		id, err := file.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := file.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case style.Protection == nil || style.Protection.Locked:
			return "-"
		case len(style.Fill.Color) > 0:
			return "*"
		}
		return "."
	}
	for n, row := range rows[4:] {
		marks := ""
		for column := 'A'; column <= 'M'; column++ {
			marks += fill(fmt.Sprintf("%c%d", column, n+5))
		}
		row = append(row, make([]string, 13)...)
		got = append(got, strings.Join(append(row[:6], marks), "|"))
	}
	want := []string{
		"ho-so||kh|III.1.a|Việc ho-so|tối thiểu 95%, hằng quý. Ghi số đạt vào Tử số, tổng số vào Mẫu số.|------**.....",
		"dung-gio||kh|III.1.a|Việc dung-gio|100% trong 48 giờ. Ghi số đạt vào Tử số, tổng số vào Mẫu số.|------**.....",
		"gap-doi||kh|III.1.a|Việc gap-doi|trên 120%. Ghi số đạt vào Tử số, tổng số vào Mẫu số.|------**.....",
		"chay||kh|III.1.a|Việc chay|không để xảy ra. Không xảy ra thì ghi 0 vào Giá trị; có xảy ra thì ghi số vụ.|------..*....",
		"hop||kh|III.1.a|Việc hop|tối thiểu 02 buổi, hằng tháng. Ghi số làm được trong kỳ vào Giá trị.|------..*....",
		"moi||kh|III.1.a|Việc moi|tối thiểu 01 mô hình, mỗi đơn vị. Ghi số đơn vị đạt vào Tử số, tổng số đơn vị vào Mẫu số; hoặc ghi một số chung vào Giá trị.|------.......",
		"con-lai||kh|III.1.a|Việc con-lai|tối thiểu 30% số còn lại. Ghi số làm được vào Tử số, số còn lại lúc đầu năm vào Mẫu số.|------**.....",
		"giu||kh|III.1.a|Việc giu|duy trì, giữ vững. Ghi số giữ được vào Tử số, tổng số phải giữ vào Mẫu số.|------**.....",
		"giam||kh|III.1.a|Việc giam|giảm so với kỳ trước. Ghi số của kỳ này vào Giá trị; máy tự so với kỳ trước.|------..*....",
		"cong-khai||kh|III.1.a|Việc cong-khai|công khai. Đã công khai thì ghi địa chỉ trang, hoặc số văn bản, ngày niêm yết vào Căn cứ/Minh chứng; chưa thì ghi 0 vào Giá trị.|------......*",
		"loi||kh|III.1.a|Việc loi|kế hoạch không nêu con số. Ghi việc đã làm vào Ghi chú.|------...*...",
		"tong||kh|III.1.a|Việc tong|tối thiểu 05 lớp, cộng dồn từ đầu kế hoạch. Ghi số cộng dồn từ đầu kế hoạch vào Giá trị.|------..*....",
		"hai-phan|1|kh|III.1.a|Việc hai-phan – đơn vị|đạt 100%. Ghi số đạt vào Tử số, tổng số vào Mẫu số.|------**.....",
		"hai-phan|2|kh|III.1.a|Việc hai-phan – vụ|không để xảy ra. Không xảy ra thì ghi 0 vào Giá trị; có xảy ra thì ghi số vụ.|------..*....",
		"chua-hai-long||kh|III.1.a|Việc chua-hai-long|dưới 5%. Ghi số thuộc diện nêu ở cột Nội dung chỉ tiêu vào Tử số, tổng số vào Mẫu số.|------**.....",
		"cho||kh|III.1.a|Việc cho|tối đa 30 phút. Ghi số đo được trong kỳ vào Giá trị.|------..*....",
		"don-thu||kh|III.1.a|Việc don-thu|tối đa 02 đơn. Ghi số thuộc diện nêu ở cột Nội dung chỉ tiêu, có trong kỳ, vào Giá trị.|------..*....",
		"khac||kh||||------.......",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}

	validations, err := file.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]string{}
	for _, v := range validations {
		allowed[v.Sqref] = v.Type + " " + v.Operator + " " + v.Formula1
		if !v.AllowBlank || !v.ShowErrorMessage || *v.ErrorStyle != "stop" {
			t.Errorf("%s may be passed by", v.Sqref)
		}
	}
	for cells, rule := range map[string]string{
		"G5:G6":   `custom  AND(ISNUMBER(G5),G5>=0,OR(H5="",G5<=H5))`,
		"H5:H6":   `custom  AND(ISNUMBER(H5),H5>=0,OR(G5="",H5>=G5))`,
		"G7:G10":  "decimal greaterThanOrEqual 0", // 120% may be more than the whole
		"G11:G12": `custom  AND(ISNUMBER(G11),G11>=0,OR(H11="",G11<=H11))`,
		"I5:I22":  "decimal greaterThanOrEqual 0",
	} {
		if allowed[cells] != rule {
			t.Errorf("%s: %q, want %q", cells, allowed[cells], rule)
		}
	}

	panes, err := file.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != 4 {
		t.Errorf("%+v, %v", panes, err)
	}
	layout, err := file.GetPageLayout(sheet)
	if err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		t.Errorf("%+v, %v", layout, err)
	}
	names := map[string]string{}
	for _, name := range file.GetDefinedName() {
		names[name.Name] = name.RefersTo
	}
	if diff := cmp.Diff(map[string]string{"_xlnm.Print_Titles": "'Kết quả'!$4:$4", "_xlnm.Print_Area": "'Kết quả'!$D$4:$M$22"}, names); diff != "" {
		t.Error(diff)
	}
	for _, name := range file.GetSheetList() {
		if protected, err := file.GetSheetProtection(name); err != nil || protected.Password != "" || protected.DeleteRows || protected.InsertColumns || !protected.SelectUnlockedCells {
			t.Errorf("%s: %+v, %v", name, protected, err)
		}
	}
	if visible, err := file.GetSheetVisible("thidua"); err != nil || visible {
		t.Error("the sheet for the program can be seen", err)
	}
	guide, err := file.GetRows("Hướng dẫn")
	if err != nil || len(guide) < 15 || guide[0][0] != "Điền biểu này thế nào" {
		t.Errorf("%q, %v", guide, err)
	}
	formula, err := file.GetCellFormula(sheet, "J5")
	if text, _ := file.GetCellValue(sheet, "J5"); err != nil || formula != "" || text != "=1+1 và _x000D_" {
		t.Errorf("%q, a formula %q, %v", text, formula, err)
	}
}

// A form says what it is, and what it says comes back.
func TestFormsAreReadAgain(t *testing.T) {
	forms := everyForm(t)
	opened := make([]*Filled, len(forms))
	for i, form := range forms {
		data, err := form.Write()
		if err != nil {
			t.Fatal(err)
		}
		filled, problem := Open("x.xlsx", data)
		if problem != nil || filled.Kind != form.Kind || filled.Name != form.Name {
			t.Fatalf("%+v, %s %s", problem, filled.Kind, filled.Name)
		}
		opened[i] = filled
	}
	for _, test := range []struct {
		form   int
		schema string
		rows   []string
	}{
		{0, "result", []string{"ho-so||kh|188|200||=1+1 và _x000D_", "dung-gio||kh"}},
		{1, "adoption", []string{"xa-m1|2026-03-02|2026-12|3", "khong-co|2026"}},
		{2, "dossier", []string{"xa-m2|xa-phuong|2026|Đã thẩm định"}},
	} {
		form, problems := opened[test.form].Table(table.Of(test.schema))
		if form == nil || len(problems) > 0 {
			t.Fatal(problems)
		}
		for n, want := range test.rows {
			if got := strings.TrimRight(strings.Join(form.Rows[n], "|"), "|"); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
	}
	record, problems := opened[3].Record(table.Of("exemplar"))
	if record == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	index := record.Index([]string{"status: draft", "history: []"})
	want := `---
status: draft
history: []
title: "Điển hình"
kind: "household"
unit: "xa-m1"
fields: ["an-ninh", "khac"]
stage: "grass-roots"
year: "2026"
award:
  - form: "Giấy khen"
    decision_date: "2026-06-30"
    status: "granted"
is_minor: true
consent:
  - by: "subject"
    kind: "sample"
---
Một.

Hai.
`
	if diff := cmp.Diff(want, string(index.Data)); diff != "" {
		t.Error(diff)
	}
	for line, place := range map[int]string{4: "x.xlsx: Điển hình!B5", 6: "x.xlsx: Điển hình!B8", 11: "x.xlsx: Khen thưởng!A5", 12: "x.xlsx: Khen thưởng!E5", 16: "x.xlsx: Sự đồng ý cho đăng!A5"} {
		if got := opened[3].Named([]portal.Problem{{Pos: index.At(line)}})[0].Pos.String(); got != place {
			t.Errorf("line %d is %s, want %s", line, got, place)
		}
	}
}

func TestChosen(t *testing.T) {
	for text, want := range map[string][]string{
		"":                           nil,
		"an-ninh":                    {"an-ninh"},
		"an-ninh, giao-duc; y-te":    {"an-ninh", "giao-duc", "y-te"},
		"An ninh, trật tự — an-ninh": {"an-ninh"},
		"An ninh, trật tự — an-ninh; y-te\n": {"an-ninh", "y-te"},
		"Đường A — B — duong":                {"duong"},
	} {
		if diff := cmp.Diff(want, chosen(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestNamesWithSemicolonsAreOneItem(t *testing.T) {
	p := &portal.Portal{Fields: []*portal.Field{{ID: "an-ninh", Title: "An ninh", Standards: []portal.Standard{{ID: "guong-mau", Text: "Gương mẫu;\n chấp hành tốt"}, {ID: "khac", Text: "Khác"}}}}}
	form := &Form{}
	form.lists(p, nil)
	all := strings.Join(form.list("standards").Items, "; ")
	if diff := cmp.Diff([]string{"guong-mau", "khac"}, chosen(all)); diff != "" {
		t.Errorf("%s: %s", all, diff)
	}
}
