/** Several requests in one, as JSON (OData JSON Format 4.01, section 19). */

import { decodeBase64, encodeBase64 } from "./base64.js";
import { type BatchTraits, type BatchUnit, heldContent } from "./batchPlan.js";
import { InvalidArgument, UnexpectedAnswer } from "./errors.js";
import { checkedHeaders } from "./headers.js";
import {
  isObject,
  type JsonObject,
  type JsonValue,
  parseJson,
  writeJson,
} from "./json.js";
import type { Reply, RequestInformation } from "./request.js";
import type { ServiceRoot } from "./serviceRoot.js";

const NO_BATCH = "the answer is not one of a batch";

/**
 * The batch's body.
 *
 * @throws InvalidArgument for requests of another service
 */
export function jsonContent(
  root: ServiceRoot,
  units: readonly BatchUnit[],
  traits: BatchTraits,
): string {
  const items = units.flatMap((unit) => {
    const after = unit.after.map((earlier) =>
      earlier.isAtomic ? groupOf(earlier) : idOf(earlier.places[0] ?? 0),
    );
    return unit.requests.map((request, index) => {
      const item = itemOf(root, request, traits);
      item.set("id", idOf(unit.places[index] ?? 0));
      if (unit.isAtomic) {
        item.set("atomicityGroup", groupOf(unit));
      }
      if (after.length > 0) {
        item.set("dependsOn", after);
      }
      return item;
    });
  });
  return writeJson(new Map([["requests", items]]));
}

/** What the request at a place of the batch is called in it. */
export function idOf(place: number): string {
  return String(place + 1);
}

function groupOf(unit: BatchUnit): string {
  return `g${unit.at + 1}`;
}

/**
 * The URL of a request as the batch has it: relative to the service root.
 *
 * @throws InvalidArgument for one that does not lie below it
 */
export function pathInBatch(
  root: ServiceRoot,
  request: RequestInformation,
  traits: BatchTraits,
): string {
  const url = root.adopt(request.url);
  const base = root.url("");
  if (url !== base && !url.startsWith(`${base}/`)) {
    throw new InvalidArgument(
      "a request of a batch lies below the service root",
    );
  }
  const path = url.slice(base.length).replace(/^\/+/, "");
  return traits.leadingSlash ? `/${path}` : path;
}

function itemOf(
  root: ServiceRoot,
  request: RequestInformation,
  traits: BatchTraits,
): JsonObject {
  const headers = checkedHeaders(request.headers);
  const item: JsonObject = new Map<string, JsonValue>([
    ["method", request.method],
    ["url", pathInBatch(root, request, traits)],
  ]);
  if (request.content !== undefined) {
    const type = headers["content-type"] ?? "";
    item.set("body", bodyOf(heldContent(request), type));
  }
  if (Object.keys(headers).length > 0) {
    item.set("headers", new Map(Object.entries(headers)));
  }
  return item;
}

function bodyOf(bytes: Uint8Array, type: string): JsonValue {
  return isJson(type)
    ? parseJson(new TextDecoder().decode(bytes))
    : encodeBase64(bytes);
}

function isJson(type: string): boolean {
  const plain = (type.split(";")[0] ?? "").trim();
  return plain === "application/json" || plain.endsWith("+json");
}

/**
 * The answers by the places of their requests, in any order that the service gave them in.
 *
 * @throws UnexpectedAnswer when the reply is not one of a batch
 */
export function jsonReplies(
  units: readonly BatchUnit[],
  reply: Reply,
): Map<number, Reply> {
  const parts = new Map<JsonValue | undefined, JsonObject>();
  for (const part of responsesOf(reply)) {
    if (!isObject(part)) {
      throw new UnexpectedAnswer(NO_BATCH);
    }
    parts.set(part.get("id"), part);
  }
  const found = new Map<number, Reply>();
  for (const { requests, places } of units) {
    places.forEach((place, index) => {
      const part = parts.get(idOf(place));
      if (part !== undefined) {
        found.set(place, replyOf(part, requests[index]?.url ?? reply.url));
      }
    });
  }
  return found;
}

function responsesOf(reply: Reply): JsonValue[] {
  let data: JsonValue | undefined;
  try {
    data = parseJson(new TextDecoder().decode(reply.body));
  } catch {
    data = undefined;
  }
  const responses = isObject(data) ? data.get("responses") : undefined;
  if (!Array.isArray(responses)) {
    throw new UnexpectedAnswer(NO_BATCH);
  }
  return responses;
}

function replyOf(part: JsonObject, url: string): Reply {
  const status = part.get("status");
  if (typeof status !== "number" || !Number.isInteger(status)) {
    throw new UnexpectedAnswer("an answer in the batch has no status");
  }
  const headers = new Map<string, string>();
  const given = part.get("headers");
  for (const [name, value] of isObject(given) ? given : []) {
    if (typeof value === "string") {
      headers.set(name.toLowerCase(), value);
    }
  }
  const body = contentOf(part.get("body"), headers.get("content-type"));
  return { url, status, headers: Object.fromEntries(headers), body };
}

/** Text as it is; anything else that is no JSON comes in base64. */
function contentOf(
  body: JsonValue | undefined,
  type = "text/plain",
): Uint8Array {
  if (body === undefined || body === null) {
    return new Uint8Array();
  }
  if (typeof body !== "string" || type.includes("json")) {
    return new TextEncoder().encode(writeJson(body));
  }
  if (type.startsWith("text/")) {
    return new TextEncoder().encode(body);
  }
  const bytes = decodeBase64(body);
  if (bytes === undefined) {
    throw new UnexpectedAnswer("a binary answer in the batch is not base64");
  }
  return bytes;
}
