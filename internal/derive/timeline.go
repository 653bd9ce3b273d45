package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// follow finds where the targets stand that units answer for, in every period
// that was reported or should have been: by the units themselves, or by a unit
// above that speaks for them.
func follow(p *portal.Portal, owners *portal.Owners, f *portal.Figures) {
	t := gatherReports(p, owners.Places, f)
	owed := make(map[string][]portal.Owed, len(p.Units))
	for _, unit := range p.Units {
		owed[unit.ID] = owners.Of(unit.ID)
	}
	all := make(map[answer]*portal.Progress, len(p.Reports))
	for _, unit := range p.Units {
		own := make([]*portal.Progress, len(owed[unit.ID])) // as far as there is any
		for _, filing := range t.own[unit.ID] {
			standings, at := t.standings(unit.ID, filing, owed[unit.ID])
			if filing.report != nil {
				of := f.Reports[filing.report.ID]
				of.Standings = standings
			}
			for i := range standings {
				if own[at[i]] == nil {
					own[at[i]] = progressOf(all, &standings[i], len(t.own[unit.ID]))
				}
				keep(own[at[i]], &standings[i])
			}
		}
	}
	for _, progress := range all {
		progress.Latest = latest(progress.Cells)
		for _, cell := range progress.Cells {
			expire(cell, cell == progress.Latest, f.Today)
		}
	}
	for _, of := range f.Reports {
		for i := range of.Standings {
			of.Count.Add(&of.Standings[i])
		}
	}
	for _, unit := range p.Units {
		figures := f.Units[unit.ID]
		if len(t.own[unit.ID]) > 0 {
			figures.Progress = make([]*portal.Progress, 0, len(owed[unit.ID]))
		}
		for _, of := range owed[unit.ID] {
			progress := all[answer{of.Owner, of.Target}]
			if progress == nil {
				continue
			}
			figures.Progress = append(figures.Progress, progress)
			if of.Owner == unit.ID {
				give := f.Plans[of.Plan.ID]
				if give.Progress == nil {
					give.Progress = make(map[string][]*portal.Progress, len(of.Plan.Targets))
				}
				give.Progress[of.Target.ID] = append(give.Progress[of.Target.ID], progress)
			}
		}
		figures.Periods = periodsOf(figures.Progress)
	}
}

// An answer is a target with one of those who promised it.
type answer struct {
	owner  string
	target *portal.Target
}

// progressOf is the progress to which a standing belongs, which it may begin, with
// room for so many.
func progressOf(all map[answer]*portal.Progress, s *portal.Standing, room int) *portal.Progress {
	key := answer{s.Owner, s.Target}
	of := all[key]
	if of == nil {
		of = &portal.Progress{Plan: s.Plan, Target: s.Target, Owner: s.Owner, Cells: make([]*portal.Standing, 0, room)}
		all[key] = of
	}
	return of
}

// keep adds a standing to its progress in the order of time. What a report says
// takes the place of one that is missing.
func keep(of *portal.Progress, s *portal.Standing) {
	at := len(of.Cells)
	for at > 0 && byEnd(of.Cells[at-1].Period, s.Period) > 0 { // another unit has reported, too
		at--
	}
	switch {
	case at == 0 || of.Cells[at-1].Period != s.Period:
		of.Cells = slices.Insert(of.Cells, at, s)
	case of.Cells[at-1].Report == nil:
		of.Cells[at-1] = s
	}
	s.Course = of
}

// latest is where a target stands of which these are all standings in the order
// of time: by the report that tells the furthest (Report.UpTo), of several by the
// one whose period ends last, and of these by that of the longest time, which
// tells of most. One of a longer time than the promise is owed in does not take
// the place of a shorter one within it: what was reached in a year is not what
// was reached in each quarter.
func latest(cells []*portal.Standing) (last *portal.Standing) {
	for _, cell := range cells {
		switch {
		case cell.Report == nil, cell.State == portal.Baseline:
		case last == nil, cell.Period.Kind() == last.Period.Kind():
			last = cell
		case cell.Report.UpTo().Last().Before(last.Report.UpTo().Last()), tooLong(cell) && cell.Period.Contains(last.Period.Last()):
		default:
			last = cell
		}
	}
	return last
}

// expire says of a standing that its time is over on a day, and still open: what
// was reported decides nothing any more. Of a longer time than the one reported
// only the last report says so.
func expire(s *portal.Standing, last bool, today vi.Date) {
	over := func(v *portal.Verdict) bool {
		open := v.State == portal.InProgress || v.State == portal.NotDue
		if !open || v.Ends.IsZero() || !v.Ends.Last().Before(today) || !last && v.Time != s.Period {
			return false
		}
		v.State, v.Expired = portal.NoData, true
		return true
	}
	if len(s.Parts) == 0 {
		over(&s.Verdict)
		return
	}
	for i := range s.Parts {
		s.Expired = over(&s.Parts[i].Verdict) || s.Expired
	}
	if s.Expired {
		s.State = combine(s.Target.Measure.Kind, s.Parts)
	}
}

// tooLong reports whether the period of a standing is longer than the time in
// which its target is owed; one of several parts, than the longest of theirs.
func tooLong(s *portal.Standing) bool {
	owed := kindOf[s.Target.Measure.Every]
	for i := range s.Target.Measure.Parts {
		if kind := kindOf[s.Target.Measure.Part(i).Every]; kind != 0 && (owed == 0 || shorter(owed, kind)) {
			owed = kind
		}
	}
	return owed != 0 && shorter(owed, s.Period.Kind())
}

