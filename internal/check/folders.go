package check

import (
	"path"
	"strings"

	"thidua/internal/portal"
)

// foldersAgree finds reports whose unit or period is not that of their folder,
// which gives them their URL.
func foldersAgree(p *portal.Portal) (problems []portal.Problem) {
	for _, report := range p.Reports {
		unit, period := path.Split(report.ID)
		if unit = strings.TrimSuffix(unit, "/"); report.Unit != unit && report.Unit != "" {
			problems = append(problems, portal.Problem{Pos: report.Source.At("unit"), Rule: "folder-unit", Args: []any{report.Unit, unit}})
		}
		if got := report.Period.String(); got != period && got != "" {
			problems = append(problems, portal.Problem{Pos: report.Source.At("period"), Rule: "folder-period", Args: []any{got, period}})
		}
	}
	return problems
}
