package derive

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

const (
	columns     = 6  // periods that stand side by side: as many as a screen has room for
	peersAtMost = 40 // units that a unit leads to, to be compared with
)

// tracks lays out what each place, and each unit that reports, has to answer for
// over its last periods, and finds with whom it may be compared: units of its
// kind that promised the same. What is invented is never held against what is
// real.
func tracks(p *portal.Portal, f *portal.Figures) {
	owners := p.Owners()
	of := sharing{portal: p, partners: partners(f), above: map[*portal.Target][]portal.Promise{}, has: map[promiser]int{}}
	var tracked []*portal.Unit
	for _, unit := range p.Units {
		figures := f.Units[unit.ID]
		if unit.Kind.IsAdministrative() || len(figures.Reports) > 0 || !unit.ReportsSince.IsZero() {
			figures.Tracks = layOut(unit, figures, owners.Of(unit.ID))
		}
		if len(figures.Tracks) == 0 {
			continue
		}
		tracked = append(tracked, unit)
		for _, promise := range of.all(figures) {
			of.has[promiser{promise.Target, unit.Kind, unit.Sample}]++
		}
	}
	for _, unit := range tracked {
		for i := range f.Units[unit.ID].Tracks {
			in := &f.Units[unit.ID].Tracks[i]
			for n := range in.Rows {
				row := &in.Rows[n]
				for _, promise := range of.promises(portal.Promise{Plan: row.Plan, Target: row.Target}) {
					if of.has[promiser{promise.Target, unit.Kind, unit.Sample}] > 1 {
						row.Shared = append(row.Shared, promise)
					}
				}
			}
		}
	}
	peers(p, f, tracked)
}

// layOut puts what a unit owes beside what it, or who speaks for it, reported.
func layOut(unit *portal.Unit, figures *portal.UnitFigures, owed []portal.Owed) (all []portal.Tracks) {
	told := make(map[*portal.Target]*portal.Progress, len(figures.Progress))
	for _, progress := range figures.Progress {
		told[progress.Target] = progress
	}
	for _, of := range owed {
		progress := told[of.Target]
		if progress == nil {
			progress = &portal.Progress{Plan: of.Plan, Target: of.Target, Owner: of.Owner}
		}
		if len(all) == 0 || all[len(all)-1].Plan != of.Plan {
			all = append(all, portal.Tracks{Unit: unit, Plan: of.Plan})
		}
		in := &all[len(all)-1]
		in.Rows = append(in.Rows, portal.Track{Progress: progress})
	}
	for i := range all {
		all[i].Periods = lastPeriods(figures.Periods, all[i].Rows)
	}
	return all
}

// lastPeriods are the last of the periods in which anything of the tracks was
// owed.
func lastPeriods(periods []vi.Period, rows []portal.Track) []vi.Period {
	periods = slices.DeleteFunc(slices.Clone(periods), func(period vi.Period) bool {
		return !slices.ContainsFunc(rows, func(row portal.Track) bool { return row.At(period) != nil })
	})
	return periods[max(0, len(periods)-columns):]
}

// A promiser is a kind of unit that answers for a target, or for one below it.
type promiser struct {
	target *portal.Target
	kind   portal.UnitKind
	sample bool
}

// sharing finds what promises have in common.
type sharing struct {
	portal   *portal.Portal
	partners map[*portal.Target]portal.Promise
	above    map[*portal.Target][]portal.Promise
	has      map[promiser]int // how many units
}

// all are the promises that the tracks of a unit have in common with others,
// each once.
func (s sharing) all(figures *portal.UnitFigures) (all []portal.Promise) {
	seen := map[*portal.Target]bool{}
	for _, in := range figures.Tracks {
		for _, row := range in.Rows {
			for _, promise := range s.promises(portal.Promise{Plan: row.Plan, Target: row.Target}) {
				if !seen[promise.Target] {
					seen[promise.Target] = true
					all = append(all, promise)
				}
			}
		}
	}
	return all
}

// promises are a promise itself, whose words it was proposed to be a pair by, and
// all those above that it carries out, directly or through others, the nearest
// first.
func (s sharing) promises(of portal.Promise) []portal.Promise {
	if all, known := s.above[of.Target]; known {
		return all
	}
	all := []portal.Promise{of}
	add := func(promise portal.Promise) {
		if !slices.ContainsFunc(all, func(have portal.Promise) bool { return have.Target == promise.Target }) {
			all = append(all, promise)
		}
	}
	if partner, proposed := s.partners[of.Target]; proposed {
		add(partner)
	}
	for i := 0; i < len(all); i++ {
		for _, name := range all[i].Target.Aligns {
			if above, held := s.portal.Promise(name); held {
				add(portal.Promise{Plan: above.Plan, Target: above.Target})
			}
		}
	}
	s.above[of.Target] = all
	return all
}

// partners are the targets on the side of those above with which targets were
// proposed as pairs by their words, as far as both are measured in the same way.
func partners(f *portal.Figures) map[*portal.Target]portal.Promise {
	all := map[*portal.Target]portal.Promise{}
	for _, a := range f.Alignments {
		for _, pair := range a.Pairs {
			if a.Proposed && pair.Above != nil && pair.Below != nil && pair.Above.Measure.Kind == pair.Below.Measure.Kind && pair.Above.Measure.Alike(pair.Below.Measure) {
				all[pair.Below] = portal.Promise{Plan: a.Above, Target: pair.Above}
			}
		}
	}
	return all
}

// peers finds for each unit those of its kind and province that share a promise
// with it.
func peers(p *portal.Portal, f *portal.Figures, tracked []*portal.Unit) {
	type near struct {
		promiser
		province string
	}
	in := map[near][]*portal.Unit{}
	each := func(unit *portal.Unit, visit func(near)) {
		province := ""
		if above := p.Ancestors(unit); len(above) > 0 {
			province = above[len(above)-1].ID
		}
		seen := map[*portal.Target]bool{}
		for _, tracks := range f.Units[unit.ID].Tracks {
			for _, row := range tracks.Rows {
				for _, promise := range row.Shared {
					if !seen[promise.Target] {
						seen[promise.Target] = true
						visit(near{promiser{promise.Target, unit.Kind, unit.Sample}, province})
					}
				}
			}
		}
	}
	for _, unit := range tracked {
		each(unit, func(key near) { in[key] = append(in[key], unit) })
	}
	place := byName(tracked)
	for _, unit := range tracked {
		found := map[*portal.Unit]bool{unit: true}
		figures := f.Units[unit.ID]
		each(unit, func(key near) {
			for _, other := range in[key] {
				if !found[other] {
					found[other] = true
					figures.Peers = append(figures.Peers, other)
				}
			}
		})
		slices.SortFunc(figures.Peers, func(a, b *portal.Unit) int { return place[a] - place[b] })
		figures.Peers = figures.Peers[:min(peersAtMost, len(figures.Peers))]
	}
}

// byName is the place of each unit in the order of names.
func byName(units []*portal.Unit) map[*portal.Unit]int {
	units = slices.Clone(units)
	vi.SortBy(units, (*portal.Unit).BareName)
	place := make(map[*portal.Unit]int, len(units))
	for i, unit := range units {
		place[unit] = i
	}
	return place
}
