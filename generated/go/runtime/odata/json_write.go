package odata

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// writer appends JSON text without blanks.
type writer struct {
	out []byte
	err error
}

// write gives the JSON text of a value. A model at the root says its type when it is not of the declared
// one; with nil it does not.
func write(value any, declared *Type) ([]byte, error) {
	w := writer{}
	if model, is := value.(Model); is && declared == nil {
		w.model(model, model.object().typ(), 0)
	} else {
		w.value(value, declared, 0)
	}
	return w.out, w.err
}

func (w *writer) value(value any, declared *Type, depth int) {
	if depth > maxNesting {
		w.err = fmt.Errorf("%w: the values are nested too deeply", ErrJSON)
		return
	}
	if w.err != nil {
		return
	}
	switch v := value.(type) {
	case nil:
		w.out = append(w.out, "null"...)
	case bool:
		w.out = strconv.AppendBool(w.out, v)
	case string:
		w.text(v)
	case Number:
		w.out = append(w.out, v...)
	case *record:
		w.members(v.members, nil, depth)
	case []any:
		w.out = append(w.out, '[')
		for at, item := range v {
			if at > 0 {
				w.out = append(w.out, ',')
			}
			w.value(item, declared, depth+1)
		}
		w.out = append(w.out, ']')
	case Model:
		w.model(v, declared, depth)
	default:
		w.err = fmt.Errorf("%w: a %T is no JSON value", ErrJSON, value)
	}
}

// model writes a model. It names its type where the declared one would not tell.
func (w *writer) model(model Model, declared *Type, depth int) {
	object := model.object()
	typ, members := object.typ(), object.copied()
	if typ != declared && typ != nil && typ.Name != "" {
		members = withTypeName(members, typ)
	}
	w.members(members, typ, depth)
}

func (w *writer) members(members []member, typ *Type, depth int) {
	w.out = append(w.out, '{')
	for at, m := range members {
		if at > 0 {
			w.out = append(w.out, ',')
		}
		w.text(m.name)
		w.out = append(w.out, ':')
		var declared *Type
		switch m.value.(type) {
		case Model, []any:
			declared = typ.declared(m.name)
		}
		w.value(m.value, declared, depth+1)
	}
	w.out = append(w.out, '}')
}

const hexDigits = "0123456789abcdef"

func (w *writer) text(text string) {
	w.out = append(w.out, '"')
	for at := 0; at < len(text); {
		c := text[at]
		if c < utf8.RuneSelf {
			at++
			switch {
			case c == '"' || c == '\\':
				w.out = append(w.out, '\\', c)
			case c < 0x20 || c == 0x7f:
				w.out = append(w.out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			default:
				w.out = append(w.out, c)
			}
			continue
		}
		found, size := utf8.DecodeRuneInString(text[at:])
		if found == utf8.RuneError && size == 1 {
			found, size = surrogate(text[at:])
			for shift := 12; shift >= 0; shift -= 4 {
				if shift == 12 {
					w.out = append(w.out, '\\', 'u')
				}
				w.out = append(w.out, hexDigits[found>>shift&15])
			}
		} else {
			w.out = append(w.out, text[at:at+size]...)
		}
		at += size
	}
	w.out = append(w.out, '"')
}

// surrogate reads one that stands alone, as `appendUnit` keeps it; anything else is one unknown character.
func surrogate(text string) (rune, int) {
	if len(text) >= 3 && text[0] == 0xed && text[1] >= 0xa0 && text[1] < 0xc0 && text[2]&0xc0 == 0x80 {
		return 0xd000 | rune(text[1]&0x3f)<<6 | rune(text[2]&0x3f), 3
	}
	return utf8.RuneError, 1
}

// wired is what has a JSON value of its own.
type wired interface{ jsonValue() any }

// wireOf turns a Go value of a caller into one that a record holds.
func wireOf(value any) (any, error) {
	switch v := value.(type) {
	case nil, bool, string, Number, *record:
		return v, nil
	case Model:
		if isNil(v) {
			return nil, nil
		}
		return v, nil
	case wired:
		if isNil(v) {
			return nil, nil
		}
		return v.jsonValue(), nil
	case []any:
		made := make([]any, len(v))
		for at, item := range v {
			wired, err := wireOf(item)
			if err != nil {
				return nil, err
			}
			made[at] = wired
		}
		return made, nil
	case map[string]any:
		return wireOfMap(v)
	case float64:
		return numberOf(v, 64)
	case float32:
		return numberOf(float64(v), 32)
	}
	if reflected := reflect.ValueOf(value); reflected.Kind() == reflect.Slice && reflected.Type().Elem().Kind() == reflect.Interface {
		made := make([]any, reflected.Len())
		for at := range made {
			wired, err := wireOf(reflected.Index(at).Interface())
			if err != nil {
				return nil, err
			}
			made[at] = wired
		}
		return made, nil
	}
	text, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("%w: a %T is no JSON value", ErrJSON, value)
	}
	return parse(text)
}

func wireOfMap(value map[string]any) (any, error) {
	made := &record{}
	for _, name := range sortedKeys(value) {
		wired, err := wireOf(value[name])
		if err != nil {
			return nil, err
		}
		made.set(name, wired)
	}
	return made, nil
}

// numberOf writes a number as OData does: what JSON lacks is text (OData JSON Format 4.01, section 7.1).
func numberOf(value float64, bits int) (any, error) {
	switch {
	case math.IsNaN(value):
		return "NaN", nil
	case math.IsInf(value, 0):
		return infinity(value > 0), nil
	}
	return Number(strconv.FormatFloat(value, 'g', -1, bits)), nil
}

func infinity(positive bool) string {
	if positive {
		return "INF"
	}
	return "-INF"
}

// goOf turns a value of a record into what callers know: nil, bool, string, Number, []any, map[string]any,
// and models as they are.
func goOf(value any) any {
	switch v := value.(type) {
	case *record:
		made := make(map[string]any, len(v.members))
		for _, m := range v.members {
			made[m.name] = goOf(m.value)
		}
		return made
	case []any:
		made := make([]any, len(v))
		for at, item := range v {
			made[at] = goOf(item)
		}
		return made
	}
	return value
}

// isNil says whether a model is none: a nil interface, or one that holds a nil pointer.
func isNil(model any) bool {
	if model == nil {
		return true
	}
	reflected := reflect.ValueOf(model)
	return reflected.Kind() == reflect.Pointer && reflected.IsNil()
}
