/** Making a client: the settings, checked once, and what a client has beside its builders. */

import { wrapped } from "./answers.js";
import { type TokenCredential, TokenCache } from "./auth.js";
import {
  type BatchAnswers,
  type BatchItem,
  type BatchOptions,
  type BatchTraits,
  sendBatch,
} from "./batch.js";
import { checkedTraits } from "./batchPlan.js";
import type { Core, Place, Routes } from "./builder.js";
import { Dialect } from "./dialect.js";
import { ConfigurationError, InvalidArgument } from "./errors.js";
import { controlOf } from "./links.js";
import { typeOf } from "./model.js";
import { ODataError } from "./odataError.js";
import { type Page, Pages } from "./paging.js";
import { type AnswerReader, RequestInformation, streamed } from "./request.js";
import { poll as polled } from "./polling.js";
import { ODataResponse } from "./odataResponse.js";
import type { Builder } from "./routes.js";
import type { Schema } from "./schema.js";
import { type Fetch, type Protocol, Transport } from "./transport.js";
import { checkedTimeout } from "./watch.js";

/** What a client is made of; all of it may be left out where the service's root is known. */
export interface ClientSettings {
  /** Credentials of `@azure/identity`, or anything with their `getToken`; without one no token is sent. */
  credential?: TokenCredential;
  /** The default is the service root's `/.default`. */
  scopes?: string[];
  /** The service root. Plain http is refused unless the host is loopback, or `allowHttp` says so. */
  baseUrl?: string;
  /** Whether plain http may go to any host; what is sent can then be read and changed on the way. */
  allowHttp?: boolean;
  /** Whether tokens, too, may go over plain http to other hosts. */
  allowTokenOverHttp?: boolean;
  /** Milliseconds that one attempt may take; 100,000 when not given. */
  timeout?: number;
  /** Milliseconds that may pass between two parts of an answer; 30,000 when not given. */
  idleTimeout?: number;
  /** Whether bodies are checked before they are sent; true when not given. */
  validate?: boolean;
  /** For answers 429, 503 and 504; 3 when not given. */
  maxRetries?: number;
  /** Ends a collection that does not; 100,000 when not given. */
  maxPages?: number;
  /** How the service takes batches, where that is not what this client knows. */
  batch?: Partial<BatchTraits>;
  /** Stands in for the platform's `fetch`. It must not follow redirects by itself. */
  fetch?: Fetch;
}

/** What the compiler knows of the service and of this package; what is not given is as OData has it. */
export interface ServiceTraits {
  /** The package and its version, for `User-Agent`. */
  readonly product?: string;
  /** The OData version of what is sent (Protocol 4.01, section 8.1.4). */
  readonly version?: string;
  /** Members of enumerations in URLs have the name of their type before them. */
  readonly qualifiedEnumerations?: boolean;
  readonly batchFormat?: BatchTraits["format"];
  readonly batchLimit?: number;
  readonly batchLeadingSlash?: boolean;
}

/** The type of the items of a collection. */
export type ItemOf<C> =
  NonNullable<C> extends readonly (infer T)[] ? T : unknown;

/** What a client has beside its builders. */
export interface Batches {
  /**
   * What is missing of a collection that was read as part of a model: the items behind its next link, page by
   * page; none where the service gave no link.
   *
   * @throws InvalidArgument for a model that was not read, and for what is no property of it
   */
  remaining<M extends object, P extends keyof M & string>(
    model: M,
    property: P,
  ): Pages<ItemOf<M[P]>>;
  /**
   * Send several requests in one, in as many as the service's limit asks for. An array among them is a change
   * set: all of its requests are done or none.
   *
   * @throws InvalidArgument for none, and for more that depend on each other than the limit
   */
  batch(
    requests: readonly BatchItem[],
    options?: BatchOptions,
  ): Promise<BatchAnswers>;
  /**
   * Send a request and get the whole answer: status and header fields beside the value. 304 is no error.
   *
   * @throws ODataError for an error status
   */
  send<T>(request: RequestInformation<T>): Promise<ODataResponse<T>>;
  /**
   * The same with the bytes of the body as they come.
   *
   * @throws ODataError for an error status
   */
  sendAsStream(
    request: RequestInformation,
  ): Promise<ODataResponse<ReadableStream<Uint8Array>>>;
  /**
   * Ask where a 202 says, as long as it goes on and at its pace, until the answer is another one; a response
   * of another status is given back as it is. `timeout` is in milliseconds, 600,000 when not given.
   *
   * @throws TimedOut
   */
  poll<T>(
    response: ODataResponse<T>,
    options?: { timeout?: number; signal?: AbortSignal },
  ): Promise<ODataResponse<T>>;
}

/**
 * The builder called `root`, as a client.
 *
 * @throws ConfigurationError, UnsafeUrl or InvalidArgument for settings that do not work
 */
