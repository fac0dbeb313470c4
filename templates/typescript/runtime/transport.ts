/** Sends requests by `fetch`: credentials, retries, redirects and timeouts by one set of rules. */

import type { TokenCache } from "./auth.js";
import { readBody } from "./body.js";
import {
  ClientError,
  ConfigurationError,
  ConnectionFailed,
  hide,
  ODataError,
  RedirectRefused,
  TimedOut,
  UnexpectedAnswer,
  UnsafeUrl,
} from "./errors.js";
import { type Reply, RequestInformation } from "./request.js";
import { ODataResponse, valueOf } from "./response.js";
import { pauseBeforeRetry, retryAfter } from "./retry.js";
import { Silence } from "./silence.js";
import type { ServiceRoot } from "./url.js";

const MAX_REDIRECTS = 5;
/** What this client understands (Protocol 4.01, section 8.2.7), unless the caller says otherwise. */
const MAX_VERSION = "4.01";

/** `fetch` of the platform, or one that stands in for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What one client allows: where it may go, with which credential, how often, how long. */
export interface TransportSettings {
  readonly root: ServiceRoot;
  readonly tokens: TokenCache | undefined;
  readonly maxRetries: number;
  /** Whether a token may be sent there, be it the credential's or one among the caller's header fields. */
  readonly takesTokens: boolean;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** Milliseconds that may pass between two parts of its body. */
  readonly idleTimeout: number;
  readonly fetch: Fetch;
  /** What `User-Agent` says; browsers keep their own. */
  readonly product: string;
  /** What `OData-Version` says of bodies that are sent. */
  readonly version: string;
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

  /**
   * Send the request until there is an answer to read, and read it.
   *
   * @throws ODataError for an error status, RedirectRefused for a redirect that is not a GET within the
   * origin
   */
  async call<T>(request: RequestInformation<T>): Promise<T> {
    return valueOf(request, await this.#exchange(request));
  }

  /**
   * The same with status and header fields; 304 is no error.
   *
   * @throws ODataError and RedirectRefused as above
   */
  async respond<T>(request: RequestInformation<T>): Promise<ODataResponse<T>> {
    return ODataResponse.of(request, await this.#exchange(request));
  }

  /**
   * Ask at the Location of a 202 until the answer is another one (Protocol 4.01, section 11.6).
   *
   * @throws TimedOut when that takes longer than `timeout` milliseconds, UnsafeUrl for another origin
   */
  async poll<T>(
    response: ODataResponse<T>,
    timeout: number,
    signal: AbortSignal | undefined,
  ): Promise<ODataResponse<T>> {
    const end = Date.now() + timeout;
    let current = response;
    for (let attempt = 0; current.status === 202; attempt += 1) {
      if (attempt === 0 && current.location === undefined) {
        throw new UnexpectedAnswer(
          "an answer with status 202 names no location",
        );
      }
      const url = this.#settings.root.adopt(
        current.location ?? current.url,
        current.url,
      );
      const asked = retryAfter(current.headers, Date.now());
      const pause = 1000 * (asked ?? Math.min(2 ** attempt, 30));
      const left = end - Date.now() - pause;
      if (left <= 0) {
        const where = url.replace(/\?.*/s, "");
        throw new TimedOut(`the operation was not done in time: ${where}`);
      }
      await pauseFor(pause, signal);
      const { answer, timeout: own } = current.request;
      const most = own ?? this.#settings.timeout;
      const request = new RequestInformation<T>({
        method: "GET",
        url,
        headers: { accept: answer.accept },
        content: undefined,
        answer,
        timeout: Math.max(1, Math.min(most, left)),
        signal,
      });
      current = await this.respond(request);
    }
    return current;
  }

  async #exchange(request: RequestInformation<unknown>): Promise<Reply> {
    const { root, tokens, maxRetries, takesTokens } = this.#settings;
    const { method } = request;
    let url = root.adopt(request.url);
    let attempt = 1;
    let redirects = 0;
    let refreshed = false;
    for (;;) {
      const own = tokens === undefined || "authorization" in request.headers;
      const token = own ? undefined : await tokens.token(request.signal);
      if ("authorization" in request.headers && !takesTokens) {
        throw new UnsafeUrl(
          "a token over plain http is refused unless allowTokenOverHttp is true",
        );
      }
      const reply = await this.#send(request, url, token);
      const { status, headers } = reply;
      if (status < 300 || status === 304) {
        return reply;
      }
      if (status < 400) {
        redirects += 1;
        url = this.#redirected(method, reply, url, redirects);
        continue;
      }
      if (status === 401 && token !== undefined && !refreshed) {
        // Revoked or clipped by a clock: one new token, then the service's word counts.
        refreshed = true;
        tokens?.forget(token);
        continue;
      }
      const pause =
        attempt <= maxRetries
          ? pauseBeforeRetry(method, status, headers, attempt, Date.now())
          : undefined;
      if (pause === undefined) {
        const text = new TextDecoder().decode(reply.body);
        throw new ODataError(status, headers, text, method, url);
      }
      attempt += 1;
      await pauseFor(pause * 1000, request.signal);
    }
  }

  #redirected(
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
      return this.#settings.root.adopt(location, url);
    } catch (error) {
      const why = error instanceof UnsafeUrl ? error.message : "not a URL";
      throw new RedirectRefused(`redirect refused: ${why}`, location);
    }
  }

  /** Send once, follow nothing. */
  async #send(
    request: RequestInformation<unknown>,
    url: string,
    token: string | undefined,
  ): Promise<Reply> {
    const timer = new AbortController();
    const timeout = request.timeout ?? this.#settings.timeout;
    const running = setTimeout(() => timer.abort(), timeout);
    const silence = new Silence(this.#settings.idleTimeout, () =>
      timer.abort(),
    );
    const stop = (): void => timer.abort(request.signal?.reason);
    request.signal?.addEventListener("abort", stop);
    try {
      request.signal?.throwIfAborted();
      return await this.#fetch(request, url, token, timer.signal, silence);
    } catch (error) {
      request.signal?.throwIfAborted();
      throw translated(error, timer.signal.aborted, request.method, url);
    } finally {
      clearTimeout(running);
      silence.end();
      request.signal?.removeEventListener("abort", stop);
    }
  }

  async #fetch(
    request: RequestInformation<unknown>,
    url: string,
    token: string | undefined,
    signal: AbortSignal,
    silence: Silence,
  ): Promise<Reply> {
    const headers = {
      "odata-maxversion": MAX_VERSION,
      ...(request.content === undefined
        ? {}
        : { "odata-version": this.#settings.version }),
      "user-agent": this.#settings.product,
      ...request.headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const init: RequestInit = {
      method: request.method,
      headers,
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal,
    };
    if (request.content !== undefined) {
      init.body = request.content as string | Uint8Array<ArrayBuffer>;
    }
    const response = await this.#settings.fetch(url, init);
    if (response.type === "opaqueredirect") {
      // Browsers do not tell where to.
      throw new RedirectRefused("a redirect is not followed here", "");
    }
    return {
      url,
      status: response.status,
      headers: Object.fromEntries(response.headers.entries()),
      body: await readBody(response, () => silence.restart()),
    };
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

function pauseFor(
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = (): void => {
      clearTimeout(running);
      reject(signal?.reason as Error);
    };
    const running = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
