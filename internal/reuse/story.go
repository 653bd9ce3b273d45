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
	Awards    []portal.Award        `json:"awards"`
	History   []change              `json:"history"`
}

func exemplarOf(e *portal.Exemplar) exemplarRecord {
	return exemplarRecord{
		head: headOf("exemplar", "dien-hinh", e.Title, &e.Record), Summary: e.Summary, Kind: e.Kind, Unit: e.Unit,
		Movement: text(e.Movement), Fields: list(e.Fields), Stage: text(e.Stage), Standards: list(e.Standards),
		Year: e.Year, Awards: list(e.Awards), History: history(&e.Record),
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
