/** GeoJSON as literals of URLs: `geography'SRID=4326;Point(142.1 64.1)'` (OData ABNF, `geographyPoint`). */

import { InvalidArgument } from "./errors.js";

/** The literal's word for a kind, and how many lists a position lies in. */
const KINDS: ReadonlyMap<string, readonly [word: string, depth: number]> =
  new Map([
    ["Point", ["Point", 0]],
    ["LineString", ["LineString", 1]],
    ["Polygon", ["Polygon", 2]],
    ["MultiPoint", ["MultiPoint", 1]],
    ["MultiLineString", ["MultiLineString", 2]],
    ["MultiPolygon", ["MultiPolygon", 3]],
  ]);
const COLLECTION = "GeometryCollection";
const CRS = /^EPSG:([0-9]{1,6})$/i;
const DEEPEST = 16;

/**
 * The literal, without percent-encoding; `type` is `Edm.GeographyPoint` and the like.
 *
 * Where the value does not say what its positions mean, they are degrees on the globe (4326), or places on a
 * plane (0) (CSDL 4.01, section 7.2.7).
 *
 * @throws InvalidArgument for what is no GeoJSON of the type
 */
export function spatialLiteral(value: unknown, type: string): string {
  const family = type.startsWith("Edm.Geography") ? "geography" : "geometry";
  const kind = type.slice("Edm.".length + family.length);
  const wanted = kind === "Collection" ? COLLECTION : kind;
  if (wanted !== "" && member(value, "type") !== wanted) {
    throw wrong(type);
  }
  const crs = member(member(member(value, "crs"), "properties"), "name");
  const code = typeof crs === "string" ? CRS.exec(crs)?.[1] : undefined;
  const id = code ?? (family === "geography" ? "4326" : "0");
  return `${family}'SRID=${id};${shapeText(value, type, 0)}'`;
}

function shapeText(value: unknown, type: string, depth: number): string {
  const named = member(value, "type");
  if (named === COLLECTION && depth <= DEEPEST) {
    const items = listed(member(value, "geometries"), type);
    const texts = items.map((item) => shapeText(item, type, depth + 1));
    return `Collection(${texts.join(",")})`;
  }
  const kind = typeof named === "string" ? KINDS.get(named) : undefined;
  if (kind === undefined) {
    throw wrong(type);
  }
  const [word, lists] = kind;
  const places = listed(member(value, "coordinates"), type);
  const text =
    word === "MultiPoint"
      ? places.map((each) => `(${positions(each, 0, type)})`).join(",")
      : positions(places, lists, type);
  return `${word}(${text})`;
}

function positions(value: unknown, depth: number, type: string): string {
  const items = listed(value, type);
  if (depth > 0) {
    const inner = items.map((each) => positions(each, depth - 1, type));
    return inner.map((each) => (depth === 1 ? each : `(${each})`)).join(",");
  }
  if (items.length < 2 || items.length > 4) {
    throw wrong(type);
  }
  return items.map((each) => numberText(each, type)).join(" ");
}

function numberText(value: unknown, type: string): string {
  if (typeof value === "bigint" || Number.isFinite(value)) {
    return String(value);
  }
  throw wrong(type);
}

function listed(value: unknown, type: string): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw wrong(type);
  }
  return value;
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function wrong(type: string): InvalidArgument {
  return new InvalidArgument(`the value is no GeoJSON of ${type}`);
}
