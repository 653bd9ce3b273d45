package build_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/internal/build"
	"thidua/internal/publish"
)

// The variables by which a test tells a copy of itself to build and to die.
const (
	envSource = "BUILD_TEST_SOURCE"
	envOutput = "BUILD_TEST_OUTPUT"
	envKillAt = "BUILD_TEST_KILL_AT"
)

func TestMain(m *testing.M) {
	if os.Getenv(envSource) != "" {
		dieBuilding()
	}
	os.Exit(m.Run())
}

// dieBuilding builds and kills its own process when the stage begins.
func dieBuilding() {
	builder, err := build.New(build.Options{
		Source: os.Getenv(envSource), Today: today, Audience: public,
		Progress: func(stage build.Stage, _ int) {
			if string(stage) == os.Getenv(envKillAt) {
				self, _ := os.FindProcess(os.Getpid())
				_ = self.Kill()
				select {}
			}
		},
	})
	if err == nil {
		_, _, err = builder.Publish(context.Background(), os.Getenv(envOutput), publish.Options{})
	}
	if err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

func TestAKilledBuildLeavesTheOldSiteAndTheNextRuns(t *testing.T) {
	for _, stage := range []build.Stage{build.Loading, build.Checking, build.Rendering, build.Publishing} {
		t.Run(string(stage), func(t *testing.T) {
			site := unpack(t, "cũ")
			output := filepath.Join(t.TempDir(), "public")
			opts := build.Options{Source: site, Today: today, Audience: public}
			if _, _, err := open(t, opts).Publish(t.Context(), output, publish.Options{}); err != nil {
				t.Fatal(err)
			}
			old := read(t, output)

			write(t, filepath.Join(site, "content/gioi-thieu.md"), "---\ntitle: Mới\n---\nMới.\n")
			dying := exec.Command(os.Args[0])
			dying.Env = append(os.Environ(), envSource+"="+site, envOutput+"="+output, envKillAt+"="+string(stage))
			if err := dying.Run(); err == nil || dying.ProcessState.Success() {
				t.Fatalf("the build was not killed: %v", err)
			}
			if diff := cmp.Diff(old, read(t, output)); diff != "" {
				t.Fatalf("the old site changed:\n%s", diff)
			}
			if report, _, err := open(t, opts).Publish(t.Context(), output, publish.Options{}); err != nil || report.Failed() {
				t.Fatalf("the next build: failed %v, error %v", report.Failed(), err)
			}
			if cmp.Equal(old, read(t, output)) {
				t.Error("the next build changed nothing")
			}
		})
	}
}
