package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"thidua/internal/table"
)

// Where a page has its parts.
const (
	headerRow = 4
	firstRow  = headerRow + 1
)

// hiddenSheet says what a form is, and holds the lists to choose from. Nobody
// sees it, and whoever renames the others leaves it as it is.
const (
	hiddenSheet = "thidua"
	formMark    = "thidua-form"
	formVersion = "1"
	firstList   = 4 // column
)

// Write makes the Excel file. The same form gives the same bytes.
func (f *Form) Write() ([]byte, error) {
	file := excelize.NewFile()
	defer file.Close()
	file.ZipWriter = func(out io.Writer) excelize.ZipWriter { return growing{zip.NewWriter(out)} }
	w := &writer{file: file, form: f, lists: map[string]string{}}
	w.styles()
	for i, page := range f.Pages {
		if i == 0 {
			w.do(file.SetSheetName("Sheet1", page.Name))
		} else {
			w.sheet(page.Name)
		}
	}
	w.sheet(texts().Pages["guide"])
	w.hidden()
	for _, page := range f.Pages {
		w.page(&page)
	}
	w.guide()
	w.do(file.SetDocProps(&excelize.DocProperties{
		Creator: "thidua", Title: f.Title, Subject: f.Of, Language: "vi",
		Created: "2026-01-01T00:00:00Z", Modified: "2026-01-01T00:00:00Z", // of all forms: no clock gets in
	}))
	w.do(file.SetAppProps(&excelize.AppProperties{Application: "thidua"}))
	file.SetActiveSheet(0)
	if w.err != nil {
		return nil, fmt.Errorf("write form: %w", w.err)
	}
	var out bytes.Buffer
	if err := file.Write(&out); err != nil {
		return nil, fmt.Errorf("write form: %w", err)
	}
	return out.Bytes(), nil
}

// growing lets rows grow with what is typed into them: excelize says of every
// row to which a height is given that somebody wants it so for ever.
type growing struct{ *zip.Writer }

func (z growing) Create(name string) (io.Writer, error) {
	part, err := z.Writer.Create(name)
	if !strings.HasPrefix(name, "xl/worksheets/") {
		return part, err
	}
	return growingPart{part}, err
}

type growingPart struct{ io.Writer }

func (p growingPart) Write(content []byte) (int, error) { // excelize writes a part at once
	_, err := p.Writer.Write(bytes.ReplaceAll(content, []byte(` customHeight="true"`), nil))
	return len(content), err
}

// A writer writes one form; it keeps the first error.
type writer struct {
	file  *excelize.File
	form  *Form
	lists map[string]string // where the items of a list are
	style [styleCount]int
	err   error
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) sheet(name string) {
	_, err := w.file.NewSheet(name)
	w.do(err)
}

// A styleKey is how a cell looks.
type styleKey int

const (
	titleStyle styleKey = iota
	ofStyle
	legendStyle
	headStyle
	lockedStyle
	codeStyle
	openText
	wantedText
	openNumber
	wantedNumber
	guideTitle
	guideText
	styleCount
)

// styles makes the styles of the cells. Cells for text are text to Excel, too:
// it would make a date of 1/2, and a formula of "- Thiếu người".
func (w *writer) styles() {
	font := func(size float64, bold bool, color string) *excelize.Font {
		return &excelize.Font{Family: "Times New Roman", Size: size, Bold: bold, Color: color}
	}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	var border []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "999999", Style: 1})
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	locked, open := &excelize.Protection{Locked: true}, &excelize.Protection{Locked: false}
	const general, text = 0, 49
	wanted, grey := fill("FFF2CC"), fill("EEEEEE")
	for key, style := range []*excelize.Style{
		titleStyle:   {Font: font(14, true, ""), Protection: locked},
		ofStyle:      {Font: font(13, true, "9C0006"), Protection: locked},
		legendStyle:  {Font: font(11, false, "444444"), Protection: locked},
		headStyle:    {Font: font(11, true, ""), Fill: fill("D9E1F2"), Border: border, Alignment: middle, Protection: locked},
		lockedStyle:  {Font: font(11, false, ""), Fill: grey, Border: border, Alignment: top, Protection: locked},
		codeStyle:    {Font: font(8, false, "666666"), Fill: grey, Border: border, Alignment: top, Protection: locked},
		openText:     {Font: font(11, false, ""), Border: border, Alignment: top, Protection: open, NumFmt: text},
		wantedText:   {Font: font(11, false, ""), Fill: wanted, Border: border, Alignment: top, Protection: open, NumFmt: text},
		openNumber:   {Font: font(11, false, ""), Border: border, Alignment: top, Protection: open, NumFmt: general},
		wantedNumber: {Font: font(11, false, ""), Fill: wanted, Border: border, Alignment: top, Protection: open, NumFmt: general},
		guideTitle:   {Font: font(13, true, "1F3864"), Alignment: top, Protection: locked},
		guideText:    {Font: font(12, false, ""), Alignment: top, Protection: locked},
	} {
		id, err := w.file.NewStyle(style)
		w.do(err)
		w.style[key] = id
	}
}

