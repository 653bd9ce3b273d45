package derive

import (
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

func TestAScheduleGathersADeadlineOfOneYear(t *testing.T) {
	plan, monthly, yearly, never := new(portal.Plan), new(portal.Deadline), new(portal.Deadline), new(portal.Deadline)
	at := func(d *portal.Deadline, state portal.DueState, year, month, day int) portal.Due {
		return portal.Due{Plan: plan, Deadline: d, State: state, Date: vi.Date{Year: year, Month: month, Day: day}}
	}
	s := arrange([]portal.Due{
		at(monthly, portal.DuePast, 2025, 12, 25),
		at(yearly, portal.DueNow, 2026, 0, 0), // some day of the year, so it may be the last
		at(monthly, portal.DuePast, 2026, 1, 25),
		at(monthly, portal.DuePast, 2026, 2, 25),
		at(monthly, portal.DueSoon, 2026, 3, 25),
		at(monthly, portal.DueLater, 2026, 12, 25),
		at(monthly, portal.DueLater, 2027, 1, 25),
		at(yearly, portal.DueLater, 2027, 11, 30),
		at(monthly, portal.DueLater, 2027, 12, 25),
		{Plan: plan, Deadline: never, State: portal.DueUndated},
	})
	if len(s.Near) != 2 || s.Near[0].Deadline != monthly || s.Near[1].Deadline != yearly {
		t.Errorf("Near = %v", s.Near)
	}
	if len(s.Past) != 2 || s.Past[0].Year != 2026 || len(s.Past[0].Series[0].Dues) != 2 {
		t.Errorf("Past = %v", s.Past)
	}
	if len(s.Later) != 2 || len(s.Later[1].Series) != 2 || len(s.Later[1].Series[0].Dues) != 2 {
		t.Errorf("Later = %v", s.Later)
	}
	if len(s.Undated) != 1 || s.IsEmpty() || !arrange(nil).IsEmpty() {
		t.Errorf("Undated = %v", s.Undated)
	}
	if next := s.Next(9); len(next) != 3 || next[2].Date.Year != 2026 {
		t.Errorf("Next(9) = %v", next)
	}
}
