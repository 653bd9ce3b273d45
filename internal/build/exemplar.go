package build

import (
	"context"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"thidua/internal/portal"
	"thidua/internal/skeleton"
	"thidua/internal/table"
)

// exemplar takes in an exemplar with its story.
func (i *importer) exemplar(ctx context.Context) error {
	file := path.Join(i.folder, "index.md")
	if i.exists(file) && !i.Replace {
		i.report("import-exists", file)
		return nil
	}
	if i.form == nil {
		i.report("form-kind", "csv", "xlsx")
		return nil
	}
	record, problems := i.form.Record(table.Of("exemplar"))
	i.found(problems...)
	if record == nil {
		return nil
	}
	var old *portal.Exemplar
	if at := slices.IndexFunc(i.site.Exemplars, func(e *portal.Exemplar) bool { return e.ID == i.name }); at >= 0 {
		old = i.site.Exemplars[at]
	}
	if old == nil && i.exists(file) {
		i.report("import-unread", file) // what it says besides would be lost
		return nil
	}
	index := record.Index(i.before(old, record.Unit()))
	if i.result.Failed() {
		return nil
	}
	i.result.Reset = old != nil && old.Status.Public()
	if _, err := i.try(ctx, map[string][]byte{file: index.Data}, file, func(at portal.Pos) portal.Pos { return index.At(at.Line) }); err != nil || i.result.Failed() {
		return err
	}
	if old != nil {
		return i.replace(file, index.Data)
	}
	return i.place([]skeleton.File{{Path: "index.md", Data: index.Data}})
}

// before are the lines of an exemplar that only the portal knows. What was
// agreed to is not what stands there now, so the status begins anew.
func (i *importer) before(old *portal.Exemplar, unit string) []string {
	lines := []string{"status: draft"}
	sample := false
	if of := i.site.Unit(unit); of != nil {
		sample = of.Sample
	}
	if old != nil {
		sample = old.Sample
	}
	lines = append(lines, fmt.Sprintf("sample: %t", sample))
	if old == nil || len(old.History) == 0 {
		lines = append(lines, "history: []")
	} else {
		lines = append(lines, "history:")
		for _, change := range old.History {
			lines = append(lines, "  - "+flow("date", change.Date.String(), "what", change.What, "by", change.By))
		}
	}
	if old != nil && old.Photo != nil {
		lines = append(lines, "photo: "+flow("file", old.Photo.File, "alt", old.Photo.Alt, "credit", old.Photo.Credit))
	}
	if old != nil && old.Video != nil {
		line := strings.TrimSuffix("video: "+flow("url", old.Video.URL, "title", old.Video.Title, "transcript", old.Video.Transcript), "}")
		if poster := old.Video.Poster; poster != nil {
			line += ", poster: " + flow("file", poster.File, "alt", poster.Alt, "credit", poster.Credit)
		}
		lines = append(lines, line+"}")
	}
	return lines
}

// flow writes an object of texts on one line of YAML.
func flow(pairs ...string) string {
	var parts []string
	for n := 0; n < len(pairs); n += 2 {
		if pairs[n+1] == "" {
			continue
		}
		text, err := json.Marshal(pairs[n+1])
		if err != nil {
			panic(err) // a text is always JSON
		}
		parts = append(parts, pairs[n]+": "+string(text))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