// put writes a text; it is one to Excel too, whatever it begins with.
func (w *writer) put(sheet string, column, row int, text string, style styleKey) {
	cell := cellName(column, row)
	w.do(w.file.SetCellStr(sheet, cell, escaped(text)))
	w.do(w.file.SetCellStyle(sheet, cell, cell, w.style[style]))
}

func (w *writer) page(page *Page) {
	w.put(page.Name, 1, 1, w.form.Title, titleStyle)
	w.put(page.Name, 1, 2, w.form.Of, ofStyle)
	w.put(page.Name, 1, 3, w.form.Legend, legendStyle)
	for i, column := range page.Columns {
		name, _ := excelize.ColumnNumberToName(i + 1)
		w.do(w.file.SetColWidth(page.Name, name, name, column.Width))
		w.put(page.Name, i+1, headerRow, column.Name, headStyle)
	}
	for n, cells := range page.Rows {
		lines := 1
		for i, cell := range cells {
			w.cell(page, i, firstRow+n, &cell)
			lines = max(lines, cell.Lines, linesOf(cell.Text, page.Columns[i].Width))
		}
		w.height(page.Name, firstRow+n, lines, 15)
	}
	w.validations(page)
	w.layout(page)
}

// height gives a row room for its lines, each so many points high.
func (w *writer) height(sheet string, row, lines int, points float64) {
	const most = 409 // that Excel allows
	w.do(w.file.SetRowHeight(sheet, row, min(float64(lines)*points+3, most)))
}

// linesOf guesses how many lines a text takes in a column.
func linesOf(text string, width float64) (lines int) {
	for line := range strings.SplitSeq(text, "\n") {
		lines += 1 + int(float64(utf8.RuneCountInString(line))*0.9/width)
	}
	return lines
}

func (w *writer) cell(page *Page, i, row int, cell *Cell) {
	style := openText
	switch number := cell.Kind == table.Number; {
	case !cell.Open && page.Columns[i].Code:
		style = codeStyle
	case !cell.Open:
		style = lockedStyle
	case number && cell.Wanted:
		style = wantedNumber
	case number:
		style = openNumber
	case cell.Wanted:
		style = wantedText
	}
	name := cellName(i+1, row)
	switch {
	case cell.Number.IsSet():
		w.do(w.file.SetCellFloat(page.Name, name, cell.Number.Float(), -1, 64))
	case cell.Text != "":
		w.do(w.file.SetCellStr(page.Name, name, escaped(cell.Text)))
	}
	w.do(w.file.SetCellStyle(page.Name, name, name, w.style[style]))
}

// coded is how Excel writes characters that XML does not allow.
var coded = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// escaped keeps what looks like such a character from becoming one.
func escaped(text string) string { return coded.ReplaceAllString(text, "_x005F_$1") }

// A rule is what Excel lets into cells.
type rule struct {
	kind   table.Kind
	list   string
	free   bool
	share  side
	prompt string
}

// validations lets into each cell only what it is for: one validation for all
// cells of a column that stand together and are alike.
func (w *writer) validations(page *Page) {
	for i := range page.Columns {
		for from := 0; from < len(page.Rows); {
			cell := &page.Rows[from][i]
			of := ruleOf(cell)
			to := from + 1
			for to < len(page.Rows) && page.Rows[to][i].Open == cell.Open && ruleOf(&page.Rows[to][i]) == of {
				to++
			}
			if cell.Open && of != (rule{}) {
				w.validation(page.Name, page.Columns[i].Name, of, i+1, firstRow+from, firstRow+to-1)
			}
			from = to
		}
	}
}

func ruleOf(cell *Cell) rule {
	r := rule{list: cell.List, free: cell.Free, share: cell.Share, prompt: cell.Prompt}
	if cell.Kind == table.Number {
		r.kind = table.Number
	}
	return r
}

func (w *writer) validation(sheet, name string, of rule, column, from, to int) {
	v := excelize.NewDataValidation(true)
	v.Sqref = cellName(column, from) + ":" + cellName(column, to)
	if prompt := texts().Prompts[of.prompt]; prompt != "" {
		v.SetInput(short(name, 32), prompt)
	}
	refuse := func(key string) {
		v.SetError(excelize.DataValidationErrorStyleStop, short(name, 32), texts().Refusals[key])
	}
	me, left, right := cellName(column, from), cellName(column-1, from), cellName(column+1, from)
	switch {
	case of.list != "":
		v.SetSqrefDropList(w.lists[of.list])
		if !of.free {
			refuse("choice")
		}
	case of.share == part:
		w.custom(v, fmt.Sprintf("AND(ISNUMBER(%s),%s>=0,OR(%s=\"\",%s<=%s))", me, me, right, me, right))
		refuse("part")
	case of.share == whole:
		w.custom(v, fmt.Sprintf("AND(ISNUMBER(%s),%s>=0,OR(%s=\"\",%s>=%s))", me, me, left, me, left))
		refuse("whole")
	case of.kind == table.Number:
		w.do(v.SetRange(0, 0, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorGreaterThanOrEqual))
		v.Formula2 = ""
		refuse("number")
	}
	w.do(w.file.AddDataValidation(sheet, v))
}

