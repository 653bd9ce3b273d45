package vi

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func period(t *testing.T, s string) Period {
	t.Helper()
	p, err := ParsePeriod(s)
	if s != "" && err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPeriodNamesItselfAndItsDays(t *testing.T) {
	for _, tt := range []struct {
		text, slug, label, first, last string
		kind                           PeriodKind
	}{
		{"2026", "2026", "năm 2026", "2026-01-01", "2026-12-31", Year},
		{"2026-H1", "2026-h1", "6 tháng đầu năm 2026", "2026-01-01", "2026-06-30", HalfYear},
		{"2026-H2", "2026-h2", "6 tháng cuối năm 2026", "2026-07-01", "2026-12-31", HalfYear},
		{"2026-Q1", "2026-q1", "quý I/2026", "2026-01-01", "2026-03-31", Quarter},
		{"2026-Q3", "2026-q3", "quý III/2026", "2026-07-01", "2026-09-30", Quarter},
		{"2026-02", "2026-02", "tháng 02/2026", "2026-02-01", "2026-02-28", Month},
		{"2026-09", "2026-09", "tháng 9/2026", "2026-09-01", "2026-09-30", Month},
		{"2026-W37", "2026-w37", "tuần 37/2026", "2026-09-07", "2026-09-13", Week},
		{"2026-W01", "2026-w01", "tuần 1/2026", "2025-12-29", "2026-01-04", Week},
		{"2026-W53", "2026-w53", "tuần 53/2026", "2026-12-28", "2027-01-03", Week},
		{"", "", "", "", "", 0},
	} {
		p := period(t, tt.text)
		got := []string{p.String(), p.Slug(), p.Label(), p.First().String(), p.Last().String()}
		want := []string{tt.text, tt.slug, tt.label, tt.first, tt.last}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if p.Kind() != tt.kind || p.IsZero() != (tt.text == "") {
			t.Errorf("%q is a %v, zero: %t", tt.text, p.Kind(), p.IsZero())
		}
	}
}

func TestParsePeriodRefusesAndSuggests(t *testing.T) {
	for _, tt := range []struct{ promise, in, suggest string }{
		{"lower case", "2026-q3", "2026-Q3"},
		{"quarter first", "Q3/2026", "2026-Q3"},
		{"Roman quarter", "Quý III/2026", "2026-Q3"},
		{"quarter in words", "quý 3 năm 2026", "2026-Q3"},
		{"Roman quarter in words", "Quý IV năm 2026", "2026-Q4"},
		{"quarter after the year", "năm 2026, quý II", "2026-Q2"},
		{"no separator", "2026Q3", "2026-Q3"},
		{"half in words", "6 tháng đầu năm 2026", "2026-H1"},
		{"other half in words", "sáu tháng cuối năm 2026", "2026-H2"},
		{"half first", "H1/2026", "2026-H1"},
		{"month first", "9/2026", "2026-09"},
		{"month in words", "tháng 02 năm 2026", "2026-02"},
		{"short month", "2026-9", "2026-09"},
		{"slash", "2026/09", "2026-09"},
		{"week in words", "tuần 7/2026", "2026-W07"},
		{"short week", "2026-W7", "2026-W07"},
		{"year in words", "năm 2026", "2026"},
		{"cả năm", "cả năm 2026", "2026"},
		{"space around", " 2026 ", "2026"},
		{"a week its year lacks", "2027-W53", ""},
		{"a week zero", "2026-W00", ""},
		{"a quarter too many", "2026-Q5", ""},
		{"a half too many", "2026-H3", ""},
		{"a month too many", "2026-13", ""},
		{"a Roman month", "iii/2026", ""},
		{"a crooked numeral", "quý IIII/2026", ""},
		{"a full date", "30/01/2026", ""},
		{"an ISO day", "2026-01-30", ""},
		{"a year out of range", "1899", ""},
		{"nothing", "", ""},
		{"words", "giai đoạn 2026 - 2030", ""},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			p, err := ParsePeriod(tt.in)
			var wrong *PeriodError
			if !errors.As(err, &wrong) || !p.IsZero() {
				t.Fatalf("ParsePeriod(%q) = %v, %v", tt.in, p, err)
			}
			if want := (PeriodError{tt.in, tt.suggest}); *wrong != want {
				t.Errorf("got %+v, want %+v", *wrong, want)
			}
		})
	}
}

func TestPeriodOfIsCertain(t *testing.T) {
	for _, tt := range []struct {
		date string
		kind PeriodKind
		want string
	}{
		{"2026-01-30", Year, "2026"},
		{"2026-06-30", HalfYear, "2026-H1"},
		{"2026-07-01", HalfYear, "2026-H2"},
		{"2026-09-30", Quarter, "2026-Q3"},
		{"2026-10-01", Quarter, "2026-Q4"},
		{"2026-02-28", Month, "2026-02"},
		{"2026-01-01", Week, "2026-W01"},
		{"2027-01-03", Week, "2026-W53"},
		{"2026-02", Quarter, "2026-Q1"},
		{"2026-02", Month, "2026-02"},
		{"2026-02", Week, ""},
		{"2026", Year, "2026"},
		{"2026", HalfYear, ""},
		{"", Year, ""},
		{"2026-01-30", 0, ""},
		{"2026-01-30", 9, ""},
		{"2199-12-31", Week, ""}, // of week 1 of 2200
	} {
		if got := PeriodOf(date(t, tt.date), tt.kind).String(); got != tt.want {
			t.Errorf("PeriodOf(%s, %v) = %q, want %q", tt.date, tt.kind, got, tt.want)
		}
	}
	if got := PeriodOf(Date{2026, 2, 30}, Month); !got.IsZero() {
		t.Errorf("30 February lies in %v", got)
	}
}

