/** What a service says when it answers with an error status. */

import { ClientError, hide } from "./errors.js";
import { mask } from "./masking.js";
import type { Reply, RequestInformation } from "./request.js";

/** The service answered with an error status; `B` is what its description says that it sends with it. */
export class ApiError<B = unknown> extends ClientError {
  readonly responseStatusCode: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly method: string;
  /** The URL of the request, secrets masked. */
  readonly url: string;
  /** The body by the type that is described for the status; its text where it is of none. */
  declare readonly body: B;

  constructor(request: RequestInformation, reply: Reply, body: B) {
    super(mask(`${reply.status} | ${request.method} ${reply.url}`));
    this.responseStatusCode = reply.status;
    this.responseHeaders = reply.headers;
    this.method = request.method;
    this.url = mask(reply.url);
    hide(this, "body", body);
  }

  /** The value of a header field. */
  header(name: string): string | undefined {
    return Object.hasOwn(this.responseHeaders, name.toLowerCase())
      ? this.responseHeaders[name.toLowerCase()]
      : undefined;
  }
}
