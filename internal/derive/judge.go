package derive

import (
	"math/big"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// An observation is what is known of a measure in the time over which it is
// judged.
type observation struct {
	figure   portal.Figure
	previous portal.Figure // of the time that it is compared with
	times    int64         // how often the measure recurs in the time: 13 weeks of a quarter
	closed   bool          // what was reported certainly reaches the end of the time
	complete bool          // every period of the time has a figure
	lasting  bool          // to be reached once, by a day: what is reached stays reached
	said     bool          // there are words
	shown    bool          // there is evidence that can be looked up
}

var hundred = vi.IntNumber(100)

// judge says where a measure that is not compound stands. Without a figure it
// is neither met nor missed; in a time that is not over, or not wholly
// reported, a figure decides only what no later one can undo.
func judge(m *portal.Measure, o observation) portal.TargetState {
	f := o.figure
	switch {
	case m.Kind == portal.Qualitative && o.said:
		return portal.Narrative
	case m.Kind == portal.Disclose && !f.Share():
		return disclosed(o)
	case m.Kind == portal.Qualitative || !f.Given(), f.Numerator.Sign() < 0, f.Denominator.Sign() < 0, f.Value.Sign() < 0:
		return portal.NoData
	case f.OfNothing() && o.closed:
		return portal.Nothing
	case f.OfNothing():
		return portal.NotDue
	case m.Kind == portal.LessThanPrevious && !o.closed:
		return portal.InProgress // a part of a time is not compared with a whole one
	}
	kind, order, known := against(m, o)
	if !known {
		return portal.NoData
	}
	met := holds(kind, order)
	counted := kind == portal.FractionOfRemaining || !m.Percentage() && kind == comparison(m) // a count only grows, a share may fall
	keepers := f.Share() && m.CountsKeepers() && m.Kind != portal.None
	if keepers {
		counted = counted && m.Each != "" && rising(comparison(m)) // who has done it has; who has not passed a most may yet
	}
	if m.PerCase() {
		counted = !rising(kind) // the worst of several only gets worse
	}
	switch {
	case o.closed && o.complete:
		return verdict(met)
	case keepers && !met && m.Each == "" && o.times > 1:
		return portal.Missed // one of the months that are over
	case met && rising(kind) && (counted || o.lasting):
		return portal.Met
	case !met && !rising(kind) && order >= 0 && counted && (!o.lasting || kind == portal.None):
		return portal.Missed
	case o.closed:
		return portal.NoData
	}
	return portal.InProgress
}

// disclosed says whether something was made public: what can be looked up is,
// and a 0 in a time that is over says that it is not. A number alone shows
// nothing.
func disclosed(o observation) portal.TargetState {
	switch amount := o.figure.Amount(); {
	case o.shown && (!amount.IsSet() || amount.Sign() > 0):
		return portal.Met
	case amount.IsSet() && !o.closed:
		return portal.InProgress
	case amount.IsSet() && amount.Sign() == 0 && o.complete:
		return portal.Missed
	}
	return portal.NoData
}

func verdict(met bool) portal.TargetState {
	if met {
		return portal.Met
	}
	return portal.Missed
}

// holds reports whether a kind of measure is kept by a figure that is below
// (-1), at (0) or above (+1) its bound.
func holds(kind portal.MeasureKind, order int) bool {
	switch kind {
	case portal.AtLeast, portal.Within, portal.FractionOfRemaining, portal.Retain, portal.Disclose:
		return order >= 0
	case portal.MoreThan:
		return order > 0
	case portal.AtMost, portal.None:
		return order <= 0
	case portal.LessThan, portal.LessThanPrevious:
		return order < 0
	}
	return false
}

// comparison is how a figure is held against the bound of a measure. A number
// that the plan sets without a word beside it ("xây dựng 39 xã") is kept by more
// as well; 0 set so wants no case at all.
func comparison(m *portal.Measure) portal.MeasureKind {
	switch {
	case m.Kind != portal.Equal:
		return m.Kind
	case m.Value.IsSet() && m.Value.Sign() == 0:
		return portal.AtMost
	}
	return portal.AtLeast
}

// rising reports whether a greater figure is a better one.
func rising(kind portal.MeasureKind) bool { return holds(kind, 1) }

// against compares a figure with the bound of its measure, by the kind of
// comparison returned. It is not known where the figure has not the form that
// the measure asks for, or what it is compared with was not reported.
//
// Of what recurs within the time, a figure is the sum. Whether each of three
// months kept its "no more than 2" is only known of a sum of no more than 2, or
// of more than 6. What is measured in each case, minutes of waiting, is no sum
// at all.
func against(m *portal.Measure, o observation) (kind portal.MeasureKind, order int, known bool) {
	f := o.figure
	kind = comparison(m)
	switch {
	case m.Kind == portal.LessThanPrevious:
		order, known = againstPrevious(m, f, o.previous)
		return m.Kind, order, known
	case m.Kind == portal.None:
		return m.Kind, f.Amount().Sign(), f.Amount().IsSet()
	case f.Share() && m.CountsKeepers():
		return portal.AtLeast, f.Numerator.Compare(f.Denominator), true
	case m.Each != "":
		return m.Kind, 0, false // of each, or of all together?
	case m.Percentage():
		if f.Share() {
			return kind, vi.CompareProducts(f.Numerator, hundred, m.Value, f.Denominator), m.Value.IsSet()
		}
		return kind, f.Value.Compare(m.Value), f.Value.IsSet() && m.Value.IsSet()
	}
	bound := m.Value.Times(max(o.times, 1))
	order, known = f.Amount().Compare(bound), bound.IsSet()
	if kind == portal.AtMost || kind == portal.LessThan {
		known = known && holds(kind, order) == holds(kind, f.Amount().Compare(m.Value))
	}
	return kind, order, known
}

// againstPrevious compares a figure with that of an earlier time, less the per
// cent by which the measure wants it to fall. What is nothing now counts as
// fallen, whatever it was.
func againstPrevious(m *portal.Measure, now, then portal.Figure) (order int, known bool) {
	if now.Given() && now.Amount().Sign() == 0 {
		return -1, true
	}
	if !now.Given() || !then.Given() || now.Share() != then.Share() || then.OfNothing() {
		return 0, false
	}
	rate := func(f portal.Figure) *big.Rat {
		if f.Share() {
			return new(big.Rat).Quo(f.Numerator.Rat(), f.Denominator.Rat())
		}
		return f.Amount().Rat()
	}
	is, was := rate(now), rate(then)
	if !m.Value.IsSet() || was.Sign() == 0 {
		return is.Cmp(was), true
	}
	fall := new(big.Rat).Sub(was, is)
	if m.InPercent() {
		fall.Quo(fall.Mul(fall, hundred.Rat()), was)
	}
	if fall.Cmp(m.Value.Rat()) >= 0 {
		return -1, true
	}
	return 1, true
}
