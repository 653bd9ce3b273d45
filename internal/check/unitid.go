package check

import (
	"regexp"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// How the id of a unit ends: in its official code, in its last year, or, where
// it is fictitious, in m and digits (docs/data-format.md §6).
var (
	sampleEnd = regexp.MustCompile(`-m[0-9]+$`)
	codeForm  = map[portal.UnitKind]*regexp.Regexp{
		portal.Province:    regexp.MustCompile(`^[0-9]{2}$`),
		portal.Commune:     regexp.MustCompile(`^[0-9]{5}$`),
		portal.Ward:        regexp.MustCompile(`^[0-9]{5}$`),
		portal.SpecialZone: regexp.MustCompile(`^[0-9]{5}$`),
	}
)

// unitIDs finds places whose id does not tell them apart from others of the
// same name, and samples that could be taken for real units.
func unitIDs(p *portal.Portal) (problems []portal.Problem) {
	report := func(unit *portal.Unit, field, rule string, args ...any) {
		problems = append(problems, portal.Problem{Pos: unit.Source.At(field), Rule: rule, Args: args})
	}
	for _, unit := range p.Units {
		if sampleEnd.MatchString(unit.ID) != unit.Sample {
			report(unit, "id", "unit-id-sample", unit.ID)
			continue
		}
		if !unit.Kind.IsAdministrative() || unit.Sample {
			continue
		}
		if form := codeForm[unit.Kind]; form != nil && unit.Code != "" && !form.MatchString(unit.Code) {
			report(unit, "code", "unit-code", unit.Code)
		}
		end := unit.Code
		if end == "" && !unit.ValidTo.IsZero() {
			end = unit.ValidTo.String()[:4]
		}
		if end == "" {
			report(unit, "id", "unit-no-code", unit.ID)
		} else if !strings.HasSuffix(unit.ID, "-"+end) {
			report(unit, "id", "unit-id", unit.ID, vi.Slug(unit.Name)+"-"+end)
		}
	}
	return problems
}
