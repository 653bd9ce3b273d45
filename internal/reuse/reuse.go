// Package reuse writes what other programs read of the portal: an index.json
// beside every record's page, a list.json beside every list with several facets,
// and the list of all records. The shapes are a
// contract, see docs/data-format.md §7.
package reuse

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"thidua/internal/portal"
)

// Write gives write every file, by its slash-separated path below the site, as
// many at once as there are processors. The first error ends the work.
func Write(p *portal.Portal, f *portal.Figures, write func(path string, data []byte) error) error {
	all := make([]listed, len(p.Plans)+len(p.Units)+len(p.Movements)+len(p.Models)+len(p.Reports)+len(p.Recognitions)+len(p.Exemplars)+len(p.Columns))
	next := all
	group, ended := errgroup.WithContext(context.Background())
	group.SetLimit(runtime.GOMAXPROCS(0))
	one := func(path string, record func() (head, any)) {
		line := &next[0]
		next = next[1:]
		group.Go(func() (err error) {
			defer func() {
				if trouble := recover(); trouble != nil {
					err = broken{trouble}
				}
			}()
			if ended.Err() != nil {
				return nil
			}
			head, value := record()
			*line = listed(head)
			return writeJSON(path+"/index.json", value, write)
		})
	}
	for _, plan := range p.Plans {
		one("ke-hoach/"+plan.ID, func() (head, any) { r := planOf(p, plan); return r.head, r })
	}
	for _, unit := range p.Units {
		one("don-vi/"+unit.ID, func() (head, any) { r := unitOf(unit, f.Units[unit.ID], f.Today); return r.head, r })
	}
	for _, movement := range p.Movements {
		one("phong-trao/"+movement.ID, func() (head, any) { r := movementOf(movement, f.Movements[movement.ID]); return r.head, r })
	}
	for _, model := range p.Models {
		one("mo-hinh/"+model.ID, func() (head, any) { r := modelOf(p, model); return r.head, r })
	}
	for _, exemplar := range p.Exemplars {
		one("dien-hinh/"+exemplar.ID, func() (head, any) { r := exemplarOf(exemplar); return r.head, r })
	}
	for _, issue := range p.Columns {
		one("thi-dua-la-yeu-nuoc/"+issue.ID, func() (head, any) { r := issueOf(issue); return r.head, r })
	}
	for _, report := range p.Reports {
		one("ket-qua/"+report.Slug(), func() (head, any) { r := reportOf(p, report, f.Reports[report.ID], f.Today); return r.head, r })
	}
	for _, programme := range p.Recognitions {
		one("cong-nhan/"+programme.ID, func() (head, any) {
			r := programmeOf(p, programme, f.Programmes[programme.ID], f.Today)
			return r.head, r
		})
	}
	for _, path := range slices.Sorted(maps.Keys(f.Lists)) {
		if list := f.Lists[path]; combines(list) {
			group.Go(func() error { return writeJSON(path+"/list.json", combinationOf(list, f), write) })
		}
	}
	err := group.Wait()
	if trouble, ok := err.(broken); ok {
		panic(trouble.value) // here, where the caller can recover
	}
	if err != nil {
		return err
	}
	return writeJSON("api/v1/index.json", struct {
		Schema  string   `json:"schema"`
		AsOf    string   `json:"as_of"`
		Records []listed `json:"records"`
	}{"thidua/v1/index", f.Today.String(), all}, write)
}

// broken carries a panic out of its goroutine.
type broken struct{ value any }

func (b broken) Error() string { return fmt.Sprint(b.value) }

// writeJSON writes no white space, as it is published: publish would have to
// write the file anew.
func writeJSON(path string, value any, write func(string, []byte) error) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return write(path, bytes.TrimSuffix(out.Bytes(), []byte("\n")))
}

// list is never null in JSON.
func list[T any, L ~[]T](values L) []T {
	if values == nil {
		return []T{}
	}
	return values
}

// text is null in JSON where it is empty.
func text[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}
