/**
 * What differs between versions of OData in requests and answers; here that of 4.0 and 4.01. Clients of OData 1 to 3
 * have another file in its place.
 */

import type { RequestInformation } from "./request.js";
import type { Schema } from "./schema.js";
import { ServiceRoot } from "./serviceRoot.js";
import type { CallTable } from "./tables.js";
import type { Fetch } from "./transport.js";
import { invocation, type UrlPart } from "./url.js";

export { keyPredicate } from "./url.js";

/** What this client understands (Protocol 4.01, section 8.2.7), unless the caller says otherwise. */
const MAX_VERSION = "4.01";

/** How one client and its service talk. */
export class Dialect {
  readonly root: ServiceRoot;
  readonly #version: string;

  /**
   * @param version the OData version of what is sent (Protocol 4.01, section 8.1.4)
   * @throws UnsafeUrl for a service root that is none
   */
  constructor(url: string, allowHttp: boolean, version: string) {
    this.root = new ServiceRoot(url, allowHttp);
    this.#version = version;
  }

  /** Where batches go. */
  get batchUrl(): string {
    return this.root.url("/$batch");
  }

  /** The header fields that say which version is spoken. */
  headers(hasBody: boolean): Readonly<Record<string, string>> {
    const max = { "odata-maxversion": MAX_VERSION };
    return hasBody ? { ...max, "odata-version": this.#version } : max;
  }

  /** A request of this package as the service takes it. */
  request<T>(
    made: RequestInformation<T>,
    _call: CallTable,
    _schema: Schema,
  ): RequestInformation<T> {
    return made;
  }

  /** What sends requests. */
  session(fetch: Fetch): Fetch {
    return fetch;
  }
}

/** The path of a function with its arguments, and parameter aliases for the query, counted from `used`. */
export function invoked(
  path: string,
  parts: readonly UrlPart[],
  used: number,
): [path: string, aliases: [string, string][]] {
  const [written, aliases] = invocation(parts, used);
  return [path + written, aliases];
}
