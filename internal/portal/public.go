package portal

import "slices"

// Audience says which records a build may show.
type Audience struct {
	Drafts  bool // those not yet approved, too: for a look before publication
	Samples bool // those that are invented
}

// For is the portal as this audience may see it: without records that it may
// not, and without what others say of those. Records are shared with p; those
// that lose something are copied.
func (p *Portal) For(audience Audience) *Portal {
	shown := func(r *Record) bool {
		return (r.Status.Public() || audience.Drafts && r.Status != Withdrawn) &&
			(audience.Samples || !r.Sample)
	}
	public := &Portal{
		Units:        keep(p.Units, func(u *Unit) bool { return audience.Samples || !u.Sample }),
		Movements:    keep(p.Movements, func(r *Movement) bool { return shown(&r.Record) }),
		Plans:        keep(p.Plans, func(r *Plan) bool { return shown(&r.Record) }),
		Documents:    keep(p.Documents, func(d *Document) bool { return audience.Samples || !d.Sample }),
		Fields:       slices.Clone(p.Fields),
		Legal:        slices.Clone(p.Legal),
		Models:       keep(p.Models, func(r *Model) bool { return shown(&r.Record) }),
		Exemplars:    keep(p.Exemplars, func(r *Exemplar) bool { return shown(&r.Record) }),
		Reports:      keep(p.Reports, func(r *Report) bool { return shown(&r.Record) }),
		Recognitions: keep(p.Recognitions, func(r *Recognition) bool { return shown(&r.Record) }),
		Columns:      keep(p.Columns, func(r *Column) bool { return shown(&r.Record) }),
		Tombstones:   p.tombstones(audience),
	}
	public.Index()
	public.forget(p)
	public.Index()
	return public
}

func keep[T any](records []*T, shown func(*T) bool) []*T {
	var kept []*T
	for _, record := range records {
		if shown(record) {
			kept = append(kept, record)
		}
	}
	return kept
}
