/** Bearer tokens from a credential: asked for when needed, kept until shortly before they expire. */

import {
  AuthenticationFailed,
  ConfigurationError,
  hide,
  mask,
} from "./errors.js";

/** A token and when it ends, in milliseconds since 1970. */
export interface AccessToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

/** Scopes in, token and expiry out: what credentials of `@azure/identity` are, or anything like them. */
export interface TokenCredential {
  getToken(scopes: string[]): Promise<AccessToken | null> | AccessToken | null;
}

/** Milliseconds before its expiry at which a token is replaced. */
const EARLY = 300_000;
const TOKEN = /^[\u0021-\u007e]+$/;

/** The credential, its scopes and the token that it gave last, which nothing shows. */
export class TokenCache {
  #current: { text: string; goodUntil: number } | undefined;
  #asked: Promise<string> | undefined;
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

  /**
   * The token, asked for once where several requests need it at the same time.
   *
   * @throws AuthenticationFailed
   */
  async token(): Promise<string> {
    if (this.#current !== undefined && Date.now() < this.#current.goodUntil) {
      return this.#current.text;
    }
    this.#asked ??= this.#ask().finally(() => {
      this.#asked = undefined;
    });
    return this.#asked;
  }

  /** Drop `token`, if it is still the one that is kept. */
  forget(token: string): void {
    if (this.#current?.text === token) {
      this.#current = undefined;
    }
  }

  async #ask(): Promise<string> {
    let given: AccessToken | null;
    try {
      given = await this.#credential.getToken([...this.scopes]);
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      const failure = new AuthenticationFailed(
        mask(`the credential failed: ${told}`),
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
