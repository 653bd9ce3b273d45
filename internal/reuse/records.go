package reuse

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// head is what every record's index.json begins with.
type head struct {
	Schema  string  `json:"schema"`
	ID      string  `json:"id"`
	URL     string  `json:"url"` // below the portal's own address
	Title   string  `json:"title"`
	Updated vi.Date `json:"updated"`
	Sample  bool    `json:"sample"`
}

// listed is a record's line in api/v1/index.json.
type listed head

func headOf(kind, folder, title string, r *portal.Record) head {
	return head{"thidua/v1/" + kind, r.ID, "/" + folder + "/" + r.ID + "/", title, r.Updated(), r.Sample}
}

type unitRecord struct {
	head
	Kind         portal.UnitKind `json:"kind"`
	Parent       *string         `json:"parent"`
	Code         *string         `json:"code"`
	ValidFrom    vi.Date         `json:"valid_from"`
	ValidTo      vi.Date         `json:"valid_to"`
	Predecessors []string        `json:"predecessors"`
	Contacts     []contact       `json:"contacts"`
	ReportsSince vi.Date         `json:"reports_here_since"`
	Issued       []string        `json:"issued"`  // plans
	Targets      []string        `json:"targets"` // "plan#target"
	Tasks        []string        `json:"tasks"`   // "plan#task"
	AsOf         vi.Date         `json:"as_of"`   // of what is worked out: states, days
	Standings    []standing      `json:"standings"`
	Owed         []owed          `json:"reports_owed"`
}

// A standing is where one target stands that the unit answers for, as far as its
// last report tells. That of several conditions has a figure in each part.
type standing struct {
	Plan   string             `json:"plan"`
	Target string             `json:"target"`
	Owner  string             `json:"owner"`
	Period vi.Period          `json:"period"`
	State  portal.TargetState `json:"state"`
	Figure *figure            `json:"figure"`
	Parts  []standingPart     `json:"parts"`
	Report *string            `json:"report"`
	Sample bool               `json:"sample"`
}

type standingPart struct {
	State  portal.TargetState `json:"state"`
	Figure *figure            `json:"figure"`
}

// An owed report has not come: its day is over, or it is the next of its duty.
type owed struct {
	Unit     string             `json:"unit"`
	Plan     string             `json:"plan"`
	Deadline string             `json:"deadline"`
	Covers   vi.Period          `json:"covers"`
	Due      vi.Date            `json:"due"`
	Rule     *portal.DueRule    `json:"rule"`
	State    portal.ReportState `json:"state"`
	Days     *int               `json:"days"` // until the last in time, less than 0 where it is over; null where no day is known
	Sample   bool               `json:"sample"`
}

type contact struct {
	Kind  string  `json:"kind"`
	Value *string `json:"value"`
	Note  *string `json:"note"`
}

func unitOf(unit *portal.Unit, figures *portal.UnitFigures, today vi.Date) unitRecord {
	record := unitRecord{
		head: head{"thidua/v1/unit", unit.ID, "/don-vi/" + unit.ID + "/", unit.Name, vi.Date{}, unit.Sample},
		Kind: unit.Kind, Parent: text(unit.Parent), Code: text(unit.Code),
		ValidFrom: unit.ValidFrom, ValidTo: unit.ValidTo, ReportsSince: unit.ReportsSince,
		Predecessors: list(unit.Predecessors), Contacts: []contact{},
		Issued: []string{}, Targets: []string{}, Tasks: []string{},
		AsOf: today, Standings: []standing{}, Owed: []owed{},
	}
	for _, c := range unit.Contacts {
		record.Contacts = append(record.Contacts, contact{c.Kind, text(c.Value), text(c.Note)})
	}
	for _, plan := range figures.Issued {
		record.Issued = append(record.Issued, plan.ID)
	}
	for _, of := range figures.Targets {
		for _, target := range of.Targets {
			record.Targets = append(record.Targets, of.Plan.ID+"#"+target.ID)
		}
	}
	for _, of := range figures.Tasks {
		for _, task := range of.Tasks {
			record.Tasks = append(record.Tasks, of.Plan.ID+"#"+task.ID)
		}
	}
	for _, progress := range figures.Progress {
		record.Standings = append(record.Standings, standingOf(progress.Now()))
	}
	for _, o := range slices.Concat(figures.Overdue(), figures.Coming()) {
		record.Owed = append(record.Owed, owedOf(&o))
	}
	return record
}

