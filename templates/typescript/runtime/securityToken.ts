/** What SAP's services ask for against forged requests. */

import type { Fetch } from "./transport.js";

const HEADER = "x-csrf-token";
const READING: ReadonlySet<string> = new Set(["GET", "HEAD"]);
const TEXT = /^[\x21-\x7e]{1,4096}$/;

/**
 * A token, and the cookies of the session that it holds for.
 *
 * A service that wants one refuses the first change (403, `x-csrf-token: Required`); it is then fetched, kept, and
 * fetched again when the service wants a new one.
 */
export class SecurityToken {
  #token: string | undefined;
  readonly #cookies = new Map<string, string>();

  /** `fetch` that gives the service what it asks for; a token is got at `url`. */
  session(fetch: Fetch, url: string): Fetch {
    return async (place, init) => {
      const first = await fetch(place, this.#signed(init));
      // What was read while it was sent cannot be sent again.
      if (!isWanted(first) || init.body instanceof ReadableStream) {
        return first;
      }
      const given = await fetch(url, fetching(this.#signed(init)));
      await given.body?.cancel();
      if (!this.#keep(given.headers)) {
        return first;
      }
      await first.body?.cancel();
      return fetch(place, this.#signed(init));
    };
  }

  /** With the cookies, and the token where something is changed. */
  #signed(init: RequestInit): RequestInit {
    if (this.#token === undefined) {
      return init;
    }
    const headers = { ...(init.headers as Record<string, string>) };
    if (this.#cookies.size > 0) {
      headers["cookie"] = Array.from(this.#cookies, (pair) =>
        pair.join("="),
      ).join("; ");
    }
    if (!READING.has(init.method ?? "GET")) {
      headers[HEADER] = this.#token;
    }
    return { ...init, headers };
  }

  /** Keeps what the answer to a fetch gives; whether it gave a token. */
  #keep(headers: Headers): boolean {
    const token = (headers.get(HEADER) ?? "").trim();
    if (!TEXT.test(token) || /^(?:fetch|required)$/i.test(token)) {
      return false;
    }
    this.#token = token;
    for (const cookie of headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";", 1);
      const at = pair.indexOf("=");
      const [name, value] = [
        pair.slice(0, at).trim(),
        pair.slice(at + 1).trim(),
      ];
      if (at > 0 && TEXT.test(`${name}${value}`)) {
        this.#cookies.set(name, value);
      }
    }
    return true;
  }
}

function isWanted(response: Response): boolean {
  const wanted = (response.headers.get(HEADER) ?? "").trim().toLowerCase();
  return response.status === 403 && wanted === "required";
}

/** The request for a token: as the one that was refused, but for what it changes. */
function fetching({ signal, ...init }: RequestInit): RequestInit {
  const headers = { ...(init.headers as Record<string, string>) };
  delete headers["content-type"];
  delete headers["if-match"];
  delete headers["dataserviceversion"];
  delete init.body;
  return {
    ...init,
    ...(signal == null ? {} : { signal }),
    method: "GET",
    headers: { ...headers, accept: "application/json", [HEADER]: "Fetch" },
  };
}
