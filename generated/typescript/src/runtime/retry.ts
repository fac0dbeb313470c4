/** When to send a request again, and after how long (RFC 9110, sections 9.2.2 and 10.2.3). */

/** The longest pause in seconds; a service that asks for more gets its answer reported instead. */
export const MAX_PAUSE = 120;

const IDEMPOTENT = new Set(["GET", "HEAD", "PUT", "DELETE"]);
const HTTP_DATE =
  /^[A-Za-z]{3}, \d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Seconds from `Retry-After` (a number or an HTTP date), not below 0; undefined without a usable one. */
export function retryAfter(
  headers: Readonly<Record<string, string>>,
  now: number,
): number | undefined {
  const value = (headers["retry-after"] ?? "").trim();
  if (/^\d+$/.test(value)) {
    return Number(value.slice(0, 12));
  }
  const moment = HTTP_DATE.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(moment) ? undefined : Math.max(0, (moment - now) / 1000);
}

/**
 * Seconds to wait before attempt number `attempt` + 1, or undefined when the answer is to be taken.
 *
 * 429 and 503 say that the request was not processed: with `Retry-After` any method is sent again. Without
 * it, and after 504, only methods that are idempotent are. A pause above `MAX_PAUSE` is no retry.
 */
export function pauseBeforeRetry(
  method: string,
  status: number,
  headers: Readonly<Record<string, string>>,
  attempt: number,
  now: number,
): number | undefined {
  if (![429, 503, 504].includes(status)) {
    return undefined;
  }
  const asked = retryAfter(headers, now);
  if (!IDEMPOTENT.has(method) && (asked === undefined || status === 504)) {
    return undefined;
  }
  const pause = asked ?? Math.min(2 ** (attempt - 1), 30);
  return pause <= MAX_PAUSE ? pause : undefined;
}
