package table

import (
	"encoding"
	"fmt"
	"reflect"
)

// Cells are the values of a record, one for each column: "" for what it does
// not know.
func (s *Schema) Cells(record any) []string {
	value := reflect.Indirect(reflect.ValueOf(record))
	cells := make([]string, len(s.Columns))
	for _, field := range reflect.VisibleFields(value.Type()) {
		key := field.Tag.Get("yaml")
		for i := range s.Columns {
			if s.Columns[i].Key == key {
				cells[i] = cellOf(value.FieldByIndex(field.Index))
			}
		}
	}
	return cells
}

func cellOf(value reflect.Value) string {
	if text, ok := value.Interface().(encoding.TextMarshaler); ok {
		written, err := text.MarshalText()
		if err != nil {
			panic(fmt.Errorf("table: a value that was read cannot be written: %w", err))
		}
		return string(written)
	}
	if value.Kind() == reflect.String {
		return value.String()
	}
	return ""
}
