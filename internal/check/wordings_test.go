package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thidua/internal/check"
	"thidua/internal/portal"
)

// The words of a rule belong where they were written.
func TestWhatMustNotBeSaidInPublic(t *testing.T) {
	const phone = "0912 345 678"
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"a phone number in a field", []edit{{tasks, "text: Làm", "text: Làm, gọi " + phone}},
			[]string{"5:9 personal-number “[phone]” “091…678”"}},
		{"in a line of a list", []edit{{plan, "signers: []", "signers: [CHỦ TỊCH, " + phone + "]"}},
			[]string{"10:21 personal-number “[phone]” “091…678”"}},
		{"in a clause", []edit{{plan, "a) Điểm a.", "a) Điểm a.\n\ngọi " + phone}},
			[]string{"38:1 personal-number “[phone]” “091…678”"}},
		{"behind the words of a clause", []edit{{plan, "a) Điểm a.", "a) [gọi](tel:+84912345678)."}},
			[]string{"38:1 personal-number “[phone]” “091…678”"}},
		{"in a story, to the letter", []edit{{model, "", "Chuyện.\n\nBà con **gọi 0912**345678.\n"}},
			[]string{"16:14 personal-number “[phone]” “091…678”"}},
		{"in a table", []edit{{results, "target,numerator,denominator,plan\ndung-han,188,200,cap-duoi", "target,numerator,denominator,plan,note\ndung-han,188,200,cap-duoi,ĐT " + phone}},
			[]string{"2:27 personal-number “[phone]” “091…678”"}},
		{"the note of a unit", []edit{{units, "  kind: ward", "  kind: ward\n  note: " + phone}},
			[]string{"23:9 personal-number “[phone]” “091…678”"}},
		{"the contact of a unit", []edit{{units, "  kind: ward", "  kind: ward\n  contacts: [{kind: phone, value: " + phone + ", note: a@gmail.com}]"}}, nil},
		{"the contact of a unit, repeated in another form", []edit{{model, "summary: Tóm tắt", "summary: Gọi +84 912.345.678"}, {units, "  kind: ward", "  kind: ward\n  contacts: [{kind: phone, value: " + phone + "}]"}}, nil},
		{"the hotline of a plan, which its clause repeats", []edit{{plan, "source_notes: []", "source_notes: []\nhotlines: [{text: Đường dây nóng " + phone + "}]"}, {plan, "a) Điểm a.", "a) Gọi 0912.345.678."}}, nil},
		{"a citizen and an account", []edit{{exemplar, "title: Người tốt", "title: Người tốt\nsummary: CCCD 038099123456; STK 0101000123456; an@gmail.com"}},
			[]string{"7:10 personal-number “[citizen-id]” “038…456”", "7:10 personal-number “[bank-account]” “010…456”", "7:10 personal-number “[e-mail]” “an…@gmail.com”"}},

		{"a cell of an old font", []edit{{results, "target,numerator,denominator,plan\ndung-han,188,200,cap-duoi", "target,numerator,denominator,plan,note\ndung-han,188,200,cap-duoi,Do ThiÕu ngêi trùc ®Ò nghÞ"}},
			[]string{"2:27 old-encoding “ThiÕu”"}},
		{"a plan of an old font", []edit{{plan, "a) Điểm a.", "a) Ñaõ coù baùo caùo."}}, []string{"38:1 old-encoding “Ñaõ”"}},

		{"a mark in the letterhead", []edit{{plan, "place: A", "place: A\nletterhead: [ỦY BAN NHÂN DÂN, M Ậ T]"}}, []string{"14:31 secrecy “M Ậ T”"}},
		{"a mark as a paragraph", []edit{{plan, "Lời mở đầu.", "Lưu hành nội bộ\n\nLời mở đầu."}}, []string{"26:1 secrecy “Lưu hành nội bộ”"}},
		{"a mark in a story", []edit{{model, "", "Chuyện.\n\nTỐI MẬT\n"}}, []string{"16:1 secrecy “TỐI MẬT”"}},
		{"a sentence about secrets", []edit{{plan, "a) Điểm a.", "a) BẢO VỆ BÍ MẬT NHÀ NƯỚC; giữ bí mật công tác."}}, nil},
		{"a mark in a draft", []edit{{model, "status: published", "status: draft"}, {model, "", "MẬT\n"}, {column, "models: camera", "models: []"}},
			[]string{"2:9 left-out “mo-hinh/camera” “draft”", "14:1 secrecy “MẬT”"}},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
}

