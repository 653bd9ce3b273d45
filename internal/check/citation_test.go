package check_test

import (
	"strings"
	"testing"
)

// says puts words into the opening of the plan.
func says(text string) edit { return edit{plan, "Lời mở đầu.", text} }

// noted adds a source note at the opening.
func noted(kind string) edit {
	return edit{plan, "source_notes: []", "source_notes: [{clause: mo-dau, kind: " + kind + ", note: Nguồn ghi như vậy}]"}
}

func TestDocumentsNamedInTheText(t *testing.T) {
	const day, issuer = " ngày 22/01/2026", " của UBND tỉnh A"
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"as the decree has it", []edit{says("Kế hoạch số 50/KH-UBND" + day + issuer + ".")}, nil},
		{"with the date in words", []edit{says("Kế hoạch số 50/KH-UBND" + issuer + " ngày 22 tháng 01 năm 2026.")}, nil},
		{"with a month, or a year", []edit{says("Kế hoạch số 50/KH-UBND" + issuer + " tháng 01/2026, năm 2026.")}, nil},
		{"with the date before", []edit{says("Ngày 22/01/2026, UBND tỉnh A ban hành Kế hoạch số 50/KH-UBND.")}, nil},
		{"without a date", []edit{says("Kế hoạch số 50/KH-UBND" + issuer + ". Từ ngày 22/01/2026.")},
			[]string{"26:1 first-citation “50/KH-UBND” “mo-dau”"}},
		{"a date that is only a duration", []edit{says("Kế hoạch số 50/KH-UBND" + issuer + ", mỗi năm 02 lần, hai ngày.")},
			[]string{"26:1 first-citation “50/KH-UBND” “mo-dau”"}},
		{"the date in another paragraph", []edit{says("Kế hoạch số 50/KH-UBND" + issuer + "\n\nngày 22/01/2026.")},
			[]string{"26:1 first-citation “50/KH-UBND” “mo-dau”"}},
		{"a sentence that an abbreviation does not end", []edit{says("Kế hoạch số 50/KH-UBND của UBND TP. Hồ Chí Minh" + day + ".")}, nil},
		{"without an issuer", []edit{says("Kế hoạch số 50/KH-UBND" + day + ".")},
			[]string{"26:1 first-citation-issuer “50/KH-UBND” “mo-dau”"}},
		{"later, without either", []edit{says("Kế hoạch số 50/KH-UBND" + day + issuer + "."), {plan, "a) Điểm a.", "a) Theo Kế hoạch số 50/KH-UBND và 050/KH-UBND."}}, nil},
		{"the source is so", []edit{says("Kế hoạch số 50/KH-UBND và 51/KH-UBND."), noted("reference")}, nil},
		{"a note of another kind", []edit{says("Kế hoạch số 50/KH-UBND" + issuer + "."), noted("spelling")},
			[]string{"26:1 first-citation “50/KH-UBND” “mo-dau”"}},
		{"not in the list", []edit{says("Chỉ thị số 05-CT/TU" + day + issuer + ".")},
			[]string{"26:1 document-unlisted “05-CT/TU” “mo-dau”"}},
		{"not in the list, in a point", []edit{{plan, "a) Điểm a.", "a) Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, Nghị định số 30/2020/NĐ-CP."}},
			[]string{"38:1 document-unlisted “30/2020/NĐ-CP” “II.1.a”"}},
		{"in the list with and without a zero", []edit{says("Chỉ thị số 5-CT/TU" + day + issuer + "."), {plan, "ref: 50/KH-UBND", "ref: 05-CT/TU"}},
			[]string{"26:1 nd30-form “5-CT/TU” “05-CT/TU”"}},
		{"the number of a plan that is held", []edit{says("Kế hoạch số 50/KH-UBND" + day + issuer + "."), {plan, ", ref: 50/KH-UBND", ""}, {documents, "ref: 50/KH-UBND", "ref:"}}, nil},
		{"the plan's own number", []edit{says("Kế hoạch số 77/KH-UBND này"), {plan, "doc_number:", "doc_number: 77"}}, nil},
		{"a law", []edit{says("Luật Thi đua, khen thưởng số 06/2022/QH15"), {plan, "ref: 50/KH-UBND", "ref: 06/2022/QH15"}}, nil},
		{"in the title of a heading", []edit{{plan, "### 1. Nội dung", "### 1. Theo Quyết định số 9/QĐ-UBND"}},
			[]string{"36:1 document-unlisted “9/QĐ-UBND” “II.1”", "36:1 first-citation “9/QĐ-UBND” “II.1”", "36:1 first-citation-issuer “9/QĐ-UBND” “II.1”", "36:1 nd30-form “9/QĐ-UBND” “09/QĐ-UBND”"}},
		{"no numbers of documents", []edit{says("Có 3/4 số hộ, 24/7, 05/06 xóm; số …/KH-UBND; điểm a/b.")}, nil},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
}

