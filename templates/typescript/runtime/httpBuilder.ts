/** Builders of requests to a service that follows no protocol above HTTP, and the one way in which all calls are made. */

import { type BodyCheck, bodyOf, type Encoded } from "./contents.js";
import { InvalidArgument } from "./errors.js";
import { checkedHeaders, type HeaderFields } from "./headers.js";
import { readerOf } from "./httpAnswers.js";
import type { CallOptions } from "./httpConfiguration.js";
import type {
  HttpBuilderTables,
  HttpCallTable,
  HttpLinkTable,
  ParameterTable,
} from "./httpTables.js";
import { HttpPages } from "./httpPages.js";
import { validateBeforeSending } from "./httpValidation.js";
import { JsonError, type JsonValue } from "./json.js";
import { mask } from "./masking.js";
import { parameterText } from "./parameters.js";
import { RequestInformation } from "./request.js";
import {
  Builder,
  type BuilderClass,
  define,
  RouteClasses,
  titled,
} from "./routes.js";
import { ServiceRoot } from "./serviceRoot.js";
import type { Transport } from "./transport.js";
import type { Types } from "./types.js";
import { writeValue } from "./values.js";
import { checkedTimeout } from "./watch.js";

/** What all builders of one client share. */
export interface HttpCore {
  readonly types: Types;
  readonly routes: HttpRoutes;
  readonly root: ServiceRoot;
  readonly allowHttp: boolean;
  readonly transport: Transport;
  readonly maxPages: number;
  /** Whether bodies are checked before they are sent. */
  readonly validate: boolean;
}

/** Where a builder is: the values that the chain was given so far, or an absolute URL that was checked. */
export interface HttpPlace {
  readonly core: HttpCore;
  readonly values: readonly unknown[];
  readonly url?: string;
}

/** A configuration of any call. */
type Configuration = CallOptions & {
  readonly queryParameters?: object;
  readonly headers?: HeaderFields;
  readonly cookies?: object;
};

class PathBuilder extends Builder<HttpPlace> {
  withUrl(rawUrl: string): this {
    const { core } = Builder.placeOf(this);
    const Own = this.constructor as BuilderClass<HttpPlace>;
    const place = { core, values: [], url: core.root.adopt(rawUrl) };
    return new Own(place) as this;
  }

  override toString(): string {
    const { core, url } = Builder.placeOf(this);
    return mask(url ?? core.root.url(""));
  }
}

/** The classes of builders by name. */
export class HttpRoutes extends RouteClasses<
  HttpPlace,
  HttpLinkTable,
  HttpCallTable
> {
  constructor(tables: HttpBuilderTables) {
    super(tables, { Base: PathBuilder, link: defineLink, call: defineCall });
  }
}

function defineLink(
  prototype: Builder<HttpPlace>,
  name: string,
  link: HttpLinkTable,
): void {
  if (typeof link === "string") {
    define(prototype, name, {
      get(this: Builder<HttpPlace>) {
        return led(this, link, []);
      },
    });
    return;
  }
  const [to, count] = link;
  define(prototype, name, {
    value(this: Builder<HttpPlace>, ...values: unknown[]) {
      if (values.length < count || values.includes(undefined)) {
        throw new InvalidArgument(`${name} takes ${count} arguments`);
      }
      return led(this, to, values.slice(0, count));
    },
  });
}

function led(
  from: Builder<HttpPlace>,
  target: string,
  values: readonly unknown[],
): Builder<HttpPlace> {
  const { core, values: before } = Builder.placeOf(from);
  const Target = core.routes.builderClass(target);
  return new Target({ core, values: [...before, ...values] });
}

// --- Calls

function defineCall(
  prototype: Builder<HttpPlace>,
  method: string,
  call: HttpCallTable,
): void {
  const hasBody = call.bodies !== undefined;
  const keys = call.takesKeys === true ? (call.keys?.length ?? 0) : 0;
  const build = (
    builder: Builder<HttpPlace>,
    values: readonly unknown[],
  ): RequestInformation => {
    const place = Builder.placeOf(builder);
    const own = values.slice(0, keys);
    if (own.length < keys || own.includes(undefined)) {
      throw new InvalidArgument(`${method} takes ${keys} values of its path`);
    }
    const at = keys > 0 ? { ...place, values: own } : place;
    const [body, configuration] = hasBody
      ? values.slice(keys)
      : [undefined, values[keys]];
    return requestOf(at, call, body, (configuration ?? {}) as Configuration);
  };
  define(prototype, `to${titled(method)}RequestInformation`, {
    value(this: Builder<HttpPlace>, ...values: unknown[]) {
      return build(this, values);
    },
  });
  define(prototype, method, {
    async value(this: Builder<HttpPlace>, ...values: unknown[]) {
      const { core } = Builder.placeOf(this);
      return core.transport.call(build(this, values));
    },
  });
  const { paging } = call;
  if (paging !== undefined) {
    const named =
      call.takesKeys === true ? `iterate${titled(method)}` : "iterate";
    define(prototype, named, {
      value(this: Builder<HttpPlace>, ...values: unknown[]) {
        const { core } = Builder.placeOf(this);
        return new HttpPages(core, paging, () => build(this, values));
      },
    });
  }
}

