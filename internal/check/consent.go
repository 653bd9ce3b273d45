package check

import (
	"thidua/internal/portal"
	"thidua/internal/vi"
)

// Who may agree that a person is shown.
const (
	subject        = "subject"
	representative = "representative"
)

// Kinds of consent. A picture of a public event may be shown with notice alone
// (Luật 91/2025/QH15); the story of a person may not.
const (
	consentPublicEvent = "public-event"
	consentSample      = "sample"
)

// notice is how many days before a consent ends its editor is told, so that the
// day on which nothing is published any more does not come as a surprise.
const notice = 30

// consents finds people who are shown without having agreed to it, or no longer.
// A person or household agrees in writing; a collective needs it only for a
// photo. For a child the representative agrees, too (Luật 91/2025/QH15, Điều
// 24). An invented person has an invented consent, and nobody else has one.
func consents(p *portal.Portal, today vi.Date) (problems []portal.Problem) {
	for _, exemplar := range p.Exemplars {
		if exemplar.Status.Public() {
			c := consenting{exemplar, today}
			problems = append(problems, c.problems()...)
		}
	}
	return problems
}

// consenting are those who must agree to one exemplar on a day.
type consenting struct {
	*portal.Exemplar
	today vi.Date
}

func (c consenting) problems() (problems []portal.Problem) {
	for i, consent := range c.Consent {
		if (consent.Kind == consentSample) != c.Sample && consent.Kind != "" {
			problems = append(problems, portal.Problem{Pos: c.Source.At(at("consent", i, "kind")), Rule: "consent-sample", Args: []any{consent.Kind}})
		}
	}
	if len(problems) > 0 {
		return problems
	}
	switch {
	case c.Minor:
		problems = append(c.agreed("consent-minor", inWriting(subject), subject), c.agreed("consent-minor", inWriting(representative), representative)...)
	case c.Kind != portal.Collective:
		problems = c.agreed("consent-missing", inWriting(subject))
	case c.Photo != nil || c.Video != nil:
		problems = c.agreed("consent-photo", func(portal.Consent) bool { return true })
	}
	return problems
}

// inWriting tells the consents of somebody that are good for a story.
func inWriting(by string) func(portal.Consent) bool {
	return func(consent portal.Consent) bool { return consent.By == by && consent.Kind != consentPublicEvent }
}

// agreed reports what is wrong where none of the consents that count is good on
// the day: why the last of them is not, or that they are missing; who must agree
// is told in the words of who. It warns where the last good one is about to end.
func (c consenting) agreed(missing string, counts func(portal.Consent) bool, who ...string) []portal.Problem {
	field := "consent"
	if !c.Source.Has(field) {
		field = "kind"
	}
	wrong := portal.Problem{Pos: c.Source.At(field), Rule: missing, Args: []any{who}}
	good := -1 // the one that lasts longest
	for i, consent := range c.Consent {
		if !counts(consent) {
			continue
		}
		if rule, field, day := c.fault(i); rule != "" {
			wrong = portal.Problem{Pos: c.Source.At(field), Rule: rule, Args: []any{day.Short()}}
		} else if good < 0 || outlasts(consent, c.Consent[good]) {
			good = i
		}
	}
	if good < 0 {
		return []portal.Problem{wrong}
	}
	if end := c.Consent[good].Expires; !end.IsZero() && c.today.DaysUntil(end.Last()) <= notice {
		return []portal.Problem{{
			Pos: c.Source.At(at("consent", good, "expires")), Rule: "consent-ends", Severity: portal.Warning, Args: []any{end.Short()},
		}}
	}
	return nil
}

// outlasts reports whether a consent is good for longer than another.
func outlasts(consent, other portal.Consent) bool {
	return !other.Expires.IsZero() && (consent.Expires.IsZero() || other.Expires.Last().Before(consent.Expires.Last()))
}

// fault names the rule that the i-th consent breaks on the day, "" for a good
// one, with the field and the date that show it. Whoever took a consent back may
// give a new one, dated from that day on.
func (c consenting) fault(i int) (rule, field string, day vi.Date) {
	consent := c.Consent[i]
	for j, other := range c.Consent {
		if back := other.Withdrawn; other.By == consent.By && !back.IsZero() && (i == j || consent.Date != back && !consent.Date.After(back)) {
			return "consent-withdrawn", at("consent", j, "withdrawn_on"), back
		}
	}
	switch {
	case consent.Date.After(c.today):
		return "consent-future", at("consent", i, "date"), consent.Date
	case consent.Expires.Before(c.today):
		return "consent-expired", at("consent", i, "expires"), consent.Expires
	}
	return "", "", vi.Date{}
}
