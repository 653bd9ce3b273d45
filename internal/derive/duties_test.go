package derive

import (
	"fmt"
	"strings"
	"testing"

	"thidua/internal/portal"
)

func dutiesText(dues []portal.Due) string {
	var all []string
	for _, due := range dues {
		text := fmt.Sprint(due.Deadline.ID, " ", due.Date, " ", due.Covers)
		if due.Report != nil {
			text += " sent " + due.Report.ID
		}
		all = append(all, strings.TrimSpace(text))
	}
	return strings.Join(all, "; ")
}

// A unit has the duties of the groups that it is a member of beside its own, and
// a place those of its bodies, each once. What has been sent is due no more.
func TestDuties(t *testing.T) {
	p := world(t, `
	unit tinh province -
	unit xa commune tinh since=2026-01-01
	unit ca police xa
	unit xb commune tinh
	unit cac-ca group tinh members=ca,xb
	unit cac-xa group tinh members=xa,xb
	plan t - 2026 2026
	deadline chung cac-ca on 2026-12-15 by to=tinh covers=year
	deadline quy cac-xa every quarter 20 before to=tinh
	plan x - 2026 2026
	deadline rieng ca on 2026-12-10 before to=xa
	report xa 2026-Q4 2026-11-25`)
	p.Plans[1].Issuer = portal.IDs{"xa"}
	f := Figures(p, day(t, "2026-12-01"))
	for id, want := range map[string]string{
		"xa":   "rieng 2026-12-10; chung 2026-12-15 2026; quy 2026-12-20 2026-Q4 sent xa/2026-Q4",
		"ca":   "rieng 2026-12-10; chung 2026-12-15 2026",
		"xb":   "chung 2026-12-15 2026; quy 2026-12-20 2026-Q4",
		"tinh": "",
	} {
		if got := dutiesText(f.Units[id].Duties.Near); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	if got, want := dutiesText(f.Units["xa"].Duties.Next(3)), "rieng 2026-12-10; chung 2026-12-15 2026"; got != want {
		t.Errorf("next: %s, want %s", got, want)
	}
	if got, want := dutiesText(f.Units["tinh"].Incoming.Near), "chung 2026-12-15 2026; quy 2026-12-20 2026-Q4"; got != want {
		t.Errorf("the province waits for %s, want %s", got, want)
	}
	if !f.Units["xa"].Tracked() || f.Units["xb"].Tracked() {
		t.Error("who reports here is tracked, and nobody else")
	}
}

// Who has sent all reports still reports here.
func TestWhoHasSentAllIsTracked(t *testing.T) {
	f := Figures(world(t, `
	unit xa commune - since=2026-01-01
	plan t - 2026 2026
	deadline nam xa on 2026-12-15 by covers=year
	report xa 2026 2026-11-25`), day(t, "2026-12-20"))
	if u := f.Units["xa"]; len(u.Open()) > 0 || !u.Tracked() {
		t.Errorf("%d open, tracked: %t", len(u.Open()), u.Tracked())
	}
}
