package portal

import "thidua/internal/vi"

// A Column is one monthly issue of "Thi đua là yêu nước". Its ID is the month.
type Column struct {
	Record
	Title     string    `yaml:"title"`
	Summary   string    `yaml:"summary"`
	Figure    *Headline `yaml:"figure"`
	Plans     IDs       `yaml:"plans"`
	Models    IDs       `yaml:"models"`
	Exemplars IDs       `yaml:"exemplars"`
	Photo     *Photo    `yaml:"photo"`
	Video     *Video    `yaml:"video"`
}

// A Headline is the number that a story is about, as its words write it, and what
// it counts.
type Headline struct {
	Value string `yaml:"value"`
	Text  string `yaml:"text"`
}

// Month is the month of the issue.
func (c *Column) Month() vi.Period {
	month, _ := vi.ParsePeriod(c.ID) // load has refused other names of folders
	return month
}

// ColumnFigures are the column as a whole.
type ColumnFigures struct {
	Latest *Column      // nil where there is no issue yet
	Years  []ColumnYear // the last first
	Duties []ColumnDuty // the clauses that ask for a column every month
}

// A ColumnYear are the months of one year in which the column was to come, in
// the order of time: from the first issue of all, to the month before today.
type ColumnYear struct {
	Year   int
	Months []ColumnMonth
}

// Issues are those of the year that came, the last first.
func (y ColumnYear) Issues() (issues []*Column) {
	for i := len(y.Months) - 1; i >= 0; i-- {
		if issue := y.Months[i].Issue; issue != nil {
			issues = append(issues, issue)
		}
	}
	return issues
}

// Of is the year of that number; one without months where there is none.
func (f ColumnFigures) Of(year int) ColumnYear {
	for _, y := range f.Years {
		if y.Year == year {
			return y
		}
	}
	return ColumnYear{Year: year}
}

// Before is the issue that came before another, nil where it was the first.
func (f ColumnFigures) Before(issue *Column) (before *Column) { return f.beside(issue, 1) }

// After is the issue that came after another, nil where it is the latest.
func (f ColumnFigures) After(issue *Column) (after *Column) { return f.beside(issue, -1) }

func (f ColumnFigures) beside(issue *Column, step int) *Column {
	var all []*Column // the last first
	for _, year := range f.Years {
		all = append(all, year.Issues()...)
	}
	for i := range all {
		if at := i + step; all[i].ID == issue.ID && at >= 0 && at < len(all) {
			return all[at]
		}
	}
	return nil
}

// A ColumnMonth is one month of the column; Issue is nil where none came.
type ColumnMonth struct {
	Month vi.Period
	Issue *Column
}

// A ColumnDuty is a deadline of a plan that asks for a column every month.
type ColumnDuty struct {
	Plan     *Plan
	Deadline *Deadline
}
