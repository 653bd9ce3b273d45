//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A cost is what a process, or a stage of one, took.
type cost struct {
	Wall, CPU time.Duration // CPU is that of user and system
	Peak      int64         // the most memory held so far, in bytes
}

// run runs a program to its end. Its output is returned, and shown where it
// fails.
func run(ctx context.Context, name string, args ...string) (cost, []byte, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &trouble
	begun := time.Now()
	err := cmd.Run()
	wall := time.Since(begun)
	if ctx.Err() != nil {
		return cost{}, nil, ctx.Err()
	}
	if err != nil {
		return cost{}, nil, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, lastLines(trouble.String()))
	}
	state := cmd.ProcessState
	c := cost{Wall: wall, CPU: state.UserTime() + state.SystemTime()}
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		c.Peak = peak(usage)
	}
	return c, out.Bytes(), nil
}

func lastLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-20):], "\n")
}

// spent is the cost of this process until now; Wall counts from begun.
func spent(begun time.Time) cost {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err) // only a wrong argument fails
	}
	return cost{Wall: time.Since(begun), CPU: time.Duration(usage.Utime.Nano() + usage.Stime.Nano()), Peak: peak(&usage)}
}

// peak is the peak of memory in bytes; Linux counts it in kilobytes.
func peak(usage *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}

// median is that of each figure by itself.
func median(runs []cost) cost {
	of := func(figure func(cost) int64) int64 {
		var all []int64
		for _, c := range runs {
			all = append(all, figure(c))
		}
		slices.Sort(all)
		return all[len(all)/2]
	}
	return cost{
		Wall: time.Duration(of(func(c cost) int64 { return int64(c.Wall) })),
		CPU:  time.Duration(of(func(c cost) int64 { return int64(c.CPU) })),
		Peak: of(func(c cost) int64 { return c.Peak }),
	}
}

// scaled is what so many times the work would cost.
func (c cost) scaled(by float64) cost {
	return cost{Wall: time.Duration(float64(c.Wall) * by), CPU: time.Duration(float64(c.CPU) * by), Peak: c.Peak}
}

// parallel is how many cores were at work on average.
func (c cost) parallel() float64 { return c.CPU.Seconds() / max(c.Wall.Seconds(), 1e-9) }

func (c cost) megabytes() int64 { return c.Peak >> 20 }

// machine says where the figures come from.
func machine() string {
	memory := "unknown memory"
	if text, err := os.ReadFile("/proc/meminfo"); err == nil {
		var kilobytes int64
		if _, err := fmt.Sscanf(string(text), "MemTotal: %d kB", &kilobytes); err == nil {
			memory = fmt.Sprintf("%d GB of memory", kilobytes>>20)
		}
	}
	return fmt.Sprintf("%d cores, %s, %s/%s, %s", runtime.NumCPU(), memory, runtime.GOOS, runtime.GOARCH, runtime.Version())
}

// build compiles a package of ours into the cache.
func (b *bench) build(ctx context.Context, name string, args ...string) (string, error) {
	program := b.cache + "/" + name
	if err := os.MkdirAll(b.cache, 0o755); err != nil {
		return "", err
	}
	note("building %s", name)
	_, _, err := run(ctx, "go", append([]string{"build", "-o", program}, args...)...)
	return program, err
}
