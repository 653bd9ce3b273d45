package portal_test

import (
	"encoding/json"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		address, parent portal.Address
		last, anchor    string
	}{
		{"III", "", "III", "muc-iii"},
		{"III.1.a.2", "III.1.a", "2", "muc-iii-1-a-2"},
		{"III.1.đ", "III.1", "đ", "muc-iii-1-dd"},
		{"III.1.d", "III.1", "d", "muc-iii-1-d"},
		{"mo-dau", "", "mo-dau", "mo-dau"},
		{"mo-dau.1", "mo-dau", "1", "muc-mo-dau-1"},
		{"ket-thuc", "", "ket-thuc", "ket-thuc"},
	} {
		if test.address.Parent() != test.parent || test.address.Last() != test.last || test.address.Anchor() != test.anchor {
			t.Errorf("%s: %q %q %q", test.address, test.address.Parent(), test.address.Last(), test.address.Anchor())
		}
		if got := test.parent.Join(test.last); got != test.address {
			t.Errorf("%q.Join(%q) = %q", test.parent, test.last, got)
		}
	}
}

func TestDayIn(t *testing.T) {
	for text, want := range map[string]string{
		"11-30": `"11-30"`, "02-29": `"02-29"`, "11": `"11"`, "1": `"01"`, "31": `"31"`,
		"02-30": "", "11-31": "", "13-01": "", "0": "", "32": "", "1-1": "", "": "", "thứ hai": "", "11-30x": "",
	} {
		var day portal.DayIn
		err := day.UnmarshalText([]byte(text))
		if (err == nil) != (want != "") {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if data, _ := json.Marshal(day); err == nil && string(data) != want {
			t.Errorf("%q is written %s, want %s", text, data, want)
		}
	}
	if data, _ := json.Marshal(portal.DayIn{}); string(data) != "null" {
		t.Errorf("no day is written %s", data)
	}
	if (portal.DayIn{}).In(vi.PeriodOf(vi.Date{Year: 2026}, vi.Year)) != (vi.Date{}) {
		t.Error("no day is some date")
	}
}

func TestLimit(t *testing.T) {
	for _, text := range []string{"48h", "10d", "5wd", "6m", "9999h"} {
		var limit portal.Limit
		if err := limit.UnmarshalText([]byte(text)); err != nil || limit.String() != text {
			t.Errorf("%q is read as %q, %v", text, limit, err)
		}
	}
	for _, text := range []string{"48", "0h", "h", "48 h", "48H", "-1d", "99999h", "1.5h", "48giờ"} {
		var limit portal.Limit
		if err := limit.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is read as %q", text, limit)
		}
	}
}

func TestClauseRef(t *testing.T) {
	for text, want := range map[string]portal.ClauseRef{
		"a#III.1": {Plan: "a", Clause: "III.1"}, "a": {Plan: "a"}, "a#b#c": {Plan: "a", Clause: "b#c"},
	} {
		var ref portal.ClauseRef
		if err := ref.UnmarshalText([]byte(text)); err != nil || ref != want || ref.String() != text {
			t.Errorf("%q is read as %+v, %v", text, ref, err)
		}
	}
	for _, text := range []string{"", "#", "#I", "a#"} {
		if err := new(portal.ClauseRef).UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is a reference", text)
		}
	}
}

// The latest change is what the public is told of as "cập nhật".
func TestUpdated(t *testing.T) {
	r := portal.Record{History: []portal.Change{{Date: vi.Date{Year: 2026, Month: 3, Day: 2}}, {Date: vi.Date{Year: 2026, Month: 5}}, {Date: vi.Date{Year: 2026}}}}
	if got := r.Updated().String(); got != "2026-05" {
		t.Error(got)
	}
	if got := new(portal.Record).Updated(); !got.IsZero() {
		t.Error(got)
	}
}

// Problems stand in the order of the files, each once, even where another of
// the same place stands between, whatever their arguments are.
func TestSortProblems(t *testing.T) {
	at := func(file string, line, column int, rule string, args ...any) portal.Problem {
		return portal.Problem{Pos: portal.Pos{File: file, Line: line, Column: column}, Rule: rule, Args: args}
	}
	sorted := portal.SortProblems([]portal.Problem{
		at("b", 1, 1, "x"), at("a", 2, 1, "x", []string{"p"}), at("a", 2, 1, "x", []string{"p"}), at("a", 10, 1, "x"), at("a", 2, 1, "x", "p"), at("a", 2, 1, "x", []string{"p"}),
	})
	var got string
	for _, p := range sorted {
		got += p.Pos.String() + " "
	}
	if want := "a:2:1 a:2:1 a:10:1 b:1:1 "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
