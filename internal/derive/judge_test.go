package derive

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// measureOf reads "kind value unit every=… each=… by=… cumulative", all but the
// kind optional.
func measureOf(t testing.TB, text string) portal.Measure {
	t.Helper()
	fields := strings.Fields(text)
	m := portal.Measure{Kind: portal.MeasureKind(fields[0])}
	for _, field := range fields[1:] {
		name, value, _ := strings.Cut(field, "=")
		switch {
		case name == "every":
			m.Every = portal.Every(value)
		case name == "each":
			m.Each = value
		case name == "by":
			m.By = day(t, value)
		case name == "cumulative":
			m.Cumulative = true
		case !m.Value.IsSet() && strings.Trim(name, "0123456789,") == "":
			m.Value = number(t, name)
		default:
			m.Unit = name
		}
	}
	return m
}

func number(t testing.TB, text string) (n vi.Number) {
	t.Helper()
	if err := n.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return n
}

// rowOf reads what a report says: "188/200", "94", "-" for nothing in numbers,
// with "note", "link", "words" or "denial" after it; "" is no row.
func rowOf(t testing.TB, text string) *portal.Result {
	t.Helper()
	if text == "" {
		return nil
	}
	row := new(portal.Result)
	for i, field := range strings.Fields(text) {
		part, whole, share := strings.Cut(field, "/")
		switch {
		case field == "-":
		case field == "note":
			row.Note = "Thuyết minh"
		case field == "link":
			row.Evidence = "Quyết định số 1"
		case field == "words":
			row.Evidence = "Đã công khai"
		case field == "denial":
			row.Evidence = "Chưa công khai trên xa.gov.vn"
		case i == 0 && share:
			row.Numerator, row.Denominator = number(t, part), number(t, whole)
		case i == 0:
			row.Value = number(t, field)
		default:
			t.Fatalf("row %q", text)
		}
	}
	return row
}

// reported judges a target in the last of the periods; a period without a row
// had a report that does not speak of the target, "!" no report at all.
func reported(t testing.TB, m portal.Measure, from, to string, periods string, rows ...string) portal.Standing {
	t.Helper()
	plan := &portal.Plan{Record: portal.Record{ID: "k"}, From: day(t, from), To: day(t, to)}
	plan.Targets = []portal.Target{{ID: "c", Measure: m}}
	var all filings
	for i, text := range strings.Fields(periods) {
		period, err := vi.ParsePeriod(text)
		if err != nil {
			t.Fatal(err)
		}
		if i < len(rows) && rows[i] == "!" {
			continue
		}
		report := &portal.Report{Period: period}
		if i < len(rows) {
			for n, text := range strings.Split(rows[i], ";") {
				if row := rowOf(t, strings.TrimSpace(text)); row != nil {
					row.Target = "c"
					if m.Kind.Compound() {
						row.Part = vi.IntNumber(int64(n + 1))
					}
					report.Results = append(report.Results, *row)
				}
			}
		}
		all = append(all, file(period, report))
	}
	return all.standing(len(all)-1, &portal.Owed{Plan: plan, Target: &plan.Targets[0], Owner: "u"})
}

