package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// citations follows the documents that the words of a plan name by their
// numbers: each has to be in its list, and the first time to come with its date
// and issuer (Nghị định 30/2020/NĐ-CP, Phụ lục I.II.6). Where the source itself
// leaves them out, a source note of kind "reference" at the clause says so.
type citations struct {
	plan     *portal.Plan
	listed   map[string]bool // keys of the numbers that the plan lists, and its own
	seen     map[string]bool
	problems []portal.Problem
}

func newCitations(p *portal.Portal, plan *portal.Plan) *citations {
	c := &citations{plan: plan, listed: map[string]bool{}, seen: map[string]bool{}}
	list := func(ref string) {
		for m := range vi.Mentions(ref) {
			c.listed[refKey(ref[m.Start:m.End])] = true
		}
	}
	if plan.DocNumber != "" {
		list(plan.Ref())
		c.seen[refKey(plan.Ref())] = true
	}
	for _, citation := range plan.Documents {
		list(citation.Ref)
		if document := p.Document(citation.ID); document != nil {
			list(document.Ref)
		}
		if other := p.Plan(citation.ID); other != nil {
			list(other.Ref())
		}
	}
	return c
}

// refKey is the same for every way to write a number: with or without a zero.
func refKey(ref string) string { return strings.TrimLeft(ref, "0") }

// look follows a number that the text of a clause mentions.
func (c *citations) look(clause *portal.Clause, text string, m vi.Mention) {
	ref := text[m.Start:m.End]
	key := refKey(ref)
	if c.seen[key] {
		return
	}
	c.seen[key] = true
	if c.plan.Noted(clause.Address, portal.NoteReference) {
		return
	}
	warn := func(rule string) {
		c.problems = append(c.problems, portal.Problem{
			Pos: clause.Pos, Rule: rule, Severity: portal.Warning, Args: []any{ref, string(clause.Address)},
		})
	}
	if !c.listed[key] {
		warn("document-unlisted")
	}
	if isLawNumber(ref) {
		return
	}
	sentence := sentenceAround(text, m.Start, m.End)
	if !hasDate(sentence) {
		warn("first-citation")
	}
	if !slices.ContainsFunc(issuerWords, func(word string) bool { return strings.Contains(sentence, word) }) {
		warn("first-citation-issuer")
	}
}

// isLawNumber reports whether a number is that of a law or an ordinance, which
// is cited by its name alone.
func isLawNumber(ref string) bool {
	symbol := ref[strings.LastIndexByte(ref, '/')+1:]
	return strings.HasPrefix(symbol, "QH") || strings.HasPrefix(symbol, "UBTVQH") || strings.HasPrefix(symbol, "PL-")
}

// issuerWords stand in every sentence that says who issued a document. So does
// much else, but a false alarm costs more than one that is not given.
var issuerWords = []string{
	"của ", "do ", "Ban ", "Bộ ", "Chính phủ", "Chủ tịch", "Công an", "HĐND", "Hội đồng", "Quốc hội", "Sở ", "Thủ tướng", "Trung ương",
	"Tỉnh ủy", "Thành ủy", "Đảng ủy", "UBND", "Ủy ban", "Uỷ ban",
}

// hasDate reports whether a text has a date, or at least a year that is called
// one.
func hasDate(text string) bool {
	for m := range vi.Mentions(text) {
		if m.Kind != vi.NumberMention {
			return true
		}
	}
	for rest := text; ; {
		_, after, found := strings.Cut(rest, "năm ")
		if !found {
			return false
		}
		if year := len(after) - len(strings.TrimLeft(after, "0123456789")); year == 4 {
			return true
		}
		rest = after
	}
}

// longestSentence is how many bytes before and after a number are looked at.
const longestSentence = 2000

// sentenceAround is the sentence in which a part of a text stands, without that
// part.
func sentenceAround(text string, start, end int) string {
	from, to := start, end
	for from > max(start-longestSentence, 0) && !endsSentence(text, from-1) {
		from--
	}
	for to < min(end+longestSentence, len(text)) && !endsSentence(text, to) {
		to++
	}
	return text[from:start] + " " + text[end:to]
}

// endsSentence reports whether a sentence ends at a byte of the text: a full stop
// after "TP." or "TX." ends none.
func endsSentence(text string, i int) bool {
	switch text[i] {
	case '\n':
		return true
	case '.', '!', '?':
	default:
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[i+1:], " ”)"))
	word := text[strings.LastIndexAny(text[:i], " \n(“")+1 : i]
	return strings.HasPrefix(text[i+1:], " ") && unicode.IsUpper(next) && !strings.EqualFold(word, "TP") && !strings.EqualFold(word, "TX")
}

// documentsIncomplete finds documents that plans cite without the date, or the
// issuer, that readers need to find them: once, where the first plan cites it.
// Laws are known by their names; where a plan does not give more, its source note
// of kind "reference" says so.
func documentsIncomplete(p *portal.Portal) (problems []portal.Problem) {
	told := map[string]bool{}
	for _, plan := range p.Plans {
		for i, citation := range plan.Documents {
			document := p.Document(citation.ID)
			if document == nil || told[document.ID] || isLaw(document.Type) || excused(plan, citation) {
				continue
			}
			var missing []string
			if document.IssuedOn.IsZero() && !document.Source.Has("issued_on") { // else its own mistake is told
				missing = append(missing, "issued_on")
			}
			if document.Issuer == "" {
				missing = append(missing, "issuer")
			}
			if len(missing) == 0 {
				continue
			}
			told[document.ID] = true
			clause := citation.Clause
			if clause == "" {
				clause = portal.Opening
			}
			problems = append(problems, portal.Problem{
				Pos: plan.Source.At(at("documents", i, "id")), Rule: "document-incomplete", Severity: portal.Warning,
				Args: []any{document.ID, strings.Join(missing, ", "), document.Source.Start().String(), string(clause)},
			})
		}
	}
	return problems
}

// isLaw reports whether documents of a type are cited by their names alone.
func isLaw(docType string) bool {
	return slices.ContainsFunc([]string{"luật", "bộ luật", "hiến pháp", "pháp lệnh"}, func(law string) bool {
		return strings.EqualFold(docType, law)
	})
}

// excused reports whether a source note speaks of the citation where it stands:
// a plan that names no clause cites in its opening.
func excused(plan *portal.Plan, citation portal.Citation) bool {
	if plan.Noted(citation.Clause, portal.NoteReference) {
		return true
	}
	return citation.Clause == "" && plan.Noted(portal.Opening, portal.NoteReference)
}
