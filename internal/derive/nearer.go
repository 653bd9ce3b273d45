package derive

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// nearer judges a measure in a report of a longer time than it is owed in, say a
// year for a promise of each quarter: by what was reported of each of these
// times. What was reached in the whole is not what was reached in each part, so
// the figure of the whole, which total was judged by, decides only as far as it
// leaves no doubt (proves), or where nothing nearer came of months and weeks in a
// quarter or half a year: there the sum answers.
func (all filings) nearer(i int, of *portal.Owed, m *portal.Measure, part int, total portal.TargetState, o observation) (state portal.TargetState, each portal.Every) {
	now := all[i].period
	kind, recurs := kindOf[m.Every]
	if !recurs || !shorter(kind, now.Kind()) {
		return total, ""
	}
	var times []portal.Part
	found := false
	if all[:i].within(now) {
		for time := vi.PeriodOf(now.First(), kind); !time.IsZero() && !time.First().After(now.Last()); time = time.Next() {
			if !now.Contains(portal.DayOf(time)) || !of.In(time) {
				continue
			}
			v := portal.Verdict{State: portal.NoData}
			switch at := all[:i].nearest(time, now); {
			case at >= 0:
				v, found = all.judge(at, of, m, part), true
			case all[i].report != nil && time.Last().After(all[i].report.UpTo()):
				v.State = portal.NotDue
			}
			times = append(times, portal.Part{Verdict: v})
		}
	}
	long := now.Kind() == vi.Year || !shorter(kind, vi.Quarter) // that have reports of their own
	sure := proves(m, o) || total == portal.Missed && m.Kind != portal.LessThanPrevious
	switch state := combine(portal.AllOf, times); {
	case found && (state != portal.NoData || !sure):
		return state, m.Every
	case (total == portal.Met || total == portal.Missed) && !sure && long:
		return portal.NoData, m.Every
	}
	return total, ""
}

// within reports whether some report is of a time within a period.
func (all filings) within(period vi.Period) bool {
	for _, f := range all {
		if f.report != nil && shorter(f.period.Kind(), period.Kind()) && period.Contains(f.period.Last()) {
			return true
		}
	}
	return false
}

// nearest finds the report by which a time inside a period is judged: its own,
// or else the last of shorter ones, or the shortest of longer ones that hold it;
// -1 where there is none.
func (all filings) nearest(time, inside vi.Period) int {
	at, longer := -1, false
	for i, f := range all {
		switch {
		case f.report == nil || !shorter(f.period.Kind(), inside.Kind()):
		case f.period == time:
			return i
		case shorter(f.period.Kind(), time.Kind()):
			if windowOver(time, f.period.Kind()).closes(f.period) && time.Contains(portal.DayOf(f.period)) {
				at, longer = i, false
			}
		case f.period.Contains(portal.DayOf(time)) && (at < 0 || longer && shorter(f.period.Kind(), all[at].period.Kind())):
			at, longer = i, true
		}
	}
	return at
}

// proves reports whether a figure of a whole time that keeps a measure shows that
// each part of the time kept it: none at all, every one of all, the worst of all
// cases, or how many of the parts did.
func proves(m *portal.Measure, o observation) bool {
	f := o.figure
	kind := comparison(m)
	switch {
	case !f.Given() || m.PerCase() || f.Share() && m.CountsKeepers():
		return true
	case kind == portal.LessThanPrevious || m.Percentage() && !rising(kind):
		return f.Amount().Sign() == 0
	case f.Share():
		return f.Numerator.Compare(f.Denominator) >= 0 && m.Value.Compare(hundred) <= 0
	case m.Percentage():
		return f.Value.Compare(hundred) >= 0 && m.Value.Compare(hundred) <= 0
	}
	return !rising(kind) // a sum of many that is small enough for each
}