func TestDocumentsCitedAreComplete(t *testing.T) {
	undated := edit{documents, "issued_on: 2026-01-22", "issued_on:"}
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"without a date", []edit{{plan, "place: A", "place: B"}, undated},
			[]string{"22:10 document-incomplete “50-kh-ubnd-tinh-a-2026” “issued_on” “data/documents.yaml:1:3” “mo-dau”"}},
		{"once, where it is first cited", []edit{{plan, "place: A", "place: B"}, {parent, "documents: []", "documents: [{id: 50-kh-ubnd-tinh-a-2026, role: cites, clause: I}]"}, undated},
			[]string{"22:10 document-incomplete “50-kh-ubnd-tinh-a-2026” “issued_on” “data/documents.yaml:1:3” “mo-dau”"}},
		{"where no note speaks of it", []edit{{parent, "documents: []", "documents: [{id: 50-kh-ubnd-tinh-a-2026, role: cites, clause: I}]"}, noted("reference"), undated},
			[]string{"20:18 document-incomplete “50-kh-ubnd-tinh-a-2026” “issued_on” “data/documents.yaml:1:3” “I”"}},
		{"that nobody cites", []edit{{plan, "  - {id: 50-kh-ubnd-tinh-a-2026, role: cites}\n", ""}, undated}, nil},
		{"a law", []edit{{plan, "place: A", "place: B"}, undated, {documents, "title: Ba nhất", "title: Ba nhất\n  doc_type: Bộ luật"}}, nil},
		{"with a month", []edit{{plan, "place: A", "place: B"}, {documents, "issued_on: 2026-01-22", "issued_on: 2026-01"}}, nil},
		{"the source does not say", []edit{noted("reference"), undated}, nil},
		{"the source does not say there, but elsewhere", []edit{{plan, "role: cites}", "role: cites, clause: II.1}"}, noted("reference"), undated},
			[]string{"22:10 document-incomplete “50-kh-ubnd-tinh-a-2026” “issued_on” “data/documents.yaml:1:3” “II.1”"}},
		{"a date that cannot be read is told once", []edit{{documents, "issued_on: 2026-01-22", "issued_on: 22/1/26"}},
			[]string{"5:14 bad-date “issued_on” “22/1/26” “”"}},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
}

func TestTheFormOfTheDecree(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"in words", []edit{says("Xong ngày 5 tháng 2 năm 2026.")},
			[]string{"26:1 nd30-form “ngày 5 tháng 2 năm 2026” “ngày 05 tháng 02 năm 2026”"}},
		{"a month", []edit{says("Từ tháng 04 năm 2026.")}, []string{"26:1 nd30-form “tháng 04 năm 2026” “tháng 4 năm 2026”"}},
		{"short", []edit{says("Trước ngày 20/06 hằng năm.")}, []string{"26:1 nd30-form “ngày 20/06” “ngày 20/6”"}},
		{"each form once in a clause", []edit{says("Từ 5/12/2026 đến ngày 6/12; tháng 04/2026, tháng 05/2026.")},
			[]string{"26:1 nd30-form “5/12/2026” “05/12/2026”", "26:1 nd30-form “tháng 04/2026” “tháng 4/2026”"}},
		{"in each clause", []edit{says("Từ 5/12/2026."), {plan, "a) Điểm a.", "a) Đến 6/12/2026."}},
			[]string{"26:1 nd30-form “5/12/2026” “05/12/2026”", "38:1 nd30-form “6/12/2026” “06/12/2026”"}},
		{"no such day", []edit{says("Xong trước ngày 31/02 và 30/02/2027.")},
			[]string{"26:1 no-such-date “ngày 31/02” “mo-dau”", "26:1 no-such-date “30/02/2027” “mo-dau”"}},
		{"as it should be", []edit{says("Ngày 05 tháng 02 năm 2026, tháng 4 năm 2026, 20/6, 05/12/2026, ngày 29/02.")}, nil},
		{"no dates", []edit{says("Quý I/2026, 3/4 số hộ, 24/7, 05/06 xóm, giai đoạn 2026-2030, 03 tháng đầu năm 2026.")}, nil},
		{"the source is so", []edit{says("Xong ngày 5/12/2026, ngày 31/02."), noted("date")}, nil},
		{"a number that the source has so", []edit{says("Kế hoạch số 5/KH-UBND" + " ngày 22/01/2026 của UBND."), {plan, "ref: 50/KH-UBND", "ref: 5/KH-UBND"}, noted("number")}, nil},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
}

// Whatever a plan says, looking at it costs no more than its length.
func TestLongTextsAreReadOnce(t *testing.T) {
	files := edited(t, says(strings.Repeat("Kế hoạch số 50/KH-UBND, 5/12/2026, ngày ", 200)))
	if found := problems(t, files); len(found) != 1 || found[0].Rule != "nd30-form" {
		t.Errorf("%v", found)
	}
}
