package table

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
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

// Items are the values of each object in the list that is a column of a record.
func (s *Schema) Items(record any, key string) (rows [][]string) {
	value := reflect.Indirect(reflect.ValueOf(record))
	for _, field := range reflect.VisibleFields(value.Type()) {
		if field.Tag.Get("yaml") == key {
			list := value.FieldByIndex(field.Index)
			for i := range list.Len() {
				rows = append(rows, s.Column(key).Parts.Cells(list.Index(i).Interface()))
			}
		}
	}
	return rows
}

func cellOf(value reflect.Value) string {
	if text, ok := value.Interface().(encoding.TextMarshaler); ok {
		written, err := text.MarshalText()
		if err != nil {
			panic(fmt.Errorf("table: a value that was read cannot be written: %w", err))
		}
		return string(written)
	}
	switch {
	case value.Kind() == reflect.String:
		return value.String()
	case value.Kind() == reflect.Bool:
		return strconv.FormatBool(value.Bool())
	case value.Kind() == reflect.Slice && value.Type().Elem().Kind() == reflect.String:
		ids := make([]string, value.Len())
		for i := range ids {
			ids[i] = value.Index(i).String()
		}
		return strings.Join(ids, "; ")
	}
	return ""
}
