package load_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"thidua/internal/load"
	"thidua/internal/portal"
)

// reported writes a country's results to disk: every commune reports each
// quarter of a year for 40 targets, some of them with words.
func reported(b *testing.B, reports int) (dir string) {
	b.Helper()
	dir = b.TempDir()
	put := func(name, text string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for i := range reports {
		unit, quarter := fmt.Sprintf("xa-so-%d-m%05d", i/4, i/4), fmt.Sprintf("2026-Q%d", 1+i%4)
		folder := "content/ket-qua/" + unit + "/" + quarter + "/"
		put(folder+"index.md", "---\nstatus: published\napproved_by: Phó Chủ tịch UBND xã\napproved_on: 2026-10-05\nsample: true\nhistory: [{date: 2026-10-05, what: Đăng lần đầu, by: Ban biên tập}]\nunit: "+unit+"\nperiod: "+quarter+"\nsubmitted_on: 2026-10-02\n---\n\nKết quả nổi bật trong quý.\n")
		var rows strings.Builder
		rows.WriteString("target,part,numerator,denominator,value,note,difficulty,proposal,evidence,plan\n")
		for n := range 40 {
			switch n % 4 {
			case 0:
				fmt.Fprintf(&rows, "chi-tieu-%d,,,,\"12,5\",\"Số liệu tính đến ngày 15/9, chưa kể hai xóm\",,,Báo cáo số 12/BC-UBND,ba-nhat-xa-so-%d-2026\n", n, i/4)
			case 1:
				fmt.Fprintf(&rows, "chi-tieu-%d,,,,,,Thiếu người trực,Bổ sung một biên chế,,ba-nhat-xa-so-%d-2026\n", n, i/4)
			default:
				fmt.Fprintf(&rows, "chi-tieu-%d,,%d,200,,,,,,ba-nhat-xa-so-%d-2026\n", n, 150+n, i/4)
			}
		}
		put(folder+"results.csv", rows.String())
	}
	return dir
}

// 13,284 reports of 40 rows are those of a year from every commune.
func BenchmarkLoadResults(b *testing.B) {
	const reports = 13_284
	root := os.DirFS(reported(b, reports))
	if problems := mustLoad(b, load.New(root)); len(problems) > 0 {
		b.Fatal(problems[0])
	}
	var p *portal.Portal
	b.ReportAllocs()
	before := cpu()
	for b.Loop() {
		var err error
		if p, _, err = load.New(root).Load(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((cpu()-before).Seconds()/float64(b.N), "cpu-s/op")
	rows := 0
	for _, report := range p.Reports {
		rows += len(report.Results)
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
	var memory runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.HeapAlloc)/float64(rows), "heap-B/row")
	runtime.KeepAlive(p)
}
