package reuse_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"thidua/internal/check"
	"thidua/internal/derive"
	"thidua/internal/load"
	"thidua/internal/portal"
	"thidua/internal/reuse"
	"thidua/internal/vi"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")
	today  = vi.Date{Year: 2026, Month: 11, Day: 22}
)

// written are all files that are written of the site in testdata, with text in
// the place of TEXT.
func written(t *testing.T, text string) map[string][]byte {
	t.Helper()
	return site(t, "testdata/site.txtar", text)
}

// site is the same of the site in a file.
func site(t *testing.T, name, text string) map[string][]byte {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: bytes.ReplaceAll(f.Data, []byte("TEXT"), []byte(text))}
	}
	p, problems, err := load.New(files).Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range append(problems, check.Run(p, today)...) {
		if problem.Rule == "correction-unlocked" {
			continue
		}
		message, _ := check.Words(problem, check.English)
		t.Errorf("%s: %s", problem.Pos, message)
	}
	var one sync.Mutex
	out := map[string][]byte{}
	err = reuse.Write(p, derive.Figures(p, today), func(path string, data []byte) error {
		one.Lock()
		defer one.Unlock()
		if out[path] != nil {
			t.Errorf("%s is written twice", path)
		}
		out[path] = data
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// pretty is JSON with a value on each line.
func pretty(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, data, "", " "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	return out.Bytes()
}

const plan = "ke-hoach/ba-nhat-xa-minh-hoa-1-2026/index.json"

func TestRecordsAsJSON(t *testing.T) {
	out := written(t, "chữ")
	want := []string{
		"api/v1/index.json", "doi-chieu/list.json", "don-vi/cong-an-xa-minh-hoa-1-m0001/index.json", "don-vi/tinh-minh-hoa-m0/index.json",
		"don-vi/xa-minh-hoa-1-m0001/index.json", plan, "ke-hoach/list.json", "ke-hoach/trong/index.json",
		"mo-hinh/den-duong/index.json", "phong-trao/ba-nhat/index.json",
	}
	if got := slices.Sorted(maps.Keys(out)); !slices.Equal(got, want) {
		t.Errorf("-want +got %s", cmp.Diff(want, got))
	}
	golden(t, out, want...)
}

// golden holds files against those in testdata.
func golden(t *testing.T, out map[string][]byte, names ...string) {
	t.Helper()
	for _, name := range names {
		data := pretty(t, out[name])
		golden := "testdata/" + strings.ReplaceAll(name, "/", "_")
		if *update {
			if err := os.WriteFile(golden, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(data)); diff != "" {
			t.Errorf("%s: -want +got %s", name, diff)
		}
	}
}

// The contract of all records: the same keys first, in this order; every key
// there, with null or [] for nothing.
func TestEveryRecordBeginsAlike(t *testing.T) {
	for name, data := range written(t, "chữ") {
		if name == "api/v1/index.json" || strings.HasSuffix(name, "/list.json") {
			continue
		}
		decoder := json.NewDecoder(bytes.NewReader(data))
		var keys []string
		if _, err := decoder.Token(); err != nil {
			t.Fatal(err)
		}
		for decoder.More() {
			key, err := decoder.Token()
			if err == nil {
				keys = append(keys, key.(string))
				err = decoder.Decode(new(any))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if want := []string{"schema", "id", "url", "title", "updated", "sample"}; !slices.Equal(keys[:6], want) {
			t.Errorf("%s begins with %q", name, keys[:6])
		}
	}
}

// What a plan leaves out is null or [], never "", and no key goes missing.
func TestNothingIsNullOrAnEmptyList(t *testing.T) {
	out := written(t, "chữ")
	var full, empty map[string]any
	for name, into := range map[string]*map[string]any{plan: &full, "ke-hoach/trong/index.json": &empty} {
		if err := json.Unmarshal(out[name], into); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(full)), slices.Sorted(maps.Keys(empty))); diff != "" {
		t.Errorf("keys of a full plan and an empty one: %s", diff)
	}
	for name, data := range out {
		for line := range strings.Lines(string(pretty(t, data))) {
			if strings.Contains(line, `: ""`) && !strings.Contains(line, `"text"`) { // a heading's own text may be none
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// Text is data: whatever it holds, the file stays JSON and gives it back.
func TestTextStaysText(t *testing.T) {
	for quoted, want := range map[string]string{ // as YAML writes it in double quotes
		`</script><b>&amp;`:   `</script><b>&amp;`,
		`\\ \" {{.}} \\u003c`: `\ " {{.}} \u003c`,
		`“Ấn” 'x' %s`:         `“Ấn” 'x' %s`,
	} {
		out := written(t, quoted)
		for name, data := range out {
			if !json.Valid(data) {
				t.Errorf("%s is no JSON: %s", name, data)
			}
		}
		var record struct{ Abstract string }
		if err := json.Unmarshal(out[plan], &record); err != nil {
			t.Fatal(err)
		}
		if record.Abstract != "Phong trào “Ba nhất” "+want {
			t.Errorf("got %q, want %q", record.Abstract, want)
		}
	}
}

func TestTwoRunsAreByteIdentical(t *testing.T) {
	if diff := cmp.Diff(written(t, "chữ"), written(t, "chữ")); diff != "" {
		t.Error(diff)
	}
}

// many is a portal of units that have nothing but an id.
func many(n int) *portal.Portal {
	p := new(portal.Portal)
	for i := range n {
		p.Units = append(p.Units, &portal.Unit{ID: fmt.Sprint(i)})
	}
	p.Index()
	return p
}

// A file that cannot be written ends the work, and the error says why.
func TestAFailedWriteEndsTheWork(t *testing.T) {
	p := many(1000)
	full := errors.New("disk full")
	var calls atomic.Int64
	err := reuse.Write(p, derive.Figures(p, today), func(string, []byte) error { calls.Add(1); return full })
	if !errors.Is(err, full) || calls.Load() > 100 {
		t.Errorf("%d calls, %v", calls.Load(), err)
	}
}

// The server tells of what breaks; it must be able to recover.
func TestAPanicIsTheCallers(t *testing.T) {
	p := many(3)
	defer func() {
		if trouble := recover(); trouble != "broken" {
			t.Errorf("recovered %v", trouble)
		}
	}()
	err := reuse.Write(p, derive.Figures(p, today), func(string, []byte) error { panic("broken") })
	t.Errorf("no panic, error %v", err)
}
