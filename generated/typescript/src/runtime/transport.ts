/** Sends requests by `fetch`: credentials, retries, redirects and timeouts by one set of rules. */

import type { Authorizer, Proof } from "./authorizer.js";
import { readBody, streamOf } from "./body.js";
import {
  ClientError,
  ConfigurationError,
  ConnectionFailed,
  hide,
  RedirectRefused,
  TimedOut,
  UnexpectedAnswer,
  UnsafeUrl,
} from "./errors.js";
import type { Reply, RequestInformation } from "./request.js";
import { pauseBeforeRetry } from "./retry.js";
import type { ServiceRoot } from "./serviceRoot.js";
import { pauseFor, Watch } from "./watch.js";

const MAX_REDIRECTS = 5;

/** `fetch` of the platform, or one that stands in for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What a protocol above HTTP says in every request, and what it makes of an error status. */
export interface Protocol {
  headers(hasBody: boolean): Readonly<Record<string, string>>;
  failure(request: RequestInformation<unknown>, reply: Reply): ClientError;
}

/** What one client allows: where it may go, with which credential, how often, how long. */
export interface TransportSettings {
  readonly root: ServiceRoot;
  readonly protocol: Protocol;
  /** Who proves who calls; nobody where there is no credential. */
  readonly authorizer: Authorizer | undefined;
  readonly maxRetries: number;
  /** Whether a token, be it the credential's or one among the caller's header fields, may go over plain http. */
  readonly tokensOverHttp: boolean;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** Milliseconds that may pass between two parts of its body. */
  readonly idleTimeout: number;
  readonly fetch: Fetch;
  /** What `User-Agent` says; browsers keep their own. */
  readonly product: string;
}

/** Sends one request after the other; keeps no state but the token. */
export class Transport {
  readonly #settings: TransportSettings;

  constructor(settings: TransportSettings) {
    if (!Number.isSafeInteger(settings.maxRetries) || settings.maxRetries < 0) {
      throw new ConfigurationError("maxRetries is a whole number, 0 for none");
    }
    this.#settings = settings;
  }

  /** Milliseconds that one attempt may take. */
  get timeout(): number {
    return this.#settings.timeout;
  }

  /**
   * Send the request until there is an answer to read, and read it. 304 gives undefined where the request asked
   * for that (If-None-Match).
   *
   * @throws what the protocol makes of an error status, RedirectRefused for a redirect that is not a GET within
   * the origin
   */
  async call<T>(request: RequestInformation<T>): Promise<T> {
    const reply = await this.exchange(request);
    if (reply.status !== 304) {
      return request.answer.read(reply);
    }
    if (!("if-none-match" in request.headers)) {
      throw this.#settings.protocol.failure(request, reply);
    }
    return undefined as T;
  }

  /**
   * Refuse a request that carries a token, a caller's own or, with `isProved`, a credential's, where it could be
   * read on the way.
   *
   * @throws UnsafeUrl for one over plain http
   */
  checkToken(request: RequestInformation, isProved = false): void {
    const { isPrivate } = request.root ?? this.#settings.root;
    const carriesToken = isProved || "authorization" in request.headers;
    if (carriesToken && !isPrivate && !this.#settings.tokensOverHttp) {
      throw new UnsafeUrl(
        "a token over plain http is refused unless allowTokenOverHttp is true",
      );
    }
  }

  /**
   * The reply to the request: of a success, or 304.
   *
   * @throws what the protocol makes of an error status, RedirectRefused as above
   */
  async exchange(request: RequestInformation<unknown>): Promise<Reply> {
    const { authorizer, maxRetries, protocol } = this.#settings;
    this.checkToken(request);
    const { method } = request;
    const root = request.root ?? this.#settings.root;
    let url = root.adopt(request.url);
    let attempt = 1;
    let redirects = 0;
    let refreshed = false;
    // What was read while it was sent cannot be sent again.
    const isOnce = request.content instanceof ReadableStream;
    for (;;) {
      const proof = await authorizer?.authorize(request);
      this.checkToken(request, proof !== undefined);
      const reply = await this.#send(request, url, proof);
      const { status, headers } = reply;
      const isExpected = request.answer.expects?.(status) === true;
      if (status < 300 || status === 304 || isExpected) {
        return reply;
      }
      if (status < 400) {
        redirects += 1;
        url = redirected(root, method, reply, url, redirects);
        continue;
      }
      const mayRenew = !refreshed && !isOnce;
      if (status === 401 && proof?.renew !== undefined && mayRenew) {
        // Revoked or clipped by a clock: one new token, then the service's word counts.
        refreshed = true;
        proof.renew();
        continue;
      }
      const pause =
        attempt <= maxRetries && !isOnce
          ? pauseBeforeRetry(method, status, headers, attempt, Date.now())
          : undefined;
      if (pause === undefined) {
        throw protocol.failure(request, { ...reply, url });
      }
      attempt += 1;
      await pauseFor(pause * 1000, request.signal);
    }
  }

