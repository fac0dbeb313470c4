/**
 * Values of parameters as text: all styles of OpenAPI 3.2 (section 4.12.6) and the collection formats of 2.0.
 *
 * A value is JSON by then; null is no value. Names and values are percent-encoded, but for RFC 3986's unreserved
 * letters, everywhere but in header fields.
 */

import { InvalidArgument } from "./errors.js";
import { isObject, type JsonValue, writeJson } from "./json.js";
import { encoded } from "./serviceRoot.js";

/** `querystring` is all that stands behind the question mark. */
export type ParameterPlace =
  "path" | "query" | "header" | "cookie" | "querystring";

export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "tabDelimited"
  | "deepObject"
  | "cookie"
  | "content";

/** How the value of one parameter is written. */
export interface ParameterSpelling {
  readonly name: string;
  readonly place: ParameterPlace;
  readonly style: ParameterStyle;
  readonly explode?: boolean;
  /** Whether RFC 3986's reserved letters stay as they are. */
  readonly reserved?: boolean;
  /** The media type of the style `content`. */
  readonly media?: string;
}

/** What stands between the parts of a value, where they are not parted into parameters of their own. */
const DELIMITERS: Readonly<Record<string, string>> = {
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
  tabDelimited: "%09",
};
const MAX_DEPTH = 50;

/** A name and a value, neither of them encoded; values without a name of their own have none. */
type Pair = readonly [name: string, value: string];

/**
 * The text of a parameter: a path segment, a part of the query (`a=b&c=d`), the value of a header field, or what
 * a Cookie field has (`a=b; c=d`). Undefined where there is nothing to send.
 *
 * @throws InvalidArgument for a value that the style has no form for
 */
export function parameterText(
  spelling: ParameterSpelling,
  value: JsonValue,
): string | undefined {
  const isNothing = spelling.style !== "content" && isEmpty(value);
  switch (spelling.place) {
    case "path":
      return pathText(spelling, isNothing ? undefined : value);
    case "query":
      return isNothing ? undefined : queryText(spelling, value);
    case "header":
      return isNothing ? undefined : simple(spelling, value, (text) => text);
    case "cookie":
      return isNothing ? undefined : cookieText(spelling, value);
    case "querystring":
      return wholeQuery(spelling, value);
  }
}

/** Whether there is nothing to write: null, and lists and objects of nothing else. */
function isEmpty(value: JsonValue): boolean {
  if (isObject(value)) {
    return Array.from(value.values()).every((member) => member === null);
  }
  return (
    value === null ||
    (Array.isArray(value) && value.every((item) => item === null))
  );
}

// --- Places

/** A piece of a segment, which is never empty and never leads elsewhere. */
function pathText(
  spelling: ParameterSpelling,
  value: JsonValue | undefined,
): string {
  const text = value === undefined ? "" : segmentText(spelling, value);
  if (text === "" || text === "." || text === "..") {
    const name = JSON.stringify(spelling.name);
    throw new InvalidArgument(`'${text}' cannot be in a path (${name})`);
  }
  return text;
}

function segmentText(spelling: ParameterSpelling, value: JsonValue): string {
  const encode = encoderOf(spelling);
  switch (spelling.style) {
    case "matrix":
      return matrix(spelling, value, encode);
    case "label":
      return label(spelling, value, encode);
    default:
      return simple(spelling, value, encode);
  }
}

function queryText(spelling: ParameterSpelling, value: JsonValue): string {
  const { name, style, explode = false } = spelling;
  const encode = encoderOf(spelling);
  const own = encoded(name);
  if (style === "content") {
    return `${own}=${encode(contentText(spelling, value))}`;
  }
  if (style === "deepObject") {
    return deepPairs(own, value, 0, encode).join("&");
  }
  const delimiter = DELIMITERS[style] ?? ",";
  if (isObject(value)) {
    const pairs = pairsOf(value);
    return explode && style === "form"
      ? pairs.map(([key, each]) => `${encoded(key)}=${encode(each)}`).join("&")
      : `${own}=${flat(pairs, encode).join(delimiter)}`;
  }
  if (Array.isArray(value)) {
    const items = itemsOf(value).map(encode);
    return explode
      ? items.map((item) => `${own}=${item}`).join("&")
      : `${own}=${items.join(delimiter)}`;
  }
  return `${own}=${encode(scalarText(value))}`;
}

function wholeQuery(spelling: ParameterSpelling, value: JsonValue): string {
  const isForm = /urlencoded/i.test(spelling.media ?? "");
  if (!isForm || !isObject(value)) {
    return encoded(contentText(spelling, value));
  }
  const style = { ...spelling, style: "form", explode: true } as const;
  return Array.from(value)
    .filter(([, member]) => !isEmpty(member))
    .map(([name, member]) => queryText({ ...style, name }, listOf(member)))
    .join("&");
}

/** A list as it is, anything else as what one is made of. */
function listOf(value: JsonValue): JsonValue {
  return Array.isArray(value) ? value : [value];
}

function cookieText(spelling: ParameterSpelling, value: JsonValue): string {
  const { style, explode = false } = spelling;
  // The style of cookies has values as they are (OpenAPI 3.2).
  const isPlain = style === "cookie";
  const encode = isPlain ? checkedCookie : encoderOf(spelling);
  const name = isPlain ? checkedCookie(spelling.name) : encoded(spelling.name);
  if (style === "content") {
    return `${name}=${encode(contentText(spelling, value))}`;
  }
  if (isObject(value) && explode) {
    const pairs = pairsOf(value);
    return pairs
      .map(([key, each]) => `${encode(key)}=${encode(each)}`)
      .join("; ");
  }
  if (Array.isArray(value) && explode) {
    return itemsOf(value)
      .map((item) => `${name}=${encode(item)}`)
      .join("; ");
  }
  return `${name}=${simple({ ...spelling, style: "simple" }, value, encode)}`;
}

