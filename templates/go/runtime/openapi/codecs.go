package odata

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// ReadJSON reads a JSON text as a value of a codec's type.
func ReadJSON[T any](codec *Codec[T], text []byte) (T, error) {
	var none T
	raw, err := parse(text)
	if err != nil {
		return none, err
	}
	value, ok := codec.Read(raw)
	if !ok {
		return none, fmt.Errorf("%w: the value has another type", ErrJSON)
	}
	return value, nil
}

// WriteJSON gives the JSON text of a value.
func WriteJSON[T any](codec *Codec[T], value T) ([]byte, error) {
	return write(codec.Write(value), nil)
}

// EdmBase64 is binary data in the standard alphabet (RFC 4648, section 4).
var EdmBase64 = texts(parseBinary, func(v []byte) any { return base64.StdEncoding.EncodeToString(v) })

// File is content that goes into a part of a form: any bytes, read when they are sent.
type File struct {
	// Name is the file name; empty sends none.
	Name string
	// ContentType is the media type; empty leaves it to the form.
	ContentType string
	Content     io.Reader
}

// FileOf gives a file of bytes.
func FileOf(name string, content []byte) *File {
	return &File{Name: name, Content: bytes.NewReader(content)}
}

// String shows the name alone.
func (f *File) String() string { return "File(" + strconv.Quote(f.Name) + ")" }

// GoString is String.
func (f *File) GoString() string { return f.String() }

// EdmStream is content of a form; in JSON it is text.
var EdmStream = &Codec[*File]{
	func(raw any) (*File, bool) {
		switch v := raw.(type) {
		case nil:
			return nil, true
		case *File:
			return v, true
		case string:
			return FileOf("", []byte(v)), true
		}
		return nil, false
	},
	func(v *File) any {
		if v == nil {
			return nil
		}
		return v
	},
}

// ListOf reads and writes lists; nil is null, and so is an item that has no value.
func ListOf[T any](item *Codec[T]) *Codec[[]T] {
	read := func(raw any) ([]T, bool) {
		if raw == nil {
			return nil, true
		}
		items, is := raw.([]any)
		if !is {
			return nil, false
		}
		made := make([]T, len(items))
		for at, each := range items {
			value, ok := item.Read(each)
			if !ok {
				return nil, false
			}
			made[at] = value
		}
		return made, true
	}
	write := func(values []T) any {
		if values == nil {
			return nil
		}
		made := make([]any, len(values))
		for at, value := range values {
			made[at] = item.Write(value)
		}
		return made
	}
	return &Codec[[]T]{read, write}
}

// MapOf reads and writes objects whose members have any name; nil is null. Names are written in order.
func MapOf[T any](value *Codec[T]) *Codec[map[string]T] {
	read := func(raw any) (map[string]T, bool) {
		if raw == nil {
			return nil, true
		}
		data, is := raw.(*record)
		if !is {
			return nil, false
		}
		made := make(map[string]T, len(data.members))
		for _, m := range data.members {
			read, ok := value.Read(m.value)
			if !ok {
				return nil, false
			}
			made[m.name] = read
		}
		return made, true
	}
	write := func(values map[string]T) any {
		if values == nil {
			return nil
		}
		made := &record{}
		for _, name := range sortedKeys(values) {
			made.set(name, value.Write(values[name]))
		}
		return made
	}
	return &Codec[map[string]T]{read, write}
}

// NullableOf reads and writes pointers; nil is null.
func NullableOf[T any](value *Codec[T]) *Codec[*T] {
	read := func(raw any) (*T, bool) {
		if raw == nil {
			return nil, true
		}
		made, ok := value.Read(raw)
		if !ok {
			return nil, false
		}
		return &made, true
	}
	write := func(given *T) any {
		if given == nil {
			return nil
		}
		return value.Write(*given)
	}
	return &Codec[*T]{read, write}
}

// ModelOf reads and writes models of the type called name; nil is null. A model shares what it was read from:
// what changes in it is written.
func ModelOf[T Model](name string) *Codec[T] {
	read := func(raw any) (T, bool) {
		var none T
		switch v := raw.(type) {
		case nil:
			return none, true
		case *record:
			made, is := over(v, registry.types[name]).(T)
			return made, is
		case Model:
			made, is := v.(T)
			return made, is
		}
		return none, false
	}
	write := func(model T) any {
		if isNil(model) {
			return nil
		}
		return Model(model)
	}
	return &Codec[T]{read, write}
}

