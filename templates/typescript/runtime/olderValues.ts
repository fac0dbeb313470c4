/**
 * Values as OData 1 to 3 write them: literals of URLs ([MS-ODATA], 2.2.2) and verbose JSON (2.2.6.3).
 *
 * `wire` is the name that those versions have for a type: `Edm.DateTime` for a moment without an offset, `Edm.Time`
 * for a duration.
 */

import { decodeBase64, encodeBase64 } from "./base64.js";
import { DateTimeOffset } from "./dates.js";
import { InvalidArgument, UnexpectedAnswer } from "./errors.js";
import { JsonNumber, jsonNumber, type JsonValue } from "./json.js";
import { VERSION } from "./olderVersion.js";
import { checkedText } from "./url.js";

const TICKS = /^\/Date\((-?\d{1,17})([+-]\d{1,4})?\)\/$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?$/;
const MOMENT =
  /^\d{4,}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
const WHOLE = /^-?(?:0|[1-9]\d{0,18})$/;
const NUMBER = /^-?(?:0|[1-9]\d{0,39})(?:\.\d{1,40})?(?:[eE][+-]?\d{1,4})?$/;
const DURATION =
  /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(\.\d{1,12})?S)?$/;
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ["Edm.Int64", "L"],
  ["Edm.Decimal", "M"],
  ["Edm.Double", "d"],
  ["Edm.Single", "f"],
]);
/** The first and the last moment that years of four digits have, in milliseconds from 1970. */
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;
const DAY = 86_400;

/**
 * The literal of a value, not percent-encoded.
 *
 * @throws InvalidArgument for a value that is none of `wire`
 */
export function olderLiteral(value: unknown, wire: string): string {
  if (value === null) {
    return "null";
  }
  switch (wire) {
    case "Edm.DateTime":
      return `datetime'${local(momentText(value))}'`;
    case "Edm.DateTimeOffset":
      return `datetimeoffset'${checkedText(value, wire)}'`;
    case "Edm.Time":
    case "Edm.Duration":
      return `time'${timeOfDay(checkedText(value, "Edm.Duration"))}'`;
    case "Edm.Guid":
      return `guid'${checkedText(value, wire)}'`;
    case "Edm.Binary":
      return `X'${hexadecimal(checkedText(value, wire))}'`;
  }
  const text = checkedText(value, wire);
  if (wire === "Edm.String" || !wire.startsWith("Edm.")) {
    return `'${text.replaceAll("'", "''")}'`;
  }
  const isNumber = !/^(?:-?INF|NaN)$/.test(text);
  return isNumber ? text + (SUFFIXES.get(wire) ?? "") : text;
}

/** A JSON value of 4.01 as those versions have it. */
export function sentValue(value: JsonValue, wire: string): JsonValue {
  if (wire === "Edm.Int64" || wire === "Edm.Decimal") {
    const isNumber = typeof value === "number" || value instanceof JsonNumber;
    return isNumber ? String(value) : value;
  }
  if (typeof value !== "string") {
    return value;
  }
  switch (wire) {
    case "Edm.DateTime":
    case "Edm.DateTimeOffset":
      return sentMoment(value, wire === "Edm.DateTimeOffset");
    case "Edm.Time":
    case "Edm.Duration":
      return timeOfDay(value);
    case "Edm.Binary": {
      const bytes = decodeBase64(value);
      return bytes === undefined ? value : encodeBase64(bytes);
    }
    default:
      return value;
  }
}

/**
 * A JSON value of those versions as 4.01 has it. What is none of the type stays as it is: validators say so.
 *
 * @param type its type in 4.01
 * @throws UnexpectedAnswer for a moment that no calendar has
 */
export function answeredValue(
  value: JsonValue,
  type: string,
  wire: string,
): JsonValue {
  if (typeof value !== "string") {
    return value;
  }
  const suffix = SUFFIXES.get(wire);
  if (suffix !== undefined) {
    return answeredNumber(value, wire, suffix);
  }
  if (wire !== "Edm.DateTime" && wire !== "Edm.DateTimeOffset") {
    return value;
  }
  const [, ticks, minutes = "0"] = TICKS.exec(value) ?? [];
  const isLocal = ticks === undefined && LOCAL.test(value);
  const text =
    ticks === undefined
      ? `${value}${isLocal ? "Z" : ""}`
      : ofTicks(Number(ticks), Number(minutes));
  return type === "Edm.Date" ? text.slice(0, 10) : text;
}

