package portal

import (
	"strings"

	"thidua/internal/vi"
)

// InPercent reports whether the value of the measure is a percentage.
func (m Measure) InPercent() bool {
	return strings.HasPrefix(m.Unit, "%") || strings.EqualFold(m.Unit, "phần trăm")
}

// Percentage reports whether the figures of the measure are percentages. By how
// many per cent something should fall is none: the figure is what is left.
func (m Measure) Percentage() bool { return m.InPercent() && m.Kind != LessThanPrevious }

// CountsKeepers reports whether a share that answers the measure says how many of
// those that are bound (units, weeks) kept it. All of them have to.
func (m Measure) CountsKeepers() bool { return !m.Percentage() || m.Each != "" }

// Say is a figure of the measure in the wording of a table: "94%", "11/12", "3
// buổi"; "" for none, or where nothing occurred. A percentage gets as many decimals as it takes to stand
// on the right side of the measure's own value: 94,996% is never shown as 95%.
func (m Measure) Say(f Figure) string {
	switch {
	case !f.Given(), f.OfNothing():
		return ""
	case f.Share() && m.CountsKeepers():
		return f.Counts()
	case f.Share():
		return m.percent(f).Format() + "%"
	case m.Percentage():
		return f.Amount().Format() + "%"
	case m.Unit == "" || m.InPercent():
		return f.Amount().Format()
	}
	return f.Amount().Format() + " " + m.Unit
}

func (m Measure) percent(f Figure) vi.Number {
	exact := vi.CompareProducts(f.Numerator, vi.IntNumber(100), m.Value, f.Denominator)
	for decimals := 1; ; decimals++ {
		share := vi.Percent(f.Numerator, f.Denominator, decimals)
		if decimals == 6 || !m.Value.IsSet() || share.Compare(m.Value) == exact {
			return share
		}
	}
}

// Counts is a share as the two numbers it is made of: "1.880/2.000"; "" for
// what is no share.
func (f Figure) Counts() string {
	if !f.Share() {
		return ""
	}
	return f.Numerator.Format() + "/" + f.Denominator.Format()
}

// A Bar is a share and its bound, both in per cent of the whole and between 0
// and 100, written for the attributes of a picture.
type Bar struct {
	Share string
	Bound string // "" where the measure has none that can be drawn
}

// Bar is the standing as a bar; nil for what is no share of a whole: a promise
// that something does not happen is never a bar.
func (s *Standing) Bar() *Bar {
	m := &s.Target.Measure
	if m.Kind == None || m.Kind.Compound() || m.Kind == LessThanPrevious || s.Each != "" {
		return nil
	}
	hundred := vi.IntNumber(100)
	var share vi.Number
	switch {
	case s.Figure.Share():
		share = vi.Percent(s.Figure.Numerator, s.Figure.Denominator, 2)
	case m.Percentage():
		share = s.Figure.Amount()
	}
	if !share.IsSet() || share.Sign() < 0 {
		return nil
	}
	within := func(n vi.Number) string {
		if n.Compare(hundred) > 0 {
			n = hundred
		}
		return n.String()
	}
	bar := &Bar{Share: within(share)}
	switch {
	case m.CountsKeepers():
		bar.Bound = within(hundred)
	case m.Value.IsSet():
		bar.Bound = within(m.Value)
	}
	return bar
}
