package seal

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// The variables by which a test tells a copy of itself to seal and to die.
const (
	envFolder = "SEAL_TEST_FOLDER"
	envKillAt = "SEAL_TEST_KILL_AT"
)

const name = "don-vi/2026-Q3/ledger.jsonl"

func TestMain(m *testing.M) {
	if folder := os.Getenv(envFolder); folder != "" {
		step = func(name string) {
			if name == os.Getenv(envKillAt) {
				self, _ := os.FindProcess(os.Getpid())
				self.Kill()
				select {}
			}
		}
		root, err := os.OpenRoot(folder)
		if err == nil {
			err = Append(root, name, []byte("one"), []byte(strings.Repeat("two", 100_000)))
		}
		os.Stderr.WriteString(err.Error())
		os.Exit(7)
	}
	os.Exit(m.Run())
}

// site is a folder with a report, and its ledger if text is not empty.
func site(t *testing.T, text string) *os.Root {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	if text != "" {
		if err := root.WriteFile(name, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func holds(t *testing.T, root *os.Root, want string) {
	t.Helper()
	got, err := root.ReadFile(name)
	if err != nil && !(want == "" && errors.Is(err, fs.ErrNotExist)) {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("the ledger is %q, want %q", got, want)
	}
	entries, err := fs.ReadDir(root.FS(), filepath.ToSlash(filepath.Dir(name)))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if n := entry.Name(); n != "ledger.jsonl" && n != ".ledger.jsonl.thidua-lock" {
			t.Errorf("%s was left", n)
		}
	}
}

func TestAppend(t *testing.T) {
	for _, test := range []struct{ before, after, want string }{
		{"", "", "two\n"},
		{"one\n", "one", "one\ntwo\n"},
		{"one", "one", "one\ntwo\n"},
		{"zero\r\none\r\n", "one", "zero\r\none\r\ntwo\n"},
	} {
		root := site(t, test.before)
		if err := Append(root, name, []byte(test.after), []byte("two")); err != nil {
			t.Fatal(err)
		}
		holds(t, root, test.want)
		if info, err := root.Stat(name); err == nil && test.before != "" && runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
			t.Errorf("the mode is %s", info.Mode())
		}
	}
}

func TestALedgerThatWasChangedIsLeftAlone(t *testing.T) {
	for _, test := range []struct{ before, after string }{
		{"one\n", ""}, {"", "one"}, {"one\none and a half\n", "one"}, {"x one\n", "one"},
	} {
		root := site(t, test.before)
		err := Append(root, name, []byte(test.after), []byte("two"))
		if path := new(fs.PathError); !errors.Is(err, ErrChanged) || !errors.As(err, &path) || path.Path != name {
			t.Errorf("%q after %q: %v", test.before, test.after, err)
		}
		holds(t, root, test.before)
	}
}

// Of many at a time exactly one seals, and the others are told.
func TestTwoAtATime(t *testing.T) {
	root := site(t, "one\n")
	var all sync.WaitGroup
	errs := make([]error, 20)
	for i := range errs {
		all.Go(func() { errs[i] = Append(root, name, []byte("one"), []byte("two")) })
	}
	all.Wait()
	sealed := 0
	for _, err := range errs {
		if err == nil {
			sealed++
		} else if !errors.Is(err, ErrBusy) && !errors.Is(err, ErrChanged) {
			t.Error(err)
		}
	}
	if sealed != 1 {
		t.Errorf("%d sealed", sealed)
	}
	holds(t, root, "one\ntwo\n")
}

func TestAKilledSealingLeavesNoHalfLine(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	two := strings.Repeat("two", 100_000)
	for at, sealed := range map[string]bool{"locked": false, "written": false, "sealed": true} {
		root := site(t, "one\n")
		cmd := exec.Command(exe)
		cmd.Env = append(os.Environ(), envFolder+"="+root.Name(), envKillAt+"="+at)
		out, err := cmd.CombinedOutput()
		if exit := new(exec.ExitError); !errors.As(err, &exit) || exit.ExitCode() == 7 {
			t.Fatalf("at %s it lived: %v %s", at, err, out)
		}
		text, last := "one\n", "one"
		if sealed {
			text, last = "one\n"+two+"\n", two
		}
		if got, err := root.ReadFile(name); err != nil || string(got) != text {
			t.Errorf("killed at %s it left %d bytes, %v", at, len(got), err)
		}
		if err := Append(root, name, []byte(last), []byte("three")); err != nil {
			t.Errorf("after a kill at %s: %v", at, err)
		}
		holds(t, root, text+"three\n")
	}
}

func TestWhatTheDiskRefusesIsSaid(t *testing.T) {
	root := site(t, "one\n")
	if err := Append(root, "khong-co/ledger.jsonl", nil, []byte("x")); err == nil {
		t.Error("there is no such folder")
	}
	if err := os.Symlink("ledger.jsonl", filepath.Join(root.Name(), filepath.Dir(name), "other.jsonl")); err != nil {
		t.Skip(err)
	}
	if err := Append(root, filepath.ToSlash(filepath.Dir(name))+"/other.jsonl", []byte("one"), []byte("x")); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("a link: %v", err)
	}
}
