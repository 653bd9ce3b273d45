package portal_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// measure reads a measure as these tests write it: "at-least 95 % every=quarter".
// Parts follow their kind in brackets: "all-of [none] [at-least 1 buổi]".
func measure(t testing.TB, text string) portal.Measure {
	t.Helper()
	head, rest, _ := strings.Cut(text, " [")
	var m portal.Measure
	for i, word := range strings.Fields(head) {
		key, value, _ := strings.Cut(word, "=")
		var err error
		switch number, bad := vi.ParseNumber(word); {
		case i == 0:
			m.Kind = portal.MeasureKind(word)
		case bad == nil && !m.Value.IsSet():
			m.Value = number
		case key == "every":
			m.Every = portal.Every(value)
		case key == "each":
			m.Each = value
		case key == "limit":
			err = m.Limit.UnmarshalText([]byte(value))
		case key == "by":
			m.By, err = vi.ParseDate(value)
		case key == "of":
			m.Subject = value
		case key == "cumulative":
			m.Cumulative = true
		default:
			m.Unit = strings.TrimSpace(m.Unit + " " + word)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for rest != "" {
		var part string
		part, rest, _ = strings.Cut(rest, "]")
		rest = strings.TrimPrefix(rest, " [")
		m.Parts = append(m.Parts, measure(t, part))
	}
	return m
}

func TestMeasuresCompared(t *testing.T) {
	for _, test := range []struct {
		m, above string
		want     portal.Strictness
	}{
		// tối thiểu, trên, đạt
		{"at-least 95 %", "at-least 95 %", portal.Same},
		{"at-least 95 %", "at-least 90 %", portal.Tighter},
		{"at-least 95,5 %", "at-least 95 %", portal.Tighter},
		{"more-than 95 %", "at-least 95 %", portal.Tighter},
		{"more-than 95 %", "at-least 95,1 %", portal.Looser},
		{"equal 100 %", "at-least 100 %", portal.Same},
		{"equal 100 %", "at-least 95 %", portal.Tighter},
		{"equal 90 %", "equal 95 %", portal.Looser},
		{"equal 95 %", "more-than 95 %", portal.Looser},
		{"at-least 5 mô hình", "at-least 5 Mô hình", portal.Same},
		{"at-least 5 mô hình", "at-least 5 hộ", portal.Incomparable},
		{"at-least 95 %", "at-least 95 phần trăm", portal.Same},
		{"at-least 90 % hộ every=quarter", "at-least 95 % hộ every=year", portal.Incomparable}, // four times 90% is not 360%

		// tối đa, dưới, không để xảy ra
		{"at-most 3 vụ", "at-most 5 vụ", portal.Tighter},
		{"at-most 25 phút every=month", "at-most 30 phút every=year", portal.Tighter}, // of each case, in every month
		{"at-most 25 phút every=year", "at-most 30 phút every=month", portal.Incomparable},
		{"at-most 3 vụ every=month", "at-most 5 vụ every=year", portal.Incomparable}, // up to 36 in the year
		{"at-least 8 điểm every=quarter", "at-least 9 điểm every=year", portal.Incomparable},
		{"at-least 8 giờ every=quarter", "at-least 32 giờ every=year", portal.Tighter},
		{"less-than 5 vụ", "at-most 5 vụ", portal.Tighter},
		{"at-most 5 vụ", "less-than 5 vụ", portal.Looser},
		{"less-than 5 vụ", "at-most 4 vụ", portal.Looser},
		{"none", "at-most 5 vụ", portal.Tighter},
		{"none", "less-than 1 vụ every=year", portal.Tighter},
		{"none", "at-most 0 vụ", portal.Same},
		{"equal 0 vụ", "none", portal.Same},
		{"at-most 1 vụ", "none", portal.Looser},
		{"none", "less-than-previous", portal.Tighter},
		{"none", "at-least 5 vụ", portal.Incomparable},
		{"at-least 5 vụ", "at-most 5 vụ", portal.Incomparable},
		{"equal 5 vụ", "at-most 5 vụ", portal.Incomparable},

		// each, every, cumulative
		{"at-least 1 lần every=quarter", "at-least 1 lần every=year", portal.Tighter},
		{"at-least 1 lần every=quarter", "at-least 4 lần every=year", portal.Tighter},
		{"at-least 4 lần every=year", "at-least 1 lần every=quarter", portal.Looser},
		{"at-least 1 lần every=quarter", "at-least 5 lần every=year", portal.Incomparable},
		{"at-least 5 lần every=year", "at-least 1 lần every=year", portal.Tighter},
		{"at-least 1 lượt every=week", "at-least 4 lượt every=month", portal.Tighter},
		{"at-least 1 lượt every=week", "at-least 5 lượt every=month", portal.Incomparable},
		{"at-least 1 lượt every=week", "at-least 52 lượt every=year", portal.Tighter},
		{"more-than 1 lần every=quarter", "at-least 4 lần every=year", portal.Tighter},
		{"at-least 2 lần every=half-year", "at-least 1 lần every=quarter", portal.Looser},
		{"at-least 3 lần every=half-year", "at-least 1 lần every=quarter", portal.Incomparable},
		{"at-least 1 buổi every=month", "at-least 1 buổi", portal.Tighter},
		{"at-least 1 buổi", "at-least 1 buổi every=year", portal.Looser},
		{"at-least 1 buổi every=month", "at-least 2 buổi", portal.Incomparable},
		{"at-least 1 buổi every=once", "at-least 1 buổi", portal.Same},
		{"at-most 1 vụ every=year", "at-most 1 vụ every=quarter", portal.Tighter},
		{"at-most 1 vụ every=quarter", "at-most 4 vụ every=year", portal.Tighter},
		{"at-most 1 vụ every=quarter", "at-most 3 vụ every=year", portal.Incomparable},
		{"at-most 1 vụ every=quarter", "at-most 1 vụ every=year", portal.Looser},
		{"less-than 1 vụ every=week", "at-most 5 vụ every=month", portal.Tighter},
		{"at-most 1 vụ every=week", "at-most 4 vụ every=month", portal.Incomparable},
		{"at-most 1 vụ every=month", "at-most 9 vụ", portal.Incomparable},
		{"at-least 95 % every=quarter", "at-least 95 % every=year", portal.Tighter},
		{"at-least 95 % every=year", "at-least 90 % every=quarter", portal.Incomparable},
		{"at-least 95 %", "at-least 95 % every=quarter", portal.Same},
		{"at-most 5 % every=year", "at-most 5 % every=month", portal.Looser},
		{"at-least 1 buổi each=xóm", "at-least 1 buổi each=xóm", portal.Same},
		{"at-least 2 buổi each=xóm", "at-least 1 buổi", portal.Incomparable},
		{"at-least 5 hộ cumulative", "at-least 4 hộ cumulative", portal.Tighter},
		{"at-least 5 hộ cumulative", "at-least 4 hộ", portal.Incomparable},
		{"at-least 5 hộ cumulative every=quarter", "at-least 5 hộ cumulative every=year", portal.Incomparable},

		// by
		{"at-least 5 hộ by=2028", "at-least 5 hộ by=2030", portal.Tighter},
		{"at-least 5 hộ by=2028", "at-least 5 hộ by=2028-12-31", portal.Same},
		{"at-least 5 hộ by=2028-06", "at-least 5 hộ by=2028", portal.Tighter},
		{"at-least 5 hộ by=2029", "at-least 5 hộ by=2028", portal.Looser},
		{"at-least 5 hộ", "at-least 5 hộ by=2028", portal.Looser},
		{"at-least 6 hộ by=2030", "at-least 5 hộ by=2028", portal.Incomparable},

		// trong 48 giờ
		{"within 100 % limit=24h", "within 100 % limit=48h", portal.Tighter},
		{"within 100 % limit=48h", "within 95 % limit=48h", portal.Tighter},
		{"within 95 % limit=24h", "within 100 % limit=48h", portal.Incomparable},
		{"within 100 % limit=2d", "within 100 % limit=48h", portal.Same},
		{"within limit=48h", "within 100 % limit=48h", portal.Same},
		{"within 100 % limit=5d", "within 100 % limit=5wd", portal.Tighter},
		{"within 100 % limit=7d", "within 100 % limit=5wd", portal.Incomparable},
		{"within 100 % limit=30d", "within 100 % limit=5wd", portal.Looser},
		{"within 100 % limit=28d", "within 100 % limit=1m", portal.Tighter},
		{"within 100 % limit=30d", "within 100 % limit=1m", portal.Incomparable},
		{"within 100 % limit=2m", "within 100 % limit=1m", portal.Looser},
		{"within 100 % limit=48h", "at-least 100 %", portal.Incomparable},

		// duy trì, giảm, số còn lại, công khai, lời văn
		{"retain", "retain", portal.Same},
		{"retain 95 %", "retain", portal.Tighter},
		{"retain 90 %", "retain 95 %", portal.Looser},
		{"retain", "none", portal.Incomparable},
		{"less-than-previous 10 %", "less-than-previous", portal.Tighter},
		{"less-than-previous 5 %", "less-than-previous 10 %", portal.Looser},
		{"less-than-previous 5 vụ", "less-than-previous 10 %", portal.Incomparable},
		{"less-than-previous every=year", "less-than-previous every=quarter", portal.Incomparable},
		{"fraction-of-remaining 30 % every=year", "fraction-of-remaining 20 % every=year", portal.Tighter},
		{"fraction-of-remaining 30 %", "fraction-of-remaining 30 % every=year", portal.Looser},
		{"fraction-of-remaining 30 %", "at-least 30 %", portal.Incomparable},
		{"disclose every=quarter", "disclose every=year", portal.Tighter},
		{"disclose", "disclose every=year", portal.Looser},
		{"disclose", "at-least 95 %", portal.Incomparable},
		{"qualitative", "qualitative", portal.Same},
		{"qualitative", "at-least 95 %", portal.Looser},
		{"none", "qualitative every=month", portal.Tighter},
		{"at-least 1 buổi every=year", "qualitative every=month", portal.Incomparable},

		// và, hoặc
		{"all-of [at-least 1 buổi] [none]", "all-of [none] [at-least 1 buổi]", portal.Same},
		{"all-of [at-least 2 buổi] [none]", "all-of [at-least 1 buổi] [none]", portal.Tighter},
		{"all-of [at-least 2 buổi] [at-most 1 vụ]", "all-of [at-least 1 buổi] [none]", portal.Incomparable},
		{"all-of [at-least 1 buổi] [none]", "none", portal.Tighter},
		{"none", "all-of [at-least 1 buổi] [none]", portal.Looser},
		{"any-of [less-than-previous] [none]", "less-than-previous", portal.Same},
		{"any-of [less-than-previous] [at-most 5 vụ]", "less-than-previous", portal.Looser},
		{"none", "any-of [less-than-previous] [none]", portal.Tighter},
		{"any-of [none] [less-than-previous]", "any-of [less-than-previous] [none]", portal.Same},
		{"all-of [equal 100 % of=A] [equal 100 % of=B]", "all-of [equal 100 % of=B] [equal 90 % of=A]", portal.Tighter},
		{"all-of [equal 100 % of=A]", "all-of [equal 100 % of=B]", portal.Incomparable},
		{"all-of every=quarter [at-least 1 buổi of=A] [none of=B]", "all-of [at-least 1 buổi every=year of=A] [none of=B]", portal.Tighter},
		{"all-of by=2028 [at-least 1 buổi] [disclose]", "all-of by=2030 [at-least 1 buổi] [disclose]", portal.Tighter},
		{"all-of [at-least 1 buổi] [at-least 2 hộ]", "any-of [at-least 2 buổi] [at-least 1 hộ]", portal.Tighter},
	} {
		m, above := measure(t, test.m), measure(t, test.above)
		if got := m.Against(above); got != test.want {
			t.Errorf("%s against %s is %s, want %s", test.m, test.above, got, test.want)
		}
		opposite := map[portal.Strictness]portal.Strictness{portal.Tighter: portal.Looser, portal.Looser: portal.Tighter}[test.want]
		if opposite == portal.Incomparable {
			opposite = test.want
		}
		if got := above.Against(m); got != opposite {
			t.Errorf("%s against %s is %s, want %s", test.above, test.m, got, opposite)
		}
	}
}

// anyMeasure is one of all that plans can say, and more.
func anyMeasure(r *rand.Rand, depth int) portal.Measure {
	kinds := []portal.MeasureKind{
		"", "x", portal.AtLeast, portal.MoreThan, portal.AtMost, portal.LessThan, portal.Equal, portal.Within, portal.None,
		portal.AllOf, portal.AnyOf, portal.FractionOfRemaining, portal.Retain, portal.LessThanPrevious, portal.Disclose, portal.Qualitative,
	}
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	m := portal.Measure{
		Kind: kinds[r.IntN(len(kinds))], Unit: pick("%", "%", "lần", "lần", "phần trăm", ""), Each: pick("", "", "", "xóm"),
		Every: portal.Every(pick("", "", "week", "month", "quarter", "half-year", "year", "once")),
		Limit: portal.Limit{N: 1 + r.IntN(60), Unit: pick("h", "d", "wd", "m")}, Cumulative: r.IntN(8) == 0, Subject: pick("", "", "A", "B"),
	}
	if r.IntN(8) > 0 {
		m.Value, _ = vi.ParseNumber(pick("0", "1", "2", "4", "5", "12", "13", "52", "95", "95,5", "100", "-1", "999999999999999"))
	}
	if r.IntN(4) == 0 {
		m.By = vi.Date{Year: 2026 + r.IntN(3), Month: r.IntN(13)}
	}
	for range r.IntN(4) {
		if m.Kind.Compound() && depth > 0 {
			m.Parts = append(m.Parts, anyMeasure(r, depth-1))
		}
	}
	return m
}

func TestComparingMeasuresIsAnOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	seen := map[portal.Strictness]int{}
	tighter := func(a, b portal.Measure) bool {
		s := a.Against(b)
		return s == portal.Tighter || s == portal.Same
	}
	for range 200_000 {
		a, b := anyMeasure(r, 3), anyMeasure(r, 3)
		if r.IntN(2) == 0 { // two that are about the same are compared more often
			b = a
			b.Kind, b.Value, b.Every = anyMeasure(r, 0).Kind, anyMeasure(r, 0).Value, anyMeasure(r, 0).Every
		}
		if s := a.Against(a); s != portal.Same {
			t.Fatalf("%+v against itself is %s", a, s)
		}
		there, back := a.Against(b), b.Against(a)
		seen[there]++
		if (there == portal.Tighter) != (back == portal.Looser) || (there == portal.Same) != (back == portal.Same) {
			t.Fatalf("%+v\n%+v\n%s there, %s back", a, b, there, back)
		}
		// A count that is kept twice over is kept. (A share without a period is
		// owed in any, so that it stands between one of a year and one of a quarter.)
		if a.Unit == "lần" && b.Unit == "lần" && len(a.Parts)+len(b.Parts) == 0 {
			c := a
			c.Value, c.Every = anyMeasure(r, 0).Value, anyMeasure(r, 0).Every
			if tighter(a, b) && tighter(b, c) && !tighter(a, c) && a.Kind != portal.LessThanPrevious && b.Kind != portal.LessThanPrevious && a.Kind != portal.Within {
				t.Fatalf("%+v\n%+v\n%+v", a, b, c)
			}
		}
	}
	for _, s := range []portal.Strictness{portal.Incomparable, portal.Same, portal.Tighter, portal.Looser} {
		if seen[s] < 1000 {
			t.Errorf("only %d are %s", seen[s], s)
		}
	}
}

// Parts of parts of parts cost no more than an honest plan needs.
func TestComparingDeepMeasuresEnds(t *testing.T) {
	all, any := portal.Measure{Kind: portal.None}, portal.Measure{Kind: portal.Disclose}
	for range 40 {
		all = portal.Measure{Kind: portal.AllOf, Parts: []portal.Measure{all, all}}
		any = portal.Measure{Kind: portal.AnyOf, Parts: []portal.Measure{any, any}}
	}
	if s := all.Against(any); s != portal.Incomparable {
		t.Error(s)
	}
}

func TestPromisesCompared(t *testing.T) {
	target := func(measure portal.Measure, more func(*portal.Target)) *portal.Target {
		target := &portal.Target{Measure: measure}
		if more != nil {
			more(target)
		}
		return target
	}
	to := func(year int) func(*portal.Target) {
		return func(t *portal.Target) { t.To = vi.Date{Year: year} }
	}
	hoped := func(t *portal.Target) { t.Aspiration = true }
	sum := func(text string, owner string) *portal.Target {
		return &portal.Target{Measure: measure(t, text), Owner: portal.IDs{owner}}
	}
	share, yearly, byDay := measure(t, "at-least 95 %"), measure(t, "at-least 95 % every=year"), measure(t, "at-least 95 % by=2028")
	for _, test := range []struct {
		name       string
		m, above   *portal.Target
		end, ended int // of the plans
		want       portal.Strictness
	}{
		{"alike", target(share, nil), target(share, nil), 2026, 2030, portal.Same},
		{"hoped for", target(share, hoped), target(share, nil), 0, 0, portal.Looser},
		{"both hoped for", target(share, hoped), target(share, hoped), 0, 0, portal.Same},
		{"more, but hoped for", target(measure(t, "equal 100 %"), hoped), target(share, nil), 0, 0, portal.Incomparable},
		{"vowed where it was hoped for", target(share, nil), target(share, hoped), 0, 0, portal.Tighter},
		{"reached later", target(share, to(2029)), target(share, to(2028)), 0, 0, portal.Looser},
		{"kept up longer", target(yearly, to(2029)), target(yearly, to(2028)), 0, 0, portal.Tighter},
		{"a time of its own", target(share, to(2029)), target(share, nil), 2030, 2026, portal.Same},
		{"by the end of a plan that ends before the day", target(share, nil), target(byDay, nil), 2027, 0, portal.Tighter},
		{"by the end of a plan that ends after the day", target(share, nil), target(byDay, nil), 2030, 2030, portal.Looser},
		{"by the end of a plan without one", target(share, nil), target(byDay, nil), 0, 0, portal.Looser},
		{"a sum of one's own", sum("at-least 4 mô hình", "xa"), sum("at-least 5 mô hình", "xa"), 0, 0, portal.Looser},
		{"a sum of a whole province", sum("at-least 1 mô hình", "xa"), sum("at-least 50 mô hình", "tinh"), 0, 0, portal.Incomparable},
		{"words for a sum", sum("qualitative", "xa"), sum("at-least 50 mô hình", "tinh"), 0, 0, portal.Incomparable},
		{"the same sum", sum("at-least 5 mô hình", "xa"), sum("at-least 5 mô hình", "tinh"), 0, 0, portal.Same},
		{"the same sum, later", sum("at-least 5 mô hình by=2030", "xa"), sum("at-least 5 mô hình by=2028", "tinh"), 0, 0, portal.Looser},
		{"a sum among others", sum("all-of [at-least 1 mô hình] [none]", "xa"), sum("all-of [at-least 50 mô hình] [none]", "tinh"), 0, 0, portal.Incomparable},
		{"what is done again and again", sum("at-least 1 lần every=year", "xa"), sum("at-least 1 lần every=quarter", "tinh"), 0, 0, portal.Looser},
		{"a limit of each case", sum("at-most 25 phút", "xa"), sum("at-most 30 phút", "tinh"), 0, 0, portal.Tighter},
		{"a limit of all together", sum("at-most 25 vụ", "xa"), sum("at-most 30 vụ", "tinh"), 0, 0, portal.Incomparable},
		{"what each of many owes", sum("at-least 1 buổi each=xóm", "xa"), sum("at-least 2 buổi each=xóm", "tinh"), 0, 0, portal.Looser},
		{"never", sum("at-most 1 vụ every=year", "xa"), sum("none", "tinh"), 0, 0, portal.Looser},
	} {
		m := portal.Promise{Plan: &portal.Plan{To: year(test.end)}, Target: test.m}
		above := portal.Promise{Plan: &portal.Plan{To: year(test.ended)}, Target: test.above}
		if got := m.Against(above); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// What is asked of every unit is held against the promise of one of them as
// asked of that one.
func TestWhatIsAskedOfEveryUnit(t *testing.T) {
	for _, test := range []struct {
		one   string
		alone bool
		above string
		want  portal.Strictness
	}{
		{"at-least 1 lần every=year", true, "at-least 1 lần each=đơn_vị every=year", portal.Same},
		{"at-least 2 lần every=year", true, "at-least 1 lần each=đơn_vị every=year", portal.Tighter},
		{"at-least 1 lượt every=month", true, "at-least 1 lượt each=Công_an_cấp_xã every=week", portal.Looser},
		{"at-least 2 mô_hình", true, "at-least 1 mô_hình each=xã", portal.Tighter},
		{"at-least 1 lần every=year", false, "at-least 1 lần each=đơn_vị every=year", portal.Incomparable},
		{"at-least 1 lần every=year", true, "at-least 1 lần each=người every=year", portal.Incomparable},
		{"at-least 1 lần each=đơn_vị every=year", true, "at-least 1 lần each=đơn_vị every=year", portal.Same},
		{"disclose", true, "all-of [equal 100 % of=Đơn_vị_thực_hiện] [disclose of=Đường_dây_nóng]", portal.Same},
		{"at-least 2 lần every=year", true, "all-of [equal 100 % of=Đơn_vị_thực_hiện] [at-least 1 lần each=đơn_vị every=year]", portal.Tighter},
		{"equal 100 %", true, "equal 100 % of=Đơn_vị", portal.Same},
	} {
		spaced := func(text string) portal.Measure {
			m := measure(t, text)
			for _, one := range append([]*portal.Measure{&m}, pointers(m.Parts)...) {
				one.Each, one.Subject = strings.ReplaceAll(one.Each, "_", " "), strings.ReplaceAll(one.Subject, "_", " ")
			}
			return m
		}
		one := portal.Promise{Plan: &portal.Plan{}, Alone: test.alone, Target: &portal.Target{Owner: portal.IDs{"xa"}, Measure: spaced(test.one)}}
		above := portal.Promise{Plan: &portal.Plan{}, Target: &portal.Target{Owner: portal.IDs{"tinh"}, Measure: spaced(test.above)}}
		if got := one.Against(above); got != test.want {
			t.Errorf("%s against %s: %s, want %s", test.one, test.above, got, test.want)
		}
		mirror := map[portal.Strictness]portal.Strictness{portal.Tighter: portal.Looser, portal.Looser: portal.Tighter, portal.Same: portal.Same}
		if got := above.Against(one); got != mirror[test.want] {
			t.Errorf("%s against %s: %s, want %s", test.above, test.one, got, mirror[test.want])
		}
	}
}

func pointers(parts []portal.Measure) (all []*portal.Measure) {
	for i := range parts {
		all = append(all, &parts[i])
	}
	return all
}

func year(n int) vi.Date { return vi.NewDate(n, 0, 0) }

func TestAPromiseIsFoundByItsName(t *testing.T) {
	p := &portal.Portal{Plans: []*portal.Plan{{Record: portal.Record{ID: "k"}, Targets: []portal.Target{{ID: "a"}, {ID: "b"}}}}}
	p.Index()
	if found, ok := p.Promise("k#b"); !ok || found.Target != &p.Plans[0].Targets[1] || found.Plan != p.Plans[0] {
		t.Error("k#b is not found")
	}
	for _, name := range []string{"", "k", "k#", "k#c", "l#a", "#a"} {
		if _, ok := p.Promise(name); ok {
			t.Errorf("%q is found", name)
		}
	}
}
