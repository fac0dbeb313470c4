/**
 * URLs: segments encoded once, OData literals, and the one origin that a client speaks to.
 *
 * Every URL that is sent is put together here from the parsed service root and encoded parts; a link that
 * the service sends (next link, Location) is parsed once, compared with the root's origin, and then rebuilt
 * from that origin and the parsed path, so that two parsers can never disagree about the host.
 */

import { writeScalar } from "./codec.js";
import { DateOnly, TimeOnly } from "./dates.js";
import { Duration } from "./durations.js";
import { InvalidArgument, UnsafeUrl } from "./errors.js";
import { JsonNumber, type JsonValue, writeJson } from "./json.js";
import { isAbsolute } from "./links.js";
import { mask, oneLine } from "./masking.js";
import { spatialLiteral } from "./urlSpatial.js";

const FORBIDDEN = /[\u0000-\u0020\u007f\\]/;
const PARTS =
  /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)$/;
const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;
const PORTS: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["https", 443],
]);
const PATH_LETTERS = /[^A-Za-z0-9/%:@!$&'()*+,;=\-._~]/gu;
const QUERY_LETTERS = /[^A-Za-z0-9/%:@!$&'()*+,;=\-._~?[\]]/gu;

interface Parsed {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

/** The service's root URL, fixed when the client is made: scheme, host, port and path. */
export class ServiceRoot {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Whether nobody between can read what is sent: https, or the machine itself. */
  readonly isPrivate: boolean;
  private readonly key: string;
  private readonly path: string;

  /**
   * @throws UnsafeUrl for anything but an absolute http(s) URL without user name, query and fragment; plain
   * http is for a loopback host alone unless `allowHttp`
   */
  constructor(url: string, allowHttp = false) {
    const parsed = parse(url);
    const { scheme, host, port } = parsed;
    if (parsed.query !== undefined || parsed.fragment !== undefined) {
      throw new UnsafeUrl("the base URL must not have a query or a fragment");
    }
    const isLocal = scheme === "https" || LOOPBACK.test(host);
    if (!isLocal && !allowHttp) {
      throw new UnsafeUrl(
        `plain http is refused for ${host}: credentials would travel in clear`,
      );
    }
    const shown = port === PORTS.get(scheme) ? "" : `:${port}`;
    this.isPrivate = isLocal;
    this.origin = `${scheme}://${host}${shown}`;
    this.key = keyOf(parsed);
    this.path = parsed.path.replace(/\/+$/, "");
  }

  /** The absolute URL of `path`, which is encoded already and starts with `/` or is empty. */
  url(path: string): string {
    return `${this.origin}${this.path}${path}`;
  }

  /**
   * `url`, if it is of this origin; `base` is the URL that a relative one is resolved against.
   *
   * @throws UnsafeUrl otherwise
   */
  adopt(url: string, base?: string): string {
    let absolute = url;
    if (base !== undefined && !isAbsolute(url)) {
      refuseAmbiguous(url);
      absolute = new URL(url, base).href;
    }
    const parsed = parse(absolute);
    if (keyOf(parsed) !== this.key) {
      throw new UnsafeUrl(
        `a link to ${keyOf(parsed)} is refused: not ${this.origin}`,
      );
    }
    const query = parsed.query === undefined ? "" : `?${parsed.query}`;
    return `${this.origin}${parsed.path || "/"}${query}`;
  }
}

function keyOf(parsed: Parsed): string {
  return `${parsed.scheme}://${parsed.host}:${parsed.port}`;
}

function refuseAmbiguous(url: string): void {
  if (typeof url !== "string" || FORBIDDEN.test(url)) {
    throw new UnsafeUrl(
      "a URL with a backslash, a space or a control character is refused",
    );
  }
}

function parse(url: string): Parsed {
  refuseAmbiguous(url);
  const found = PARTS.exec(url);
  const [, first = "", authority = "", path = "", query, fragment] =
    found ?? [];
  const scheme = first.toLowerCase();
  const standard = PORTS.get(scheme);
  if (found === null || standard === undefined) {
    throw new UnsafeUrl(`not an absolute http(s) URL: '${mask(oneLine(url))}'`);
  }
  if (authority.includes("@")) {
    throw new UnsafeUrl("a URL with a user name is refused");
  }
  const place = authority.toLowerCase();
  const [, host = "", digits = ""] = /^(.*?)(?::(\d*))?$/.exec(place) ?? [];
  const port = digits === "" ? standard : Number(digits);
  if (!HOST.test(host) || host.includes("..") || port < 1 || port > 65535) {
    throw new UnsafeUrl(`not a host name: '${oneLine(host)}'`);
  }
  return {
    scheme,
    host,
    port,
    path: path.replace(PATH_LETTERS, encoded),
    query: query?.replace(QUERY_LETTERS, encoded),
    fragment,
  };
}

/**
 * Text percent-encoded whole: all but letters, digits and `-._~` (RFC 3986, section 2.3).
 *
 * @throws InvalidArgument for a lone surrogate, which has no UTF-8
 */
export function encoded(text: string): string {
  try {
    return encodeURIComponent(text).replace(
      /[!'()*]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    throw new InvalidArgument("text with a lone surrogate cannot be sent");
  }
}

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
  if (value === null || value === undefined) {
    return "null";
  }
  if (type === "Edm.PrimitiveType") {
    return literal(value, primitiveOf(value));
  }
  if (/^Edm\.Geo(?:graphy|metry)/.test(type)) {
    return encoded(spatialLiteral(value, type)).replaceAll("%27", "'");
  }
  const text = checkedText(value, type);
  if (type === "Edm.String" || !type.startsWith("Edm.")) {
    // A member stands as its name alone where the service wants that (URL Conventions 4.01, 5.1.1.14.5).
    const isBare = type === "Edm.String" || type === "enum";
    const quoted = encoded(text.replaceAll("'", "''"));
    return `${isBare ? "" : encoded(type)}'${quoted}'`;
  }
  if (type === "Edm.Duration" || type === "Edm.Binary") {
    return `${type.slice(4).toLowerCase()}'${encoded(text)}'`;
  }
  return encoded(text);
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

/** The value's text, checked against the type. */
function checkedText(value: unknown, type: string): string {
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
