/**
 * What services of OData 1 to 3 do otherwise than those of 4.01, of which the rest of this package speaks.
 *
 * A request is made as for 4.01 and turned into theirs here, its answer back; everything in between (pages, batches,
 * retries) is the same for all versions.
 */

import { UnexpectedAnswer } from "./errors.js";
import {
  isObject,
  JsonError,
  type JsonValue,
  parseJson,
  writeJson,
} from "./json.js";
import { answered, sent } from "./olderJson.js";
import { olderLiteral } from "./olderValues.js";
import { VERSION } from "./olderVersion.js";
import type { AnswerReader, Reply, RequestInformation } from "./request.js";
import type { Schema, StructuredShape } from "./schema.js";
import { SecurityToken } from "./securityToken.js";
import { encoded, ServiceRoot } from "./serviceRoot.js";
import type { CallTable } from "./tables.js";
import type { Fetch } from "./transport.js";
import type { UrlPart } from "./url.js";

const JSON_TYPE = "application/json";
/** Before the name of a type whose literal is that of those versions. */
const OLDER = "older:";

/** How one client and its service talk. */
export class Dialect {
  readonly root: ServiceRoot;
  readonly #version: string;
  /** Query options that go with every request, by name, and those that go with what reads JSON alone. */
  readonly #options: ReadonlyMap<string, string>;
  readonly #readingOptions: ReadonlyMap<string, string>;
  readonly #token = new SecurityToken();

  /**
   * @param url which may have query options (`?sap-client=100`) for all requests; those of OData go with GET alone
   * @param version the OData version of what is sent
   * @throws UnsafeUrl for a service root that is none
   */
  constructor(url: string, allowHttp: boolean, version: string) {
    const [bare = "", ...rest] = url.includes("#") ? [url] : url.split("?");
    this.root = new ServiceRoot(bare, allowHttp);
    this.#version = version;
    const [, query = ""] =
      rest.length === 0 ? [] : this.root.adopt(url).split(/\?(.*)/s);
    const all = query
      .split("&")
      .filter((option) => option !== "")
      .map((option) => [option.replace(/=.*/s, ""), option] as const);
    const isOwn = ([name]: readonly [string, string]) =>
      !/^(?:\$|%24)/.test(name);
    this.#options = new Map(all.filter(isOwn));
    this.#readingOptions = new Map(all.filter((each) => !isOwn(each)));
  }

  /** Where batches go. */
  get batchUrl(): string {
    return this.#addressed(this.root.url("/$batch"), false);
  }

