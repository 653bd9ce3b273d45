// Package table knows tables as spreadsheets write them: which columns a table
// has and what they are called, in English and in Vietnamese, and CSV in the
// forms in which Excel in Vietnam saves it.
package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"thidua/internal/vi"
	"thidua/schema"
)

// A Schema is what a JSON schema says of the rows of a table, or of the fields
// of a record that has a form.
type Schema struct {
	Columns []Column // in the order of the schema

	asides []string // columns that forms show and nobody reads, folded
	byName map[string]int
}

// A Column is one value of a row.
type Column struct {
	Key      string   // as the schema calls it: "numerator"
	Names    []string // in Vietnamese; forms show the first
	Help     string   // in Vietnamese
	Kind     Kind
	Required bool
	Choices  []Choice // where only some values are allowed
	Parts    *Schema  // of a List: its items

	open bool // the schema may ask for more than is known here
}

// Name is what forms and messages call the column.
func (c *Column) Name() string {
	if len(c.Names) == 0 {
		return c.Key
	}
	return c.Names[0]
}

// Kind is what sort of value a column holds.
type Kind int

const (
	Text Kind = iota
	Number
	Date
	IDs  // one id or several
	Flag // yes or no
	List // of objects
)

// kinds tells the kind of a value by the definition of common.json that it
// refers to.
var kinds = map[string]Kind{
	"numberCell": Number, "number": Number,
	"dateCell": Date, "requiredDateCell": Date, "date": Date, "requiredDate": Date,
	"ids": IDs, "requiredIds": IDs, "clauseRefs": IDs,
	"flag": Flag,
}

// A Choice is a value that is allowed, and what it means in Vietnamese.
type Choice struct {
	Value, Word string

	folded string // of Word
}

// Of is the schema of that name: "result". The schemas are part of the program,
// so one that cannot be read is a mistake of ours.
func Of(name string) *Schema {
	known, found := schemas()[name]
	if !found {
		panic("table: no schema " + name)
	}
	return known
}

// schemas reads every schema that describes one object.
var schemas = sync.OnceValue(func() map[string]*Schema {
	var common struct {
		Defs map[string]property `json:"$defs"`
	}
	decode("common.json", &common)
	all := map[string]*Schema{}
	entries, err := schema.Files.ReadDir(".")
	if err != nil {
		panic(err)
	}
	for _, entry := range entries {
		var root property
		decode(entry.Name(), &root)
		if len(root.Properties) > 0 {
			all[strings.TrimSuffix(entry.Name(), ".json")] = root.schema(common.Defs)
		}
	}
	return all
})

func decode(name string, into any) {
	data, err := schema.Files.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		panic(fmt.Errorf("schema %s: %w", name, err))
	}
}

// A property is the part of a schema that is read here.
type property struct {
	Ref              string          `json:"$ref"`
	Description      string          `json:"description"`
	Type             any             `json:"type"`
	Columns          []string        `json:"columns"`
	Asides           []string        `json:"asides"`
	MinLength        int             `json:"minLength"`
	Enum             []any           `json:"enum"`
	EnumDescriptions []string        `json:"enumDescriptions"`
	Required         []string        `json:"required"`
	Items            *property       `json:"items"`
	Properties       ordered         `json:"properties"`
	Pattern          json.RawMessage `json:"pattern"`
}

// ordered are the properties of an object as the file has them.
type ordered []named

type named struct {
	key string
	property
}

func (o *ordered) UnmarshalJSON(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	if _, err := decoder.Token(); err != nil { // {
		return err
	}
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return err
		}
		next := named{key: key.(string)}
		if err := decoder.Decode(&next.property); err != nil {
			return err
		}
		*o = append(*o, next)
	}
	return nil
}

func (p *property) schema(common map[string]property) *Schema {
	s := &Schema{byName: map[string]int{}}
	for _, name := range p.Asides {
		s.asides = append(s.asides, fold(name))
	}
	for i, field := range p.Properties {
		column := field.column(common)
		column.Key = field.key
		column.Required = column.Required || slices.Contains(p.Required, field.key)
		s.Columns = append(s.Columns, column)
		for _, name := range append(slices.Clone(column.Names), column.Key) {
			if at, taken := s.byName[fold(name)]; taken && at != i {
				panic(fmt.Sprintf("table: the columns %s and %s share a name", s.Columns[at].Key, column.Key))
			}
			s.byName[fold(name)] = i
		}
	}
	return s
}

func (p *property) column(common map[string]property) Column {
	named := *p
	c := Column{Names: p.Columns, Help: p.Description}
	for named.Ref != "" {
		_, definition, _ := strings.Cut(named.Ref, "#/$defs/")
		if kind, known := kinds[definition]; known {
			c.Kind = kind
		}
		named = common[definition]
	}
	c.Required = named.MinLength > 0
	c.open = named.Type != "string" && named.Enum == nil || named.Pattern != nil
	for i, value := range named.Enum {
		if text, ok := value.(string); ok {
			word := named.EnumDescriptions[i]
			c.Choices = append(c.Choices, Choice{text, word, fold(word)})
		} else {
			c.Required = false
		}
	}
	if named.Items != nil && len(named.Items.Properties) > 0 {
		c.Kind, c.Parts = List, named.Items.schema(common)
	}
	return c
}

// Accepts reports whether the schema certainly accepts this text in a cell, so
// that no validator need be asked.
func (c *Column) Accepts(text string) bool {
	if c.open || c.Required && text == "" {
		return false
	}
	return c.Choices == nil || slices.ContainsFunc(c.Choices, func(one Choice) bool { return one.Value == text })
}

// Value is the value that a cell means, where only some are allowed: a clerk
// may write it in Vietnamese. Any other text stays as it is.
func (c *Column) Value(text string) string {
	if c.Choices == nil || text == "" || c.Accepts(text) {
		return text
	}
	word := fold(text)
	for _, one := range c.Choices {
		if one.folded == word || fold(one.Value) == word {
			return one.Value
		}
	}
	return text
}

// Word is what a value means in Vietnamese.
func (c *Column) Word(value string) string {
	for _, one := range c.Choices {
		if one.Value == value {
			return one.Word
		}
	}
	return value
}

// Find finds a column by a name that somebody wrote above it: case, spaces,
// marks and punctuation do not matter. An aside is known, but no column: -1.
func (s *Schema) Find(name string) (column int, known bool) {
	name = fold(name)
	if i, found := s.byName[name]; found {
		return i, true
	}
	return -1, name != "" && slices.Contains(s.asides, name)
}

// Column is the column of that key.
func (s *Schema) Column(key string) *Column {
	for i := range s.Columns {
		if s.Columns[i].Key == key {
			return &s.Columns[i]
		}
	}
	return nil
}

// Keys are the keys of all columns in their order.
func (s *Schema) Keys() []string {
	keys := make([]string, len(s.Columns))
	for i := range s.Columns {
		keys[i] = s.Columns[i].Key
	}
	return keys
}

// Names are what the columns are called in Vietnamese.
func (s *Schema) Names() []string {
	names := make([]string, len(s.Columns))
	for i := range s.Columns {
		names[i] = s.Columns[i].Name()
	}
	return names
}

// fold keeps the letters and digits of a name.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, vi.Fold(name))
}
