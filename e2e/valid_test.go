package main

import (
	"encoding/json"
	"os/exec"
	"testing"
)

// The Nu HTML checker, which validator.w3.org runs, has nothing against any
// page or sheet.
func TestEveryPageAndSheetIsValid(t *testing.T) {
	tools := need(t, java, vnu)
	checker := exec.Command(tools[0], "-Xss8m", "-jar", tools[1], "--stdout", "--exit-zero-always", "--errors-only", "--skip-non-html", "--also-check-css", "--format", "json", site.Dir)
	out, err := checker.Output()
	must(t, err)
	var report struct {
		Messages []struct {
			URL, Message, Extract string
			LastLine              int
		}
	}
	must(t, json.Unmarshal(out, &report))
	for _, m := range report.Messages {
		t.Errorf("%s:%d: %s\n%s", m.URL, m.LastLine, m.Message, m.Extract)
	}
}