func TestWhereATargetStandsInAQuarter(t *testing.T) {
	for _, test := range []struct {
		measure, row string
		want         portal.TargetState
	}{
		// Every comparator, on both sides of its bound and on it.
		{"at-least 95 %", "189/200", portal.Missed},
		{"at-least 95 %", "190/200", portal.Met},
		{"at-least 95 %", "191/200", portal.Met},
		{"at-least 95 %", "949999/1000000", portal.Missed},
		{"at-least 95 %", "95", portal.Met},
		{"at-least 95 %", "94,9", portal.Missed},
		{"at-least 100 %", "199/200", portal.Missed},
		{"at-least 100 %", "200/200", portal.Met},
		{"more-than 95 %", "190/200", portal.Missed},
		{"more-than 95 %", "191/200", portal.Met},
		{"more-than 95 %", "95,01", portal.Met},
		{"at-most 5 %", "10/200", portal.Met},
		{"at-most 5 %", "11/200", portal.Missed},
		{"less-than 5 %", "10/200", portal.Missed},
		{"less-than 5 %", "9/200", portal.Met},
		{"equal 100 %", "200/200", portal.Met},
		{"equal 100 %", "199/200", portal.Missed},
		{"equal 90 %", "190/200", portal.Met},
		{"equal 2 lần every=quarter", "2", portal.Met},
		{"equal 2 lần every=quarter", "3", portal.Met},
		{"equal 2 lần every=quarter", "1", portal.Missed},
		{"within 100 %", "60/61", portal.Missed},
		{"within 100 %", "61/61", portal.Met},
		{"none", "0", portal.Met},
		{"none", "1", portal.Missed},
		{"none", "0/200", portal.Met},
		{"none", "1/200", portal.Missed},
		{"retain", "5/5", portal.Met},
		{"retain", "4/5", portal.Missed},
		{"retain 3 mô_hình", "3", portal.Met},
		{"retain 3 mô_hình", "2", portal.Missed},
		{"disclose", "- link", portal.Met},
		{"disclose", "- words", portal.NoData},
		{"disclose", "- denial", portal.NoData},
		{"disclose", "1 link", portal.Met},
		{"disclose", "1", portal.NoData},
		{"disclose", "1 words", portal.NoData},
		{"disclose", "0", portal.Missed},
		{"disclose", "0 link", portal.Missed},
		{"disclose", "3/3", portal.Met},
		{"disclose", "2/3", portal.Missed},
		{"disclose", "2/3 link", portal.Missed},
		{"qualitative", "- note", portal.Narrative},
		{"qualitative", "- link", portal.Narrative},
		{"qualitative", "-", portal.NoData},
		// What happens more often than it is reported.
		{"at-least 1 lượt every=week", "13", portal.Met},
		{"at-least 1 lượt every=week", "12", portal.Missed},
		{"at-least 1 lượt every=week", "13/13", portal.Met},
		{"at-least 1 lượt every=week", "12/13", portal.Missed},
		{"at-least 2 buổi every=month", "6", portal.Met},
		{"at-least 2 buổi every=month", "5", portal.Missed},
		{"equal 1 buổi every=month", "3", portal.Met},
		// No more than so many each time: the sum of several tells it only where it
		// is no more than one time's, or more than all of theirs.
		{"at-most 1 lần every=month", "1", portal.Met},
		{"at-most 1 lần every=month", "2", portal.NoData},
		{"at-most 1 lần every=month", "3", portal.NoData},
		{"at-most 1 lần every=month", "4", portal.Missed},
		{"at-most 1 lần every=month", "3/3", portal.Met},
		{"at-most 1 lần every=month", "2/3", portal.Missed},
		{"less-than 2 lần every=month", "1", portal.Met},
		{"less-than 2 lần every=month", "2", portal.NoData},
		{"less-than 2 lần every=month", "6", portal.Missed},
		{"none every=month", "0", portal.Met},
		{"at-least 95 % every=month", "190/200", portal.Met},
		// What each of several owes: how many of them kept it.
		{"at-least 1 hoạt_động each=đơn_vị every=quarter", "12/12", portal.Met},
		{"at-least 1 hoạt_động each=đơn_vị every=quarter", "11/12", portal.Missed},
		{"at-most 1 lần each=đơn_vị every=quarter", "12/12", portal.Met},
		{"at-most 1 lần each=đơn_vị every=quarter", "11/12", portal.Missed},
		{"at-least 1 hoạt_động each=đơn_vị every=quarter", "2", portal.NoData}, // of one unit, or of all together?
		{"at-least 90 % each=đơn_vị every=quarter", "11/12", portal.Missed},
		{"at-least 90 % each=đơn_vị every=quarter", "12/12", portal.Met},
		{"none each=đơn_vị every=quarter", "1", portal.Missed},
		// No figure is never met, and never missed.
		{"at-least 95 %", "", portal.NoData},
		{"at-least 95 %", "-", portal.NoData},
		{"at-least 95 %", "- note", portal.NoData},
		{"none", "", portal.NoData},
		{"none", "- note", portal.NoData},
		{"retain", "", portal.NoData},
		{"retain", "5", portal.NoData},
		{"disclose", "- note", portal.NoData},
		{"qualitative", "", portal.NoData},
		{"less-than-previous", "5", portal.NoData},
		{"less-than-previous", "0", portal.Met}, // whatever there was before
		{"less-than-previous every=year", "5", portal.InProgress},
		{"less-than-previous every=year", "", portal.NotDue},
		{"less-than-previous 10 % every=year", "0", portal.InProgress},
		// Nothing occurred that the promise speaks of.
		{"at-least 95 %", "0/0", portal.Nothing},
		{"within 100 %", "0/0", portal.Nothing},
		// Owed over a longer time than a quarter: only what cannot change is decided.
		{"at-least 2 lần every=year", "1", portal.InProgress},
		{"at-least 2 lần every=year", "2", portal.Met},
		{"at-least 2 lần every=year", "", portal.NotDue},
		{"at-least 90 % every=year", "100/100", portal.InProgress},
		{"at-least 90 % every=year", "1/100", portal.InProgress},
		{"at-most 3 vụ every=year", "3", portal.InProgress},
		{"at-most 3 vụ every=year", "4", portal.Missed},
		{"less-than 3 vụ every=year", "3", portal.Missed},
		{"less-than 3 vụ every=year", "2", portal.InProgress},
		{"equal 3 vụ every=year", "3", portal.Met},
		{"equal 3 vụ every=year", "4", portal.Met},
		{"none every=year", "0", portal.InProgress},
		{"none every=year", "1", portal.Missed},
		{"at-least 1 lần every=year each=đơn_vị", "11/12", portal.InProgress},
		{"fraction-of-remaining 30 % every=year", "3/10", portal.Met},
		{"fraction-of-remaining 30 % every=year", "2/10", portal.InProgress},
		{"at-least 100 % every=once", "200/200", portal.Met},
		{"at-least 100 % every=once", "199/200", portal.InProgress},
		{"at-least 1 mô_hình", "1", portal.Met},
		{"at-least 2 mô_hình", "1", portal.InProgress},
		{"at-least 80 % by=2026-12", "80/100", portal.Met},
		{"at-least 80 % by=2026-03", "79/100", portal.Missed},
		{"at-most 3 % by=2026-12", "4/100", portal.InProgress},
		{"equal 100 % by=2026-12", "200/200", portal.Met},
		{"equal 100 % by=2026-12", "199/200", portal.InProgress},
		{"none by=2026-12", "0", portal.InProgress},
		{"none by=2026-12", "1", portal.Missed},
		{"retain every=year", "5", portal.NoData}, // of how many?
	} {
		got := reported(t, measureOf(t, test.measure), "2026", "2030", "2026-Q1", test.row)
		if got.State != test.want {
			t.Errorf("%s, reported %q: %s, want %s", test.measure, test.row, got.State, test.want)
		}
	}
}

