package check

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// references looks names up and remembers those that nothing has, and those
// that a record must not name.
type references struct {
	portal   *portal.Portal
	from     *portal.Record // whose references are looked up; nil for units, and rows of tables
	problems []portal.Problem
	near     map[[2]string]string // what misspelt names probably mean, by rule and name
	targets  map[string]bool      // ids of all targets, once they are asked for
	called   map[string][]string  // ids of units by their folded names, once they are asked for
}

func (r *references) report(source *portal.Source, path, rule string, args ...any) {
	r.problems = append(r.problems, portal.Problem{Pos: source.At(path), Rule: rule, Args: args})
}

// mostSuggestions is how many names are compared with the known ones. Where more
// are unknown, no letter is wrong: a whole file is missing, or was renamed.
const mostSuggestions = 500

// missing reports a name and the known one that it resembles. Names are
// misspelt many times over, so each is compared with the known ones once.
func (r *references) missing(source *portal.Source, path, rule, name string, known func() []string, more ...any) {
	key := [2]string{fmt.Sprint(rule, more), name}
	near, done := r.near[key]
	if !done && len(r.near) < mostSuggestions {
		near = portal.Nearest(name, known())
		r.near[key] = near
	}
	r.report(source, path, rule, append([]any{name, near}, more...)...)
}

// unread reports whether a file that could not be read may hold what is looked
// for: it begins with start. Its own mistake is told, and enough.
func (r *references) unread(start string) bool {
	return slices.ContainsFunc(r.portal.Unread, func(file string) bool { return strings.HasPrefix(file, start) })
}

// found looks at a record that is named and there: what is public must not name
// what is not yet, and what is real must not lean on what is invented.
func (r *references) found(source *portal.Source, path, name string, to *portal.Record) {
	r.invented(source, path, name, to.Sample)
	if r.from == nil || !r.from.Status.Public() || to.Status.Public() || to.Status == "" {
		return
	}
	if to.Status == portal.Withdrawn {
		r.problems = append(r.problems, portal.Problem{
			Pos: source.At(path), Rule: "refers-withdrawn", Severity: portal.Warning, Args: []any{name, to.Source.Start().File},
		})
		return
	}
	r.report(source, path, "refers-unpublished", name, string(to.Status), to.Source.Start().File)
}

// invented reports that a real record names a sample.
func (r *references) invented(source *portal.Source, path, name string, sample bool) {
	if sample && r.from != nil && !r.from.Sample {
		r.report(source, path, "sample-in-real", name)
	}
}

func (r *references) units(source *portal.Source, path string, names portal.IDs) {
	for i, name := range names {
		r.unit(source, at(path, i), name)
	}
}

func (r *references) unit(source *portal.Source, path, name string) {
	if name == "" {
		return
	}
	if unit := r.portal.Unit(name); unit != nil {
		r.invented(source, path, name, unit.Sample)
	} else if !r.unread("data/units") {
		if meant := r.unitsCalled(name); meant != "" {
			r.report(source, path, "unknown-unit", name, meant)
			return
		}
		r.missing(source, path, "unknown-unit", name, r.unitIDs)
	}
}

// unitsCalled are the ids of the units that have a name, of three at most: a clerk
// writes the name.
func (r *references) unitsCalled(name string) string {
	if r.called == nil {
		r.called = map[string][]string{}
		for _, unit := range r.portal.Units {
			key := vi.Fold(unit.Name)
			r.called[key] = append(r.called[key], unit.ID)
		}
	}
	ids := r.called[vi.Fold(name)]
	return strings.Join(ids[:min(len(ids), 3)], "”, “")
}

func (r *references) movement(source *portal.Source, path, name string) {
	if name == "" {
		return
	}
	if movement := r.portal.Movement(name); movement != nil {
		r.found(source, path, name, &movement.Record)
	} else if !r.unread("content/phong-trao/" + name + "/index.md") {
		r.missing(source, path, "unknown-movement", name, r.movementIDs)
	}
}

func (r *references) fields(source *portal.Source, path string, names portal.IDs) {
	for i, name := range names {
		if r.portal.Field(name) == nil && !r.unread("data/fields.yaml") {
			r.missing(source, at(path, i), "unknown-subject", name, r.fieldIDs)
		}
	}
}

// planNamed finds a plan, or reports that it is not there.
func (r *references) planNamed(source *portal.Source, path, name string) *portal.Plan {
	plan := r.portal.Plan(name)
	if plan != nil {
		r.found(source, path, name, &plan.Record)
	} else if !r.unread("content/ke-hoach/" + name + "/index.md") {
		r.missing(source, path, "unknown-plan", name, r.planIDs)
	}
	return plan
}

// document looks for a document, or for a plan that is held.
func (r *references) document(source *portal.Source, path, name string) {
	if name == "" {
		return
	}
	document, plan := r.portal.Document(name), r.portal.Plan(name)
	switch {
	case document != nil:
		r.invented(source, path, name, document.Sample)
	case plan != nil:
		r.found(source, path, name, &plan.Record)
	case !r.unread("data/documents") && !r.unread("content/ke-hoach/"+name+"/index.md"):
		r.missing(source, path, "unknown-document", name, func() []string { return append(r.documentIDs(), r.planIDs()...) })
	}
}

func (r *references) clause(plan *portal.Plan, source *portal.Source, path string, address portal.Address) {
	if address == "" || plan.Clause(address) != nil || plan.Status == portal.Withdrawn { // which may have lost its text
		return
	}
	known := func() (addresses []string) {
		for clause := range portal.Walk(plan.Clauses) {
			addresses = append(addresses, string(clause.Address))
		}
		return addresses
	}
	r.missing(source, path, "unknown-clause", string(address), known, plan.ID)
}

