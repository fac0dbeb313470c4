/** Asking for the answer of what was accepted with 202 (Protocol 4.01, section 11.6). */

import { TimedOut, UnexpectedAnswer } from "./errors.js";
import { RequestInformation } from "./request.js";
import { ODataResponse } from "./odataResponse.js";
import { retryAfter } from "./retry.js";
import type { ServiceRoot } from "./serviceRoot.js";
import type { Transport } from "./transport.js";
import { pauseFor } from "./watch.js";

/** How long to ask: as a whole, and for one attempt; what ends it before. */
export interface PollLimits {
  readonly timeout: number;
  readonly attempt: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Ask at the Location of a 202 until the answer is another one.
 *
 * @throws TimedOut when that takes longer than allowed, UnsafeUrl for another origin
 */
export async function poll<T>(
  transport: Transport,
  root: ServiceRoot,
  response: ODataResponse<T>,
  limits: PollLimits,
): Promise<ODataResponse<T>> {
  const end = Date.now() + limits.timeout;
  let current = response;
  for (let attempt = 0; current.status === 202; attempt += 1) {
    if (attempt === 0 && current.location === undefined) {
      throw new UnexpectedAnswer("an answer with status 202 names no location");
    }
    const url = root.adopt(current.location ?? current.url, current.url);
    const asked = retryAfter(current.headers, Date.now());
    const pause = 1000 * (asked ?? Math.min(2 ** attempt, 30));
    const left = end - Date.now() - pause;
    if (left <= 0) {
      const where = url.replace(/\?.*/s, "");
      throw new TimedOut(`the operation was not done in time: ${where}`);
    }
    await pauseFor(pause, limits.signal);
    const { answer, timeout: own } = current.request;
    const request = new RequestInformation<T>({
      method: "GET",
      url,
      headers: { accept: answer.accept },
      content: undefined,
      answer,
      timeout: Math.max(1, Math.min(own ?? limits.attempt, left)),
      signal: limits.signal,
    });
    const reply = await transport.exchange(request);
    current = ODataResponse.of(request, reply);
  }
  return current;
}
