package derive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// three communes of one province, a ward, and a commune elsewhere: what they
// promise carries out the province's plan, directly or through one between.
const neighbours = `
unit tinh province -
unit tinh-khac province -
unit xa-a commune tinh since=2026-01-01
unit xa-b commune tinh
unit xa-c commune tinh
unit phuong ward tinh
unit xa-xa commune tinh-khac
plan p-tinh 2026-01-01 2026 2026
target goc tinh at-least 90 % every=quarter
plan p-a 2026-01-01 2026 2026
target a xa-a at-least 95 % every=quarter
target rieng xa-a at-least 1 buổi every=quarter
plan p-b 2026-01-01 2026 2026
target b xa-b at-least 97 % every=quarter
plan p-c 2026-01-01 2026 2026
target c xa-c at-least 3 buổi every=quarter
plan p-p 2026-01-01 2026 2026
target p phuong at-least 90 % every=quarter
plan p-x 2026-01-01 2026 2026
target x xa-xa at-least 90 % every=quarter
report xa-a 2026-Q1 2026-04-01 a=19/20
report xa-a 2026-Q2 2026-07-01 a=20/20
report xa-a 2026-Q3 2026-10-01 a=18/20
`

func neighbourhood(t *testing.T) (*portal.Portal, *portal.Figures) {
	p := world(t, neighbours)
	for id, above := range map[string]string{"p-a": "p-tinh#goc", "p-b": "p-a#a", "p-c": "p-tinh#goc", "p-p": "p-tinh#goc", "p-x": "p-tinh#goc"} {
		p.Plan(id).Targets[0].Aligns = portal.IDs{above}
	}
	for id, issuer := range map[string]string{"p-tinh": "tinh", "p-a": "xa-a", "p-b": "xa-b", "p-c": "xa-c", "p-p": "phuong", "p-x": "xa-xa"} {
		p.Plan(id).Issuer = portal.IDs{issuer}
	}
	return p, Figures(p, vi.NewDate(2026, 11, 22))
}

func shared(t portal.Track) string {
	var names []string
	for _, promise := range t.Shared {
		names = append(names, promise.Name())
	}
	return strings.Join(names, " ")
}

func TestUnitsAreComparedByWhatTheyCarryOutTogether(t *testing.T) {
	_, f := neighbourhood(t)
	for unit, want := range map[string]string{
		"xa-a":   "a: p-a#a p-tinh#goc, rieng: ",
		"xa-b":   "b: p-a#a p-tinh#goc",
		"xa-c":   "c: p-tinh#goc",
		"phuong": "p: ", // the only ward
	} {
		var got []string
		for _, row := range f.Units[unit].Tracks[0].Rows {
			got = append(got, row.Target.ID+": "+shared(row))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q, want %q", unit, got, want)
		}
	}
	for unit, want := range map[string]string{"xa-a": "[xa-b xa-c]", "phuong": "[]", "xa-xa": "[]", "tinh": "[]"} {
		var peers []string
		for _, peer := range f.Units[unit].Peers {
			peers = append(peers, peer.ID)
		}
		if fmt.Sprint(peers) != want {
			t.Errorf("%s is compared with %v, want %s", unit, peers, want)
		}
	}
	rows := f.Units["xa-a"].Tracks[0].Rows
	others := f.Units["xa-b"].Tracks[0].Rows
	if rows[0].Target.Measure.Form() == f.Units["xa-c"].Tracks[0].Rows[0].Target.Measure.Form() || !strings.Contains(others[0].Target.Measure.Form(), "quarter") {
		t.Error("percentages and meetings are measured alike")
	}
}

func TestSamplesAreNotComparedWithWhatIsReal(t *testing.T) {
	p := world(t, neighbours)
	for _, unit := range p.Units {
		unit.Sample = unit.ID == "xa-b"
	}
	for _, id := range []string{"p-a", "p-b", "p-c"} {
		p.Plan(id).Targets[0].Aligns = portal.IDs{"p-tinh#goc"}
	}
	f := Figures(p, vi.NewDate(2026, 11, 22))
	if got := f.Units["xa-b"].Peers; len(got) != 0 {
		t.Error(got[0].ID)
	}
	if got := f.Units["xa-a"].Peers; len(got) != 1 || got[0].ID != "xa-c" {
		t.Error(len(got))
	}
}

func TestTracksHaveTheLastPeriodsInWhichSomethingWasOwed(t *testing.T) {
	_, f := neighbourhood(t)
	tracks := f.Units["xa-a"].Tracks[0]
	var got []string
	for _, period := range tracks.Periods {
		got = append(got, fmt.Sprint(period, " ", tracks.Rows[0].At(period).State))
	}
	if want := "2026-Q1 met, 2026-Q2 met, 2026-Q3 missed"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", got, want)
	}
	if other := f.Units["xa-b"].Tracks[0]; len(other.Periods) != 0 || len(other.Rows) != 1 {
		t.Error("who never reported has periods", other.Periods)
	}
	if len(f.Units["tinh"].Tracks) != 1 || f.Lists["ket-qua/xa-a"].Unit.ID != "xa-a" {
		t.Error("a place has no list of its tracks")
	}
	var text strings.Builder
	text.WriteString("unit xa commune - since=2020-01-01\nplan p 2020-01-01 2020 2026\ntarget a xa at-least 95 % every=quarter\n")
	for year := 2020; year < 2025; year++ {
		for quarter := 1; quarter < 5; quarter++ {
			fmt.Fprintf(&text, "report xa %d-Q%d %d-12-31 a=1/1\n", year, quarter, year)
		}
	}
	f = Figures(world(t, text.String()), vi.NewDate(2026, 11, 22))
	if got := f.Units["xa"].Tracks[0].Periods; len(got) != columns || got[columns-1].Compare(got[0]) < 0 {
		t.Errorf("%d columns: %v", len(got), got)
	}
}

