/** A whole answer of an OData service, for those who need more than its value. */

import type { Reply, RequestInformation } from "./request.js";
import { ApiResponse } from "./response.js";

/** Status, header fields and value of an answer; `header` takes names in any case. */
export class ODataResponse<T> extends ApiResponse<T> {
  /** @throws UnexpectedAnswer when the reply is not what the operation answers */
  static of<T>(request: RequestInformation<T>, reply: Reply): ODataResponse<T> {
    const { status, headers } = reply;
    const isPending = status === 202 && headers["location"] !== undefined;
    const isEmpty = status === 204 || status === 304 || isPending;
    const value = isEmpty ? undefined : request.answer.read(reply);
    return new ODataResponse(request, reply, value);
  }

  /** The id of the entity that an answer without content is about (Protocol 4.01, section 8.3.4). */
  get entityId(): string | undefined {
    return this.header("odata-entityid");
  }
}
