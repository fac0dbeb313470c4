/**
 * Several requests in one, as MIME parts (Protocol 4.01, section 11.7.7; RFC 2046, section 5.1).
 *
 * Bytes are handled as text in which each character stands for one byte.
 */

import { idOf, pathInBatch } from "./batchJson.js";
import { type BatchTraits, type BatchUnit, heldContent } from "./batchPlan.js";
import { InvalidArgument, UnexpectedAnswer } from "./errors.js";
import { checkedHeaders } from "./headers.js";
import type { Reply, RequestInformation } from "./request.js";
import type { ServiceRoot } from "./serviceRoot.js";

const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
const STATUS = /^HTTP\/[0-9.]{1,4} ([1-9][0-9]{2})(?: |\r?\n|$)/;
const NO_BATCH = "the answer is not one of a batch";
const CHUNK = 8192;

/**
 * The batch's body.
 *
 * @throws InvalidArgument for requests of another service, and for reading ones in a change set
 */
export function multipartContent(
  root: ServiceRoot,
  units: readonly BatchUnit[],
  traits: BatchTraits,
  boundary: string,
): Uint8Array {
  const parts = units.flatMap((unit) => {
    const own = unit.requests.map((request, index) =>
      partOf(root, request, unit.places[index] ?? 0, traits),
    );
    if (!unit.isAtomic) {
      return own;
    }
    if (unit.requests.some(({ method }) => method === "GET")) {
      throw new InvalidArgument(
        "a change set holds requests that change something",
      );
    }
    const inner = `${boundary}_set${unit.at + 1}`;
    const kind = `Content-Type: multipart/mixed; boundary=${inner}`;
    return [`${kind}\r\n\r\n${joined(own, inner)}`];
  });
  return bytesOf(joined(parts, boundary));
}

function joined(parts: readonly string[], boundary: string): string {
  const all = parts.map((part) => `--${boundary}\r\n${part}\r\n`);
  return `${all.join("")}--${boundary}--\r\n`;
}

function partOf(
  root: ServiceRoot,
  request: RequestInformation,
  place: number,
  traits: BatchTraits,
): string {
  const headers = Object.entries(checkedHeaders(request.headers));
  const lines = [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    `Content-ID: ${idOf(place)}`,
    "",
    `${request.method} ${pathInBatch(root, request, traits)} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  const body = textOf(heldContent(request));
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

/**
 * The answers by the places of their requests.
 *
 * They come in the order of the requests; one error stands for a whole change set, and after an error there
 * may be no more.
 *
 * @throws UnexpectedAnswer when the reply is not one of a batch
 */
export function multipartReplies(
  units: readonly BatchUnit[],
  reply: Reply,
): Map<number, Reply> {
  const kind = reply.headers["content-type"] ?? "";
  const parts = partsOf(kind, textOf(reply.body));
  const found = new Map<number, Reply>();
  units.forEach(({ requests, places }, at) => {
    const part = parts[at];
    if (part === undefined) {
      return;
    }
    const [headers, content] = split(part);
    const inner = headers.get("content-type") ?? "";
    const set = /^multipart\//i.test(inner)
      ? partsOf(inner, content)
      : undefined;
    places.forEach((place, index) => {
      const text = set === undefined ? content : named(set, idOf(place), index);
      if (text !== undefined) {
        found.set(place, replyOf(text, requests[index]?.url ?? reply.url));
      }
    });
  });
  return found;
}

/** The answer in a change set that says whose it is, or else the one at that place. */
function named(
  parts: readonly string[],
  id: string,
  index: number,
): string | undefined {
  const all = parts.map(split);
  const found =
    all.find(([headers]) => headers.get("content-id") === id) ??
    all.filter(
      ([headers], at) => at === index && !headers.has("content-id"),
    )[0];
  return found?.[1];
}

function replyOf(text: string, url: string): Reply {
  const status = STATUS.exec(text)?.[1];
  if (status === undefined) {
    throw new UnexpectedAnswer("an answer in the batch has no status");
  }
  const end = text.indexOf("\n");
  const [headers, body] = split(end < 0 ? "" : text.slice(end + 1));
  return {
    url,
    status: Number(status),
    headers: Object.fromEntries(headers),
    body: bytesOf(body),
  };
}

function partsOf(kind: string, body: string): string[] {
  const found = BOUNDARY.exec(kind);
  if (!/^multipart\/mixed/i.test(kind) || found === null) {
    throw new UnexpectedAnswer(NO_BATCH);
  }
  const boundary = `--${found[1] ?? found[2] ?? ""}`;
  const parts: string[] = [];
  // Before the first boundary and after the last one is nothing that counts.
  let start = -1;
  for (const [from, to, isLast] of boundaries(body, boundary)) {
    if (start >= 0) {
      parts.push(body.slice(start, Math.max(start, from)));
    }
    if (isLast) {
      return parts;
    }
    start = to;
  }
  throw new UnexpectedAnswer(NO_BATCH);
}

/** The lines that part a body: where their line break starts, where the next line starts, if it is the last. */
function* boundaries(
  body: string,
  boundary: string,
): Generator<[from: number, to: number, isLast: boolean]> {
  let at = 0;
  while (at < body.length) {
    const end = body.indexOf("\n", at);
    const next = end < 0 ? body.length : end + 1;
    if (body.startsWith(boundary, at)) {
      const rest = body.slice(at + boundary.length, next).trimEnd();
      if (rest === "" || rest === "--") {
        const before = body.slice(Math.max(0, at - 2), at);
        const breaks = before === "\r\n" ? 2 : before.endsWith("\n") ? 1 : 0;
        yield [at - breaks, next, rest === "--"];
      }
    }
    at = next;
  }
}

/** Header fields by lower-case name, and what follows them. */
function split(text: string): [Map<string, string>, string] {
  const headers = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? undefined : end).replace(/\r$/, "");
    at = end < 0 ? text.length : end + 1;
    if (line === "") {
      break;
    }
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1);
    headers.set(name.trim().toLowerCase(), value.trim());
  }
  return [headers, text.slice(at)];
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    bytes[at] = text.charCodeAt(at);
  }
  return bytes;
}

function textOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return parts.join("");
}
