/** Bearer tokens from a credential: asked for when needed, kept until shortly before they expire. */

import type { Authorizer, Proof } from "./authorizer.js";
import { AuthenticationFailed, ConfigurationError, hide } from "./errors.js";
import { mask, oneLine } from "./masking.js";
import type { RequestInformation } from "./request.js";

/** A token and when it ends, in milliseconds since 1970. */
export interface AccessToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

/** Scopes in, token and expiry out: what credentials of `@azure/identity` are, or anything like them. */
export interface TokenCredential {
  /** `options` are those of `@azure/identity`; the signal fires when nobody waits for the token any more. */
  getToken(
    scopes: string[],
    options?: { abortSignal?: AbortSignal; tenantId?: string },
  ): Promise<AccessToken | null> | AccessToken | null;
}

/** Milliseconds before its expiry at which a token is replaced. */
const EARLY = 300_000;
const TOKEN = /^[\u0021-\u007e]+$/;

/** A question to the credential that runs, how many calls wait for it, and what ends it. */
interface Asked {
  readonly answer: Promise<string>;
  readonly stop: AbortController;
  waiting: number;
}

/** The credential, its scopes and the token that it gave last, which nothing shows. */
export class TokenCache implements Authorizer {
  #current: { text: string; goodUntil: number } | undefined;
  #asked: Asked | undefined;
  readonly #credential: TokenCredential;
  readonly scopes: readonly string[];

  constructor(credential: TokenCredential, scopes: readonly string[]) {
    if (typeof credential?.getToken !== "function") {
      throw new ConfigurationError("the credential has no getToken method");
    }
    if (!Array.isArray(scopes) || !scopes.every((s) => typeof s === "string")) {
      throw new ConfigurationError("scopes is an array of texts");
    }
    this.#credential = credential;
    this.scopes = [...scopes];
  }

  /** The token as a header field, but where the caller gave one. */
  async authorize(
    request: RequestInformation<unknown>,
  ): Promise<Proof | undefined> {
    if ("authorization" in request.headers) {
      return undefined;
    }
    const token = await this.token(request.signal);
    return {
      headers: { authorization: `Bearer ${token}` },
      renew: () => this.forget(token),
    };
  }

  /**
   * The token, asked for once where several requests need it at the same time.
   *
   * A call whose `signal` fires waits no longer; when none waits any more the credential is told.
   *
   * @throws AuthenticationFailed, and the reason of the signal
   */
  async token(signal?: AbortSignal): Promise<string> {
    signal?.throwIfAborted();
    if (this.#current !== undefined && Date.now() < this.#current.goodUntil) {
      return this.#current.text;
    }
    const asked = (this.#asked ??= this.#start());
    asked.waiting += 1;
    try {
      return await untilAborted(asked.answer, signal);
    } finally {
      asked.waiting -= 1;
      if (asked.waiting === 0) {
        asked.stop.abort();
        this.#asked = this.#asked === asked ? undefined : this.#asked;
      }
    }
  }

  /** Drop `token`, if it is still the one that is kept. */
  forget(token: string): void {
    if (this.#current?.text === token) {
      this.#current = undefined;
    }
  }

  #start(): Asked {
    const stop = new AbortController();
    const answer = this.#ask(stop.signal);
    // Nobody may be waiting when it fails.
    answer.catch(() => undefined);
    return { answer, stop, waiting: 0 };
  }

  async #ask(abortSignal: AbortSignal): Promise<string> {
    let given: AccessToken | null;
    try {
      given = await this.#credential.getToken([...this.scopes], {
        abortSignal,
      });
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      const failure = new AuthenticationFailed(
        mask(`the credential failed: ${oneLine(told)}`),
      );
      hide(failure, "cause", error);
      throw failure;
    }
    const text = given?.token;
    if (typeof text !== "string" || !TOKEN.test(text)) {
      throw new AuthenticationFailed(
        "the credential gave no token that can be sent",
      );
    }
    const expires = Number(given?.expiresOnTimestamp);
    const lasts = Number.isFinite(expires) ? expires - Date.now() : 0;
    // A token that lives shorter than the margin is still used for a part of its life.
    const used = lasts > 2 * EARLY ? lasts - EARLY : lasts / 2;
    this.#current = { text, goodUntil: Date.now() + used };
    return text;
  }
}

/** `answer`, unless the signal fires before it is there. */
function untilAborted<T>(
  answer: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (signal === undefined) {
    return answer;
  }
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    answer
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", stop));
  });
}
