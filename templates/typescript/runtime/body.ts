/** Reading an answer's body within bounds: a small compressed answer must not fill the memory. */

import { ResponseTooLarge, UnexpectedAnswer } from "./errors.js";
import type { Watch } from "./watch.js";

/** The largest answer, decompressed, in bytes; larger files are to be read in ranges. */
export const MAX_BYTES = 512 * 1024 * 1024;

/** How far an answer above `FREE_BYTES` may inflate; JSON stays far below. */
const MAX_RATIO = 100;
const FREE_BYTES = 4 * 1024 * 1024;
/** The largest compressed answer of which the service does not say how long it is, decompressed. */
const MAX_UNSAID = 64 * 1024 * 1024;
const ENCODINGS = new Set(["", "identity", "gzip", "x-gzip", "deflate", "br"]);

/**
 * The whole body of a response, whose compression the platform has undone already; `came` is called before the
 * first part of it and after each.
 *
 * @throws ResponseTooLarge, and UnexpectedAnswer for an encoding that nobody asked for
 */
export async function readBody(
  response: Response,
  came: () => void,
): Promise<Uint8Array> {
  const limit = limitOf(response.headers);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) {
    return new Uint8Array();
  }
  for (;;) {
    came();
    const { done, value } = await reader.read();
    if (done) {
      return joined(chunks, size);
    }
    size += value.length;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      throw new ResponseTooLarge(`the answer is larger than ${limit} bytes`);
    }
    chunks.push(value);
  }
}

/**
 * The body of a response as it comes; silence alone is watched, and only while somebody waits for more.
 * `failed` makes the error that a reader gets.
 *
 * @throws UnexpectedAnswer for an encoding that nobody asked for
 */
export function streamOf(
  response: Response,
  watch: Watch,
  failed: (error: unknown) => Error,
): ReadableStream<Uint8Array> {
  limitOf(response.headers);
  const reader = response.body?.getReader();
  watch.endWhole();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          watch.restart();
          const read = await reader?.read();
          watch.pause();
          if (read?.value !== undefined) {
            controller.enqueue(read.value);
            return;
          }
          watch.end();
          controller.close();
        } catch (error) {
          watch.end();
          controller.error(failed(error));
        }
      },
      async cancel(reason) {
        watch.end();
        await reader?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

function limitOf(headers: Headers): number {
  const encoding = (headers.get("content-encoding") ?? "").trim().toLowerCase();
  if (!ENCODINGS.has(encoding)) {
    throw new UnexpectedAnswer(
      "the answer has an encoding that was not asked for",
    );
  }
  if (encoding === "" || encoding === "identity") {
    return MAX_BYTES;
  }
  const length = Number(headers.get("content-length") ?? NaN);
  return Number.isFinite(length)
    ? Math.min(MAX_BYTES, Math.max(FREE_BYTES, MAX_RATIO * length))
    : MAX_UNSAID;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