func TestWhereATargetStandsOverSeveralPeriods(t *testing.T) {
	const year = "2026-Q1 2026-Q2 2026-Q3 2026-Q4"
	for _, test := range []struct {
		name, measure, periods string
		rows                   []string
		want                   portal.TargetState
		figure                 string
	}{
		{"a count of the year grows", "at-least 4 lần every=year", year, []string{"1", "1", "1", "1"}, portal.Met, "4"},
		{"and may fall short", "at-least 4 lần every=year", year, []string{"1", "1", "1", "0"}, portal.Missed, "3"},
		{"met early stays met", "at-least 2 lần every=year", "2026-Q1 2026-Q2 2026-Q3", []string{"1", "1", ""}, portal.Met, "2"},
		{"one year does not help the next", "at-least 2 lần every=year", "2026-Q4 2027-Q1", []string{"2", "1"}, portal.InProgress, "1"},
		{"a share of the year is of sums", "at-least 90 % every=year", year, []string{"1/1", "0/99", "100/100", "100/100"}, portal.Missed, "201/300"},
		{"not an average of shares", "at-least 90 % every=year", year, []string{"999/1000", "0/1", "0/1", "0/1"}, portal.Met, "999/1003"},
		{"a report that lacks it leaves the year open", "at-least 4 lần every=year", year, []string{"1", "", "1", "1"}, portal.NoData, "3"},
		{"unless the rest is enough", "at-least 3 lần every=year", year, []string{"1", "", "1", "1"}, portal.Met, "3"},
		{"a period without a report, too", "at-least 4 lần every=year", year, []string{"1", "!", "1", "1"}, portal.NoData, "3"},
		{"the first period, too", "at-least 4 lần every=year", "2026-Q2 2026-Q3 2026-Q4", []string{"1", "1", "1"}, portal.NoData, "3"},
		{"a bound that is passed is passed, whatever is missing", "at-most 2 vụ every=year", year, []string{"3", "", "", ""}, portal.Missed, "3"},
		{"none in the whole year", "none every=year", year, []string{"0", "0", "0", "0"}, portal.Met, "0"},
		{"none, but nobody said so of one quarter", "none every=year", year, []string{"0", "0", "", "0"}, portal.NoData, "0"},
		{"one case in the year", "none every=year", year, []string{"0", "1", "0", "0"}, portal.Missed, "1"},
		{"a quarter's own share", "at-least 95 %", "2026-Q1 2026-Q2", []string{"0/100", "95/100"}, portal.Met, "95/100"},
		{"counted from the beginning", "at-least 10 nhà cumulative by=2027", "2026-Q1 2026-Q2", []string{"4", "9"}, portal.InProgress, "9"},
		{"and reached", "at-least 10 nhà cumulative by=2027", "2026-Q1 2026-Q2", []string{"4", "10"}, portal.Met, "10"},
		{"each period by itself, by a day", "at-least 10 nhà by=2026-06", "2026-Q1 2026-Q2", []string{"4", "6"}, portal.Met, "10"},
		{"a stock is as the last report says", "at-least 100 % by=2026-12", "2026-Q1 2026-Q2", []string{"50/200", "200/200"}, portal.Met, "200/200"},
		{"and stays, where the next is silent", "at-least 100 % by=2026-12", "2026-Q1 2026-Q2", []string{"50/200", ""}, portal.InProgress, "50/200"},
		{"its day is over without a word", "at-least 100 % by=2026-06", "2026-Q1 2026-Q2", []string{"50/200", ""}, portal.NoData, "50/200"},
		{"30 % of what remained when the year began", "fraction-of-remaining 30 % every=year", year, []string{"1/10", "1/9", "1/8", "0/7"}, portal.Met, "3/10"},
		{"of the rest, not of all", "fraction-of-remaining 30 % every=year", year, []string{"1/10", "1/9", "0/8", "0/8"}, portal.Missed, "2/10"},
		{"less than the year before", "less-than-previous", "2025-Q1 2026-Q1", []string{"5", "4"}, portal.Met, "4"},
		{"as many as the year before", "less-than-previous", "2025-Q1 2026-Q1", []string{"5", "5"}, portal.Missed, "5"},
		{"nothing, as before: it cannot fall", "less-than-previous", "2025-Q1 2026-Q1", []string{"0", "0"}, portal.Met, "0"},
		{"the quarter before is not the year before", "less-than-previous", "2025-Q4 2026-Q1", []string{"5", "4"}, portal.NoData, "4"},
		{"unless it is owed each quarter", "less-than-previous every=quarter", "2025-Q4 2026-Q1", []string{"5", "4"}, portal.Met, "4"},
		{"a share that falls", "less-than-previous", "2025-Q1 2026-Q1", []string{"5/100", "9/200"}, portal.Met, "9/200"},
		{"a share that does not, though the number does", "less-than-previous", "2025-Q1 2026-Q1", []string{"5/100", "4/80"}, portal.Missed, "4/80"},
		{"by at least 10 per cent: just", "less-than-previous 10 %", "2025-Q1 2026-Q1", []string{"100", "90"}, portal.Met, "90"},
		{"by at least 10 per cent: not quite", "less-than-previous 10 %", "2025-Q1 2026-Q1", []string{"100", "91"}, portal.Missed, "91"},
		{"by at least 2 cases", "less-than-previous 2 vụ", "2025-Q1 2026-Q1", []string{"5", "3"}, portal.Met, "3"},
		{"from nothing to something", "less-than-previous 10 %", "2025-Q1 2026-Q1", []string{"0", "1"}, portal.Missed, "1"},
		{"a half-year report of weekly work", "at-least 1 lượt every=week", "2026-H1", []string{"26"}, portal.Met, "26"},
		{"one week less", "at-least 1 lượt every=week", "2026-H1", []string{"25"}, portal.Missed, "25"},
		{"a yearly report does not tell each quarter", "at-least 1 lần every=quarter", "2026", []string{"4"}, portal.NoData, "4"},
		{"nor each month", "at-least 1 lần every=month", "2026", []string{"12"}, portal.NoData, "12"},
		{"nor the share of each quarter", "at-least 95 % every=quarter", "2026", []string{"97/100"}, portal.NoData, "97/100"},
		{"unless it is that of all", "at-least 95 % every=quarter", "2026", []string{"100/100"}, portal.Met, "100/100"},
		{"or none", "none every=quarter", "2026", []string{"0"}, portal.Met, "0"},
		{"or how many quarters kept it", "at-least 1 lần every=quarter", "2026", []string{"4/4"}, portal.Met, "4/4"},
		{"or too few for all of them", "at-least 1 lần every=quarter", "2026", []string{"3"}, portal.Missed, "3"},
		{"or no more than each may have", "at-most 2 lần every=quarter", "2026", []string{"2"}, portal.Met, "2"},
		{"half a year does not tell its quarters", "at-least 1 lần every=quarter", "2026-H1", []string{"2"}, portal.NoData, "2"},
		{"fewer than in the year before are not fewer in each quarter", "less-than-previous every=quarter", "2025 2026", []string{"9", "8"}, portal.NoData, "8"},
		{"a year is judged by its quarters", "at-least 1 lần every=quarter", year + " 2026", []string{"1", "1", "1", "1", "9"}, portal.Met, "9"},
		{"of which one fell short", "at-least 1 lần every=quarter", year + " 2026", []string{"0", "5", "1", "1", "7"}, portal.Missed, "7"},
		{"without a word of its own, too", "at-least 1 lần every=quarter", year + " 2026", []string{"1", "1", "1", "1", ""}, portal.Met, ""},
		{"of which one said nothing", "at-least 95 % every=quarter", year + " 2026", []string{"1/1", "", "1/1", "1/1", "97/100"}, portal.NoData, "97/100"},
		{"or never came", "at-least 95 % every=quarter", year + " 2026", []string{"1/1", "1/1", "1/1", "!", "97/100"}, portal.NoData, "97/100"},
		{"where the year alone shows a miss", "at-least 95 % every=quarter", year + " 2026", []string{"1/1", "1/1", "1/1", "!", "80/100"}, portal.Missed, "80/100"},
		{"or that all kept it", "none every=quarter", year + " 2026", []string{"0", "0", "0", "!", "0"}, portal.Met, "0"},
		{"half-years by their quarters", "at-least 2 lần every=half-year", year + " 2026", []string{"1", "1", "3", "0", "9"}, portal.Met, "9"},
		{"and their misses", "at-least 2 lần every=half-year", year + " 2026", []string{"3", "1", "1", "0", "9"}, portal.Missed, "9"},
		{"months by their quarters", "at-least 1 lần every=month", year + " 2026", []string{"3", "3", "3", "2", "12"}, portal.Missed, "12"},
		{"which are nearer than half-years", "at-least 1 lần every=month", "2026-Q1 2026-Q2 2026-H1 2026-Q3 2026-Q4 2026-H2 2026", []string{"6", "0", "6", "3", "3", "6", "12"}, portal.Missed, "12"},
		{"nothing occurred in any quarter", "at-least 95 % every=quarter", year + " 2026", []string{"0/0", "0/0", "0/0", "0/0", "0/0"}, portal.Nothing, "0/0"},
		{"of half-yearly work", "at-least 1 lần every=half-year", "2026-Q1 2026-Q2", []string{"0", "1"}, portal.Met, "1"},
		{"a monthly report in a year", "at-most 1 lần every=year", "2026-01 2026-02", []string{"1", "1"}, portal.Missed, "2"},
		{"bare percentages do not add up", "at-least 90 % every=year", year, []string{"95", "80", "95", "95"}, portal.NoData, ""},
		{"nor with shares", "at-most 5 % every=year", year, []string{"3/100", "3", "3", "3"}, portal.NoData, ""},
		{"nor do those of the rest", "fraction-of-remaining 30 % every=year", year, []string{"10", "10", "10", "10"}, portal.NoData, ""},
		{"a survey made once in half a year", "at-least 90 % every=half-year", "2026-Q1 2026-Q2", []string{"0/0", "92"}, portal.Met, "92"},
		{"in either quarter", "at-least 90 % every=half-year", "2026-Q1 2026-Q2", []string{"92", "0/0"}, portal.Met, "92"},
		{"or in one of which nobody knows", "at-least 90 % every=half-year", "2026-Q1 2026-Q2", []string{"", "92/100"}, portal.NoData, "92/100"},
		{"nothing occurred in half a year", "at-least 90 % every=half-year", "2026-Q1 2026-Q2", []string{"0/0", "0/0"}, portal.Nothing, "0/0"},
		{"how many of several have kept it so far", "at-least 1 lần each=xóm every=year", year, []string{"3/12", "6/12", "9/12", "12/12"}, portal.Met, "12/12"},
		{"and all have to", "at-least 1 lần each=xóm every=year", year, []string{"3/12", "6/12", "9/12", "11/12"}, portal.Missed, "11/12"},
		{"and every one has", "at-least 1 lần each=xóm every=year", "2026-Q1 2026-Q2", []string{"6/12", "12/12"}, portal.Met, "12/12"},
		{"of those in time by a day, too", "at-least 1 mô_hình each=xóm by=2026-12", "2026-Q1 2026-Q2", []string{"3/12", "12/12"}, portal.Met, "12/12"},
		{"a limit of each case is no sum", "at-most 30 phút every=year", year, []string{"25", "20", "30", "25"}, portal.Met, "30"},
		{"and is passed once", "at-most 30 phút every=year", "2026-Q1 2026-Q2", []string{"35", "20"}, portal.Missed, "35"},
		{"nor a sum of its months", "at-most 30 phút every=month", "2026-Q1", []string{"31"}, portal.Missed, "31"},
		{"days of each case", "less-than 3 ngày every=half-year", "2026-Q1 2026-Q2", []string{"2", "2,5"}, portal.Met, "2.5"},
		{"nor are points", "at-least 8 điểm every=year", year, []string{"9", "8", "8,5", "9"}, portal.Met, "8"},
		{"of which the year may still have fewer", "at-least 8 điểm every=year", "2026-Q1", []string{"9"}, portal.InProgress, "9"},
		{"points of every report", "at-least 8 điểm", "2026-Q1 2026-Q2", []string{"9", "7"}, portal.Missed, "7"},
		{"hours of teaching add up", "at-least 8 giờ every=year", "2026-Q1 2026-Q2", []string{"4", "4"}, portal.Met, "8"},
		{"less waiting than in the year before: the years have no sum", "less-than-previous phút every=year", "2025-Q1 2025-Q2 2025-Q3 2025-Q4 " + year, []string{"5", "5", "5", "5", "4", "4", "4", "4"}, portal.NoData, ""},
		{"a stock that is to fall by a day", "at-most 3 hộ by=2026-12", year, []string{"9", "6", "4", "3"}, portal.Met, "3"},
		{"and has not", "at-most 3 hộ by=2026-12", year, []string{"9", "6", "4", "4"}, portal.Missed, "4"},
		{"a case is a case, by a day too", "none by=2026-12", year, []string{"0", "1", "0", "0"}, portal.Missed, "1"},
		{"reached after its day", "at-least 100 % by=2026-06", "2026-Q1 2026-Q2 2026-Q3", []string{"50/200", "150/200", "200/200"}, portal.Missed, "150/200"},
		{"counted after its day", "at-least 10 nhà by=2026-06", "2026-Q1 2026-Q2 2026-Q3", []string{"4", "5", "1"}, portal.Missed, "9"},
		{"reached on its day, and kept", "at-least 100 % by=2026-06", "2026-Q1 2026-Q2 2026-Q3", []string{"50/200", "200/200", ""}, portal.Met, "200/200"},
		{"nobody said where it stood on its day", "at-least 100 % by=2026-06", "2026-Q1 2026-Q2 2026-Q3", []string{"", "", "200/200"}, portal.NoData, ""},
		{"what of several was done by a day", "disclose by=2026-12", "2026-Q1 2026-Q2", []string{"1/3", "3/3"}, portal.Met, "3/3"},
		{"a day within a quarter", "at-least 100 % by=2026-08-15", "2026-Q2 2026-Q3", []string{"150/200", "200/200"}, portal.Met, "200/200"},
		{"less than in the whole year before", "less-than-previous every=year", "2025-Q1 2025-Q2 2025-Q3 2025-Q4 " + year, []string{"5", "5", "5", "5", "4", "4", "4", "7"}, portal.Met, "19"},
		{"as many as in the whole year before", "less-than-previous every=year", "2025-Q1 2025-Q2 2025-Q3 2025-Q4 " + year, []string{"5", "5", "5", "5", "4", "4", "4", "8"}, portal.Missed, "20"},
		{"a year that is not over", "less-than-previous every=year", "2025-Q1 2025-Q2 2025-Q3 2025-Q4 2026-Q1", []string{"5", "5", "5", "5", "4"}, portal.InProgress, "4"},
		{"a year before that is not wholly known", "less-than-previous every=year", "2025-Q2 2025-Q3 2025-Q4 " + year, []string{"5", "5", "5", "1", "1", "1", "1"}, portal.NoData, "4"},
		{"or lacks its end", "less-than-previous every=year", "2025-Q1 2025-Q2 2025-Q3 " + year, []string{"5", "5", "5", "1", "1", "1", "1"}, portal.NoData, "4"},
		{"half a year beside the one before", "less-than-previous every=half-year", "2025-Q3 2025-Q4 2026-Q1 2026-Q2", []string{"5", "5", "5", "4"}, portal.Met, "9"},
		{"less by a day: each quarter beside that of the year before", "less-than-previous by=2026-12", "2025-Q2 2026-Q1 2026-Q2", []string{"5", "9", "4"}, portal.Met, "4"},
		{"a weekly report in a month", "at-least 4 lượt every=month", "2026-W27 2026-W28 2026-W29 2026-W30 2026-W31", []string{"1", "1", "1", "0", "1"}, portal.Met, "4"},
		{"whose weeks are those of its Thursdays", "at-least 4 lượt every=month", "2026-W31 2026-W32 2026-W33 2026-W34 2026-W35", []string{"9", "1", "1", "1", "0"}, portal.Missed, "3"},
		{"a week that reaches into the next year", "at-least 2 lượt every=year", "2026-W52 2026-W53", []string{"1", "0"}, portal.NoData, "1"},
		{"and one that reaches back", "at-least 2 lượt every=year", "2025-W52 2026-W01", []string{"1", "1"}, portal.InProgress, "1"},
		{"published in the first quarter", "disclose every=year", year, []string{"- link", "", "", ""}, portal.Met, ""},
		{"told in the first quarter", "qualitative every=year", year, []string{"- note", "", "", ""}, portal.Narrative, ""},
		{"not told this year", "qualitative every=year", "2025-Q4 2026-Q1", []string{"- note", ""}, portal.NotDue, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			from := "2026"
			got := reported(t, measureOf(t, test.measure), from, "2030", test.periods, test.rows...)
			if got.State != test.want || said(got.Figure) != test.figure {
				t.Errorf("%s: %s with %s, want %s with %s", test.measure, got.State, said(got.Figure), test.want, test.figure)
			}
		})
	}
}