// periodsOf are the periods of all cells, each once, in the order of time.
func periodsOf(progress []*portal.Progress) (periods []vi.Period) {
	for _, of := range progress {
		for i, cell := range of.Cells {
			if i < len(periods) && periods[i] == cell.Period { // as most targets of a unit have the same
				continue
			}
			if !slices.Contains(periods, cell.Period) {
				periods = append(periods, cell.Period)
			}
		}
	}
	slices.SortFunc(periods, byEnd)
	return periods
}

// timelines are what units reported, or should have, period by period.
type timelines struct {
	portal *portal.Portal
	places *portal.Places
	own    map[string]filings            // by unit, in its own name
	of     map[string]filings            // by unit, whoever reported for it
	voices map[string][]*portal.Unit     // who may report for a unit
	held   map[*portal.Report]filing     // rows are made findable once
	has    map[string]map[vi.Period]bool // the periods that a unit reported itself
}

// gatherReports puts the reports of every unit in order, with the periods of
// those that are missing.
func gatherReports(p *portal.Portal, places *portal.Places, f *portal.Figures) *timelines {
	t := &timelines{
		portal: p, places: places, own: map[string]filings{}, of: map[string]filings{}, voices: map[string][]*portal.Unit{},
		held: make(map[*portal.Report]filing, len(p.Reports)), has: map[string]map[vi.Period]bool{},
	}
	for _, report := range p.Reports {
		figures := f.Units[report.Unit]
		if figures == nil {
			continue
		}
		figures.Reports = append(figures.Reports, report)
		t.held[report] = file(report.Period, report)
		if t.has[report.Unit] == nil {
			t.has[report.Unit] = map[vi.Period]bool{}
		}
		t.has[report.Unit][report.Period] = true
	}
	for _, unit := range p.Units {
		figures := f.Units[unit.ID]
		slices.SortStableFunc(figures.Reports, func(a, b *portal.Report) int { return byEnd(b.Period, a.Period) })
		var all filings
		for _, report := range figures.Reports {
			all = all.with(t.held[report])
		}
		for i := range figures.Obligations {
			if o := &figures.Obligations[i]; o.Missing() && !o.Covers.IsZero() && (len(all) > 0 || !unit.ReportsSince.IsZero()) {
				all = all.with(filing{period: o.Covers})
			}
		}
		slices.SortFunc(all, func(a, b filing) int { return byEnd(a.period, b.period) })
		if len(all) > 0 {
			t.own[unit.ID] = all
		}
	}
	return t
}

// with adds a filing for a period that has none.
func (all filings) with(f filing) filings {
	if slices.ContainsFunc(all, func(have filing) bool { return have.period == f.period }) {
		return all
	}
	return append(all, f)
}

// standings tells where everything stands that a unit owes in a period, but for
// what somebody else reports who is nearer to the one who promised it; at tells
// of each which one of owed it is.
func (t *timelines) standings(unit string, now filing, owed []portal.Owed) (list []portal.Standing, at []int) {
	var spoken []spokenFor // of each owner, of whom there are few
	for i := range owed {
		of := &owed[i]
		if !of.In(now.period) {
			continue
		}
		n := slices.IndexFunc(spoken, func(s spokenFor) bool { return s.owner == of.Owner })
		if n < 0 {
			n = len(spoken)
			spoken = append(spoken, t.speaks(unit, of.Owner, now))
		}
		if spoken[n].at < 0 {
			continue
		}
		if list == nil {
			list, at = make([]portal.Standing, 0, len(owed)-i), make([]int, 0, len(owed)-i)
		}
		list, at = append(list, spoken[n].history.standing(spoken[n].at, of)), append(at, i)
	}
	return list, at
}

// A spokenFor is an owner with what was reported for it, and where in that a
// filing stands that speaks for it: -1 where it does not.
type spokenFor struct {
	owner   string
	history filings
	at      int
}

// speaks finds the place of a unit's filing among what was reported for an
// owner.
func (t *timelines) speaks(unit, owner string, now filing) spokenFor {
	if owner != unit && t.nearer(unit, owner, now.period) {
		return spokenFor{owner: owner, at: -1}
	}
	s := spokenFor{owner: owner, history: t.history(owner)}
	s.at = slices.IndexFunc(s.history, func(f filing) bool { return f.period == now.period && f.report == now.report })
	return s // a report that never came is not missed where another did
}

// nearer reports whether the owner, or somebody between it and the unit, has a
// report of its own for the period.
func (t *timelines) nearer(unit, owner string, period vi.Period) bool {
	for _, voice := range t.speakers(owner) {
		if voice.ID == unit {
			return false
		}
		if t.has[voice.ID][period] {
			return true
		}
	}
	return false
}

// history is what was reported of a unit's promises, by itself or by those who
// speak for it: of each period the report of who is nearest.
func (t *timelines) history(unit string) filings {
	if all, known := t.of[unit]; known {
		return all
	}
	var all filings
	for _, voice := range t.speakers(unit) {
		for _, f := range t.own[voice.ID] {
			at := slices.IndexFunc(all, func(have filing) bool { return have.period == f.period })
			if at < 0 {
				all = append(all, f)
			} else if all[at].report == nil {
				all[at] = f
			}
		}
	}
	slices.SortFunc(all, func(a, b filing) int { return byEnd(a.period, b.period) })
	t.of[unit] = all
	return all
}

func (t *timelines) speakers(unit string) []*portal.Unit {
	all, known := t.voices[unit]
	if !known {
		all = t.places.Voices(t.portal.Unit(unit))
		t.voices[unit] = all
	}
	return all
}

// byEnd orders periods by their last days, a shorter one before a longer one
// that ends with it.
func byEnd(a, b vi.Period) int {
	if a.Kind() == b.Kind() {
		return a.First().Compare(b.First())
	}
	if a.Last() != b.Last() {
		return a.Last().Compare(b.Last())
	}
	return b.First().Compare(a.First())
}
