/**
 * Whether a JSON value is a value of a primitive Edm type (OData JSON Format 4.01, section 7.1).
 *
 * The literals are those of the OData ABNF 4.01. Where 4.0 and 4.01 or the protocol and its services
 * differ, the wider reading counts: Int64 and Decimal as numbers or as text (IEEE754Compatible), binary
 * data in either base64 alphabet with or without padding.
 */

import { decodeBase64 } from "./base64.js";
import {
  compare,
  exact,
  type Exact,
  type Ordered,
  scaled,
} from "./decimals.js";
import { isObject, JsonNumber, type JsonValue } from "./json.js";
import { checkGeo } from "./validationSpatial.js";
import type { Finding } from "./validationRules.js";

const RANGES: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["Edm.Byte", [0n, 255n]],
  ["Edm.SByte", [-128n, 127n]],
  ["Edm.Int16", [-(2n ** 15n), 2n ** 15n - 1n]],
  ["Edm.Int32", [-(2n ** 31n), 2n ** 31n - 1n]],
  ["Edm.Int64", [-(2n ** 63n), 2n ** 63n - 1n]],
]);
const MAX_SINGLE = scaled(2n ** 128n - 2n ** 104n, 0);
const MAX_DOUBLE = scaled(2n ** 1024n - 2n ** 970n, 0);
const SPECIAL = new Set(["INF", "-INF", "NaN"]);

const INTEGER = /^[+-]?[0-9]{1,19}$/;
const DECIMAL = /^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,9})?$/;
const GUID = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
const DATE = /^(-?)([0-9]{4}|[1-9][0-9]{4,5})-([0-9]{2})-([0-9]{2})$/;
const TIME =
  /^([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:\.([0-9]{1,12}))?)?$/;
