//go:build unix

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// stages measures the stages of a build, and the whole of it, by the number of
// plans.
func (b *bench) stages(ctx context.Context) error {
	thidua, err := b.build(ctx, "thidua", "./cmd/thidua")
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	b.say("# What a build costs, stage by stage\n\n%s. Medians of %d runs; the same country (seed %d), %s. How to read it: bench/README.md.\n", machine(), b.runs, b.seed, today)
	b.say("| plans | stage | wall s | CPU s | cores at work | CPU ms a plan | growth | peak MB |\n|--:|---|--:|--:|--:|--:|--:|--:|")
	before := map[string]cost{} // of the size before
	var plansBefore int
	for _, plans := range b.sizes {
		site, err := b.site(plans)
		if err != nil {
			return err
		}
		ask := stageRun{Source: site, Output: filepath.Join(b.cache, "public")}
		if b.profile != "" {
			ask.Profile = filepath.Join(b.profile, fmt.Sprint(plans))
			if err := os.MkdirAll(ask.Profile, 0o755); err != nil {
				return err
			}
		}
		if plans > b.render {
			ask.Sample = b.sample
		}
		report, err := b.medianStages(ctx, self, ask, plans)
		if errors.Is(err, context.DeadlineExceeded) {
			b.notes = append(b.notes, fmt.Sprintf("%d plans: past the time limit, not measured.", plans))
			break
		}
		if err != nil {
			return err
		}
		costs := map[string]cost{}
		show := func(name string, c cost) {
			growth := ""
			if last, known := before[name]; known {
				growth = fmt.Sprintf("× %.2f", perPlan(c, plans)/perPlan(last, plansBefore))
			}
			costs[name] = c
			b.say("| %d | %s | %.2f | %.2f | %.2f | %.3f | %s | %d |", plans, name, c.Wall.Seconds(), c.CPU.Seconds(), c.parallel(), perPlan(c, plans), growth, c.megabytes())
		}
		for _, stage := range report.Stages {
			switch {
			case stage.Name == standIns:
				continue
			case stage.Name == renderRecords:
				stage.cost = stage.scaled(float64(report.Records) / float64(report.Rendered))
			}
			show(stage.Name, stage.cost)
		}
		b.notes = append(b.notes, fmt.Sprintf("%d plans: %d pages, %d files published.", plans, report.Pages, report.Files))
		if ask.Sample > 0 {
			b.notes = append(b.notes, fmt.Sprintf("%d plans, one run: %d of the pages were rendered. The time to render records is that of those, scaled up; the others, to be published, are copies of them; the whole build was not measured.", plans, report.Rendered))
		} else {
			whole, err := b.medianOf(ctx, plans, "thidua build", func() (cost, error) {
				return buildOnce(ctx, thidua, site, ask.Output)
			})
			if errors.Is(err, context.DeadlineExceeded) {
				b.notes = append(b.notes, fmt.Sprintf("%d plans: the whole build is past the time limit.", plans))
				break
			}
			if err != nil {
				return err
			}
			show("**thidua build**", whole)
		}
		before, plansBefore = costs, plans
	}
	b.say("")
	for _, text := range b.notes {
		b.say("- %s", text)
	}
	return nil
}

func perPlan(c cost, plans int) float64 {
	return float64(c.CPU) / float64(time.Millisecond) / float64(plans)
}

// medianOf runs a measurement as often as asked, of many plans once.
func (b *bench) medianOf(ctx context.Context, plans int, what string, once func() (cost, error)) (cost, error) {
	var runs []cost
	times := b.runs
	if plans > b.render {
		times = 1
	}
	for i := range times {
		c, err := once()
		if errors.Is(err, context.DeadlineExceeded) && i > 0 {
			b.notes = append(b.notes, fmt.Sprintf("%d plans, %s: median of %d runs, for want of time.", plans, what, i))
			break
		}
		if err != nil {
			return cost{}, err
		}
		note("%d plans, %s, run %d: wall %.1f s, CPU %.1f s, %d MB", plans, what, i+1, c.Wall.Seconds(), c.CPU.Seconds(), c.megabytes())
		runs = append(runs, c)
	}
	return median(runs), nil
}

// medianStages measures each stage in some processes of their own.
func (b *bench) medianStages(ctx context.Context, self string, ask stageRun, plans int) (*stageReport, error) {
	asked, err := json.Marshal(ask)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(ask.Output)
	var report stageReport
	byStage := map[string][]cost{}
	_, err = b.medianOf(ctx, plans, "stages", func() (cost, error) {
		err := os.RemoveAll(ask.Output)
		if err != nil {
			return cost{}, err
		}
		c, out, err := run(ctx, self, stagesCommand, string(asked))
		if err != nil {
			return cost{}, err
		}
		report = stageReport{}
		if err := json.Unmarshal(out, &report); err != nil {
			return cost{}, err
		}
		for _, stage := range report.Stages {
			byStage[stage.Name] = append(byStage[stage.Name], stage.cost)
		}
		return c, nil
	})
	for i, stage := range report.Stages {
		report.Stages[i].cost = median(byStage[stage.Name])
	}
	return &report, err
}

// buildOnce runs the whole program into a folder that is not there yet.
func buildOnce(ctx context.Context, thidua, site, output string) (cost, error) {
	if err := os.RemoveAll(output); err != nil {
		return cost{}, err
	}
	defer os.RemoveAll(output)
	c, _, err := run(ctx, thidua, "build", "--source", site, "--output", output, "--today", today.String())
	return c, err
}
