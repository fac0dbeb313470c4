package odata

import (
	"fmt"
	"regexp"
	"strings"
)

const (
	geography = "Edm.Geography"
	geometry  = "Edm.Geometry"
	// deepestShape bounds collections within collections.
	deepestShape = 16
)

var knownSystem = regexp.MustCompile(`^(?i:EPSG):([0-9]{1,6})$`)

// isSpatial says whether values of a type are shapes.
func isSpatial(typeName string) bool {
	return strings.HasPrefix(typeName, geography) || strings.HasPrefix(typeName, geometry)
}

// spatialLiteral gives GeoJSON as a literal (OData ABNF, geographyPoint and its like). Where the value does not say
// what its positions mean, they are degrees on the globe, or places on a plane (CSDL 4.01, section 7.2.7).
func spatialLiteral(value any, typeName string) (urlLiteral, error) {
	wired, err := wireOf(value)
	if err != nil {
		return urlLiteral{}, err
	}
	if problem := checkGeo(typeName, wired); problem != "" {
		return urlLiteral{}, fmt.Errorf("%w: %s", ErrArgument, problem)
	}
	prefix, system := "geometry", "0"
	if strings.HasPrefix(typeName, geography) {
		prefix, system = "geography", "4326"
	}
	shape := wired.(*record)
	if found := knownSystem.FindStringSubmatch(systemName(shape)); found != nil {
		system = found[1]
	}
	var text strings.Builder
	text.WriteString("SRID=" + system + ";")
	if !writeShape(&text, shape, 0) {
		return urlLiteral{}, fmt.Errorf("%w: the value is no %s", ErrArgument, typeName)
	}
	return urlLiteral{prefix, text.String(), true}, nil
}

func systemName(shape *record) string {
	for _, name := range []string{"crs", "properties"} {
		inner, _ := shape.get(name)
		next, is := inner.(*record)
		if !is {
			return ""
		}
		shape = next
	}
	name, _ := shape.get("name")
	text, _ := name.(string)
	return text
}

// writeShape says whether the value is a shape.
func writeShape(text *strings.Builder, value any, depth int) bool {
	shape, is := value.(*record)
	if !is || depth > deepestShape {
		return false
	}
	named, _ := shape.get("type")
	kind, _ := named.(string)
	if kind == geometryCollection {
		geometries, _ := shape.get("geometries")
		items, is := geometries.([]any)
		text.WriteString("Collection(")
		for at, item := range items {
			separate(text, at, ',')
			is = writeShape(text, item, depth+1) && is
		}
		text.WriteByte(')')
		return is
	}
	nested, known := positions[kind]
	coordinates, _ := shape.get("coordinates")
	if !known || !isNest(coordinates, nested) {
		return false
	}
	text.WriteString(kind + "(")
	items := coordinates.([]any)
	for at, item := range items {
		switch kind {
		case "Point":
			separate(text, at, ' ')
			text.WriteString(item.(Number).String())
		case "MultiPoint":
			separate(text, at, ',')
			text.WriteByte('(')
			writePositions(text, item, 0)
			text.WriteByte(')')
		default:
			separate(text, at, ',')
			writePositions(text, item, nested-1)
		}
	}
	text.WriteByte(')')
	return true
}

// writePositions writes a position, or lists of positions as deep, each in parentheses.
func writePositions(text *strings.Builder, value any, depth int) {
	mark := byte(' ')
	if depth > 0 {
		mark = ','
		text.WriteByte('(')
	}
	for at, item := range value.([]any) {
		separate(text, at, mark)
		if number, is := item.(Number); is {
			text.WriteString(number.String())
		} else {
			writePositions(text, item, depth-1)
		}
	}
	if depth > 0 {
		text.WriteByte(')')
	}
}

func separate(text *strings.Builder, at int, mark byte) {
	if at > 0 {
		text.WriteByte(mark)
	}
}