func TestPeriodContainsOnlyWhatIsCertain(t *testing.T) {
	q1 := period(t, "2026-Q1")
	for s, want := range map[string]bool{
		"2026-01-01": true, "2026-03-31": true, "2026-02": true, "2026-04-01": false,
		"2025-12-31": false, "2026": false, "": false,
	} {
		if q1.Contains(date(t, s)) != want {
			t.Errorf("2026-Q1 contains %q: %t", s, !want)
		}
	}
	if (Period{}).Contains(Date{2026, 1, 1}) || (Period{}).Contains(Date{}) {
		t.Error("no period contains something")
	}
}

func TestPeriodsFollowEachOtherWithoutGap(t *testing.T) {
	counts := map[PeriodKind]int{}
	for kind := Year; kind <= Week; kind++ {
		p := newPeriod(kind, minYear, 1)
		for next := p.Next(); ; p, next = next, next.Next() {
			counts[kind]++
			if got := period(t, p.String()); got != p {
				t.Fatalf("%v is read as %v", p, got)
			}
			if PeriodOf(p.First(), kind) != p || PeriodOf(p.Last(), kind) != p {
				t.Fatalf("%v does not hold its own days", p)
			}
			if next.IsZero() {
				break
			}
			if p.Last().AddDays(1) != next.First() || next.Previous() != p || p.Compare(next) != -1 {
				t.Fatalf("%v is not followed by %v", p, next)
			}
		}
		if first := newPeriod(kind, minYear, 1); !first.Previous().IsZero() {
			t.Errorf("%v follows %v", first, first.Previous())
		}
	}
	want := map[PeriodKind]int{Year: 300, HalfYear: 600, Quarter: 1200, Month: 3600, Week: 15653}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Error(diff)
	}
	if p := (Period{}); !p.Next().IsZero() || !p.Previous().IsZero() {
		t.Error("no period has a neighbour")
	}
}

func TestComparePeriodsPutsLongerFirst(t *testing.T) {
	var want []Period
	for _, s := range []string{"", "2026-W01", "2026", "2026-H1", "2026-Q1", "2026-01", "2026-W02", "2026-02", "2026-Q2", "2026-H2", "2027"} {
		want = append(want, period(t, s))
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Period.Compare)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPeriodKindNames(t *testing.T) {
	var got []string
	for kind := PeriodKind(0); kind <= Week; kind++ {
		got = append(got, kind.String())
	}
	if diff := cmp.Diff([]string{"", "year", "half-year", "quarter", "month", "week"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestPeriodInJSON(t *testing.T) {
	in := map[string]Period{"a": period(t, "2026-Q3"), "b": {}}
	data, err := json.Marshal(in)
	if want := `{"a":"2026-Q3","b":null}`; string(data) != want || err != nil {
		t.Fatalf("got %s, %v, want %s", data, err, want)
	}
	var out map[string]Period
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, out); diff != "" {
		t.Error(diff)
	}
	if err := json.Unmarshal([]byte(`{"a":"2026-q3"}`), &out); err == nil {
		t.Error("lower case was read")
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2026", "2026-H1", "2026-Q3", "2026-09", "2026-W53", "Quý III/2026", "6 tháng cuối năm 2026", "2026 q3", "tuần 53/2027", "ix/2026"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err == nil {
			if p.String() != s {
				t.Errorf("ParsePeriod(%q) writes itself %q", s, p)
			}
			if suggested := suggestPeriod(p.Label()); suggested != p {
				t.Errorf("%q suggests %v, want %v", p.Label(), suggested, p)
			}
			if suggested := suggestPeriod(p.Slug()); suggested != p {
				t.Errorf("%q suggests %v, want %v", p.Slug(), suggested, p)
			}
			return
		}
		var wrong *PeriodError
		if !errors.As(err, &wrong) || wrong.Text != s || err.Error() == "" {
			t.Fatalf("ParsePeriod(%q): %v", s, err)
		}
		if wrong.Suggest != "" {
			if _, err := ParsePeriod(wrong.Suggest); err != nil || wrong.Suggest == s {
				t.Errorf("ParsePeriod(%q) suggests %q: %v", s, wrong.Suggest, err)
			}
		}
	})
}

func ExampleParsePeriod() {
	p, _ := ParsePeriod("2026-Q3")
	fmt.Println(p.Label(), "from", p.First(), "to", p.Last())
	_, err := ParsePeriod("Quý III/2026")
	fmt.Println(err)
	// Output:
	// quý III/2026 from 2026-07-01 to 2026-09-30
	// "Quý III/2026" is not a period: want 2026-Q3
}

func ExamplePeriodOf() {
	fmt.Println(PeriodOf(Date{2026, 9, 13}, Week), PeriodOf(Date{2026, 9, 0}, Quarter))
	// Output: 2026-W37 2026-Q3
}