  /** The header fields that say which version is spoken ([MS-ODATA], 2.2.5). */
  headers(hasBody: boolean): Readonly<Record<string, string>> {
    const max = { maxdataserviceversion: this.#version };
    return hasBody ? { ...max, dataserviceversion: this.#version } : max;
  }

  /** A request of this package as the service takes it. */
  request<T>(
    made: RequestInformation<T>,
    call: CallTable,
    schema: Schema,
  ): RequestInformation<T> {
    const headers = { ...made.headers };
    let { content, url } = made;
    if (call.bodyIs === "parameters" && !VERSION.hasActions) {
      const query = argumentsOf(schema.payload(call.body ?? ""), content);
      url = withOptions(olderUrl(url), query);
      // It says its type without having one: SAP's services for Node.js read no arguments otherwise.
      content = undefined;
    } else {
      url = olderUrl(url);
      if (
        typeof content === "string" &&
        headers["content-type"] === JSON_TYPE
      ) {
        content = writeJson(bodyOf(schema, call, parseJson(content)));
      }
    }
    const reads = made.method === "GET" && headers["accept"] === JSON_TYPE;
    for (const name of ["accept", "content-type"]) {
      if (headers[name] === JSON_TYPE) {
        headers[name] = VERSION.json;
      }
    }
    return made.with({
      method: made.method === "PATCH" ? VERSION.update : made.method,
      url: this.#addressed(url, reads),
      headers,
      content,
      answer: answerOf(schema, call, made.answer),
    });
  }

  /** What sends requests. */
  session(fetch: Fetch): Fetch {
    const url = this.#addressed(this.root.url("/"), false);
    return this.#token.session(fetch, url);
  }

  /** The URL with the options of the service root that it does not have already. */
  #addressed(url: string, reads: boolean): string {
    const all = [...this.#options, ...(reads ? this.#readingOptions : [])];
    const [, query = ""] = url.split(/\?(.*)/s);
    const given = new Set(
      query.split("&").map((each) => each.replace(/=.*/s, "")),
    );
    const missing = all.filter(([name]) => !given.has(name));
    return withOptions(
      url,
      missing.map(([, option]) => option),
    );
  }
}

/** `(name=literal,...)`; a single part without a name gives `(literal)`. */
export function keyPredicate(parts: readonly UrlPart[]): string {
  const inner = parts.map(([name, value, kind]) => {
    const written = encoded(literal(value, kind)).replaceAll("%27", "'");
    return name === "" ? written : `${encoded(name)}=${written}`;
  });
  return `(${inner.join(",")})`;
}

/** The path of a service operation, and its arguments for the query; those that are null are left out. */
export function invoked(
  path: string,
  parts: readonly UrlPart[],
  _used: number,
): [path: string, aliases: [string, string][]] {
  const given = parts.filter(([, value]) => value !== null);
  return [
    path,
    given.map(([name, value, kind]) => [name, literal(value, kind)]),
  ];
}

function literal(value: unknown, kind: string): string {
  return olderLiteral(
    value,
    kind.startsWith(OLDER) ? kind.slice(OLDER.length) : kind,
  );
}

// --- Requests

/** Options of the query, encoded, behind those that there are. */
function withOptions(url: string, options: readonly string[]): string {
  if (options.length === 0) {
    return url;
  }
  return `${url}${url.includes("?") ? "&" : "?"}${options.join("&")}`;
}

/** The arguments of a service operation as options of the query; those that are null are left out. */
function argumentsOf(
  shape: StructuredShape | undefined,
  content: unknown,
): string[] {
  const json = typeof content === "string" ? parseJson(content) : null;
  return [...(isObject(json) ? json : [])].flatMap(([name, value]) => {
    const property = shape?.properties.get(name);
    if (property === undefined || value === null) {
      return [];
    }
    const { type, wire = type } = property.value;
    return [`${encoded(name)}=${encoded(olderLiteral(value, wire))}`];
  });
}

function bodyOf(schema: Schema, call: CallTable, json: JsonValue): JsonValue {
  const { body = "", bodyIs } = call;
  const shape =
    bodyIs === "parameters" ? schema.payload(body) : schema.structured(body);
  // A list of items goes without the object around it.
  const list =
    bodyIs === "collection" && isObject(json) ? json.get("value") : undefined;
  return sent(schema, shape, list ?? json);
}

/** `$count` as an option is `$inlinecount`, links are `$links` before the property's name. */
function olderUrl(url: string): string {
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  const options = query
    .split("&")
    .filter((option) => option !== "" && option !== "$count=false")
    .map((option) =>
      option === "$count=true"
        ? "$inlinecount=allpages"
        : option.replace(/^\$search=/, "search="),
    );
  return path.endsWith("/$ref")
    ? linked(path.slice(0, -"/$ref".length), options)
    : withOptions(path, options);
}

/** A link among many is removed by the key of what it leads to, which 4.0 has in `$id`. */
function linked(path: string, options: readonly string[]): string {
  const at = path.lastIndexOf("/");
  const target = options.find((option) => option.startsWith("$id="));
  const plain = decodeURIComponent(target?.slice("$id=".length) ?? "");
  const key = /\([^()/]*\)$/.exec(plain)?.[0] ?? "";
  const shown = encoded(key).replace(
    /%(?:28|29|27|3D|2C)/g,
    decodeURIComponent,
  );
  const rest = key === "" ? options : options.filter((each) => each !== target);
  const links = `${path.slice(0, at)}/$links${path.slice(at)}${shown}`;
  return withOptions(links, rest);
}

// --- Answers

/** Reads an answer of those versions by what reads one of 4.01. */
function answerOf<T>(
  schema: Schema,
  call: CallTable,
  answer: AnswerReader<T>,
): AnswerReader<T> {
  if (answer.accept !== JSON_TYPE) {
    return answer;
  }
  return {
    ...answer,
    read: (reply) => answer.read(broughtUp(schema, call, reply)),
  };
}

function broughtUp(schema: Schema, call: CallTable, reply: Reply): Reply {
  const kind = reply.headers["content-type"] ?? "";
  if (reply.body.length === 0 || !kind.includes("json")) {
    return reply;
  }
  let json: JsonValue;
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    json = parseJson(decoder.decode(reply.body));
  } catch (error) {
    const why = error instanceof JsonError ? `: ${error.message}` : "";
    throw new UnexpectedAnswer(`the answer is not JSON${why}`);
  }
  const found = answered(schema, call, json);
  const text = found === undefined ? "" : writeJson(found);
  return { ...reply, body: new TextEncoder().encode(text) };
}
