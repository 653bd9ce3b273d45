// Package reuse writes what other programs read of the portal: an index.json
// beside every record's page and the list of all of them. The shapes are a
// contract, see docs/data-format.md §7.
package reuse

import (
	"bytes"
	"encoding/json"
	"fmt"

	"thidua/internal/portal"
)

// Write gives write every file, by its slash-separated path below the site.
func Write(p *portal.Portal, f *portal.Figures, write func(path string, data []byte) error) error {
	var all []listed
	one := func(path string, head head, record any) error {
		all = append(all, listed(head))
		return writeJSON(path+"/index.json", record, write)
	}
	for _, plan := range p.Plans {
		record := planOf(p, plan)
		if err := one("ke-hoach/"+plan.ID, record.head, record); err != nil {
			return err
		}
	}
	for _, unit := range p.Units {
		record := unitOf(unit, f.Units[unit.ID])
		if err := one("don-vi/"+unit.ID, record.head, record); err != nil {
			return err
		}
	}
	for _, movement := range p.Movements {
		record := movementOf(movement, f.Movements[movement.ID])
		if err := one("phong-trao/"+movement.ID, record.head, record); err != nil {
			return err
		}
	}
	for _, model := range p.Models {
		record := modelOf(model)
		if err := one("mo-hinh/"+model.ID, record.head, record); err != nil {
			return err
		}
	}
	return writeJSON("api/v1/index.json", struct {
		Schema  string   `json:"schema"`
		AsOf    string   `json:"as_of"`
		Records []listed `json:"records"`
	}{"thidua/v1/index", f.Today.String(), list(all)}, write)
}

func writeJSON(path string, value any, write func(string, []byte) error) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return write(path, out.Bytes())
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