/** The finished request. */
function requestOf(
  place: HttpPlace,
  call: HttpCallTable,
  body: unknown,
  configuration: Configuration,
): RequestInformation {
  const { core } = place;
  const { types } = core;
  const root = rootOf(core, call);
  const path = place.url ?? root.url(pathOf(types, call, place.values));
  const given = givenOf(configuration);
  const query = textsOf(types, call, "query", given.query).join("&");
  const cookies = textsOf(types, call, "cookie", given.cookies).join("; ");
  const check: BodyCheck = (type, json, unseen) => {
    if (configuration.validate ?? core.validate) {
      validateBeforeSending(types, type, json, call.method, unseen);
    }
  };
  const sent = contentOf(types, call, body, configuration.contentType, check);
  const mark = path.includes("?") ? "&" : "?";
  const answer = readerOf(types, call);
  return new RequestInformation({
    method: call.method,
    url: query === "" ? path : path + mark + query,
    headers: {
      accept: answer.accept,
      ...(sent === undefined ? {} : { "content-type": sent.type }),
      ...(cookies === "" ? {} : { cookie: cookies }),
      ...headersOf(types, call, given.headers),
    },
    content: sent?.content,
    answer,
    timeout: checkedTimeout(configuration.timeout),
    signal: configuration.signal,
    root,
    security: {
      alternatives: call.security ?? [],
      isOpen: call.security === undefined || call.open === true,
    },
  });
}

function givenOf(configuration: Configuration): {
  query: ReadonlyMap<string, unknown>;
  headers: HeaderFields;
  cookies: ReadonlyMap<string, unknown>;
} {
  return {
    query: new Map(Object.entries(configuration.queryParameters ?? {})),
    headers: configuration.headers ?? {},
    cookies: new Map(Object.entries(configuration.cookies ?? {})),
  };
}

/** Where the call goes: its own base URL, which may be relative to the client's. */
function rootOf(core: HttpCore, call: HttpCallTable): ServiceRoot {
  if (call.baseUrl === undefined) {
    return core.root;
  }
  const url = new URL(call.baseUrl, `${core.root.url("")}/`).href;
  return new ServiceRoot(url, core.allowHttp);
}

function pathOf(
  types: Types,
  call: HttpCallTable,
  values: readonly unknown[],
): string {
  const { keys = [], path } = call;
  const texts = keys.map(
    (key, at) => parameterText(key, jsonOf(types, key, values[at])) ?? "",
  );
  let at = 0;
  const filled = path.replace(/\{\}/g, () => texts[at++] ?? "");
  if (filled.split("/").some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) {
    throw new InvalidArgument("'.' and '..' cannot be path segments");
  }
  return filled;
}

/** The parameters of one place that are given, as text; names that the call does not have are refused. */
function textsOf(
  types: Types,
  call: HttpCallTable,
  place: "query" | "cookie",
  given: ReadonlyMap<string, unknown>,
): string[] {
  const own = (call.parameters ?? []).filter((each) =>
    each.place.startsWith(place),
  );
  const names = new Set(own.map(({ as, name }) => as ?? name));
  for (const name of given.keys()) {
    if (!names.has(name)) {
      throw new InvalidArgument(
        `'${name}' is no ${place} parameter of the call`,
      );
    }
  }
  return own.flatMap((each) => {
    const value = given.get(each.as ?? each.name);
    return parameterOf(types, each, value) ?? [];
  });
}

/** The header fields, those of the call by their types. */
function headersOf(
  types: Types,
  call: HttpCallTable,
  given: HeaderFields,
): Record<string, string> {
  const own = new Map(
    (call.parameters ?? [])
      .filter(({ place }) => place === "header")
      .map((each) => [each.name.toLowerCase(), each]),
  );
  const fields: Record<string, string | readonly string[] | undefined> = {};
  for (const [name, value] of Object.entries(given)) {
    const parameter = own.get(name.toLowerCase());
    own.delete(name.toLowerCase());
    fields[name] =
      parameter === undefined ? value : parameterOf(types, parameter, value);
  }
  for (const missing of own.values()) {
    parameterOf(types, missing, undefined);
  }
  return checkedHeaders(fields);
}

function parameterOf(
  types: Types,
  parameter: ParameterTable,
  value: unknown,
): string | undefined {
  if (value === undefined) {
    if (parameter.required === true) {
      throw new InvalidArgument(`'${parameter.name}' has to be given`);
    }
    return undefined;
  }
  return parameterText(parameter, jsonOf(types, parameter, value));
}

function jsonOf(
  types: Types,
  parameter: ParameterTable,
  value: unknown,
): JsonValue {
  try {
    return writeValue(types, parameter.type, value ?? null);
  } catch (error) {
    if (error instanceof JsonError) {
      throw new InvalidArgument(`'${parameter.name}': ${error.message}`);
    }
    throw error;
  }
}

/** The body in the form of the media type that the caller names, else of the first. */
function contentOf(
  types: Types,
  call: HttpCallTable,
  body: unknown,
  contentType: string | undefined,
  check: BodyCheck,
): Encoded | undefined {
  const { bodies = [] } = call;
  if (body === undefined || body === null) {
    if (call.bodyRequired === true) {
      throw new InvalidArgument(`${call.method} ${call.path} takes a body`);
    }
    return undefined;
  }
  const table =
    contentType === undefined
      ? bodies[0]
      : (bodies.find(({ media }) => isSame(media, contentType)) ??
        bodies.find(({ range }) => range === true));
  if (table === undefined) {
    const known = bodies.map(({ media }) => media).join(", ");
    throw new InvalidArgument(`the body is of one of the types ${known}`);
  }
  return bodyOf(types, table, body, contentType ?? table.media, check);
}

function isSame(media: string, wanted: string): boolean {
  const name = (text: string): string =>
    (text.split(";")[0] ?? "").trim().toLowerCase();
  return name(media) === name(wanted);
}
