package portal

import "strings"

// Amount is the value of a measure with its unit, in the wording of documents:
// "95%", "02 lần"; "" where there is no value.
func (m Measure) Amount() string {
	switch {
	case !m.Value.IsSet():
		return ""
	case strings.HasPrefix(m.Unit, "%"):
		return m.Value.Format() + m.Unit
	case m.Unit == "":
		return m.Value.Formal()
	}
	return m.Value.Formal() + " " + m.Unit
}

// HasNumber reports whether the plan puts a number to the measure or to one of
// its parts.
func (m Measure) HasNumber() bool {
	for _, part := range m.Parts {
		if part.HasNumber() {
			return true
		}
	}
	return m.Value.IsSet()
}

// ZeroTolerance reports whether all that the measure asks is that something
// does not happen (không để xảy ra).
func (m Measure) ZeroTolerance() bool {
	for _, part := range m.Parts {
		if !part.ZeroTolerance() {
			return false
		}
	}
	return m.Kind == None || len(m.Parts) > 0
}

// A TargetCount is how many targets there are of each sort. The sorts add up
// to All.
type TargetCount struct {
	All        int
	Numbered   int // the plan gives a number to reach
	Zero       int // không để xảy ra
	Unnumbered int // kept, disclosed, less than before, or told in words only
}

// count sorts the targets that it is given.
func (c *TargetCount) count(t *Target) {
	c.All++
	switch {
	case t.Measure.ZeroTolerance():
		c.Zero++
	case t.Measure.HasNumber():
		c.Numbered++
	default:
		c.Unnumbered++
	}
}

// Count is how many targets the plan has.
func (p *Plan) Count() TargetCount {
	var c TargetCount
	for i := range p.Targets {
		c.count(&p.Targets[i])
	}
	return c
}

// TargetCount is how many targets all plans have, those of samples left out: an
// invented figure is never counted among real ones.
func (p *Portal) TargetCount() TargetCount {
	var c TargetCount
	for _, plan := range p.Plans {
		if plan.Sample {
			continue
		}
		for i := range plan.Targets {
			c.count(&plan.Targets[i])
		}
	}
	return c
}

// Count is how many targets the unit owns, in all plans.
func (u *UnitFigures) Count() TargetCount {
	var c TargetCount
	for _, of := range u.Targets {
		for _, target := range of.Targets {
			c.count(target)
		}
	}
	return c
}

// TaskCount is how many tasks the unit has a part in, in all plans.
func (u *UnitFigures) TaskCount() (n int) {
	for _, of := range u.Tasks {
		n += len(of.Tasks)
	}
	return n
}
