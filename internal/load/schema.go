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
	"thidua/internal/vi"
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

// Patterns of common.json whose breach has words of its own.
const (
	idPattern   = `^[a-z0-9]+(-[a-z0-9]+)*$`
	urlPattern  = `^([Hh][Tt][Tt][Pp][Ss]?://|$)`
	filmPattern = `^https://[^/\s@]+(/\S*)?$`
)

// collect turns the leaves of a validation error into faults. The schemas use
// no alternatives (anyOf, oneOf), so every leaf is a fault of its own.
func collect(e *jsonschema.ValidationError, faults *[]fault) {
	field := lastKey(strings.Join(e.InstanceLocation, "."))
	add := func(key, rule string, args ...any) {
		*faults = append(*faults, fault{e.InstanceLocation, key, rule, args})
	}
	switch k := e.ErrorKind.(type) {
	case *kind.Required:
		for _, missing := range k.Missing {
			add("", "missing-field", missing)
		}
	case *kind.AdditionalProperties:
		for _, unknown := range k.Properties {
			add(unknown, "unknown-field", unknown, portal.Nearest(unknown, objects()[e.SchemaURL]))
		}
	case *kind.Enum:
		got, allowed := show(k.Got), choices()[e.SchemaURL]
		if k.Got == nil {
			add("", "empty-choice", field, listed(allowed))
		} else {
			add("", "not-allowed", got, listed(allowed), meant(got, allowed))
		}
	case *kind.Type:
		switch {
		case field == "" && slices.Contains(k.Want, "array"):
			add("", "not-a-list")
		case field == "":
			add("", "not-fields")
		case k.Got == "null":
			add("", "empty-value", field)
		case k.Got == "boolean" && slices.Contains(k.Want, "string"): // a text that is just "true"
		default:
			add("", "wrong-type", field, []string{k.Got}, wanted(k.Want))
		}
	case *kind.MinLength, *kind.MinItems:
		add("", "empty-value", field)
	case *kind.MaxItems:
		add("", "too-many", field, k.Want)
	case *kind.Pattern:
		switch k.Want {
		case idPattern:
			add("", "bad-id", k.Got, vi.Slug(k.Got))
		case urlPattern:
			add("", "bad-url", field, k.Got)
		case filmPattern:
			add("", "bad-film", field, k.Got)
		default: // the only other one is that of texts on one line
			add("", "bad-line", field)
		}
	default:
		if len(e.Causes) == 0 {
			add("", "schema", k.LocalizedString(message.NewPrinter(language.English)))
		}
		for _, cause := range e.Causes {
			collect(cause, faults)
		}
	}
}

// wanted are the types that an editor may write. A number where a text may
// stand, too, is a text of digits, and null is to leave the value out.
func wanted(types []string) []string {
	return slices.DeleteFunc(slices.Clone(types), func(t string) bool {
		return t == "null" || t == "number" && slices.Contains(types, "string")
	})
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
			visit(s.Ref, s.Items2020)
		}
	}
	visit(slices.Collect(maps.Values(compiled()))...)
	return fields
})

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