func TestOnlyASumIsSoFar(t *testing.T) {
	for _, test := range []struct {
		measure string
		rows    []string
		want    bool
	}{
		{"at-least 4 lần every=year", []string{"1", "1"}, true},
		{"at-least 4 lần every=year", []string{"", "1"}, false},
		{"at-least 100 % by=2026-12", []string{"50/200", "100/200"}, false},
		{"at-least 95 % every=quarter", []string{"50/200", "100/200"}, false},
	} {
		if got := reported(t, measureOf(t, test.measure), "2026", "2030", "2026-Q1 2026-Q2", test.rows...); got.SoFar != test.want {
			t.Errorf("%s, reported %v: %s so far: %t", test.measure, test.rows, said(got.Figure), got.SoFar)
		}
	}
}

// None in the whole year is known when every quarter has said so.
func TestNoneAsOneWayOfAYear(t *testing.T) {
	m := portal.Measure{Kind: portal.AnyOf, Parts: []portal.Measure{measureOf(t, "less-than-previous every=year"), measureOf(t, "none")}}
	for _, test := range []struct {
		rows []string
		want portal.TargetState
	}{
		{[]string{"0;0", "0;0", "0;0", "0;0"}, portal.Met},
		{[]string{";0", ";0", ";0", ";0"}, portal.Met},
		{[]string{";0", "", ";0", ";0"}, portal.NoData},
		{[]string{";0", "!", ";0", ";0"}, portal.NoData},
		{[]string{";0", ";0", ";0"}, portal.InProgress},
		{[]string{";0", ";1", ";0", ";0"}, portal.NoData}, // less than last year? Nobody knows
	} {
		periods := strings.Fields("2026-Q1 2026-Q2 2026-Q3 2026-Q4")[:len(test.rows)]
		if got := reported(t, m, "2026", "2030", strings.Join(periods, " "), test.rows...); got.State != test.want {
			t.Errorf("%q: %s, want %s", test.rows, got.State, test.want)
		}
	}
}

