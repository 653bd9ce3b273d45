package check_test

import "testing"

func TestFieldsAreWrittenAsTheDecreeHasThem(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{"the number of a document", []edit{{documents, "ref: 50/KH-UBND", "ref: 5/KH-UBND"}}, []string{"2:8 nd30-form “5/KH-UBND” “05/KH-UBND”"}},
		{"the number of a citation", []edit{{plan, "{id: 50-kh-ubnd-tinh-a-2026, role: cites}", "{id: 50-kh-ubnd-tinh-a-2026, role: cites, ref: 3/KH-UBND}"}}, []string{"22:52 nd30-form “3/KH-UBND” “03/KH-UBND”"}},
		{"the text of a deadline", []edit{{deadlines, "text: Báo cáo", "text: Báo cáo trước ngày 5/2/2026"}}, []string{"4:9 nd30-form “ngày 5/2/2026” “ngày 05/02/2026”"}},
		{"the statement of a target", []edit{{targets, "statement: Hồ sơ đúng hạn", "statement: Đúng hạn trước ngày 5/2/2026"}}, []string{"7:14 nd30-form “ngày 5/2/2026” “ngày 05/02/2026”"}},
		{"a date that no calendar has", []edit{{targets, "statement: Hồ sơ đúng hạn", "statement: Đúng hạn trước ngày 31/6/2026"}}, []string{"7:14 no-such-date “ngày 31/6/2026” “II.1.a”"}},
	} {
		t.Run(test.name, func(t *testing.T) { expect(t, test.edits, test.want) })
	}
}
