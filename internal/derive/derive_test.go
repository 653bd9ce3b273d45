package derive

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// day reads a date, "" for none.
func day(t testing.TB, text string) (d vi.Date) {
	t.Helper()
	if err := d.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return d
}

// recurrence reads "every on rule from to", where "-" is nothing.
func recurrence(t testing.TB, text string) *portal.Recurrence {
	t.Helper()
	fields := strings.Fields(strings.ReplaceAll(text, "-:", ""))
	for i, field := range fields {
		if field == "-" {
			fields[i] = ""
		}
	}
	again := &portal.Recurrence{Every: portal.Every(fields[0]), Rule: portal.DueRule(fields[2]), From: day(t, fields[3]), To: day(t, fields[4])}
	if fields[1] != "" {
		if err := again.On.UnmarshalText([]byte(fields[1])); err != nil {
			t.Fatal(err)
		}
	}
	return again
}

func TestWhenADeadlineOccurs(t *testing.T) {
	for _, test := range []struct {
		name, again      string // every on rule from to
		issued, from, to string // of the plan
		want             string
	}{
		{"a day each year", "year 11-30 before - -", "2026-02", "2026", "2028", "2026-11-30 2027-11-30 2028-11-30"},
		{"a month each year", "year 11 - - -", "", "2026", "2027", "2026-11 2027-11"},
		{"the leap day, in a year without one", "year 02-29 by - -", "", "2027", "2028", "2027-02-28 2028-02-29"},
		{"a day each quarter", "quarter 15 by - -", "", "2026", "2026", "2026-03-15 2026-06-15 2026-09-15 2026-12-15"},
		{"a day that June and September have not", "quarter 31 by - -", "", "2026", "2026", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"a day each half-year", "half-year 20 by - -", "", "2026", "2027", "2026-06-20 2026-12-20 2027-06-20 2027-12-20"},
		{"a day each month", "month 31 by - -", "", "2026-01", "2026-04", "2026-01-31 2026-02-28 2026-03-31 2026-04-30"},
		{"a day each week", "week 5 by 2026-12-20 2027-01-10", "", "2026", "2030", "2026-12-25 2027-01-01 2027-01-08"},
		{"a week that began the year before", "week 1 by - -", "", "2026-01", "2026-01", "2026-01-05 2026-01-12 2026-01-19 2026-01-26"},
		{"no day is named", "quarter - before - -", "", "2026", "2030", "-"},
		{"its own beginning and end", "year 03-31 by 2028 2029", "", "2026", "2030", "2028-03-31 2029-03-31"},
		{"its own end alone", "year 03-31 by - 2027", "", "2026", "2030", "2026-03-31 2027-03-31"},
		{"nothing before the plan was issued", "quarter 15 by - -", "2026-06-16", "2026", "2026", "2026-09-15 2026-12-15"},
		{"on the day it was issued", "quarter 15 by - -", "2026-06-15", "2026", "2026", "2026-06-15 2026-09-15 2026-12-15"},
		{"perhaps on the day it was issued", "quarter 15 by - -", "2026-06", "2026", "2026", "2026-06-15 2026-09-15 2026-12-15"},
		{"a plan without an end goes on to the end of the next year", "half-year 20 by - -", "", "2026", "", "2026-06-20 2026-12-20 2027-06-20 2027-12-20"},
		{"a plan without a beginning begins when issued", "half-year 20 by - -", "2026-07", "", "2027", "2026-12-20 2027-06-20 2027-12-20"},
		{"neither beginning nor day of issue", "year 11-30 by - -", "", "", "2027", ""},
		{"once is no recurrence", "once 11-30 by - -", "", "2026", "2027", ""},
		{"an end before the beginning", "year 11-30 by - -", "", "2027", "2026", ""},
		{"the end of the calendar", "year 11-30 by - -", "", "2198", "2199", "2198-11-30 2199-11-30"},
	} {
		t.Run(test.name, func(t *testing.T) {
			plan := &portal.Plan{IssuedOn: day(t, test.issued), From: day(t, test.from), To: day(t, test.to),
				Deadlines: []portal.Deadline{{ID: "a", Recurrence: recurrence(t, test.again)}}}
			var got []string
			for _, due := range calendar(plan, day(t, "2026-06-15")) {
				if due.Deadline != &plan.Deadlines[0] || due.Plan != plan {
					t.Errorf("%+v is not of the plan", due)
				}
				if due.Date.IsZero() {
					got = append(got, "-")
					continue
				}
				got = append(got, due.Date.String())
				if !due.Period.Contains(due.Date) {
					t.Errorf("%s is not in %s", due.Date, due.Period)
				}
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestHowADateStandsOnADay(t *testing.T) {
	for _, test := range []struct {
		date, rule, today string
		want              portal.DueState
		days              int
	}{
		{"2026-11-30", "by", "2026-11-29", portal.DueSoon, 1},
		{"2026-11-30", "by", "2026-11-30", portal.DueNow, 0},
		{"2026-11-30", "by", "2026-12-01", portal.DuePast, -1},
		{"2026-11-30", "before", "2026-11-28", portal.DueSoon, 1},
		{"2026-11-30", "before", "2026-11-29", portal.DueNow, 0},
		{"2026-11-30", "before", "2026-11-30", portal.DuePast, -1},
		{"2026-11-30", "on", "2026-11-30", portal.DueNow, 0},
		{"2026-11-30", "on", "2026-12-01", portal.DuePast, -1},
		{"2026-11-30", "", "2026-11-30", portal.DueNow, 0},
		{"2026-11-30", "by", "2026-09-01", portal.DueSoon, 90},
		{"2026-11-30", "by", "2026-08-31", portal.DueLater, 91},
		{"2026-11-30", "before", "2026-08-31", portal.DueSoon, 90},
		{"2026-11-30", "before", "2026-08-30", portal.DueLater, 91},
		{"2026-01-01", "before", "2025-12-31", portal.DueNow, 0},
		{"2026-11", "by", "2026-10-31", portal.DueSoon, 0},
		{"2026-11", "by", "2026-11-01", portal.DueNow, 0},
		{"2026-11", "by", "2026-11-30", portal.DueNow, 0},
		{"2026-11", "by", "2026-12-01", portal.DuePast, 0},
		{"2026-11", "before", "2026-10-30", portal.DueSoon, 0},
		{"2026-11", "before", "2026-10-31", portal.DueNow, 0},
		{"2026-11", "before", "2026-11-01", portal.DuePast, 0},
		{"2026-11", "by", "2026-08-03", portal.DueSoon, 0},
		{"2026-11", "by", "2026-08-02", portal.DueLater, 0},
		{"2028", "by", "2027-12-31", portal.DueSoon, 0},
		{"2028", "by", "2028-06-30", portal.DueNow, 0},
		{"2028", "before", "2027-12-31", portal.DueNow, 0},
		{"2028", "before", "2028-01-01", portal.DuePast, 0},
		{"2028", "by", "2026-01-01", portal.DueLater, 0},
		{"", "by", "2026-01-01", portal.DueUndated, 0},
	} {
		due := seen(portal.Due{Date: day(t, test.date), Rule: portal.DueRule(test.rule)}, day(t, test.today))
		if due.State != test.want || due.Days != test.days {
			t.Errorf("%s %s, seen on %s: %s in %d days, want %s in %d", test.rule, test.date, test.today, due.State, due.Days, test.want, test.days)
		}
	}
}

// What is past stays past, and what is near does not move away again.
func TestTimeMovesOneWay(t *testing.T) {
	order := []portal.DueState{portal.DueLater, portal.DueSoon, portal.DueNow, portal.DuePast}
	for _, date := range []string{"2026", "2026-02", "2026-12", "2026-02-28", "2026-12-31"} {
		for _, rule := range []portal.DueRule{portal.By, portal.Before, portal.On, ""} {
			last := 0
			for today := day(t, "2025-08-01"); today.Before(day(t, "2027-02-01")); today = today.AddDays(1) {
				state := seen(portal.Due{Date: day(t, date), Rule: rule}, today).State
				now := slices.Index(order, state)
				if now < last {
					t.Fatalf("%s %s: %s on %s, after %s", rule, date, state, today, order[last])
				}
				last = now
			}
			if order[last] != portal.DuePast {
				t.Errorf("%s %s is never past", rule, date)
			}
		}
	}
}

// The calendar is in the order of time, undated duties last, then of ids.
func TestTheCalendarIsInOrder(t *testing.T) {
	a, b := &portal.Plan{Record: portal.Record{ID: "a"}}, &portal.Plan{Record: portal.Record{ID: "b"}}
	b.Deadlines = []portal.Deadline{{ID: "z", Date: day(t, "2026-05")}, {ID: "y"}, {ID: "x", Date: day(t, "2026-05-05")}}
	a.Deadlines = []portal.Deadline{{ID: "w", Date: day(t, "2026-05-05")}, {ID: "v", Date: day(t, "2026-05-05")}, {ID: "u"}, {ID: "t", Date: day(t, "2026")}}
	p := &portal.Portal{Plans: []*portal.Plan{b, a}}
	p.Index()
	var got []string
	for _, due := range Figures(p, day(t, "2026-01-01")).Calendar {
		got = append(got, due.Plan.ID+due.Deadline.ID)
	}
	if want := "at bz av aw bx au by"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRelations(t *testing.T) {
	implements := func(ids ...string) (all []portal.Citation) {
		for _, id := range ids {
			all = append(all, portal.Citation{ID: id, Role: portal.RoleImplements})
		}
		return all
	}
	top := &portal.Plan{Record: portal.Record{ID: "tinh"}, Movement: "ba-nhat"}
	low := &portal.Plan{Record: portal.Record{ID: "xa"}, Movement: "ba-nhat",
		Documents: append(implements("tinh", "khong-giu", "tinh"), portal.Citation{ID: "khac", Role: portal.RoleCites})}
	other := &portal.Plan{Record: portal.Record{ID: "khac"}, Movement: "dan-van-kheo"}
	loose := &portal.Plan{Record: portal.Record{ID: "le"}}
	loose2 := &portal.Plan{Record: portal.Record{ID: "le-hai"}}
	p := &portal.Portal{Plans: []*portal.Plan{top, low, other, loose, loose2}}
	p.Index()
	f := Figures(p, day(t, "2026-01-01")).Plans
	plans := func(list []*portal.Plan) (ids []string) {
		for _, plan := range list {
			ids = append(ids, plan.ID)
		}
		return ids
	}
	var above []string
	for _, citation := range f["xa"].Above {
		above = append(above, citation.ID)
	}
	for _, test := range []struct {
		what      string
		got, want []string
	}{
		{"above xa, each once", above, []string{"tinh", "khong-giu"}},
		{"below tinh, each once", plans(f["tinh"].Below), []string{"xa"}},
		{"below xa", plans(f["xa"].Below), nil},
		{"beside xa", plans(f["xa"].Beside), []string{"tinh"}},
		{"below khac, which is only cited", plans(f["khac"].Below), nil},
		{"beside khac", plans(f["khac"].Beside), nil},
		{"beside a plan of no movement", plans(f["le"].Beside), nil},
	} {
		if diff := cmp.Diff(test.want, test.got); diff != "" {
			t.Errorf("%s: -want +got %s", test.what, diff)
		}
	}
}

func TestWhatHangsOnAClause(t *testing.T) {
	plan := &portal.Plan{
		Record:      portal.Record{ID: "k"},
		Targets:     []portal.Target{{ID: "t1", Clause: "I"}, {ID: "t2", Clause: "I"}},
		Deadlines:   []portal.Deadline{{ID: "d", Clause: "I"}},
		Tasks:       []portal.Task{{ID: "v", Clause: "II"}},
		Documents:   []portal.Citation{{ID: "a"}, {ID: "b", Clause: "II"}},
		SourceNotes: []portal.SourceNote{{Note: "cả văn bản"}, {Clause: "II"}},
	}
	p := &portal.Portal{
		Plans: []*portal.Plan{plan},
		Models: []*portal.Model{
			{Record: portal.Record{ID: "m1"}, AskedBy: []portal.ClauseRef{{Plan: "k", Clause: "I"}, {Plan: "k", Clause: "III"}, {Plan: "x", Clause: "I"}}},
			{Record: portal.Record{ID: "m2"}, AskedBy: []portal.ClauseRef{{Plan: "k"}}},
		},
	}
	p.Index()
	f := Figures(p, day(t, "2026-01-01")).Plans["k"]
	var got []string
	for _, address := range []portal.Address{"", portal.Opening, "I", "II", "III", "IV"} {
		h := f.Hanging[address]
		if h == nil {
			h = new(portal.Hanging)
		}
		got = append(got, fmt.Sprint(address, ":", len(h.Targets), len(h.Deadlines), len(h.Tasks), len(h.Models), len(h.Citations), len(h.Notes)))
	}
	want := []string{":0 0 0 1 0 1", "mo-dau:0 0 0 0 1 0", "I:2 1 0 1 0 0", "II:0 0 1 0 1 1", "III:0 0 0 1 0 0", "IV:0 0 0 0 0 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got %s", diff)
	}
	if len(f.Models) != 2 {
		t.Errorf("the plan asks for %d models, want 2", len(f.Models))
	}
}

func TestWhatUnitsPromiseAndOwe(t *testing.T) {
	plan := &portal.Plan{
		Record: portal.Record{ID: "k"}, Issuer: portal.IDs{"ubnd", "khong-co"}, From: day(t, "2026"), To: day(t, "2027"),
		Targets: []portal.Target{{ID: "t1", Owner: portal.IDs{"ca", "ca"}}, {ID: "t2", Owner: portal.IDs{"ca", "nhom"}}},
		Tasks:   []portal.Task{{ID: "v1", Unit: portal.IDs{"nhom"}}, {ID: "v2", Unit: portal.IDs{"xa-cu-2025"}}},
		Deadlines: []portal.Deadline{
			{ID: "d1", Recurrence: recurrence(t, "year 11-30 before - -"), Owner: portal.IDs{"ca"}, Recipient: portal.IDs{"ubnd"}, Route: portal.IDs{"ubnd", "nhom"}},
			{ID: "d2", Owner: portal.IDs{"ca", "nhom"}},
		},
	}
	p := &portal.Portal{
		Plans: []*portal.Plan{plan},
		Units: []*portal.Unit{
			{ID: "ubnd", Name: "UBND"}, {ID: "ca", Name: "Xóm 10", Parent: "ubnd"}, {ID: "nhom", Name: "Xóm 2", Kind: portal.Group, Parent: "ubnd"},
			{ID: "xa-cu-2025", Name: "Xã cũ", ValidTo: day(t, "2025-06-30"), Parent: "khong-co"},
		},
		Models: []*portal.Model{{Record: portal.Record{ID: "m"}, RunBy: portal.IDs{"ca"}}},
	}
	p.Index()
	f := Figures(p, day(t, "2026-12-01"))
	describe := func(id string) string {
		u := f.Units[id]
		var targets, tasks, children []string
		for _, of := range u.Targets {
			for _, target := range of.Targets {
				targets = append(targets, of.Plan.ID+"#"+target.ID)
			}
		}
		for _, of := range u.Tasks {
			for _, task := range of.Tasks {
				tasks = append(tasks, of.Plan.ID+"#"+task.ID)
			}
		}
		for _, child := range u.Children {
			children = append(children, child.ID)
		}
		due := func(list []portal.Due) (told []string) {
			for _, d := range list {
				told = append(told, fmt.Sprint(d.Deadline.ID, " ", d.Date, " ", d.State))
			}
			return told
		}
		return fmt.Sprintf("issued %d, targets %q, tasks %q, owes %q, receives %q, models %d, children %q",
			len(u.Issued), targets, tasks, due(u.Owes), due(u.Receives), len(u.Models), children)
	}
	for id, want := range map[string]string{
		"ubnd":       `issued 1, targets [], tasks [], owes [], receives ["d1 2026-11-30 past" "d1 2027-11-30 later"], models 0, children ["nhom" "ca"]`,
		"ca":         `issued 0, targets ["k#t1" "k#t2"], tasks [], owes ["d1 2026-11-30 past" "d1 2027-11-30 later" "d2  undated"], receives [], models 1, children []`,
		"nhom":       `issued 0, targets ["k#t2"], tasks ["k#v1"], owes ["d2  undated"], receives ["d1 2026-11-30 past" "d1 2027-11-30 later"], models 0, children []`,
		"xa-cu-2025": `issued 0, targets [], tasks ["k#v2"], owes [], receives [], models 0, children []`,
	} {
		if got := describe(id); got != want {
			t.Errorf("%s: got  %s\nwant %s", id, got, want)
		}
	}
}

// Figures are the same each time, and the portal stays as it was.
func TestFiguresArePure(t *testing.T) {
	p := generated(3)
	before := snapshot(t, p)
	today := day(t, "2026-11-22")
	first := Figures(p, today)
	second := Figures(p, today)
	if diff := cmp.Diff(first, second, cmp.AllowUnexported(portal.Source{}), cmp.Comparer(func(a, b *portal.Plan) bool { return a == b }),
		cmp.Comparer(func(a, b *portal.Unit) bool { return a == b }), cmp.Comparer(func(a, b *portal.Deadline) bool { return a == b }),
		cmp.Comparer(func(a, b *portal.Target) bool { return a == b }), cmp.Comparer(func(a, b *portal.Task) bool { return a == b })); diff != "" {
		t.Errorf("two runs differ: %.2000s", diff)
	}
	if snapshot(t, p) != before {
		t.Error("the portal has changed")
	}
}

func snapshot(t testing.TB, p *portal.Portal) string {
	t.Helper()
	data, err := json.Marshal([]any{p.Plans, p.Units, p.Models, p.Movements})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// generated is a portal of many plans, each with 40 targets, 12 deadlines and
// 30 tasks of ten units.
func generated(plans int) *portal.Portal {
	p := new(portal.Portal)
	unit := func(n int) portal.IDs { return portal.IDs{fmt.Sprintf("don-vi-%04d", n%max(plans, 10))} }
	for i := range max(plans, 10) {
		p.Units = append(p.Units, &portal.Unit{ID: unit(i)[0], Name: fmt.Sprintf("Xã %d", i), Parent: unit(i / 10)[0]})
	}
	for i := range plans {
		plan := &portal.Plan{
			Record: portal.Record{ID: fmt.Sprintf("ke-hoach-%04d", i)}, Issuer: unit(i), Movement: fmt.Sprintf("phong-trao-%d", i%5),
			From: vi.Date{Year: 2026}, To: vi.Date{Year: 2030},
			Documents: []portal.Citation{{ID: fmt.Sprintf("ke-hoach-%04d", i/10), Role: portal.RoleImplements}},
		}
		address := func(n int) portal.Address { return portal.Address(fmt.Sprintf("III.%d", n%15)) }
		for j := range 40 {
			plan.Targets = append(plan.Targets, portal.Target{ID: fmt.Sprintf("chi-tieu-%d", j), Clause: address(j), Owner: unit(i + j)})
		}
		for j := range 12 {
			again := &portal.Recurrence{Every: portal.EveryQuarter, On: portal.DayIn{Day: 1 + j}, Rule: portal.Before}
			plan.Deadlines = append(plan.Deadlines, portal.Deadline{ID: fmt.Sprintf("moc-%d", j), Clause: address(j), Recurrence: again, Owner: unit(i), Recipient: unit(j), Route: unit(i + j)})
		}
		for j := range 30 {
			plan.Tasks = append(plan.Tasks, portal.Task{ID: fmt.Sprintf("viec-%d", j), Clause: address(j), Unit: unit(i + j)})
		}
		p.Plans = append(p.Plans, plan)
	}
	p.Index()
	return p
}

func BenchmarkFigures(b *testing.B) {
	const plans = 1000
	p := generated(plans)
	today := vi.Date{Year: 2026, Month: 11, Day: 22}
	b.ReportAllocs()
	for b.Loop() {
		Figures(p, today)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/plans, "ns/plan")
}

func TestTargetsOfPlansBelowHangOnTheClauseAbove(t *testing.T) {
	above := &portal.Plan{
		Record:  portal.Record{ID: "tinh"},
		Targets: []portal.Target{{ID: "a", Clause: "I"}, {ID: "b", Clause: "I"}, {ID: "c", Clause: "II"}},
	}
	p := &portal.Portal{Plans: []*portal.Plan{above}}
	for n := range belowAtMost + 2 {
		p.Plans = append(p.Plans, &portal.Plan{
			Record:  portal.Record{ID: fmt.Sprint("xa", n)},
			Targets: []portal.Target{{ID: "x", Aligns: portal.IDs{"tinh#a", "tinh#b", "tinh#khong-co"}}, {ID: "y"}},
		})
	}
	p.Index()
	on := Figures(p, day(t, "2026-01-01")).Plans["tinh"].Hanging
	h := on["I"]
	if len(h.Below) != belowAtMost || h.Others != 2 || h.Below[0].Plan.ID != "xa0" || h.Below[0].Target.ID != "x" || !h.Linked() {
		t.Errorf("on I hang %v and %d others", h.Below, h.Others)
	}
	if len(on["II"].Below) != 0 || on["II"].Linked() {
		t.Errorf("on II hang %v", on["II"].Below)
	}
	if want := (portal.StateCount{All: 2, NoData: 2}); h.Count != want {
		t.Errorf("the targets of I stand at %+v, want %+v", h.Count, want)
	}
}
