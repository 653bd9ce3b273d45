package load

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"thidua/internal/portal"
	"thidua/schema"
)

// compiled holds every schema by its name. The schemas are part of the
// program, so one that does not compile is a mistake of ours.
var compiled = sync.OnceValue(func() map[string]*jsonschema.Schema {
	compiler := jsonschema.NewCompiler()
	names, err := fs.Glob(schema.Files, "*.json")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(schema.Files, name)
		if err != nil {
			panic(err)
		}
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			panic(fmt.Errorf("schema %s: %w", name, err))
		}
		if err := compiler.AddResource("thidua:///schema/"+name, document); err != nil {
			panic(fmt.Errorf("schema %s: %w", name, err))
		}
	}
	schemas := make(map[string]*jsonschema.Schema)
	for _, name := range names {
		schemas[strings.TrimSuffix(name, ".json")] = compiler.MustCompile("thidua:///schema/" + name)
	}
	return schemas
})

// A fault is one thing that a schema has against a value: a rule of package
// check, where in the value, and the words for its message.
type fault struct {
	path []string
	key  string // the fault is about this key of the object at path
	rule string
	args []any
}

// validate holds a value against a schema.
func validate(name string, value any) []fault {
	err := compiled()[name].Validate(value)
	if err == nil {
		return nil
	}
	var faults []fault
	collect(err.(*jsonschema.ValidationError), &faults)
	return faults
}

// collect turns the leaves of a validation error into faults.
func collect(e *jsonschema.ValidationError, faults *[]fault) {
	add := func(key, rule string, args ...any) {
		*faults = append(*faults, fault{e.InstanceLocation, key, rule, args})
	}
	switch k := e.ErrorKind.(type) {
	case *kind.Required:
		for _, field := range k.Missing {
			add("", "missing-field", field)
		}
	case *kind.AdditionalProperties:
		for _, field := range k.Properties {
			add(field, "unknown-field", field, portal.Nearest(field, objects()[e.SchemaURL]))
		}
	case *kind.Enum:
		add("", "not-allowed", show(k.Got), show(k.Want...))
	case *kind.Type:
		if k.Got == "null" {
			add("", "empty-value", last(e.InstanceLocation))
		} else {
			add("", "wrong-type", last(e.InstanceLocation), []string{k.Got}, k.Want)
		}
	case *kind.MinLength:
		add("", "empty-value", last(e.InstanceLocation))
	case *kind.MinItems:
		add("", "empty-value", last(e.InstanceLocation))
	case *kind.Pattern:
		add("", "bad-form", last(e.InstanceLocation), k.Got)
	case *kind.AnyOf, *kind.OneOf:
		collectAlternatives(e, faults)
	default:
		if len(e.Causes) == 0 {
			add("", "schema", k.LocalizedString(message.NewPrinter(language.English)))
		}
		for _, cause := range e.Causes {
			collect(cause, faults)
		}
	}
}

// collectAlternatives reports of several allowed shapes the one that the value
// was most likely meant to have: the one whose type it has.
func collectAlternatives(e *jsonschema.ValidationError, faults *[]fault) {
	var got, types []string
	for _, cause := range e.Causes {
		var inner []fault
		collect(cause, &inner)
		wrong := slices.IndexFunc(inner, func(f fault) bool {
			return f.rule == "wrong-type" && len(f.path) == len(e.InstanceLocation)
		})
		if wrong < 0 {
			*faults = append(*faults, inner...)
			return
		}
		got = inner[wrong].args[1].([]string)
		types = append(types, inner[wrong].args[2].([]string)...)
	}
	*faults = append(*faults, fault{e.InstanceLocation, "", "wrong-type", []any{last(e.InstanceLocation), got, types}})
}

// objects maps the location of every object schema to the fields it knows.
var objects = sync.OnceValue(func() map[string][]string {
	fields := make(map[string][]string)
	seen := make(map[*jsonschema.Schema]bool)
	var visit func(...*jsonschema.Schema)
	visit = func(schemas ...*jsonschema.Schema) {
		for _, s := range schemas {
			if s == nil || seen[s] {
				continue
			}
			seen[s] = true
			if len(s.Properties) > 0 {
				fields[s.Location] = slices.Sorted(maps.Keys(s.Properties))
			}
			visit(slices.Collect(maps.Values(s.Properties))...)
			visit(slices.Concat([]*jsonschema.Schema{s.Ref, s.Items2020}, s.AllOf, s.AnyOf, s.OneOf)...)
		}
	}
	visit(slices.Collect(maps.Values(compiled()))...)
	return fields
})

func last(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1]
}

// show writes values as an editor would type them.
func show(values ...any) string {
	words := make([]string, 0, len(values))
	for _, value := range values {
		if value != nil && reflect.ValueOf(value).Kind() != reflect.Map {
			words = append(words, fmt.Sprint(value))
		}
	}
	return strings.Join(words, ", ")
}
