package derive

import (
	"slices"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// The column over a change of year, with months in which nothing came.
func TestMonthsWithoutAnIssueAreMissing(t *testing.T) {
	issue := func(id string) *portal.Column { return &portal.Column{Record: portal.Record{ID: id}} }
	p := &portal.Portal{Columns: []*portal.Column{issue("2026-02"), issue("2025-11"), issue("2026-01")}}
	figures := column(p, vi.NewDate(2026, 4, 20))
	var got []string
	for _, year := range figures.Years {
		for _, month := range year.Months {
			came := "-"
			if month.Issue != nil {
				came = month.Issue.ID
			}
			got = append(got, month.Month.String()+" "+came)
		}
	}
	want := []string{"2026-01 2026-01", "2026-02 2026-02", "2026-03 -", "2025-11 2025-11", "2025-12 -"}
	if !slices.Equal(got, want) {
		t.Errorf("months: %q, want %q", got, want)
	}
	if figures.Latest.ID != "2026-02" {
		t.Errorf("the latest is %q", figures.Latest.ID)
	}
	if before, after := figures.Before(p.Columns[2]), figures.After(p.Columns[2]); before.ID != "2025-11" || after.ID != "2026-02" {
		t.Errorf("beside 2026-01: %v, %v", before, after)
	}
	if figures.Before(p.Columns[1]) != nil || figures.After(p.Columns[0]) != nil {
		t.Error("the first has one before it, or the last one after")
	}
	if issues := figures.Of(2026).Issues(); len(issues) != 2 || issues[0].ID != "2026-02" {
		t.Errorf("issues of 2026: %v", issues)
	}
}

// Whose duty the column is: what comes every month and is called a column.
func TestTheColumnIsTheDutyOfThosePlansThatAskForIt(t *testing.T) {
	monthly, yearly := &portal.Recurrence{Every: portal.EveryMonth}, &portal.Recurrence{Every: portal.EveryYear}
	plan := func(id string, sample bool, deadlines ...portal.Deadline) *portal.Plan {
		return &portal.Plan{Record: portal.Record{ID: id, Sample: sample}, Deadlines: deadlines}
	}
	p := &portal.Portal{Plans: []*portal.Plan{
		plan("sample", true, portal.Deadline{Text: "Chuyên mục hằng tháng", Recurrence: monthly}),
		plan("real", false, portal.Deadline{Text: "Phát sóng chuyên mục", Recurrence: monthly}, portal.Deadline{Text: "Chuyên mục", Recurrence: yearly}, portal.Deadline{Text: "Bản tin", Recurrence: monthly}),
	}}
	var got []string
	for _, duty := range columnDuties(p) {
		got = append(got, duty.Plan.ID+": "+duty.Deadline.Text)
	}
	if want := []string{"real: Phát sóng chuyên mục", "sample: Chuyên mục hằng tháng"}; !slices.Equal(got, want) {
		t.Errorf("columnDuties() = %q, want %q", got, want)
	}
}
