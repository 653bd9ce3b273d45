//go:build unix

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"time"

	"github.com/spf13/afero"

	"thidua/internal/build"
	"thidua/internal/portal"
	"thidua/internal/publish"
	"thidua/internal/vi"
)

// today is the day on which every site is built, so that a figure of next year
// can be held against one of this year.
var today = vi.NewDate(2026, 11, 22)

// stagesCommand makes this program the process whose stages are measured.
const stagesCommand = "stages-of"

// A stageRun asks for one build, stage by stage.
type stageRun struct {
	Source, Output string
	Sample         int    // of the records' pages; 0 renders all
	Profile        string // folder for a CPU profile of each stage, or empty
}

// A stageReport is what came of it.
type stageReport struct {
	Stages            []stage
	Pages             int // of records and lists
	Records, Rendered int // of records; those that were rendered
	Files             int
}

// A stage is one part of a build and its cost; Peak is that of the process so
// far.
type stage struct {
	Name string
	cost
}

// Parts of rendering are measured apart: lists grow with the whole country,
// pages of records with what hangs on them. Stand-ins for pages that were not
// rendered are no part of a build.
const (
	renderLists   = "render lists"
	renderRecords = "render records"
	standIns      = "stand-ins"
)

// A meter notes what is spent from one stage to the next.
type meter struct {
	begun   time.Time
	last    cost
	stages  []stage
	profile string // a folder, or empty
}

// begin ends the stage before.
func (m *meter) begin(name string) {
	m.end()
	runtime.GC() // what the stage before left behind is none of its business
	m.last = spent(m.begun)
	m.stages = append(m.stages, stage{Name: name})
	if m.profile != "" {
		file, err := os.Create(filepath.Join(m.profile, strings.ReplaceAll(name, " ", "-")+".pprof"))
		if err == nil {
			err = pprof.StartCPUProfile(file)
		}
		if err != nil {
			note("%v", err)
		}
	}
}

func (m *meter) end() {
	pprof.StopCPUProfile()
	now := spent(m.begun)
	if n := len(m.stages); n > 0 && m.stages[n-1].Peak == 0 {
		m.stages[n-1].cost = cost{Wall: now.Wall - m.last.Wall, CPU: now.CPU - m.last.CPU, Peak: now.Peak}
	}
	m.last = now
}

// measureStages is the process that is measured; it prints a stageReport.
func measureStages(asked string) error {
	var ask stageRun
	if err := json.Unmarshal([]byte(asked), &ask); err != nil {
		return err
	}
	report, err := ask.measure(context.Background())
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(report)
}

// measure builds a site as build.Builder.Publish does, with the pages in two
// parts, or some of them.
func (ask stageRun) measure(ctx context.Context) (*stageReport, error) {
	m := &meter{begun: time.Now(), profile: ask.Profile}
	builder, err := build.New(build.Options{
		Source: ask.Source, Today: today, Audience: portal.Audience{Samples: true},
		Progress: func(stage build.Stage, _ int) { m.begin(string(stage)) },
	})
	if err != nil {
		return nil, err
	}
	defer builder.Close()
	prepared, checked, err := builder.Prepare(ctx, today)
	if err != nil || prepared == nil {
		return nil, errors.Join(err, fmt.Errorf("%d problems", len(checked.Problems)))
	}
	m.end()
	paths := prepared.Pages()
	isRecord := prepared.Records()
	records := sample(paths, isRecord, ask.Sample)
	staging, err := publish.Open(ask.Output)
	if err != nil {
		return nil, err
	}
	defer staging.Discard()
	disk, dir := afero.NewOsFs(), staging.Dir()

	m.begin(renderLists)
	if err := prepared.Copy(disk, dir); err != nil {
		return nil, err
	}
	render := func(only func(path string) bool) error {
		_, problems, err := prepared.Render(ctx, disk, dir, only)
		if len(problems) > 0 {
			err = errors.Join(err, fmt.Errorf("%v", problems[0]))
		}
		return err
	}
	if err := render(func(path string) bool { return !isRecord[path] }); err != nil {
		return nil, err
	}
	m.begin(renderRecords)
	if err := render(func(path string) bool { return records[path] }); err != nil {
		return nil, err
	}
	m.begin("reuse")
	if err := prepared.Reuse(disk, dir); err != nil {
		return nil, err
	}
	report := &stageReport{Pages: len(paths), Records: len(isRecord)}
	m.begin(standIns)
	stands, err := standIn(dir, paths)
	if err != nil {
		return nil, err
	}
	report.Rendered = report.Records - stands
	m.begin("publish")
	summary, err := staging.Publish(ctx, publish.Options{})
	if err != nil {
		return nil, err
	}
	m.end()
	report.Files, report.Stages = summary.Files, m.stages
	return report, nil
}

// sample chooses pages of records, all of them where there are not more.
func sample(paths []string, isRecord map[string]bool, most int) map[string]bool {
	every := 1
	if most > 0 {
		every = max(1, len(isRecord)/most)
	}
	chosen := map[string]bool{}
	n := 0
	for _, path := range paths {
		if isRecord[path] {
			chosen[path] = n%every == 0
			n++
		}
	}
	return chosen
}

// standIn puts pages that were rendered in place of those that were not, of the
// same kind, and returns how many it put.
func standIn(dir string, paths []string) (int, error) {
	name := func(path string) string { return filepath.Join(dir, filepath.FromSlash(path), "index.html") }
	kind := func(path string) string { return strings.Split(path, "/")[0] }
	rendered := map[string][]string{}
	var missing []string
	for _, path := range paths {
		if _, err := os.Stat(name(path)); err == nil {
			rendered[kind(path)] = append(rendered[kind(path)], name(path))
		} else if errors.Is(err, fs.ErrNotExist) {
			missing = append(missing, path)
		} else {
			return 0, err
		}
	}
	for i, path := range missing {
		likes := rendered[kind(path)]
		if err := link(likes[i%len(likes)], name(path)); err != nil {
			return 0, err
		}
	}
	return len(missing), nil
}

func link(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.Link(from, to)
}
