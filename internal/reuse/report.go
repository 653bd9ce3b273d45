package reuse

import (
	"slices"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

type reportRecord struct {
	head
	AsOf         vi.Date             `json:"as_of"` // of what is worked out: states, days late
	DataAsOf     vi.Date             `json:"data_as_of"`
	Unit         string              `json:"unit"`
	Period       vi.Period           `json:"period"`
	State        portal.ReportState  `json:"state"`
	SubmittedOn  vi.Date             `json:"submitted_on"`
	ApprovedBy   *string             `json:"approved_by"`
	ApprovedOn   vi.Date             `json:"approved_on"`
	Answers      []answer            `json:"answers"`
	Results      []result            `json:"results"`
	Difficulties []difficulty        `json:"difficulties"`
	Corrections  []portal.Correction `json:"corrections"`
	Ledger       *sealing            `json:"ledger"`
	History      []change            `json:"history"`
}

// An answer is a duty that the report fulfils.
type answer struct {
	Plan     string             `json:"plan"`
	Deadline string             `json:"deadline"`
	Date     vi.Date            `json:"date"`
	State    portal.ReportState `json:"state"`
	DaysLate int                `json:"days_late"`
}

// A sealing is the last entry of the report's ledger.
type sealing struct {
	Version int    `json:"version"`
	SHA256  string `json:"sha256"`
}

// A result is one target, or one part of it, as the report leaves it. A target of
// several conditions has one result for the whole, which tells its state, and one
// for each part. The value of a share in per cent is the share.
type result struct {
	Plan        string             `json:"plan"`
	Target      string             `json:"target"`
	Part        *int               `json:"part"`
	Owner       string             `json:"owner"`
	Numerator   vi.Number          `json:"numerator"`
	Denominator vi.Number          `json:"denominator"`
	Value       vi.Number          `json:"value"`
	SoFar       bool               `json:"so_far"` // added up over several periods
	Kind        *string            `json:"figure_kind"`
	AsOf        vi.Date            `json:"figure_as_of"`
	After       *figure            `json:"after_due"` // reported after its day, and not judged
	State       portal.TargetState `json:"state"`
	Each        *string            `json:"judged_each"` // the state is that of each of these times, not of the figure
	Note        *string            `json:"note"`
	Difficulty  *string            `json:"difficulty"`
	Proposal    *string            `json:"proposal"`
	Evidence    []string           `json:"evidence"`

	Corrected []portal.Correction `json:"corrected"` // what was changed in its row, the newest first
}

type figure struct {
	Numerator   vi.Number `json:"numerator"`
	Denominator vi.Number `json:"denominator"`
	Value       vi.Number `json:"value"`
}

type difficulty struct {
	Text      string   `json:"text"`
	Proposal  *string  `json:"proposal"`
	Addressee []string `json:"addressee"`
	Answer    *string  `json:"answer"`
}

func reportOf(p *portal.Portal, report *portal.Report, f *portal.ReportFigures, today vi.Date) reportRecord {
	record := reportRecord{
		head: headOf("report", "ket-qua", report.Name(p.Unit(report.Unit)), &report.Record),
		AsOf: today, DataAsOf: report.AsOf, Unit: report.Unit, Period: report.Period, State: f.State, SubmittedOn: report.SubmittedOn,
		ApprovedBy: text(report.ApprovedBy), ApprovedOn: report.ApprovedOn,
		Answers: []answer{}, Results: []result{}, Difficulties: []difficulty{},
		Corrections: correctionsOf(report, f), History: history(&report.Record),
	}
	record.URL = "/ket-qua/" + report.Slug() + "/"
	if last := report.Sealed(); last != nil {
		record.Ledger = &sealing{last.Version, last.SHA256}
	}
	for _, o := range f.Answers {
		record.Answers = append(record.Answers, answer{o.Due.Plan.ID, o.Due.Deadline.ID, o.Due.Date, o.State, o.Days})
	}
	for i := range f.Standings {
		s := &f.Standings[i]
		record.Results = append(record.Results, resultOf(s, &s.Target.Measure, s.Row, s.Verdict, 0))
		for n := range s.Parts {
			part := &s.Parts[n]
			record.Results = append(record.Results, resultOf(s, part.Measure, part.Row, part.Verdict, n+1))
		}
	}
	for _, d := range report.Difficulties {
		record.Difficulties = append(record.Difficulties, difficulty{d.Text, text(d.Proposal), list(d.Addressee), text(d.Answer)})
	}
	return record
}

// correctionsOf are the corrections, each naming its plan.
func correctionsOf(report *portal.Report, f *portal.ReportFigures) []portal.Correction {
	all := list(slices.Clone(report.Corrections))
	for i := range f.Standings {
		s := &f.Standings[i]
		for n := range report.Corrections {
			if slices.Contains(s.Corrected, &report.Corrections[n]) {
				all[n].Plan = s.Plan.ID
			}
		}
	}
	return all
}

// resultOf is the result of a part of a target, or of the whole, which is part 0.
func resultOf(s *portal.Standing, m *portal.Measure, row *portal.Result, v portal.Verdict, part int) result {
	told := figureOf(m, v.Figure)
	of := result{
		Plan: s.Plan.ID, Target: s.Target.ID, Owner: s.Owner, Numerator: told.Numerator, Denominator: told.Denominator, Value: told.Value,
		SoFar: v.SoFar, Kind: text(string(v.Kind)), AsOf: v.AsOf, State: v.State, Each: text(string(v.Each)), Evidence: []string{},
		Corrected: []portal.Correction{},
	}
	var number vi.Number
	if part > 0 {
		of.Part, number = &part, vi.IntNumber(int64(part))
	}
	if v.After.Given() {
		after := figureOf(m, v.After)
		of.After = &after
	}
	for _, c := range s.Corrected {
		if c.Part == number {
			named := *c
			named.Plan = s.Plan.ID
			of.Corrected = append(of.Corrected, named)
		}
	}
	if row != nil {
		of.Note, of.Difficulty, of.Proposal = text(row.Note), text(row.Difficulty), text(row.Proposal)
		if row.Evidence != "" {
			of.Evidence = append(of.Evidence, row.Evidence)
		}
	}
	return of
}

// figureOf is a figure of a measure: of a share in per cent with the share.
func figureOf(m *portal.Measure, f portal.Figure) figure {
	of := figure{f.Numerator, f.Denominator, f.Value}
	if m.Percentage() && f.Share() {
		of.Value = vi.Percent(f.Numerator, f.Denominator, 6)
	}
	return of
}

type programmeRecord struct {
	head
	AsOf       vi.Date         `json:"as_of"`
	DecidedBy  []string        `json:"decided_by"`
	Categories []category      `json:"categories"`
	Years      []programmeYear `json:"years"`
	Dossiers   []dossier       `json:"dossiers"`
	History    []change        `json:"history"`
}

type category struct {
	ID    string    `json:"id"`
	Title string    `json:"title"`
	Total vi.Number `json:"total"`
}

type programmeYear struct {
	Year     int                 `json:"year"`
	Category string              `json:"category"`
	Goal     *string             `json:"goal"` // "plan#target"
	Took     map[portal.Step]int `json:"took"`
	Held     *int                `json:"held"` // null where no step of the year was reported
	State    *string             `json:"state"`
}

type dossier struct {
	Unit     string      `json:"unit"`
	Category string      `json:"category"`
	Year     vi.Date     `json:"year"`
	Step     portal.Step `json:"step"`
	Date     vi.Date     `json:"date"`
	Decision *string     `json:"decision"`
	Note     *string     `json:"note"`
	Sample   bool        `json:"sample"`
}

func programmeOf(p *portal.Portal, r *portal.Recognition, f *portal.RecognitionFigures, today vi.Date) programmeRecord {
	record := programmeRecord{
		head: headOf("recognition", "cong-nhan", r.Title, &r.Record), AsOf: today, DecidedBy: list(r.Decides),
		Categories: []category{}, Years: []programmeYear{}, Dossiers: []dossier{}, History: history(&r.Record),
	}
	for _, c := range r.Categories {
		record.Categories = append(record.Categories, category{c.ID, c.Title, c.Total})
	}
	for _, year := range f.Years {
		for _, c := range year.Categories {
			of := programmeYear{Year: year.Year, Category: c.Category.ID, Took: c.Took, State: text(string(c.Standing.State))}
			if len(c.Took) > 0 {
				of.Held = &c.Held
			}
			if c.Goal.Target != nil {
				name := c.Goal.Plan.ID + "#" + c.Goal.Target.ID
				of.Goal = &name
			}
			record.Years = append(record.Years, of)
		}
	}
	for i := range r.Dossiers {
		d := &r.Dossiers[i]
		record.Dossiers = append(record.Dossiers, dossier{d.Unit, d.Category, d.Year, d.Step, d.Date, text(d.Decision), text(d.Note), r.Sample || invented(p, d.Unit)})
	}
	return record
}
