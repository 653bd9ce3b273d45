//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/bench/gen/country"
)

func TestStagesAreMeasured(t *testing.T) {
	site := t.TempDir()
	if err := country.Write(site, country.Options{Plans: 5, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	output := filepath.Join(t.TempDir(), "public")
	report, err := stageRun{Source: site, Output: output, Sample: 10}.measure(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, stage := range report.Stages {
		names = append(names, stage.Name)
		if stage.Wall <= 0 || stage.CPU < 0 || stage.Peak <= 0 {
			t.Errorf("%s cost %+v", stage.Name, stage.cost)
		}
	}
	if got, want := strings.Join(names, ", "), "load, check, derive, render lists, render records, reuse, stand-ins, publish"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if report.Rendered < 10 || report.Rendered > 60 || report.Pages < 300 {
		t.Errorf("%d of %d pages were rendered", report.Rendered, report.Pages)
	}
	for _, page := range []string{"moc-thoi-gian", "don-vi/ubnd-xa-lung-hoe-m00001"} {
		if _, err := os.Stat(filepath.Join(output, page, "index.html")); err != nil {
			t.Error(err)
		}
	}
}

func TestMedians(t *testing.T) {
	got := median([]cost{{Wall: 3, CPU: 30, Peak: 100}, {Wall: 1, CPU: 50, Peak: 300}, {Wall: 2, CPU: 40, Peak: 200}})
	if want := (cost{Wall: 2, CPU: 40, Peak: 200}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := (cost{Wall: time.Second, CPU: 2 * time.Second}).parallel(); got != 2 {
		t.Errorf("%g cores at work", got)
	}
	// The machine was slow in the second turn, for both.
	turns := [2][]cost{{{CPU: 10}, {CPU: 30}, {CPU: 10}}, {{CPU: 40}, {CPU: 120}, {CPU: 41}}}
	if got := ratio(turns, func(c cost) float64 { return float64(c.CPU) }); got != 4 {
		t.Errorf("ratio %g", got)
	}
}