const OFFSET = /^(.+?)([zZ]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/s;
const DURATION =
  /^([+-]?)P(?=[0-9T])(?:([0-9]{1,15})D)?(?:T(?=[0-9])(?:([0-9]{1,15})H)?(?:([0-9]{1,15})M)?(?:([0-9]{1,15}(?:\.[0-9]{1,15})?)S)?)?$/;
/** Times are counted in whole units of this size: a literal has no more fractional digits. */
const FRACTION_DIGITS = 15;
const UNITS = 10n ** 15n;

/** The number that a JSON number is; undefined for anything else. */
function numberOf(value: JsonValue): Exact | undefined {
  return typeof value === "number" || value instanceof JsonNumber
    ? exact(String(value))
    : undefined;
}

/**
 * What keeps `value`, which is not null, from being a value of the primitive type; undefined when nothing.
 *
 * `floating` is for an Edm.Decimal whose scale is floating. A type that is not known here has no values that
 * could be wrong.
 */
export function checkLiteral(
  type: string,
  value: JsonValue,
  floating: boolean,
): Finding | undefined {
  const range = RANGES.get(type);
  if (range !== undefined) {
    return checkInteger(type, range, value);
  }
  if (type.startsWith("Edm.Geography") || type.startsWith("Edm.Geometry")) {
    const problem = checkGeo(type, value);
    const rule = isObject(value) ? "format" : "wrong-type";
    return problem === undefined ? undefined : [rule, problem];
  }
  switch (type) {
    case "Edm.Decimal":
      return checkDecimal(value, floating);
    case "Edm.Double":
    case "Edm.Single":
      return checkFloat(type, value);
    case "Edm.Boolean":
      return typeof value === "boolean"
        ? undefined
        : ["wrong-type", "true or false is expected"];
    case "Edm.PrimitiveType":
      return isObject(value) || Array.isArray(value)
        ? ["wrong-type", "a primitive value is expected"]
        : undefined;
    case "Edm.Untyped":
      return undefined;
    default:
      return typeof value === "string"
        ? checkText(type, value)
        : ["wrong-type", `text is expected for ${type}`];
  }
}

function checkInteger(
  type: string,
  [low, high]: readonly [bigint, bigint],
  value: JsonValue,
): Finding | undefined {
  const wrong: Finding = [
    "wrong-type",
    `a whole number is expected for ${type}`,
  ];
  if (typeof value === "string") {
    if (type !== "Edm.Int64") {
      return wrong;
    }
    if (!INTEGER.test(value)) {
      return ["format", "the text is no whole number"];
    }
  }
  const number = typeof value === "string" ? exact(value) : numberOf(value);
  if (number === undefined || number.exponent < 0) {
    return wrong;
  }
  const fits =
    compare(scaled(low, 0), number) <= 0 &&
    compare(number, scaled(high, 0)) <= 0;
  return fits
    ? undefined
    : ["out-of-range", `${type} goes from ${low} to ${high}`];
}

function checkDecimal(
  value: JsonValue,
  floating: boolean,
): Finding | undefined {
  if (typeof value === "string") {
    if (SPECIAL.has(value)) {
      return floating
        ? undefined
        : [
            "format",
            "only a decimal with floating scale can be INF, -INF or NaN",
          ];
    }
    return DECIMAL.test(value)
      ? undefined
      : ["format", "the text is no decimal number"];
  }
  return numberOf(value) === undefined
    ? ["wrong-type", "a number is expected for Edm.Decimal"]
    : undefined;
}

function checkFloat(type: string, value: JsonValue): Finding | undefined {
  const number = numberOf(value);
  if (number === undefined) {
    return typeof value === "string" && SPECIAL.has(value)
      ? undefined
      : ["wrong-type", `a number is expected for ${type}, or INF, -INF or NaN`];
  }
  const most = type === "Edm.Single" ? MAX_SINGLE : MAX_DOUBLE;
  const size = number.digits < 0n ? -number.digits : number.digits;
  return compare({ ...number, digits: size }, most) > 0
    ? ["out-of-range", `the number is too large for ${type}`]
    : undefined;
}

function checkText(type: string, text: string): Finding | undefined {
  const problem = isLiteral(type, text) ? undefined : PROBLEMS.get(type);
  return problem === undefined ? undefined : ["format", problem];
}

const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ["Edm.Guid", "the text is no GUID"],
  ["Edm.Date", "the text is no date as in 2026-01-31"],
  [
    "Edm.DateTimeOffset",
    "the text is no date and time with offset as in 2026-01-31T12:00:00Z",
  ],
  [
    "Edm.Duration",
    "the text is no duration in days, hours, minutes and seconds as in P1DT2H",
  ],
  ["Edm.TimeOfDay", "the text is no time of day as in 12:00:00"],
  ["Edm.Binary", "the text is neither base64 nor base64url"],
]);

/** Whether text is a literal of a type that is written as text. */
function isLiteral(type: string, text: string): boolean {
  switch (type) {
    case "Edm.Guid":
      return GUID.test(text);
    case "Edm.Date":
      return isDate(text);
    case "Edm.DateTimeOffset":
      return isDateTimeOffset(text);
    case "Edm.Duration":
      return DURATION.test(text);
    case "Edm.TimeOfDay":
      return TIME.test(text);
    case "Edm.Binary":
      return decodeBase64(text) !== undefined;
    default:
      return true;
  }
}

function isDate(text: string): boolean {
  const [, , year = "", month = "", day = ""] = DATE.exec(text) ?? [];
  return year !== "" && dayInCycle(text, Number(month), Number(day)) >= 0;
}

function isDateTimeOffset(text: string): boolean {
  const [day, time] = parts(text);
  return time !== undefined && isDate(day) && TIME.test(time);
}

/** The day and the time of a point in time, its offset left out; the time undefined when there is none. */
function parts(text: string): [string, string | undefined] {
  const found = OFFSET.exec(text)?.[1]?.replaceAll("t", "T");
  const mark = found?.indexOf("T") ?? -1;
  return found === undefined || mark < 0
    ? ["", undefined]
    : [found.slice(0, mark), found.slice(mark + 1)];
}

