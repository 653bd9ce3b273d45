package derive

import (
	"slices"

	"thidua/internal/portal"
)

const (
	tracksSize      = 45 // rows of a page of tracks, about: plans are not cut
	undertakersSize = 60
)

// tracks lists, of each unit that has any, where it stands over its periods.
func (c *catalogue) tracks() (all []*portal.List) {
	for _, unit := range c.portal.Units {
		var items []*portal.Tracks
		rows := 0
		for i := range c.f.Units[unit.ID].Tracks {
			items = append(items, &c.f.Units[unit.ID].Tracks[i])
			rows += len(items[i].Rows)
		}
		if rows == 0 {
			continue
		}
		list := shelf[*portal.Tracks]{
			path: "ket-qua/" + unit.ID, of: portal.ListTracks, value: portal.Label{Text: unit.Name}, items: items,
			size:   max(1, min(len(items), tracksSize*len(items)/rows)),
			sample: func(t *portal.Tracks) bool { return t.Plan.Sample },
		}.lists()[0]
		list.Unit = unit
		all = append(all, list)
	}
	return all
}

// undertakings lists, of each target that several units answer for, the units of
// one kind beside each other, in the order of their names.
func (c *catalogue) undertakings() (all []*portal.List) {
	below := map[*portal.Target][]portal.Promise{}
	for _, plan := range c.portal.Plans {
		for i := range plan.Targets {
			target := &plan.Targets[i]
			for n, name := range target.Aligns {
				if of, held := c.portal.Promise(name); held && of.Plan != plan && !slices.Contains(target.Aligns[:n], name) {
					below[of.Target] = append(below[of.Target], portal.Promise{Plan: plan, Target: target})
				}
			}
		}
	}
	place := byName(c.portal.Units)
	for _, plan := range c.portal.Plans {
		figures := c.f.Plans[plan.ID]
		for i := range plan.Targets {
			target := &plan.Targets[i]
			for _, rows := range byKind(c.undertaken(plan, target, below[target]), place) {
				kind := rows[0].Unit.Kind
				made := shelf[*portal.Undertaking]{
					path: "ke-hoach/" + plan.ID + "/chi-tieu/" + target.ID + "/" + kind.Slug(), of: portal.ListUndertaking,
					value: portal.Label{Text: target.Statement}, size: undertakersSize, items: rows,
					sample: func(u *portal.Undertaking) bool { return u.Unit.Sample },
				}.byProvince(c, func(u *portal.Undertaking) *portal.Unit { return u.Unit }).lists()
				all = append(all, made...)
				if figures.Undertaken == nil {
					figures.Undertaken = map[string][]*portal.List{}
				}
				figures.Undertaken[target.ID] = append(figures.Undertaken[target.ID], made[0])
			}
		}
	}
	return all
}

// undertaken is what the members of a group do about a target that it owes, and
// what the plans below set against it.
func (c *catalogue) undertaken(plan *portal.Plan, target *portal.Target, below []portal.Promise) (rows []*portal.Undertaking) {
	if ofGroup(c.portal, target) {
		told := map[string]*portal.Progress{}
		for _, progress := range c.f.Plans[plan.ID].Progress[target.ID] {
			told[progress.Owner] = progress
		}
		for _, unit := range owing(c.portal, target.Owner) {
			row := &portal.Undertaking{Unit: unit, Plan: plan, Target: target}
			if progress := told[unit.ID]; progress != nil {
				row.Progress = append(row.Progress, progress)
			}
			rows = append(rows, row)
		}
	}
	for _, of := range below {
		if unit := c.issuer(of.Plan); unit != nil {
			rows = append(rows, &portal.Undertaking{Unit: unit, Plan: of.Plan, Target: of.Target, Progress: c.f.Plans[of.Plan.ID].Progress[of.Target.ID]})
		}
	}
	return rows
}

// byKind parts what several units of a kind have undertaken, by their kinds; place
// is that of each unit in the order of names.
func byKind(rows []*portal.Undertaking, place map[*portal.Unit]int) (kinds [][]*portal.Undertaking) {
	if len(rows) < 2 {
		return nil
	}
	slices.SortStableFunc(rows, func(a, b *portal.Undertaking) int { return place[a.Unit] - place[b.Unit] })
	for _, kind := range unitKinds {
		of := slices.DeleteFunc(slices.Clone(rows), func(u *portal.Undertaking) bool { return u.Unit.Kind != kind })
		if slices.ContainsFunc(of, func(u *portal.Undertaking) bool { return u.Unit != of[0].Unit }) {
			kinds = append(kinds, of)
		}
	}
	return kinds
}
