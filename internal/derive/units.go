package derive

import (
	"cmp"
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// units gathers what each unit issued, promised, owes and is owed.
func units(p *portal.Portal, places *portal.Places, f *portal.Figures) map[string]*portal.UnitFigures {
	all := make(map[string]*portal.UnitFigures, len(p.Units))
	for _, unit := range p.Units {
		all[unit.ID] = new(portal.UnitFigures)
	}
	each := func(ids portal.IDs, give func(*portal.UnitFigures)) {
		for i, id := range ids {
			if figures := all[id]; figures != nil && !slices.Contains(ids[:i], id) {
				give(figures)
			}
		}
	}
	for _, unit := range p.Units {
		each(portal.IDs{unit.Parent}, func(u *portal.UnitFigures) { u.Children = append(u.Children, unit) })
	}
	for _, plan := range p.Plans {
		each(plan.Issuer, func(u *portal.UnitFigures) { u.Issued = append(u.Issued, plan) })
		for _, hotline := range plan.Hotlines {
			said := portal.PlanProvision{Plan: plan, Provision: hotline}
			each(hotline.Unit, func(u *portal.UnitFigures) { u.Hotlines = append(u.Hotlines, said) })
		}
		for i := range plan.Targets {
			target := &plan.Targets[i]
			each(target.Owner, func(u *portal.UnitFigures) { u.Targets = addTarget(u.Targets, plan, target) })
		}
		for i := range plan.Tasks {
			task := &plan.Tasks[i]
			each(task.Unit, func(u *portal.UnitFigures) { u.Tasks = addTask(u.Tasks, plan, task) })
		}
	}
	for _, due := range f.Calendar {
		each(membersToo(p, due.Deadline.Owner), func(u *portal.UnitFigures) { u.Owes = append(u.Owes, due) })
		each(slices.Concat(due.Deadline.Recipient, due.Deadline.Route), func(u *portal.UnitFigures) {
			u.Receives = append(u.Receives, due)
		})
	}
	for _, model := range p.Models {
		each(model.RunBy, func(u *portal.UnitFigures) { u.Models = append(u.Models, model) })
	}
	named := slices.Clone(p.Units)
	vi.SortBy(named, func(u *portal.Unit) string { return u.Name })
	at := make(map[*portal.Unit]int, len(named)) // in the order of names: a collation for each would be dear
	for i, unit := range named {
		at[unit] = i
	}
	byName := func(a, b *portal.Unit) int { return cmp.Compare(at[a], at[b]) }
	for _, figures := range all {
		slices.SortFunc(figures.Children, byName)
	}
	for _, unit := range p.Units {
		gather(p, places, unit, all, byName)
	}
	return all
}

// membersToo are owners and the members of those that are groups.
func membersToo(p *portal.Portal, owners portal.IDs) portal.IDs {
	all := owners
	for _, id := range owners {
		if owner := p.Unit(id); owner != nil && len(owner.Members) > 0 {
			all = slices.Concat(all, owner.Members)
		}
	}
	return all
}

// addTarget adds to the targets of the last plan, or begins those of a new one.
func addTarget(list []portal.PlanTargets, plan *portal.Plan, target *portal.Target) []portal.PlanTargets {
	if len(list) == 0 || list[len(list)-1].Plan != plan {
		list = append(list, portal.PlanTargets{Plan: plan})
	}
	last := &list[len(list)-1]
	last.Targets = append(last.Targets, target)
	return list
}

func addTask(list []portal.PlanTasks, plan *portal.Plan, task *portal.Task) []portal.PlanTasks {
	if len(list) == 0 || list[len(list)-1].Plan != plan {
		list = append(list, portal.PlanTasks{Plan: plan})
	}
	last := &list[len(list)-1]
	last.Tasks = append(last.Tasks, task)
	return list
}

// gather finds the bodies of a place and the plans that it issued through them.
// What belongs to a place below it is that place's own.
func gather(p *portal.Portal, places *portal.Places, unit *portal.Unit, all map[string]*portal.UnitFigures, byName func(a, b *portal.Unit) int) {
	figures := all[unit.ID]
	figures.Plans = slices.Clone(figures.Issued)
	if !unit.Kind.IsAdministrative() {
		return
	}
	var bodies []*portal.Unit
	for _, id := range places.Parts(unit.ID)[1:] {
		bodies = append(bodies, p.Unit(id))
	}
	slices.SortFunc(bodies, byName)
	for _, body := range bodies {
		of := all[body.ID]
		row := portal.Body{Unit: body, Targets: of.Count().All, Tasks: of.TaskCount(), Issued: of.Issued}
		if row.Targets+row.Tasks+len(row.Issued) > 0 {
			figures.Bodies = append(figures.Bodies, row)
		}
		for _, plan := range of.Issued {
			if !slices.Contains(figures.Plans, plan) {
				figures.Plans = append(figures.Plans, plan)
			}
		}
	}
	slices.SortStableFunc(figures.Bodies, func(a, b portal.Body) int { return cmp.Compare(b.Targets, a.Targets) })
}