// Only reads one value alone, and writes what it is given: what the description has as a constant.
func Only[T any](codec *Codec[T], value any) *Codec[T] {
	read := func(raw any) (T, bool) {
		if !isEqual(raw, value) {
			var none T
			return none, false
		}
		return codec.Read(raw)
	}
	return &Codec[T]{read, codec.Write}
}

// TextEnum reads and writes members of an enumeration of texts; unknown ones are kept.
func TextEnum[T ~string]() *Codec[T] {
	read := func(raw any) (T, bool) {
		text, is := raw.(string)
		return T(text), is
	}
	return &Codec[T]{read, func(v T) any { return string(v) }}
}

// IntegerEnum reads and writes members of an enumeration of whole numbers; unknown ones are kept.
func IntegerEnum[T ~int64]() *Codec[T] {
	read := func(raw any) (T, bool) {
		if _, is := raw.(Number); !is {
			return 0, false
		}
		value, ok := EdmInt64.Read(raw)
		return T(value), ok
	}
	return &Codec[T]{read, func(v T) any { return EdmInt64.Write(int64(v)) }}
}

// NumberEnum reads and writes members of an enumeration of numbers; unknown ones are kept.
func NumberEnum[T ~float64]() *Codec[T] {
	read := func(raw any) (T, bool) {
		if _, is := raw.(Number); !is {
			return 0, false
		}
		value, ok := EdmDouble.Read(raw)
		return T(value), ok
	}
	return &Codec[T]{read, func(v T) any { return EdmDouble.Write(float64(v)) }}
}

// ScalarEnum reads and writes members of an enumeration of values of several kinds: T is their JSON text.
func ScalarEnum[T ~string]() *Codec[T] {
	read := func(raw any) (T, bool) {
		switch raw.(type) {
		case nil, bool, string, Number:
			text, err := write(raw, nil)
			return T(text), err == nil
		}
		return "", false
	}
	return &Codec[T]{read, func(v T) any {
		value, err := parse([]byte(v))
		if err != nil {
			return string(v)
		}
		return value
	}}
}

// IsListed says whether the description lists a value of an enumeration.
func IsListed[T any](enum *Enum, codec *Codec[T], value T) bool {
	written := codec.Write(value)
	if text, is := written.(string); is && slices.Contains(enum.Members, text) {
		return true
	}
	for _, each := range enum.Values {
		if isEqual(each, written) {
			return true
		}
	}
	return false
}

// TextOfValue gives the JSON text of a value of an enumeration.
func TextOfValue[T any](codec *Codec[T], value T) string {
	text, err := write(codec.Write(value), nil)
	if err != nil {
		return ""
	}
	return string(text)
}

// isEqual compares JSON scalars: numbers by what they are, not by their digits.
func isEqual(one, other any) bool {
	first, is := one.(Number)
	second, too := other.(Number)
	if !is || !too {
		return one == other
	}
	left, ok := decimalOf(first.String())
	right, fine := decimalOf(second.String())
	return ok && fine && left.compare(right) == 0
}

// GetValue reads a property whose Go type has nil for what is absent, null, or not of the type.
//
//go:noinline
func GetValue[T any](model Model, name string, codec *Codec[T]) T {
	raw, _ := model.object().load(name)
	value, ok := codec.Read(raw)
	if !ok {
		var none T
		return none
	}
	return value
}

// SetValue writes a property whose Go type has nil for null.
//
//go:noinline
func SetValue[T any](model Model, name string, codec *Codec[T], value T) {
	model.object().store(name, codec.Write(value))
}

// GetAdditional reads all members beside the properties that are of the type that these have.
func GetAdditional[T any](model Model, codec *Codec[T]) map[string]T {
	object := model.object()
	made := map[string]T{}
	for _, m := range object.copied() {
		if value, ok := codec.Read(m.value); ok && object.isAdditional(m.name) {
			made[m.name] = value
		}
	}
	return made
}

// SetAdditional replaces all members beside the properties. A name that is a property's is reported when the
// model is sent.
func SetAdditional[T any](model Model, codec *Codec[T], values map[string]T) {
	given := make(map[string]any, len(values))
	for name, value := range values {
		given[name] = codec.Write(value)
	}
	model.object().SetAdditionalData(given)
}
