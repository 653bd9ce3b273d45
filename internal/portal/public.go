package portal

import "slices"

// Audience says which records a build may show.
type Audience struct {
	Drafts  bool // those not yet approved, too: for a look before publication
	Samples bool // those that are invented
}

// For is the portal as this audience may see it. Records are shared with p.
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
		Fields:       p.Fields,
		Models:       keep(p.Models, func(r *Model) bool { return shown(&r.Record) }),
		Exemplars:    keep(p.Exemplars, func(r *Exemplar) bool { return shown(&r.Record) }),
		Reports:      keep(p.Reports, func(r *Report) bool { return shown(&r.Record) }),
		Recognitions: keep(p.Recognitions, func(r *Recognition) bool { return shown(&r.Record) }),
		Columns:      keep(p.Columns, func(r *Column) bool { return shown(&r.Record) }),
	}
	public.dropRows()
	public.Index()
	return public
}

// dropRows takes out of tables what is about units that p does not have: a real
// model may be run by a fictitious unit, too. Records that lose rows are copied.
func (p *Portal) dropRows() {
	held := make(map[string]bool, len(p.Units))
	for _, unit := range p.Units {
		held[unit.ID] = true
	}
	for i, model := range p.Models {
		gone := func(a Adoption) bool { return !held[a.Unit] }
		if slices.ContainsFunc(model.Adoptions, gone) {
			shorter := *model
			shorter.Adoptions = slices.DeleteFunc(slices.Clone(model.Adoptions), gone)
			p.Models[i] = &shorter
		}
	}
	for i, recognition := range p.Recognitions {
		gone := func(d Dossier) bool { return !held[d.Unit] }
		if slices.ContainsFunc(recognition.Dossiers, gone) {
			shorter := *recognition
			shorter.Dossiers = slices.DeleteFunc(slices.Clone(recognition.Dossiers), gone)
			p.Recognitions[i] = &shorter
		}
	}
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