func TestOfWhichTimeAFigureIs(t *testing.T) {
	const year = "2026-Q1 2026-Q2 2026-Q3 2026-Q4"
	for _, test := range []struct {
		measure, periods string
		rows             []string
		want             string // time, kind, last period, what came after the day
	}{
		{"at-least 95 % every=quarter", year, []string{"1/1", "1/1", "1/1", "1/1"}, "2026-Q4 period 2026-Q4 "},
		{"at-least 95 % every=quarter", year, []string{"1/1", "1/1", "1/1", ""}, "2026-Q4   "},
		{"at-least 4 lần every=year", "2026-Q1 2026-Q2", []string{"1", "1"}, "2026 so-far 2026-Q2 "},
		{"at-least 4 lần every=year", year, []string{"1", "1", "1", "1"}, "2026 final 2026-Q4 "},
		{"at-least 4 lần every=year", "2026-Q1 2026-Q2", []string{"1", ""}, "2026 carried 2026-Q1 "},
		{"at-least 4 lần every=year", "2026", []string{"4"}, "2026 period 2026 "},
		{"at-least 100 % by=2026-12", "2026-Q1 2026-Q2", []string{"50/200", "60/200"}, " so-far 2026-Q2 "},
		{"at-least 100 % by=2026-12", "2026-Q1 2026-Q2 2026-Q3", []string{"50/200", "", ""}, " carried 2026-Q1 "},
		{"at-least 100 % by=2026-06", "2026-Q1 2026-Q2 2026-Q3", []string{"50/200", "150/200", "200/200"}, " final 2026-Q2 200/200"},
		{"at-least 100 % by=2026-06", "2026-Q1 2026-Q2 2026-Q3", []string{"50/200", "150/200", ""}, " final 2026-Q2 "},
		{"at-least 100 % by=2026-06", "2026-Q1 2026-Q2 2026-Q3", []string{"50/200", "", "200/200"}, " carried 2026-Q1 200/200"},
		{"at-least 100 % by=2026-06", "2026-Q3", []string{"200/200"}, "   200/200"},
	} {
		s := reported(t, measureOf(t, test.measure), "2026", "2030", test.periods, test.rows...)
		if got := fmt.Sprintf("%s %s %s %s", s.Time, s.Kind, s.At, said(s.After)); got != test.want {
			t.Errorf("%s, reported %q: %q, want %q", test.measure, test.rows, got, test.want)
		}
	}
	// Who reports before the period is over and does not say up to when tells
	// nobody when his figures end: only when they were sent.
	p := world(t, `
	unit so office -
	plan k - 2026 2026
	target han so at-least 95 % every=year
	report so 2026 2026-11-15 han=19/20`)
	if s := Figures(p, day(t, "2026-12-31")).Units["so"].Progress[0].Latest; !s.AsOf.IsZero() || s.Sent != day(t, "2026-11-15") || s.Early() {
		t.Errorf("as of %s, sent %s", s.AsOf, s.Sent)
	}
	p.Reports[0].AsOf = day(t, "2026-10-31")
	if s := Figures(p, day(t, "2026-12-31")).Units["so"].Progress[0].Latest; s.AsOf != day(t, "2026-10-31") || !s.Sent.IsZero() || !s.Early() {
		t.Errorf("as of %s, sent %s", s.AsOf, s.Sent)
	}
}

