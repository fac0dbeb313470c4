/** Credentials by the schemes of a service: which a request needs, and how they are sent. */

import { type TokenCredential, TokenCache } from "./auth.js";
import type { Authorizer, Proof } from "./authorizer.js";
import { encodeBase64 } from "./base64.js";
import { AuthenticationFailed, ConfigurationError } from "./errors.js";
import type { NeededScheme, SchemeTable, SchemeTables } from "./httpTables.js";
import { mask, oneLine } from "./masking.js";
import type { RequestInformation } from "./request.js";
import { encoded } from "./serviceRoot.js";

/** A text that proves who calls, or what gives one whenever it is needed. */
export type Secret = string | (() => string | Promise<string>);

/** User name and password (RFC 7617). */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** Any credential: which a scheme takes is said where it is given. */
export type Credential = Secret | BasicCredential | TokenCredential;

const VALUE = /^[\u0020-\u007e\u0080-\u00ff]+$/;

/** Takes the first alternative of a request for whose schemes all credentials are there. */
export class Credentials implements Authorizer {
  readonly #schemes: ReadonlyMap<string, SchemeTable>;
  readonly #given: ReadonlyMap<string, Credential>;
  readonly #tokens = new Map<string, TokenCache>();

  /** @throws ConfigurationError for a credential of no scheme that the service has */
  constructor(
    schemes: SchemeTables,
    given: Readonly<Record<string, Credential | undefined>>,
  ) {
    this.#schemes = new Map(Object.entries(schemes));
    const found = new Map<string, Credential>();
    for (const [name, credential] of Object.entries(given)) {
      if (!this.#schemes.has(name)) {
        throw new ConfigurationError(
          `the service has no scheme '${oneLine(name)}' for credentials`,
        );
      }
      if (credential !== undefined) {
        found.set(name, credential);
      }
    }
    this.#given = found;
  }

  get isEmpty(): boolean {
    return this.#given.size === 0;
  }

  /** @throws AuthenticationFailed where a credential is needed and none of those given will do */
  async authorize(
    request: RequestInformation<unknown>,
  ): Promise<Proof | undefined> {
    const { alternatives = [], isOpen = true } = request.security ?? {};
    if ("authorization" in request.headers) {
      return undefined;
    }
    const chosen = alternatives.find((schemes) =>
      schemes.every(([name]) => this.#given.has(name)),
    );
    if (chosen === undefined) {
      if (isOpen || alternatives.length === 0) {
        return undefined;
      }
      const names = alternatives.map((each) =>
        each.map(([name]) => name).join(" and "),
      );
      throw new AuthenticationFailed(
        `the call needs a credential: ${names.join(", or ")}`,
      );
    }
    const proofs: Proof[] = [];
    for (const needed of chosen) {
      proofs.push(await this.#proofOf(needed, request));
    }
    return combined(proofs, request);
  }

  async #proofOf(
    [name, ...scopes]: NeededScheme,
    request: RequestInformation<unknown>,
  ): Promise<Proof> {
    const scheme = this.#schemes.get(name);
    const given = this.#given.get(name);
    if (scheme === undefined || given === undefined) {
      throw new AuthenticationFailed(`there is no credential for '${name}'`);
    }
    switch (scheme.kind) {
      case "basic":
        return { headers: { authorization: basic(name, given) } };
      case "apiKey":
        return keyProof(scheme, await secretOf(name, given));
      case "http": {
        const text = await secretOf(name, given);
        const field = `${scheme.parameter ?? ""} ${text}`;
        return { headers: { authorization: field } };
      }
      case "bearer":
        return this.#bearer(name, given, scopes, request);
    }
  }

  async #bearer(
    name: string,
    given: Credential,
    scopes: readonly string[],
    request: RequestInformation<unknown>,
  ): Promise<Proof> {
    if (typeof given !== "object" || !("getToken" in given)) {
      const text = await secretOf(name, given);
      return { headers: { authorization: `Bearer ${text}` } };
    }
    const key = JSON.stringify([name, ...scopes]);
    const cache = this.#tokens.get(key) ?? new TokenCache(given, scopes);
    this.#tokens.set(key, cache);
    const token = await cache.token(request.signal);
    return {
      headers: { authorization: `Bearer ${token}` },
      renew: () => cache.forget(token),
    };
  }
}

/** Several proofs in one; cookies of the request and of keys go together. */
function combined(
  proofs: readonly Proof[],
  request: RequestInformation<unknown>,
): Proof {
  const headers: Record<string, string> = {};
  for (const [name, value] of proofs.flatMap((each) =>
    Object.entries(each.headers ?? {}),
  )) {
    const before =
      name === "cookie" ? (headers[name] ?? request.headers[name]) : undefined;
    headers[name] = before === undefined ? value : `${before}; ${value}`;
  }
  const query = proofs.flatMap((each) => each.query ?? []).join("&");
  const renewals = proofs.flatMap((each) => each.renew ?? []);
  return {
    headers,
    query,
    ...(renewals.length === 0
      ? {}
      : { renew: () => renewals.forEach((renew) => renew()) }),
  };
}

function keyProof(scheme: SchemeTable, key: string): Proof {
  const name = scheme.parameter ?? "";
  switch (scheme.place) {
    case "query":
      return { query: `${encoded(name)}=${encoded(key)}` };
    case "cookie":
      return { headers: { cookie: `${encoded(name)}=${encoded(key)}` } };
    default:
      return { headers: { [name.toLowerCase()]: key } };
  }
}

function basic(name: string, given: Credential): string {
  if (typeof given !== "object" || !("username" in given)) {
    throw new AuthenticationFailed(
      `the credential for '${name}' has no user name and password`,
    );
  }
  const { username, password } = given;
  if (username.includes(":")) {
    throw new AuthenticationFailed("a user name has no colon");
  }
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${encodeBase64(bytes)}`;
}

async function secretOf(name: string, given: Credential): Promise<string> {
  let text: unknown = given;
  if (typeof given === "function") {
    try {
      text = await given();
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      throw new AuthenticationFailed(
        mask(`the credential failed: ${oneLine(told)}`),
      );
    }
  }
  if (typeof text !== "string" || !VALUE.test(text)) {
    throw new AuthenticationFailed(
      `the credential for '${name}' is no text that can be sent`,
    );
  }
  return text;
}
