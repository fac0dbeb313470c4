/** Request builders, made of the tables when a chain first gets to them. */

import {
  CONTENT,
  entity,
  NOTHING,
  NUMBER,
  REFERENCE,
  REFERENCES,
  wrapped,
} from "./answers.js";
import {
  detailsOf,
  encodedQuery,
  type RequestConfiguration,
} from "./configuration.js";
import { type Dialect, invoked, keyPredicate } from "./dialect.js";
import { InvalidArgument } from "./errors.js";
import { isObject, type JsonValue, writeJson } from "./json.js";
import { mask } from "./masking.js";
import { changesOf, typeOf, writeShaped, writeValue } from "./model.js";
import { type Page, Pages } from "./paging.js";
import { withoutCode } from "./queryOptions.js";
import {
  type AnswerReader,
  type RequestContent,
  RequestInformation,
} from "./request.js";
import {
  Builder,
  type BuilderClass,
  define,
  RouteClasses,
  titled,
} from "./routes.js";
import type {
  PropertyShape,
  Schema,
  StructuredShape,
  ValueShape,
} from "./schema.js";
import type { ServiceRoot } from "./serviceRoot.js";
import type {
  BuilderTable,
  CallTable,
  LimitsTable,
  LinkTable,
  UrlPartTable,
  Tables,
} from "./tables.js";
import type { Transport } from "./transport.js";
import { segment } from "./url.js";
import { validateBeforeSending } from "./validation.js";

/** What all builders of one client share. */
export interface Core {
  readonly schema: Schema;
  readonly routes: Routes;
  readonly root: ServiceRoot;
  readonly dialect: Dialect;
  readonly transport: Transport;
  readonly validate: boolean;
  readonly maxPages: number;
  /** Whether members of enumerations in URLs have the name of their type before them. */
  readonly qualified: boolean;
}

/** Where a builder is: an encoded path below the service root, or an absolute URL that was checked. */
export interface Place {
  readonly core: Core;
  readonly url: string;
  /** Parameter aliases of functions on the way, which travel in the query. */
  readonly aliases: readonly (readonly [string, string])[];
  /** What the service does not let one ask for here. */
  readonly limits?: LimitsTable | undefined;
}

/** A builder of a place of an OData service. */
class ServiceBuilder extends Builder<Place> {
  withUrl(rawUrl: string): this {
    const { core } = Builder.placeOf(this);
    const Own = this.constructor as BuilderClass<Place>;
    const place = { core, url: core.root.adopt(rawUrl), aliases: [] };
    return new Own(place) as this;
  }

  override toString(): string {
    return mask(Builder.placeOf(this).url);
  }
}

/** The classes of builders by name. */
export class Routes extends RouteClasses<Place, string | LinkTable, CallTable> {
  constructor(tables: Tables<BuilderTable>) {
    super(tables, {
      Base: ServiceBuilder,
      link: defineLink,
      call: defineCall,
    });
  }
}

// --- Links

function defineLink(
  prototype: Builder<Place>,
  name: string,
  table: string | LinkTable,
): void {
  const link: LinkTable = typeof table === "string" ? { to: table } : table;
  const { to, path = `/${name}`, key, keys, parameters, optional = [] } = link;
  const needed = key === undefined ? (keys ?? parameters ?? []).length : 1;
  if (needed + optional.length === 0) {
    const whole = parameters === undefined ? path : invoked(path, [], 0)[0];
    define(prototype, name, {
      get(this: Builder<Place>) {
        return led(this, to, whole, [], link.limits);
      },
    });
    return;
  }
  define(prototype, name, {
    value(this: Builder<Place>, ...values: unknown[]) {
      const given = values.slice(0, needed);
      if (given.length < needed || given.includes(undefined)) {
        throw new InvalidArgument(`${name} takes ${needed} arguments`);
      }
      const used = Builder.placeOf(this).aliases.length;
      const [extension, aliases] = extended(link, values, used);
      return led(this, to, extension, aliases);
    },
  });
}

