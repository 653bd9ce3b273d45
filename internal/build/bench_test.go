package build_test

import (
	"path/filepath"
	"testing"

	"thidua/internal/build"
	"thidua/internal/publish"
)

// BenchmarkReferencePortal is a warm build of this repository's own portal,
// from reading to the exchange of folders.
func BenchmarkReferencePortal(b *testing.B) {
	builder := open(b, build.Options{Source: reference, Today: today, Audience: public})
	output := filepath.Join(b.TempDir(), "public")
	for b.Loop() {
		report, summary, err := builder.Publish(b.Context(), output, publish.Options{})
		if err != nil || report.Failed() {
			b.Fatalf("failed %v, error %v", report.Failed(), err)
		}
		b.ReportMetric(float64(summary.Pages), "pages")
	}
}
