package odata

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// older stands before the name of a built-in type as the older version has it.
const older = "older:"

// literalOf gives the literal of a value ([MS-ODATA], section 2.2.2).
func literalOf(value any, typeName string) (urlLiteral, error) {
	wire := strings.TrimPrefix(typeName, older)
	switch {
	case value == nil:
		return urlLiteral{text: "null"}, nil
	case isSpatial(wire):
		return spatialLiteral(value, wire)
	case wire == anyPrimitive:
		if wire = kindOfValue(value); wire == anyPrimitive {
			return urlLiteral{}, fmt.Errorf("%w: a %T has no literal", ErrArgument, value)
		}
	}
	if wire == localTime {
		if text := literalText(value); datePattern.MatchString(text) {
			value = text + "T00:00:00Z"
		}
	}
	checked := wire
	if name, renamed := todayNames[wire]; renamed {
		checked = name
	}
	text, err := plain(value, checked)
	if err != nil {
		return urlLiteral{}, err
	}
	return olderLiteral(text, wire), nil
}

// kindOfValue says how the literal of a value is written where nothing else tells.
func kindOfValue(value any) string {
	switch v := value.(type) {
	case string:
		return "Edm.String"
	case bool:
		return "Edm.Boolean"
	case byte, int8, int16, int32:
		return "Edm.Int32"
	case int:
		if v >= math.MinInt32 && v <= math.MaxInt32 {
			return "Edm.Int32"
		}
		return "Edm.Int64"
	case int64:
		return "Edm.Int64"
	case float32:
		return "Edm.Single"
	case float64:
		return "Edm.Double"
	case Decimal, Number:
		return "Edm.Decimal"
	case time.Time:
		return "Edm.DateTimeOffset"
	case DateOnly:
		return localTime
	case ISODuration:
		return timeOfDay
	case UUID, GUID:
		return "Edm.Guid"
	case []byte:
		return "Edm.Binary"
	}
	return anyPrimitive
}

// Invoked gives the place of a service operation, whose arguments are query options. Pointers stand for their values;
// what is nil is left out.
func Invoked(b RequestBuilder, name string, required []Part, optional []Part) RequestBuilder {
	var arguments []option
	for _, part := range append(append([]Part(nil), required...), optional...) {
		value := valueOf(part.Value)
		if value == nil {
			continue
		}
		made, err := literalOf(value, part.Type)
		if err != nil {
			return b.below("", nil, err)
		}
		arguments = append(arguments, option{part.Name, made.whole()})
	}
	return b.below("/"+name, arguments, nil)
}