export function makeClient(
  settings: ClientSettings,
  baseUrl: string | undefined,
  root: string,
  schema: Schema,
  routes: Routes,
  traits: ServiceTraits,
): Builder<Place> {
  const url = settings.baseUrl ?? baseUrl;
  if (url === undefined) {
    throw new ConfigurationError("baseUrl is needed: the service root");
  }
  const allowHttp = settings.allowHttp === true;
  const dialect = new Dialect(url, allowHttp, traits.version ?? "4.01");
  const core = coreOf(settings, dialect, schema, routes, traits);
  const Root = routes.builderClass(root);
  const client = new Root({ core, url: "", aliases: [] });
  const batches = checkedTraits({
    format: settings.batch?.format ?? traits.batchFormat ?? "json",
    limit: settings.batch?.limit ?? traits.batchLimit ?? Infinity,
    leadingSlash:
      settings.batch?.leadingSlash ?? traits.batchLeadingSlash ?? false,
  });
  const { transport } = core;
  const batch: Batches["batch"] = async (requests, options = {}) =>
    sendBatch(transport, dialect, requests, options, batches);
  const send: Batches["send"] = async (request) =>
    ODataResponse.of(request, await transport.exchange(request));
  const sendAsStream: Batches["sendAsStream"] = async (request) => {
    const opened = streamed(request);
    return ODataResponse.of(opened, await transport.exchange(opened));
  };
  const poll: Batches["poll"] = async (response, { timeout, signal } = {}) =>
    polled(transport, core.root, response, {
      timeout: checkedTimeout(timeout) ?? 600_000,
      attempt: transport.timeout,
      signal,
    });
  const remaining = (model: object, property: string): Pages<unknown> =>
    remainingOf(core, model, property);
  for (const [name, value] of Object.entries({
    batch,
    poll,
    remaining,
    send,
    sendAsStream,
  })) {
    Object.defineProperty(client, name, { value });
  }
  return client;
}

function remainingOf(
  core: Core,
  model: object,
  property: string,
): Pages<unknown> {
  const { schema, root, dialect, transport, maxPages } = core;
  const own = schema.structured(typeOf(model) ?? "")?.byName.get(property);
  if (own === undefined) {
    throw new InvalidArgument(
      `'${property}' is no property of a model that was read`,
    );
  }
  const link = controlOf(model, "nextLink", own.name);
  const first = (): RequestInformation<Page> | undefined => {
    if (typeof link !== "string" || link === "") {
      return undefined;
    }
    const answer = wrapped(schema, own.value.type, true) as AnswerReader<Page>;
    const made = new RequestInformation<Page>({
      method: "GET",
      url: root.adopt(link),
      headers: { accept: answer.accept },
      content: undefined,
      answer,
    });
    return dialect.request(made, { page: own.value.type }, schema);
  };
  return new Pages(first, transport, root, maxPages);
}

function coreOf(
  settings: ClientSettings,
  dialect: Dialect,
  schema: Schema,
  routes: Routes,
  traits: ServiceTraits,
): Core {
  const { root } = dialect;
  const { credential, maxPages = 100_000 } = settings;
  const scopes = settings.scopes ?? [`${root.origin}/.default`];
  if (!Number.isSafeInteger(maxPages) || maxPages < 1) {
    throw new ConfigurationError("maxPages is a whole number from 1");
  }
  const tokenIsSafe = root.isPrivate || settings.allowTokenOverHttp === true;
  if (credential !== undefined && !tokenIsSafe) {
    throw new ConfigurationError(
      "a token over plain http is refused unless allowTokenOverHttp is true",
    );
  }
  const transport = new Transport({
    root,
    protocol: odata(dialect),
    authorizer:
      credential === undefined ? undefined : new TokenCache(credential, scopes),
    maxRetries: settings.maxRetries ?? 3,
    tokensOverHttp: settings.allowTokenOverHttp === true,
    timeout: checkedTimeout(settings.timeout) ?? 100_000,
    idleTimeout: checkedTimeout(settings.idleTimeout) ?? 30_000,
    product: traits.product ?? "edmund-typescript",
    fetch: dialect.session(settings.fetch ?? ((url, init) => fetch(url, init))),
  });
  const validate = settings.validate ?? true;
  const qualified = traits.qualifiedEnumerations === true;
  return {
    ...{ schema, routes, root, dialect, transport },
    ...{ validate, maxPages, qualified },
  };
}

/** OData: its versions in header fields, and its errors. */
function odata(dialect: Dialect): Protocol {
  return {
    headers: (hasBody) => dialect.headers(hasBody),
    failure: ({ method }, { status, headers, body, url }) => {
      const text = new TextDecoder().decode(body);
      return new ODataError(status, headers, text, method, url);
    },
  };
}
