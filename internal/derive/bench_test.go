package derive

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// country is a portal of so many communes in 34 provinces, each with a police
// station, a committee and a plan of 40 targets and a quarterly report, and the
// reports of four quarters with a row for every target.
func country(communes int) *portal.Portal {
	p := new(portal.Portal)
	for i := range 34 {
		p.Units = append(p.Units, &portal.Unit{ID: fmt.Sprintf("tinh-%02d", i), Name: fmt.Sprintf("Tỉnh %d", i), Kind: portal.Province})
	}
	year := vi.Date{Year: 2026}
	kinds := []portal.Measure{
		{Kind: portal.AtLeast, Value: vi.IntNumber(95), Unit: "%", Every: portal.EveryQuarter},
		{Kind: portal.None},
		{Kind: portal.AtLeast, Value: vi.IntNumber(4), Unit: "lần", Every: portal.EveryYear},
		{Kind: portal.Within, Value: vi.IntNumber(100), Unit: "%"},
		{Kind: portal.LessThanPrevious},
		{Kind: portal.AllOf, Parts: []portal.Measure{{Kind: portal.None}, {Kind: portal.AtLeast, Value: vi.IntNumber(1), Unit: "lần", Every: portal.EveryMonth}}},
		{Kind: portal.Qualitative},
		{Kind: portal.AtLeast, Value: vi.IntNumber(100), Unit: "%", By: vi.Date{Year: 2026, Month: 12}},
	}
	for i := range communes {
		xa := fmt.Sprintf("xa-%05d", i)
		ca, ub := "cong-an-"+xa, "ubnd-"+xa
		p.Units = append(p.Units,
			&portal.Unit{ID: xa, Name: fmt.Sprintf("Xã %d", i), Kind: portal.Commune, Parent: fmt.Sprintf("tinh-%02d", i%34), ReportsSince: year},
			&portal.Unit{ID: ca, Name: "Công an xã", Kind: portal.Police, Parent: xa},
			&portal.Unit{ID: ub, Name: "UBND xã", Kind: portal.Committee, Parent: xa})
		plan := &portal.Plan{
			Record: portal.Record{ID: "ke-hoach-" + xa, Status: portal.Published}, IssuedOn: vi.NewDate(2026, 1, 15), From: year, To: year, Issuer: portal.IDs{ub},
			Deadlines: []portal.Deadline{{ID: "quy", Kind: portal.DueReport, Owner: portal.IDs{ub}, Recipient: portal.IDs{fmt.Sprintf("tinh-%02d", i%34)},
				Recurrence: &portal.Recurrence{Every: portal.EveryQuarter, On: portal.DayIn{Day: 25}, Rule: portal.By}}},
		}
		for n := range 40 {
			plan.Targets = append(plan.Targets, portal.Target{
				ID: fmt.Sprintf("chi-tieu-%02d", n), Owner: portal.IDs{[]string{ca, ub, xa}[n%3]}, Measure: kinds[n%len(kinds)],
			})
		}
		p.Plans = append(p.Plans, plan)
		for quarter := range 4 {
			period := vi.PeriodOf(vi.Date{Year: 2026, Month: 1 + 3*quarter}, vi.Quarter)
			report := &portal.Report{
				Record: portal.Record{ID: xa + "/" + period.String(), Status: portal.Published}, Unit: xa, Period: period, SubmittedOn: period.Last().AddDays(-7),
			}
			for n := range plan.Targets {
				target := &plan.Targets[n]
				if !target.Measure.Kind.Compound() {
					report.Results = append(report.Results, portal.Result{
						Target: target.ID, Numerator: vi.IntNumber(int64(90 + n%10)), Denominator: vi.IntNumber(100), Plan: plan.ID,
					})
					continue
				}
				for part := range target.Measure.Parts {
					report.Results = append(report.Results, portal.Result{Target: target.ID, Part: vi.IntNumber(int64(part + 1)), Value: vi.IntNumber(3), Plan: plan.ID})
				}
			}
			p.Reports = append(p.Reports, report)
		}
	}
	p.Index()
	return p
}

// All communes of the country, four quarters, 40 targets each: within two
// seconds of the processor and 500 MB, and in line with their number.
func BenchmarkReports(b *testing.B) {
	for _, communes := range []int{830, 1660, 3321} {
		b.Run(fmt.Sprintf("communes=%d", communes), func(b *testing.B) {
			p := country(communes)
			today := vi.NewDate(2026, 12, 31)
			b.ReportAllocs()
			var held uint64
			var worked time.Duration
			for b.Loop() {
				b.StopTimer()
				before := heap()
				begun := cpu()
				b.StartTimer()
				f := Figures(p, today)
				b.StopTimer()
				worked += cpu() - begun
				held = heap() - before
				runtime.KeepAlive(f)
				b.StartTimer()
			}
			b.ReportMetric(float64(held)/(1<<20), "MB-held")
			b.ReportMetric(worked.Seconds()/float64(b.N), "cpu-s/op")
			b.ReportMetric(float64(worked.Nanoseconds())/float64(b.N)/float64(communes), "cpu-ns/commune")
		})
	}
}

func heap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// Twice as many communes take about twice the work of the processor, never four
// times.
func TestFiguresGrowInLine(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	least := func(communes int) time.Duration {
		p := country(communes)
		best := time.Hour
		for range 3 {
			begun := cpu()
			Figures(p, vi.NewDate(2026, 12, 31))
			best = min(best, cpu()-begun)
		}
		return best
	}
	few, many := least(100), least(800)
	if many > 8*4*few {
		t.Errorf("100 communes take %s, 800 take %s", few, many)
	}
}