function led(
  from: Builder<Place>,
  target: string,
  path: string,
  aliases: readonly (readonly [string, string])[],
  limits?: LimitsTable,
): Builder<Place> {
  const place = Builder.placeOf(from);
  const Target = place.core.routes.builderClass(target);
  return new Target({
    core: place.core,
    url: place.url + path,
    aliases: [...place.aliases, ...aliases],
    limits,
  });
}

function extended(
  link: LinkTable,
  values: readonly unknown[],
  used: number,
): [string, [string, string][]] {
  const path = link.path ?? "";
  if (link.key !== undefined) {
    return [`/${segment(values[0], link.key)}`, []];
  }
  if (link.keys !== undefined) {
    return [path + keyPredicate(filled(link.keys, values)), []];
  }
  const { parameters = [], optional = [] } = link;
  const given = new Map(
    [...byName(parameters), ...byName(optional)].map(([name], index) => {
      return [name, values[index]];
    }),
  );
  const parts = [...parameters, ...optional]
    .map(([name, type]) => [name, given.get(name), type] as const)
    .filter(([, value], at) => value !== undefined || at < parameters.length);
  return invoked(path, parts, used);
}

/** Parameters as the arguments come: in the order of the alphabet, as in the official client. */
function byName(parts: readonly UrlPartTable[]): UrlPartTable[] {
  const key = ([name]: UrlPartTable): string => name.toLowerCase();
  return [...parts].sort((a, b) =>
    key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1,
  );
}

function filled(
  parts: readonly UrlPartTable[],
  values: readonly unknown[],
): [string, unknown, string][] {
  return parts.map(([name, type], index) => [name, values[index], type]);
}

// --- Calls

type Configuration = RequestConfiguration<object> | undefined;

function defineCall(
  prototype: Builder<Place>,
  method: string,
  call: CallTable,
): void {
  const hasBody = call.body !== undefined || call.bodyIs !== undefined;
  const build = (
    builder: Builder<Place>,
    values: readonly unknown[],
  ): RequestInformation => {
    const configuration = values[hasBody ? 1 : 0] as Configuration;
    return requestOf(
      builder,
      method,
      call,
      hasBody ? values[0] : undefined,
      configuration,
    );
  };
  define(prototype, `to${titled(method)}RequestInformation`, {
    value(this: Builder<Place>, ...values: unknown[]) {
      return build(this, values);
    },
  });
  define(prototype, method, {
    async value(this: Builder<Place>, ...values: unknown[]) {
      const { core } = Builder.placeOf(this);
      return core.transport.call(build(this, values));
    },
  });
  if (call.page !== undefined && method === "get") {
    define(prototype, "iterate", {
      value(this: Builder<Place>, ...values: unknown[]) {
        const { transport, root, maxPages } = Builder.placeOf(this).core;
        const first = () => build(this, values) as RequestInformation<Page>;
        return new Pages(first, transport, root, maxPages);
      },
    });
  }
}

/** The finished request. */
function requestOf(
  builder: Builder<Place>,
  method: string,
  call: CallTable,
  body: unknown,
  configuration: Configuration,
): RequestInformation {
  const { core, url: path, aliases, limits = {} } = Builder.placeOf(builder);
  const queryParameters = withoutCode(configuration?.queryParameters, {
    schema: core.schema,
    qualified: core.qualified,
    type: call.page ?? call.type,
    limits,
  });
  const details = detailsOf(
    queryParameters === undefined
      ? configuration
      : { ...configuration, queryParameters },
  );
  const answer = answerOf(core.schema, call);
  const check = details.validate ?? core.validate;
  const sent =
    body === undefined
      ? undefined
      : contentOf(core.schema, call, body, check, details.wholeBody);
  if (sent === undefined && isBodyNeeded(call)) {
    throw new InvalidArgument(`${method} takes a body`);
  }
  const absolute = /^https?:/.test(path) ? path : core.root.url(path);
  const query = encodedQuery([...aliases, ...details.query]);
  const mark = absolute.includes("?") ? "&" : "?";
  const made = new RequestInformation({
    method: method.toUpperCase(),
    url: query === "" ? absolute : absolute + mark + query,
    headers: {
      accept: answer.accept,
      ...(sent === undefined ? {} : { "content-type": sent.type }),
      ...details.headers,
    },
    content: sent?.content,
    answer,
    timeout: details.timeout,
    signal: details.signal,
  });
  return core.dialect.request(made, call, core.schema);
}