function yearOf(text: string): number {
  const [, sign, year = "0"] = DATE.exec(text) ?? [];
  return sign === "-" ? -Number(year) : Number(year);
}

/** Days since the start of its 400 years, after which the calendar repeats; below 0 for no day. */
function dayInCycle(text: string, month: number, day: number): number {
  const like = 2000 + (((yearOf(text) % 400) + 400) % 400);
  const date = new Date(Date.UTC(like, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return -1;
  }
  return Math.round((date.getTime() - Date.UTC(2000, 0, 1)) / 86_400_000);
}

/**
 * Where a valid value stands in the order of its type, or undefined where there is no such order.
 *
 * Numbers stand for themselves, durations and times of day for their seconds, dates for their day, points in
 * time for the seconds since the year 0.
 */
export function orderKey(type: string, value: JsonValue): Ordered | undefined {
  switch (type) {
    case "Edm.Date":
    case "Edm.DateTimeOffset":
    case "Edm.TimeOfDay":
    case "Edm.Duration":
      return typeof value === "string" && isLiteral(type, value)
        ? temporalKey(type, value)
        : undefined;
  }
  if (typeof value !== "string") {
    return numberOf(value);
  }
  if (SPECIAL.has(value)) {
    return value === "NaN" ? undefined : (value as "INF" | "-INF");
  }
  const numeric =
    RANGES.has(type) ||
    ["Edm.Decimal", "Edm.Double", "Edm.Single"].includes(type);
  return numeric ? exact(value) : undefined;
}

function temporalKey(type: string, text: string): Exact {
  switch (type) {
    case "Edm.Date":
      return scaled(dayNumber(text), 0);
    case "Edm.TimeOfDay":
      return scaled(unitsOfDay(text), -FRACTION_DIGITS);
    case "Edm.Duration":
      return scaled(durationUnits(text), -FRACTION_DIGITS);
    default:
      return scaled(momentUnits(text), -FRACTION_DIGITS);
  }
}

function momentUnits(text: string): bigint {
  const zone = OFFSET.exec(text)?.[2] ?? "Z";
  const [day, time = "00:00"] = parts(text);
  const units = 86400n * UNITS * dayNumber(day) + unitsOfDay(time);
  if (/^[zZ]$/.test(zone)) {
    return units;
  }
  const offset = unitsOfDay(zone.slice(1));
  return zone.startsWith("+") ? units - offset : units + offset;
}

function dayNumber(text: string): bigint {
  const [, , , month = "1", day = "1"] = DATE.exec(text) ?? [];
  const cycles = Math.floor(yearOf(text) / 400);
  const within = dayInCycle(text, Number(month), Number(day));
  return BigInt(cycles * 146_097 + within);
}

function unitsOfDay(text: string): bigint {
  const found = TIME.exec(text) ?? [];
  const [, hours = "0", minutes = "0", seconds = "0", fraction = ""] = found;
  const whole = 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds);
  return BigInt(whole) * UNITS + fractionUnits(fraction);
}

function durationUnits(text: string): bigint {
  const [, sign, days = "0", hours = "0", minutes = "0", seconds = "0"] =
    DURATION.exec(text) ?? [];
  const [whole = "0", fraction = ""] = seconds.split(".");
  const total =
    86400n * BigInt(days) +
    3600n * BigInt(hours) +
    60n * BigInt(minutes) +
    BigInt(whole);
  const units = total * UNITS + fractionUnits(fraction);
  return sign === "-" ? -units : units;
}

function fractionUnits(digits: string): bigint {
  return BigInt(digits.padEnd(FRACTION_DIGITS, "0"));
}

/** How many digits the seconds' fraction of a valid temporal literal has, trailing zeros aside. */
export function fractionDigits(text: string): number {
  const digits = /\.([0-9]*)/.exec(text)?.[1] ?? "";
  return digits.replace(/0+$/, "").length;
}
