package reuse

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

type planRecord struct {
	head
	Status          portal.Status `json:"status"`
	DocNumber       *string       `json:"doc_number"`
	DocSymbol       string        `json:"doc_symbol"`
	DocType         string        `json:"doc_type"`
	Abstract        string        `json:"abstract"`
	Summary         []string      `json:"summary"`
	Issuer          []string      `json:"issuer"`
	Place           string        `json:"place"`
	IssuedOn        vi.Date       `json:"issued_on"`
	EffectiveOn     vi.Date       `json:"effective_on"`
	ExpiresOn       vi.Date       `json:"expires_on"`
	From            vi.Date       `json:"from"`
	To              vi.Date       `json:"to"`
	Stages          []stage       `json:"stages"`
	Movement        *string       `json:"movement"`
	LinkedMovements []string      `json:"linked_movements"`
	Units           []string      `json:"units"`
	Clauses         []clause      `json:"clauses"`
	Targets         []target      `json:"targets"`
	Deadlines       []deadline    `json:"deadlines"`
	Tasks           []task        `json:"tasks"`
	Documents       []citation    `json:"documents"`
	Slogans         []quote       `json:"slogans"`
	Funding         []provision   `json:"funding"`
	Channels        []provision   `json:"channels"`
	Hotlines        []provision   `json:"hotlines"`
	Signers         []string      `json:"signers"`
	Recipients      []string      `json:"recipients"`
	SourceURL       *string       `json:"source_url"`
	SourceNotes     []sourceNote  `json:"source_notes"`
	History         []change      `json:"history"`
}

type stage struct {
	Title  string          `json:"title"`
	From   vi.Date         `json:"from"`
	To     vi.Date         `json:"to"`
	Clause *portal.Address `json:"clause"`
}

type clause struct {
	Address  portal.Address `json:"address"`
	Anchor   string         `json:"anchor"`
	Number   *string        `json:"number"`
	Title    *string        `json:"title"`
	Text     string         `json:"text"`
	Restored bool           `json:"restored"`
}

type target struct {
	ID         string         `json:"id"`
	Clause     portal.Address `json:"clause"`
	Group      *string        `json:"group"`
	Statement  string         `json:"statement"`
	Owner      []string       `json:"owner"`
	Measure    measure        `json:"measure"`
	From       vi.Date        `json:"from"`
	To         vi.Date        `json:"to"`
	Aspiration bool           `json:"aspiration"`
	Aligns     []string       `json:"aligns"`
}

type measure struct {
	Kind       portal.MeasureKind `json:"kind"`
	Value      vi.Number          `json:"value"`
	Unit       *string            `json:"unit"`
	Each       *string            `json:"each"`
	Every      *portal.Every      `json:"every"`
	Limit      portal.Limit       `json:"limit"`
	By         vi.Date            `json:"by"`
	Cumulative bool               `json:"cumulative"`
	Subject    *string            `json:"subject"`
	Parts      []measure          `json:"parts"`
}

type deadline struct {
	ID         string              `json:"id"`
	Clause     portal.Address      `json:"clause"`
	Kind       portal.DeadlineKind `json:"kind"`
	Text       string              `json:"text"`
	Date       vi.Date             `json:"date"`
	Rule       *portal.DueRule     `json:"rule"`
	Recurrence *recurrence         `json:"recurrence"`
	Owner      []string            `json:"owner"`
	Recipient  []string            `json:"recipient"`
	Route      []string            `json:"route"`
}

type recurrence struct {
	Every portal.Every    `json:"every"`
	On    portal.DayIn    `json:"on"`
	Rule  *portal.DueRule `json:"rule"`
	From  vi.Date         `json:"from"`
	To    vi.Date         `json:"to"`
}

type task struct {
	ID     string         `json:"id"`
	Clause portal.Address `json:"clause"`
	Unit   []string       `json:"unit"`
	Role   portal.Role    `json:"role"`
	Text   string         `json:"text"`
	Person *string        `json:"person"`
	Result *string        `json:"result"`
	Due    vi.Date        `json:"due"`
	Rule   *string        `json:"rule"`
}

type citation struct {
	ID     string          `json:"id"`
	Ref    *string         `json:"ref"`
	Title  *string         `json:"title"`
	Role   string          `json:"role"`
	Clause *portal.Address `json:"clause"`
	Held   bool            `json:"held"`
}

type quote struct {
	Text   string          `json:"text"`
	Clause *portal.Address `json:"clause"`
}

type provision struct {
	Text   string          `json:"text"`
	Clause *portal.Address `json:"clause"`
	Unit   []string        `json:"unit"`
}

type change struct {
	Date vi.Date `json:"date"`
	What string  `json:"what"`
	By   *string `json:"by"`
}

