/** URLs of OData: segments encoded once, literals, keys and parameters. */

import { writeScalar } from "./codec.js";
import { DateOnly, TimeOnly } from "./dates.js";
import { Duration } from "./durations.js";
import { InvalidArgument } from "./errors.js";
import { JsonNumber, type JsonValue, writeJson } from "./json.js";
import { encoded } from "./serviceRoot.js";
import { spatialLiteral } from "./urlSpatial.js";

/**
 * One path segment, percent-encoded once.
 *
 * @throws InvalidArgument for an empty value, for `.` and `..`, which URL parsers would resolve even when
 * encoded, and for a value that is none of `type`
 */
export function segment(value: unknown, type = "Edm.String"): string {
  const text = checkedText(value, type);
  if (text === "" || text === "." || text === "..") {
    throw new InvalidArgument(`'${text}' cannot be a path segment`);
  }
  return encoded(text);
}

/**
 * An OData literal for a URL (OData ABNF, `primitiveLiteral`), percent-encoded. Text is quoted with its
 * quotes doubled.
 *
 * @throws InvalidArgument for a value that is none of `type`
 */
export function literal(value: unknown, type = "Edm.String"): string {
  return literalBy(encoded, value, type);
}

/**
 * The same without percent-encoding.
 *
 * @throws InvalidArgument for a value that is none of `type`
 */
export function plainLiteral(value: unknown, type: string): string {
  return literalBy((text) => text, value, type);
}

function literalBy(
  encode: (text: string) => string,
  value: unknown,
  type: string,
): string {
  if (value === null || value === undefined) {
    return "null";
  }
  if (type === "Edm.PrimitiveType") {
    return literalBy(encode, value, primitiveOf(value));
  }
  if (/^Edm\.Geo(?:graphy|metry)/.test(type)) {
    return encode(spatialLiteral(value, type)).replaceAll("%27", "'");
  }
  const text = checkedText(value, type);
  if (type === "Edm.String" || !type.startsWith("Edm.")) {
    // A member stands as its name alone where the service wants that (URL Conventions 4.01, 5.1.1.14.5).
    const isBare = type === "Edm.String" || type === "enum";
    const quoted = encode(text.replaceAll("'", "''"));
    return `${isBare ? "" : encode(type)}'${quoted}'`;
  }
  if (type === "Edm.Duration" || type === "Edm.Binary") {
    return `${type.slice(4).toLowerCase()}'${encode(text)}'`;
  }
  return encode(text);
}

/** The type whose literal a value of any primitive type has. */
function primitiveOf(value: unknown): string {
  switch (typeof value) {
    case "boolean":
      return "Edm.Boolean";
    case "bigint":
      return "Edm.Decimal";
    case "number":
      return "Edm.Double";
    case "string":
      return "Edm.String";
  }
  const found = PRIMITIVES.find(([made]) => value instanceof made)?.[1];
  if (found === undefined) {
    throw new InvalidArgument("a primitive value is asked for");
  }
  return found;
}

const PRIMITIVES = [
  [Date, "Edm.DateTimeOffset"],
  [DateOnly, "Edm.Date"],
  [TimeOnly, "Edm.TimeOfDay"],
  [Duration, "Edm.Duration"],
  [Uint8Array, "Edm.Binary"],
  [ArrayBuffer, "Edm.Binary"],
] as const;

/** Name, value and type of a key or parameter; a single key has no name. */
export type UrlPart = readonly [name: string, value: unknown, type: string];

/** `(name=value,...)`; a single part without a name gives `(value)`. */
export function keyPredicate(parts: readonly UrlPart[]): string {
  const inner = parts.map(([name, value, type]) => {
    const written = literal(value, type);
    return name === "" ? written : `${encoded(name)}=${written}`;
  });
  return `(${inner.join(",")})`;
}

/**
 * `(a=1,b=@p0)` and the parameter aliases for the query (URL Conventions 4.01, section 5.2).
 *
 * The type `json` is for values that have no literal: they become aliases `@p0`, `@p1`, counted from `used`.
 */
export function invocation(
  parts: readonly UrlPart[],
  used: number,
): [path: string, aliases: [string, string][]] {
  const aliases: [string, string][] = [];
  const written = parts.map(([name, value, type]) => {
    if (type !== "json") {
      return `${encoded(name)}=${literal(value, type)}`;
    }
    const alias = `@p${used + aliases.length}`;
    aliases.push([alias, writeJson(jsonOf(value))]);
    return `${encoded(name)}=${alias}`;
  });
  return [`(${written.join(",")})`, aliases];
}

/** JSON for a parameter alias. */
function jsonOf(value: unknown): JsonValue {
  const scalar = writeScalar("Edm.Untyped", value);
  if (scalar !== undefined) {
    return scalar;
  }
  if (Array.isArray(value)) {
    return value.map(jsonOf);
  }
  const members = Object.entries(value as object);
  return new Map(members.map(([name, member]) => [name, jsonOf(member)]));
}

const LITERALS: ReadonlyMap<string, RegExp> = new Map([
  ["Edm.Date", /^-?\d{4,}-\d\d-\d\d$/],
  [
    "Edm.DateTimeOffset",
    /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,12})?)?(Z|[+-]\d\d:\d\d)$/,
  ],
  ["Edm.TimeOfDay", /^\d\d:\d\d(:\d\d(\.\d{1,12})?)?$/],
  ["Edm.Duration", /^[+-]?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/],
  ["Edm.Guid", /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/],
  ["Edm.Binary", /^[A-Za-z0-9_-]*={0,2}$/],
  ["Edm.Decimal", /^(?:[+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN)$/],
  ["Edm.Double", /^(?:[+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN)$/],
  ["Edm.Single", /^(?:[+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN)$/],
  ["Edm.Boolean", /^(?:true|false)$/],
]);
const RANGES: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["Edm.Byte", [0n, 255n]],
  ["Edm.SByte", [-128n, 127n]],
  ["Edm.Int16", [-32768n, 32767n]],
  ["Edm.Int32", [-(2n ** 31n), 2n ** 31n - 1n]],
  ["Edm.Int64", [-(2n ** 63n), 2n ** 63n - 1n]],
]);

/**
 * The value's text as it stands in JSON, checked against the type.
 *
 * @throws InvalidArgument for a value that is none of it
 */
export function checkedText(value: unknown, type: string): string {
  const text = literalText(value, type);
  const range = RANGES.get(type);
  if (range !== undefined) {
    const isNumber = typeof value !== "boolean" && /^[+-]?\d{1,20}$/.test(text);
    const number = isNumber ? BigInt(text.replace("+", "")) : undefined;
    if (number === undefined || number < range[0] || number > range[1]) {
      throw new InvalidArgument(`'${text.slice(0, 80)}' is no ${type}`);
    }
    return String(number);
  }
  if (LITERALS.get(type)?.test(text) === false) {
    throw new InvalidArgument(`'${text.slice(0, 80)}' is no ${type}`);
  }
  return text;
}

function literalText(value: unknown, type: string): string {
  const scalar = writeScalar(type, value);
  if (scalar instanceof JsonNumber || typeof scalar === "number") {
    return String(scalar);
  }
  if (typeof scalar === "string" || typeof scalar === "boolean") {
    return String(scalar);
  }
  if (Array.isArray(value)) {
    return value.map((item) => literalText(item, type)).join(",");
  }
  throw new InvalidArgument(`a value of ${type} is asked for`);
}
