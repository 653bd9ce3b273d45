package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The variables by which a test tells a copy of itself to build and to die.
const (
	envOutput = "PUBLISH_TEST_OUTPUT"
	envKillAt = "PUBLISH_TEST_KILL_AT"
	envRename = "PUBLISH_TEST_RENAME"
)

// flushDisk is the flush of this system: a kill is no power cut, so the other
// tests do not wait for the disk.
var flushDisk = flush

func TestMain(m *testing.M) {
	flush = func(string) error { return nil }
	if output := os.Getenv(envOutput); output != "" {
		dieBuilding(output)
	}
	os.Exit(m.Run())
}

var (
	oldSite   = site{"index.html": "<p>old</p>", "only/old.txt": "old", "a.css": "a{b:c}"}
	newSite   = site{"index.html": "<p>new</p>", "only/new.txt": "new", "a.css": "a{b:d}"}
	thirdSite = site{"index.html": "<p>third</p>"}
)

// dieBuilding publishes newSite and kills its own process, as the system would,
// at the step that the environment names.
func dieBuilding(output string) {
	if os.Getenv(envRename) != "" {
		exchange = func(a, b string) error { return errors.ErrUnsupported }
	}
	step = func(name string) {
		if name == os.Getenv(envKillAt) {
			self, _ := os.FindProcess(os.Getpid())
			self.Kill()
			select {}
		}
	}
	s, err := Open(output)
	if err == nil {
		for name, content := range newSite {
			file := filepath.Join(s.Dir(), name)
			os.MkdirAll(filepath.Dir(file), 0o755)
			os.WriteFile(file, []byte(content), 0o644)
		}
		_, err = s.Publish(context.Background(), Options{})
	}
	fmt.Fprintln(os.Stderr, "still alive:", err)
	os.Exit(7)
}

// kill runs a build of newSite that dies at the step.
func kill(t *testing.T, output, at string, rename bool) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), envOutput+"="+output, envKillAt+"="+at)
	if rename {
		cmd.Env = append(cmd.Env, envRename+"=1")
	}
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() == 7 {
		t.Fatalf("the build was not killed: %v\n%s", err, out)
	}
}

// stepsOf returns the steps that a build over an old site, or the first build,
// goes through: the kill test cannot miss one that is added later.
func stepsOf(t *testing.T, first bool) (steps []string) {
	output := filepath.Join(t.TempDir(), "public")
	if !first {
		publish(t, output, oldSite)
	}
	atStep(t, func(name string) { steps = append(steps, name) })
	publish(t, output, newSite)
	step = func(string) {}
	return steps
}

func TestABuildKilledAtAnyStepLeavesAWholeSite(t *testing.T) {
	whole := func(content site) site { return publish(t, filepath.Join(t.TempDir(), "public"), content) }
	oldTree, newTree, thirdTree := whole(oldSite), whole(newSite), whole(thirdSite)

	bothWays(t, func(t *testing.T) {
		rename := errors.Is(exchange("", ""), errors.ErrUnsupported)
		for _, tc := range []struct {
			name string
			old  site
		}{{"first build", nil}, {"later build", oldTree}} {
			for _, at := range stepsOf(t, tc.old == nil) {
				t.Run(tc.name+"/"+at, func(t *testing.T) {
					output := filepath.Join(t.TempDir(), "public")
					if tc.old != nil {
						publish(t, output, oldSite)
					}
					isWhole := func(when string, orMissing bool) {
						t.Helper()
						got := tree(t, output)
						if !cmp.Equal(got, tc.old) && !cmp.Equal(got, newTree) && !(orMissing && got == nil) {
							t.Errorf("%s: neither the old nor the new site: %v", when, got)
						}
					}
					kill(t, output, at, rename)
					isWhole("after the kill", at == "aside")
					s := open(t, output)
					isWhole("after the repair", false)
					s.Discard()
					isWhole("after a build that failed", false)
					if diff := cmp.Diff(thirdTree, publish(t, output, thirdSite)); diff != "" {
						t.Errorf("after the next build: %s", diff)
					}
					onlyLockBeside(t, output)
				})
			}
		}
	})
}

func TestARepairKilledIsRepaired(t *testing.T) {
	output := filepath.Join(t.TempDir(), "public")
	old := publish(t, output, oldSite)
	kill(t, output, "aside", true)
	kill(t, output, "restored", true)
	open(t, output)
	if diff := cmp.Diff(old, tree(t, output)); diff != "" {
		t.Error(diff)
	}
}

func TestAnEmptyFolderInTheWayOfARepairIsReplaced(t *testing.T) {
	output := filepath.Join(t.TempDir(), "public")
	old := publish(t, output, oldSite)
	kill(t, output, "aside", true)
	if err := os.Mkdir(output, 0o755); err != nil {
		t.Fatal(err)
	}
	open(t, output)
	if diff := cmp.Diff(old, tree(t, output)); diff != "" {
		t.Error(diff)
	}
}

func TestHalfRemovedLeftoversAreCleared(t *testing.T) {
	output := filepath.Join(t.TempDir(), "public")
	old := publish(t, output, oldSite)
	at, err := beside(output)
	if err != nil {
		t.Fatal(err)
	}
	site{"only/new.txt": "half"}.write(t, at.next)
	site{"only/old.txt": "half"}.write(t, at.old)
	s := open(t, output)
	if got := tree(t, s.Dir()); len(got) != 0 {
		t.Errorf("the staging folder holds %v", got)
	}
	s.Discard()
	if diff := cmp.Diff(old, tree(t, output)); diff != "" {
		t.Error(diff)
	}
	onlyLockBeside(t, output)
}