// What a portal declares to be the way to a body frees that alone.
func TestDeclaredNumbersAreFree(t *testing.T) {
	const phone = "0912 345 678"
	hotline := edit{plan, "source_notes: []", "source_notes: []\nhotlines: [{text: Đường dây nóng " + phone + "}]"}
	inClause := edit{plan, "a) Điểm a.", "a) Gọi 0912.345.678."}
	elsewhere := edit{movement, "summary: Tóm tắt", "summary: Gọi " + phone}
	contact := func(value string) edit {
		return edit{units, "  kind: ward", "  kind: ward\n  contacts: [{kind: phone, value: '" + value + "', note: CCCD ông A}]"}
	}
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"a contact, elsewhere", []edit{contact(phone), elsewhere}, nil},
		{"a citizen among the contacts", []edit{contact("038099123456"), {movement, "summary: Tóm tắt", "summary: Số 038099123456"}},
			[]string{units + " citizen-id error", movement + " citizen-id error"}},
		{"an account among the contacts", []edit{contact("STK 0101000123456")}, []string{units + " bank-account error"}},
		{"a hotline, elsewhere", []edit{hotline, inClause, elsewhere}, nil},
		{"a citizen among the hotlines", []edit{{plan, "source_notes: []", "source_notes: []\nhotlines: [{text: CCCD 038099123456}]"}}, []string{plan + " citizen-id error"}},
		{"the hotline of a draft", []edit{hotline, inClause, elsewhere, {plan, "status: published", "status: draft"}}, []string{movement + " phone error"}},
		{"the hotline of a withdrawn plan", []edit{hotline, inClause, elsewhere, {plan, "status: published", "status: withdrawn"}}, []string{movement + " phone error"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range problems(t, edited(t, test.edits...)) {
				if p.Rule == "personal-number" {
					got = append(got, fmt.Sprint(p.Pos.File, " ", strings.Join(p.Args[0].([]string), ""), " ", p.Level()))
				}
			}
			slices.Sort(got)
			slices.Sort(test.want)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestPersonalNumbersOfDraftsAreNotes(t *testing.T) {
	files := edited(t, edit{model, "status: published", "status: draft"}, edit{model, "Tóm tắt", "Gọi 0912345678"}, edit{column, "models: camera", "models: []"})
	found := 0
	for _, p := range problems(t, files) {
		if p.Rule == "personal-number" && p.Level() == portal.Note {
			found++
		}
	}
	if found != 1 {
		t.Errorf("%d notes", found)
	}
}

// Messages land in logs, so they never hold the number.
func TestANumberIsNotRepeated(t *testing.T) {
	files := edited(t, edit{model, "Tóm tắt", "Gọi 0912345678, CCCD 038099123456"})
	text := told(t, problems(t, files), check.Vietnamese)
	if !strings.Contains(text, "có số điện thoại (091…678) trong nội dung công khai") || strings.Contains(text, "345") {
		t.Error(text)
	}
}

func TestInflatedPraise(t *testing.T) {
	const list = "data/wording.yaml"
	for _, test := range []struct {
		name, file, old, new string
		want                 []string
	}{
		{"in a story", model, "", "Kết quả **vô cùng** to lớn.\n", []string{"14:11 inflated-praise “vô cùng to lớn” “không ai đo được” “Nêu con số.”"}},
		{"in capitals", column, "title: Số tháng 9", "title: VÔ CÙNG TO LỚN", []string{"6:8 inflated-praise “vô cùng to lớn” “không ai đo được” “Nêu con số.”"}},
		{"in the summary of a plan", plan, "place: A", "place: A\nsummary: [Rực rỡ]", []string{"14:11 inflated-praise “rực rỡ” “chung chung” “”"}},
		{"the longer of two", report, "{text: Khó,", "{text: Rực rỡ nhất tỉnh,", []string{"10:12 inflated-praise “Rực rỡ nhất tỉnh” “khó có căn cứ” “”"}},
		{"with a sign", movement, "summary: Tóm tắt", "summary: 100 % người dân đồng tình", []string{"7:10 inflated-praise “100% người dân đồng tình” “cần có số” “”"}},
		{"quoted", model, "", "Bà B nói: “Cách làm **rực rỡ** nhất tỉnh.”\n\nÔng C: \"Vô cùng to lớn\".\n", nil},
		{"after a quotation", model, "", "Bà B nói “tốt”: kết quả rực rỡ.\n", []string{"14:25 inflated-praise “rực rỡ” “chung chung” “”"}},
		{"after a mark that nothing closes", model, "", "Bà B nói “tốt.\n\nKết quả rực rỡ.\n", []string{"16:9 inflated-praise “rực rỡ” “chung chung” “”"}},
		{"between two quotations", model, "", "\"A\" rực rỡ \"B\".\n", []string{"14:5 inflated-praise “rực rỡ” “chung chung” “”"}},
		{"in a clause, which says what its source says", plan, "a) Điểm a.", "a) Rực rỡ.", nil},
		{"in a task", tasks, "text: Làm", "text: Rực rỡ", nil},
		{"across a comma", model, "", "Vô cùng, to lớn. Rực; rỡ\n", nil},
		{"a part of a word", model, "", "Rực rỡn, rựcrỡ, vô cùng to lớnn\n", nil},
		{"other letters", model, "", "Ruc ro, rực rơ, phần đầu\n", nil},
		{"in a draft", exemplar, "status: published", "status: draft\nsummary: Rực rỡ", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := edited(t, edit{test.file, test.old, test.new})
			files[list] = lines(
				"- {words: vô cùng to lớn, why: không ai đo được, instead: Nêu con số.}",
				"- {words: rực rỡ, why: chung chung}",
				"- {words: Rực rỡ nhất tỉnh, why: khó có căn cứ}",
				"- {words: 100% người dân đồng tình, why: cần có số}",
				"- {words: phấn đấu, why: thử}",
			)
			var got []string
			for _, p := range problems(t, files) {
				if p.Rule == "inflated-praise" {
					if p.Level() != portal.Warning || p.Pos.File != test.file {
						t.Errorf("%s: %s", p.Pos, p.Level())
					}
					got = append(got, brief(p))
				}
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestOrdinaryPagesAreReadToo(t *testing.T) {
	files := site(t)
	files["content/tin/bai.md"] = lines("---", "title: Tin", "---", "Liên hệ 0912345678, kết quả rực rỡ", "", "LƯU HÀNH NỘI BỘ")
	files["content/tin/nhap.md"] = lines("---", "draft: true", "---", "Liên hệ 0912345678, kết quả rực rỡ")
	files["data/wording.yaml"] = lines("- {words: rực rỡ, why: chung chung}")
	var got []string
	for _, p := range problems(t, files) {
		got = append(got, p.Pos.File+":"+brief(p)+" "+string(p.Level()))
	}
	want := []string{
		"content/tin/bai.md:4:9 personal-number “[phone]” “091…678” error",
		"content/tin/bai.md:4:29 inflated-praise “rực rỡ” “chung chung” “” warning",
		"content/tin/bai.md:6:1 secrecy “LƯU HÀNH NỘI BỘ” error",
		"content/tin/nhap.md:4:9 personal-number “[phone]” “091…678” note",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}