func said(f portal.Figure) string {
	if f.Share() {
		return f.Numerator.String() + "/" + f.Denominator.String()
	}
	return f.Amount().String()
}

func TestATimeThatBeginsLateOwesLess(t *testing.T) {
	// The plan begins on 1 September: four Thursdays of the quarter are its own.
	weekly := measureOf(t, "at-least 1 lượt every=week")
	if got := reported(t, weekly, "2026-09-01", "2030", "2026-Q3", "4"); got.State != portal.Met {
		t.Errorf("4 of 4 weeks: %s", got.State)
	}
	if got := reported(t, weekly, "2026-09-01", "2030", "2026-Q3", "3"); got.State != portal.Missed {
		t.Errorf("3 of 4 weeks: %s", got.State)
	}
}

func TestCompoundTargets(t *testing.T) {
	for _, test := range []struct {
		kind  portal.MeasureKind
		parts string
		rows  string
		want  portal.TargetState
	}{
		{portal.AllOf, "at-least 100 %;at-least 1 lần every=quarter", "12/12;1", portal.Met},
		{portal.AllOf, "at-least 100 %;at-least 1 lần every=quarter", "11/12;1", portal.Missed},
		{portal.AllOf, "at-least 100 %;at-least 1 lần every=quarter", "12/12;", portal.NoData},
		{portal.AllOf, "at-least 100 %;at-least 1 lần every=quarter", "11/12;", portal.Missed},
		{portal.AllOf, "at-least 100 %;at-least 1 lần every=year", "12/12;0", portal.InProgress},
		{portal.AllOf, "at-least 100 %;at-least 1 lần every=quarter", "0/0;1", portal.Met},
		{portal.AllOf, "at-least 100 %;qualitative", "12/12;- note", portal.Met},
		{portal.AllOf, "qualitative;qualitative", "- note;- note", portal.Narrative},
		{portal.AnyOf, "less-than-previous;none", "3;0", portal.Met},
		{portal.AnyOf, "less-than-previous;none", ";0", portal.Met},
		{portal.AnyOf, "less-than-previous;none", "3;3", portal.NoData},
		{portal.AnyOf, "at-most 2 vụ every=quarter;none", "3;3", portal.Missed},
		{portal.AnyOf, "at-least 2 lần every=year;none", "1;1", portal.InProgress},
		{portal.AnyOf, "at-least 2 lần;none", "", portal.NoData},
		// What a part has still time for keeps the whole open.
		{portal.AllOf, "at-least 100 %;at-least 1 lần every=year", "12/12;", portal.InProgress},
		{portal.AllOf, "at-least 100 %;at-least 1 lần every=year", "11/12;", portal.Missed},
		{portal.AnyOf, "at-least 1 lần every=year;none", ";1", portal.InProgress},
		{portal.AnyOf, "at-least 1 lần every=year;none", ";", portal.NotDue},
		// Its ways are of one time: none in a quarter is not yet none in the year.
		{portal.AnyOf, "less-than-previous every=year;none", ";0", portal.InProgress},
		{portal.AnyOf, "less-than-previous every=year;none", ";", portal.NotDue},
		{portal.AnyOf, "less-than-previous every=year;none", "3;1", portal.InProgress},
		{portal.AnyOf, "at-most 2 vụ every=year;none every=quarter", ";0", portal.Met},
		{portal.AllOf, "at-most 2 vụ every=year;none", "0;0", portal.InProgress},
		{portal.AllOf, "none;none", "0;", portal.NoData},
		{portal.AllOf, "at-least 1 lần every=year;at-least 2 lần every=year", ";", portal.NotDue},
		{portal.AllOf, "at-least 1 lần every=year;at-least 95 %", ";0/0", portal.NotDue},
		// One way that is still open is enough, whatever is not known of the other.
		{portal.AnyOf, "at-least 2 lần every=year;at-least 95 %", "1;", portal.InProgress},
		{portal.AllOf, "at-least 2 lần every=year;at-least 95 %", "1;", portal.NoData},
		{portal.AnyOf, "less-than-previous every=year;none every=year", "1;1", portal.InProgress},
	} {
		m := portal.Measure{Kind: test.kind}
		for part := range strings.SplitSeq(test.parts, ";") {
			m.Parts = append(m.Parts, measureOf(t, part))
		}
		if got := reported(t, m, "2026", "2030", "2026-Q1", test.rows); got.State != test.want {
			t.Errorf("%s of %s, reported %s: %s, want %s", test.kind, test.parts, test.rows, got.State, test.want)
		}
	}
}

