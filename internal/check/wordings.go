package check

import (
	"strings"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// wordings finds what must not, or should not, be said in public: personal
// numbers, marks of secrecy, inflated praise; and what readers would see as
// strange letters. Every text is read once.
func wordings(p *portal.Portal) (problems []portal.Problem) {
	own := PublicNumbers(p)
	praise := newPraise(p.Wording)
	readAll(p, func(r *reading, text string) {
		report := func(offset int, rule string, severity portal.Severity, args ...any) {
			problems = append(problems, portal.Problem{Pos: r.pos(offset), Rule: rule, Severity: severity, Args: args})
		}
		for _, found := range personalNumbers(text) {
			if free := own[found.number] || r.hotlines[found.number] || r.contact; !free || !found.reaches() {
				severity := portal.Error
				if !r.public {
					severity = portal.Note
				}
				report(found.offset, "personal-number", severity, []string{found.kind}, found.masked())
			}
		}
		if mark, offset := secrecyMark(text); mark != "" && !r.gone {
			report(offset, "secrecy", portal.Error, mark)
		}
		if offset := vi.OldEncoding(text); offset >= 0 {
			word, _, _ := strings.Cut(text[offset:], " ")
			report(offset, "old-encoding", portal.Error, word)
		}
		if r.editors && r.public {
			for _, found := range praise.in(text) {
				report(found.offset, "inflated-praise", portal.Warning, found.Words, found.Why, found.Instead)
			}
		}
	})
	return problems
}
