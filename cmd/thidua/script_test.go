package main

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"thidua/internal/skeleton"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"thidua": func() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// Scripts show each command as somebody types it. Beside the usual commands of
// testscript they have exits, shows, fill, uncomment, json and excel.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireExplicitExec: true, RequireUniqueNames: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CACHE_HOME", env.WorkDir+"/.cache")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "shows": shows, "fill": fill, "uncomment": uncomment, "json": jsonLines, "excel": excel,
		},
	})
}

// exits STATUS COMMAND… runs a command that must end with this very status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	if failed := new(exec.ExitError); errors.As(err, &failed) {
		got = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// shows URL PATTERN waits until a page that is being served matches PATTERN.
func shows(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: shows URL PATTERN")
	}
	wanted, err := regexp.Compile(args[1])
	ts.Check(err)
	last := ""
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		answer, err := http.Get(args[0])
		if err != nil {
			last = err.Error()
			continue
		}
		page, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		ts.Check(err)
		if last = string(page); wanted.Match(page) {
			return
		}
	}
	ts.Fatalf("%s never matched %s; last it was\n%s", args[0], args[1], last)
}

var (
	blankKey  = regexp.MustCompile(`(?m)^# ` + skeleton.Blank + `.*\n([a-z_]+):$`)
	blankText = regexp.MustCompile(`(?m)` + skeleton.Blank + `.*$`)
	example   = regexp.MustCompile(`(?m)^#(- |  )`)
)

// fill FILE KEY=VALUE… fills the blanks of a skeleton, all of them; fields that
// are no blanks may be given another value, too.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: fill FILE KEY=VALUE…")
	}
	values := map[string]string{}
	for _, arg := range args[1:] {
		key, value, _ := strings.Cut(arg, "=")
		values[key] = value
	}
	front, body, found := strings.Cut(strings.TrimPrefix(ts.ReadFile(args[0]), "---\n"), "\n---\n")
	if !found {
		ts.Fatalf("%s has no front matter", args[0])
	}
	front = blankKey.ReplaceAllStringFunc(front, func(blank string) string {
		key := blankKey.FindStringSubmatch(blank)[1]
		value, given := values[key]
		if !given {
			ts.Fatalf("%s: the blank %s gets no value", args[0], key)
		}
		delete(values, key)
		return key + ": " + value
	})
	for key, value := range values {
		field := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(key) + `:.*$`)
		if !field.MatchString(front) {
			ts.Fatalf("%s has no field %s", args[0], key)
		}
		front = field.ReplaceAllLiteralString(front, key+": "+value)
	}
	body = blankText.ReplaceAllString(body, "Đã điền.")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("---\n"+front+"\n---\n"+body), 0o644))
}

// uncomment FILE… brings the examples of a skeleton to life.
func uncomment(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("unsupported: ! uncomment")
	}
	for _, name := range args {
		text := ts.ReadFile(name)
		if !example.MatchString(text) {
			ts.Fatalf("%s has no examples", name)
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(example.ReplaceAllString(text, "$1")), 0o644))
	}
}

// excel FILE CELL=VALUE… fills in cells of the first sheet of a form, as somebody
// does in Excel: what looks like a number is one. "Trang!B5" is on another sheet.
func excel(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: excel FILE CELL=VALUE…")
	}
	file, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer file.Close()
	for _, arg := range args[1:] {
		cell, text, _ := strings.Cut(arg, "=")
		sheet, name, named := strings.Cut(cell, "!")
		if !named {
			sheet, name = file.GetSheetName(0), cell
		}
		var value any = text
		if number, err := strconv.ParseFloat(text, 64); err == nil {
			value = number
		}
		ts.Check(file.SetCellValue(sheet, name, value))
	}
	ts.Check(file.Save())
}

// json COUNT KEY… holds that the last standard output is COUNT lines, each an
// object with these keys in this order.
func jsonLines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: json COUNT KEY…")
	}
	count, err := strconv.Atoi(args[0])
	ts.Check(err)
	lines := 0
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		lines++
		var keys []string
		decoder := json.NewDecoder(strings.NewReader(line))
		_, err := decoder.Token() // {
		for err == nil && decoder.More() {
			var key json.Token
			if key, err = decoder.Token(); err == nil {
				keys = append(keys, key.(string))
				err = decoder.Decode(new(json.RawMessage))
			}
		}
		ts.Check(err)
		if got, want := strings.Join(keys, " "), strings.Join(args[1:], " "); got != want {
			ts.Fatalf("keys %s, want %s", got, want)
		}
	}
	if lines != count {
		ts.Fatalf("%d lines, want %d", lines, count)
	}
}
