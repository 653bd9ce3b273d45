package reuse

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

type exemplarRecord struct {
	head
	Summary   string                `json:"summary"`
	Kind      portal.SubjectKind    `json:"kind"`
	Unit      string                `json:"unit"`
	Movement  *string               `json:"movement"`
	Fields    []string              `json:"fields"`
	Stage     *portal.ExemplarStage `json:"stage"`
	Standards []string              `json:"standards"`
	Year      vi.Date               `json:"year"`
	Awards    []award               `json:"awards"`
	History   []change              `json:"history"`
}

type award struct {
	Form         *string `json:"form"`
	Title        *string `json:"title"`
	Level        *string `json:"level"`
	DecisionRef  *string `json:"decision_ref"`
	DecisionDate vi.Date `json:"decision_date"`
	GrantedBy    *string `json:"granted_by"`
	Status       string  `json:"status"` // granted, revoked
}

func exemplarOf(e *portal.Exemplar) exemplarRecord {
	awards := []award{}
	for _, a := range e.Awards {
		awards = append(awards, award{text(a.Form), text(a.Title), text(a.Level), text(a.DecisionRef), a.DecisionDate, text(a.GrantedBy), a.Status})
	}
	return exemplarRecord{
		head: headOf("exemplar", "dien-hinh", e.Title, &e.Record), Summary: e.Summary, Kind: e.Kind, Unit: e.Unit,
		Movement: text(e.Movement), Fields: list(e.Fields), Stage: text(e.Stage), Standards: list(e.Standards),
		Year: e.Year, Awards: awards, History: history(&e.Record),
	}
}

type issueRecord struct {
	head
	Summary   string    `json:"summary"`
	Month     vi.Period `json:"month"`
	Plans     []string  `json:"plans"`
	Models    []string  `json:"models"`
	Exemplars []string  `json:"exemplars"`
	History   []change  `json:"history"`
}

func issueOf(c *portal.Column) issueRecord {
	return issueRecord{
		head: headOf("column", "thi-dua-la-yeu-nuoc", c.Title, &c.Record), Summary: c.Summary, Month: c.Month(),
		Plans: list(c.Plans), Models: list(c.Models), Exemplars: list(c.Exemplars), History: history(&c.Record),
	}
}