// A better figure never makes a state worse: more of what should rise, fewer of
// what should not.
func TestABetterFigureIsNeverWorse(t *testing.T) {
	rank := []portal.TargetState{portal.Missed, portal.NoData, portal.InProgress, portal.Met}
	random := rand.New(rand.NewPCG(1, 2))
	kinds := []string{"at-least", "more-than", "at-most", "less-than", "equal", "none", "retain", "fraction-of-remaining", "within", "less-than-previous", "disclose"}
	for range 10000 {
		kind := kinds[random.IntN(len(kinds))]
		unit := []string{"%", "lần", "phút", "điểm"}[random.IntN(4)]
		every := []string{"", "every=week", "every=month", "every=quarter", "every=half-year", "every=year", "every=once", "by=2026-06", "cumulative"}[random.IntN(9)]
		each := []string{"", "", " each=đơn_vị"}[random.IntN(3)]
		m := measureOf(t, fmt.Sprint(kind, " ", random.IntN(100), " ", unit, " ", every, each))
		if random.IntN(4) == 0 {
			m.Limit = portal.Limit{N: 48, Unit: "h"}
		}
		whole := 1 + random.IntN(300)
		low := random.IntN(whole + 1)
		high := low + random.IntN(whole-low+1)
		share := unit == "%" || each != ""
		row := func(n int) string {
			if share {
				return fmt.Sprintf("%d/%d", n, whole)
			}
			return fmt.Sprint(n)
		}
		before := row(random.IntN(whole + 1))
		worse, better := row(low), row(high)
		if share && m.CountsKeepers() && kind != "none" && kind != "less-than-previous" {
			// how many kept it: more are better, whatever each of them should keep
		} else if !rising(comparison(&m)) {
			worse, better = better, worse
		}
		periods := []string{"2025-Q2 2026-Q1 2026-Q2", "2025-H1 2026-Q1 2026-H1", "2025 2026-Q1 2026", "2026-Q1 2026-Q2 2026"}[random.IntN(4)]
		a := reported(t, m, "2025", "2030", periods, before, before, worse).State
		b := reported(t, m, "2025", "2030", periods, before, before, better).State
		if slices.Index(rank, a) > slices.Index(rank, b) {
			t.Fatalf("%+v in %s: %s is %s, %s is %s", m, periods, worse, a, better, b)
		}
		// As a condition beside another one, it makes the whole no worse either.
		kept := measureOf(t, "none")
		for _, all := range []portal.MeasureKind{portal.AllOf, portal.AnyOf} {
			whole := portal.Measure{Kind: all, Parts: []portal.Measure{m, kept}}
			other := fmt.Sprint(random.IntN(2))
			if random.IntN(4) == 0 {
				other = ""
			}
			rows := func(last string) []string {
				return []string{before + ";" + other, before + ";" + other, last + ";" + other}
			}
			a := reported(t, whole, "2025", "2030", periods, rows(worse)...).State
			b := reported(t, whole, "2025", "2030", periods, rows(better)...).State
			if rankOf(a) > rankOf(b) {
				t.Fatalf("%s of %+v beside %q in %s: %s is %s, %s is %s", all, m, other, periods, worse, a, better, b)
			}
		}
	}
}

