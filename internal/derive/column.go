package derive

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// column looks at the monthly column as a whole: its months from the first issue
// to the month before today, and today's where its issue has come.
func column(p *portal.Portal, today vi.Date) (figures portal.ColumnFigures) {
	byMonth := map[vi.Period]*portal.Column{}
	var first, last vi.Period
	for _, issue := range p.Columns {
		month := issue.Month()
		if month.Kind() != vi.Month {
			continue // load has refused the name of its folder
		}
		byMonth[month] = issue
		if first.IsZero() || month.Compare(first) < 0 {
			first = month
		}
		if month.Compare(last) > 0 {
			last, figures.Latest = month, issue
		}
	}
	if before := vi.PeriodOf(today, vi.Month).Previous(); last.Compare(before) < 0 {
		last = before
	}
	for month := first; !first.IsZero() && month.Compare(last) <= 0; month = month.Next() {
		year := month.First().Year
		if n := len(figures.Years); n == 0 || figures.Years[n-1].Year != year {
			figures.Years = append(figures.Years, portal.ColumnYear{Year: year})
		}
		of := &figures.Years[len(figures.Years)-1]
		of.Months = append(of.Months, portal.ColumnMonth{Month: month, Issue: byMonth[month]})
	}
	slices.Reverse(figures.Years)
	figures.Duties = columnDuties(p)
	return figures
}

// columnDuties are the deadlines that ask for a column every month: by their
// words, since plans name it in many ways. Real ones come first.
func columnDuties(p *portal.Portal) (duties []portal.ColumnDuty) {
	for _, plan := range p.Plans {
		for i := range plan.Deadlines {
			deadline := &plan.Deadlines[i]
			if again := deadline.Recurrence; again != nil && again.Every == portal.EveryMonth && strings.Contains(vi.Fold(deadline.Text), "chuyen muc") {
				duties = append(duties, portal.ColumnDuty{Plan: plan, Deadline: deadline})
			}
		}
	}
	slices.SortStableFunc(duties, func(a, b portal.ColumnDuty) int { return cmp.Compare(rank(a.Plan.Sample), rank(b.Plan.Sample)) })
	return duties
}

// rank puts what is invented after what is real.
func rank(sample bool) int {
	if sample {
		return 1
	}
	return 0
}

// issues lists the column year by year.
func (c *catalogue) issues() (all []*portal.List) {
	for _, year := range c.f.Column.Years {
		if issues := year.Issues(); len(issues) > 0 {
			all = append(all, shelf[*portal.Column]{
				path: "thi-dua-la-yeu-nuoc/nam/" + fmt.Sprint(year.Year), of: portal.ListIssues, value: portal.Label{Text: fmt.Sprint(year.Year)}, size: rowsSize, items: issues,
				sample: func(issue *portal.Column) bool { return issue.Sample },
			}.lists()...)
		}
	}
	return all
}