func TestUnitsOfAKindThatCarryOutOneTargetAreListedByName(t *testing.T) {
	_, f := neighbourhood(t)
	lists := f.Plans["p-tinh"].Undertaken["goc"]
	if len(lists) != 1 || lists[0].Path != "ke-hoach/p-tinh/chi-tieu/goc/xa" {
		t.Fatal(lists)
	}
	got := texts(t, lists[0], func(record any) string { return record.(*portal.Undertaking).Unit.ID })
	if want := "xa-a, xa-c, xa-xa"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", got, want)
	}
	if first := lists[0].Entries[0].Record.(*portal.Undertaking); len(first.Progress) != 1 || first.Progress[0].Latest.State != portal.Missed {
		t.Errorf("%+v", first)
	}
	grouped := Figures(world(t, `
unit tinh province -
unit xa-a commune tinh since=2026-01-01
unit xa-b commune tinh
unit nhom group tinh members=xa-b,xa-a
plan p 2026-01-01 2026 2026
target t nhom at-least 95 % every=quarter
report xa-a 2026-Q1 2026-04-01 t=19/20
`), vi.NewDate(2026, 11, 22))
	of := grouped.Lists["ke-hoach/p/chi-tieu/t/xa"]
	if got := texts(t, of, func(record any) string {
		u := record.(*portal.Undertaking)
		return fmt.Sprint(u.Unit.ID, len(u.Progress))
	}); fmt.Sprint(got) != "[xa-a1 xa-b0]" {
		t.Error(got)
	}
}

// A province's plan is carried out by each commune: its page names a few and
// leads to lists of all.
func TestWhatStandsAroundAPlanIsListedWhereItIsMuch(t *testing.T) {
	p := country(340)
	above := p.Plans[0]
	for _, plan := range p.Plans[1:] {
		plan.Documents = append(plan.Documents, portal.Citation{ID: above.ID, Role: portal.RoleImplements})
	}
	model := &portal.Model{Record: portal.Record{ID: "camera", Status: portal.Published}, Title: "Camera"}
	movement := &portal.Movement{Record: portal.Record{ID: "khac", Status: portal.Published}, Title: "Khác"}
	for _, plan := range p.Plans {
		model.AskedBy = append(model.AskedBy, portal.ClauseRef{Plan: plan.ID})
		plan.LinkedMovements = portal.IDs{"khac"}
	}
	p.Models, p.Movements = append(p.Models, model), append(p.Movements, movement)
	p.Index()
	f := Figures(p, vi.NewDate(2026, 11, 22))
	for path, n := range map[string]int{
		"ke-hoach/" + above.ID + "/cap-duoi":  len(p.Plans) - 1,
		"ke-hoach/" + above.ID + "/doi-chieu": len(p.Plans) - 1,
		"mo-hinh/camera/ai-yeu-cau":           len(p.Plans),
		"phong-trao/khac/gan-ket":             len(p.Plans),
	} {
		list := f.Lists[path]
		if list == nil || list.Count.Real != n || !list.Cut || list.Pages() != 1 {
			t.Errorf("%s: %+v", path, list)
			continue
		}
		byProvince := 0
		for _, value := range list.By("unit").Values {
			byProvince += len(f.Lists[value.Path].Entries)
		}
		if byProvince != n {
			t.Errorf("%s: %d of %d are in a province", path, byProvince, n)
		}
	}
	other := p.Plans[len(p.Plans)-1]
	if f.Lists["ke-hoach/"+other.ID+"/cap-duoi"] != nil {
		t.Error("a plan that nobody carries out has a list of those that do")
	}
}

func TestAllThatFallsDueSoonIsListed(t *testing.T) {
	plan := &portal.Plan{Record: portal.Record{ID: "p"}}
	for i := range 25 {
		plan.Deadlines = append(plan.Deadlines, portal.Deadline{ID: fmt.Sprint("han", i), Date: vi.NewDate(2026, 12, 25-i)})
	}
	plan.Deadlines = append(plan.Deadlines,
		portal.Deadline{ID: "qua", Date: vi.NewDate(2026, 11, 1)}, portal.Deadline{ID: "xa", Date: vi.NewDate(2027, 6, 1)},
		portal.Deadline{ID: "ky-niem", Kind: portal.DueAnniversary, Date: vi.NewDate(2026, 12, 3)},
		portal.Deadline{ID: "tuan", Recurrence: &portal.Recurrence{Every: portal.EveryWeek, On: recurrence(t, "week 1 - - -").On}})
	p := &portal.Portal{Plans: []*portal.Plan{plan}}
	p.Index()
	f := Figures(p, vi.NewDate(2026, 11, 22))
	list := f.Lists["moc-thoi-gian/sap-toi"]
	var days []string
	for _, entry := range list.Entries {
		due := entry.Record.(*portal.Due)
		days = append(days, due.Date.Last().String())
		if due.Deadline.ID == "qua" || due.Deadline.ID == "xa" || due.Deadline.ID == "ky-niem" {
			t.Errorf("%s does not fall due soon", due.Deadline.ID)
		}
	}
	if !slices.IsSorted(days) || len(days) < 25 || len(days) > 26 {
		t.Errorf("%d days: %v", len(days), days)
	}
	if len(f.Next) != nextSize {
		t.Errorf("%d come next", len(f.Next))
	}
}
