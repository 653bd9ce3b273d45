package vi

import (
	"encoding"
	"encoding/json"
)

// unmarshalText sets *v to what parse reads, to the zero value for no text.
func unmarshalText[T any](v *T, text []byte, parse func(string) (T, error)) error {
	var read T
	if len(text) > 0 {
		var err error
		if read, err = parse(string(text)); err != nil {
			return err
		}
	}
	*v = read
	return nil
}

// marshalJSON returns the text of v as a JSON string, or null for the zero value.
func marshalJSON[T interface {
	comparable
	encoding.TextMarshaler
}](v T) ([]byte, error) {
	if v == *new(T) {
		return []byte("null"), nil
	}
	text, err := v.MarshalText()
	if err != nil {
		return nil, err
	}
	return json.Marshal(string(text))
}

// unmarshalJSON reads a JSON string into v as text. Null is the zero value, not
// "leave v alone", so that a reused variable cannot keep an old one.
func unmarshalJSON(v encoding.TextUnmarshaler, data []byte) error {
	var text string // stays empty for null
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	return v.UnmarshalText([]byte(text))
}
