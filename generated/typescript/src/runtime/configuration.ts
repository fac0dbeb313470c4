/** What a caller adds to one request: query options, header fields, an ETag, a timeout. */

import { InvalidArgument } from "./errors.js";
import { checkedHeaders, type HeaderFields } from "./headers.js";
import type {
  Choosing,
  Filtering,
  Ordering,
  QueryLimits,
  Refused,
} from "./queryTypes.js";
import { encoded } from "./serviceRoot.js";
import { checkedTimeout } from "./watch.js";

/** What a query option may be. */
export type QueryValue =
  string | number | boolean | readonly (string | number)[] | undefined;

/**
 * OData system query options (URL Conventions 4.01, section 5.1) by name without `$`; these are options of
 * every call. There are no others: what a call does not take does not compile.
 */
export interface QueryParameters {
  format?: string;
}

/**
 * Options of collections: which items, in which order, how many, and with what of each. Options are text, or code
 * that is given an item of type T: `(x) => x.surname.startsWith("A")`. What L says the service refuses.
 */
export interface ListQueryParameters<
  T = unknown,
  L extends QueryLimits = QueryLimits,
> extends QueryParameters {
  select?: string[] | Choosing<T>;
  expand?: string[] | Choosing<T, Refused<L, "expand">>;
  filter?: string | Filtering<T, Refused<L, "filter">>;
  orderby?: string[] | Ordering<T, Refused<L, "orderby">>;
  top?: number;
  skip?: number;
  search?: string;
  count?: boolean;
  apply?: string;
  compute?: string;
  deltatoken?: string;
  skiptoken?: string;
}

/** Options of single objects: what of them. */
export interface ReadQueryParameters<
  T = unknown,
  L extends QueryLimits = QueryLimits,
> extends QueryParameters {
  select?: string[] | Choosing<T>;
  expand?: string[] | Choosing<T, Refused<L, "expand">>;
}

/** Options of counts: of which items. */
export interface CountQueryParameters extends QueryParameters {
  filter?: string;
  search?: string;
}

/** Options of the service's own (URL Conventions 4.01, section 5.2), by their names on the wire. */
export interface CustomQueryOptions {
  [option: string]: QueryValue;
}

/** Query parameters, header fields and more of one request; Q are the system query options of the call. */
export interface RequestConfiguration<Q extends object = QueryParameters> {
  queryParameters?: Q;
  /** What the service takes beside OData's options; a name that is none of OData's. */
  customQueryOptions?: CustomQueryOptions;
  headers?: HeaderFields;
  /** Makes a change fail (412) when the resource is no longer the one of that ETag. */
  etag?: string;
  /** Milliseconds that one attempt may take. */
  timeout?: number;
  /** Whether the body is checked before it is sent. */
  validate?: boolean;
  /** Whether an update sends all of an object that was read, and not what was changed since alone. */
  wholeBody?: boolean;
  /** Ends the call when it fires. */
  signal?: AbortSignal;
}

/** A configuration, read and checked. */
export interface Details {
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly timeout: number | undefined;
  readonly validate: boolean | undefined;
  readonly wholeBody: boolean;
  readonly signal: AbortSignal | undefined;
}

const OPTIONS = new Set([
  "select",
  "expand",
  "filter",
  "orderby",
  "top",
  "skip",
  "search",
  "count",
  "format",
  "apply",
  "compute",
  "deltatoken",
  "skiptoken",
  "levels",
  "id",
]);

/**
 * Read and check a configuration.
 *
 * @throws InvalidArgument for an option that is almost one of OData's, and for an unusable value
 */
export function detailsOf(
  configuration: RequestConfiguration<object> | undefined,
): Details {
  const headers = checkedHeaders(configuration?.headers ?? {});
  const etag = configuration?.etag;
  const query = [
    ...written(configuration?.queryParameters ?? {}, optionName),
    ...written(configuration?.customQueryOptions ?? {}, customName),
  ];
  return {
    query,
    headers:
      etag === undefined
        ? headers
        : { ...headers, ...checkedHeaders({ "if-match": etag }) },
    timeout: checkedTimeout(configuration?.timeout),
    validate: configuration?.validate,
    wholeBody: configuration?.wholeBody ?? false,
    signal: configuration?.signal,
  };
}

/** The options that are set, their names by `nameOf`. */
function written(
  options: object,
  nameOf: (name: string) => string,
): [string, string][] {
  return Object.entries(options)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [nameOf(name), optionText(name, value)]);
}

/** `$select=id&$top=5`: names as they are, values encoded whole. */
export function encodedQuery(
  pairs: readonly (readonly [string, string])[],
): string {
  return pairs
    .map(([name, value]) => {
      const plain = encoded(name).replaceAll("%24", "$").replaceAll("%40", "@");
      return `${plain}=${encoded(value)}`;
    })
    .join("&");
}

function optionName(name: string): string {
  const plain = name.replace(/^(?:%24|\$)/, "");
  if (OPTIONS.has(plain.toLowerCase())) {
    return `$${plain.toLowerCase()}`;
  }
  const near = [...OPTIONS].find((option) =>
    isNear(plain.toLowerCase(), option),
  );
  if (near !== undefined) {
    throw new InvalidArgument(
      `'${name}' is no option of this call; did you mean '${near}'?`,
    );
  }
  if (plain !== name || !/^[\p{L}\p{N}_-]+$/u.test(name)) {
    throw new InvalidArgument(`'${name}' is no query option`);
  }
  return name;
}

/**
 * The name of an option of the service's own, as it is: none of OData's, which begin with `$` or, in 4.01, are
 * the same without it, and no parameter alias.
 */
function customName(name: string): string {
  if (/^(?:[$@]|%24|%40|$)/.test(name) || OPTIONS.has(name.toLowerCase())) {
    throw new InvalidArgument(
      `'${name}' is no name of a custom query option (queryParameters has OData's)`,
    );
  }
  return name;
}

/** Whether one letter is missing, too many, wrong or swapped with the next, in a word of some length. */
function isNear(given: string, option: string): boolean {
  if (option.length < 4 || Math.abs(given.length - option.length) > 1) {
    return false;
  }
  let at = 0;
  while (at < given.length && given[at] === option[at]) {
    at += 1;
  }
  const [mine, theirs] = [given.slice(at), option.slice(at)];
  return (
    mine.slice(1) === theirs ||
    mine === theirs.slice(1) ||
    mine.slice(1) === theirs.slice(1) ||
    (mine[0] === theirs[1] &&
      mine[1] === theirs[0] &&
      mine.slice(2) === theirs.slice(2))
  );
}

/** The text of one option: arrays joined by commas, booleans and numbers as OData writes them. */
function optionText(name: string, value: unknown): string {
  if (/^(?:%24|\$)?(?:top|skip)$/i.test(name)) {
    if (!Number.isSafeInteger(value) || (value as number) < 0) {
      throw new InvalidArgument(`${name} is a whole number from 0`);
    }
  }
  if (Array.isArray(value)) {
    return value.map((item) => optionText("", item)).join(",");
  }
  if (typeof value === "function") {
    throw new InvalidArgument(`'${name}' is no code here`);
  }
  const text = String(value);
  if (text.includes("\0")) {
    throw new InvalidArgument(`${name} holds a NUL character`);
  }
  return text;
}
