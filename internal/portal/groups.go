package portal

import "strings"

// UnitTasks are the tasks of one plan in which a unit has a part.
type UnitTasks struct {
	Unit  string
	Tasks []*Task
}

// TasksByUnit groups the plan's tasks by unit, in the order in which the plan
// first names each. A task of two units is in both groups.
func (p *Plan) TasksByUnit() []UnitTasks {
	var groups []UnitTasks
	at := map[string]int{}
	for i := range p.Tasks {
		for _, unit := range p.Tasks[i].Unit {
			n, known := at[unit]
			if !known {
				n = len(groups)
				at[unit] = n
				groups = append(groups, UnitTasks{Unit: unit})
			}
			groups[n].Tasks = append(groups[n].Tasks, &p.Tasks[i])
		}
	}
	return groups
}

// A TargetGroup are the targets of one plan in one group of its movement.
type TargetGroup struct {
	Group   string // "" for those in none
	Targets []*Target
}

// TargetGroups gathers the plan's targets by group, in the order in which the
// plan first names each.
func (p *Plan) TargetGroups() []TargetGroup {
	var groups []TargetGroup
	at := map[string]int{}
	for i := range p.Targets {
		target := &p.Targets[i]
		n, known := at[target.Group]
		if !known {
			n = len(groups)
			at[target.Group] = n
			groups = append(groups, TargetGroup{Group: target.Group})
		}
		groups[n].Targets = append(groups[n].Targets, target)
	}
	return groups
}

// OwnedTargets are targets for which the same units answer.
type OwnedTargets struct {
	Owner   IDs // empty: the plan names nobody
	Targets []*Target
}

// Owned gathers the group's targets by who answers for them, in the order in
// which the plan first names each.
func (g TargetGroup) Owned() []OwnedTargets {
	var owned []OwnedTargets
	at := map[string]int{}
	for _, target := range g.Targets {
		owner := strings.Join(target.Owner, " ") // ids hold no spaces
		n, known := at[owner]
		if !known {
			n = len(owned)
			at[owner] = n
			owned = append(owned, OwnedTargets{Owner: target.Owner})
		}
		owned[n].Targets = append(owned[n].Targets, target)
	}
	return owned
}

// A StandingGroup are the standings of one plan's targets in one group of its
// movement.
type StandingGroup struct {
	Plan      *Plan
	Group     string // "" for those in none
	Standings []*Standing
}

// Groups gathers the standings of a report by plan and group.
func (r *ReportFigures) Groups() []StandingGroup {
	all := make([]*Standing, len(r.Standings))
	for i := range r.Standings {
		all[i] = &r.Standings[i]
	}
	return groupStandings(all)
}

// Now gathers where the unit's targets stand by plan and group, as far as the
// last report of each tells.
func (u *UnitFigures) Now() []StandingGroup {
	all := make([]*Standing, len(u.Progress))
	for i, progress := range u.Progress {
		all[i] = progress.Now()
	}
	return groupStandings(all)
}

// groupStandings keeps the order in which plans and groups first come.
func groupStandings(all []*Standing) []StandingGroup {
	type key struct {
		plan  *Plan
		group string
	}
	var groups []StandingGroup
	at := map[key]int{}
	for _, standing := range all {
		k := key{standing.Plan, standing.Target.Group}
		n, known := at[k]
		if !known {
			n = len(groups)
			at[k] = n
			groups = append(groups, StandingGroup{Plan: k.plan, Group: k.group})
		}
		groups[n].Standings = append(groups[n].Standings, standing)
	}
	return groups
}