// custom is a validation by a formula, which excelize takes as it is in XML.
func (w *writer) custom(v *excelize.DataValidation, formula string) {
	formula = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(formula)
	w.do(v.SetRange(formula, "", excelize.DataValidationTypeCustom, 0))
}

// layout freezes the names of the columns, locks what is not to be filled in
// (without a password: against mistakes, not against people), and prints on A4
// across, the names on every page.
func (w *writer) layout(page *Page) {
	w.do(w.file.SetPanes(page.Name, &excelize.Panes{
		Freeze: true, YSplit: headerRow, TopLeftCell: cellName(1, firstRow), ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: cellName(1, firstRow), ActiveCell: cellName(1, firstRow), Pane: "bottomLeft"}},
	}))
	w.protect(page.Name)
	w.print(page.Name)
	first := 1
	for first < len(page.Columns) && page.Columns[first-1].Code {
		first++
	}
	quoted := "'" + strings.ReplaceAll(page.Name, "'", "''") + "'"
	w.do(w.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: page.Name, RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted, headerRow, headerRow),
	}))
	if first > 1 {
		from, _ := excelize.ColumnNumberToName(first)
		to, _ := excelize.ColumnNumberToName(len(page.Columns))
		w.do(w.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Area", Scope: page.Name, RefersTo: fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted, from, headerRow, to, headerRow+len(page.Rows)),
		}))
	}
}

func (w *writer) protect(sheet string) {
	w.do(w.file.ProtectSheet(sheet, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true,
	}))
}

// print sets paper, margins, and what stands above and below every page.
func (w *writer) print(sheet string) {
	const a4 = 9
	size, across, wide, high := a4, "landscape", 1, 0
	fit := true
	w.do(w.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &across, FitToWidth: &wide, FitToHeight: &high}))
	w.do(w.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	side, top, header := 0.4, 0.75, 0.3 // inches
	w.do(w.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &header, Footer: &header}))
	literal := func(text string) string { return strings.ReplaceAll(short(text, 100), "&", "&&") }
	w.do(w.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + literal(w.form.Of) + "&R" + literal(w.form.Title), OddFooter: "&R" + texts().Page,
	}))
}

// hidden writes what the form is for and the lists to choose from.
func (w *writer) hidden() {
	w.sheet(hiddenSheet)
	for i, pair := range [][2]string{{formMark, formVersion}, {"kind", w.form.Kind}, {"name", w.form.Name}} {
		w.do(w.file.SetCellStr(hiddenSheet, cellName(1, i+1), pair[0]))
		w.do(w.file.SetCellStr(hiddenSheet, cellName(2, i+1), pair[1]))
	}
	for i, list := range w.form.Lists {
		column := firstList + i
		for n, item := range list.Items {
			w.do(w.file.SetCellStr(hiddenSheet, cellName(column, n+1), escaped(item)))
		}
		name, _ := excelize.ColumnNumberToName(column)
		w.lists[list.Name] = fmt.Sprintf("%s!$%s$1:$%s$%d", hiddenSheet, name, name, len(list.Items))
	}
	w.protect(hiddenSheet)
	w.do(w.file.SetSheetVisible(hiddenSheet, false, true))
}

// guide writes the sheet that says how the form is filled in.
func (w *writer) guide() {
	sheet := texts().Pages["guide"]
	const width = 110
	w.do(w.file.SetColWidth(sheet, "A", "A", width))
	for i, text := range texts().Guides[w.form.Kind] {
		style := guideText
		if title, is := strings.CutPrefix(text, "# "); is {
			text, style = title, guideTitle
		}
		w.put(sheet, 1, i+1, text, style)
		w.height(sheet, i+1, linesOf(text, width), 18)
	}
	w.protect(sheet)
	w.print(sheet)
}

// cellName is what Excel calls a cell: "D12".
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "A1" // only of a column to the left of the first, which no rule asks for
	}
	return name
}

// short cuts a text to as many UTF-16 units as Excel allows.
func short(text string, most int) string {
	for i, r := range text {
		if most -= utf16.RuneLen(r); most < 0 {
			return text[:i]
		}
	}
	return text
}
