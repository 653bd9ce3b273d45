package portal

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