type sourceNote struct {
	Clause *portal.Address `json:"clause"`
	Kind   string          `json:"kind"`
	Note   string          `json:"note"`
}

func planOf(p *portal.Portal, plan *portal.Plan) planRecord {
	record := planRecord{
		head:   headOf("plan", "ke-hoach", plan.Title(), &plan.Record),
		Status: plan.Status, DocNumber: text(plan.DocNumber), DocSymbol: plan.DocSymbol,
		DocType: plan.DocType, Abstract: plan.Abstract, Summary: list(plan.Summary),
		Issuer: list(plan.Issuer), Place: plan.Place,
		IssuedOn: plan.IssuedOn, EffectiveOn: plan.EffectiveOn, ExpiresOn: plan.ExpiresOn,
		From: plan.From, To: plan.To, Stages: []stage{},
		Movement: text(plan.Movement), LinkedMovements: list(plan.LinkedMovements), Units: list(plan.Units),
		Slogans: []quote{}, Funding: provisions(plan.Funding),
		Channels: provisions(plan.Channels), Hotlines: provisions(plan.Hotlines),
		Signers: list(plan.Signers), Recipients: list(plan.Recipients),
		SourceURL: text(plan.SourceURL), History: history(&plan.Record),
		Clauses: []clause{}, Targets: []target{}, Deadlines: []deadline{}, Tasks: []task{},
		Documents: []citation{}, SourceNotes: []sourceNote{},
	}
	for _, s := range plan.Stages {
		record.Stages = append(record.Stages, stage{s.Title, s.From, s.To, text(s.Clause)})
	}
	for _, q := range plan.Slogans {
		record.Slogans = append(record.Slogans, quote{q.Text, text(q.Clause)})
	}
	for c := range portal.Walk(plan.Clauses) {
		record.Clauses = append(record.Clauses, clause{c.Address, c.Address.Anchor(), text(c.Number), text(c.Title), c.Text, c.Restored})
	}
	for _, t := range plan.Targets {
		record.Targets = append(record.Targets, target{
			t.ID, t.Clause, text(t.Group), t.Statement, list(t.Owner), measureOf(t.Measure), t.From, t.To, t.Aspiration, list(t.Aligns),
		})
	}
	for _, d := range plan.Deadlines {
		record.Deadlines = append(record.Deadlines, deadline{
			d.ID, d.Clause, d.Kind, d.Text, d.Date, text(d.Rule), recurrenceOf(d.Recurrence), list(d.Owner), list(d.Recipient), list(d.Route),
		})
	}
	for _, t := range plan.Tasks {
		record.Tasks = append(record.Tasks, task{t.ID, t.Clause, list(t.Unit), t.Role, t.Text, text(t.Person), text(t.Result), t.Due, text(string(t.Rule))})
	}
	for _, c := range plan.Documents {
		record.Documents = append(record.Documents, citationOf(p, c))
	}
	for _, n := range plan.SourceNotes {
		record.SourceNotes = append(record.SourceNotes, sourceNote{text(n.Clause), n.Kind, n.Note})
	}
	return record
}

func measureOf(m portal.Measure) measure {
	parts := []measure{}
	for _, part := range m.Parts {
		parts = append(parts, measureOf(part))
	}
	return measure{m.Kind, m.Value, text(m.Unit), text(m.Each), text(m.Every), m.Limit, m.By, m.Cumulative, text(m.Subject), parts}
}

func recurrenceOf(again *portal.Recurrence) *recurrence {
	if again == nil {
		return nil
	}
	return &recurrence{again.Every, again.On, text(again.Rule), again.From, again.To}
}

// citationOf adds to a citation what is known of the document.
func citationOf(p *portal.Portal, c portal.Citation) citation {
	record := citation{ID: c.ID, Ref: text(c.Ref), Role: c.Role, Clause: text(c.Clause)}
	if plan := p.Plan(c.ID); plan != nil {
		title := plan.Title()
		record.Title, record.Held = &title, true
		if record.Ref == nil {
			record.Ref = text(plan.Ref())
		}
	} else if document := p.Document(c.ID); document != nil {
		record.Title = text(document.Title)
		if record.Ref == nil {
			record.Ref = text(document.Ref)
		}
	}
	return record
}

func provisions(from []portal.Provision) []provision {
	all := []provision{}
	for _, p := range from {
		all = append(all, provision{p.Text, text(p.Clause), list(p.Unit)})
	}
	return all
}

func history(r *portal.Record) []change {
	changes := []change{}
	for _, c := range r.History {
		changes = append(changes, change{c.Date, c.What, text(c.By)})
	}
	return changes
}
