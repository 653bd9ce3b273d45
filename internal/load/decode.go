package load

import (
	"encoding"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"thidua/internal/portal"
	"thidua/internal/vi"
)

// decode fills a record from a tree that its schema has accepted. Every value
// is taken from the characters of the file and its place is marked in the
// record's Source.
func decode[T any](src *source, node *yaml.Node, record *T) {
	value := reflect.ValueOf(record).Elem()
	origin := value.FieldByName("Source").Addr().Interface().(*portal.Source)
	*origin = portal.NewSource(portal.Pos{File: src.path, Line: node.Line, Column: node.Column})
	if id := value.FieldByName("ID"); id.IsValid() && src.id != "" {
		id.SetString(src.id)
	}
	if node.Kind == yaml.MappingNode {
		decoder{src, origin}.object(node, value, "")
	}
}

type decoder struct {
	src    *source
	origin *portal.Source
}

func (d decoder) object(node *yaml.Node, into reflect.Value, path string) {
	fields := fieldsOf(into.Type())
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		index, known := fields[key.Value]
		if !known {
			continue // the schema has reported it
		}
		at := join(path, key.Value)
		if !isNull(value) {
			d.origin.Mark(at, value.Line, value.Column)
		}
		d.value(value, into.FieldByIndex(index), at)
	}
}

func (d decoder) value(node *yaml.Node, into reflect.Value, path string) {
	if isNull(node) {
		return
	}
	if text, ok := into.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if node.Kind == yaml.ScalarNode {
			d.text(node, text, path)
		}
		return
	}
	switch into.Kind() {
	case reflect.String:
		into.SetString(settled(node.Value))
	case reflect.Bool:
		into.SetBool(node.Value == "true")
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		d.value(node, into.Elem(), path)
	case reflect.Struct:
		if node.Kind == yaml.MappingNode {
			d.object(node, into, path)
		}
	case reflect.Slice:
		d.list(node, into, path)
	default:
		panic("load: no way to read a " + into.Type().String())
	}
}

// list reads a sequence; a single value stands for a list of one.
func (d decoder) list(node *yaml.Node, into reflect.Value, path string) {
	items := []*yaml.Node{node}
	if node.Kind == yaml.SequenceNode {
		items = node.Content
	}
	list := reflect.MakeSlice(into.Type(), len(items), len(items))
	for i, item := range items {
		at := join(path, strconv.Itoa(i))
		d.origin.Mark(at, item.Line, item.Column)
		d.value(item, list.Index(i), at)
	}
	into.Set(list)
}

// text reads a value that knows its own form: dates, numbers, periods.
func (d decoder) text(node *yaml.Node, into encoding.TextUnmarshaler, path string) {
	value := settled(node.Value)
	if err := into.UnmarshalText([]byte(value)); err != nil {
		rule, args := textTrouble(into, err, value)
		d.src.report(node.Line, node.Column, rule, append([]any{lastKey(path)}, args...)...)
	}
}

// textTrouble names the rule that a value of a certain form breaks.
func textTrouble(into encoding.TextUnmarshaler, err error, text string) (rule string, args []any) {
	var date *vi.DateError
	var period *vi.PeriodError
	var number *vi.NumberError
	switch {
	case errors.As(err, &date):
		return "bad-date", []any{text, date.Suggest}
	case errors.As(err, &period):
		return "bad-period", []any{text, period.Suggest}
	case errors.As(err, &number) && number.Ambiguous:
		whole := strings.NewReplacer(".", "", ",", "").Replace(text)
		decimal := strings.TrimRight(strings.TrimRight(text, "0"), ".,") // 1.500 is 1.5 …
		if decimal == strings.TrimRight(text, ".,") {
			decimal += "0" // … and 1.125 needs a fourth digit to be clear
		}
		return "ambiguous-number", []any{text, whole, decimal}
	case errors.As(err, &number):
		return "bad-number", []any{text}
	}
	switch into.(type) {
	case *portal.Limit:
		return "bad-limit", []any{text}
	case *portal.DayIn:
		return "bad-day", []any{text}
	case *portal.ClauseRef:
		return "bad-clause-ref", []any{text}
	}
	panic("load: no words for a bad " + reflect.TypeOf(into).String())
}

// fieldCache maps a struct type to where its YAML fields are.
var fieldCache sync.Map // reflect.Type → map[string][]int

// fieldsOf lists the fields of a struct by their yaml tag; embedded structs
// count as part of the outer one.
func fieldsOf(t reflect.Type) map[string][]int {
	if cached, ok := fieldCache.Load(t); ok {
		return cached.(map[string][]int)
	}
	fields := make(map[string][]int)
	for _, field := range reflect.VisibleFields(t) {
		if name := field.Tag.Get("yaml"); name != "" && name != "-" {
			fields[name] = field.Index
		}
	}
	fieldCache.Store(t, fields)
	return fields
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// lastKey is the field that a path leads to, of an item of a list that of the
// list; "" where the path has no field.
func lastKey(path string) string {
	for path != "" {
		i := strings.LastIndexByte(path, '.')
		if _, err := strconv.Atoi(path[i+1:]); err != nil {
			return path[i+1:]
		}
		path = path[:max(i, 0)]
	}
	return ""
}

// settled is a value without what nobody meant to write: spaces around it,
// invisible characters.
func settled(value string) string { return strings.TrimSpace(vi.Clean(value)) }