// rankOf orders the states of a target of several conditions.
func rankOf(state portal.TargetState) int {
	order := []portal.TargetState{portal.Missed, portal.NoData, portal.InProgress, portal.NotDue, portal.Met}
	return slices.Index(order, state)
}

// Without a figure nothing is met or missed, whatever the measure, in whichever
// period; only what was published may be met by its link.
func TestNoFigureIsNeverMet(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	kinds := []string{"at-least", "more-than", "at-most", "less-than", "equal", "none", "retain", "fraction-of-remaining", "within", "less-than-previous", "disclose", "qualitative"}
	simple := func() portal.Measure {
		kind := kinds[random.IntN(len(kinds))]
		return measureOf(t, fmt.Sprint(kind, " ", random.IntN(3)*50, " ", []string{"%", "lần", "phút"}[random.IntN(3)], " ",
			[]string{"", "every=week", "every=quarter", "every=year", "every=once", "by=2026-03", "cumulative", "each=đơn_vị"}[random.IntN(8)]))
	}
	for range 5000 {
		m := simple()
		if random.IntN(3) == 0 {
			m = portal.Measure{Kind: []portal.MeasureKind{portal.AllOf, portal.AnyOf}[random.IntN(2)], Parts: []portal.Measure{simple(), simple()}}
		}
		empty := func() string {
			one := []string{"", "-", "- note"}
			if m.Kind.Compound() {
				return one[random.IntN(3)] + ";" + one[random.IntN(3)]
			}
			return one[random.IntN(3)]
		}
		periods := []string{"2026-Q1 2026-Q2 2026-Q3 2026-Q4", "2026-Q3 2026-Q4 2026-H2 2026", "2025-Q4 2026-01 2026-Q1 2026"}[random.IntN(3)]
		if got := reported(t, m, "2026", "2026", periods, empty(), empty(), empty(), empty()); got.State == portal.Met || got.State == portal.Missed {
			t.Fatalf("%+v in %s is %s", m, periods, got.State)
		}
	}
}

// Figures that cannot be are errors to the editor, by the rules result-negative,
// result-over-whole, result-of-nothing and result-disagrees of check, and are not
// published; where they stand all the same (in drafts), less than nothing decides
// nothing.
func TestFiguresThatCannotBe(t *testing.T) {
	for _, test := range []struct {
		measure, row string
		want         portal.TargetState
	}{
		{"at-least 95 %", "0/0", portal.Nothing}, // nothing occurred
		{"none", "0/0", portal.Nothing},
		{"at-least 0 %", "0/0", portal.Nothing},
		{"less-than-previous", "0/0", portal.Nothing},
		{"at-least 95 %", "150/100", portal.Met}, // more than all: refused by check
		{"at-most 5 %", "150/100", portal.Missed},
		{"at-least 1 lần each=đơn_vị", "15/10", portal.Met},
		{"at-least 95 %", "5/0", portal.Nothing},
		{"none", "-5/100", portal.NoData},
		{"at-most 5 %", "-5/100", portal.NoData},
		{"at-most 5 %", "-1", portal.NoData},
		{"at-least 95 %", "-5/-5", portal.NoData},
	} {
		if got := reported(t, measureOf(t, test.measure), "2026", "2026", "2026-Q1", test.row); got.State != test.want {
			t.Errorf("%s, reported %s: %s, want %s", test.measure, test.row, got.State, test.want)
		}
	}
}

// The share of several is that of their sums.
func TestSumsNotAverages(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		var numerator, denominator int64
		sum := portal.Figure{Numerator: vi.IntNumber(0), Denominator: vi.IntNumber(0)}
		for range 1 + random.IntN(8) {
			whole := random.Int64N(1000)
			part := random.Int64N(whole + 1)
			numerator, denominator = numerator+part, denominator+whole
			sum = sum.Plus(portal.Figure{Numerator: vi.IntNumber(part), Denominator: vi.IntNumber(whole)})
		}
		if sum.Numerator != vi.IntNumber(numerator) || sum.Denominator != vi.IntNumber(denominator) {
			t.Fatalf("%v, want %d/%d", sum, numerator, denominator)
		}
	}
}
