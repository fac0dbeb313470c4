/** Who proves to the service who calls. */

import type { RequestInformation } from "./request.js";

/** Header fields, and an encoded part of the query, that prove who calls. */
export interface Proof {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Forgets what the proof was made of, where a new one may be had. */
  readonly renew?: () => void;
}

/** Gives the proof for a request, whenever it is sent; undefined where it needs none. */
export interface Authorizer {
  authorize(
    request: RequestInformation<unknown>,
  ): Promise<Proof | undefined> | Proof | undefined;
}
