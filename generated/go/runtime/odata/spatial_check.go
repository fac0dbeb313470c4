package odata

import "strings"

// positions is how deep a position lies in `coordinates`.
var positions = map[string]int{
	"Point": 0, "LineString": 1, "MultiPoint": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3,
}

const geometryCollection = "GeometryCollection"

// checkGeo gives what keeps a value from being a GeoJSON object of a spatial type (RFC 7946), in words; empty
// when nothing does. Edm.Geography and Edm.Geometry themselves stand for any of their kinds.
func checkGeo(typeName string, value any) string {
	wanted := strings.TrimPrefix(strings.TrimPrefix(typeName, "Edm.Geography"), "Edm.Geometry")
	if wanted == "Collection" {
		wanted = geometryCollection
	}
	data, is := value.(*record)
	if !is {
		return "a GeoJSON object is expected for " + typeName
	}
	named, _ := data.get("type")
	found, _ := named.(string)
	depth, known := positions[found]
	if !known && found != geometryCollection {
		return "the GeoJSON object names no geometry in its type"
	}
	if wanted != "" && found != wanted {
		return "the GeoJSON object is no " + wanted
	}
	if found == geometryCollection {
		geometries, _ := data.get("geometries")
		return checkGeometries(geometries)
	}
	if coordinates, _ := data.get("coordinates"); !isNest(coordinates, depth) {
		return "the coordinates are not those of a " + found
	}
	return ""
}

func checkGeometries(value any) string {
	items, is := value.([]any)
	if !is {
		return "a GeometryCollection has an array of geometries"
	}
	for _, item := range items {
		// A collection within a collection is allowed but discouraged; deeper ones are not looked into.
		if data, is := item.(*record); is {
			if named, _ := data.get("type"); named == geometryCollection {
				continue
			}
		}
		if problem := checkGeo("Edm.Geometry", item); problem != "" {
			return problem
		}
	}
	return ""
}

// isNest says whether a value is a position, or arrays of positions as deep.
func isNest(value any, depth int) bool {
	items, is := value.([]any)
	if !is {
		return false
	}
	for _, item := range items {
		if _, number := item.(Number); depth == 0 && !number {
			return false
		}
		if depth > 0 && !isNest(item, depth-1) {
			return false
		}
	}
	return depth > 0 || len(items) >= 2
}