func (r *references) clauseRefs(source *portal.Source, path string, refs []portal.ClauseRef) {
	for i, ref := range refs {
		if ref.Plan == "" {
			continue // load has said so
		}
		if plan := r.planNamed(source, at(path, i), ref.Plan); plan != nil {
			r.clause(plan, source, at(path, i), ref.Clause)
		}
	}
}

// targetOf looks for a target of a plan, of any plan where none is named.
func (r *references) targetOf(source *portal.Source, planPath, path, planID, id string) {
	if planID != "" {
		if plan := r.planNamed(source, planPath, planID); plan != nil {
			r.targetIn(plan, source, path, id)
		}
		return
	}
	if r.targets == nil {
		r.targets = map[string]bool{}
		for _, plan := range r.portal.Plans {
			for i := range plan.Targets {
				r.targets[plan.Targets[i].ID] = true
			}
		}
	}
	if id != "" && !r.targets[id] && !r.unread("content/ke-hoach/") {
		r.missing(source, path, "unknown-target", id, func() []string { return slices.Sorted(maps.Keys(r.targets)) })
	}
}

func (r *references) group(plan *portal.Plan, target *portal.Target) {
	movement := r.portal.Movement(plan.Movement)
	if target.Group == "" || movement == nil || movement.Status == portal.Withdrawn {
		return
	}
	if _, known := movement.Group(target.Group); !known {
		groups := func() []string {
			return ids(movement.Groups, func(g portal.MovementGroup) string { return g.ID })
		}
		r.missing(&target.Source, "group", "unknown-group", target.Group, groups, movement.ID)
	}
}

// target looks for "plan#target" of another plan.
func (r *references) target(source *portal.Source, path, name string) {
	var ref portal.ClauseRef
	if err := ref.UnmarshalText([]byte(name)); err != nil || ref.Clause == "" {
		r.report(source, path, "bad-target-name", name)
		return
	}
	if plan := r.planNamed(source, path, ref.Plan); plan != nil {
		r.targetIn(plan, source, path, string(ref.Clause))
	}
}

func (r *references) targetIn(plan *portal.Plan, source *portal.Source, path, id string) {
	known := func() []string { return ids(plan.Targets, func(t portal.Target) string { return t.ID }) }
	same := func(t portal.Target) bool { return t.ID == id }
	if id != "" && plan.Status != portal.Withdrawn && !slices.ContainsFunc(plan.Targets, same) && !r.unread("content/ke-hoach/"+plan.ID+"/targets.yaml") {
		r.missing(source, path, "unknown-target", id, known, plan.ID)
	}
}

// deadline looks for "plan#deadline".
func (r *references) deadline(source *portal.Source, path, name string) {
	id, deadline, _ := strings.Cut(name, "#")
	if deadline == "" {
		r.report(source, path, "bad-deadline-name", name)
		return
	}
	plan := r.planNamed(source, path, id)
	if plan == nil || r.unread("content/ke-hoach/"+plan.ID+"/deadlines.yaml") {
		return
	}
	if known := ids(plan.Deadlines, func(d portal.Deadline) string { return d.ID }); !slices.Contains(known, deadline) {
		r.missing(source, path, "unknown-deadline", deadline, func() []string { return known }, plan.ID)
	}
}

// legal looks for what ended a law among the laws that are held.
func (r *references) legal(references []*portal.LegalReference) {
	known := ids(references, func(l *portal.LegalReference) string { return l.ID })
	for _, reference := range references {
		if id := reference.RepealedBy; id != "" && !slices.Contains(known, id) {
			r.missing(&reference.Source, "repealed_by", "unknown-legal", id, func() []string { return known })
		}
	}
}

func (r *references) unitIDs() []string {
	return ids(r.portal.Units, func(u *portal.Unit) string { return u.ID })
}

func (r *references) movementIDs() []string {
	return ids(r.portal.Movements, func(m *portal.Movement) string { return m.ID })
}

func (r *references) planIDs() []string {
	return ids(r.portal.Plans, func(p *portal.Plan) string { return p.ID })
}

func (r *references) documentIDs() []string {
	return ids(r.portal.Documents, func(d *portal.Document) string { return d.ID })
}

func (r *references) fieldIDs() []string {
	return ids(r.portal.Fields, func(f *portal.Field) string { return f.ID })
}

func (r *references) modelIDs() []string {
	return ids(r.portal.Models, func(m *portal.Model) string { return m.ID })
}

func (r *references) exemplarIDs() []string {
	return ids(r.portal.Exemplars, func(e *portal.Exemplar) string { return e.ID })
}

func (r *references) standardIDs() (all []string) {
	for _, field := range r.portal.Fields {
		all = append(all, ids(field.Standards, func(s portal.Standard) string { return s.ID })...)
	}
	return all
}

func ids[T any](records []T, id func(T) string) []string {
	all := make([]string, len(records))
	for i, record := range records {
		all[i] = id(record)
	}
	return all
}

// at writes the path of a value as Source knows it: at("owner", 0) is "owner.0".
func at(parts ...any) string {
	path := ""
	for _, part := range parts {
		if path != "" {
			path += "."
		}
		switch part := part.(type) {
		case int:
			path += strconv.Itoa(part)
		case string:
			path += part
		}
	}
	return path
}