function answerOf(schema: Schema, call: CallTable): AnswerReader<unknown> {
  switch (call.answer) {
    case "content":
      return CONTENT;
    case "number":
      return NUMBER;
    case "reference":
      return REFERENCE;
    case "references":
      return REFERENCES;
  }
  if (call.type !== undefined) {
    return entity(schema, call.type);
  }
  const type = call.page ?? call.value;
  return type === undefined
    ? NOTHING
    : wrapped(schema, type, call.page !== undefined);
}

function isBodyNeeded(call: CallTable): boolean {
  return call.body !== undefined && call.bodyIs !== "parameters";
}

/** The body as it is sent, and its media type; checked first if `check` says so. */
function contentOf(
  schema: Schema,
  call: CallTable,
  body: unknown,
  check: boolean,
  isWhole: boolean,
): { content: RequestContent; type: string } {
  if (call.bodyIs === "content") {
    return bytesOf(body);
  }
  if (typeof body !== "object" || body === null) {
    throw new InvalidArgument("a body is an object");
  }
  const [shape, written] = writtenBody(schema, call, body);
  const isUpdate = call.check === "update" && !isWhole && isObject(written);
  const value =
    isUpdate && "type" in shape
      ? changesOf(schema, shape.type, body, written)
      : written;
  if (check) {
    validateBeforeSending(schema, shape, value, call.check);
  }
  const json =
    call.bodyIs === "collection" ? new Map([["value", value]]) : value;
  return { content: writeJson(json), type: "application/json" };
}

function bytesOf(body: unknown): { content: RequestContent; type: string } {
  if (typeof body === "string") {
    return { content: body, type: "text/plain" };
  }
  if (body instanceof Blob) {
    return { content: body, type: body.type || BYTES };
  }
  if (body instanceof ReadableStream) {
    return { content: body as ReadableStream<Uint8Array>, type: BYTES };
  }
  if (body instanceof ArrayBuffer || body instanceof Uint8Array) {
    const content = body instanceof Uint8Array ? body : new Uint8Array(body);
    return { content, type: BYTES };
  }
  throw new InvalidArgument("content is bytes, text, a Blob or a stream");
}

const BYTES = "application/octet-stream";

function writtenBody(
  schema: Schema,
  call: CallTable,
  body: object,
): [ValueShape | StructuredShape, JsonValue] {
  const type = call.body ?? "";
  const shaped =
    call.bodyIs === "reference"
      ? REFERENCE_SHAPE
      : call.bodyIs === "parameters"
        ? schema.payload(type)
        : undefined;
  if (shaped !== undefined) {
    return [shaped, writeShaped(schema, shaped, body)];
  }
  const own = typeOf(body);
  if (own !== undefined && !schema.isA(own, type)) {
    throw new InvalidArgument(`a body of ${type} is asked for, not of ${own}`);
  }
  const single: ValueShape = { type, nullable: false };
  const shape: ValueShape =
    call.bodyIs === "collection" ? { ...single, collection: true } : single;
  const value = writeValue(schema, shape, body);
  if (shape.collection !== true && !isObject(value)) {
    throw new InvalidArgument(`a body is an object of ${type}`);
  }
  return [shape, value];
}

/** Bodies of `$ref` (OData JSON Format 4.01, section 14). */
const REFERENCE_ID: PropertyShape = {
  name: "@odata.id",
  as: "odataId",
  value: { type: "Edm.String", isUrl: true },
  navigation: false,
  insertable: true,
  updatable: true,
  requiredOnCreate: true,
  requiredOnUpdate: false,
  expectedOnCreate: false,
};
const REFERENCE_SHAPE: StructuredShape = {
  name: "a reference",
  abstract: false,
  open: true,
  anyJson: false,
  properties: new Map([[REFERENCE_ID.name, REFERENCE_ID]]),
  byName: new Map([[REFERENCE_ID.as, REFERENCE_ID]]),
};
