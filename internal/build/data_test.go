package build_test

import (
	"encoding/json"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// A null that docs/data-format.md does not tell of is a mistake in one of the
// two: a flag or a count that nobody set, or a key that readers do not expect.
func TestEveryNullInTheDataIsDocumented(t *testing.T) {
	docs, err := os.ReadFile("../../docs/data-format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(docs), "**What may be `null`.**")
	table, _, _ = strings.Cut(table, "\n## ")
	may := map[string]bool{}
	for _, key := range regexp.MustCompile("`([a-z_.\\[\\]]+)`").FindAllStringSubmatch(table, -1) {
		may[key[1]] = true
	}
	nulls, told := 0, map[string]bool{}
	var visit func(name, at string, value any)
	visit = func(name, at string, value any) {
		switch v := value.(type) {
		case nil:
			nulls++
			if key := at[strings.LastIndexByte(at, '.')+1:]; !may[at] && !(may[key] && inMeasureOrList(at)) && !told[at] {
				told[at] = true
				t.Errorf("%s: %s is null, and docs/data-format.md does not say that it may be", name, at)
			}
		case map[string]any:
			for key, each := range v {
				visit(name, strings.TrimPrefix(at+"."+key, "."), each)
			}
		case []any:
			for _, each := range v {
				visit(name, at+"[]", each)
			}
		case string:
			if v == "" && at != "clauses[].text" { // a heading's own text may be none
				t.Errorf("%s: %s is empty", name, at)
			}
		}
	}
	for name, data := range referenceSite(t) {
		if path.Base(name) != "index.json" || strings.HasPrefix(name, "api/") {
			continue
		}
		var record any
		if err := json.Unmarshal(data, &record); err != nil {
			t.Fatal(name, err)
		}
		visit(name, "", record)
	}
	if nulls == 0 {
		t.Error("there is no null at all")
	}
}

// inMeasureOrList reports whether the table names a key once for the objects of
// several lists.
func inMeasureOrList(at string) bool {
	return strings.HasPrefix(at, "targets[].measure.") ||
		regexp.MustCompile(`^(slogans|funding|channels|hotlines|source_notes)\[\]\.clause$`).MatchString(at)
}