func standingOf(s *portal.Standing) standing {
	of := standing{
		Plan: s.Plan.ID, Target: s.Target.ID, Owner: s.Owner, Period: s.Period, State: s.State,
		Figure: givenFigure(&s.Target.Measure, s.Figure), Parts: []standingPart{}, Sample: s.Plan.Sample,
	}
	for _, part := range s.Parts {
		of.Parts = append(of.Parts, standingPart{part.State, givenFigure(part.Measure, part.Figure)})
	}
	if s.Report != nil {
		of.Report, of.Sample = &s.Report.ID, of.Sample || s.Report.Sample
	}
	return of
}

func owedOf(o *portal.Obligation) owed {
	of := owed{
		Unit: o.Unit, Plan: o.Due.Plan.ID, Deadline: o.Due.Deadline.ID, Covers: o.Covers, Due: o.Due.Date,
		Rule: text(o.Due.Rule), State: o.State, Sample: o.Due.Plan.Sample,
	}
	switch {
	case o.Missing():
		over := -o.Days
		of.Days = &over
	case o.Due.Date.Full():
		of.Days = &o.Due.Days
	}
	return of
}

// givenFigure is null in JSON where nothing is given.
func givenFigure(m *portal.Measure, f portal.Figure) *figure {
	if !f.Given() {
		return nil
	}
	of := figureOf(m, f)
	return &of
}

type movementRecord struct {
	head
	Summary    string   `json:"summary"`
	LaunchedBy []string `json:"launched_by"`
	LaunchedOn vi.Date  `json:"launched_on"`
	Groups     []group  `json:"groups"`
	Plans      []string `json:"plans"`
	Models     []string `json:"models"`
	Samples    []string `json:"samples"` // those of plans and models that are invented
}

type group struct {
	ID      string  `json:"id"`
	Title   string  `json:"title"`
	Summary *string `json:"summary"`
}

func movementOf(movement *portal.Movement, figures *portal.MovementFigures) movementRecord {
	record := movementRecord{
		head:    headOf("movement", "phong-trao", movement.Title, &movement.Record),
		Summary: movement.Summary, LaunchedBy: list(movement.LaunchedBy), LaunchedOn: movement.LaunchedOn,
		Groups: []group{}, Plans: []string{}, Models: []string{}, Samples: []string{},
	}
	for _, g := range movement.Groups {
		record.Groups = append(record.Groups, group{g.ID, g.Title, text(g.Summary)})
	}
	for _, plan := range figures.Plans {
		record.Plans = append(record.Plans, plan.ID)
		if plan.Sample {
			record.Samples = append(record.Samples, plan.ID)
		}
	}
	for _, model := range figures.Models {
		record.Models = append(record.Models, model.ID)
		if model.Sample {
			record.Samples = append(record.Samples, model.ID)
		}
	}
	return record
}

type modelRecord struct {
	head
	Summary  string               `json:"summary"`
	AskedBy  []portal.ClauseRef   `json:"asked_by"`
	RunBy    []string             `json:"run_by"`
	Fields   []string             `json:"fields"`
	Movement *string              `json:"movement"`
	Location portal.LocationLevel `json:"location_precision"`
	Adopted  []adoption           `json:"adoptions"`
}

type adoption struct {
	Unit     string    `json:"unit"`
	From     vi.Date   `json:"from"`
	To       vi.Date   `json:"to"`
	Places   vi.Number `json:"places"`
	Evidence *string   `json:"evidence"`
	Sample   bool      `json:"sample"`
}

func modelOf(p *portal.Portal, model *portal.Model) modelRecord {
	record := modelRecord{
		head:    headOf("model", "mo-hinh", model.Title, &model.Record),
		Summary: model.Summary, AskedBy: list(model.AskedBy), RunBy: list(model.RunBy),
		Fields: list(model.Fields), Movement: text(model.Movement), Location: model.Location,
		Adopted: []adoption{},
	}
	for _, a := range model.Adoptions {
		record.Adopted = append(record.Adopted, adoption{a.Unit, a.From, a.To, a.Places, text(a.Evidence), model.Sample || invented(p, a.Unit)})
	}
	return record
}

// invented reports whether a unit is a sample.
func invented(p *portal.Portal, unit string) bool {
	held := p.Unit(unit)
	return held != nil && held.Sample
}
