package odata

import (
	"fmt"
	"strings"
	"time"
)

// bareEnum is the type of a Part that is a member of an enumeration, for services that want its name alone.
const bareEnum = "enum"

// literalOf gives the literal of a value. A member of an enumeration has its type before it (URL Conventions 4.01,
// section 5.1.1.6.1), unless the service wants its name alone.
func literalOf(value any, typeName string) (urlLiteral, error) {
	if value == nil {
		return urlLiteral{text: "null"}, nil
	}
	if isSpatial(typeName) {
		return spatialLiteral(value, typeName)
	}
	if typeName == anyPrimitive {
		if _, shape := value.(map[string]any); shape {
			return spatialLiteral(value, geography)
		}
		if typeName = kindOfValue(value); typeName == anyPrimitive {
			return urlLiteral{}, fmt.Errorf("%w: a %T has no literal", ErrArgument, value)
		}
	}
	text, err := plain(value, typeName)
	if err != nil {
		return urlLiteral{}, err
	}
	doubled := strings.ReplaceAll(text, "'", "''")
	switch {
	case typeName == "Edm.String" || typeName == bareEnum || !strings.Contains(typeName, "."):
		return urlLiteral{"", doubled, true}, nil
	case !strings.HasPrefix(typeName, "Edm."):
		return urlLiteral{typeName, doubled, true}, nil
	case typeName == "Edm.Duration":
		return urlLiteral{"duration", text, true}, nil
	case typeName == "Edm.Binary":
		return urlLiteral{"binary", text, true}, nil
	}
	return urlLiteral{text: text}, nil
}

// kindOfValue says how the literal of a value is written where nothing else tells.
func kindOfValue(value any) string {
	switch value.(type) {
	case string:
		return "Edm.String"
	case bool:
		return "Edm.Boolean"
	case byte, int8, int16, int32, int64, int:
		return "Edm.Int64"
	case float32, float64:
		return "Edm.Double"
	case Decimal, Number:
		return "Edm.Decimal"
	case time.Time:
		return "Edm.DateTimeOffset"
	case DateOnly:
		return "Edm.Date"
	case TimeOnly:
		return "Edm.TimeOfDay"
	case ISODuration:
		return "Edm.Duration"
	case UUID, GUID:
		return "Edm.Guid"
	case []byte:
		return "Edm.Binary"
	}
	return anyPrimitive
}

// Invoked gives the place of a function. Pointers stand for their values; an optional parameter that is nil
// is left out.
func Invoked(b RequestBuilder, name string, required []Part, optional []Part) RequestBuilder {
	given, err := pointed(required, optional)
	if err != nil {
		return b.below("", nil, err)
	}
	path, aliases, err := invocation(name, given, len(b.place.aliases))
	return b.below(path, aliases, err)
}

// invocation gives /name(a=1,b=@p0) and the parameter aliases for the query (URL Conventions 4.01, section
// 5.2), counted from used.
func invocation(name string, parts []Part, used int) (string, []option, error) {
	written := make([]string, len(parts))
	var aliases []option
	for at, part := range parts {
		value := ""
		if part.Type == JSON {
			wired, err := wireOf(part.Value)
			if err != nil {
				return "", nil, err
			}
			text, err := write(wired, nil)
			if err != nil {
				return "", nil, err
			}
			value = fmt.Sprintf("@p%d", used+len(aliases))
			aliases = append(aliases, option{value, string(text)})
		} else {
			var err error
			if value, err = literal(part.Value, part.Type); err != nil {
				return "", nil, err
			}
		}
		written[at] = encode(part.Name, unreserved) + "=" + value
	}
	return "/" + name + "(" + strings.Join(written, ",") + ")", aliases, nil
}
