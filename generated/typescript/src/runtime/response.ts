/** A whole answer, for those who need more than its value. */

import { hide } from "./errors.js";
import { shownHeaders } from "./headers.js";
import { mask } from "./masking.js";
import type { Reply, RequestInformation } from "./request.js";

/** Status, header fields and value of an answer; `header` takes names in any case. */
export class ApiResponse<T> {
  readonly status: number;
  /** What the call itself gives; undefined for 204, 304 and a 202 that says where the answer will be. */
  readonly value: T | undefined;
  /** Where the answer came from. */
  declare readonly url: string;
  /** By lower-case name. */
  declare readonly headers: Readonly<Record<string, string>>;
  declare readonly request: RequestInformation<T>;

  constructor(
    request: RequestInformation<T>,
    reply: Reply,
    value: T | undefined,
  ) {
    this.status = reply.status;
    this.value = value;
    hide(this, "url", reply.url);
    hide(this, "headers", reply.headers);
    hide(this, "request", request);
  }

  /** The value of a header field. */
  header(name: string): string | undefined {
    return Object.hasOwn(this.headers, name.toLowerCase())
      ? this.headers[name.toLowerCase()]
      : undefined;
  }

  /** Where what was made is or, after a 202, where to ask for the answer. */
  get location(): string | undefined {
    return this.header("location");
  }

  get etag(): string | undefined {
    return this.header("etag");
  }

  /** The service's id of the request, to be quoted to its support. */
  get requestId(): string | undefined {
    return this.header("request-id") ?? this.header("x-ms-request-id");
  }

  /** What it is, secrets masked. */
  toString(): string {
    const headers = JSON.stringify(shownHeaders(this.headers));
    return `${this.status} ${mask(this.url)} ${headers}`;
  }
}