// --- Styles

function simple(
  spelling: ParameterSpelling,
  value: JsonValue,
  encode: (text: string) => string,
): string {
  if (spelling.style === "content") {
    return encode(contentText(spelling, value));
  }
  if (isObject(value)) {
    const pairs = pairsOf(value);
    return spelling.explode === true
      ? pairs.map(([key, each]) => `${encode(key)}=${encode(each)}`).join(",")
      : flat(pairs, encode).join(",");
  }
  return Array.isArray(value)
    ? itemsOf(value).map(encode).join(",")
    : encode(scalarText(value));
}

function label(
  spelling: ParameterSpelling,
  value: JsonValue,
  encode: (text: string) => string,
): string {
  const isExploded = spelling.explode === true;
  const between = isExploded ? "." : ",";
  if (!isObject(value)) {
    return `.${listed(value).map(encode).join(between)}`;
  }
  const pairs = pairsOf(value);
  const parts = isExploded
    ? pairs.map(([key, each]) => `${encode(key)}=${encode(each)}`)
    : flat(pairs, encode);
  return `.${parts.join(between)}`;
}

function listed(value: JsonValue): string[] {
  return Array.isArray(value) ? itemsOf(value) : [scalarText(value)];
}

function matrix(
  spelling: ParameterSpelling,
  value: JsonValue,
  encode: (text: string) => string,
): string {
  const name = encoded(spelling.name);
  const pair = (key: string, text: string): string =>
    text === "" ? `;${key}` : `;${key}=${text}`;
  if (isObject(value)) {
    const pairs = pairsOf(value);
    return spelling.explode === true
      ? pairs.map(([key, each]) => pair(encode(key), encode(each))).join("")
      : pair(name, flat(pairs, encode).join(","));
  }
  if (Array.isArray(value)) {
    const items = itemsOf(value).map(encode);
    return spelling.explode === true
      ? items.map((item) => pair(name, item)).join("")
      : pair(name, items.join(","));
  }
  return pair(name, encode(scalarText(value)));
}

/** `a[b][c]=1`: members of members in brackets, as many as there are. */
function deepPairs(
  name: string,
  value: JsonValue,
  depth: number,
  encode: (text: string) => string,
): string[] {
  if (depth > MAX_DEPTH) {
    throw new InvalidArgument("the value of a parameter is nested too deeply");
  }
  if (value === null) {
    return [];
  }
  if (isObject(value)) {
    return Array.from(value).flatMap(([key, member]) =>
      deepPairs(`${name}%5B${encoded(key)}%5D`, member, depth + 1, encode),
    );
  }
  return Array.isArray(value)
    ? value.flatMap((item, at) =>
        deepPairs(`${name}%5B${at}%5D`, item, depth + 1, encode),
      )
    : [`${name}=${encode(scalarText(value))}`];
}

// --- Parts

function pairsOf(value: ReadonlyMap<string, JsonValue>): Pair[] {
  return Array.from(value)
    .filter(([, member]) => member !== null)
    .map(([name, member]) => [name, innerText(member)]);
}

function itemsOf(value: readonly JsonValue[]): string[] {
  return value.filter((item) => item !== null).map(innerText);
}

function flat(
  pairs: readonly Pair[],
  encode: (text: string) => string,
): string[] {
  return pairs.flatMap(([name, value]) => [encode(name), encode(value)]);
}

/** What is inside of a list or object; the styles say nothing of further nesting, so that it is JSON there. */
function innerText(value: JsonValue): string {
  return isObject(value) || Array.isArray(value)
    ? writeJson(value)
    : scalarText(value);
}

function contentText(spelling: ParameterSpelling, value: JsonValue): string {
  const isText = /^text\//i.test(spelling.media ?? "");
  return isText ? innerText(value) : writeJson(value);
}

/** The text of a scalar. */
export function scalarText(value: JsonValue): string {
  return typeof value === "string" ? value : String(value);
}

// What neither parts a URL in its place nor means something else there.
const RESERVED_IN_PATHS = /%(?:3A|40|21|24|26|27|28|29|2A|2B|2C|3B|3D)/g;
const RESERVED_ELSEWHERE = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B|3D)/g;
const TRIPLE = /(%[0-9A-Fa-f]{2})/;
const COOKIE =
  /^[\u0021\u0023-\u002b\u002d-\u003a\u003c-\u005b\u005d-\u007e]*$/;

function encoderOf(spelling: ParameterSpelling): (text: string) => string {
  if (spelling.reserved !== true) {
    return encoded;
  }
  const stays =
    spelling.place === "path" ? RESERVED_IN_PATHS : RESERVED_ELSEWHERE;
  // What is encoded already stays so (RFC 6570, section 3.2.3).
  return (text) =>
    text
      .split(TRIPLE)
      .map((part, at) =>
        at % 2 === 1
          ? part
          : encoded(part).replace(stays, (each) => decodeURIComponent(each)),
      )
      .join("");
}

function checkedCookie(text: string): string {
  if (!COOKIE.test(text)) {
    throw new InvalidArgument("a cookie has a letter that it may not have");
  }
  return text;
}
