package odata

import (
	"encoding/base64"
	"math"
	"strconv"
	"strings"
	"time"
)

// Codec is how one primitive type is read and written (OData JSON Format 4.01, section 7.1).
//
// Read says false for what is no value of the type.
type Codec[T any] struct {
	Read  func(raw any) (T, bool)
	Write func(value T) any
}

// Pointer gives a pointer to a value, for query parameters and setters.
func Pointer[T any](value T) *T { return &value }

// The codecs of the primitive types, by the schema's names.
var (
	EdmString         = &Codec[string]{readString, func(v string) any { return v }}
	EdmBoolean        = &Codec[bool]{readBool, func(v bool) any { return v }}
	EdmByte           = integers[byte](0, math.MaxUint8)
	EdmSByte          = integers[int8](math.MinInt8, math.MaxInt8)
	EdmInt16          = integers[int16](math.MinInt16, math.MaxInt16)
	EdmInt32          = integers[int32](math.MinInt32, math.MaxInt32)
	EdmInt64          = integers[int64](math.MinInt64, math.MaxInt64)
	EdmSingle         = floats[float32](32)
	EdmDouble         = floats[float64](64)
	EdmDecimal        = texts(ParseDecimal, Decimal.wire)
	EdmDateTimeOffset = texts(ParseTime, func(v time.Time) any { return FormatTime(v) })
	EdmDate           = texts(ParseDateOnly, func(v DateOnly) any { return v.String() })
	EdmTimeOfDay      = texts(ParseTimeOnly, func(v TimeOnly) any { return v.String() })
	EdmDuration       = texts(ParseISODuration, func(v ISODuration) any { return v.String() })
	EdmGuid           = texts(ParseUUID, func(v UUID) any { return v.String() })
	EdmBinary         = texts(parseBinary, func(v []byte) any { return base64.URLEncoding.EncodeToString(v) })
	EdmUntyped        = &Codec[any]{func(raw any) (any, bool) { return goOf(raw), true }, writeUntyped}
)

func readString(raw any) (string, bool) {
	text, is := raw.(string)
	return text, is
}

func readBool(raw any) (bool, bool) {
	value, is := raw.(bool)
	return value, is
}

func writeUntyped(value any) any {
	wired, err := wireOf(value)
	if err != nil {
		return nil
	}
	return wired
}

// integers reads numbers, 1.0 among them, and text: what IEEE754Compatible=true gives.
func integers[T byte | int8 | int16 | int32 | int64](low, high int64) *Codec[T] {
	read := func(raw any) (T, bool) {
		var text string
		switch v := raw.(type) {
		case Number:
			text = v.String()
		case string:
			text = v
		default:
			return 0, false
		}
		number, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			exact, ok := decimalOf(text)
			if !ok {
				return 0, false
			}
			if number, ok = exact.int64(); !ok {
				return 0, false
			}
		}
		return T(number), number >= low && number <= high
	}
	return &Codec[T]{read, func(v T) any { return Number(strconv.FormatInt(int64(v), 10)) }}
}

func floats[T float32 | float64](bits int) *Codec[T] {
	read := func(raw any) (T, bool) {
		var text string
		switch v := raw.(type) {
		case Number:
			text = v.String()
		case string:
			switch v {
			case "INF":
				return T(math.Inf(1)), true
			case "-INF":
				return T(math.Inf(-1)), true
			case "NaN":
				return T(math.NaN()), true
			}
			if _, ok := decimalOf(v); !ok {
				return 0, false
			}
			text = v
		default:
			return 0, false
		}
		number, err := strconv.ParseFloat(text, bits)
		return T(number), err == nil
	}
	write := func(v T) any {
		wired, _ := numberOf(float64(v), bits)
		return wired
	}
	return &Codec[T]{read, write}
}

// texts reads what has its own form of text; for decimals numbers count as well.
func texts[T any](parse func(string) (T, error), write func(T) any) *Codec[T] {
	var none T
	_, numbers := any(none).(Decimal)
	read := func(raw any) (T, bool) {
		text, is := raw.(string)
		if !is && numbers {
			var number Number
			number, is = raw.(Number)
			text = number.String()
		}
		if !is {
			return none, false
		}
		value, err := parse(text)
		return value, err == nil
	}
	return &Codec[T]{read, write}
}

var standardAlphabet = strings.NewReplacer("-", "+", "_", "/")

// parseBinary reads either alphabet, with padding or without.
func parseBinary(text string) ([]byte, error) {
	return base64.RawStdEncoding.DecodeString(standardAlphabet.Replace(strings.TrimRight(text, "=")))
}
