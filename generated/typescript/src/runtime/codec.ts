/**
 * Primitive values between JSON and JavaScript (OData JSON Format 4.01, section 7.1).
 *
 * Reading gives what the type of a property says; what a payload has instead is given as it is, so that
 * nothing is lost and nothing is guessed. A number stays a JavaScript number wherever that is exact.
 */

import { decodeBase64, encodeBase64Url } from "./base64.js";
import { DateOnly, DateTimeOffset, TimeOnly } from "./dates.js";
import { Duration } from "./durations.js";
import { JsonNumber, jsonNumber, type JsonValue } from "./json.js";

/** Edm.Int64: a number where a JavaScript number is exact, else a bigint. Both can be written. */
export type Int64 = number | bigint;

/** Edm.Decimal: a number where its text has the same digits, else the digits as text. Both can be written. */
export type Decimal = number | string;

/** A GeoJSON object (RFC 7946): Edm.Geography, Edm.Geometry and their kinds. */
export type GeoJson = Record<string, unknown>;

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const INTEGER = /^[+-]?\d{1,40}$/;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const NOT_FINITE: ReadonlyMap<string, number> = new Map([
  ["INF", Infinity],
  ["-INF", -Infinity],
  ["NaN", NaN],
]);
const INTEGERS: ReadonlySet<string> = new Set([
  "Edm.Byte",
  "Edm.SByte",
  "Edm.Int16",
  "Edm.Int32",
  "Edm.Int64",
]);

const FRACTIONS: ReadonlySet<string> = new Set([
  "Edm.Decimal",
  "Edm.Double",
  "Edm.Single",
]);

/** Whether values of the type are numbers. */
export function isNumeric(type: string | undefined): boolean {
  return type !== undefined && (INTEGERS.has(type) || FRACTIONS.has(type));
}

/**
 * The JavaScript value of a JSON value of the primitive type, or undefined when it is none of its values.
 */
export function readPrimitive(type: string, raw: JsonValue): unknown {
  if (INTEGERS.has(type)) {
    return readInteger(raw);
  }
  switch (type) {
    case "Edm.String":
    case "Edm.Guid":
      return typeof raw === "string" ? raw : undefined;
    case "Edm.Boolean":
      return typeof raw === "boolean" ? raw : undefined;
    case "Edm.Single":
    case "Edm.Double":
      return readFloat(raw);
    case "Edm.Decimal":
      return readDecimal(raw);
    default:
      return typeof raw === "string" ? readText(type, raw) : undefined;
  }
}

/** Text as well: what IEEE754Compatible=true gives. Numbers such as 1.0 are integers too. */
function readInteger(raw: JsonValue): Int64 | undefined {
  if (typeof raw === "number") {
    return Number.isInteger(raw) ? raw : undefined;
  }
  const text = raw instanceof JsonNumber ? raw.text : raw;
  if (typeof text !== "string") {
    return undefined;
  }
  if (INTEGER.test(text)) {
    const exact = BigInt(text.replace("+", ""));
    const near = Number(exact);
    return Number.isSafeInteger(near) ? near : exact;
  }
  const number = raw instanceof JsonNumber ? raw.valueOf() : NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

function readFloat(raw: JsonValue): number | undefined {
  if (typeof raw === "number" || raw instanceof JsonNumber) {
    return raw.valueOf();
  }
  return typeof raw === "string" ? NOT_FINITE.get(raw) : undefined;
}

function readDecimal(raw: JsonValue): Decimal | undefined {
  if (typeof raw === "number") {
    return raw;
  }
  const text = raw instanceof JsonNumber ? raw.text : raw;
  if (typeof text !== "string") {
    return undefined;
  }
  if (DECIMAL.test(text)) {
    return String(Number(text)) === text ? Number(text) : text;
  }
  return NOT_FINITE.get(text);
}

function readText(type: string, text: string): unknown {
  switch (type) {
    case "Edm.DateTimeOffset":
      try {
        return new DateTimeOffset(text);
      } catch {
        return undefined;
      }
    case "Edm.Date":
      return DateOnly.parse(text);
    case "Edm.TimeOfDay":
      return TimeOnly.parse(text);
    case "Edm.Duration":
      return Duration.parse(text);
    case "Edm.Binary":
      return decodeBase64(text);
    default:
      return undefined;
  }
}

/**
 * The JSON value of a JavaScript value; undefined when it is no scalar.
 *
 * `type` decides where one value has two forms: text for a decimal is a number on the wire.
 */
export function writeScalar(
  type: string,
  value: unknown,
): JsonValue | undefined {
  switch (typeof value) {
    case "string":
      return type === "Edm.Decimal" && JSON_NUMBER.test(value)
        ? jsonNumber(value)
        : value;
    case "boolean":
      return value;
    case "bigint":
      return jsonNumber(String(value));
    case "number":
      return writeNumber(value);
    default:
      return value === null ? null : writeWrapped(value);
  }
}

function writeNumber(value: number): JsonValue {
  if (Number.isNaN(value)) {
    return "NaN";
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? "INF" : "-INF";
  }
  return value;
}

function writeWrapped(value: unknown): JsonValue | undefined {
  if (value instanceof JsonNumber) {
    return value;
  }
  if (value instanceof Date) {
    return value.toJSON();
  }
  if (
    value instanceof DateOnly ||
    value instanceof TimeOnly ||
    value instanceof Duration
  ) {
    return value.toString();
  }
  if (value instanceof Uint8Array) {
    return encodeBase64Url(value);
  }
  if (value instanceof ArrayBuffer) {
    return encodeBase64Url(new Uint8Array(value));
  }
  return undefined;
}
