/** Whether a JSON value is a GeoJSON object of an Edm.Geography or Edm.Geometry type (RFC 7946). */

import { isObject, JsonNumber, type JsonValue } from "./json.js";

/** How deep a position lies in `coordinates`. */
const DEPTHS: ReadonlyMap<string, number> = new Map([
  ["Point", 0],
  ["LineString", 1],
  ["MultiPoint", 1],
  ["Polygon", 2],
  ["MultiLineString", 2],
  ["MultiPolygon", 3],
]);
const COLLECTION = "GeometryCollection";

/**
 * What keeps `value` from being of the spatial type, in words; undefined when nothing does.
 *
 * `Edm.Geography` and `Edm.Geometry` themselves stand for any of their kinds.
 */
export function checkGeo(type: string, value: JsonValue): string | undefined {
  const kind = type.replace(/^Edm\.(Geography|Geometry)/, "");
  const wanted = kind === "Collection" ? COLLECTION : kind;
  if (!isObject(value)) {
    return `a GeoJSON object is expected for ${type}`;
  }
  const found = value.get("type");
  const depth = typeof found === "string" ? DEPTHS.get(found) : undefined;
  if (
    typeof found !== "string" ||
    (depth === undefined && found !== COLLECTION)
  ) {
    return "the GeoJSON object names no geometry in its type";
  }
  if (wanted !== "" && found !== wanted) {
    return `the GeoJSON object is no ${wanted}`;
  }
  if (depth === undefined) {
    return checkCollection(value.get("geometries"));
  }
  return isNestOfPositions(value.get("coordinates"), depth)
    ? undefined
    : `the coordinates are not those of a ${found}`;
}

function checkCollection(
  geometries: JsonValue | undefined,
): string | undefined {
  if (!Array.isArray(geometries)) {
    return "a GeometryCollection has an array of geometries";
  }
  for (const geometry of geometries) {
    // A collection within a collection is allowed but discouraged; deeper ones are not looked into.
    if (isObject(geometry) && geometry.get("type") === COLLECTION) {
      continue;
    }
    const problem = checkGeo("Edm.Geometry", geometry);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

function isNestOfPositions(
  value: JsonValue | undefined,
  depth: number,
): boolean {
  if (!Array.isArray(value)) {
    return false;
  }
  if (depth > 0) {
    return value.every((item) => isNestOfPositions(item, depth - 1));
  }
  const numbers = value.every(
    (item) => typeof item === "number" || item instanceof JsonNumber,
  );
  return value.length >= 2 && numbers;
}