  /** Send once, follow nothing. */
  async #send(
    request: RequestInformation<unknown>,
    url: string,
    proof: Proof | undefined,
  ): Promise<Reply> {
    const timeout = request.timeout ?? this.#settings.timeout;
    const watch = new Watch(
      timeout,
      this.#settings.idleTimeout,
      request.signal,
    );
    const failed = (error: unknown): Error => {
      const reason: unknown = request.signal?.reason;
      return request.signal?.aborted === true
        ? (reason as Error)
        : translated(error, watch.signal.aborted, request.method, url);
    };
    let isRead = true;
    try {
      request.signal?.throwIfAborted();
      const response = await this.#fetch(request, url, proof, watch.signal);
      const { status } = response;
      const headers = Object.fromEntries(response.headers.entries());
      const media = headers["content-type"] ?? "";
      if (response.ok && request.answer.streams?.(media) === true) {
        isRead = false;
        const stream = streamOf(response, watch, failed);
        return { url, status, headers, body: new Uint8Array(), stream };
      }
      const body = await readBody(response, () => watch.restart());
      return { url, status, headers, body };
    } catch (error) {
      throw failed(error);
    } finally {
      if (isRead) {
        watch.end();
      }
    }
  }

  async #fetch(
    request: RequestInformation<unknown>,
    url: string,
    proof: Proof | undefined,
    signal: AbortSignal,
  ): Promise<Response> {
    const { content } = request;
    const headers = {
      ...this.#settings.protocol.headers(content !== undefined),
      "user-agent": this.#settings.product,
      ...request.headers,
      ...proof?.headers,
    };
    const init: RequestInit & { duplex?: "half" } = {
      method: request.method,
      headers,
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal,
    };
    if (content !== undefined) {
      init.body = content as BodyInit;
    }
    if (content instanceof ReadableStream) {
      init.duplex = "half";
    }
    const response = await this.#settings.fetch(
      withQuery(url, proof?.query ?? ""),
      init,
    );
    if (response.type === "opaqueredirect") {
      // Browsers do not tell where to.
      throw new RedirectRefused("a redirect is not followed here", "");
    }
    return response;
  }
}

function withQuery(url: string, query: string): string {
  return query === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${query}`;
}

function redirected(
  root: ServiceRoot,
  method: string,
  reply: Reply,
  url: string,
  redirects: number,
): string {
  const location = reply.headers["location"] ?? "";
  if (location === "") {
    throw new UnexpectedAnswer(
      `a redirect with status ${reply.status} names no location`,
    );
  }
  if (method !== "GET") {
    const problem = `a redirect of ${method} is not followed`;
    throw new RedirectRefused(problem, location);
  }
  if (redirects > MAX_REDIRECTS) {
    const problem = `more than ${MAX_REDIRECTS} redirects in a row`;
    throw new RedirectRefused(problem, location);
  }
  try {
    return root.adopt(location, url);
  } catch (error) {
    const why = error instanceof UnsafeUrl ? error.message : "not a URL";
    throw new RedirectRefused(`redirect refused: ${why}`, location);
  }
}

/** The client's own error for the platform's; its text names no query, which may hold secrets. */
function translated(
  error: unknown,
  late: boolean,
  method: string,
  url: string,
): ClientError {
  if (error instanceof ClientError) {
    return error;
  }
  const where = `${method} ${url.replace(/\?.*/s, "")}`;
  const failure = late
    ? new TimedOut(`no answer in time: ${where}`)
    : new ConnectionFailed(`no answer: ${where}`);
  hide(failure, "cause", error);
  return failure;
}
