/** Making a client of a service that follows no protocol above HTTP. */

import { ApiError } from "./apiError.js";
import { type Credential, Credentials } from "./credentials.js";
import { ConfigurationError } from "./errors.js";
import type { HttpPlace, HttpRoutes } from "./httpBuilder.js";
import type { SchemeTables } from "./httpTables.js";
import { type RequestInformation, streamed } from "./request.js";
import { ApiResponse } from "./response.js";
import type { Builder } from "./routes.js";
import { ServiceRoot } from "./serviceRoot.js";
import { type Fetch, Transport } from "./transport.js";
import type { Types } from "./types.js";
import { checkedTimeout } from "./watch.js";

/** What a client is made of; K are the credentials by the names of the service's schemes. */
export interface ClientSettings<K extends object = object> {
  /** What proves who calls; without any, calls that need one are refused before they are sent. */
  credentials?: K;
  /** The service root. Plain http is refused unless the host is loopback, or `allowHttp` says so. */
  baseUrl?: string;
  /** Whether plain http may go to any host; what is sent can then be read and changed on the way. */
  allowHttp?: boolean;
  /** Whether credentials, too, may go over plain http to other hosts. */
  allowTokenOverHttp?: boolean;
  /** Milliseconds that one attempt may take; 100,000 when not given. */
  timeout?: number;
  /** Milliseconds that may pass between two parts of an answer; 30,000 when not given. */
  idleTimeout?: number;
  /** For answers 429, 503 and 504; 3 when not given. */
  maxRetries?: number;
  /** Ends a list that does not; 100,000 when not given. */
  maxPages?: number;
  /** Whether bodies are checked before they are sent; true when not given. */
  validate?: boolean;
  /** Stands in for the platform's `fetch`. It must not follow redirects by itself. */
  fetch?: Fetch;
}

/** What the compiler knows of the service and of this package. */
export interface ApiTraits {
  /** The package and its version, for `User-Agent`. */
  readonly product: string;
  readonly schemes: SchemeTables;
}

/** What a client has beside its builders. */
export interface Sends {
  /**
   * Send a request and get the whole answer: status and header fields beside the value. 304 is no error.
   *
   * @throws ApiError for an error status
   */
  send<T>(request: RequestInformation<T>): Promise<ApiResponse<T>>;
  /**
   * The same with the bytes of the body as they come.
   *
   * @throws ApiError for an error status
   */
  sendAsStream(
    request: RequestInformation,
  ): Promise<ApiResponse<ReadableStream<Uint8Array>>>;
}

/**
 * The builder called `root`, as a client.
 *
 * @throws ConfigurationError, UnsafeUrl or InvalidArgument for settings that do not work
 */
export function makeApiClient(
  settings: ClientSettings,
  baseUrl: string | undefined,
  root: string,
  types: Types,
  routes: HttpRoutes,
  traits: ApiTraits,
): Builder<HttpPlace> {
  const url = settings.baseUrl ?? baseUrl;
  if (url === undefined) {
    throw new ConfigurationError("baseUrl is needed: the service root");
  }
  const { allowHttp = false, maxPages = 100_000 } = settings;
  if (!Number.isSafeInteger(maxPages) || maxPages < 1) {
    throw new ConfigurationError("maxPages is a whole number from 1");
  }
  const service = new ServiceRoot(url, allowHttp);
  const transport = transportOf(settings, service, traits);
  const core = {
    types,
    routes,
    root: service,
    allowHttp,
    transport,
    maxPages,
    validate: settings.validate ?? true,
  };
  const Root = routes.builderClass(root);
  const client = new Root({ core, values: [] });
  const send: Sends["send"] = async (request) => {
    const reply = await transport.exchange(request);
    const isEmpty = reply.status === 304;
    const value = isEmpty ? undefined : request.answer.read(reply);
    return new ApiResponse(request, reply, value);
  };
  const sendAsStream: Sends["sendAsStream"] = async (request) => {
    const opened = streamed(request);
    const reply = await transport.exchange(opened);
    return new ApiResponse(opened, reply, opened.answer.read(reply));
  };
  Object.defineProperty(client, "send", { value: send });
  Object.defineProperty(client, "sendAsStream", { value: sendAsStream });
  return client;
}

function transportOf(
  settings: ClientSettings,
  root: ServiceRoot,
  traits: ApiTraits,
): Transport {
  const given = (settings.credentials ?? {}) as Record<string, Credential>;
  const credentials = new Credentials(traits.schemes, given);
  const tokenIsSafe = root.isPrivate || settings.allowTokenOverHttp === true;
  if (!credentials.isEmpty && !tokenIsSafe) {
    throw new ConfigurationError(
      "a token over plain http is refused unless allowTokenOverHttp is true",
    );
  }
  return new Transport({
    root,
    protocol: {
      headers: () => ({}),
      failure: (request, reply) =>
        new ApiError(request, reply, request.answer.errorOf?.(reply)),
    },
    authorizer: credentials,
    maxRetries: settings.maxRetries ?? 3,
    tokensOverHttp: settings.allowTokenOverHttp === true,
    timeout: checkedTimeout(settings.timeout) ?? 100_000,
    idleTimeout: checkedTimeout(settings.idleTimeout) ?? 30_000,
    product: traits.product,
    fetch: settings.fetch ?? ((url, init) => fetch(url, init)),
  });
}