/** A number that stands as text: with the suffix of a literal, or without. */
function answeredNumber(text: string, wire: string, suffix: string): JsonValue {
  const last = text.slice(-1).toLowerCase();
  const plain = last === suffix.toLowerCase() ? text.slice(0, -1) : text;
  const form = wire === "Edm.Int64" ? WHOLE : NUMBER;
  return form.test(plain) ? jsonNumber(plain) : text;
}

/** The moment at which a clock of that offset shows the ticks: what .NET, Olingo and datajs mean by them. */
function ofTicks(ticks: number, minutes: number): string {
  if (ticks < FIRST || ticks > LAST || Math.abs(minutes) >= 1440) {
    throw new UnexpectedAnswer(
      "the service answered a time that no calendar has",
    );
  }
  const text = new Date(ticks).toISOString().replace(/\.?0*Z$/, "");
  return `${text}${minutes === 0 ? "Z" : zone(minutes)}`;
}

function zone(minutes: number): string {
  const total = Math.abs(minutes);
  const hours = String(Math.floor(total / 60)).padStart(2, "0");
  const rest = String(total % 60).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${hours}:${rest}`;
}

/** The text of a moment, or of a day, in any of its forms. */
function momentText(value: unknown): string {
  const text = checkedText(value, "Edm.String");
  if (!MOMENT.test(text)) {
    throw new InvalidArgument(`'${text.slice(0, 80)}' is no moment`);
  }
  return text;
}

/**
 * The moment that a text of 4.01 stands for; of a day its beginning.
 *
 * @throws RangeError for a moment that no calendar has
 */
function momentOf(text: string): DateTimeOffset {
  const isDay = text.length === 10;
  const isLocal = LOCAL.test(text);
  return new DateTimeOffset(
    isDay ? `${text}T00:00:00Z` : `${text}${isLocal ? "Z" : ""}`,
  );
}

/** A moment without its offset, in universal time. */
function local(text: string): string {
  let moment: DateTimeOffset;
  try {
    moment = momentOf(text);
  } catch {
    throw new InvalidArgument(`'${text.slice(0, 80)}' is no moment`);
  }
  const fraction = moment.fraction.replace(/0+$/, "");
  const shown = moment.toISOString().replace(/\.\d+Z$/, "");
  return fraction === "" ? shown : `${shown}.${fraction}`;
}

function sentMoment(text: string, hasOffset: boolean): string {
  if (VERSION.hasTimesAsText) {
    return hasOffset || !MOMENT.test(text) ? text : local(text);
  }
  let moment: DateTimeOffset;
  try {
    moment = momentOf(text);
  } catch {
    return text;
  }
  if (!hasOffset) {
    return `/Date(${moment.getTime()})/`;
  }
  const { offsetMinutes } = moment;
  const clock = moment.getTime() + offsetMinutes * 60_000;
  const minutes = String(Math.abs(offsetMinutes)).padStart(4, "0");
  return `/Date(${clock}${offsetMinutes < 0 ? "-" : "+"}${minutes})/`;
}

/** A duration of less than a day with all its parts: services of SAP take no other form. */
function timeOfDay(text: string): string {
  const found = DURATION.exec(text);
  if (found === null) {
    return text;
  }
  const [hours = 0, minutes = 0, seconds = 0] = found
    .slice(1, 4)
    .map((part: string | undefined) => Number(part ?? 0));
  const total = hours * 3600 + minutes * 60 + seconds;
  if (total >= DAY) {
    return text;
  }
  const [h, m, s] = [total / 3600, (total / 60) % 60, total % 60].map((part) =>
    String(Math.floor(part)).padStart(2, "0"),
  );
  return `PT${h}H${m}M${s}${found[4] ?? ""}S`;
}

function hexadecimal(text: string): string {
  const bytes = decodeBase64(text) ?? new Uint8Array();
  return Array.from(bytes, (byte) =>
    byte.toString(16).toUpperCase().padStart(2, "0"),
  ).join("");
}
