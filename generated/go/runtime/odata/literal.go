package odata

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Part is one key or parameter of a URL. Type is the schema's name of the value's type, or JSON for values
// that have no literal: they travel as parameter aliases.
type Part struct {
	Name  string
	Value any
	Type  string
}

// JSON is the type of a Part that goes by alias.
const JSON = "json"

// anyPrimitive is the type of values whose own type decides.
const anyPrimitive = "Edm.PrimitiveType"

var literalPatterns = map[string]*regexp.Regexp{
	"Edm.Date":           regexp.MustCompile(`^-?\d{4,}-\d\d-\d\d$`),
	"Edm.DateTimeOffset": regexp.MustCompile(`^-?\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,12})?)?(Z|[+-]\d\d:\d\d)$`),
	"Edm.TimeOfDay":      regexp.MustCompile(`^\d\d:\d\d(:\d\d(\.\d{1,12})?)?$`),
	"Edm.Duration":       regexp.MustCompile(`^[+-]?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$`),
	"Edm.Guid":           regexp.MustCompile(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`),
	"Edm.Binary":         regexp.MustCompile(`^[A-Za-z0-9_-]*={0,2}$`),
	"Edm.Decimal":        regexp.MustCompile(`^([+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN)$`),
	"Edm.Double":         regexp.MustCompile(`^([+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN)$`),
	"Edm.Single":         regexp.MustCompile(`^([+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN)$`),
	"Edm.Boolean":        regexp.MustCompile(`^(true|false)$`),
}

// plain gives the value's text, checked against its type.
func plain(value any, typeName string) (string, error) {
	text := literalText(value)
	if pattern := literalPatterns[typeName]; pattern != nil && !pattern.MatchString(text) {
		return "", fmt.Errorf("%w: the value is no %s", ErrArgument, typeName)
	}
	if limits, found := integerRanges[typeName]; found {
		number, err := strconv.ParseInt(text, 10, 64)
		if err != nil || number < limits[0] || number > limits[1] {
			return "", fmt.Errorf("%w: the value is no %s", ErrArgument, typeName)
		}
	}
	if !utf8.ValidString(text) {
		return "", fmt.Errorf("%w: text that is not UTF-8 cannot be sent", ErrArgument)
	}
	return text, nil
}

// literalText is the OData text of a value, without quotes.
func literalText(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case float64, float32:
		wired, _ := wireOf(v)
		return fmt.Sprint(wired)
	case time.Time:
		return FormatTime(v)
	case []byte:
		return EdmBinary.Write(v).(string)
	}
	return fmt.Sprint(value)
}

// segment gives one path segment, percent-encoded once. It refuses nothing at all, and `.` and `..`, which
// URL parsers would resolve even when encoded.
func segment(value any, typeName string) (string, error) {
	text, err := plain(value, typeName)
	if err != nil {
		return "", err
	}
	if text == "" || text == "." || text == ".." {
		return "", fmt.Errorf("%w: %q cannot be a path segment", ErrArgument, text)
	}
	return encode(text, unreserved), nil
}

// urlLiteral is an OData literal (OData ABNF, primitiveLiteral): quoted text has its quotes doubled.
type urlLiteral struct {
	prefix, text string
	quoted       bool
}

// whole is the literal without percent-encoding.
func (l urlLiteral) whole() string {
	if !l.quoted {
		return l.text
	}
	return l.prefix + "'" + l.text + "'"
}

// encoded is the literal, percent-encoded but for what stands around the text.
func (l urlLiteral) encoded() string {
	if !l.quoted {
		return encode(l.text, unreserved)
	}
	return encode(l.prefix, unreserved) + "'" + encode(l.text, unreserved) + "'"
}

// literal gives an OData literal for a URL, percent-encoded.
func literal(value any, typeName string) (string, error) {
	made, err := literalOf(value, typeName)
	return made.encoded(), err
}

// keyPredicate gives (name=value,...); a single part without a name gives (value).
func keyPredicate(parts []Part) (string, error) {
	written := make([]string, len(parts))
	for at, part := range parts {
		value, err := literal(part.Value, part.Type)
		if err != nil {
			return "", err
		}
		if part.Name != "" {
			value = encode(part.Name, unreserved) + "=" + value
		}
		written[at] = value
	}
	return "(" + strings.Join(written, ",") + ")", nil
}

// valueOf gives what a pointer points to, nil for a nil pointer, and anything else as it is.
func valueOf(value any) any {
	if value == nil {
		return nil
	}
	reflected := reflect.ValueOf(value)
	if reflected.Kind() != reflect.Pointer {
		if reflected.Kind() == reflect.Slice && reflected.IsNil() {
			return nil
		}
		return value
	}
	if reflected.IsNil() {
		return nil
	}
	if _, model := value.(Model); model {
		return value
	}
	return reflected.Elem().Interface()
}
